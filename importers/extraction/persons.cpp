// SPDX-License-Identifier: Apache-2.0
// Names of persons and the titles before them. A title is read word by word as a small grammar:
// modifiers, countries and bodies, a post's head, what it is of, honorifics; the name is what
// capitals remain.
#include <algorithm>

#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_name = 7;
constexpr std::uint32_t longest_title = 40;

// Words that no name holds, however it is written.
constexpr std::uint32_t never_in_name = word_weekday | word_function | word_honorific | word_post;

bool is_head(const Analysis& a, std::uint32_t i) {
  return a.has(i, word_agency_head | word_instrument_head | word_event_head);
}

bool is_initial(const Analysis& a, std::uint32_t i) {
  const auto& t = a.token(i);
  return t.is(token_initial) || (t.is(token_capital) && t.end - t.begin == 1);
}

class PersonName {
 public:
  PersonName(const Analysis& analysis, std::uint32_t end, bool titled)
      : a_(analysis), end_(end), titled_(titled) {}

  [[nodiscard]] std::uint32_t read(std::uint32_t i) const {
    if (i >= end_ || !begins(i)) {
      return i;
    }
    auto at = i + 1;
    while (at < end_ && at < i + longest_name) {
      const auto next = step(i, at);
      if (next == at) {
        break;
      }
      at = next;
    }
    while (at > i + 1 && a_.has(at - 1, word_particle) && !a_.capital(at - 1)) {
      --at;
    }
    return is_enough({i, at}) ? at : i;
  }

 private:
  [[nodiscard]] bool given(std::uint32_t i) const { return a_.has(i, word_given); }

  [[nodiscard]] bool begins(std::uint32_t i) const {
    if (!a_.capital(i) || a_.taken[i] != 0) {
      return false;
    }
    if (a_.is_headline(i) && !given(i) && a_.has(i, word_common)) {
      return false;
    }
    if (given(i) && !a_.has(i, word_function) &&
        (!a_.has(i, word_given_ambiguous) || surname_follows(i))) {
      return !is_name_of_something(i);
    }
    if (a_.has(i, never_in_name)) {
      return titled_ && given(i);
    }
    if (is_initial(a_, i)) {
      return titled_ || (i + 1 < end_ && a_.capital(i + 1) && !a_.has(i + 1, word_common));
    }
    if (titled_) {
      return !is_head(a_, i) && !a_.has(i, word_modifier) && !is_name_of_something(i) &&
             !is_verb(i);
    }
    return !a_.has(i, word_common | word_modifier) && !is_head(a_, i) && !is_name_of_something(i) &&
           !a_.token(i).is(token_all_caps);
  }

  [[nodiscard]] bool surname_follows(std::uint32_t i) const {
    return i + 1 < end_ && a_.capital(i + 1) &&
           (is_initial(a_, i + 1) || !a_.has(i + 1, word_common));
  }

  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    return a_.has(i, word_common) && a_.longest_hit(i, set_of(Kind::verb), end_) != nullptr;
  }

  // A country, body or place with this very extent, and no given name.
  [[nodiscard]] bool is_name_of_something(std::uint32_t i) const {
    const auto* hit = a_.longest_hit(i, name_kinds | set_of(Kind::demonym), end_);
    if (hit == nullptr) {
      return false;
    }
    if (hit->kind == Kind::demonym) {
      return !given(i) || hit->last > i + 1;
    }
    const bool ambiguous = a_.knowledge.things[hit->entry].ambiguous;
    return hit->last > i + 1 || (!given(i) && !(ambiguous && titled_));
  }

  [[nodiscard]] std::uint32_t step(std::uint32_t first, std::uint32_t at) const {
    const auto& t = a_.token(at);
    if (a_.taken[at] != 0 || t.is(token_possessive)) {
      return at;
    }
    if (t.is(token_capital)) {
      return goes_on(first, at) ? at + 1 : at;
    }
    if (t.is(token_inner_capital)) {
      return at + 1;
    }
    if (a_.has(at, word_particle) && at + 1 < end_ &&
        (a_.capital(at + 1) || a_.has(at + 1, word_particle))) {
      return a_.has(at, word_function) && !a_.has(at, word_particle) ? at : at + 1;
    }
    if (suffix_after_comma(at)) {
      return at + 2;
    }
    return nickname(at) ? at + 3 : at;
  }

  // ", Jr."
  [[nodiscard]] bool suffix_after_comma(std::uint32_t at) const {
    return a_.punctuation(at, ',') && at + 1 < end_ && a_.has(at + 1, word_suffix) &&
           a_.token(at + 1).end - a_.token(at + 1).begin <= 4;
  }

  // "Robert "Bob" Menendez".
  [[nodiscard]] bool nickname(std::uint32_t at) const {
    const char opening = a_.token(at).punctuation;
    return (opening == '<' || opening == '"' || opening == '(') && at + 2 < end_ &&
           a_.capital(at + 1) && (a_.punctuation(at + 2, '>') || a_.punctuation(at + 2, '"')) &&
           a_.capital(std::min(at + 3, end_ - 1));
  }

  [[nodiscard]] bool goes_on(std::uint32_t first, std::uint32_t at) const {
    if (a_.has(at, word_suffix) || is_initial(a_, at)) {
      return true;
    }
    if (a_.has(at, word_weekday | word_function) && !a_.has(at, word_particle)) {
      return false;
    }
    if (a_.has(at, word_honorific | word_post | word_month)) {
      return given(at) && !a_.has(at, word_post);
    }
    if ((is_head(a_, at) && a_.has(at, word_common)) || (!given(at) && belongs_elsewhere(at))) {
      return false;
    }
    return !a_.token(at).is(token_all_caps) || a_.token(first).is(token_all_caps) ||
           !a_.has(at, word_common);
  }

  // A verb, a word of a headline, or the name of something that is no person.
  [[nodiscard]] bool belongs_elsewhere(std::uint32_t at) const {
    if (is_verb(at) || (a_.is_headline(at) && a_.has(at, word_common))) {
      return true;
    }
    const auto* hit = a_.longest_hit(at, name_kinds, end_);
    return hit != nullptr &&
           (hit->last > at + 1 || a_.knowledge.things[hit->entry].type == NodeType::agency);
  }

  [[nodiscard]] bool is_enough(Range name) const {
    std::uint32_t words = 0;
    std::uint32_t unknown = 0;
    bool has_given = false;
    for (auto i = name.first; i < name.last; ++i) {
      const bool word = a_.capital(i) && !a_.has(i, word_suffix);
      words += word ? 1U : 0U;
      unknown += word && !a_.has(i, word_common) && !is_initial(a_, i) ? 1U : 0U;
      has_given |= i < name.last - 1 && given(i);
    }
    const bool initial = is_initial(a_, name.first);
    if (titled_) {
      return words > 1 || (words == 1 && !(initial && a_.token(name.first).is(token_dot)));
    }
    const bool likely = has_given || (initial && unknown >= 1) ||
                        (unknown >= 2 && !a_.token(name.last - 1).is(token_all_caps));
    return words >= 2 && words <= 5 && likely;
  }

  const Analysis& a_;
  std::uint32_t end_;
  bool titled_;
};

class TitleReader {
 public:
  TitleReader(const Analysis& analysis, std::uint32_t i, std::uint32_t end)
      : a_(analysis), begin_(i), end_(std::min(end, i + longest_title)) {
    title_.last = i;
    title_.post_range = {i, i};
  }

  Title read() {
    std::uint32_t at = begin_;
    while (at < end_) {
      const auto next = step(at);
      if (next == at) {
        break;
      }
      at = next;
    }
    if (!title_.post && !honoured_) {
      title_.last = begin_;
    }
    return title_;
  }

 private:
  std::uint32_t accept(std::uint32_t next) {
    title_.last = next;
    return next;
  }

  std::uint32_t step(std::uint32_t at) {
    if (a_.taken[at] != 0) {
      return at;
    }
    if (a_.token(at).is(token_possessive)) {
      return !title_.bodies.empty() && title_.bodies.back().last == at && !title_.post ? at + 1
                                                                                       : at;
    }
    if (const auto next = honorific(at); next != at) {
      return accept(next);
    }
    if (const auto next = post(at); next != at) {
      return accept(next);
    }
    if (const auto next = body(at); next != at) {
      return next;
    }
    if (const auto next = modifier(at); next != at) {
      return next;
    }
    return title_.post ? after_post(at) : before_post(at);
  }

  std::uint32_t honorific(std::uint32_t at) {
    const auto* hit = a_.longest_hit(at, set_of(Kind::honorific) | set_of(Kind::rank), end_);
    if (hit == nullptr || !a_.capital(at)) {
      return at;
    }
    if (hit->kind == Kind::honorific || title_.post ||
        a_.capital(hit->last < end_ ? hit->last : at)) {
      honoured_ = true;
      title_.gender = a_.has(at, word_honorific_m)   ? Gender::male
                      : a_.has(at, word_honorific_f) ? Gender::female
                                                     : title_.gender;
      return hit->last;
    }
    return at;
  }

  std::uint32_t post(std::uint32_t at) {
    const auto* hit = a_.longest_hit(at, set_of(Kind::post), end_);
    if (hit == nullptr) {
      return at;
    }
    title_.post = true;
    title_.future |= hit->entry == 1;
    title_.post_range.last = hit->last;
    return hit->last;
  }

  std::uint32_t body(std::uint32_t at) {
    if (title_.post || !a_.capital(at)) {
      return at;
    }
    const auto* hit = a_.longest_hit(at, name_kinds | set_of(Kind::demonym), end_);
    const auto phrase =
        a_.has(at, word_post | word_honorific) ? std::nullopt : read_noun_phrase(a_, at, end_);
    const auto known = hit == nullptr || hit->kind == Kind::instrument ? at : hit->last;
    if (phrase && phrase->type == NodeType::agency && phrase->range.last > known &&
        post_at(phrase->range.last)) {
      title_.bodies.push_back(phrase->range);
      return phrase->range.last;
    }
    if (known > at) {
      title_.bodies.push_back({at, known});
    }
    return known;
  }

  [[nodiscard]] bool post_at(std::uint32_t at) const {
    if (at < end_ && a_.token(at).is(token_possessive)) {
      ++at;
    }
    return at < end_ && a_.capital(at) && post_follows(at);
  }

  std::uint32_t modifier(std::uint32_t at) {
    if (!a_.has(at, word_modifier | word_former | word_future)) {
      return at;
    }
    if (title_.post && !post_follows(at)) {
      return at;
    }
    title_.former |= a_.has(at, word_former);
    title_.future |= a_.has(at, word_future);
    return at + 1;
  }

  // Whether a post's head comes within the next words, no name before it.
  [[nodiscard]] bool post_follows(std::uint32_t at) const {
    for (auto i = at; i < end_ && i < at + 5; ++i) {
      if (a_.has(i, word_post) || a_.longest_hit(i, set_of(Kind::post), end_) != nullptr) {
        return true;
      }
      if (!a_.has(i, word_modifier | word_common) && !a_.punctuation(i, '&')) {
        return false;
      }
    }
    return false;
  }

  [[nodiscard]] std::uint32_t before_post(std::uint32_t at) const {
    const auto& w = a_.knowledge.words;
    const bool joined = a_.is_word(at, w.and_) || a_.punctuation(at, '&');
    if (joined) {
      return at > begin_ && title_.bodies.empty() && a_.has(at - 1, word_modifier) &&
                     at + 1 < end_ && a_.has(at + 1, word_modifier | word_post) &&
                     a_.capital(at + 1)
                 ? at + 1
                 : at;
    }
    const bool area =
        a_.capital(at) && a_.has(at, word_common) && !a_.has(at, word_function | word_agency_head);
    return area && post_follows(at) && !a_.has(at, word_given) ? at + 1 : at;
  }

  std::uint32_t after_post(std::uint32_t at) {
    const auto& w = a_.knowledge.words;
    const auto word = a_.token(at).word;
    if (word == w.and_ || a_.punctuation(at, '&') ||
        (a_.punctuation(at, ',') && at + 1 < end_ && a_.is_word(at + 1, w.and_))) {
      const auto next = a_.punctuation(at, ',') ? at + 2 : at + 1;
      return next < end_ && a_.capital(next) && post_follows(next) ? next : at;
    }
    const bool leads = word == w.of || word == w.for_ || word == w.to || word == w.on ||
                       word == w.at || word == w.in;
    return leads && word != 0 ? complement(at) : at;
  }

  // "of the Federal Security Service", "to the President", "for Climate": a body where a name is
  // read, else the area.
  std::uint32_t complement(std::uint32_t connector) {
    auto at = connector + 1;
    at += at < end_ && a_.is_word(at, a_.knowledge.words.the) ? 1U : 0U;
    if (at >= end_ || !a_.capital(at) || a_.taken[at] != 0) {
      return connector;
    }
    const auto* hit = a_.longest_hit(at, name_kinds, end_);
    const auto phrase = read_noun_phrase(a_, at, end_);
    if (phrase && phrase->type == NodeType::agency &&
        (hit == nullptr || phrase->range.last > hit->last)) {
      return take_body({at, phrase->range.last}, connector);
    }
    if (hit != nullptr && hit->kind != Kind::instrument) {
      return take_body({at, hit->last}, connector);
    }
    return accept(area(at, connector));
  }

  // "Head of the Directorate (ABC)'s Information Office": the post is the office's.
  [[nodiscard]] Range part_of_body(Range body) const {
    auto at = body.last;
    if (at + 2 < end_ && a_.punctuation(at, '(') && a_.punctuation(at + 2, ')')) {
      at += 3;
    }
    if (at + 1 >= end_ || !a_.token(at).is(token_possessive)) {
      return body;
    }
    const auto phrase = read_noun_phrase(a_, at + 1, end_);
    return phrase && phrase->type == NodeType::agency ? phrase->range : body;
  }

  // An ambassador "to" a country holds no post there.
  std::uint32_t take_body(Range range, std::uint32_t connector) {
    range = part_of_body(range);
    if (!a_.is_word(connector, a_.knowledge.words.to)) {
      title_.bodies.push_back(range);
    }
    title_.post_range.last = range.last;
    return accept(range.last);
  }

  std::uint32_t area(std::uint32_t at, std::uint32_t connector) {
    auto last = at;
    while (last < end_ && a_.capital(last) &&
           a_.has(last, word_common | word_post | word_modifier) &&
           !(a_.has(last, word_given) && last > at && !a_.has(last, word_common))) {
      ++last;
      const bool joined =
          last + 1 < end_ &&
          (a_.is_word(last, a_.knowledge.words.and_) || a_.punctuation(last, '&')) &&
          a_.capital(last + 1) && a_.has(last + 1, word_common);
      last += joined ? 1U : 0U;
    }
    title_.post_range.last = std::max(title_.post_range.last, last);
    return last == at ? connector : last;
  }

  const Analysis& a_;
  std::uint32_t begin_;
  std::uint32_t end_;
  Title title_;
  bool honoured_ = false;
};

}  // namespace

std::uint32_t end_of_person(const Analysis& analysis, std::uint32_t i, std::uint32_t end,
                            bool titled) {
  return PersonName(analysis, end, titled).read(i);
}

Title read_title(const Analysis& analysis, std::uint32_t i, std::uint32_t end) {
  return TitleReader(analysis, i, end).read();
}

}  // namespace pressgraph
