// SPDX-License-Identifier: Apache-2.0
#include "graph/queries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/explain.hpp"
#include "graph/names.hpp"
#include "tests/graph/sample.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;

class Queries : public testing::Test {
 protected:
  std::vector<std::string> found(std::string_view text, std::uint16_t types = any_node) {
    std::vector<std::string> ids;
    for (const auto& node : find_nodes(store_, text, types).nodes) {
      ids.push_back(node.id);
    }
    return ids;
  }

  ScratchFolder folder_;
  Store store_ = (make(), Store::open(folder_ / "g.db"));

 private:
  void make() {
    if (std::filesystem::exists(folder_ / "g.db")) {
      return;
    }
    auto second = sample_extraction("harbour-2", "Jon Holm");
    second.nodes[2].name = "A/HRC/RES/23/22";
    second.nodes[2].aliases.clear();
    auto store = Store::create(folder_ / "g.db");
    store.add({sample_extraction(), second});
    store.finish();
  }
};

TEST_F(Queries, FindResolutionsHoweverTheyAreWritten) {
  for (const char* form : {"2322", "UNSCR 2322", "S/RES/2322(2016)", "S/RES/2322 (2016)",
                           "resolution 2322 (2016)", "s/res/2322", "resolution/S-RES-2322"}) {
    EXPECT_THAT(found(form, bit(NodeType::resolution)), ElementsAre("resolution/S-RES-2322"))
        << form;
  }
}

TEST_F(Queries, FindPeopleBySurnameAndHonorific) {
  EXPECT_THAT(found("Berg"), ElementsAre("official/ilse-berg"));
  EXPECT_THAT(found("Ms. Ilse BERG"), ElementsAre("official/ilse-berg"));
  EXPECT_THAT(found("torshavn"), ElementsAre("event/torshavn-forum-2021-03-03"));
}

TEST_F(Queries, NameTheNearestWhereNothingFits) {
  const auto match = find_nodes(store_, "Ilse Burg", bit(NodeType::official));
  EXPECT_TRUE(match.nodes.empty());
  EXPECT_THAT(match.nearest, ElementsAre("Ilse Berg"));
}

TEST_F(Queries, AnswerWhoCitedWithSentenceAndRelease) {
  const auto rows = who_cited(store_, "resolution/S-RES-2322", {});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].who, "Ilse Berg");
  EXPECT_EQ(rows[0].what, "S/RES/2322 (2016)");
  EXPECT_EQ(rows[0].date, "2021-03-04");
  EXPECT_EQ(rows[0].release, "Harbour talks open");
  EXPECT_EQ(rows[0].url, "https://example.org/harbour-1");
}

TEST_F(Queries, AnswerWithALimitAsWithoutIt) {
  QueryOptions one;
  one.limit = 1;
  const auto rows = about(store_, "official/ilse-berg", {});
  const auto limited = about(store_, "official/ilse-berg", one);
  ASSERT_GT(rows.size(), 1U);
  ASSERT_EQ(limited.size(), 1U);
  EXPECT_EQ(limited[0].edge, rows[0].edge);
  EXPECT_EQ(limited[0].sentence, rows[0].sentence);
  EXPECT_FALSE(limited[0].sentence.empty());
  EXPECT_EQ(limited[0].release, rows[0].release);
}

TEST_F(Queries, FindReleasesByTheirTitle) {
  EXPECT_THAT(found("Harbour talks open", bit(NodeType::release)).size(), 2U);
}

TEST_F(Queries, FindTheShortestPathWithItsEdges) {
  const auto steps = path(store_, "official/jon-holm", "resolution/S-RES-2322", {});
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].who, "Jon Holm");
  EXPECT_EQ(steps[0].what, "Tórshavn forum");
  EXPECT_EQ(steps[2].what, "S/RES/2322 (2016)");
  EXPECT_TRUE(path(store_, "official/jon-holm", "official/nobody", {}).empty());
}

TEST_F(Queries, ExplainAnEdgeByItsWords) {
  const auto rows = who_cited(store_, "resolution/S-RES-2322", {});
  const auto reason = why(store_, rows.at(0).edge);
  ASSERT_TRUE(reason.has_value());
  EXPECT_EQ(reason->edge.sentence.substr(reason->trigger.begin,
                                         reason->trigger.end - reason->trigger.begin),
            "cited");
  EXPECT_EQ(reason->edge.evidence.rule, "verb-of-saying");
  EXPECT_FALSE(why(store_, "e0000000000000000").has_value());
}

TEST_F(Queries, VerifyHoldsAndTellsWhereASourceHasChanged) {
  const auto fine = verify(store_);
  EXPECT_EQ(fine.edges, 6U);
  EXPECT_EQ(fine.failed, 0U);
  const auto changed = verify(store_, [](const Release& stored) {
    auto other = stored;
    other.text.insert(0, "Today ");
    return std::optional(other);
  });
  EXPECT_EQ(changed.failed, 6U);
  EXPECT_THAT(changed.failures.at(0), testing::HasSubstr("its source has changed"));
}

TEST(NameKeys, AreItsWordsAndOneForTheWhole) {
  const auto keys = name_keys("The Ministry of Défence");
  EXPECT_THAT(keys, ElementsAre("defence", "ministry", "of", testing::StartsWith("=")));
  EXPECT_EQ(name_keys("MINISTRY OF DEFENCE"), keys);
  EXPECT_NE(name_keys("Defence of Ministry"), keys);
}

TEST(ComparableName, LeavesOutCaseMarksArticlesAndHonorifics) {
  EXPECT_EQ(comparable_name("The Ministry of Défence"), "ministry of defence");
  EXPECT_EQ(comparable_name("H.E. Mr. António Guterres"), "antonio guterres");
}

}  // namespace
}  // namespace pressgraph
