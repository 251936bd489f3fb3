// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/speakers.hpp"

#include <algorithm>

namespace pressgraph {

Speakers::Speakers(Edges& edges) : e_(edges) {
  for (const auto& edge : e_.a.edges) {
    if (edge.relation == Relation::hosted && is_shown(edge.status)) {
      const auto [found, added] = meetings_.try_emplace(edge.subject, edge.object);
      found->second = added || found->second == edge.object ? edge.object : none;
    }
  }
}

bool Speakers::is_party(const EventMention& event, int node) const {
  return std::ranges::any_of(event.parties, [&](int party) { return e_.name(party).node == node; });
}

void Speakers::add(const std::vector<Participant>& subjects, const EventMention& event,
                   Range trigger, std::string_view rule, Status status) {
  for (const auto& subject : subjects) {
    if (!is_party(event, subject.node)) {
      e_.add_for({subject}, Relation::addressed, event.node, {trigger, rule, status});
    }
  }
}

void Speakers::add_officials(const std::vector<Participant>& subjects, int event,
                             const Ground& ground) {
  for (const auto& subject : subjects) {
    const bool speaks = e_.type_of(subject.node) == NodeType::official;
    if (event != none && speaks && !e_.is_party(subject.node, event)) {
      e_.add_for({subject}, Relation::addressed, event, ground);
    }
  }
}

int Speakers::meeting_of(int body) const {
  const auto found = meetings_.find(body);
  return found == meetings_.end() || found->second == none ? body : found->second;
}

int Speakers::last_owned(int mention) const {
  while (mention != none && e_.a.is_possessive(e_.name(mention).range.last)) {
    const int next = e_.index.covering(e_.name(mention).range.last + 1);
    if (next == none || e_.name(next).type != NodeType::agency) {
      break;
    }
    mention = next;
  }
  return mention;
}

}  // namespace pressgraph
