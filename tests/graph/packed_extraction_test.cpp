// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_extraction.hpp"

#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressgraph {
namespace {

Edge edge_between(std::string subject, std::string object) {
  Edge edge;
  edge.subject = std::move(subject);
  edge.object = std::move(object);
  return edge;
}

Node node_named(std::string name, std::vector<Mention> mentions) {
  Node node;
  node.name = std::move(name);
  node.mentions = std::move(mentions);
  return node;
}

// Three packed nodes, the last one without a mention, and an edge; a node and an edge of its own.
PackedExtraction sample() {
  PackedExtraction packed;
  packed.before.sentences.add({0, 9});
  packed.before.sentences.add({12, 3});
  packed.before.nodes.add(node_named("the release", {}));
  packed.before.nodes.add(node_named("Ode", {{Field::text, {4, 7}}}));
  packed.before.nodes.add(node_named("implied", {}));
  packed.before.edges.add(edge_between("n1", "n2"));
  packed.extraction.sentences = {{20, 30}};
  packed.extraction.nodes = {node_named("a topic", {})};
  packed.extraction.nodes[0].id = "n3";
  packed.extraction.edges = {edge_between("n0", "n3")};
  return packed;
}

TEST(PackedExtraction, StandsBeforeItsOwnNodesAndEdges) {
  const auto extraction = unpacked(sample());
  EXPECT_THAT(extraction.sentences, testing::ElementsAre(Span{0, 9}, Span{12, 3}, Span{20, 30}));
  std::vector<std::string> nodes;
  for (const auto& node : extraction.nodes) {
    nodes.push_back(node.id + " " + node.name);
  }
  EXPECT_THAT(nodes, testing::ElementsAre("n0 the release", "n1 Ode", "n2 implied", "n3 a topic"));
  std::vector<std::string> edges;
  for (const auto& edge : extraction.edges) {
    edges.push_back(edge.subject + " " + std::string(name(edge.relation)) + " " + edge.object);
  }
  EXPECT_THAT(edges, testing::ElementsAre("n1 mentions n2", "n0 mentions n1", "n0 mentions n3"));
  EXPECT_EQ(extraction.edges[1].evidence.span, (Span{4, 7}));
}

TEST(PackedExtraction, LeavesAnExtractionWithoutPackedNodesAsItIs) {
  PackedExtraction packed;
  packed.extraction = sample().extraction;
  EXPECT_EQ(unpacked(std::move(packed)), sample().extraction);
}

}  // namespace
}  // namespace pressgraph
