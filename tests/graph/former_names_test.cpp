// SPDX-License-Identifier: Apache-2.0
#include "graph/former_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/check.hpp"
#include "graph/queries.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/sample.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FormerName, IsANameAndItsLastDayAsPreciseAsKnown) {
  for (const std::string until : {"2018-12-31", "2018-12", "2018", "2016-02-29"}) {
    const auto value = "Harbour Office until " + until;
    const auto former = former_name(value);
    ASSERT_TRUE(former) << until;
    EXPECT_EQ(former->name, "Harbour Office");
    EXPECT_EQ(former->until, until);
  }
  EXPECT_EQ(former_name("Closed until Spring until 1999")->name, "Closed until Spring");
}

TEST(FormerName, IsNoneWithoutANameOrADay) {
  for (const std::string value :
       {"", "Harbour Office", "Harbour Office until", "Harbour Office until ", " until 2018",
        "Harbour Office until 2018-13", "Harbour Office until 2018-00",
        "Harbour Office until 2018-02-29", "Harbour Office until 20181231",
        "Harbour Office until 2018-12-31T00", "until 2018"}) {
    EXPECT_FALSE(former_name(value)) << value;
  }
}

TEST(FormerName, IsFoundByTheNameAloneAndOtherTraitsByTheirValues) {
  EXPECT_EQ(name_in_trait("former_name", "Harbour Office until 2018"), "Harbour Office");
  EXPECT_EQ(name_in_trait("former_name", "Harbour Office"), "Harbour Office");
  EXPECT_EQ(name_in_trait("", "Harbour Office until 2018"), "Harbour Office until 2018");
}

/// A release that tells of the Harbour Council alone, which was the Quay Board once.
Extraction told_by(const std::string& id) {
  auto x = sample_extraction(id);
  x.nodes[1].type = NodeType::agency;
  x.nodes[1].name = "Harbour Council";
  x.nodes[1].attributes = {{"authority", "hc"},
                           {"authority_name", "Harbour Council"},
                           {"former_name", "Coal Wharf Committee until 1956"},
                           {"former_name", "Quay Board until 2018-12-31"}};
  return x;
}

std::vector<std::string> found(const Store& store, std::string_view name) {
  std::vector<std::string> ids;
  for (const auto& node : find_nodes(store, name, bit(NodeType::agency)).nodes) {
    ids.push_back(node.id);
  }
  return ids;
}

void expect_found(const Store& store) {
  EXPECT_THAT(found(store, "Quay Board"), ElementsAre("agency/hc"));
  EXPECT_THAT(found(store, "the coal wharf committee"), ElementsAre("agency/hc"));
  EXPECT_THAT(found(store, "wharf"), ElementsAre("agency/hc"));
  EXPECT_THAT(found(store, "2018"), IsEmpty());
  EXPECT_THAT(found(store, "until"), IsEmpty());
  EXPECT_THAT(find_nodes(store, "Quai Bord", bit(NodeType::agency)).nearest,
              ElementsAre("Quay Board"));
}

TEST(FormerName, FindsTheBodyThoughNoReleaseUsesIt) {
  const ScratchFolder folder;
  const auto store = built(folder / "g.db", {told_by("harbour-1")});
  expect_found(store);
  EXPECT_THAT(check(folder / "g.db"), IsEmpty());
  const auto node = store.node("agency/hc");
  ASSERT_TRUE(node);
  EXPECT_EQ(node->name, "Harbour Council");
  EXPECT_THAT(node->aliases, IsEmpty());
}

TEST(FormerName, FindsTheBodyInAStoreThatGrowsAndNoMoreWhenNothingTellsOfIt) {
  const ScratchFolder folder;
  { built(folder / "g.db", {sample_extraction("harbour-2", "Jon Holm")}); }
  {
    auto store = Store::change(folder / "g.db");
    store.add({told_by("harbour-1")});
    store.finish();
  }
  expect_found(Store::open(folder / "g.db"));
  EXPECT_THAT(check(folder / "g.db"), IsEmpty());
  {
    auto newer = sample_extraction("harbour-1");
    newer.release.modified = "2022-01-01";
    auto store = Store::change(folder / "g.db");
    store.add({newer});
    store.finish();
  }
  EXPECT_THAT(found(Store::open(folder / "g.db"), "Quay Board"), IsEmpty());
  EXPECT_THAT(check(folder / "g.db"), IsEmpty());
}

}  // namespace
}  // namespace pressgraph
