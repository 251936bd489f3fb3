// SPDX-License-Identifier: Apache-2.0
// Edges: from events and who takes part in them, from verbs and what they lead to, from posts, from
// names inside names. Each with the sentence, the words that fired and the rule.
#include <algorithm>
#include <set>

#include "importers/extraction/clauses.hpp"

namespace pressgraph {
namespace {

// Windows in tokens. No rule looks farther, so that time stays linear in a sentence of any length.
constexpr std::uint32_t reach = 30;           // from a verb to its event
constexpr std::uint32_t context_window = 80;  // to what governs a clause
constexpr std::uint32_t list_window = 600;    // a list of those who took part

/// What an edge rests on.
struct Ground {
  Range trigger;
  std::string_view rule;
  Status status = Status::asserted;
  double confidence = 0.85;
};

class RelationFinder {
 public:
  explicit RelationFinder(Analysis& analysis)
      : a_(analysis), w_(analysis.knowledge.words), index_(analysis) {
    find_release_speaker();
  }

  void run() {
    statements();
    for (const auto& event : a_.events) {
      if (event.node != none) {
        participants(event);
        const auto before = a_.edges.size();
        located(event);
        if (a_.edges.size() == before) {
          located_by_context(event);
        }
      }
    }
    for (const auto& clause : a_.clauses) {
      clause_edges(clause);
    }
    for (const auto& post : a_.posts) {
      post_edges(post);
    }
    parts();
    citations();
    delegated();
    listed_participants();
    nominal_addresses();
    participants_below();
    predecessors();
  }

 private:
  [[nodiscard]] const NameMention& name(int mention) const {
    return a_.names[static_cast<std::size_t>(mention)];
  }
  [[nodiscard]] NodeType type_of(int node) const {
    return a_.nodes[static_cast<std::size_t>(node)].type;
  }

  void add(int subject, Relation relation, int object, const Ground& ground) {
    if (subject == none || object == none || subject == object ||
        !may_join(relation, type_of(subject), type_of(object))) {
      return;
    }
    EdgeDraft edge;
    edge.subject = subject;
    edge.relation = relation;
    edge.object = object;
    edge.status = ground.status;
    edge.confidence = ground.confidence;
    edge.trigger = ground.trigger;
    edge.evidence = a_.sentence(ground.trigger.first);
    edge.rule = ground.rule;
    edge.claimed_by = relation == Relation::said ? none : claimant(ground.trigger);
    a_.edges.push_back(std::move(edge));
  }

  // Whose words the trigger stands in; nobody's for the narrator's own.
  [[nodiscard]] int claimant(Range trigger) const {
    auto after = std::ranges::upper_bound(a_.statements, trigger.first, {},
                                          [](const StatementMention& s) { return s.words.first; });
    for (int steps = 0; steps < 4 && after != a_.statements.begin(); ++steps) {
      --after;
      if (after->words.covers(trigger)) {
        return after->speaker.node;
      }
    }
    return none;
  }

  // One node for the words, one edge a speaker.
  void statements() {
    for (std::size_t i = 0; i < a_.statements.size(); ++i) {
      auto& statement = a_.statements[i];
      if (i > 0 && a_.statements[i - 1].words == statement.words) {
        statement.node = a_.statements[i - 1].node;
      } else {
        NodeDraft draft;
        draft.type = NodeType::statement;
        draft.name = a_.document.text(statement.words);
        draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(statement.words)));
        draft.attributes.push_back({"mode", std::string(statement.mode)});
        a_.nodes.push_back(std::move(draft));
        statement.node = static_cast<int>(a_.nodes.size()) - 1;
      }
      add_for({statement.speaker}, Relation::said, statement.node,
              {statement.trigger, statement.rule, statement.status});
    }
  }

  // The confidence is that of how each subject was found.
  void add_for(const std::vector<Participant>& subjects, Relation relation, int object,
               Ground ground) {
    for (const auto& subject : subjects) {
      const auto before = a_.edges.size();
      ground.confidence = subject.rule == "pronoun" ? 0.75 : 0.85;
      add(subject.node, relation, object, ground);
      if (a_.edges.size() > before && !subject.rule.empty()) {
        a_.edges.back().chain.emplace_back(subject.words, subject.rule);
      }
    }
  }

  [[nodiscard]] const Clause* clause_at(std::uint32_t verb) const {
    const auto found = std::ranges::lower_bound(a_.clauses, verb, {},
                                                [](const Clause& c) { return c.verb.first; });
    return found != a_.clauses.end() && found->verb.first == verb ? &*found : nullptr;
  }

  void participants(const EventMention& event) {
    Status status = Status::asserted;
    if (event.from_verb) {
      if (const auto* clause = clause_at(event.range.first)) {
        status = clause->status;
        add_for(clause->subjects, Relation::participated, event.node,
                {event.range, "verb-of-meeting", status});
      }
    } else {
      status = status_at(a_, event.range.first);
    }
    const bool visit = a_.knowledge.event_classes[event.event_class] == "visit";
    for (const int party : event.parties) {
      if (party == event.owner && owner_hosts(event)) {
        add(name(party).node, Relation::hosted, event.node, {event.range, "host-in-name", status});
      } else if (!visit || party == event.owner ||
                 type_of(name(party).node) == NodeType::official) {
        add(name(party).node, Relation::participated, event.node,
            {event.range, party == event.owner ? "owner-of-event" : "party-of-event", status});
      }
    }
    for (const int host : event.hosts) {
      add(name(host).node, Relation::hosted, event.node, {event.range, "hosted-by", status, 0.9});
    }
    for (const int place : event.places) {
      add(event.node, Relation::located_in, name(place).node, {event.range, "visit-to", status});
    }
  }

  // "Lithuania's conference", "the President's dinner": whose it is gives it.
  [[nodiscard]] bool owner_hosts(const EventMention& event) const {
    const auto& kind = a_.knowledge.event_classes[event.event_class];
    const auto type = type_of(name(event.owner).node);
    return kind == "ceremony"
               ? type == NodeType::official
               : kind == "meeting" && type != NodeType::official && event.parties.size() == 1;
  }

  // "in Krasnodar", "at the Palais Wilson in Geneva (Switzerland)" after the event, before the next
  // one.
  void located(const EventMention& event) {
    const auto end = std::min(a_.sentence(event.range.first).last, event.range.last + reach);
    for (auto i = event.range.last; i + 1 < end; ++i) {
      if (!a_.is_word(i, w_.in) && !a_.is_word(i, w_.at)) {
        if (starts_event(i, event) || !stays_with_event(i)) {
          return;
        }
        continue;
      }
      const auto at = a_.is_word(i + 1, w_.the) ? i + 2 : i + 1;
      const int place = at < end ? index_.covering(at) : none;
      if (place == none || name(place).type != NodeType::place) {
        continue;
      }
      add(event.node, Relation::located_in, name(place).node,
          {{i, name(place).range.last}, "event-in-place", Status::asserted, 0.8});
      wider_place(event, name(place).range.last, end);
      return;
    }
  }

  // What may stand between an event and its place: dates, names, "hosted by", "will be held".
  [[nodiscard]] bool stays_with_event(std::uint32_t i) const {
    if (a_.taken[i] != 0 || index_.covering(i) != none || a_.has(i, word_function) ||
        a_.punctuation(i, ',') || a_.punctuation(i, '(') || a_.punctuation(i, ')')) {
      return true;
    }
    const auto* verb = a_.longest_hit(i, set_of(Kind::verb), a_.sentence(i).last);
    return a_.capital(i) ||
           (verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::event) ||
           a_.has(i, word_event_modifier);
  }

  // "In Bali, Indonesia, she will attend ...", "travels to Lisbon for the conference": where the
  // sentence is.
  void located_by_context(const EventMention& event) {
    const auto sentence = a_.sentence(event.range.first);
    const bool visit = a_.knowledge.event_classes[event.event_class] == "visit";
    if (visit || event.definite) {
      return;
    }
    if (const auto* trip = trip_before(event, sentence)) {
      located_by_trip(event, *trip);
      return;
    }
    const auto opening = sentence.first;
    if (a_.is_word(opening, w_.in) || a_.is_word(opening, w_.at)) {
      std::uint32_t last = opening;
      for (const int place : read_list(a_, index_, opening + 1, sentence.last, last)) {
        if (name(place).type == NodeType::place) {
          add(event.node, Relation::located_in, name(place).node,
              {{opening, last}, "sentence-in-place", Status::asserted, 0.75});
        }
      }
    }
  }

  void located_by_trip(const EventMention& event, const EventMention& trip) {
    for (const int place : trip.places) {
      add(event.node, Relation::located_in, name(place).node,
          {trip.range, "event-on-trip", Status::asserted, 0.7});
    }
    const auto* clause = event.named ? clause_at(trip.range.first) : nullptr;
    if (clause != nullptr) {
      add_for(clause->subjects, Relation::participated, event.node,
              {trip.range, "event-on-trip", clause->status});
    }
  }

  [[nodiscard]] const EventMention* trip_before(const EventMention& event, Range sentence) const {
    const auto first =
        std::max(sentence.first,
                 event.range.first > context_window ? event.range.first - context_window : 0U);
    auto other = std::ranges::lower_bound(a_.events, first, {},
                                          [](const EventMention& e) { return e.range.first; });
    for (; other != a_.events.end() && other->range.first < event.range.first; ++other) {
      if (other->from_verb && !other->places.empty() && other->node != event.node) {
        return &*other;
      }
    }
    return nullptr;
  }

  // "Davos (Switzerland)", "Lyon, France".
  void wider_place(const EventMention& event, std::uint32_t at, std::uint32_t end) {
    if (at + 1 >= end || !(a_.punctuation(at, ',') || a_.punctuation(at, '('))) {
      return;
    }
    const int wider = index_.covering(at + 1);
    if (wider != none && name(wider).type == NodeType::place && name(wider).thing != none) {
      add(event.node, Relation::located_in, name(wider).node,
          {name(wider).range, "place-in-country", Status::asserted, 0.8});
    }
  }

  [[nodiscard]] bool starts_event(std::uint32_t i, const EventMention& event) const {
    const auto found = std::ranges::lower_bound(
        a_.events, i, {}, [](const EventMention& e) { return e.range.first; });
    return found != a_.events.end() && found->range.first == i && found->node != event.node &&
           !found->definite;
  }

  [[nodiscard]] const EventMention* event_after(std::uint32_t i, std::uint32_t end) const {
    const auto found = std::ranges::lower_bound(
        a_.events, i, {}, [](const EventMention& e) { return e.range.first; });
    for (auto event = found;
         event != a_.events.end() && event->range.first < std::min(end, i + reach); ++event) {
      if (event->node != none && !event->from_verb) {
        return &*event;
      }
    }
    return nullptr;
  }

  [[nodiscard]] const EventMention* event_before(std::uint32_t i, std::uint32_t first) const {
    auto found = std::ranges::lower_bound(a_.events, i, {},
                                          [](const EventMention& e) { return e.range.first; });
    while (found != a_.events.begin()) {
      --found;
      if (found->range.first < first || found->range.first + reach < i) {
        return nullptr;
      }
      if (found->node != none && !found->from_verb) {
        return &*found;
      }
    }
    return nullptr;
  }

  // The end of what a verb governs: the next verb of another clause, or the sentence.
  [[nodiscard]] std::uint32_t clause_end(const Clause& clause) const {
    return a_.sentence(clause.verb.first).last;
  }

  void clause_edges(const Clause& clause) {
    const auto& frame = a_.knowledge.verbs[clause.entry];
    switch (frame.frame) {
      case Frame::event:
        event_edges(clause, frame);
        break;
      case Frame::address:
        address_edges(clause);
        break;
      case Frame::act:
        act_edges(clause, frame);
        break;
      case Frame::say:
        said_at_event(clause);
        break;
      case Frame::heard:
        heard_from(clause);
        break;
      case Frame::meet:
      case Frame::speak:
      case Frame::visit:
      case Frame::post:
        break;
    }
  }

  // "X said at the briefing": speaking at an event that is not X's own meeting.
  void said_at_event(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = event_after(clause.verb.last, sentence.last);
    if (event == nullptr || event->range.first == sentence.first) {
      return;
    }
    auto before = event->range.first - 1;
    before -= before > sentence.first && (a_.is_word(before, w_.a) || a_.is_word(before, w_.the) ||
                                          a_.is_word(before, w_.an) || a_.is_word(before, w_.this_))
                  ? 1U
                  : 0U;
    if (!a_.is_word(before, w_.at) && !a_.is_word(before, w_.during)) {
      return;
    }
    for (const auto& subject : clause.subjects) {
      const bool own = std::ranges::any_of(
          event->parties, [&](int party) { return name(party).node == subject.node; });
      if (!own && type_of(subject.node) == NodeType::official) {
        add_for({subject}, Relation::addressed, event->node,
                {clause.verb, "said-at-event", clause.status});
      }
    }
  }

  void event_edges(const Clause& clause, const VerbFrame& frame) {
    const auto sentence = a_.sentence(clause.verb.first);
    if (clause.passive) {
      passive_event(clause, frame, sentence);
      return;
    }
    const auto* event = event_after(clause.verb.last, sentence.last);
    if (event == nullptr || event->range.first > clause.verb.last + 12) {
      hosted_people(clause, frame);
      return;
    }
    const bool with_parties = frame.held && (!event->parties.empty() || clause.subjects.size() > 1);
    const auto relation = with_parties ? Relation::participated : frame.relation;
    add_for(clause.subjects, relation, event->node, {clause.verb, "verb-of-event", clause.status});
  }

  // "The President hosted the ambassadors": the event is the title's.
  void hosted_people(const Clause& clause, const VerbFrame& frame) {
    const bool early = a_.document.sentence_of[clause.verb.first] < 4;
    const int event = main_event();
    if (early && !frame.held && frame.relation == Relation::hosted && event != none &&
        in_title(event)) {
      add_for(clause.subjects, Relation::hosted, event,
              {clause.verb, "hosted-people", clause.status});
    }
  }

  [[nodiscard]] bool in_title(int event) const {
    return std::ranges::any_of(a_.events, [&](const EventMention& e) {
      return e.node == event && a_.is_headline(e.range.first);
    });
  }

  // "Participants heard from A, B and C."
  void heard_from(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = event_before(clause.verb.first, 0);
    const int node = event != nullptr ? event->node : main_event();
    for (auto i = clause.verb.last; i < std::min(sentence.last, clause.verb.last + list_window);
         ++i) {
      const int mention = index_.covering(i);
      if (mention == none) {
        continue;
      }
      if (name(mention).type == NodeType::official) {
        add(name(mention).node, Relation::addressed, node,
            {clause.verb, "heard-from", clause.status, 0.8});
      }
      i = std::max(i, name(mention).range.last - 1);
    }
  }

  void passive_event(const Clause& clause, const VerbFrame& frame, Range sentence) {
    const auto* event = event_before(clause.verb.first, sentence.first);
    if (event == nullptr && frame.relation == Relation::participated) {
      event = event_before(clause.verb.first, 0);
    }
    if (event == nullptr || !a_.is_word(clause.verb.last, w_.by)) {
      return;
    }
    std::uint32_t last = clause.verb.last;
    for (const int mention : read_list(a_, index_, clause.verb.last + 1, sentence.last, last)) {
      add(name(mention).node, frame.relation, event->node,
          {clause.verb, "passive-by", clause.status});
    }
  }

  void address_edges(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = event_after(clause.verb.last, sentence.last);
    if (event != nullptr && event->range.first <= clause.verb.last + 10) {
      add_for(clause.subjects, Relation::addressed, event->node,
              {clause.verb, "verb-of-address", clause.status});
      return;
    }
    for (auto i = clause.verb.last; i < std::min(sentence.last, clause.verb.last + 4); ++i) {
      const int mention = index_.covering(i);
      if (mention != none && name(mention).type == NodeType::agency && name(mention).node != none) {
        add_for(clause.subjects, Relation::addressed, name(mention).node,
                {clause.verb, "verb-of-address", clause.status});
        return;
      }
      if (a_.has(i, word_collective)) {
        const auto* last = event_before(clause.verb.first, 0);
        add_for(clause.subjects, Relation::addressed, last != nullptr ? last->node : main_event(),
                {clause.verb, "addressed-participants", clause.status});
        return;
      }
    }
    if (a_.knowledge.verbs[clause.entry].audience) {
      address_audience(clause);
    }
  }

  // "briefed the delegates", "addressed the students": the audience of the event told of last.
  void address_audience(const Clause& clause) {
    const auto* event = event_before(clause.verb.first, 0);
    const int node = event != nullptr ? event->node : main_event();
    const bool object = clause.verb.last < a_.document.tokens.size() &&
                        !a_.token(clause.verb.last).is(token_punctuation);
    if (object && !clause.passive) {
      add_for(clause.subjects, Relation::addressed, node,
              {clause.verb, "addressed-audience", clause.status});
    }
  }

  // "remarks by X", "in her remarks at the conference, X ...".
  void nominal_addresses() {
    for (std::uint32_t i = 0; i + 2 < a_.document.tokens.size(); ++i) {
      if (!a_.is_word(i, w_.remarks)) {
        continue;
      }
      const auto sentence = a_.sentence(i);
      const auto* event = event_after(i + 1, sentence.last);
      if (a_.is_word(i + 1, w_.by) && !a_.is_headline(i)) {
        remarks_by(i, event != nullptr ? event : event_before(i, sentence.first), sentence);
      } else if (event != nullptr && event->range.first <= i + 4 &&
                 (a_.is_word(i + 1, w_.at) || a_.is_word(i + 1, w_.to))) {
        remarks_at(i, *event, sentence);
      }
    }
  }

  void remarks_by(std::uint32_t i, const EventMention* event, Range sentence) {
    std::uint32_t last = i;
    for (const int mention : read_list(a_, index_, i + 2, sentence.last, last)) {
      add(name(mention).node, Relation::addressed, event != nullptr ? event->node : main_event(),
          {{i, i + 2}, "remarks-by", Status::asserted, 0.75});
    }
  }

  void remarks_at(std::uint32_t i, const EventMention& event, Range sentence) {
    for (auto t = event.range.last; t < std::min(sentence.last, event.range.last + reach); ++t) {
      const int mention = index_.covering(t);
      if (mention != none && name(mention).type == NodeType::official) {
        add(name(mention).node, Relation::addressed, event.node,
            {{i, i + 2}, "remarks-at", Status::asserted, 0.75});
        return;
      }
    }
  }

  [[nodiscard]] int main_event() const {
    for (const auto& event : a_.events) {
      if (event.node != none) {
        return event.node;
      }
    }
    return none;
  }

  void act_edges(const Clause& clause, const VerbFrame& frame) {
    const auto end = std::min(a_.sentence(clause.verb.first).last, clause.verb.last + 12);
    for (auto i = clause.verb.last; i < end; ++i) {
      const int node = act_at(i);
      if (node != none) {
        add_for(clause.subjects, frame.relation, node, {clause.verb, "verb-of-act", clause.status});
        return;
      }
    }
  }

  // The instrument or resolution that begins at token `i`.
  [[nodiscard]] int act_at(std::uint32_t i) const {
    const int mention = index_.covering(i);
    if (mention != none && name(mention).type == NodeType::instrument) {
      return name(mention).node;
    }
    const auto found = std::ranges::lower_bound(a_.citation_items, i, {}, &Range::first);
    const bool at = found != a_.citation_items.end() && found->first == i;
    return at ? a_.citation_nodes[static_cast<std::size_t>(found - a_.citation_items.begin())]
              : none;
  }

  void post_edges(const PostMention& post) {
    if (post.future) {
      return;
    }
    for (const int body : post.bodies) {
      add(name(post.holder).node, Relation::holds, name(body).node,
          {post.range, post.rule, Status::asserted, 0.9});
      if (!a_.edges.empty() && a_.edges.back().relation == Relation::holds &&
          a_.edges.back().trigger == post.range) {
        a_.edges.back().attributes = {{"position", std::string(a_.document.text(post.range))}};
      }
    }
  }

  // Names inside names, and "X's Y".
  void parts() {
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      const auto& inner = a_.names[i];
      if (inner.inside == none) {
        possessed_by(inner);
        part_at(inner);
        continue;
      }
      const auto& outer = name(inner.inside);
      if (!held_by_other(i) && is_part(inner, outer)) {
        add(outer.node, Relation::part_of, inner.node,
            {outer.range, "name-in-name", Status::asserted, 0.85});
      }
    }
  }

  // "Kenya's Ministry of Health", "the Agency (ABC)'s Bureau".
  void possessed_by(const NameMention& owner) {
    auto at = owner.range.last;
    if (a_.punctuation(at, '(') && a_.punctuation(at + 2, ')')) {
      at += 3;
    }
    const bool owns = owner.type == NodeType::agency || owner.type == NodeType::place;
    if (!owns || at + 1 >= a_.document.tokens.size() || !a_.token(at).is(token_possessive)) {
      return;
    }
    const int owned = index_.covering(at + 1);
    if (owned != none && name(owned).type == NodeType::agency &&
        name(owned).range.first == at + 1 && may_own(owner, name(owned))) {
      add(name(owned).node, Relation::part_of, owner.node,
          {{owner.range.first, name(owned).range.last}, "possessive", Status::asserted, 0.8});
    }
  }

  // "North Macedonia's OSCE Chairmanship" makes no organ of North Macedonia.
  [[nodiscard]] bool may_own(const NameMention& owner, const NameMention& owned) const {
    if (owner.type != NodeType::place || owned.thing == none) {
      return true;
    }
    const auto& country = a_.knowledge.things[static_cast<std::size_t>(owned.thing)].country;
    return owner.thing != none && !country.empty() &&
           a_.knowledge.things[static_cast<std::size_t>(owner.thing)].country == country;
  }

  // "Arkell Institute at Harrow University".
  void part_at(const NameMention& unit) {
    auto at = unit.range.last;
    if (unit.type != NodeType::agency || at + 2 >= a_.document.tokens.size() ||
        !a_.is_word(at, w_.at)) {
      return;
    }
    ++at;
    const int parent = index_.covering(at);
    if (parent != none && name(parent).type == NodeType::agency && name(parent).range.first == at) {
      add(unit.node, Relation::part_of, name(parent).node,
          {{unit.range.first, name(parent).range.last}, "unit-at", Status::asserted, 0.8});
    }
  }

  // "Lithuanian"-like prefixes make an organ only of some heads: the Sri Lanka Navy, not the Ceylon
  // Tea Association.
  [[nodiscard]] bool is_part(const NameMention& inner, const NameMention& outer) const {
    if (inner.type != NodeType::place || inner.range.first != outer.range.first ||
        is_state_body(outer)) {
      return true;
    }
    for (auto i = inner.range.last; i < outer.range.last; ++i) {
      if (a_.has(i, word_organ_head)) {
        return true;
      }
    }
    return false;
  }

  // A listed body that is no party, company or the like: its country is whose organ it is.
  [[nodiscard]] bool is_state_body(const NameMention& body) const {
    if (body.thing == none) {
      return false;
    }
    const auto& kind = a_.knowledge.things[static_cast<std::size_t>(body.thing)].kind;
    return kind != "party" && kind != "ngo" && kind != "company" && kind != "media" &&
           kind != "university" && kind != "armed-group";
  }

  // A name inside a name inside a name belongs to the nearer one.
  [[nodiscard]] bool held_by_other(std::size_t inner) const {
    const auto& range = a_.names[inner].range;
    const int outer = a_.names[inner].inside;
    for (std::size_t j = static_cast<std::size_t>(outer) + 1;
         j < a_.names.size() && a_.names[j].range.first < name(outer).range.last; ++j) {
      if (j != inner && a_.names[j].inside == outer && a_.names[j].range.covers(range) &&
          a_.names[j].range != range) {
        return true;
      }
    }
    return false;
  }

  // ---- who cites ----

  void citations() {
    for (std::size_t c = 0; c < a_.citations.size(); ++c) {
      if (a_.citation_nodes[c] != none && !a_.citations[c].draft) {
        cite(a_.citation_nodes[c], a_.citation_items[c], a_.citations[c].rule,
             a_.citations[c].via_name);
      }
    }
    for (const auto& mention : a_.names) {
      if (mention.type == NodeType::instrument && mention.node != none) {
        cite(mention.node, mention.range, "instrument", false);
      }
    }
  }

  void cite(int act, Range words, std::string_view rule, bool via_name) {
    const auto sentence = a_.sentence(words.first);
    if (!via_name) {
      const auto* clause = reporting(words, sentence);
      if (clause != nullptr && is_they(*clause) && by_participants(*clause, act, words, rule)) {
        return;
      }
      if (clause != nullptr && by_subjects(*clause, act, words, rule)) {
        return;
      }
      if (clause != nullptr && clause->subjects.empty() &&
          by_participants(*clause, act, words, rule)) {
        return;
      }
      if (speaker_ != none && words.first > title_end_) {
        add(speaker_, Relation::cited, act, {words, rule, Status::asserted, 0.8});
        return;
      }
    }
    add(0, Relation::cited, act, {words, rule, Status::asserted, 0.8});
  }

  [[nodiscard]] bool is_they(const Clause& clause) const {
    return std::ranges::any_of(clause.subjects, [&](const Participant& p) {
      return p.mention == none && a_.is_word(p.words.first, w_.they);
    });
  }

  bool by_subjects(const Clause& clause, int act, Range words, std::string_view rule) {
    bool any = false;
    for (const auto& subject : clause.subjects) {
      const auto type = type_of(subject.node);
      if (type == NodeType::official || type == NodeType::agency || type == NodeType::event) {
        add_for({subject}, Relation::cited, act, {words, rule, Status::asserted});
        any = true;
      }
    }
    return any;
  }

  // The verb of saying or of acting that governs the words: the nearest before them, else one after
  // a quotation.
  [[nodiscard]] const Clause* reporting(Range words, Range sentence) const {
    const Clause* best = nullptr;
    const auto first =
        std::max(sentence.first, words.first > context_window ? words.first - context_window : 0U);
    const auto end = std::min(sentence.last, words.last + context_window);
    auto found = std::ranges::lower_bound(a_.clauses, first, {},
                                          [](const Clause& c) { return c.verb.first; });
    for (; found != a_.clauses.end() && found->verb.first < end; ++found) {
      const auto frame = a_.knowledge.verbs[found->entry].frame;
      if (frame != Frame::say && frame != Frame::act) {
        continue;
      }
      if (found->verb.last <= words.first) {
        best = &*found;
      } else if (best == nullptr && found->verb.first >= words.last && frame == Frame::say &&
                 quoted(words, found->verb.first)) {
        return &*found;
      }
    }
    return best;
  }

  [[nodiscard]] bool quoted(Range words, std::uint32_t verb) const {
    for (auto i = words.last; i < std::min(verb, words.last + context_window); ++i) {
      if (a_.punctuation(i, '>') || a_.punctuation(i, '"')) {
        return true;
      }
    }
    return false;
  }

  // "The participants reaffirmed ..." is the event's own citation.
  bool by_participants(const Clause& clause, int act, Range words, std::string_view rule) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto floor =
        std::max(sentence.first, clause.verb.first > reach ? clause.verb.first - reach : 0U);
    for (auto i = clause.verb.first; i > floor;) {
      --i;
      if (a_.has(i, word_collective) || a_.is_word(i, w_.they)) {
        const auto* event = event_before(clause.verb.first, 0);
        const int node = event != nullptr ? event->node : main_event();
        if (node == none) {
          return false;
        }
        add(node, Relation::cited, act, {words, rule, Status::asserted, 0.7});
        return true;
      }
    }
    return false;
  }

  // A statement released under one official's name: "Statement by X", or "X, Secretary of State" as
  // its own line.
  void find_release_speaker() {
    const auto& sentences = a_.document.sentences;
    for (std::size_t s = 0; s < sentences.size() && s < 8; ++s) {
      const auto sentence = sentences[s];
      title_end_ = s == 0 ? sentence.last : title_end_;
      if (const int by = statement_by(sentence); by != none) {
        speaker_ = by;
      }
      if (const int by = following_statement(sentence); by != none) {
        speaker_ = by;
      }
      const int mention = index_.covering(sentence.first);
      const bool line = s > 0 && mention != none && name(mention).type == NodeType::official &&
                        index_.begin(mention) == sentence.first &&
                        a_.punctuation(name(mention).range.last, ',') && sentence.size() < 16 &&
                        !a_.punctuation(sentence.last - 1, '.');
      if (line) {
        speaker_ = name(mention).node;
      }
    }
    if (speaker_ != none && !first_person()) {
      speaker_ = none;
    }
  }

  // "Senator X today made the following statement:"
  [[nodiscard]] int following_statement(Range sentence) const {
    for (auto i = sentence.first; i + 1 < sentence.last; ++i) {
      if (!a_.is_word(i, w_.following) ||
          !(a_.is_word(i + 1, w_.statement) || a_.is_word(i + 1, w_.remarks))) {
        continue;
      }
      for (auto t = std::max(sentence.first, i > reach ? i - reach : 0U); t < i; ++t) {
        const int mention = index_.covering(t);
        if (mention != none && name(mention).type == NodeType::official) {
          return name(mention).node;
        }
      }
    }
    return none;
  }

  [[nodiscard]] int statement_by(Range sentence) const {
    for (auto i = sentence.first; i + 1 < sentence.last; ++i) {
      const bool lead = a_.is_word(i, w_.by) || a_.is_word(i, w_.from);
      const bool act =
          i > sentence.first && (a_.is_word(i - 1, w_.statement) || a_.is_word(i - 1, w_.remarks));
      if (lead && act) {
        const int mention = index_.covering(i + 1);
        return mention != none && name(mention).type == NodeType::official ? name(mention).node
                                                                           : none;
      }
    }
    return none;
  }

  [[nodiscard]] bool first_person() const {
    std::size_t count = 0;
    for (const auto& token : a_.document.tokens) {
      const auto word = token.word;
      count +=
          word != 0 && (word == w_.i || word == w_.my || word == w_.we || word == w_.our) ? 1U : 0U;
    }
    return count >= 1;
  }

  // "on behalf of the President": the speaker of the clause for the one named.
  void delegated() {
    for (std::uint32_t i = 0; i + 3 < a_.document.tokens.size(); ++i) {
      if (!a_.is_word(i, w_.behalf) || !a_.is_word(i + 1, w_.of) || i == 0) {
        continue;
      }
      const auto sentence = a_.sentence(i);
      const int principal = principal_after(i + 2, sentence.last);
      const int speaker = speaker_before(i, sentence);
      if (principal != none && speaker != none) {
        add(speaker, Relation::spoke_for, principal, {{i - 1, i + 2}, "on-behalf-of"});
      }
    }
  }

  [[nodiscard]] int principal_after(std::uint32_t i, std::uint32_t end) const {
    for (auto t = i; t < std::min(end, i + 8); ++t) {
      const int mention = index_.covering(t);
      if (mention != none) {
        const auto type = name(mention).type;
        return type == NodeType::official || type == NodeType::agency ? name(mention).node : none;
      }
    }
    return none;
  }

  [[nodiscard]] int speaker_before(std::uint32_t i, Range sentence) const {
    int found = none;
    const auto floor = std::max(sentence.first, i > context_window ? i - context_window : 0U);
    for (auto t = i; t > floor;) {
      --t;
      const int mention = index_.covering(t);
      if (mention != none && name(mention).type == NodeType::official &&
          name(mention).node != none) {
        found = name(mention).node;
        break;
      }
    }
    return found;
  }

  // "Participants included:" and a list below, one a line.
  void participants_below() {
    const auto& sentences = a_.document.sentences;
    for (std::size_t s = 0; s + 1 < sentences.size(); ++s) {
      if (!a_.punctuation(sentences[s].last - 1, ':') || !tells_of_participants(sentences[s])) {
        continue;
      }
      const auto* event = event_before(sentences[s].last, sentences[s].first);
      const int node = event != nullptr ? event->node : main_event();
      for (auto line = s + 1; line < sentences.size() && is_item(sentences[line]); ++line) {
        std::uint32_t last = 0;
        const auto items = read_list(a_, index_, sentences[line].first, sentences[line].last, last);
        if (!items.empty()) {
          add(name(items.front()).node, Relation::participated, node,
              {name(items.front()).range, "participants-list", Status::asserted, 0.8});
        }
      }
    }
  }

  [[nodiscard]] bool tells_of_participants(Range sentence) const {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      if (a_.is_word(i, w_.participants) || a_.is_word(i, w_.attended)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_item(Range sentence) const {
    const char c = a_.token(sentence.first).punctuation;
    return c == '-' || c == '*' || a_.token(sentence.first).is(token_digit);
  }

  // "to be Director of the Y, vice X": X had the post.
  void predecessors() {
    const auto vice = a_.knowledge.vocabulary.find("vice");
    for (std::uint32_t i = 1; i + 1 < a_.document.tokens.size(); ++i) {
      if (!a_.is_word(i, vice) || a_.capital(i) || !a_.punctuation(i - 1, ',')) {
        continue;
      }
      const int holder = index_.covering(i + 1);
      const auto sentence = a_.sentence(i);
      const auto floor = std::max(sentence.first, i > context_window ? i - context_window : 0U);
      for (auto t = i; holder != none && t > floor;) {
        --t;
        const int body = index_.covering(t);
        if (body != none && name(body).type == NodeType::agency) {
          add(name(holder).node, Relation::holds, name(body).node,
              {{i, i + 1}, "predecessor", Status::asserted, 0.8});
          break;
        }
      }
    }
  }

  // "attended by A, B and C".
  void listed_participants() {
    for (const auto& clause : a_.clauses) {
      const auto sentence = a_.sentence(clause.verb.first);
      const auto frame = a_.knowledge.verbs[clause.entry];
      if (frame.frame != Frame::event || frame.relation != Relation::participated ||
          !clause.passive) {
        continue;
      }
      const auto* event = event_before(clause.verb.first, sentence.first);
      const int node = event != nullptr ? event->node : main_event();
      for (auto i = clause.verb.last; i < std::min(sentence.last, clause.verb.last + list_window);
           ++i) {
        const int mention = index_.covering(i);
        if (mention == none) {
          continue;
        }
        i = name(mention).range.last - 1;
        if (name(mention).type != NodeType::instrument) {
          add(name(mention).node, Relation::participated, node,
              {clause.verb, "attended-by", clause.status, 0.8});
        }
      }
    }
  }

  Analysis& a_;
  const KnownWords& w_;
  MentionIndex index_;
  int speaker_ = none;
  std::uint32_t title_end_ = 0;
};

}  // namespace

void find_relations(Analysis& analysis) {
  RelationFinder(analysis).run();
}

}  // namespace pressgraph
