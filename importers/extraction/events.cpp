// SPDX-License-Identifier: Apache-2.0
// Phrases that tell of an event: named ones ("the Second Berlin Conference on Libya"), described
// ones ("a bilateral meeting with X", "X's trip to Y"), and those that a verb makes ("met with X").
#include <algorithm>

#include "importers/extraction/event_parts.hpp"

namespace pressgraph {
namespace {

class EventFinder {
 public:
  explicit EventFinder(Analysis& analysis)
      : a_(analysis),
        w_(analysis.knowledge.words),
        index_(mention_index(analysis)),
        subjects_(analysis, index_) {}

  void run() {
    for (const auto sentence : a_.document.sentences) {
      const EventScope scope{a_, index_, subjects_, sentence};
      for (auto i = next_told(sentence.first, sentence); i < sentence.last;) {
        i = next_told(std::max(i + 1, read(scope, i)), sentence);
      }
    }
  }

 private:
  // From `i` on, where words begin that may tell of an event.
  [[nodiscard]] std::uint32_t next_told(std::uint32_t i, Range sentence) const {
    return a_.next_begin(i, sentence.last, set_of(Kind::event_head) | set_of(Kind::verb));
  }

  // One past the event that begins at `i`, or `i` where none does.
  std::uint32_t read(const EventScope& scope, std::uint32_t i) {
    const int inside = index_.covering(i);
    if (inside != none && (scope.name(inside).range.last > i + 1 || ends_agency(scope, inside) ||
                           scope.name(inside).rule == "dated-instrument")) {
      return i;
    }
    const auto end = scope.sentence.last;
    const auto* head = a_.longest_hit(i, set_of(Kind::event_head), end);
    const bool body = a_.capital(i) && a_.has(i, word_agency_head) &&
                      !a_.token(i).is(token_sentence) &&
                      !(inside != none && is_session(scope, inside));
    if (head != nullptr && !body && is_told_noun(scope, i, head->last)) {
      if (auto event = read_event_phrase(scope, i, *head)) {
        a_.events.push_back(std::move(*event));
        return a_.events.back().range.last;
      }
    }
    const auto* verb = a_.longest_hit(i, set_of(Kind::verb), end);
    // "two days of talks with officials"
    const bool noun = verb != nullptr && head != nullptr && i > scope.sentence.first &&
                      a_.knowledge.verbs[verb->entry].frame == Frame::speak &&
                      is_preposition(a_, i - 1) && !a_.is_word(i - 1, w_.to) &&
                      !a_.document.text(i).ends_with("ing");
    if (verb == nullptr || noun) {
      return i;
    }
    auto made = read_event_verb(scope, i, *verb);
    const auto last = made.empty() ? i : made.back().range.last;
    std::ranges::move(made, std::back_inserter(a_.events));
    return last;
  }

  // "Houston Chapter of the Harbour Forum" names who acts there, not what takes place; "the 91st
  // General Assembly" is a session of it.
  [[nodiscard]] bool ends_agency(const EventScope& scope, int mention) const {
    const auto& name = scope.name(mention);
    return name.type == NodeType::agency && name.range.size() > 1 && !is_session(scope, mention) &&
           (name.thing == none || a_.has(name.range.last - 1, word_agency_head));
  }

  [[nodiscard]] bool is_session(const EventScope& scope, int mention) const {
    const auto first = scope.name(mention).range.first;
    const auto floor = scope.sentence.first;
    return (first > floor && is_ordinal(a_, first - 1)) ||
           (first > floor + 1 && is_ordinal(a_, first - 2));
  }

  // "Council Calls for Calm": a headline's verb.
  [[nodiscard]] bool calls_for(const EventScope& scope, std::uint32_t i, std::uint32_t last) const {
    const auto* verb = a_.is_heading(i) && i > scope.sentence.first
                           ? a_.longest_hit(i, set_of(Kind::verb), scope.sentence.last)
                           : nullptr;
    return verb != nullptr && verb->last > last;
  }

  // "Pupils of the Harrow School, Oslo Visit the Senate"; not "during the State Visit the
  // President".
  [[nodiscard]] bool takes_object(const EventScope& scope, std::uint32_t i,
                                  std::uint32_t last) const {
    const auto end = scope.sentence.last;
    const bool verb =
        a_.has(i, word_base_verb) || a_.longest_hit(i, set_of(Kind::verb), end) != nullptr;
    if (last >= end || !a_.is_word(last, w_.the) || !verb) {
      return false;
    }
    auto first = i;
    while (first > scope.sentence.first && a_.capital(first - 1)) {
      --first;
    }
    const bool owned = first > scope.sentence.first &&
                       (is_article(a_, first - 1) || a_.token(first - 1).is(token_possessive));
    return a_.is_heading(i) || a_.is_headline(i) || (a_.capital(i) && first < i && !owned);
  }

  [[nodiscard]] bool is_told_noun(const EventScope& scope, std::uint32_t i,
                                  std::uint32_t last) const {
    return is_noun(scope, i, last) && !takes_object(scope, i, last);
  }

  // "visit", "call" and "meeting" are verbs too: a noun has an article, an adjective, an owner or a
  // capital before it.
  [[nodiscard]] bool is_noun(const EventScope& scope, std::uint32_t i, std::uint32_t last) const {
    const auto& t = a_.token(i);
    if ((t.is(token_capital) && !t.is(token_sentence)) || a_.is_headline(i)) {
      return (t.is(token_capital) || i > scope.sentence.first) && !calls_for(scope, i, last);
    }
    const bool with = a_.is_word(last, w_.with) || a_.is_word(last, w_.between);
    if (with && a_.document.text(i).ends_with("ing")) {
      return i > scope.sentence.first && !follows_be(a_, scope.sentence.first, i);
    }
    if (i == scope.sentence.first) {
      const bool told = a_.is_word(last, w_.have) || a_.is_word(last, w_.were);
      return with || told || a_.is_word(last, w_.of) || a_.is_word(last, w_.to);
    }
    const bool verb = a_.longest_hit(i, set_of(Kind::verb), scope.sentence.last) != nullptr;
    const bool apart = a_.is_word(i - 1, w_.to) || a_.punctuation(i - 1, ')');
    return noun_follows(i - 1) || (!verb && apart);  // "to lunch", "the Fund (HRF) conference"
  }

  [[nodiscard]] bool noun_follows(std::uint32_t i) const {
    const auto& t = a_.token(i);
    const auto word = t.word;
    if (t.punctuation == '>' || t.punctuation == '"' || t.is(token_possessive) ||
        t.is(token_capital) || t.is(token_digit) ||
        a_.has(i, word_event_modifier | word_event_head) || is_ordinal(a_, i)) {
      return true;
    }
    const bool compound =
        !t.is(token_punctuation) && a_.document.text(i).find('-') != std::string_view::npos;
    const bool determiner = word == w_.the || word == w_.a || word == w_.an || word == w_.this_ ||
                            word == w_.that || word == w_.his || word == w_.her ||
                            word == w_.their || word == w_.its || word == w_.our;
    const bool verb_follows = word == w_.to || word == w_.he || word == w_.she || word == w_.they ||
                              word == w_.we || word == w_.i || word == w_.will || word == w_.not_;
    return compound || (word != 0 && determiner) || a_.has(i, word_common) != verb_follows;
  }

  Analysis& a_;
  const KnownWords& w_;
  const MentionIndex& index_;
  Subjects subjects_;
};

}  // namespace

void find_events(Analysis& analysis) {
  EventFinder(analysis).run();
}

}  // namespace pressgraph
