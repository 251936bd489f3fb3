// SPDX-License-Identifier: Apache-2.0
// Bodies that no list has and no head tells, known by the company they are in.
#include <algorithm>

#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_name = 5;  // tokens
constexpr std::uint32_t longest_gap = 3;   // tokens between two items: ", and the"
constexpr std::size_t least_bodies = 2;    // known ones that make a list one of bodies

class ListedBodies {
 public:
  explicit ListedBodies(Analysis& analysis) : a_(analysis) {}

  void run() {
    const auto sentences = with_known();
    if (sentences.empty()) {
      return;
    }
    cover();
    for (const auto sentence : sentences) {
      const auto [first, last] = a_.document.sentences[sentence];
      for (auto i = first; i < last;) {
        const bool begins = covering_[i] != none || a_.capital(i);
        i = std::max(i + 1, begins ? read_list(i) : i);
      }
    }
  }

 private:
  // The sentences, no headings, that name as many bodies as a list must have, in their order.
  [[nodiscard]] std::vector<std::uint32_t> with_known() const {
    std::vector<std::uint32_t> bodies;  // the sentence of each
    for (const auto& name : a_.names) {
      if (name.type == NodeType::agency && name.inside == none &&
          !a_.is_heading(name.range.first)) {
        bodies.push_back(a_.document.sentence_of[name.range.first]);
      }
    }
    std::ranges::sort(bodies);
    std::vector<std::uint32_t> sentences;
    for (std::size_t i = least_bodies - 1; i < bodies.size(); ++i) {
      if (bodies[i] == bodies[i + 1 - least_bodies] &&
          (sentences.empty() || sentences.back() != bodies[i])) {
        sentences.push_back(bodies[i]);
      }
    }
    return sentences;
  }

  void cover() {
    covering_.assign(a_.document.tokens.size(), none);
    for (std::size_t n = 0; n < a_.names.size(); ++n) {
      const auto& name = a_.names[n];
      if (name.inside == none) {
        const auto first = name.title.empty() ? name.range.first : name.title.first;
        std::fill(covering_.begin() + first, covering_.begin() + name.range.last,
                  static_cast<int>(n));
      }
    }
  }

  // Reads the list whose first item begins at `i`; one past it.
  std::uint32_t read_list(std::uint32_t i) {
    const auto end = a_.sentence(i).last;
    std::size_t bodies = 0;
    unknown_.clear();
    bool closed = false;
    auto at = i;
    auto last = i;
    while (at < end) {
      const auto item = read_item(at, end);
      if (item == at) {
        break;
      }
      bodies += covering_[at] != none ? 1U : 0U;
      last = with_bracket(item, end);
      at = closed ? end : past_glue(last, end, closed);
    }
    const bool known = bodies >= least_bodies && unknown_.size() <= bodies && closed;
    if (known && ends_here(last, end)) {
      std::ranges::for_each(unknown_, [&](Range name) { add(name); });
    }
    return last;
  }

  // One past the body known or possible at `at`, or `at`.
  std::uint32_t read_item(std::uint32_t at, std::uint32_t end) {
    if (covering_[at] != none) {
      const auto& name = a_.names[static_cast<std::size_t>(covering_[at])];
      return name.type == NodeType::agency && name.range.first == at ? name.range.last : at;
    }
    const auto last = possible_name(at, end);
    if (last == at || is_town(at, last)) {
      return at;
    }
    unknown_.push_back({at, last});
    return last;
  }

  // "Harrow College, Ashdown": the one word after an unlisted body tells where that is.
  [[nodiscard]] bool is_town(std::uint32_t at, std::uint32_t last) const {
    const int before = at > 1 && a_.punctuation(at - 1, ',') ? covering_[at - 2] : none;
    return before != none && last == at + 1 && !a_.token(at).is(token_all_caps) &&
           a_.names[static_cast<std::size_t>(before)].thing == none;
  }

  [[nodiscard]] std::uint32_t possible_name(std::uint32_t at, std::uint32_t end) const {
    constexpr WordSet other = word_function | word_month | word_weekday | word_post |
                              word_honorific | word_given | word_event_head | word_modifier;
    const auto last = end_of_capitals(a_, at, std::min(end, at + longest_name + 1));
    bool own = false;  // a word that no dictionary has
    for (auto t = at; t < last; ++t) {
      if (covering_[t] != none || a_.taken[t] != 0 || a_.has(t, other) ||
          a_.longest_hit(t, name_kinds | set_of(Kind::demonym), end) != nullptr) {
        return at;
      }
      own |= !a_.has(t, word_common);
    }
    return own && last <= at + longest_name ? last : at;
  }

  // "the Arkell Union (AU)"
  [[nodiscard]] std::uint32_t with_bracket(std::uint32_t at, std::uint32_t end) const {
    const bool bracket = at + 2 < end && a_.punctuation(at, '(') && a_.punctuation(at + 2, ')');
    return bracket ? at + 3 : at;
  }

  // One past ", ", " and ", ", and the "; `at` where no list goes on. `closing` after "and".
  [[nodiscard]] std::uint32_t past_glue(std::uint32_t at, std::uint32_t end, bool& closing) const {
    const auto& w = a_.knowledge.words;
    auto next = at;
    while (next < std::min(end, at + longest_gap)) {
      const bool joins = a_.is_word(next, w.and_) || a_.punctuation(next, '&');
      closing |= joins;
      if (!joins && !a_.punctuation(next, ',') && !(next > at && a_.is_word(next, w.the))) {
        break;
      }
      ++next;
    }
    return next == at ? end : next;
  }

  // Whether the list ends as a list does, not in the middle of a longer phrase.
  [[nodiscard]] bool ends_here(std::uint32_t last, std::uint32_t end) const {
    return last >= end || !a_.capital(last);
  }

  void add(Range range) {
    NameMention mention;
    mention.type = NodeType::agency;
    mention.range = range;
    mention.rule = "listed-with-bodies";
    a_.names.push_back(mention);
  }

  Analysis& a_;
  std::vector<int> covering_;  // by token: the outermost name over it
  std::vector<Range> unknown_;
};

}  // namespace

// The agencies that no other rule finds and that stand in a list of at least as many known ones:
// "Harrow Union, Samara Jana and the Arkell League".
void find_listed_bodies(Analysis& analysis) {
  ListedBodies(analysis).run();
}

}  // namespace pressgraph
