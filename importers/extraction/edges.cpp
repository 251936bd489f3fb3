// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/edges.hpp"

#include <algorithm>

#include "importers/extraction/fold.hpp"

namespace pressgraph {

Edges::Edges(Analysis& analysis)
    : a(analysis), index(mention_index(analysis)), post_(analysis.document.tokens.size()) {
  for (const auto& post : a.posts) {
    if (post.rule != "title-before-name") {
      std::fill(post_.begin() + post.range.first, post_.begin() + post.range.last, std::uint8_t{1});
    }
  }
  for (const auto& event : a.events) {
    if (a.is_headline(event.range.first)) {
      in_title_.insert(event.node);
    }
  }
}

void Edges::add(int subject, Relation relation, int object, const Ground& ground) {
  if (subject == none || object == none || subject == object) {
    return;
  }
  if (is_mere_place(subject, relation)) {
    // "Oslo will host the Forum", but "a resident of Oslo, who organised the Forum"
    if (relation == Relation::hosted && !ground.trigger.empty() &&
        folded(a.document.text(ground.trigger.last - 1)).starts_with("host")) {
      add(object, Relation::located_in, subject, ground);
    }
    return;
  }
  if (!may_join(relation, type_of(subject), type_of(object))) {
    return;
  }
  EdgeDraft edge;
  edge.subject = subject;
  edge.relation = relation;
  edge.object = object;
  edge.status = ground.status;
  edge.verbless = ground.verbless;
  edge.confidence = ground.confidence;
  edge.trigger = ground.trigger;
  // A symbol may go on behind what ends a sentence: "S/RES/2322\n(2016)".
  edge.evidence = a.sentence(ground.trigger.first);
  if (!ground.trigger.empty()) {
    edge.evidence.last = std::max(edge.evidence.last, a.sentence(ground.trigger.last - 1).last);
  }
  edge.rule = ground.rule;
  edge.claimed_by = relation == Relation::said ? none : claimant(ground.trigger);
  a.edges.push_back(std::move(edge));
}

// A country acts; a city, a region or a hall does not.
bool Edges::is_mere_place(int subject, Relation relation) const {
  const auto& node = a.nodes[static_cast<std::size_t>(subject)];
  const bool needs_actor = relation == Relation::participated || relation == Relation::hosted;
  return needs_actor && node.type == NodeType::place &&
         (node.thing == none ||
          a.knowledge.things[static_cast<std::size_t>(node.thing)].kind != "country");
}

// Whose words the trigger stands in; nobody's for the narrator's own.
int Edges::claimant(Range trigger) const {
  auto after = std::ranges::upper_bound(a.statements, trigger.first, {},
                                        [](const StatementMention& s) { return s.words.first; });
  for (int steps = 0; steps < 4 && after != a.statements.begin(); ++steps) {
    --after;
    if (after->words.covers(trigger)) {
      return after->speaker.node;
    }
  }
  return none;
}

void Edges::add_for(const std::vector<Participant>& subjects, Relation relation, int object,
                    Ground ground) {
  for (const auto& subject : subjects) {
    const auto before = a.edges.size();
    ground.confidence = subject.rule == "pronoun" ? 0.75 : 0.85;
    add(subject.node, relation, object, ground);
    if (a.edges.size() > before && !subject.rule.empty()) {
      a.edges.back().chain.emplace_back(subject.words, subject.rule);
    }
  }
}

const Clause* Edges::clause_at(std::uint32_t verb) const {
  const auto found =
      std::ranges::lower_bound(a.clauses, verb, {}, [](const Clause& c) { return c.verb.first; });
  return found != a.clauses.end() && found->verb.first == verb ? &*found : nullptr;
}

const EventMention* Edges::event_after(std::uint32_t i, std::uint32_t end) const {
  const auto found = std::ranges::lower_bound(a.events, i, {},
                                              [](const EventMention& e) { return e.range.first; });
  for (auto event = found; event != a.events.end() && event->range.first < std::min(end, i + reach);
       ++event) {
    if (event->node != none && !event->from_verb) {
      return &*event;
    }
  }
  return nullptr;
}

const EventMention* Edges::event_before(std::uint32_t i, std::uint32_t first) const {
  auto found = std::ranges::lower_bound(a.events, i, {},
                                        [](const EventMention& e) { return e.range.first; });
  while (found != a.events.begin()) {
    --found;
    if (found->range.first < first || found->range.last + reach < i) {
      return nullptr;
    }
    if (found->node != none && !found->from_verb && !found->aside) {
      return &*found;
    }
  }
  return nullptr;
}

const EventMention* Edges::joined_event(const EventMention& event) const {
  constexpr std::uint32_t farthest = 5;  // tokens
  const auto& w = a.knowledge.words;
  const auto end = std::min(a.sentence(event.range.first).last, event.range.last + farthest);
  const auto* next = event_after(event.range.last, end);
  bool joined = false;
  for (auto i = event.range.last; next != nullptr && i < next->range.first; ++i) {
    joined |= a.is_word(i, w.and_);
    const bool tie = a.is_word(i, w.and_) || a.is_word(i, w.at) || a.is_word(i, w.in) ||
                     a.is_word(i, w.the) || a.is_word(i, w.a) || a.is_word(i, w.an) ||
                     a.punctuation(i, ',');
    if (!tie) {
      return nullptr;
    }
  }
  return joined ? next : nullptr;
}

bool Edges::is_long_past(const EventMention& event) const {
  constexpr int months = 3;
  const auto month_of = [](std::string_view date) {
    constexpr std::size_t year_and_month = 7;  // "2021-09"
    if (date.size() < year_and_month || date[4] != '-') {
      return 0;
    }
    const auto digit = [&](std::size_t at) { return date[at] - '0'; };
    return 12 * (1000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3)) + 10 * digit(5) +
           digit(6);
  };
  const int then = month_of(event.end);
  const int now = month_of(a.release.published);
  return then != 0 && now != 0 && then + months <= now && !in_title(event.node);
}

int Edges::event_told_of(std::uint32_t i) const {
  const auto last_token = static_cast<std::uint32_t>(a.document.tokens.size() - 1);
  auto found = std::ranges::lower_bound(a.events, i, {},
                                        [](const EventMention& e) { return e.range.first; });
  for (int steps = 0; steps < 4 && found != a.events.begin(); ++steps) {
    --found;
    const bool near = a.document.sentence_of[found->range.first] + 1 >=
                      a.document.sentence_of[std::min(i, last_token)];  // told of just now
    if (found->node != none && !found->aside && (near || !is_long_past(*found)) &&
        (found->named || found->definite || found->from_verb)) {
      return found->node;
    }
  }
  const int first = main_event();
  const bool told = first != none && (a.events.front().range.first < i || in_title(first));
  return told ? first : none;
}

int Edges::trip_told_of(std::uint32_t i) const {
  constexpr int remembered_events = 32;  // looked back over
  auto found = std::ranges::lower_bound(a.events, i, {},
                                        [](const EventMention& e) { return e.range.first; });
  for (int steps = 0; steps < remembered_events && found != a.events.begin(); ++steps) {
    --found;
    if (found->node != none && class_of(*found) == "visit") {
      return found->node;
    }
  }
  return event_told_of(i);
}

int Edges::main_event() const {
  const auto first =
      std::ranges::find_if(a.events, [](const EventMention& e) { return e.node != none; });
  return first == a.events.end() ? none : first->node;
}

bool Edges::in_title(int event) const {
  return in_title_.contains(event);
}

}  // namespace pressgraph
