// SPDX-License-Identifier: Apache-2.0
// Who hosted an event and who took part in it, by a verb in the passive: "was hosted by X",
// "attended by A, B and C", "X was joined by Y".
#include <algorithm>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

class PassiveEventEdges {
 public:
  explicit PassiveEventEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  // "was hosted by X in Y", "attended by A, B and C", "X was joined by Y".
  void add(const Clause& clause, const VerbFrame& frame) {
    const auto sentence = a_.sentence(clause.verb.first);
    if (frame.companion) {
      joined_by(clause, sentence);
      return;
    }
    const bool took_part = frame.relation == Relation::participated && !frame.helps;
    const auto* made = took_part ? made_next(clause, sentence) : nullptr;
    const int event = made != nullptr ? made->node : event_done(clause, frame, sentence);
    if (event == none) {
      return;
    }
    const auto by = by_word(clause, sentence);
    if (by < sentence.last) {
      done_by(clause, frame, event, {by, sentence.last});
    }
    // Without "by" too: "was organised with funds provided by X".
    if (frame.relation == Relation::hosted && (by < sentence.last || !frame.held)) {
      add_partners(e_, clause, event, sentence);
    }
  }

 private:
  // What is hosted or attended: before the verb, after an opening, told of before.
  [[nodiscard]] int event_done(const Clause& clause, const VerbFrame& frame, Range sentence) const {
    if (const auto* before = e_.event_before(clause.verb.first, sentence.first)) {
      return before->node;
    }
    if (const auto* opened = event_opened(clause, sentence)) {
      return opened->node;
    }
    // "civilians held by militants" tells of no event that another sentence tells of.
    const bool told =
        !frame.helps && !frame.held && (early(clause) || frame.relation == Relation::participated);
    return told && !is_of_other(clause, sentence) ? e_.event_told_of(clause.verb.first) : none;
  }

  // "The investigation was led by X": of a thing that is no event.
  [[nodiscard]] bool is_of_other(const Clause& clause, Range sentence) const {
    auto at = clause.verb.first;
    while (at > sentence.first && (a_.is_word(at - 1, w_.was) || a_.is_word(at - 1, w_.were) ||
                                   a_.is_word(at - 1, w_.is) || a_.is_word(at - 1, w_.been) ||
                                   a_.is_word(at - 1, w_.also) || a_.has(at - 1, word_adverb) ||
                                   a_.document.text(at - 1).ends_with("ly"))) {
      --at;
    }
    // "an initiative for children jointly organised by X", too
    const auto noun = at - 1;
    return at > sentence.first && a_.has(noun, word_common) && !a_.capital(noun) &&
           !a_.has(noun, word_function | word_event_head | word_plain_event | word_speech |
                             word_collective | word_group);
  }

  // `words`: from "by" to the end of the sentence.
  void done_by(const Clause& clause, const VerbFrame& frame, int event, Range words) {
    if (frame.relation == Relation::participated) {
      count_heads(words.first, words, event);
      if (!frame.helps) {
        add_everyone_named(e_, words.first, words, event, clause);
        return;
      }
    }
    std::uint32_t last = words.first;
    auto by = read_list(a_, e_.index, words.first + 1, words.last, last);
    if (const int body = staff_of(words.first + 1); by.empty() && body != none) {
      by.push_back(body);
    }
    for (const int mention : by) {
      e_.add(e_.name(mention).node, frame.relation, event,
             {clause.verb, "passive-by", clause.status});
    }
  }

  // "organised by Harrow Mission staff": the body.
  [[nodiscard]] int staff_of(std::uint32_t i) const {
    const int mention = e_.index.covering(i);
    const bool body = mention != none && e_.name(mention).type == NodeType::agency &&
                      e_.name(mention).range.last < a_.document.tokens.size() &&
                      a_.has(e_.name(mention).range.last, word_staff | word_group);
    return body ? mention : none;
  }

  // "Organised by X and supported by Y, the workshop aimed at ...": the event that the sentence
  // goes on to.
  [[nodiscard]] const EventMention* event_opened(const Clause& clause, Range sentence) const {
    constexpr std::uint32_t longest_opening = 40;  // tokens
    if (clause.verb.first > sentence.first + 2 && !follows_passive(clause)) {
      return nullptr;
    }
    for (auto i = clause.verb.last; i < std::min(sentence.last, clause.verb.last + longest_opening);
         ++i) {
      if (!a_.punctuation(i, ',')) {
        continue;
      }
      const auto* event = e_.event_after(i, sentence.last);
      if (event != nullptr && event->range.first <= i + 4) {
        return event;
      }
    }
    return nullptr;
  }

  // Whether the clause before it in its sentence is another such opening.
  [[nodiscard]] bool follows_passive(const Clause& clause) const {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto first = std::ranges::lower_bound(a_.clauses, sentence.first, {},
                                                [](const Clause& c) { return c.verb.first; });
    return first != a_.clauses.end() && first->passive && first->verb.first <= sentence.first + 2 &&
           first->verb.first < clause.verb.first;
  }

  // "by over 330 delegates from 75 States": how many, as ">=330".
  void count_heads(std::uint32_t by, Range sentence, int event) {
    auto& attributes = a_.nodes[static_cast<std::size_t>(event)].attributes;
    for (auto i = by + 1; i < std::min(sentence.last, by + reach); ++i) {
      if (!a_.token(i).is(token_digit) || a_.taken[i] != 0 || i + 1 >= sentence.last) {
        continue;
      }
      const bool states = a_.is_word(i + 1, w_.states) || a_.is_word(i + 1, w_.countries);
      const bool heads =
          a_.has(i + 1, word_group | word_collective) || a_.is_word(i + 1, w_.people);
      const auto* name = states ? "states" : "attendance";
      if ((states || heads) && attribute(attributes, name).empty()) {
        attributes.push_back({name, comparator(i) + std::string(a_.document.text(i))});
      }
    }
  }

  [[nodiscard]] std::string comparator(std::uint32_t i) const {
    const bool more =
        a_.is_word(i - 1, w_.over) || (a_.is_word(i - 1, w_.than) && a_.is_word(i - 2, w_.more));
    const bool about = a_.is_word(i - 1, w_.some) || a_.is_word(i - 1, w_.about);
    return more ? ">=" : about ? "~" : "";
  }

  [[nodiscard]] bool early(const Clause& clause) const {
    return a_.document.sentence_of[clause.verb.first] < early_sentences;
  }

  // "attended, among others, by": the "by" of a passive, or the sentence's end.
  [[nodiscard]] std::uint32_t by_word(const Clause& clause, Range sentence) const {
    const auto bound = std::min(sentence.last, clause.verb.last + 12);
    for (auto i = clause.verb.last; i < bound; ++i) {
      if (a_.is_word(i, w_.by) && !helps_before(e_, i)) {
        return i;
      }
    }
    return sentence.last;
  }

  // "X, accompanied by Y, met with Z": the meeting that the next verb makes.
  [[nodiscard]] const EventMention* made_next(const Clause& clause, Range sentence) const {
    auto next = std::ranges::upper_bound(a_.clauses, clause.verb.first, {},
                                         [](const Clause& c) { return c.verb.first; });
    while (next != a_.clauses.end() && next->verb.first < sentence.last && next->passive) {
      ++next;  // "headed by X and accompanied by Y"
    }
    const bool aside =
        clause.verb.first > sentence.first &&
        (a_.punctuation(clause.verb.first - 1, ',') || a_.is_word(clause.verb.first - 1, w_.and_) ||
         a_.is_word(clause.verb.first - 1, w_.together));
    if (!aside || next == a_.clauses.end() || next->verb.first >= sentence.last) {
      return nullptr;
    }
    const auto found = std::ranges::lower_bound(
        a_.events, next->verb.first, {}, [](const EventMention& e) { return e.range.first; });
    const bool made = found != a_.events.end() && found->from_verb && found->node != none &&
                      found->range.first == next->verb.first;
    return made ? &*found : nullptr;
  }

  // "The government is represented by Attorney X": in court, not at the event told of.
  [[nodiscard]] int joined_event_told_of(const Clause& clause) const {
    const bool in_court =
        clause.subjects.empty() && a_.document.text(clause.verb.first) == "represented";
    return in_court ? none : e_.event_told_of(clause.verb.first);
  }

  // "He was joined by the Minister": in what he does in this sentence, or did before.
  void joined_by(const Clause& clause, Range sentence) {
    const auto by = by_word(clause, sentence);
    if (by == sentence.last) {
      return;
    }
    const auto* after = e_.event_after(by, sentence.last);
    const auto* before = e_.event_before(clause.verb.first, sentence.first);
    const auto* made = made_next(clause, sentence);
    const int event = made != nullptr     ? made->node
                      : after != nullptr  ? after->node
                      : before != nullptr ? before->node
                                          : joined_event_told_of(clause);
    if (event == none) {
      return;
    }
    std::uint32_t last = by;
    for (const int mention : read_list(a_, e_.index, by + 1, sentence.last, last)) {
      e_.add(e_.name(mention).node, Relation::participated, event,
             {clause.verb, "joined-by", clause.status, 0.8});
    }
    if (made == nullptr && before == nullptr) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "joined-by", clause.status});
    }
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
};

}  // namespace

void add_passive_event_edges(Edges& edges, const Clause& clause) {
  PassiveEventEdges(edges).add(clause, edges.a.knowledge.verbs[clause.entry]);
}

}  // namespace pressgraph
