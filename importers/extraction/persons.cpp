// SPDX-License-Identifier: Apache-2.0
// Names of persons: what capitals remain when no other meaning claims them.
#include <algorithm>

#include "importers/extraction/fold.hpp"
#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_name = 9;

// Words that no name holds, however it is written.
constexpr WordSet never_in_name = word_weekday | word_function | word_honorific | word_post;

bool is_head(const Analysis& a, std::uint32_t i) {
  return a.has(i, word_agency_head | word_instrument_head | word_event_head);
}

bool is_initial(const Analysis& a, std::uint32_t i) {
  const auto& t = a.token(i);
  if (t.end - t.begin > 2 && a.longest_hit(i, name_kinds, i + 1) != nullptr) {
    return false;  // "U.S."
  }
  return t.is(token_initial) || (t.is(token_capital) && t.end - t.begin == 1);
}

class PersonName {
 public:
  PersonName(const Analysis& analysis, std::uint32_t end, bool titled)
      : a_(analysis), end_(end), titled_(titled) {}

  [[nodiscard]] std::uint32_t read(std::uint32_t i) const {
    if (i >= end_ || !begins(i) || is_of_acronym(i) || is_run_together(i)) {
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
    while (at > i + 1 &&
           (is_bare_letter(at - 1) || (a_.has(at - 1, word_particle) && !a_.capital(at - 1)))) {
      --at;
    }
    return is_enough({i, at}) ? at : i;
  }

 private:
  // "Ada Nwosu Nwosu AdaPresident of Harrow:": what a page shows over a speaker's name, his name
  // the other way round and his post, runs into the text.
  [[nodiscard]] bool is_caption(std::uint32_t i) const {
    if (i < 2 || i + 1 >= end_ || a_.document.text(i) != a_.document.text(i - 1)) {
      return false;
    }
    const auto given = a_.document.text(i - 2);
    const auto run = a_.document.text(i + 1);
    return run.size() > given.size() && run.starts_with(given) && run[given.size()] >= 'A' &&
           run[given.size()] <= 'Z';
  }

  // "Non-NATO", "Anti-ISIS": letters that stand for a body behind a hyphen.
  [[nodiscard]] bool is_of_acronym(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    const auto hyphen = text.rfind('-');
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return hyphen != std::string_view::npos && hyphen + 2 < text.size() &&
           !a_.token(i).is(token_all_caps) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, text.end(),
                       is_capital);
  }

  // "TomasR.Lindqvist": a name without its spaces, of which the word is a piece.
  [[nodiscard]] bool is_run_together(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return i + 2 < a_.document.tokens.size() && text.size() > 2 && text.back() >= 'A' &&
           text.back() <= 'Z' && text[text.size() - 2] >= 'a' && text[text.size() - 2] <= 'z' &&
           a_.punctuation(i + 1, '.') && !a_.token(i + 1).is(token_space) && a_.capital(i + 2) &&
           !a_.token(i + 2).is(token_space);
  }

  // "Robert Reed D NJ": a letter without a full stop ends no name.
  [[nodiscard]] bool is_bare_letter(std::uint32_t i) const {
    const auto& t = a_.token(i);
    return t.is(token_capital) && t.end - t.begin == 1;
  }

  [[nodiscard]] bool given(std::uint32_t i) const { return a_.has(i, word_given); }

  [[nodiscard]] bool begins(std::uint32_t i) const {
    if (titled_ && !a_.capital(i) && a_.has(i, word_particle) && begins_particles(i)) {
      return true;
    }
    if (!a_.capital(i) || a_.taken[i] != 0 || is_caption(i) || (i > 0 && is_caption(i - 1))) {
      return false;
    }
    if (a_.is_heading(i) && !given(i) && a_.has(i, word_common)) {
      return false;
    }
    if (given(i) && !a_.has(i, word_function) &&
        (!a_.has(i, word_given_ambiguous) || surname_follows(i))) {
      return !is_name_of_something(i);
    }
    if (a_.has(i, never_in_name) || a_.has(i, word_given_ambiguous)) {
      return titled_ && (given(i) || is_name_like_function(i));
    }
    if (is_initial(a_, i)) {
      return titled_ || (i + 1 < end_ && a_.capital(i + 1) && !a_.has(i + 1, word_common));
    }
    return begins_unknown(i);
  }

  // "Mr. To Lam": after an honorific a capital is a name's, whatever the word is.
  [[nodiscard]] bool is_name_like_function(std::uint32_t i) const {
    return a_.has(i, word_function) && i > 0 && a_.has(i - 1, word_honorific) &&
           !a_.has(i, word_honorific | word_post) && i + 1 < end_ && a_.capital(i + 1) &&
           !a_.has(i + 1, word_common | word_honorific | word_post);
  }

  // "Mr. de Hoop Scheffer", "President von der Leyen".
  [[nodiscard]] bool begins_particles(std::uint32_t i) const {
    auto name = i;
    while (name < end_ && !a_.capital(name) && a_.has(name, word_particle)) {
      ++name;
    }
    return i > 0 && a_.has(i - 1, word_honorific | word_post) && a_.capital(i - 1) && name < end_ &&
           a_.capital(name) && !a_.has(name, word_common);
  }

  // "the General Election", "the General Peace Agreement": a rank that is a common adjective too,
  // before a common word alone or with a head.
  [[nodiscard]] bool is_general(std::uint32_t i) const {
    const bool rank = i > 0 && a_.has(i - 1, word_rank) && a_.has(i - 1, word_modifier) &&
                      !(i > 1 && a_.capital(i - 2) &&
                        !a_.has(i - 2, word_function));  // not "Attorney General Holder"
    return rank && a_.has(i, word_common) &&
           !(i + 1 < end_ && a_.capital(i + 1) &&
             !(is_head(a_, i + 1) && a_.has(i + 1, word_common)));
  }

  // With a name that no list has.
  [[nodiscard]] bool begins_unknown(std::uint32_t i) const {
    if (is_head(a_, i) || a_.has(i, word_modifier) || is_plural_letters(i) ||
        is_name_of_something(i)) {
      return false;
    }
    return titled_ ? !is_verb(i) && !is_third_person(i) && !is_general(i)
                   : !a_.has(i, word_common) && !a_.token(i).is(token_all_caps);
  }

  // "Heads of HSIs": letters that stand for several bodies.
  [[nodiscard]] bool is_plural_letters(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return text.size() > 2 && text.ends_with('s') &&
           std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "President Leaves for Dubai": a verb that no list has, by its "s".
  [[nodiscard]] bool is_third_person(std::uint32_t i) const {
    const bool named = i + 1 < end_ && a_.capital(i + 1) && !a_.has(i + 1, word_common);
    // "Prioritizes Relief", but "Gates Signs"
    const bool unknown = a_.is_headline(i) && i + 1 < end_ && a_.capital(i + 1) &&
                         a_.longest_hit(i + 1, set_of(Kind::verb), end_) == nullptr;
    if (!(a_.has(i, word_common) || unknown) || named) {
      return false;
    }
    auto stem = folded(a_.document.text(i));
    if (!stem.ends_with('s') || stem.ends_with("ss")) {
      return false;
    }
    stem.pop_back();
    const auto& k = a_.knowledge;
    const auto common = [&](std::string_view word) {
      return (k.word_flags[k.vocabulary.find(word)] & word_common) != 0;
    };
    return common(stem) || (stem.ends_with('e') && common(stem.substr(0, stem.size() - 1)));
  }

  [[nodiscard]] bool surname_follows(std::uint32_t i) const {
    if (i + 2 < end_ && nickname(i + 1)) {
      return true;  // "Andrea "Andy" Marra"
    }
    return i + 1 < end_ && a_.capital(i + 1) &&
           (is_initial(a_, i + 1) || !a_.has(i + 1, word_common) || is_told_of(i));
  }

  // "said Tony West, Assistant Secretary": two common words where a speaker or a post tells that
  // they are somebody.
  [[nodiscard]] bool is_told_of(std::uint32_t i) const {
    constexpr std::uint32_t farthest = 5;  // tokens: "Principal Deputy Assistant Secretary"
    const auto after = i + 2;
    const bool listed = i > 0 && a_.is_word(i - 1, a_.knowledge.words.and_);
    if (listed || a_.is_headline(i) || a_.has(i + 1, word_function | word_month | word_weekday) ||
        !a_.punctuation(after, ',')) {
      return false;
    }
    const bool spoken = i > 0 && a_.has(i - 1, word_quoting) && !a_.capital(i - 1);
    for (auto at = after + 1; at < std::min(end_, after + 1 + farthest); ++at) {
      if (a_.has(at, word_post) && a_.capital(at)) {
        return true;
      }
      if (!a_.has(at, word_modifier) && !a_.is_word(at, a_.knowledge.words.the)) {
        break;
      }
    }
    return spoken;
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
    const bool acronym = a_.token(i).is(token_all_caps) && hit->kind == Kind::body &&
                         !(i + 1 < end_ && a_.token(i + 1).is(token_all_caps));
    if (acronym) {
      return true;  // "NATO Foreign Ministers", though "Nato" is a given name
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
      if (is_caption(at)) {
        return at;
      }
      return goes_on(first, at) ? at + 1 : at;
    }
    if (t.is(token_inner_capital)) {
      return at + 1;
    }
    if (a_.has(at, word_particle) && at + 1 < end_ &&
        (a_.capital(at + 1) || a_.has(at + 1, word_particle))) {
      return a_.has(at, word_function) && !a_.has(at, word_particle) ? at : at + 1;
    }
    if (t.punctuation == ',' && at + 1 < end_ && a_.has(at + 1, word_suffix) &&
        is_generation(at + 1)) {
      return at + 2;
    }
    return nickname(at) ? at + 3 : at;
  }

  // "Robert “Bob” Reed".
  [[nodiscard]] bool nickname(std::uint32_t at) const {
    const char opening = a_.token(at).punctuation;
    return (opening == '<' || opening == '"' || opening == '(') && at + 2 < end_ &&
           a_.capital(at + 1) && (a_.punctuation(at + 2, '>') || a_.punctuation(at + 2, '"')) &&
           a_.capital(std::min(at + 3, end_ - 1));
  }

  // An English word, or two with a hyphen: "Co-Host".
  [[nodiscard]] bool is_common(std::uint32_t i) const {
    if (a_.has(i, word_common)) {
      return true;
    }
    const auto text = a_.document.text(i);
    const auto hyphen = text.rfind('-');
    const auto& k = a_.knowledge;
    return hyphen != std::string_view::npos && a_.token(i).word == 0 &&
           (k.word_flags[k.vocabulary.find(folded(text.substr(hyphen + 1)))] & word_common) != 0;
  }

  // "Jr.", "III": part of the name; a degree after a comma is none.
  [[nodiscard]] bool is_generation(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return text.starts_with("Jr") || text.starts_with("Sr") ||
           text.find_first_not_of("IVX") == std::string_view::npos;
  }

  // A surname is there already, and an English word goes on: "John Reed Opposes", "Ann Reed Award".
  [[nodiscard]] bool is_complete(std::uint32_t first, std::uint32_t at) const {
    std::uint32_t words = 0;
    for (auto i = first; i < at; ++i) {
      words += a_.capital(i) && !is_initial(a_, i) && !a_.has(i, word_particle) ? 1U : 0U;
    }
    const bool more = at + 1 < end_ && a_.capital(at + 1) && !a_.has(at + 1, word_suffix);
    return words >= 2 && more && !a_.has(at - 1, word_particle) && !a_.has(at, word_particle) &&
           a_.has(at, word_common) && !given(at) && !a_.token(first).is(token_all_caps);
  }

  [[nodiscard]] bool goes_on(std::uint32_t first, std::uint32_t at) const {
    if (a_.has(at, word_suffix)) {
      return is_generation(at);
    }
    if (is_initial(a_, at)) {
      return true;
    }
    if (a_.has(at, word_weekday | word_function) && !a_.has(at, word_particle)) {
      return is_inner_function(at);
    }
    if (at > first + 1 && is_initial(a_, at - 1) && a_.has(at, word_post)) {
      return given(first);  // "Benjamin D. Singer"
    }
    if (a_.has(at, word_honorific | word_post | word_month)) {
      return (given(at) && !a_.has(at, word_post)) || is_honorific_surname(first, at) ||
             is_inner_title(first, at) || is_inner_profession(first, at);
    }
    return (!is_other_word(at) || is_headline_surname(first, at)) && !is_complete(first, at) &&
           !is_party_state(at) && !names_other(first, at);
  }

  // "Her Excellency Marlar Than Htaik": a capital between two others of a name.
  [[nodiscard]] bool is_inner_function(std::uint32_t at) const {
    return titled_ && !a_.is_heading(at) && !a_.has(at, word_weekday) && at + 1 < end_ &&
           a_.capital(at + 1) &&
           !a_.has(at + 1, word_common | word_function | word_honorific | word_post | word_month) &&
           a_.longest_hit(at + 1, name_kinds, end_) == nullptr;
  }

  // "Tomás Singer Lindqvist": what many are by profession, between a given name and another
  // capital.
  [[nodiscard]] bool is_inner_profession(std::uint32_t first, std::uint32_t at) const {
    const auto* post = a_.longest_hit(at, set_of(Kind::post), end_);
    return at == first + 1 && given(first) && !a_.is_heading(at) && post != nullptr &&
           post->last == at + 1 && post->entry == post_of_profession && at + 1 < end_ &&
           a_.capital(at + 1) &&
           !a_.has(at + 1, word_common | word_function | word_honorific | word_post | word_month) &&
           a_.longest_hit(at + 1, name_kinds, end_) == nullptr;
  }

  // "Attorney General Eric Holder Announces": a common word behind a title and a given name alone.
  [[nodiscard]] bool is_headline_surname(std::uint32_t first, std::uint32_t at) const {
    const bool ends = at + 1 >= end_ || !a_.capital(at + 1) ||
                      a_.longest_hit(at + 1, set_of(Kind::verb), end_) != nullptr;
    const bool headline = at == first + 1 && a_.is_headline(at) && given(first);
    const bool item = ends_item(at) && (given(first) || at == first + 2);
    return titled_ && (headline || item) && is_common(at) && ends && !is_verb(at) &&
           (item || !is_third_person(at)) && !is_head(a_, at) && !a_.has(at, word_award) &&
           !begins_instrument(at);
  }

  // "- Senior Advisor Keisha Lance Bottoms", a list's item, which looks like a heading.
  [[nodiscard]] bool ends_item(std::uint32_t at) const {
    const auto item = a_.sentence(at);
    return at + 1 == item.last &&
           (a_.punctuation(item.first, '-') || a_.punctuation(item.first, '*'));
  }

  // "Tomas Cardinal Lindqvist".
  [[nodiscard]] bool is_inner_title(std::uint32_t first, std::uint32_t at) const {
    return at == first + 1 && a_.has(at, word_particle) && at + 1 < end_ && a_.capital(at + 1) &&
           !a_.has(at + 1, word_common | word_post);
  }

  // "Loretta King, Acting Director": after a given name, and nothing more of a name after it.
  [[nodiscard]] bool is_honorific_surname(std::uint32_t first, std::uint32_t at) const {
    const bool closed =
        at + 1 >= end_ || (!a_.capital(at + 1) && !a_.is_word(at + 1, a_.knowledge.words.of));
    return a_.has(at, word_honorific) && !a_.has(at, word_post | word_month) && given(at - 1) &&
           !a_.has(first, word_honorific) && closed;
  }

  [[nodiscard]] bool is_other_word(std::uint32_t at) const {
    const bool surname = is_initial(a_, at - 1) && !a_.is_headline(at) &&
                         !(at + 1 < end_ && a_.capital(at + 1));  // "George E.B. Holding, Attorney"
    return (is_head(a_, at) && a_.has(at, word_common)) ||
           (is_verb(at) && !given(at) && !surname) || a_.has(at, word_award) ||
           begins_instrument(at) || (a_.is_heading(at) && is_common(at) && !given(at));
  }

  // "President Brandt Harbour Plan", "President Brandt Dutch Harbour Plan": the last words are the
  // plan's.
  [[nodiscard]] bool begins_instrument(std::uint32_t at) const {
    const auto* demonym = a_.longest_hit(at, set_of(Kind::demonym), end_);
    if (demonym != nullptr && !given(at) && !a_.is_headline(at)) {
      const auto phrase = read_noun_phrase(a_, at, end_);
      return phrase && phrase->type == NodeType::instrument;
    }
    return a_.has(at, word_common) && !given(at) && !a_.is_headline(at) && at + 1 < end_ &&
           a_.capital(at + 1) && a_.has(at + 1, word_instrument_head) &&
           !a_.has(at + 1, word_instrument_weak);
  }

  // A party and its state: "D NJ".
  [[nodiscard]] bool is_party_state(std::uint32_t at) const {
    return is_bare_letter(at - 1) && a_.token(at).is(token_all_caps);
  }

  // Whether a body, a state or another name begins at `at`.
  [[nodiscard]] bool names_other(std::uint32_t first, std::uint32_t at) const {
    const auto* hit = a_.longest_hit(at, name_kinds, end_);
    const bool loud = a_.token(at).is(token_all_caps) && !a_.token(first).is(token_all_caps);
    if (hit == nullptr) {
      return loud && a_.has(at, word_common);
    }
    const bool after_initials = a_.token(at - 1).is(token_initial) && at == first + 1;
    const bool body = a_.knowledge.things[hit->entry].type == NodeType::agency && !after_initials;
    return loud || (!given(at) && (hit->last > at + 1 || body));
  }

  // "Casey Family Programs", "Harrow River Salinity Barrier": what is named after somebody.
  [[nodiscard]] bool names_thing(Range name) const {
    const auto common = [&](std::uint32_t i) {
      return a_.has(i, word_common) && !given(i) && !is_initial(a_, i) && !a_.has(i, word_suffix) &&
             !a_.has(i, word_particle);
    };
    return name.size() >= 3 && common(name.last - 1) && common(name.last - 2);
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
    if (titled_) {
      return (words == 1 || has_given || unknown >= 1) && words >= 1 &&
             !(words == 1 && is_initial(a_, name.first));
    }
    const bool known = has_given || (is_initial(a_, name.first) && unknown >= 1);
    const bool plain = unknown >= 2 && !a_.token(name.last - 1).is(token_all_caps);
    const bool quoted = unknown == 1 && words == 2 && is_quoted_speaker(a_, name);
    return words >= 2 && words <= 5 && (known || plain || quoted) && !names_thing(name);
  }

  const Analysis& a_;
  std::uint32_t end_;
  bool titled_;
};

}  // namespace

std::uint32_t end_of_person(const Analysis& analysis, std::uint32_t i, std::uint32_t end,
                            bool titled) {
  return PersonName(analysis, end, titled).read(i);
}

}  // namespace pressgraph
