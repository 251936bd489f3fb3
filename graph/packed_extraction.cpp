// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_extraction.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace pressgraph {

Edge mention_edge(const Node& node) {
  const auto& first = node.mentions.front();
  Edge edge;
  edge.subject = "n0";
  edge.relation = Relation::mentions;
  edge.object = node.id;
  edge.confidence = 1.0;
  edge.evidence = {first.field, first.span, first.span, "named", {}};
  return edge;
}

void each_sentence(const Extraction& extraction, const PackedParts& before,
                   const std::function<void(Span)>& take) {
  before.sentences.each(take);
  std::ranges::for_each(extraction.sentences, take);
}

void each_node(const Extraction& extraction, const PackedParts& before,
               const std::function<void(const Node&)>& take) {
  before.nodes.each(take);
  std::ranges::for_each(extraction.nodes, take);
}

// The first packed node is the release's own.
void each_edge(const Extraction& extraction, const PackedParts& before,
               const std::function<void(const Edge&)>& take) {
  before.edges.each(take);
  for (std::size_t number = 1; number < before.nodes.size(); ++number) {
    if (const auto node = before.nodes.at(number); !node.mentions.empty()) {
      take(mention_edge(node));
    }
  }
  std::ranges::for_each(extraction.edges, take);
}

Extraction unpacked(PackedExtraction&& packed) {
  auto extraction = std::move(packed.extraction);
  if (packed.before.nodes.size() > 0) {
    std::vector<Span> sentences;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    each_sentence(extraction, packed.before,
                  [&sentences](Span span) { sentences.push_back(span); });
    each_node(extraction, packed.before, [&nodes](const Node& node) { nodes.push_back(node); });
    each_edge(extraction, packed.before, [&edges](const Edge& edge) { edges.push_back(edge); });
    extraction.sentences = std::move(sentences);
    extraction.nodes = std::move(nodes);
    extraction.edges = std::move(edges);
  }
  return extraction;
}

}  // namespace pressgraph
