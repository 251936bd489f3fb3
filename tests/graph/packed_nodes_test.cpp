// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_nodes.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressgraph {
namespace {

Node node_of(std::string name) {
  Node node;
  node.type = NodeType::official;
  node.name = std::move(name);
  node.aliases = {"Mr. Ode", "Ode"};
  node.attributes = {{"authority", "x-ode"}, {"country", "NOR"}};
  node.mentions = {{Field::title, {0, 3}}, {Field::text, {70'000, 70'003}}, {Field::text, {9, 12}}};
  return node;
}

Node numbered(Node node, std::size_t number) {
  node.id = "n" + std::to_string(number);
  return node;
}

TEST(PackedNodes, AreWhatWasAdded) {
  PackedNodes packed;
  const std::vector<Node> nodes = {node_of("Ann Ode"), Node{}, node_of(std::string(300, 'a')),
                                   node_of("\xC3\x85se")};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    EXPECT_EQ(packed.add(nodes[i]), i);
  }
  ASSERT_EQ(packed.size(), nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    EXPECT_EQ(packed.at(i), numbered(nodes[i], i));
  }
}

TEST(PackedNodes, TakeWhatIsToldOfThemLater) {
  PackedNodes packed;
  packed.add(node_of("Ann Ode"));
  packed.add(node_of("Carl Lindqvist"));
  Node more;
  more.name = "Ann Ode";
  more.aliases = {"Minister Ode", "Ode"};
  more.mentions = {{Field::text, {90'000, 90'003}}};
  packed.add_to(0, more);
  more.name = "Ann Berit Ode";  // as another part calls her
  more.aliases = {};
  more.mentions = {{Field::text, {95'000, 95'003}}};
  packed.add_to(0, more);
  auto expected = numbered(node_of("Ann Ode"), 0);
  expected.aliases = {"Ann Berit Ode", "Minister Ode", "Mr. Ode", "Ode"};
  expected.mentions.push_back({Field::text, {90'000, 90'003}});
  expected.mentions.push_back({Field::text, {95'000, 95'003}});
  EXPECT_EQ(packed.at(0), expected);
  EXPECT_EQ(packed.at(1), numbered(node_of("Carl Lindqvist"), 1));
  EXPECT_EQ(packed.identity_of(0).name, "Ann Ode");
  EXPECT_EQ(packed.identity_of(0).attributes, expected.attributes);
}

TEST(PackedNodes, HaveNoMoreAliasesThanANodeOfOnePart) {
  PackedNodes packed;
  packed.add(node_of("Ann Ode"));
  for (int i = 100; i < 300; ++i) {
    Node more;
    more.aliases = {"Ode " + std::to_string(i)};
    packed.add_to(0, more);
  }
  EXPECT_EQ(packed.at(0).aliases.size(), 64U);
}

}  // namespace
}  // namespace pressgraph
