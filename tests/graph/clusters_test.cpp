// SPDX-License-Identifier: Apache-2.0
#include "graph/clusters.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "graph/bearer_id.hpp"

namespace pressgraph {
namespace {

Bearer official(const std::string& key, std::uint64_t releases = 1) {
  Bearer bearer;
  bearer.key = key;
  bearer.type = NodeType::official;
  const auto slash = key.find('/') + 1;
  bearer.names = {key.substr(slash, key.find('~') - slash)};
  bearer.context = context_of(key);
  bearer.releases = releases;
  prepare(bearer);
  return bearer;
}

Group group_of(std::vector<Bearer> bearers) {
  std::ranges::sort(bearers, {}, &Bearer::key);
  Group group;
  group.bearers = std::move(bearers);
  for (std::size_t i = 0; i < group.bearers.size(); ++i) {
    for (std::size_t j = i + 1; j < group.bearers.size(); ++j) {
      if (auto found = link(group.bearers[i], group.bearers[j])) {
        group.links.push_back({i, j, *found});
      }
    }
  }
  return group;
}

// The clusters as sets of keys.
std::set<std::set<std::string>> clusters(const Group& group) {
  const auto result = cluster(group);
  std::map<std::size_t, std::set<std::string>> by_root;
  for (std::size_t i = 0; i < result.root.size(); ++i) {
    by_root[result.root[i]].insert(group.bearers[i].key);
  }
  std::set<std::set<std::string>> all;
  for (auto& [root, keys] : by_root) {
    all.insert(std::move(keys));
  }
  return all;
}

using Clusters = std::set<std::set<std::string>>;

TEST(Clusters, JoinSpellingsOfOneCountry) {
  const auto group =
      group_of({official("official/volodymyr-zelensky~UKR"),
                official("official/volodymyr-zelenskyy~UKR"), official("official/zelenskyy~UKR")});
  EXPECT_EQ(clusters(group).size(), 1U);
  const auto result = cluster(group);
  EXPECT_EQ(result.reasons[2],
            "the family name alone; both of UKR (official/volodymyr-zelenskyy~UKR)");
}

TEST(Clusters, KeepNamesakesOfTwoCountriesApartAndWhoIsOfNoneOpen) {
  const auto group =
      group_of({official("official/john-smith~USA"), official("official/john-smith~GBR"),
                official("official/john-smith")});
  EXPECT_EQ(clusters(group), (Clusters{{"official/john-smith~USA"},
                                       {"official/john-smith~GBR"},
                                       {"official/john-smith"}}));
  EXPECT_EQ(cluster(group).open.size(), 2U);
}

TEST(Clusters, JoinWhoIsOfNoCountryWhereThereIsOneOfThatName) {
  const auto group = group_of({official("official/ilse-berg~NOR"), official("official/ilse-berg")});
  EXPECT_EQ(clusters(group).size(), 1U);
}

TEST(Clusters, GoByWhatIsToldMoreOftenWhereCountriesConflict) {
  const auto group =
      group_of({official("official/kamala-harris~UKR"), official("official/kamala-harris~UKR+USA"),
                official("official/kamala-harris~USA", 20)});
  EXPECT_EQ(clusters(group),
            (Clusters{{"official/kamala-harris~UKR"},
                      {"official/kamala-harris~UKR+USA", "official/kamala-harris~USA"}}));
}

TEST(Clusters, DoNotGuessWhoseFamilyNameItIs) {
  const auto group =
      group_of({official("official/joe-biden~USA"), official("official/jill-biden~USA"),
                official("official/biden~USA"), official("official/biden")});
  EXPECT_EQ(clusters(group).size(), 4U);
}

TEST(Clusters, FollowJudgementsBeforeRules) {
  auto group = group_of({official("official/lagarde~FRA"), official("official/lagarde~imf"),
                         official("official/christine-lagarde~FRA")});
  ASSERT_EQ(clusters(group).size(), 2U);
  group.different.emplace_back(0, 1);  // christine-lagarde, lagarde~FRA
  EXPECT_EQ(clusters(group).size(), 3U);
  group.different.clear();
  group.links.push_back({1, 2, {Strength::judged, "judged the same"}});
  EXPECT_EQ(clusters(group).size(), 1U);
}

TEST(Clusters, AreTheSameForAnyOrderOfLinks) {
  auto group =
      group_of({official("official/john-smith~USA", 3), official("official/jon-smith~USA"),
                official("official/john-smith~GBR"), official("official/j.-smith~GBR"),
                official("official/smith~USA"), official("official/john-r.-smith~USA+GBR")});
  const auto expected = clusters(group);
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    std::ranges::shuffle(group.links, random);
    ASSERT_EQ(clusters(group), expected);
  }
}

// Rows come in the order of merging: what two bearers have to do with each other must not.
TEST(Clusters, LinkEventsTheSameFromEitherSide) {
  std::vector<Bearer> events;
  for (const auto* key : {"event/meeting-2021-03-03", "event/meeting-2021-03-03~a-publisher"}) {
    for (const auto* start : {"2021-03-03", "2021-03-05", "2021-03", ""}) {
      Bearer event;
      event.key = std::string(key) + start;
      event.type = NodeType::event;
      event.names = {"Harbour meeting"};
      event.attributes = {{"start", start}};
      for (const auto& scope : context_of(key)) {
        event.attributes.push_back({"scope", scope});
      }
      prepare(event);
      events.push_back(event);
    }
  }
  for (const auto& a : events) {
    for (const auto& b : events) {
      const auto one = link(a, b);
      const auto other = link(b, a);
      ASSERT_EQ(one.has_value(), other.has_value()) << a.key << " " << b.key;
      EXPECT_EQ(one->strength, other->strength) << a.key << " " << b.key;
      EXPECT_EQ(exclude_each_other(a, b), exclude_each_other(b, a)) << a.key << " " << b.key;
    }
  }
}

}  // namespace
}  // namespace pressgraph
