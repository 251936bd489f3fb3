// SPDX-License-Identifier: Apache-2.0
// Titles before and after names, read word by word as a small grammar: modifiers, countries and
// bodies, a post's head, what it is of, honorifics; "and" may join one more post with a body of its
// own.
#include <algorithm>

#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

class TitleReader {
 public:
  TitleReader(const Analysis& analysis, std::uint32_t i, std::uint32_t end)
      : a_(analysis), begin_(i), end_(std::min(end, i + longest_title)) {
    title_.last = i;
    title_.post_range = {i, i};
  }

  Title read() {
    std::uint32_t at = begin_;
    while (at < end_ && !is_verb()) {
      const auto next = step(at);
      if (next == at) {
        break;
      }
      at = next;
    }
    if (!title_.post && !honoured_) {
      title_.last = begin_;
    }
    if (profession_) {
      leave_countries();
    }
    return title_;
  }

 private:
  // "will host Prime Minister X", though a host has a post as well.
  [[nodiscard]] bool is_verb() const {
    const auto& w = a_.knowledge.words;
    return begin_ > 0 && !a_.capital(begin_) &&
           (a_.is_word(begin_ - 1, w.will) || a_.is_word(begin_ - 1, w.to) ||
            a_.is_word(begin_ - 1, w.would)) &&
           a_.longest_hit(begin_, set_of(Kind::verb), end_) != nullptr;
  }

  std::uint32_t accept(std::uint32_t next) {
    title_.last = next;
    return next;
  }

  // "Chilean journalist": from there, but no post of the state.
  void leave_countries() {
    const auto is_country = [&](Range body) {
      const auto* hit =
          a_.longest_hit(body.first, set_of(Kind::country) | set_of(Kind::demonym), body.last);
      return hit != nullptr && hit->last == body.last;
    };
    const auto left = std::stable_partition(title_.bodies.begin(), title_.bodies.end(),
                                            [&](Range body) { return !is_country(body); });
    title_.others.insert(title_.others.end(), left, title_.bodies.end());
    title_.bodies.erase(left, title_.bodies.end());
  }

  std::uint32_t step(std::uint32_t at) {
    if (a_.taken[at] != 0) {
      return at;
    }
    if (a_.token(at).is(token_possessive)) {
      return possessive(at);
    }
    if (is_retired(at)) {
      return accept(at + 3);
    }
    if (a_.punctuation(at, '(')) {
      const auto next = bracketed_acronym(at);
      return title_.post && next > at ? accept(next) : next;
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

  // "Latvia's Minister", "the UN Secretary-General's Envoy": the post to come is another's, in the
  // body of the first.
  std::uint32_t possessive(std::uint32_t at) {
    if (title_.post && title_.last == at && post_follows(at + 1)) {
      title_.post = false;
      return at + 1;
    }
    return !title_.bodies.empty() && title_.bodies.back().last == at && !title_.post ? at + 1 : at;
  }

  // "Major General (Retd) Roe".
  [[nodiscard]] bool is_retired(std::uint32_t at) const {
    if (at == begin_ || at + 3 >= end_ || !a_.punctuation(at, '(') ||
        !a_.punctuation(at + 2, ')')) {
      return false;
    }
    const auto text = a_.document.text(at + 1);
    return text.starts_with("Ret") || text.starts_with("ret") || text.starts_with("Rtd");
  }

  // "the Harrow Trade Council (HTC) Director".
  [[nodiscard]] std::uint32_t bracketed_acronym(std::uint32_t at) const {
    const auto ending = at > begin_ && a_.token(at - 1).is(token_possessive) ? at - 1 : at;
    const bool after_body =
        !title_.bodies.empty() && title_.bodies.back().last == ending && at + 3 < end_;
    const bool short_form = after_body && a_.capital(at + 1) && a_.punctuation(at + 2, ')') &&
                            (a_.token(at + 1).is(token_all_caps) || post_at(at + 3));
    return short_form ? at + 3 : at;
  }

  std::uint32_t honorific(std::uint32_t at) {
    const bool article = a_.is_word(at, a_.knowledge.words.the) && a_.capital(at) && honoured_ &&
                         at + 1 < end_;  // "H.E. The Rt Hon Mr X"
    const auto first = article ? at + 1 : at;
    const auto* hit = a_.longest_hit(first, set_of(Kind::honorific) | set_of(Kind::rank), end_);
    const auto* longer = a_.longest_hit(first, set_of(Kind::post), end_);
    if (hit == nullptr || !a_.capital(first) ||
        (hit->kind == Kind::rank && longer != nullptr && longer->last > hit->last)) {
      return at;  // "Inspector General" is no inspector
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
    for (auto i = at + 1; i < hit->last; ++i) {
      const auto* longer = a_.longest_hit(i, set_of(Kind::post), end_);
      hit =
          longer != nullptr && longer->last > hit->last ? longer : hit;  // "Deputy Chief of Staff"
    }
    profession_ = hit->entry == post_of_profession && (profession_ || !title_.post);
    // "U.S. Attorney for the District of Harrow": what it is for follows.
    const bool leads = a_.is_word(hit->last - 1, a_.knowledge.words.for_);
    const auto last = leads ? hit->last - 1 : hit->last;
    title_.post = true;
    title_.plural = is_plural(last - 1);
    title_.future |= hit->entry == post_to_come;
    title_.post_range.last = last;
    post_end_ = last;
    return last;
  }

  [[nodiscard]] bool is_plural(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("ffaires");
  }

  std::uint32_t body(std::uint32_t at) {
    if (title_.post || !a_.capital(at)) {
      return at;
    }
    const auto* hit = a_.longest_hit(at, name_kinds | set_of(Kind::demonym), end_);
    std::optional<NounPhrase> phrase;
    if (!a_.has(at, word_post | word_honorific)) {
      phrase = read_noun_phrase(a_, at, end_);
    }
    if (a_.has(at, word_alone) && hit == nullptr && post_at(at + 1)) {
      title_.bodies.push_back({at, at + 1});  // "Senate Majority Leader"
      return at + 1;
    }
    if (hit == nullptr && !phrase && (is_short_form(at) || is_acronym_of_body(at))) {
      title_.bodies.push_back({at, at + 1});
      return at + 1;
    }
    if (is_rank_of_body(at)) {
      return at;
    }
    if (const auto last = end_of_people(at, hit); last != at) {
      return last;
    }
    const bool act = hit != nullptr && hit->kind == Kind::instrument;
    if (hit != nullptr && hit->kind == Kind::place && follows_preposition(at)) {
      return at;
    }
    if (hit != nullptr && hit->kind == Kind::country && at == begin_ && at > 0 &&
        a_.is_word(at - 1, a_.knowledge.words.in)) {
      return at;  // "In Turkey Minister Roe met ..."
    }
    const bool county = hit != nullptr && hit->kind == Kind::place && is_area_head(hit->last);
    if (county && !begins_post(hit->last) && post_at(hit->last + 1)) {
      title_.others.push_back({at, hit->last + 1});
      return hit->last + 1;
    }
    const auto known = hit == nullptr || (act && !post_at(hit->last)) ? at : hit->last;
    if (phrase && is_body(*phrase, hit) && phrase->range.last > known) {
      auto& named = phrase->type == NodeType::agency ? title_.bodies : title_.others;
      named.push_back(phrase->range);
      return phrase->range.last;
    }
    if (known > at) {
      // "UNICEF Kenya Representative": where the body's post is.
      const bool posted = hit->kind == Kind::country && !title_.bodies.empty() &&
                          title_.bodies.back().last == at && is_agency(title_.bodies.back());
      auto& named = act || posted || hit->kind == Kind::place ? title_.others : title_.bodies;
      named.push_back({at, known});
    }
    return known;
  }

  // "District Attorney" in "Manhattan District Attorney"
  [[nodiscard]] bool begins_post(std::uint32_t at) const {
    const auto* hit = a_.longest_hit(at, set_of(Kind::post), end_);
    return hit != nullptr && hit->last > at + 1;
  }

  // "Harrow County Sheriff Ada Roe"
  [[nodiscard]] bool is_area_head(std::uint32_t at) const {
    return at < end_ && a_.capital(at) && a_.has(at, word_area) &&
           !a_.is_word(at, a_.knowledge.words.city);
  }

  // "Turkish Cypriot leader", "Bosnian Serb commander": a people, and the post is no state's. `at`
  // where none begins there.
  [[nodiscard]] std::uint32_t end_of_people(std::uint32_t at, const Hit* first) const {
    const auto* second = first == nullptr || first->kind != Kind::demonym
                             ? nullptr
                             : a_.longest_hit(first->last, set_of(Kind::demonym), end_);
    const bool led = second != nullptr && second->last < end_ && !a_.capital(second->last) &&
                     a_.has(second->last, word_post);
    return led ? second->last : at;
  }

  [[nodiscard]] bool is_agency(Range body) const {
    const auto* hit = a_.longest_hit(body.first, name_kinds | set_of(Kind::demonym), body.last);
    return hit == nullptr || hit->kind == Kind::body;
  }

  // Not "White House American Rescue Plan Coordinator", not "White House Communications Director",
  // and not a place that a name begins.
  [[nodiscard]] bool is_body(const NounPhrase& phrase, const Hit* hit) const {
    const bool owned =
        phrase.type == NodeType::instrument && hit != nullptr && hit->kind == Kind::body;
    const bool area = phrase.type == NodeType::place && hit != nullptr;
    const bool business = hit != nullptr && hit->kind == Kind::body &&
                          phrase.range.last <= hit->last + 2 &&
                          a_.has(phrase.range.last - 1, word_agency_weak) && post_at(hit->last);
    return !owned && !area && !business && post_at(phrase.range.last);
  }

  // "Council President", "Department Spokesperson": of the body of that head. Not "Police Chief",
  // which any town has, nor "Board Member", which the board is named after.
  [[nodiscard]] bool is_short_form(std::uint32_t at) const {
    const bool cut = at > 0 && a_.capital(at - 1) && !a_.token(at - 1).is(token_sentence) &&
                     a_.has(at - 1, word_common) && !a_.has(at - 1, word_former | word_function);
    return a_.has(at, word_agency_short) && !cut && !a_.has(at, word_alone) && at + 1 < end_ &&
           a_.has(at + 1, word_post) && a_.capital(at + 1) && a_.document.text(at) != "Police" &&
           a_.document.text(at + 1) != "Member";
  }

  // "NRC Spokesperson X": letters that no list has, before a post and a name.
  [[nodiscard]] bool is_acronym_of_body(std::uint32_t at) const {
    const auto& t = a_.token(at);
    return t.is(token_all_caps) && a_.document.text(at).find('.') == std::string_view::npos &&
           t.end - t.begin >= 3 && t.end - t.begin <= 6 &&
           !a_.has(at, word_post | word_honorific | word_common) && at + 1 < end_ &&
           !a_.token(at + 1).is(token_all_caps) && is_post_after(at + 1);
  }

  // "First Vice President X": a post, modifiers before it, and a capital after it.
  [[nodiscard]] bool is_post_after(std::uint32_t at) const {
    while (at + 1 < end_ && a_.has(at, word_modifier) && a_.capital(at) &&
           a_.has(at + 1, word_modifier | word_post)) {
      ++at;
    }
    return a_.has(at, word_post) && a_.capital(at) && (at + 1 >= end_ || a_.capital(at + 1));
  }

  // "Senior State Department Fellow": a modifier before a listed body and its post.
  [[nodiscard]] bool is_rank_of_body(std::uint32_t at) const {
    if (!a_.has(at, word_modifier) || at + 1 >= end_) {
      return false;
    }
    const auto* body = a_.longest_hit(at + 1, set_of(Kind::body), end_);
    // "National Security Council Director": a body of that name, and no rank
    const auto whole = body == nullptr ? std::nullopt : read_noun_phrase(a_, at, end_);
    const bool named = a_.is_word(at, a_.knowledge.words.national) && whole &&
                       whole->type == NodeType::agency && whole->range.last == body->last;
    return body != nullptr && !named && post_at(body->last);
  }

  // "in Washington, D.C. Secretary X": a place that the words before speak of begins no title.
  [[nodiscard]] bool follows_preposition(std::uint32_t at) const {
    const auto& w = a_.knowledge.words;
    return at > 0 && (a_.is_word(at - 1, w.in) || a_.is_word(at - 1, w.at) ||
                      a_.is_word(at - 1, w.to) || a_.is_word(at - 1, w.from));
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
    const bool small = !a_.capital(at) || a_.token(at).is(token_sentence);
    if (a_.is_word(at, a_.knowledge.words.under) && small && at + 1 < end_ && a_.capital(at + 1) &&
        a_.longest_hit(at, set_of(Kind::post), end_) == nullptr) {
      return at;  // "Head of the Office under President X", "Under President X,"
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

  // "Finance and Economy Minister", "Famine Prevention and Response Coordinator".
  [[nodiscard]] bool joins_modifiers(std::uint32_t at) const {
    if (at == begin_ || at + 1 >= end_ || !a_.capital(at + 1) || !a_.capital(at - 1)) {
      return false;
    }
    const bool modifiers = title_.bodies.empty() && a_.has(at - 1, word_modifier) &&
                           a_.has(at + 1, word_modifier | word_post);
    // not "Roe of the Harbour Division and Assistant Director X"
    const bool body = !title_.bodies.empty() && title_.bodies.back().last == at;
    const bool areas = !body && a_.has(at - 1, word_common) && !a_.has(at - 1, word_post) &&
                       a_.has(at + 1, word_common) && !a_.has(at + 1, word_post) &&
                       post_follows(at + 1);
    return modifiers || areas;
  }

  [[nodiscard]] std::uint32_t before_post(std::uint32_t at) const {
    const auto& w = a_.knowledge.words;
    const bool joined = a_.is_word(at, w.and_) || a_.punctuation(at, '&');
    if (joined) {
      return joins_modifiers(at) ? at + 1 : at;
    }
    // "Chile's fifth President"
    if (at > begin_ && a_.has(at, word_ordinal) && a_.token(at - 1).is(token_possessive) &&
        post_follows(at + 1)) {
      return at + 1;
    }
    const bool heads_post = at + 1 < end_ && a_.has(at + 1, word_post);  // "Board Member"
    // "Addressing Allied leaders, Secretary X": a participle that opens the sentence.
    const bool participle =
        at == begin_ && a_.token(at).is(token_sentence) && a_.document.text(at).ends_with("ing");
    const bool area = !participle && a_.capital(at) && a_.has(at, word_common) &&
                      !a_.has(at, word_function) && (heads_post || !a_.has(at, word_agency_head));
    return area && post_follows(at) && !a_.has(at, word_given) ? at + 1 : at;
  }

  std::uint32_t after_post(std::uint32_t at) {
    const auto& w = a_.knowledge.words;
    const auto word = a_.token(at).word;
    if (const auto next = ad_interim(at); next != at) {
      return accept(next);
    }
    if (word == w.and_ || a_.punctuation(at, '&') || a_.punctuation(at, '/') ||
        (a_.punctuation(at, ',') && at + 1 < end_ && a_.is_word(at + 1, w.and_))) {
      const auto next = a_.punctuation(at, ',') ? at + 2 : at + 1;
      if (next + 1 < end_ && leads(next)) {  // "Envoy in Malta and in the Contact Group"
        const auto more = complement(next);
        return more > next ? more : at;
      }
      return next_post(at, next);
    }
    return leads(at) ? complement(at) : at;
  }

  // To what a post is of: "of", "for", "to".
  [[nodiscard]] bool leads(std::uint32_t i) const {
    const auto& w = a_.knowledge.words;
    return a_.is_word(i, w.of) || a_.is_word(i, w.for_) || a_.is_word(i, w.to) ||
           a_.is_word(i, w.on) || a_.is_word(i, w.at) || a_.is_word(i, w.in) ||
           a_.is_word(i, w.within);
  }

  // "Chargé d'Affaires, a.i.", "Chair Emeritus".
  [[nodiscard]] std::uint32_t ad_interim(std::uint32_t at) const {
    const auto next = a_.punctuation(at, ',') ? at + 1 : at;
    return next < end_ && a_.has(next, word_after_post) ? next + 1 : at;
  }

  // Whether the title stands behind the name and a comma, or goes on with one that does: "Ada Roe,
  // Deputy Director of X" from "Director" on.
  [[nodiscard]] bool is_behind(Range name) const {
    constexpr std::uint32_t farthest = 8;  // tokens
    const auto first = name.last + 1;
    if (first > begin_ || begin_ > first + farthest || !a_.punctuation(name.last, ',')) {
      return false;
    }
    for (auto i = first; i < begin_; ++i) {
      if (!a_.capital(i) && !leads(i) && !a_.is_word(i, a_.knowledge.words.the)) {
        return false;
      }
    }
    return true;
  }

  // "Ada Roe, head of the Audit Office, and Governor Ben Doe": the post behind the name is hers,
  // and what comes after "and" at `at` is the next one's. Without the comma it is so of whom no
  // post is told before the name, or where a title of courtesy begins the next.
  [[nodiscard]] bool is_next_ones(std::uint32_t at, std::uint32_t next) const {
    if (a_.names.empty() || a_.names.back().type != NodeType::official ||
        !is_behind(a_.names.back().range)) {
      return false;
    }
    const auto index = static_cast<int>(a_.names.size()) - 1;
    return a_.punctuation(at, ',') || a_.has(next, word_honorific) || a_.posts.empty() ||
           a_.posts.back().holder != index;
  }

  // "and White House Coordinator": a post with a body of its own.
  std::uint32_t next_post(std::uint32_t at, std::uint32_t next) {
    // "the First Lady and Ambassador Salazar" are two; "Foreign Minister and Deputy Premier X" is
    // one.
    const bool two = begin_ > 0 && a_.is_word(begin_ - 1, a_.knowledge.words.the) &&
                     title_.bodies.empty() && title_.post_range.last == at;
    if (next >= end_ || !a_.capital(next) || two) {
      return at;
    }
    TitleReader reader(a_, next, end_);
    const auto more = reader.read();
    if (more.last < end_ && a_.capital(more.last) && is_next_ones(at, next)) {
      return at;
    }
    profession_ &= reader.profession_;
    if (!more.post || more.last == next) {
      return at;
    }
    title_.bodies.insert(title_.bodies.end(), more.bodies.begin(), more.bodies.end());
    title_.others.insert(title_.others.end(), more.others.begin(), more.others.end());
    title_.former |= more.former;
    title_.future |= more.future;
    title_.post_range.last = more.post_range.last;
    return accept(more.last);
  }

  // "of the Federal Security Service", "to the President", "for Climate": a body where a name is
  // read, else the area.
  std::uint32_t complement(std::uint32_t connector) {
    auto at = connector + 1;
    at += at < end_ && a_.is_word(at, a_.knowledge.words.the) ? 1U : 0U;
    if (names_whom_it_serves(at, connector)) {
      return connector;
    }
    if (const auto last = served_post(at, connector); last != at) {
      return last;
    }
    if (const auto last = end_of_act_body(at); last != at) {
      return take_body({at, last}, connector, Kind::body);
    }
    at += at + 1 < end_ && a_.token(at).is(token_digit) ? 1U : 0U;  // "the 4th District"
    if (const auto named = after_kind(at);
        named != at && a_.is_word(connector, a_.knowledge.words.of)) {
      return take_body({named, a_.longest_hit(named, set_of(Kind::body), end_)->last}, connector,
                       Kind::body);
    }
    return at < end_ && a_.capital(at) && a_.taken[at] == 0 ? complement_at(at, connector)
                                                            : connector;
  }

  // "an adviser to President Roe": the name is the President's, and not the adviser's.
  [[nodiscard]] bool names_whom_it_serves(std::uint32_t at, std::uint32_t connector) const {
    const auto& w = a_.knowledge.words;
    const bool serves = a_.is_word(connector, w.to) || a_.is_word(connector, w.for_);
    if (!serves || at != connector + 1 || at >= end_ || !a_.capital(at)) {
      return false;
    }
    const auto* post = a_.longest_hit(at, set_of(Kind::post), end_);
    return post != nullptr && end_of_person(a_, post->last, end_, true) > post->last;
  }

  // "Chef de Cabinet to the United Nations Secretary-General", "adviser to the Latvian President":
  // who serves a post serves its body.
  std::uint32_t served_post(std::uint32_t at, std::uint32_t connector) {
    const auto& w = a_.knowledge.words;
    if (!(a_.is_word(connector, w.to) || a_.is_word(connector, w.of)) || at >= end_ ||
        !a_.capital(at)) {
      return at;
    }
    const auto* body = a_.longest_hit(
        at, set_of(Kind::body) | set_of(Kind::country) | set_of(Kind::demonym), end_);
    const auto* post =
        body == nullptr ? nullptr : a_.longest_hit(body->last, set_of(Kind::post), end_);
    if (post == nullptr || !a_.capital(body->last)) {
      return at;
    }
    title_.bodies.push_back({at, body->last});
    title_.post_range.last = post->last;
    return accept(post->last);
  }

  // "Chair of the 1540 Committee": one past a body called by its act; `at` where none is.
  [[nodiscard]] std::uint32_t end_of_act_body(std::uint32_t at) const {
    const auto found = std::ranges::lower_bound(a_.citation_items, at, {}, &Range::first);
    if (found == a_.citation_items.end() || found->first != at) {
      return at;
    }
    const auto& citation =
        a_.citations[static_cast<std::size_t>(found - a_.citation_items.begin())];
    return citation.via_name && found->last <= end_ && a_.has(found->last - 1, word_agency_head)
               ? found->last
               : at;
  }

  // "head of Russian state nuclear company Rosatom": where the listed body stands that small words
  // say the kind of; `at` where none does.
  [[nodiscard]] std::uint32_t after_kind(std::uint32_t at) const {
    constexpr std::uint32_t longest = 6;  // tokens
    const auto* demonym = a_.longest_hit(at, set_of(Kind::demonym), end_);
    auto i = demonym != nullptr ? demonym->last : at;
    const auto first = i;
    while (i < std::min(end_, at + longest) && !a_.capital(i) && a_.has(i, word_common) &&
           !a_.has(i, word_function)) {
      ++i;
    }
    const bool kind = i > first && i < end_ && a_.capital(i) && a_.has(i - 1, word_agency_head);
    return kind && a_.longest_hit(i, set_of(Kind::body), end_) != nullptr ? i : at;
  }

  std::uint32_t complement_at(std::uint32_t at, std::uint32_t connector) {
    const auto* hit = a_.longest_hit(at, name_kinds, end_);
    const auto* state = hit != nullptr && hit->kind == Kind::place && is_of_state(connector)
                            ? a_.longest_hit(at, set_of(Kind::country), end_)
                            : nullptr;
    hit = state != nullptr && state->last == hit->last ? state : hit;
    const auto phrase = read_noun_phrase(a_, at, end_);
    const bool longer = phrase && (hit == nullptr || phrase->range.last > hit->last);
    if (longer && phrase->type == NodeType::place &&
        end_of_person(a_, phrase->head, end_, true) > phrase->range.last) {
      return accept(area(at, connector));  // "Minister of Defence Park Jin"
    }
    if (longer && phrase->type == NodeType::place) {
      return take_body({at, without_initial(phrase->range.last)}, connector, Kind::place);
    }
    const bool affairs = hit != nullptr && hit->last < end_ && a_.capital(hit->last) &&
                         a_.is_word(hit->last, a_.knowledge.words.affairs);
    if ((longer && begins_area(*phrase)) || affairs) {
      return accept(area(at, connector));
    }
    if (longer && (phrase->type == NodeType::agency || a_.has(phrase->head, word_programme))) {
      return take_body({at, phrase->range.last}, connector, Kind::body);
    }
    if (hit == nullptr && a_.has(at, word_alone)) {
      return take_body({at, at + 1}, connector, Kind::body);
    }
    const bool short_form = hit == nullptr && !phrase && a_.has(at, word_agency_short) &&
                            a_.is_word(at - 1, a_.knowledge.words.the) &&
                            (at + 1 >= end_ || !a_.capital(at + 1));
    if (short_form) {
      return take_body({at, at + 1}, connector, Kind::body);  // "Chair of the Committee"
    }
    const bool body = hit != nullptr && hit->kind == Kind::body && hit->last >= at + 2 &&
                      end_of_person(a_, hit->last, end_, true) >= hit->last + 2;
    if (hit != nullptr && hit->kind != Kind::instrument && (body || hit->last >= end_of_area(at))) {
      return take_body({at, hit->last}, connector, hit->kind);
    }
    return accept(area(at, connector));
  }

  // "U.S. Attorney for the District of Harrow B. Todd Lind": the initial is the name's.
  [[nodiscard]] std::uint32_t without_initial(std::uint32_t last) const {
    const bool initial = a_.token(last - 1).is(token_initial) && last < end_ && a_.capital(last);
    return initial ? last - 1 : last;
  }

  // "for International Organization Affairs": an area and no body, though it begins like one.
  [[nodiscard]] bool begins_area(const NounPhrase& phrase) const {
    const auto next = phrase.range.last;
    return phrase.type == NodeType::agency && next == phrase.head + 1 && is_area_word(next) &&
           !a_.has(next, word_given | word_post) && next + 1 < end_ && a_.capital(next + 1);
  }

  // "Minister of Trade of Georgia": the country, not the other place of its name.
  [[nodiscard]] bool is_of_state(std::uint32_t connector) const {
    bool state = false;
    for (auto i = title_.post_range.first; i < connector; ++i) {
      state |= a_.has(i, word_state_post);
    }
    return state && a_.is_word(connector, a_.knowledge.words.of);
  }

  // An ambassador "to" a country, or an envoy "for" one, holds no post there; nor does a mayor
  // "of" a city hold one of a country's.
  std::uint32_t take_body(Range range, std::uint32_t connector, Kind kind) {
    const auto owner = range;
    range = owned_unit(a_, range, end_);
    if (range.first != owner.first) {
      title_.others.push_back(owner);  // named, though the post is its unit's
    }
    const auto& w = a_.knowledge.words;
    const bool of = a_.is_word(connector, w.of);
    // "Fellow at the Arkell Institute at Harrow University": of the institute alone.
    const bool again = a_.is_word(connector, w.at) && !title_.bodies.empty() &&
                       title_.bodies.back().last == connector;
    const bool to = a_.is_word(connector, w.to) && !serves(connector, kind);
    const bool held = !to && kind != Kind::place && !again &&
                      (of || kind == Kind::body || is_ministers(connector));
    (held ? title_.bodies : title_.others).push_back(range);
    if (!held && kind != Kind::body) {
      range.last = with_matter(more_places(range.last));
    }
    title_.post_range.last = range.last;
    return accept(range.last);
  }

  // "Deputy Minister for Foreign Affairs for Latvia": behind what a minister's post is for, the
  // country whose it is.
  [[nodiscard]] bool is_ministers(std::uint32_t connector) const {
    const auto& w = a_.knowledge.words;
    auto i = title_.post_range.first;
    while (i < connector && a_.has(i, word_modifier)) {
      ++i;  // "Deputy", "First"
    }
    const bool minister = i < connector && a_.document.text(i) == "Minister";
    return minister && a_.is_word(connector, w.for_) && title_.bodies.empty() &&
           title_.others.empty() && post_end_ < connector;
  }

  // "Secretary to the Ministry of Trade" has a post there, a Representative to it has not.
  [[nodiscard]] bool serves(std::uint32_t connector, Kind kind) const {
    return kind == Kind::body && a_.has(connector - 1, word_state_post);
  }

  // "for the Middle East and North Africa".
  std::uint32_t more_places(std::uint32_t last) {
    const auto& w = a_.knowledge.words;
    while (last + 1 < end_ && (a_.is_word(last, w.and_) || a_.punctuation(last, ','))) {
      const auto at = a_.is_word(last + 1, w.and_) ? last + 2 : last + 1;
      const auto* hit = a_.longest_hit(at, set_of(Kind::place) | set_of(Kind::country), end_);
      if (hit == nullptr || post_at(hit->last)) {
        break;
      }
      title_.others.push_back({at, hit->last});
      last = hit->last;
    }
    return last;
  }

  // "for Europe and Foreign Affairs": a place, and what else the post is for.
  [[nodiscard]] std::uint32_t with_matter(std::uint32_t last) const {
    const bool joined = last + 1 < end_ && a_.is_word(last, a_.knowledge.words.and_) &&
                        is_area_word(last + 1) && !a_.has(last + 1, word_given | word_post);
    return joined && !post_follows(last + 1) ? end_of_area(last + 1) : last;
  }

  // "for Foreign Affairs and Europe of France".
  std::uint32_t with_place(std::uint32_t last) {
    const auto& w = a_.knowledge.words;
    const auto* place = last + 1 < end_ && a_.is_word(last, w.and_)
                            ? a_.longest_hit(last + 1, set_of(Kind::place), end_)
                            : nullptr;
    if (place == nullptr || !a_.is_word(place->last, w.of)) {
      return last;
    }
    title_.others.push_back({last + 1, place->last});
    return place->last;
  }

  std::uint32_t area(std::uint32_t at, std::uint32_t connector) {
    auto last = with_place(end_of_area(at));
    // "Foreign Affairs Park Jin": a given name before one word alone is the person's.
    const bool begun = last > at + 1 && a_.has(last - 1, word_given) &&
                       end_of_person(a_, last, end_, true) == last + 1;
    last -= begun ? 1U : 0U;
    title_.post_range.last = std::max(title_.post_range.last, last);
    return last == at ? connector : last;
  }

  [[nodiscard]] bool is_area_word(std::uint32_t i) const {
    return i < end_ && a_.taken[i] == 0 && a_.capital(i) &&
           a_.has(i, word_common | word_post | word_modifier) && !a_.has(i, word_honorific);
  }

  // "Foreign Affairs, Employment and Tourism Vijitha Herath": up to the last common word that no
  // given name stands before.
  [[nodiscard]] std::uint32_t end_of_area(std::uint32_t at) const {
    auto last = at;
    for (auto i = at; i < end_ && i < at + 12; ++i) {
      if (is_area_word(i) && !(a_.has(i, word_given) && i > at && !a_.has(i, word_common))) {
        last = i + 1;
        continue;
      }
      if (joins_area(i, last) || is_inside_area(i, last)) {
        continue;
      }
      if (const auto small = i == last && i > at ? end_of_small(i) : i; small > i) {
        last = small;
        i = small - 1;
        continue;
      }
      const bool unknown =
          a_.capital(i) && a_.taken[i] == 0 && !a_.has(i, word_given | word_honorific);
      if (!unknown) {
        break;
      }
    }
    return last;
  }

  // "Assistant Minister of Foreign affairs of Viet Nam", "Director of Harbour traffic control,
  // Harrow Ports Agency": one past the small words that an area goes on with, one up to "of" or
  // some up to a comma and a body; `i` where it does not.
  [[nodiscard]] std::uint32_t end_of_small(std::uint32_t i) const {
    constexpr std::uint32_t longest = 3;  // words
    auto last = i;
    while (last < std::min(end_, i + longest) && !a_.capital(last) && a_.has(last, word_common) &&
           !a_.has(last, word_function) &&
           a_.longest_hit(last, set_of(Kind::verb), end_) == nullptr) {
      ++last;
    }
    if (last == i + 1 && last < end_ && a_.is_word(last, a_.knowledge.words.of)) {
      return last;
    }
    const bool listed =
        last > i && last + 1 < end_ && a_.punctuation(last, ',') && a_.capital(last + 1);
    const auto body = listed ? read_noun_phrase(a_, last + 1, end_) : std::nullopt;
    return body && body->type == NodeType::agency ? last : i;
  }

  // "for Global Women's Issues": people, whom no body's name ends in.
  [[nodiscard]] bool is_inside_area(std::uint32_t i, std::uint32_t last) const {
    return i == last && i > begin_ && a_.token(i).is(token_possessive) && is_area_word(i + 1) &&
           (a_.is_word(i - 1, a_.knowledge.words.women) ||
            a_.is_word(i - 1, a_.knowledge.words.children)) &&
           !a_.has(i + 1, word_post);
  }

  [[nodiscard]] bool joins_area(std::uint32_t i, std::uint32_t last) const {
    if (i != last || i + 1 >= end_ || a_.has(i + 1, word_post)) {
      return false;
    }
    const auto& w = a_.knowledge.words;
    if (a_.is_word(i, w.of)) {  // "on Freedom of the Media"
      const auto next = a_.is_word(i + 1, w.the) ? i + 2 : i + 1;
      return next < end_ && is_area_word(next) && !a_.has(next, word_post | word_given) &&
             a_.longest_hit(next, name_kinds, end_) == nullptr && !read_noun_phrase(a_, next, end_);
    }
    if (a_.is_word(i, w.the)) {
      return i > 0 && a_.is_word(i - 1, w.of) && is_area_word(i + 1);
    }
    const bool rank = a_.has(i + 1, word_rank) && i + 2 < end_ && a_.capital(i + 2) &&
                      !a_.has(i + 2, word_common);
    if (rank || a_.begins(i + 1, set_of(Kind::honorific))) {
      return false;  // "Minister of Defence and General Lindqvist", "& The Honorable Ada Roe"
    }
    if (a_.is_word(i, a_.knowledge.words.and_) || a_.punctuation(i, '&')) {
      // "Rural Development and Samurdhi Affairs"
      const bool local = a_.capital(i + 1) && !a_.has(i + 1, word_given | word_honorific) &&
                         is_area_word(i + 2) && !a_.has(i + 2, word_given | word_post);
      return (is_area_word(i + 1) || local) && !post_follows(i + 1) &&
             a_.longest_hit(i + 1, name_kinds | set_of(Kind::demonym), end_) == nullptr;
    }
    return a_.punctuation(i, ',') && closes_list(i + 1);
  }

  // The list that goes on at `i` ends in "and" and one more common word.
  [[nodiscard]] bool closes_list(std::uint32_t i) const {
    const auto bound = std::min(end_, i + 10);
    for (; i + 1 < bound; ++i) {
      if (a_.is_word(i, a_.knowledge.words.and_) || a_.punctuation(i, '&')) {
        return is_area_word(i + 1) && !a_.has(i + 1, word_post);
      }
      if (!a_.punctuation(i, ',') && (!is_area_word(i) || a_.has(i, word_post))) {
        return false;
      }
    }
    return false;
  }

  const Analysis& a_;
  std::uint32_t begin_;
  std::uint32_t end_;
  Title title_;
  bool honoured_ = false;
  bool profession_ = false;     // all posts so far are
  std::uint32_t post_end_ = 0;  // one past the last post's head, without what it is of
};

}  // namespace

Title read_title(const Analysis& analysis, std::uint32_t i, std::uint32_t end) {
  return TitleReader(analysis, i, end).read();
}

}  // namespace pressgraph
