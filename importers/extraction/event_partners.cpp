// SPDX-License-Identifier: Apache-2.0
// Who holds an event beside its host, and who helps: "in cooperation with B", "with funds from C".
#include <algorithm>

#include "importers/extraction/edges.hpp"

namespace pressgraph {

// "in cooperation with B", "with the support of C": who else is named beside a host holds it
// too, or helps.
void add_partners(Edges& edges, const Clause& clause, int event, Range sentence) {
  const auto floor = clause.verb.first > reach ? clause.verb.first - reach : 0U;
  const auto end = std::min(sentence.last, clause.verb.last + 2 * reach);
  for (auto i = std::max(sentence.first, floor) + 2; i + 1 < end; ++i) {
    if (edges.a.is_word(i, edges.a.knowledge.words.with) && edges.a.has(i - 1, word_partner)) {
      add_bodies_listed(edges, {i, end}, Relation::hosted, event,
                        {{}, "with-partner", clause.status, 0.75});
    } else if (helps_before(edges, i)) {
      add_bodies_listed(edges, {i, end}, Relation::participated, event,
                        {{}, "with-support", clause.status, 0.75});
    }
  }
}

void add_bodies_listed(Edges& edges, Range words, Relation relation, int event, Ground ground) {
  std::uint32_t last = words.first;
  const auto listed = read_list(edges.a, edges.index, words.first + 1, words.last, last);
  ground.trigger = {words.first - 1, last};
  for (const int mention : listed) {
    if (edges.name(mention).type != NodeType::official && is_actor(edges.name(mention).type)) {
      edges.add(edges.name(mention).node, relation, event, ground);
    }
  }
}

// "with the financial support of", "with funds provided by": a noun of help before token `i`.
bool helps_before(const Edges& edges, std::uint32_t i) {
  constexpr std::uint32_t longest = 5;  // tokens
  bool help = false;
  if (!edges.a.is_word(i, edges.a.knowledge.words.of) &&
      !edges.a.is_word(i, edges.a.knowledge.words.from) &&
      !edges.a.is_word(i, edges.a.knowledge.words.by)) {
    return false;
  }
  for (auto t = i; t-- > 0 && t + longest > i;) {
    help |= edges.a.has(t, word_partner);
    if (edges.a.is_word(t, edges.a.knowledge.words.with)) {
      return help;
    }
  }
  return false;
}

}  // namespace pressgraph
