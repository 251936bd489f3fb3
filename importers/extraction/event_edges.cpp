// SPDX-License-Identifier: Apache-2.0
// Who hosted an event and who took part in it, by the verb that leads to it.
#include <algorithm>

#include "importers/extraction/edges.hpp"

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
      if (frame.frame == Frame::event) {
        by_clause(clause, frame);
      } else if (frame.frame != Frame::present) {
        at_opening_event(clause, frame);
        delegates(clause);
      }
    }
  }

 private:
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
    if ((e_.class_of(*event) == "visit" && !event->parties.empty() && !frame.companion) ||
        (frame.held && !is_direct(clause.verb.last, event->range.first))) {
      return;  // who receives a visitor makes no visit
    }
    const auto relation = relation_of(clause, frame, *event);
    e_.add_for(clause.subjects, relation, event->node,
               {clause.verb, "verb-of-event", clause.status});
    for (const auto* next = frame.held ? nullptr : e_.joined_event(*event); next != nullptr;
         next = e_.joined_event(*next)) {
      e_.add_for(clause.subjects, relation, next->node,
                 {clause.verb, "verb-of-event", clause.status});
    }
    if (relation == Relation::hosted) {
      partners(clause, event->node, sentence);
      guests(clause, *event);
    }
    if (frame.relation == Relation::participated) {
      companions(clause, *event);
      named_after(clause, *event, sentence);
    }
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

  // "in cooperation with B", "with the support of C": who else is named beside a host holds it
  // too, or helps.
  void partners(const Clause& clause, int event, Range sentence) {
    const auto floor = clause.verb.first > reach ? clause.verb.first - reach : 0U;
    const auto end = std::min(sentence.last, clause.verb.last + 2 * reach);
    for (auto i = std::max(sentence.first, floor) + 2; i + 1 < end; ++i) {
      if (a_.is_word(i, w_.with) && a_.has(i - 1, word_partner)) {
        bodies_listed(i, end, Relation::hosted, event, {{}, "with-partner", clause.status, 0.75});
      } else if (helps_before(i)) {
        bodies_listed(i, end, Relation::participated, event,
                      {{}, "with-support", clause.status, 0.75});
      }
    }
  }

  // The bodies and countries listed after token `i`.
  void bodies_listed(std::uint32_t i, std::uint32_t end, Relation relation, int event,
                     Ground ground) {
    std::uint32_t last = i;
    const auto listed = read_list(a_, e_.index, i + 1, end, last);
    ground.trigger = {i - 1, last};
    for (const int mention : listed) {
      if (e_.name(mention).type != NodeType::official && is_actor(e_.name(mention).type)) {
        e_.add(e_.name(mention).node, relation, event, ground);
      }
    }
  }

  // "with the financial support of", "with funds provided by": a noun of help before token `i`.
  [[nodiscard]] bool helps_before(std::uint32_t i) const {
    constexpr std::uint32_t longest = 5;  // tokens
    bool help = false;
    if (!a_.is_word(i, w_.of) && !a_.is_word(i, w_.from) && !a_.is_word(i, w_.by)) {
      return false;
    }
    for (auto t = i; t-- > 0 && t + longest > i;) {
      help |= a_.has(t, word_partner);
      if (a_.is_word(t, w_.with)) {
        return help;
      }
    }
    return false;
  }

  // "held a long and useful meeting": nothing but adjectives between; not "had time before the
  // meeting".
  [[nodiscard]] bool is_direct(std::uint32_t i, std::uint32_t event) const {
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
    const bool given = event.named && !a_.has(event.head, word_plain_event) && !several && !call;
    return !given && (several || call || other || event.shared) ? Relation::participated
                                                                : Relation::hosted;
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
    const int event = e_.trip_told_of(clause.verb.first);
    const bool person = !with.empty() && e_.name(with.front()).type == NodeType::official;
    if (person && event != none) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "accompanied", clause.status});
    }
  }

  // "was hosted by X in Y", "attended by A, B and C", "X was joined by Y".
  void passive(const Clause& clause, const VerbFrame& frame) {
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
      partners(clause, event, sentence);
    }
  }

  // What is hosted or attended: before the verb, after an opening, told of before.
  [[nodiscard]] int event_done(const Clause& clause, const VerbFrame& frame, Range sentence) const {
    if (const auto* before = e_.event_before(clause.verb.first, sentence.first)) {
      return before->node;
    }
    if (const auto* opened = event_opened(clause, sentence)) {
      return opened->node;
    }
    const bool told = !frame.helps && (early(clause) || frame.relation == Relation::participated);
    return told ? e_.event_told_of(clause.verb.first) : none;
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
      if (a_.is_word(i, w_.by) && !helps_before(i)) {
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
                                          : e_.event_told_of(clause.verb.first);
    if (event == none) {
      return;
    }
    std::uint32_t last = by;
    for (const int mention : read_list(a_, e_.index, by + 1, sentence.last, last)) {
      e_.add(e_.name(mention).node, Relation::participated, event,
             {clause.verb, "joined-by", clause.status, 0.8});
    }
    if (after != nullptr && made == nullptr) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "joined-by", clause.status});
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
      const bool speech = frame.frame == Frame::say && event->parties.empty() &&
                          e_.class_of(*event) != "call" && e_.class_of(*event) != "visit";
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
  find_attendance_edges(edges);
}

}  // namespace pressgraph
