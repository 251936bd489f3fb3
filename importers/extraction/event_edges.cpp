// SPDX-License-Identifier: Apache-2.0
// Who hosted an event and who took part in it: by its own phrase, by the verb that leads to it, by
// the lists of those present.
#include <algorithm>
#include <set>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t to_event = 14;        // tokens from a verb of hosting to its event
constexpr std::uint32_t to_people = 8;        // tokens from a verb of hosting to its guests
constexpr int remembered_events = 32;         // looked back over for a trip
constexpr std::uint32_t early_sentences = 5;  // that may tell of the title's event

class EventEdges {
 public:
  explicit EventEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    for (const auto& event : a_.events) {
      if (event.node != none) {
        by_phrase(event);
      }
    }
    for (const auto& clause : a_.clauses) {
      const auto& frame = a_.knowledge.verbs[clause.entry];
      if (frame.frame == Frame::event) {
        by_clause(clause, frame);
      } else if (frame.frame == Frame::present) {
        present(clause);
      } else {
        at_opening_event(clause, frame);
      }
    }
    lists_below();
    joint_statement();
    delegations();
    counterpart();
  }

 private:
  [[nodiscard]] std::string_view class_of(const EventMention& event) const {
    return a_.knowledge.event_classes[event.event_class];
  }

  // ---- the event's own phrase ----

  void by_phrase(const EventMention& event) {
    Status status = Status::asserted;
    if (event.from_verb) {
      if (const auto* clause = e_.clause_at(event.range.first)) {
        status = clause->status;
        for (const auto& subject : clause->subjects) {
          e_.note_party(subject.node, event.node);
        }
        e_.add_for(clause->subjects, event.hosted ? Relation::hosted : Relation::participated,
                   event.node, {event.range, "verb-of-meeting", status});
      }
    } else {
      status = status_of(event);
    }
    for (const int party : event.parties) {
      party_of(event, party, status);
    }
    for (const int host : event.hosts) {
      e_.add(e_.name(host).node, Relation::hosted, event.node,
             {event.range, "hosted-by", status, 0.9});
    }
  }

  // A phrase is what the verb that leads to it is: "plans to hold a meeting with X".
  [[nodiscard]] Status status_of(const EventMention& event) const {
    const auto first = a_.sentence(event.range.first).first;
    auto clause = std::ranges::lower_bound(a_.clauses, event.range.first, {},
                                           [](const Clause& c) { return c.verb.first; });
    if (clause == a_.clauses.begin()) {
      return Status::asserted;
    }
    --clause;
    const auto frame = a_.knowledge.verbs[clause->entry].frame;
    const bool leads = clause->verb.first >= first && clause->verb.last + 6 > event.range.first &&
                       (frame == Frame::event || frame == Frame::address);
    return leads ? clause->status : Status::asserted;
  }

  void party_of(const EventMention& event, int party, Status status) {
    const auto type = e_.type_of(e_.name(party).node);
    if (party == event.owner && owner_hosts(event)) {
      e_.add(e_.name(party).node, Relation::hosted, event.node,
             {event.range, "host-in-name", status});
      return;
    }
    if (body_meets(event, party)) {
      e_.add(e_.name(party).node, Relation::hosted, event.node,
             {event.range, "meeting-of-body", status});
      return;
    }
    e_.note_party(e_.name(party).node, event.node);
    const bool visit = class_of(event) == "visit";
    if (!visit || party == event.owner || type == NodeType::official) {
      e_.add(e_.name(party).node, Relation::participated, event.node,
             {event.range, party == event.owner ? "owner-of-event" : "party-of-event", status});
    }
  }

  // "the meeting of the Board": a body's own.
  [[nodiscard]] bool body_meets(const EventMention& event, int party) const {
    return event.parties.size() == 1 && party != event.owner && !event.from_verb &&
           e_.type_of(e_.name(party).node) == NodeType::agency && a_.is_word(event.head + 1, w_.of);
  }

  // "Lithuania's conference", "the President's dinner": whose it is gives it.
  [[nodiscard]] bool owner_hosts(const EventMention& event) const {
    const auto kind = class_of(event);
    const auto type = e_.type_of(e_.name(event.owner).node);
    return kind == "ceremony"
               ? type == NodeType::official
               : kind == "meeting" && type != NodeType::official && event.parties.size() == 1;
  }

  // ---- verbs ----

  void by_clause(const Clause& clause, const VerbFrame& frame) {
    if (clause.passive) {
      passive(clause, frame);
      return;
    }
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = object_of(clause, sentence);
    if (event == nullptr) {
      without_object(clause, frame, sentence);
      return;
    }
    if (class_of(*event) == "visit" && !event->parties.empty() && !frame.companion) {
      return;  // who receives a visitor makes no visit
    }
    e_.add_for(clause.subjects, relation_of(clause, frame, *event), event->node,
               {clause.verb, "verb-of-event", clause.status});
    if (frame.relation == Relation::participated) {
      companions(clause, *event);
    }
  }

  // "held a meeting with X" makes its subject a party; "held a conference" its host.
  [[nodiscard]] Relation relation_of(const Clause& clause, const VerbFrame& frame,
                                     const EventMention& event) const {
    if (!frame.held) {
      return frame.relation;
    }
    const bool several = clause.subjects.size() > 1 || clause.collective;
    const bool call = class_of(event) == "call" || class_of(event) == "visit";
    const bool other = std::ranges::any_of(event.parties, [&](int party) {
      return std::ranges::none_of(
          clause.subjects, [&](const Participant& p) { return p.node == e_.name(party).node; });
    });
    return several || call || other || event.shared ? Relation::participated : Relation::hosted;
  }

  // The event after the verb; no other verb of events in between.
  [[nodiscard]] const EventMention* object_of(const Clause& clause, Range sentence) const {
    const auto* event = e_.event_after(clause.verb.last, sentence.last);
    if (event == nullptr || (event->range.first > clause.verb.last + to_event &&
                             !(leads_to_people(clause.verb.last) && is_at(*event)))) {
      return nullptr;
    }
    for (auto next = std::ranges::upper_bound(a_.clauses, clause.verb.first, {},
                                              [](const Clause& c) { return c.verb.first; });
         next != a_.clauses.end() && next->verb.first < event->range.first; ++next) {
      const auto frame = a_.knowledge.verbs[next->entry].frame;
      if (frame == Frame::event || frame == Frame::address) {
        return nullptr;
      }
    }
    return event;
  }

  // "joined X in a conversation", "accompanied the President on the visit": both took part.
  void companions(const Clause& clause, const EventMention& event) {
    std::uint32_t last = 0;
    const auto end = std::min(event.range.first, clause.verb.last + reach);
    for (const int mention : read_list(a_, e_.index, clause.verb.last, end, last)) {
      const bool shares = a_.knowledge.verbs[clause.entry].companion
                              ? is_actor(e_.name(mention).type)
                              : e_.name(mention).type == NodeType::official;
      if (shares) {
        e_.add(e_.name(mention).node, Relation::participated, event.node,
               {clause.verb, "joined-whom", clause.status, 0.8});
      }
    }
  }

  void without_object(const Clause& clause, const VerbFrame& frame, Range sentence) {
    if (const auto* event = relative_event(clause, sentence); event != nullptr) {
      if (class_of(*event) == "visit" && !event->parties.empty() && !frame.companion) {
        return;  // who receives a visitor makes no visit
      }
      e_.add_for(clause.subjects, relation_of(clause, frame, *event), event->node,
                 {clause.verb, "event-before-subject", clause.status});
      return;
    }
    if (frame.companion) {
      accompanied(clause);
      return;
    }
    const bool early = a_.document.sentence_of[clause.verb.first] < early_sentences;
    const int event = e_.main_event();
    if (early && !frame.held && frame.relation == Relation::hosted && event != none &&
        e_.in_title(event) && leads_to_people(clause.verb.last)) {
      e_.add_for(clause.subjects, Relation::hosted, event,
                 {clause.verb, "hosted-people", clause.status});
    }
  }

  // "in a", "at the": what people are invited to.
  [[nodiscard]] bool is_at(const EventMention& event) const {
    auto at = event.range.first;
    at -= a_.is_word(at - 1, w_.a) || a_.is_word(at - 1, w_.an) || a_.is_word(at - 1, w_.the) ? 1U
                                                                                              : 0U;
    return at > 0 && (a_.is_word(at - 1, w_.in) || a_.is_word(at - 1, w_.at) ||
                      a_.is_word(at - 1, w_.for_) || a_.is_word(at - 1, w_.to));
  }

  // "hosted nearly forty mayors", "hosts the Prime Minister": not "hosts a panel".
  [[nodiscard]] bool leads_to_people(std::uint32_t i) const {
    for (const auto end = std::min(a_.sentence(i - 1).last, i + to_people); i < end; ++i) {
      if (a_.has(i, word_event_head)) {
        return false;
      }
      const int mention = e_.index.covering(i);
      const bool person = mention != none && e_.name(mention).type == NodeType::official;
      if (person || a_.has(i, word_group | word_collective | word_post)) {
        return true;
      }
    }
    return false;
  }

  // "the Summit that the United States will host", "the Forum, which X organised".
  [[nodiscard]] const EventMention* relative_event(const Clause& clause, Range sentence) const {
    auto begin = clause.verb.first;
    for (const auto& subject : clause.subjects) {
      if (subject.mention != none) {
        begin = std::min(begin, e_.index.begin(subject.mention));
      }
    }
    const auto* event = e_.event_before(begin, sentence.first);
    if (event == nullptr || event->range.last + 4 < begin || event->range.last > begin) {
      return nullptr;
    }
    for (auto i = event->range.last; i < begin; ++i) {
      if (!a_.is_word(i, w_.the) && !a_.is_word(i, w_.that) && !a_.is_word(i, w_.which) &&
          !a_.punctuation(i, ',')) {
        return nullptr;
      }
    }
    const bool led = a_.is_word(event->range.last, w_.that) ||
                     a_.is_word(event->range.last, w_.which) ||
                     !a_.punctuation(event->range.last, ',');
    return led && begin < clause.verb.first ? event : nullptr;
  }

  // "The Minister accompanied the President": on the trip or meeting told of.
  void accompanied(const Clause& clause) {
    std::uint32_t last = 0;
    const auto sentence = a_.sentence(clause.verb.first);
    const auto with = read_list(a_, e_.index, clause.verb.last, sentence.last, last);
    const int event = trip_told_of(clause.verb.first);
    const bool person = !with.empty() && e_.name(with.front()).type == NodeType::official;
    if (person && event != none) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "accompanied", clause.status});
    }
  }

  // The visit told of last, else any event.
  [[nodiscard]] int trip_told_of(std::uint32_t i) const {
    auto found = std::ranges::lower_bound(a_.events, i, {},
                                          [](const EventMention& e) { return e.range.first; });
    for (int steps = 0; steps < remembered_events && found != a_.events.begin(); ++steps) {
      --found;
      if (found->node != none && class_of(*found) == "visit") {
        return found->node;
      }
    }
    return e_.event_told_of(i);
  }

  // "was hosted by X in Y", "attended by A, B and C", "X was joined by Y".
  void passive(const Clause& clause, const VerbFrame& frame) {
    const auto sentence = a_.sentence(clause.verb.first);
    if (frame.companion) {
      joined_by(clause, sentence);
      return;
    }
    const auto* before = e_.event_before(clause.verb.first, sentence.first);
    const int event = before != nullptr ? before->node
                      : early(clause) || frame.relation == Relation::participated
                          ? e_.event_told_of(clause.verb.first)
                          : none;
    if (event == none) {
      return;
    }
    const auto by = by_word(clause, sentence);
    if (by == sentence.last) {
      return;
    }
    if (frame.relation == Relation::participated) {
      count_heads(by, sentence, event);
      everyone_named(by, sentence, event, clause);
      return;
    }
    std::uint32_t last = by;
    for (const int mention : read_list(a_, e_.index, by + 1, sentence.last, last)) {
      e_.add(e_.name(mention).node, frame.relation, event,
             {clause.verb, "passive-by", clause.status});
    }
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
      if (a_.is_word(i, w_.by)) {
        return i;
      }
    }
    return sentence.last;
  }

  // A list of those who attended: all that is named in it, also whom they represent.
  void everyone_named(std::uint32_t i, Range sentence, int event, const Clause& clause) {
    const auto end = std::min(sentence.last, i + list_window);
    for (; i < end; ++i) {
      const int mention = e_.index.covering(i);
      if (mention == none) {
        const auto* verb = a_.longest_hit(i, set_of(Kind::verb), end);
        const bool other = verb != nullptr && !a_.token(i).is(token_capital) &&
                           a_.knowledge.verbs[verb->entry].frame != Frame::event &&
                           a_.knowledge.verbs[verb->entry].frame != Frame::post;
        if (other) {
          return;
        }
        continue;
      }
      const auto& one = e_.name(mention);
      i = one.range.last - 1;
      if (is_actor(one.type) && !e_.in_post(one.range.first)) {
        e_.add(one.node, Relation::participated, event,
               {clause.verb, "attended-by", clause.status, 0.8});
      }
    }
  }

  // "He was joined by the Minister": in what he does in this sentence, or did before.
  void joined_by(const Clause& clause, Range sentence) {
    const auto by = by_word(clause, sentence);
    if (by == sentence.last) {
      return;
    }
    const auto* after = e_.event_after(by, sentence.last);
    const auto* before = e_.event_before(clause.verb.first, sentence.first);
    const int event = after != nullptr    ? after->node
                      : before != nullptr ? before->node
                                          : e_.event_told_of(clause.verb.first);
    if (event == none) {
      return;
    }
    std::uint32_t last = by;
    for (const int mention : read_list(a_, e_.index, by + 1, sentence.last, last)) {
      e_.add(e_.name(mention).node, Relation::participated, event,
             {clause.verb, "joined-by", clause.status, 0.8});
    }
    if (after != nullptr) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "joined-by", clause.status});
    }
  }

  // "Also present were A and B", "A and B were in attendance".
  void present(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const int event = e_.event_told_of(clause.verb.first);
    if (event == none) {
      return;
    }
    e_.add_for(clause.subjects, Relation::participated, event,
               {clause.verb, "present", clause.status});
    if (clause.subjects.empty() || clause.verb.first < sentence.first + 3) {
      everyone_named(clause.verb.last, sentence, event, clause);
    }
  }

  // "At the Plenary, the United States, allies and partners made ...": those who act there take
  // part.
  void at_opening_event(const Clause& clause, const VerbFrame& frame) {
    if (clause.subjects.empty() || frame.frame == Frame::post) {
      return;
    }
    const auto sentence = a_.sentence(clause.verb.first);
    const bool leads = a_.is_word(sentence.first, w_.at) || a_.is_word(sentence.first, w_.during);
    if (!leads) {
      return;
    }
    const auto* event = e_.event_after(sentence.first, sentence.last);
    const bool opens = event != nullptr && event->range.first <= sentence.first + 3 &&
                       event->range.last < clause.verb.first;
    if (opens) {
      const bool speech = frame.frame == Frame::say && event->parties.empty() &&
                          class_of(*event) != "call" && class_of(*event) != "visit";
      for (const auto& subject : clause.subjects) {
        const bool speaks = speech && e_.type_of(subject.node) == NodeType::official;
        e_.add_for({subject}, speaks ? Relation::addressed : Relation::participated, event->node,
                   {clause.verb, "acts-at-event", clause.status});
      }
    }
  }

  // "Telephone conversation with X" as a title: with whom, the first official tells who acts or
  // speaks in the text.
  void counterpart() {
    const int event = e_.main_event();
    if (event == none || !e_.in_title(event)) {
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
               {{at - 2, event.range.last}, "delegation-to", Status::asserted, 0.8});
      }
    }
  }

  // "Participants included:" and a list below, one a line.
  void lists_below() {
    const auto& sentences = a_.document.sentences;
    for (std::size_t s = 0; s + 1 < sentences.size(); ++s) {
      if (!a_.punctuation(sentences[s].last - 1, ':') || !tells_of_participants(sentences[s])) {
        continue;
      }
      const auto* event = e_.event_before(sentences[s].last, sentences[s].first);
      const int node = event != nullptr ? event->node : e_.event_told_of(sentences[s].last);
      for (auto line = s + 1; line < sentences.size() && is_item(sentences[line]); ++line) {
        std::uint32_t last = 0;
        const auto items =
            read_list(a_, e_.index, sentences[line].first, sentences[line].last, last);
        if (!items.empty()) {
          e_.add(e_.name(items.front()).node, Relation::participated, node,
                 {e_.name(items.front()).range, "participants-list", Status::asserted, 0.8});
        }
      }
    }
  }

  [[nodiscard]] bool tells_of_participants(Range sentence) const {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      if (a_.is_word(i, w_.participants) || a_.is_word(i, w_.attended) ||
          a_.is_word(i, w_.present)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_item(Range sentence) const {
    const char c = a_.token(sentence.first).punctuation;
    return c == '-' || c == '*' || a_.token(sentence.first).is(token_digit);
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

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
};

}  // namespace

void find_event_edges(Edges& edges) {
  EventEdges(edges).run();
}

}  // namespace pressgraph
