// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_edges.hpp"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressgraph {
namespace {

Edge edge_with_everything() {
  Edge edge;
  edge.subject = "n0";
  edge.relation = Relation::said;
  edge.object = "n123456";
  edge.attributes = {{"date", "2017-10-04"}, {"locator", ""}};
  edge.status = Status::negated;
  edge.claimed_by = "n5";
  edge.confidence = 0.85;
  edge.evidence = {Field::title, {1000, 4'000'000'000}, {1200, 1300}, "frame/cite", {}};
  edge.evidence.chain = {{{Field::text, {7, 9}}, "pronoun"}, {{Field::text, {2000, 2001}}, ""}};
  return edge;
}

Edge edge_between(std::string subject, std::string object) {
  Edge edge;
  edge.subject = std::move(subject);
  edge.object = std::move(object);
  return edge;
}

std::vector<Edge> all(const PackedEdges& packed) {
  std::vector<Edge> edges;
  packed.each([&edges](Edge edge) { edges.push_back(std::move(edge)); });
  return edges;
}

TEST(PackedEdges, AreWhatWasAdded) {
  auto hostile = edge_with_everything();  // a span that ends before it begins
  hostile.evidence.span = {9, 3};
  hostile.evidence.trigger = {8, 0};
  const std::vector<Edge> edges = {edge_with_everything(), edge_between("n1", "n2"), hostile,
                                   edge_with_everything()};
  PackedEdges packed;
  for (const auto& edge : edges) {
    packed.add(edge);
  }
  EXPECT_EQ(packed.size(), edges.size());
  EXPECT_EQ(all(packed), edges);
}

TEST(PackedEdges, KeepMoreWordsThanTheyKnow) {
  std::vector<Edge> edges;
  PackedEdges packed;
  for (int i = 0; i < 20'000; ++i) {
    auto edge = edge_with_everything();
    edge.attributes[0].value = std::to_string(i % 10'000);
    edges.push_back(edge);
    packed.add(edge);
  }
  EXPECT_EQ(all(packed), edges);
}

}  // namespace
}  // namespace pressgraph
