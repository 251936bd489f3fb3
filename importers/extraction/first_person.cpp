// SPDX-License-Identifier: Apache-2.0
// What the one whose words a release is says of himself: "I met with X", "during my visit to Y";
// and who speaks at an event of which the release is the transcript.
#include "importers/extraction/first_person.hpp"

#include <algorithm>
#include <set>

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_adverbs = 4;  // tokens between "I" and its verb

bool may_stand_between(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  return a.has(i, word_adverb | word_circumstance) || a.is_word(i, w.will) ||
         a.is_word(i, w.also) || a.is_word(i, w.was);
}

// Where "I" stands as the subject of the verb at `verb`; `verb` where it does not.
std::uint32_t i_before(const Analysis& a, std::uint32_t verb) {
  const auto first = a.sentence(verb).first;
  const auto floor = std::max(first, verb > longest_adverbs ? verb - longest_adverbs : 0U);
  for (auto i = verb; i > floor;) {
    --i;
    if (a.is_word(i, a.knowledge.words.i) && a.capital(i)) {
      return i;
    }
    if (!may_stand_between(a, i)) {
      return verb;
    }
  }
  return verb;
}

bool is_done_there(Frame frame) {
  return frame == Frame::meet || frame == Frame::speak || frame == Frame::visit ||
         frame == Frame::event || frame == Frame::address;
}

class FirstPerson {
 public:
  FirstPerson(Edges& edges, const ReleaseSpeaker& speaker)
      : e_(edges), a_(edges.a), speaker_(speaker) {}

  void run() {
    transcript();
    for (const auto& event : a_.events) {
      if (event.node != none && event.owner == none) {
        owned(event);
      }
    }
  }

 private:
  // "my visit" is the speaker's, "her call with X" whose whom the sentence tells of.
  void owned(const EventMention& event) {
    const auto& w = a_.knowledge.words;
    const auto whose = possessive_before(event);
    const bool mine = a_.is_word(whose, w.my);
    const int owner = mine                                                   ? speaker_.at(whose)
                      : a_.is_word(whose, w.his) || a_.is_word(whose, w.her) ? antecedent(whose)
                                                                             : none;
    if (owner != none) {
      e_.add(owner, Relation::participated, event.node,
             {event.range, mine ? "my-event" : "their-event", Status::asserted, 0.8, true});
    }
  }

  // "my March 2023 visit", "his recent trip": where "my" or "his" stands, days and adjectives
  // between; the event's first word where none does.
  [[nodiscard]] std::uint32_t possessive_before(const EventMention& event) const {
    constexpr std::uint32_t farthest = 4;  // tokens
    const auto& w = a_.knowledge.words;
    const auto first = event.range.first;
    const auto floor = std::max(a_.sentence(first).first, first > farthest ? first - farthest : 0U);
    for (auto i = std::min(first + 1, event.head); i > floor;) {
      --i;
      if (a_.is_word(i, w.my) || a_.is_word(i, w.his) || a_.is_word(i, w.her)) {
        return i;
      }
      const bool between = a_.taken[i] != 0 || a_.has(i, word_event_modifier | word_ordinal) ||
                           (a_.has(i, word_common) && !a_.has(i, word_function));
      if (!between) {
        break;
      }
    }
    return first;
  }

  // Whom "his" at token `i` tells of: the one person who acts before it in its sentence, with
  // nobody else named between; where it opens the sentence, who acts after it.
  [[nodiscard]] int antecedent(std::uint32_t i) const {
    constexpr std::uint32_t opening = 4;  // tokens
    const auto sentence = a_.sentence(i);
    const auto next =
        std::ranges::lower_bound(a_.clauses, i, {}, [](const Clause& c) { return c.verb.first; });
    if (next != a_.clauses.begin() && std::prev(next)->verb.first >= sentence.first) {
      const auto& clause = *std::prev(next);
      const bool near = i < clause.verb.last + context_window;
      return !near || names_person(clause.verb.last, i) ? none : person_of(clause, i);
    }
    const bool opens = i < sentence.first + opening && next != a_.clauses.end() &&
                       next->verb.first < sentence.last;
    return opens ? person_of(*next, i) : none;
  }

  [[nodiscard]] bool names_person(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i) {
      const int mention = e_.index.covering(i);
      if (mention != none && e_.name(mention).type == NodeType::official) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] int person_of(const Clause& clause, std::uint32_t pronoun) const {
    if (clause.subjects.size() != 1 ||
        e_.type_of(clause.subjects.front().node) != NodeType::official) {
      return none;
    }
    const int node = clause.subjects.front().node;
    const auto gender = a_.nodes[static_cast<std::size_t>(node)].gender;
    const auto told = a_.is_word(pronoun, a_.knowledge.words.his) ? Gender::male : Gender::female;
    return gender == Gender::unknown || gender == told ? node : none;
  }

  // Each who has a turn speaks at the title's event; in a conversation he takes part.
  void transcript() {
    const int event = e_.main_event();
    if (event == none || !e_.in_title(event)) {
      return;
    }
    const auto relation = is_conversation(event) ? Relation::participated : Relation::addressed;
    std::set<int> spoke;
    for (const auto& [first, speaker] : speaker_.turns()) {
      if (speaker != none && !e_.is_party(speaker, event) && spoke.insert(speaker).second) {
        e_.add(speaker, relation, event,
               {{first, first + 1}, "transcript-turn", Status::asserted, 0.8});
      }
    }
  }

  // A call, talks, or a meeting with somebody: not "with the members of the Council".
  [[nodiscard]] bool is_conversation(int event) const {
    if (e_.is_between_persons(event)) {
      return true;
    }
    return std::ranges::any_of(a_.events, [&](const EventMention& one) {
      const auto kind = e_.class_of(one);
      return one.node == event && (has_person(one.parties) ||
                                   (a_.is_headline(one.range.first) &&
                                    (kind == "call" || kind == "visit" || is_met_with(one.head))));
    });
  }

  [[nodiscard]] bool has_person(const std::vector<int>& parties) const {
    return std::ranges::any_of(
        parties, [&](int party) { return e_.name(party).type == NodeType::official; });
  }

  [[nodiscard]] bool is_met_with(std::uint32_t head) const {
    constexpr std::uint32_t farthest = 5;  // tokens to who says that many are met
    const auto& w = a_.knowledge.words;
    const auto end = std::min(a_.sentence(head).last, head + farthest);
    if (a_.is_word(head, w.talks) || !a_.is_word(head + 1, w.with)) {
      return a_.is_word(head, w.talks);
    }
    for (auto i = head + 2; i < end; ++i) {
      if (a_.has(i, word_group | word_staff | word_collective)) {
        return false;
      }
    }
    return true;
  }

  Edges& e_;
  Analysis& a_;
  const ReleaseSpeaker& speaker_;
};

}  // namespace

void give_first_person(Edges& edges, const ReleaseSpeaker& speaker) {
  auto& a = edges.a;
  for (auto& clause : a.clauses) {
    if (!clause.subjects.empty() || clause.passive || clause.collective ||
        !is_done_there(a.knowledge.verbs[clause.entry].frame)) {
      continue;
    }
    const auto i = i_before(a, clause.verb.first);
    const int who = i == clause.verb.first ? none : speaker.at(i);
    if (who != none) {
      clause.subjects.push_back({who, none, {i, i + 1}, "first-person"});
    }
  }
}

void find_first_person_edges(Edges& edges, const ReleaseSpeaker& speaker) {
  FirstPerson(edges, speaker).run();
}

}  // namespace pressgraph
