// SPDX-License-Identifier: Apache-2.0
// Who took part in an event, by lists of those present, joint statements, delegations, the title's
// counterpart and the programme of a trip.
#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

class AttendanceEdges {
 public:
  explicit AttendanceEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {
    for (const auto& event : a_.events) {
      if (event.node != none && e_.class_of(event) == "visit") {
        trips_.insert(event.node);
      }
    }
  }

  void run() {
    lists_below();
    joint_statement();
    delegations();
    counterpart();
    note_travellers();
    for (const auto& event : a_.events) {
      on_programme(event);
    }
  }

 private:
  // "Telephone conversation with X" as a title: with whom, the first official tells who acts or
  // speaks in the text.
  void counterpart() {
    const int event = e_.main_event();
    if (event == none || !e_.in_title(event) || trips_.contains(event)) {
      return;
    }
    std::set<int> there;
    for (const auto& edge : a_.edges) {
      if (edge.object == event && edge.relation != Relation::said) {
        there.insert(edge.subject);
      }
    }
    const bool alone = there.size() == 1 && e_.type_of(*there.begin()) == NodeType::official &&
                       e_.is_party(*there.begin(), event);
    for (const auto& clause : a_.clauses) {
      const bool acts = alone && clause.subjects.size() == 1 && is_shown(clause.status) &&
                        !a_.is_headline(clause.verb.first) &&
                        e_.type_of(clause.subjects.front().node) == NodeType::official &&
                        !there.contains(clause.subjects.front().node);
      if (acts) {
        e_.add_for(clause.subjects, Relation::participated, event,
                   {clause.verb, "counterpart", Status::asserted});
        return;
      }
    }
  }

  // "the U.S. delegation to the Conference": whose it is takes part.
  void delegations() {
    for (const auto& event : a_.events) {
      auto at = event.range.first;
      at -= at > 0 && (a_.is_word(at - 1, w_.the) || a_.is_word(at - 1, w_.a)) ? 1U : 0U;
      if (event.node == none || at < 3 || event.from_verb ||
          !(a_.is_word(at - 1, w_.to) || a_.is_word(at - 1, w_.at)) ||
          !a_.is_word(at - 2, w_.delegation)) {
        continue;
      }
      const auto before = a_.token(at - 3).is(token_possessive) && at > 3 ? at - 4 : at - 3;
      const int whose = e_.index.covering(before);
      if (whose != none && is_actor(e_.name(whose).type)) {
        e_.add(e_.name(whose).node, Relation::participated, event.node,
               {{at - 2, event.range.last}, "delegation-to", Status::asserted, 0.8, true});
      }
    }
  }

  // "Participants included:" and a list below, one a line.
  void lists_below() {
    const auto& sentences = a_.document.sentences;
    for (std::size_t s = 0; s + 1 < sentences.size(); ++s) {
      if (colon_of(sentences[s]) == sentences[s].first) {
        continue;
      }
      const auto done = done_by_following(sentences[s]);
      const bool speak = done == Relation::addressed || tells_of(sentences[s], w_.speakers);
      if (!speak && !done && !tells_of_participants(sentences[s])) {
        continue;
      }
      const int node = event_of_list(sentences[s]);
      const auto relation = speak ? Relation::addressed : Relation::participated;
      const auto status =
          done && tells_of(sentences[s], w_.will) ? Status::scheduled : Status::asserted;
      auto line = s + 1;
      for (; line < sentences.size() && is_item(sentences[line]); ++line) {
        first_of(sentences[line], relation, node, status);
      }
      s = line - 1;  // an item opens no list of its own
    }
  }

  // "Participants in the Harrow ports roundtable included:": the one named there, or the last one
  // of that head.
  [[nodiscard]] int event_of_list(Range lead) const {
    if (const auto* event = e_.event_before(lead.last, lead.first); event != nullptr) {
      return event->node;
    }
    if (const auto* event = event_of_head(lead); event != nullptr) {
      return event->node;
    }
    return e_.event_told_of(lead.last);
  }

  // The last event before of the head that stands behind "in", "at" or "of" in `lead`.
  [[nodiscard]] const EventMention* event_of_head(Range lead) const {
    constexpr int remembered = 64;  // events looked back over
    auto head = lead.last - 1;
    while (head > lead.first && !(a_.has(head, word_event_head) && !a_.capital(head))) {
      --head;
    }
    auto lead_in = head;
    while (lead_in > lead.first && !is_preposition(a_, lead_in)) {
      --lead_in;
    }
    const auto word = a_.token(head).word;
    if (lead_in == lead.first || word == 0) {
      return nullptr;
    }
    auto found = std::ranges::lower_bound(a_.events, lead.first, {},
                                          [](const EventMention& e) { return e.range.first; });
    for (int steps = 0; steps < remembered && found != a_.events.begin(); ++steps) {
      --found;
      if (found->node != none && !found->from_verb && !found->aside &&
          a_.token(found->head).word == word) {
        return &*found;
      }
    }
    return nullptr;
  }

  // "The following will speak at the press conference:", "The following took part in the talks:".
  [[nodiscard]] std::optional<Relation> done_by_following(Range lead) const {
    if (lead.size() < 3 || !a_.is_word(lead.first + 1, w_.following)) {
      return std::nullopt;
    }
    auto i = lead.first + 2;
    while (i < lead.last && may_precede(i)) {
      ++i;
    }
    const auto* hit = a_.longest_hit(i, set_of(Kind::verb), lead.last);
    const auto* verb = hit == nullptr ? nullptr : &a_.knowledge.verbs[hit->entry];
    const bool does =
        verb != nullptr && (verb->frame == Frame::address || verb->frame == Frame::event) &&
        (verb->relation == Relation::addressed || verb->relation == Relation::participated);
    return does ? std::optional(verb->relation) : std::nullopt;
  }

  // "officials", "will", "also": between "the following" and what they do, and nothing that denies
  // it or lets them only be asked.
  [[nodiscard]] bool may_precede(std::uint32_t i) const {
    return a_.has(i, word_group | word_staff | word_collective) || a_.is_word(i, w_.will) ||
           a_.is_word(i, w_.have) || a_.is_word(i, w_.also) || a_.is_word(i, w_.participants) ||
           a_.is_word(i, w_.countries) || a_.is_word(i, w_.states) || a_.is_word(i, w_.people);
  }

  void first_of(Range line, Relation relation, int event, Status status) {
    std::uint32_t last = 0;
    const auto items = read_list(a_, e_.index, line.first, line.last, last);
    if (!items.empty()) {
      e_.add(e_.name(items.front()).node, relation, event,
             {e_.name(items.front()).range, "participants-list", status, 0.8, true});
    }
  }

  // Where the colon stands that ends the sentence, before "**" too; its first token where none
  // does.
  [[nodiscard]] std::uint32_t colon_of(Range sentence) const {
    auto last = sentence.last;
    while (last > sentence.first + 1 && a_.punctuation(last - 1, '*')) {
      --last;
    }
    return a_.punctuation(last - 1, ':') ? last - 1 : sentence.first;
  }

  [[nodiscard]] bool tells_of_participants(Range sentence) const {
    const auto first = sentence.first;
    const auto colon = colon_of(sentence);
    const bool listing = colon > first && (a_.is_word(colon - 1, w_.including) ||
                                           a_.document.text(colon - 1).starts_with("include"));
    if (listing && e_.event_before(sentence.last, first) != nullptr) {
      return true;
    }
    const bool members = tells_of({first, std::min(sentence.last, first + 4)}, w_.members) &&
                         tells_of(sentence, w_.delegation);
    const bool joining = a_.is_word(first, w_.joining);  // "Joining X at the meeting were:"
    return members || joining || tells_of(sentence, w_.participants) ||
           tells_of(sentence, w_.attended) || tells_of(sentence, w_.present);
  }

  [[nodiscard]] bool tells_of(Range sentence, std::uint32_t word) const {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      if (a_.is_word(i, word)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_item(Range sentence) const {
    const char c = a_.token(sentence.first).punctuation;
    const int mention = e_.index.covering(sentence.first);
    const bool person = mention != none && e_.index.begin(mention) == sentence.first &&
                        e_.name(mention).type == NodeType::official &&
                        a_.token(sentence.first).is(token_line);
    return person || c == '-' || c == '*' || a_.token(sentence.first).is(token_digit);
  }

  // "The following joint statement was released by the Governments of A and B on the occasion of
  // the Meeting": those who speak together met.
  void joint_statement() {
    for (const auto& clause : a_.clauses) {
      const auto sentence = a_.sentence(clause.verb.first);
      const bool together = a_.document.sentence_of[clause.verb.first] < early_sentences &&
                            a_.knowledge.verbs[clause.entry].frame == Frame::say &&
                            clause.passive && clause.subjects.size() > 1;
      if (!together) {
        continue;
      }
      const auto* event = e_.event_after(clause.verb.last, sentence.last);
      if (event != nullptr) {
        e_.add_for(clause.subjects, Relation::participated, event->node,
                   {clause.verb, "joint-statement", clause.status});
      }
    }
  }

  // "His programme will include a meeting with X": whoever makes the trip told of meets X.
  void on_programme(const EventMention& event) {
    const auto kind = e_.class_of(event);
    const auto first = a_.sentence(event.range.first).first;
    const auto floor = std::max(
        first, event.range.first > context_window ? event.range.first - context_window : 0U);
    if (event.node == none || event.from_verb || event.parties.empty() ||
        (kind != "meeting" && kind != "call")) {
      return;
    }
    for (auto i = floor; i + 1 < event.range.first; ++i) {
      const bool programme = (a_.is_word(i, w_.his) || a_.is_word(i, w_.her)) &&
                             (a_.is_word(i + 1, w_.programme) || a_.is_word(i + 1, w_.program) ||
                              a_.is_word(i + 1, w_.agenda) || a_.is_word(i + 1, w_.schedule));
      const auto traveller = programme ? travellers_.find(e_.trip_told_of(i)) : travellers_.end();
      if (traveller != travellers_.end()) {
        e_.add(traveller->second, Relation::participated, event.node,
               {{i, event.range.last}, "on-programme", Status::asserted, 0.75, true});
        return;
      }
    }
  }

  // By event: the one official known to take part in it; `none` where there are several.
  void note_travellers() {
    for (const auto& edge : a_.edges) {
      if (edge.relation == Relation::participated && is_shown(edge.status) &&
          e_.type_of(edge.subject) == NodeType::official) {
        const auto [found, added] = travellers_.try_emplace(edge.object, edge.subject);
        found->second = added || found->second == edge.subject ? edge.subject : none;
      }
    }
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  std::unordered_set<int> trips_;
  std::unordered_map<int, int> travellers_;
};

}  // namespace

void find_attendance_edges(Edges& edges) {
  AttendanceEdges(edges).run();
}

}  // namespace pressgraph
