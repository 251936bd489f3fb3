// SPDX-License-Identifier: Apache-2.0
// Who hosted an event and who took part in it, by the verb that leads to it.
#include <algorithm>

#include "importers/extraction/edges.hpp"
#include "importers/extraction/event_parts.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t to_event = 14;  // tokens from a verb of hosting to its event
constexpr std::uint32_t to_people = 8;  // tokens from a verb of hosting to its guests

class EventEdges {
 public:
  explicit EventEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    for (const auto& clause : a_.clauses) {
      const auto& frame = a_.knowledge.verbs[clause.entry];
      if (frame.frame == Frame::event && !is_only_named(clause)) {
        by_clause(clause, frame);
      } else if (frame.frame != Frame::present && frame.frame != Frame::event) {
        at_opening_event(clause, frame);
        delegates(clause);
      }
    }
  }

 private:
  // "welcomed the convening of the Dialogue": whoever welcomes it does not convene it.
  [[nodiscard]] bool is_only_named(const Clause& clause) const {
    const auto first = clause.verb.first;
    return first > 0 && a_.is_word(first - 1, w_.the) && a_.document.text(first).ends_with("ing") &&
           a_.is_word(clause.verb.last, w_.of);
  }

  void by_clause(const Clause& clause, const VerbFrame& frame) {
    if (clause.passive) {
      add_passive_event_edges(e_, clause);
      return;
    }
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = object_of(clause, sentence);
    if (event == nullptr) {
      without_object(clause, frame, sentence);
      return;
    }
    if ((e_.class_of(*event) == "visit" && !event->parties.empty() && !frame.companion) ||
        (frame.held && !is_direct(clause.verb.last, event->range.first))) {
      return;  // who receives a visitor makes no visit
    }
    const auto relation = relation_of(clause, frame, *event);
    e_.add_for(clause.subjects, relation, event->node,
               {clause.verb, "verb-of-event", clause.status});
    for (const auto* next = frame.held ? next_held(*event) : e_.joined_event(*event);
         next != nullptr; next = frame.held ? next_held(*next) : e_.joined_event(*next)) {
      e_.add_for(clause.subjects, relation, next->node,
                 {clause.verb, "verb-of-event", clause.status});
    }
    if (relation == Relation::hosted) {
      add_partners(e_, clause, event->node, sentence);
      guests(clause, *event);
    }
    if (frame.relation == Relation::participated) {
      companions(clause, *event);
      named_after(clause, *event, sentence);
    }
  }

  // "held a meeting with A, followed by a meeting with B", "as well as another meeting with B": the
  // next one, held by the same; nullptr where there is none.
  [[nodiscard]] const EventMention* next_held(const EventMention& event) const {
    constexpr std::uint32_t farthest = 10;  // tokens
    const auto at = event.parties.empty()
                        ? event.range.last
                        : std::max(event.range.last, e_.index.end_of_item(event.parties.back()));
    const auto end = std::min(a_.sentence(event.range.first).last, at + farthest);
    const auto* next = e_.event_after(at, end);
    const bool met = next != nullptr && !next->from_verb && next->owner == none &&
                     next->hosts.empty() && !next->parties.empty() &&
                     e_.class_of(*next) != "visit" && a_.is_word(next->head + 1, w_.with);
    const auto past = next == nullptr ? at : std::max(next->range.last, past_last_party(*next));
    const bool own = past < a_.document.tokens.size() && follows_own_verb(past);
    return met && !own && is_tie({at, next->range.first}) ? next : nullptr;
  }

  [[nodiscard]] std::uint32_t past_last_party(const EventMention& event) const {
    return event.parties.empty() ? event.range.last : e_.index.end_of_item(event.parties.back());
  }

  // "and the meeting with B was postponed".
  [[nodiscard]] bool follows_own_verb(std::uint32_t i) const {
    return is_be(a_, i) || a_.is_word(i, w_.will) || a_.is_word(i, w_.has);
  }

  // ", followed by a", "as well as an informal", "and then another".
  [[nodiscard]] bool is_tie(Range between) const {
    bool tied = false;
    for (auto i = between.first; i < between.last;) {
      const auto text = a_.document.text(i);
      const auto next = past_together(a_, i);
      const bool followed = text == "followed" && a_.is_word(i + 1, w_.by);
      const bool joins =
          next > i || followed || a_.is_word(i, w_.and_) || text == "then" || text == "another";
      const bool plain = a_.punctuation(i, ',') || is_article(a_, i) || text == "later" ||
                         text == "afterwards" ||
                         (a_.has(i, word_common | word_event_modifier) && !a_.capital(i) &&
                          !a_.has(i, word_function) &&
                          a_.longest_hit(i, set_of(Kind::verb), between.last) == nullptr);
      if (!joins && !plain) {
        return false;
      }
      tied |= joins;
      i = followed ? i + 2 : std::max(next, i + 1);
    }
    return tied;
  }

  // "Countries that took part in the course were A and B", "Some 90 officers attended the meeting,
  // including representatives of C".
  void named_after(const Clause& clause, const EventMention& event, Range sentence) {
    constexpr std::uint32_t longest_aside = 10;  // tokens: "held in Oslo"
    const auto bound = std::min(sentence.last, event.range.last + longest_aside);
    if (a_.is_word(sentence.first + 1, w_.following)) {
      list_at_end(sentence, event, clause);
      return;
    }
    const auto behind = event.range.last + (a_.punctuation(event.range.last, ',') ? 1U : 0U);
    if (const auto next = past_together(a_, behind); next > behind) {
      together_with(next, sentence, event, clause);
      return;
    }
    for (auto i = event.range.last; i < bound; ++i) {
      const bool were = a_.is_word(i, w_.were) || a_.is_word(i, w_.are);
      const bool including = a_.is_word(i, w_.including) || a_.document.text(i) == "included" ||
                             a_.document.text(i) == "include";
      const bool aside = is_preposition(a_, i) || a_.punctuation(i, ',') || a_.taken[i] != 0 ||
                         e_.index.covering(i) != none || a_.is_word(i, w_.the) || including ||
                         a_.is_word(i, w_.were) || a_.is_word(i, w_.are);
      if (!aside || a_.is_word(i, w_.to)) {
        return;  // "joined the Summit to discuss concerns, including ..."
      }
      if ((were && clause.subjects.empty() &&
           e_.index.covering(std::min(i + 1, bound - 1)) != none) ||
          including) {
        add_everyone_named(e_, i + 1, sentence, event.node, clause);
        return;
      }
    }
  }

  void together_with(std::uint32_t i, Range sentence, const EventMention& event,
                     const Clause& clause) {
    std::uint32_t last = i;
    for (const int mention : read_list(a_, e_.index, i, sentence.last, last)) {
      if (is_actor(e_.name(mention).type)) {
        e_.add(e_.name(mention).node, Relation::participated, event.node,
               {clause.verb, "attended-by", clause.status, 0.8});
      }
    }
  }

  // "The following countries took part in the course: A, B and C".
  void list_at_end(Range sentence, const EventMention& event, const Clause& clause) {
    for (auto i = event.range.last; i < std::min(sentence.last, event.range.last + list_window);
         ++i) {
      if (a_.punctuation(i, ':') || a_.punctuation(i, ';')) {
        add_everyone_named(e_, i + 1, sentence, event.node, clause);
        return;
      }
    }
  }

  // "held a long and useful meeting": nothing but adjectives between; not "had time before the
  // meeting".
  [[nodiscard]] bool is_direct(std::uint32_t i, std::uint32_t event) const {
    event = before_measure(a_, i, event);  // "held two days of talks"
    for (; i < event; ++i) {
      const bool preposition = is_preposition(a_, i) && !a_.is_word(i, w_.on) &&
                               !a_.is_word(i, w_.in) && !a_.is_word(i, w_.at) &&
                               !a_.is_word(i, w_.with);
      const auto* verb = a_.longest_hit(i, set_of(Kind::verb), event);
      if (preposition || (verb != nullptr && a_.knowledge.verbs[verb->entry].says)) {
        return false;
      }
    }
    return true;
  }

  // "held a meeting with X" makes its subject a party; "held a conference" its host.
  [[nodiscard]] Relation relation_of(const Clause& clause, const VerbFrame& frame,
                                     const EventMention& event) const {
    if (!frame.held) {
      return frame.relation;
    }
    const bool organised = !a_.has(event.head, word_plain_event) && event.parties.empty() &&
                           std::ranges::all_of(clause.subjects, [&](const Participant& p) {
                             return e_.type_of(p.node) == NodeType::agency;
                           });  // "A together with B are conducting a course"
    const bool several = (clause.subjects.size() > 1 && !organised) || clause.collective;
    const bool call = e_.class_of(event) == "call" || e_.class_of(event) == "visit";
    const bool other = std::ranges::any_of(event.parties, [&](int party) {
      return std::ranges::none_of(
          clause.subjects, [&](const Participant& p) { return p.node == e_.name(party).node; });
    });
    // "held a Youth Forum with students and X": a title of its own is given by whoever holds it.
    const bool press =
        event.parties.empty() && event.head > 0 &&
        (a_.is_word(event.head - 1, w_.press) || a_.is_word(event.head - 1, w_.news));
    if (press) {
      return Relation::hosted;  // they hold it for others
    }
    const bool given = event.named && !a_.has(event.head, word_plain_event) && !several && !call;
    return !given && (several || call || other || event.shared) ? Relation::participated
                                                                : Relation::hosted;
  }

  // The event after the verb; no other verb of events in between.
  [[nodiscard]] const EventMention* object_of(const Clause& clause, Range sentence) const {
    const auto* event = e_.event_after(clause.verb.last, sentence.last);
    if (event != nullptr && event->range.first > clause.verb.last &&
        (a_.is_word(event->range.first - 1, w_.via) ||
         (event->range.first > clause.verb.last + 1 &&
          a_.is_word(event->range.first - 2, w_.via)))) {
      return nullptr;  // "took part in the work via video call"
    }
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

  // "hosted X and Y to lunch": they took part.
  void guests(const Clause& clause, const EventMention& event) {
    auto to = event.range.first;
    to -= to > 1 && (a_.is_word(to - 1, w_.a) || a_.is_word(to - 1, w_.the)) ? 1U : 0U;
    if (to <= clause.verb.last || !a_.is_word(to - 1, w_.to)) {
      return;
    }
    std::uint32_t last = 0;
    for (const int mention : read_list(a_, e_.index, clause.verb.last, to - 1, last)) {
      if (e_.name(mention).type == NodeType::official) {
        e_.add(e_.name(mention).node, Relation::participated, event.node,
               {clause.verb, "hosted-whom", clause.status, 0.8});
      }
    }
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
      if (e_.class_of(*event) == "visit" && !event->parties.empty() && !frame.companion) {
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
    if (leads_delegation(clause)) {
      e_.add_for(clause.subjects, Relation::participated, e_.event_told_of(clause.verb.first),
                 {clause.verb, "leads-delegation", clause.status});
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

  // "The Secretary will lead the delegation": to the event told of.
  [[nodiscard]] bool leads_delegation(const Clause& clause) const {
    return clause.verb.last + 1 < a_.document.tokens.size() &&
           (a_.document.text(clause.verb.first).starts_with("lead") ||
            a_.document.text(clause.verb.first) == "led") &&
           a_.is_word(clause.verb.last, w_.the) && a_.is_word(clause.verb.last + 1, w_.delegation);
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
    const int event = e_.trip_told_of(clause.verb.first);
    const bool person = !with.empty() && e_.name(with.front()).type == NodeType::official;
    const bool in_doing = last + 1 < sentence.last && a_.is_word(last, w_.in) &&
                          a_.document.text(last + 1).ends_with("ing");  // "joined X in praising"
    if (person && !in_doing && event != none) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "accompanied", clause.status});
    }
  }

  // "Representatives of A, B and C discussed ...": at the event told of.
  void delegates(const Clause& clause) {
    const auto first = clause.subjects.empty() ? none : clause.subjects.front().mention;
    if (first == none || clause.subjects.size() < 2 || !is_shown(clause.status) ||
        e_.name(first).type == NodeType::official) {
      return;
    }
    auto at = e_.index.begin(first);
    at -= at > 0 && a_.is_word(at - 1, w_.the) ? 1U : 0U;
    const bool sent = at > 1 && (a_.is_word(at - 1, w_.from) || a_.is_word(at - 1, w_.of)) &&
                      a_.has(at - 2, word_staff) && !a_.is_word(at - 2, w_.leaders) &&
                      (!a_.capital(at - 2) || a_.token(at - 2).is(token_sentence)) &&
                      a_.knowledge.verbs[clause.entry].frame == Frame::say;
    const int event = sent ? e_.event_told_of(clause.verb.first) : none;
    if (event == none) {
      return;
    }
    e_.add_for(clause.subjects, Relation::participated, event,
               {clause.verb, "delegates-act", clause.status});
  }

  // "At the Plenary, the United States, allies and partners made ...": those who act there take
  // part.
  void at_opening_event(const Clause& clause, const VerbFrame& frame) {
    if (clause.subjects.empty() || frame.frame == Frame::post) {
      return;
    }
    const auto sentence = a_.sentence(clause.verb.first);
    const bool leads = a_.is_word(sentence.first, w_.at) || a_.is_word(sentence.first, w_.during) ||
                       a_.is_word(sentence.first, w_.in);
    if (!leads) {
      return;
    }
    const auto* event = e_.event_after(sentence.first, sentence.last);
    const bool opens = event != nullptr && event->range.first <= sentence.first + 3 &&
                       event->range.last < clause.verb.first;
    if (opens) {
      const bool shared = clause.subjects.size() > 1 && a_.has(event->head, word_plain_event);
      const bool speech = frame.frame == Frame::say && event->parties.empty() && !shared &&
                          !e_.is_between_persons(event->node) && e_.class_of(*event) != "call" &&
                          e_.class_of(*event) != "visit";
      for (const auto& subject : clause.subjects) {
        const bool speaks = speech && e_.type_of(subject.node) == NodeType::official;
        e_.add_for({subject}, speaks ? Relation::addressed : Relation::participated, event->node,
                   {clause.verb, "acts-at-event", clause.status});
      }
    }
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
};

}  // namespace

void find_event_edges(Edges& edges) {
  find_event_phrase_edges(edges);
  find_presence_edges(edges);
  EventEdges(edges).run();
  find_signing_edges(edges);
  find_attendance_edges(edges);
  find_advisory_edges(edges);
}

}  // namespace pressgraph
