// SPDX-License-Identifier: Apache-2.0
// How an official is called with a title: what of the words before the name is his own.
#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

class TitleForm {
 public:
  TitleForm(const Analysis& analysis, std::size_t name)
      : a_(analysis), name_(analysis.names[name]), before_(untitled_before(name)) {}

  [[nodiscard]] Range read() const {
    if (opens_sentence() || is_of_relative(a_, name_.title.first)) {
      return name_.range;
    }
    auto first = name_.title.first;
    if (first > 0 && a_.document.text(first - 1).ends_with("-Vice")) {
      return {first - 1, name_.range.last};  // "then-Vice President X"
    }
    for (auto t = first; t < name_.title.last; ++t) {
      const auto* known = a_.longest_hit(t, name_kinds | set_of(Kind::post), name_.title.last);
      if (known != nullptr && known->last > t + 1) {
        t = known->last - 1;  // "United States" is no verb, "Chief of Mission" no event
      } else if (ends_others(first, t)) {
        first = t + 1;
      }
    }
    const auto skipped = first > name_.title.first;
    while (skipped && first < name_.title.last && a_.has(first, word_function)) {
      ++first;  // "Call on President X"
    }
    return {first < name_.title.last ? first : name_.range.first, name_.range.last};
  }

 private:
  // Whether what ends with the token at `t` is another's, or no title.
  [[nodiscard]] bool ends_others(std::uint32_t first, std::uint32_t t) const {
    const auto& w = a_.knowledge.words;
    if (a_.is_word(t, w.and_) || a_.punctuation(t, '&')) {
      return (before_ && has_post(first, t) && has_title(t, name_.title.last)) ||
             ends_with_unit(first, t);
    }
    if (a_.is_word(t, w.to) || a_.is_word(t, w.on)) {
      return leads_to_post(t + 1);
    }
    if (t == first && (is_dateline(t) || is_under(t))) {
      return true;
    }
    if (a_.punctuation(t, ',')) {
      return is_small(first, t) || (has_post(first, t) && leads_to_post(t + 1));
    }
    return is_of_headline(t);
  }

  // "Ann Ode, Director of X and Secretary Jane Roe": a name without a title, and a comma.
  [[nodiscard]] bool untitled_before(std::size_t name) const {
    const auto first = name_.title.first;
    while (name-- > 0 && first > 1 && a_.punctuation(first - 1, ',')) {
      const auto& other = a_.names[name];
      if (other.range.last <= first - 1) {
        return other.range.last == first - 1 && other.type == NodeType::official &&
               other.title.empty();
      }
    }
    return false;
  }

  // "According to the President, X said", "Addressing the deputies, X said".
  [[nodiscard]] bool opens_sentence() const {
    constexpr std::uint32_t longest = 4;  // tokens
    const auto first = a_.sentence(name_.title.first).first;
    if (name_.title.size() > longest) {
      return false;
    }
    if (!a_.punctuation(name_.title.last, ',') && !a_.punctuation(name_.title.last - 1, ',')) {
      return false;
    }
    const auto opening = a_.document.text(first);
    if (first >= name_.title.first || !(opening == "According" || opening.ends_with("ing"))) {
      return false;
    }
    for (auto t = first; t < name_.title.first; ++t) {
      if (a_.punctuation(t, ',')) {
        return false;
      }
    }
    return true;
  }

  // "HARROW Attorney General X": where the release was given out.
  [[nodiscard]] bool is_dateline(std::uint32_t t) const {
    return t + 1 < name_.title.last && a_.token(t).is(token_all_caps) &&
           a_.token(t).is(token_paragraph) && a_.token(t).end - a_.token(t).begin > 4 &&
           !a_.token(t + 1).is(token_all_caps) &&
           a_.longest_hit(t, set_of(Kind::place), t + 1) != nullptr;
  }

  // "“Under President X's leadership", where "Under Secretary" is a post.
  [[nodiscard]] bool is_under(std::uint32_t t) const {
    return a_.is_word(t, a_.knowledge.words.under) && t + 1 < name_.title.last &&
           a_.has(t + 1, word_state_post) &&
           a_.longest_hit(t, set_of(Kind::post), name_.title.last) == nullptr;
  }

  [[nodiscard]] bool has_post(std::uint32_t first, std::uint32_t last) const {
    for (auto t = first; t < last; ++t) {
      if (a_.has(t, word_post)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool has_title(std::uint32_t first, std::uint32_t last) const {
    return has_post(first, last) || (first + 1 < last && a_.has(first + 1, word_honorific));
  }

  // "the Harrow Division and Chief X": the unit is of whoever was named before.
  [[nodiscard]] bool ends_with_unit(std::uint32_t first, std::uint32_t t) const {
    return t > first && a_.has(t - 1, word_agency_head) && !has_post(first, t) &&
           t + 1 < name_.title.last && read_title(a_, t + 1, name_.title.last).post;
  }

  // "Counselor to former Chairman X", not "Secretary to the President X".
  [[nodiscard]] bool leads_to_post(std::uint32_t t) const {
    return t < name_.title.last && !a_.is_word(t, a_.knowledge.words.the) &&
           read_title(a_, t, name_.title.last).post;
  }

  // "officers, President X"
  [[nodiscard]] bool is_small(std::uint32_t first, std::uint32_t t) const {
    for (auto i = first; i < t; ++i) {
      if (a_.capital(i)) {
        return false;
      }
    }
    return t + 1 < name_.title.last;
  }

  // "Envoys Meet President X", "Addressing President X, they said"
  [[nodiscard]] bool is_of_headline(std::uint32_t t) const {
    const bool verb = a_.longest_hit(t, set_of(Kind::verb), t + 1) != nullptr;
    if (a_.has(t, word_post | word_modifier) || !a_.capital(t)) {
      return false;
    }
    if (a_.token(t).is(token_sentence) && a_.document.text(t).ends_with("ing")) {
      return verb;
    }
    const bool event = a_.has(t, word_event_head) && t + 1 < name_.title.last &&
                       a_.has(t + 1, word_function);  // "Pay Courtesy Call on"
    return a_.is_heading(t) && (verb || event);
  }

  const Analysis& a_;
  const NameMention& name_;
  bool before_;  // a name without a title
};

}  // namespace

Range form_with_title(const Analysis& analysis, std::size_t name) {
  return TitleForm(analysis, name).read();
}

}  // namespace pressgraph
