// SPDX-License-Identifier: Apache-2.0
// Two releases, each of which tells of someone by the same name: whether he is one, one of two that
// a reader is asked about, or one of two.
#include <array>

#include <gtest/gtest.h>

#include "graph/bearer_rows.hpp"
#include "graph/candidates.hpp"
#include "graph/check.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/sample.hpp"

namespace pressgraph {
namespace {

/// What a release tells of someone, with the post where it is not empty: a country, or a listed
/// body of none.
struct Told {
  const char* name;
  const char* post;
  const char* published;
};

enum class Verdict { one, open, two };

struct Pair {
  Told first;
  Told second;
  Verdict verdict;
};

Extraction release_that(const Told& told, const std::string& id) {
  auto x = sample_extraction(id, told.name);
  x.nodes[1].aliases = {"Minister " + x.nodes[1].name};  // a word with a title is someone
  x.release.published = told.published;
  x.release.text += " " + id;  // no copy of another
  x.edges.pop_back();
  const std::string post = told.post;
  if (!post.empty()) {
    const bool country = post.size() == 3 && post[0] >= 'A' && post[0] <= 'Z';
    x.nodes.push_back(
        {"n4", country ? NodeType::place : NodeType::agency, post, {}, {{"authority", post}}, {}});
    auto holds = x.edges[0];
    holds.relation = Relation::holds;
    holds.object = "n4";
    x.edges.push_back(holds);
  }
  return x;
}

Verdict verdict_of(const Store& store) {
  std::size_t officials = 0;
  store.each_node(
      [&](const StoredNode& node) { officials += node.type == NodeType::official ? 1U : 0U; });
  if (officials == 1) {
    return Verdict::one;
  }
  return candidates(store, 10).empty() ? Verdict::two : Verdict::open;
}

constexpr std::array<Pair, 28> pairs{{
    // Other countries are two, at whatever time.
    {{"John Smith", "USA", "2024-01-01"}, {"John Smith", "GBR", "2024-01-02"}, Verdict::two},
    {{"John Smith", "USA", "1998-01-01"}, {"John Smith", "GBR", "2024-01-02"}, Verdict::two},
    // One country is one, unless so many years lie between that posts must say so.
    {{"John Smith", "USA", "2024-01-01"}, {"John Smith", "USA", "2024-01-02"}, Verdict::one},
    {{"John Smith", "USA", "2009-01-01"}, {"John Smith", "USA", "2024-01-02"}, Verdict::one},
    {{"John Smith", "USA", "1998-01-01"}, {"John Smith", "USA", "2024-01-02"}, Verdict::open},
    {{"Smith", "USA", "1994-01-01"}, {"Smith", "USA", "1999-01-02"}, Verdict::one},
    {{"Smith", "USA", "1991-01-01"}, {"Smith", "USA", "2001-01-02"}, Verdict::open},
    {{"John Smith", "USA", ""}, {"John Smith", "USA", "2024-01-02"}, Verdict::one},
    {{"John Smith", "USA", ""}, {"John Smith", "USA", ""}, Verdict::one},
    // Another form of the given name and a middle name besides: in fewer years.
    {{"Ben Smith", "USA", "2014-01-01"}, {"Benjamin Smith", "USA", "2016-01-02"}, Verdict::one},
    {{"Ben Smith", "USA", "2010-01-01"}, {"Benjamin Smith", "USA", "2021-01-02"}, Verdict::open},
    {{"Ben Smith", "USA", "2014-01-01"}, {"Benjamin B. Smith", "USA", "2016-01-02"}, Verdict::one},
    {{"Ben Smith", "USA", "2014-01-01"}, {"Benjamin B. Smith", "USA", "2020-01-02"}, Verdict::open},
    // Other bodies are left open, those of one house are one.
    {{"John Smith", "who", "2024-01-01"}, {"John Smith", "imf", "2024-01-02"}, Verdict::open},
    {{"John Smith", "who", "1998-01-01"}, {"John Smith", "imf", "2024-01-02"}, Verdict::open},
    {{"John Smith", "un-sc", "2024-01-01"}, {"John Smith", "un-ga", "2024-01-02"}, Verdict::one},
    // Without a post, time decides.
    {{"John Smith", "", "2024-01-01"}, {"John Smith", "", "2024-12-01"}, Verdict::one},
    {{"John Smith", "", "2009-01-01"}, {"John Smith", "", "2024-12-31"}, Verdict::one},
    {{"John Smith", "", "2008-12-31"}, {"John Smith", "", "2024-01-01"}, Verdict::open},
    {{"John Smith", "", "1998"}, {"John Smith", "", "2024-01-01"}, Verdict::open},
    {{"John Smith", "", ""}, {"John Smith", "", "2024-01-01"}, Verdict::one},
    {{"Smith", "", "2019-01-01"}, {"Smith", "", "2024-12-31"}, Verdict::one},
    {{"Smith", "", "2018-12-31"}, {"Smith", "", "2024-01-01"}, Verdict::open},
    {{"Smith", "", ""}, {"Smith", "", "2024-01-01"}, Verdict::open},
    {{"John Smith", "", ""}, {"John Smith", "", ""}, Verdict::one},
    // Where one has a post it is his who has none, if he has no rival.
    {{"John Smith", "", "2023-01-01"}, {"John Smith", "USA", "2024-01-02"}, Verdict::one},
    {{"John Smith", "", "1998-01-01"}, {"John Smith", "USA", "2024-01-02"}, Verdict::open},
    {{"John M. Smith", "", "2024-01-01"}, {"John Smith", "", "2024-01-02"}, Verdict::open},
}};

TEST(Namesakes, AreOneOpenOrTwoAsCountryBodyAndTimeSay) {
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& pair = pairs[i];
    const ScratchFolder folder;
    const auto first = release_that(pair.first, "talk-1");
    const auto second = release_that(pair.second, "talk-2");
    const auto store = built(folder / "g.db", {first, second});
    EXPECT_EQ(verdict_of(store), pair.verdict) << "pair " << i;
    EXPECT_EQ(dump(built(folder / "turned.db", {second, first})), dump(store)) << "pair " << i;
    { built(folder / "grown.db", {first}); }
    {
      auto grown = Store::change(folder / "grown.db");
      grown.add({second});
      grown.finish();
    }
    EXPECT_EQ(dump(Store::open(folder / "grown.db")), dump(store)) << "pair " << i;
    EXPECT_TRUE(check(folder / "grown.db").empty()) << "pair " << i;
  }
}

std::vector<std::string> officials_of(const std::vector<Told>& all) {
  const ScratchFolder folder;
  std::vector<Extraction> releases;
  for (const auto& told : all) {
    releases.push_back(release_that(told, "talk-" + std::to_string(releases.size())));
  }
  std::vector<std::string> ids;
  built(folder / "g.db", releases).each_node([&](const StoredNode& node) {
    if (node.type == NodeType::official) {
      ids.push_back(node.id);
    }
  });
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Namesakes, OfWhomNothingTellsAreShownWithTheirYear) {
  EXPECT_EQ(officials_of({{"John Smith", "", "1998"}, {"John Smith", "", "2024"}}),
            (Ids{"official/john-smith.1998", "official/john-smith.2024"}));
  EXPECT_EQ(officials_of({{"John Smith", "", "2024"}}), (Ids{"official/john-smith"}));
}

TEST(Namesakes, OfOneCountryAtOtherTimesAreShownWithTheirYears) {
  EXPECT_EQ(officials_of({{"John Smith", "USA", "1998"}, {"John Smith", "USA", "2024"}}),
            (Ids{"official/john-smith.USA.1995", "official/john-smith.USA.2020"}));
  EXPECT_EQ(officials_of({{"John Smith", "USA", "1998"},
                          {"John Smith", "USA", "2010"},
                          {"John Smith", "USA", "2024"}}),
            (Ids{"official/john-smith"}));
}

TEST(Namesakes, OfAllYearsAreMeantByAnIdThatTellsNone) {
  const ScratchFolder folder;
  const auto store =
      built(folder / "g.db", {release_that({"John Smith", "USA", "1998"}, "talk-1"),
                              release_that({"John Smith", "USA", "2024"}, "talk-2"),
                              release_that({"John Smith", "GBR", "2024"}, "talk-3")});
  BearerRows bearers(store.handle());
  EXPECT_EQ(bearers.meant_by("official/john-smith~USA").size(), 2U);
  EXPECT_EQ(bearers.meant_by("official/john-smith~USA+1995").size(), 1U);
  EXPECT_EQ(bearers.meant_by("official/john-smith").size(), 3U);
}

TEST(Namesakes, OfOnePostAreOneHoweverManyYearsLieBetween) {
  const auto told = [](const std::string& id, const char* year, const char* title) {
    auto x = release_that({"John Smith", "USA", year}, id);
    x.nodes[1].aliases = {title};
    return x;
  };
  const auto count = [&told](const char* first, const char* second) {
    const ScratchFolder folder;
    return verdict_of(
        built(folder / "g.db", {told("a", "1998", first), told("b", "2024", second)}));
  };
  EXPECT_EQ(count("Minister of Finance John Smith", "Minister of Finance John Smith"),
            Verdict::one);
  EXPECT_EQ(count("President John Smith", "President John Smith"), Verdict::one);
  EXPECT_EQ(count("Minister of Finance John Smith", "Police Sergeant John Smith"), Verdict::open);
  EXPECT_EQ(count("Sergeant John Smith", "Sergeant John Smith"), Verdict::open);
}

TEST(Namesakes, ToldOfAgainAndAgainAreOne) {
  EXPECT_EQ(
      officials_of(
          {{"John Smith", "", "1998"}, {"John Smith", "", "2011"}, {"John Smith", "", "2024"}}),
      (Ids{"official/john-smith"}));
}

TEST(Namesakes, WithoutAPostAreTheOneWhoHasAndStayOpenWhereTwoHave) {
  EXPECT_EQ(
      officials_of(
          {{"John Smith", "", "2001"}, {"John Smith", "", "2024"}, {"John Smith", "USA", "2010"}}),
      (Ids{"official/john-smith"}));
  EXPECT_EQ(officials_of({{"John Smith", "", "2010"},
                          {"John Smith", "GBR", "2010"},
                          {"John Smith", "USA", "2010"}}),
            (Ids{"official/john-smith", "official/john-smith.GBR", "official/john-smith.USA"}));
}

TEST(Namesakes, WithoutADateStayOpenWhereTwoHaveOne) {
  EXPECT_EQ(officials_of(
                {{"John Smith", "", ""}, {"John Smith", "", "1998"}, {"John Smith", "", "2024"}}),
            (Ids{"official/john-smith", "official/john-smith.1998", "official/john-smith.2024"}));
}

}  // namespace
}  // namespace pressgraph
