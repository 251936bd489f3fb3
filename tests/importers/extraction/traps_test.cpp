// SPDX-License-Identifier: Apache-2.0
// The traps of one real release (../shared/reference/phenomena.md, at its end), each a test.
#include <filesystem>

#include <gmock/gmock.h>

#include "importers/extraction/extract.hpp"
#include "importers/readers/reader.hpp"
#include "tests/importers/extraction/sentences.hpp"

namespace pressgraph {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

using Edges = std::vector<std::string>;

const std::string meeting =
    "XVI Meeting of Heads of Special Services, Security Agencies and Law-Enforcement Organizations";
const std::string service = "Federal Security Service of the Russian Federation";
const std::string committee = "Security Council Counter-Terrorism Committee";
const std::string directorate = "United Nations Counter-Terrorism Committee Executive Directorate";
const std::string office = "Administration and Information Office";

class Traps : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto path =
        std::string(PRESSGRAPH_SOURCE_DIR) + "/../shared/corpus/dev/un-ctc-2017-10-16.txt";
    if (!std::filesystem::exists(path)) {
      return;
    }
    read_path(path, InputFormat::text, {}, [](Record record) {
      said_ = Extractor().extract(std::get<Release>(std::move(record)));
      return true;
    });
  }

  void SetUp() override {
    if (said_.nodes.empty()) {
      GTEST_SKIP() << "../shared/corpus is not there";
    }
  }

  static std::vector<std::string> edges() { return shown_edges(said_); }
  static std::size_t count(NodeType type) {
    return static_cast<std::size_t>(std::ranges::count(said_.nodes, type, &Node::type));
  }
  static std::vector<std::string> aliases(const std::string& name) {
    const auto* node = node_named(said_, name);
    return node == nullptr ? std::vector<std::string>{} : node->aliases;
  }
  static std::string value(const std::string& name, std::string_view of) {
    const auto* node = node_named(said_, name);
    return node == nullptr ? "" : std::string(attribute(node->attributes, of));
  }

  inline static Extraction said_;
};

TEST_F(Traps, TheTitlesEventIsTheBodysAndTheForumToo) {
  EXPECT_EQ(count(NodeType::event), 1);
  EXPECT_EQ(value(meeting, "start"), "2017-10-04");
  EXPECT_EQ(value(meeting, "end"), "2017-10-05");
}

TEST_F(Traps, AnAcronymBelongsToTheWholeName) {
  EXPECT_THAT(aliases(service), Contains("FSB"));
  EXPECT_THAT(aliases("Russian Federation"), Not(Contains("FSB")));
}

TEST_F(Traps, PostsAreHeldAtTheirBodies) {
  EXPECT_THAT(edges(),
              IsSupersetOf(Edges{
                  "Vladimir Putin holds Russian Federation", "Aleksandr Bortnikov holds " + service,
                  "Andrei Kovalenko holds " + office, office + " part_of " + directorate}));
}

TEST_F(Traps, WhoReadsAStatementOutSpeaksForThePrincipalWhoSaysNothing) {
  EXPECT_THAT(edges(), Contains("Aleksandr Bortnikov spoke_for Vladimir Putin"));
  EXPECT_THAT(edges(), Contains("Andrei Kovalenko spoke_for " + committee));
  EXPECT_THAT(edges(), Not(Contains(testing::StartsWith("Vladimir Putin said"))));
}

TEST_F(Traps, HeIsTheOneWhoSpokeLast) {
  EXPECT_THAT(edges(), Contains(AllOf(testing::StartsWith("Aleksandr Bortnikov said"),
                                      testing::HasSubstr("The main danger stems"))));
  EXPECT_THAT(edges(), Contains(AllOf(testing::StartsWith("Aleksandr Bortnikov said"),
                                      testing::HasSubstr("In reaction to the military"))));
  EXPECT_THAT(edges(), Contains(AllOf(testing::StartsWith("Andrei Kovalenko said"),
                                      testing::HasSubstr("The Meeting plays a vital role"))));
}

TEST_F(Traps, WhoHostedAddressedAndTookPart) {
  EXPECT_THAT(
      edges(),
      IsSupersetOf(Edges{"Aleksandr Bortnikov addressed " + meeting, service + " hosted " + meeting,
                         "Andrei Kovalenko addressed " + meeting, meeting + " located_in Krasnodar",
                         "United Nations participated " + meeting,
                         "Shanghai Cooperation Organization participated " + meeting,
                         "Commonwealth of Independent States participated " + meeting,
                         "European Union participated " + meeting}));
  EXPECT_EQ(value(meeting, "attendance"), ">=330");
  EXPECT_EQ(value(meeting, "states"), "75");
}

TEST_F(Traps, TheCommitteeIsNotItsDirectorate) {
  EXPECT_NE(node_named(said_, "CTC"), node_named(said_, "CTED"));
  EXPECT_THAT(edges(), Contains(committee + " part_of Security Council"));
}

TEST_F(Traps, WhoCitesWhat) {
  EXPECT_THAT(edges(),
              IsSupersetOf(Edges{
                  "Andrei Kovalenko cited S/RES/2322 (2016)", meeting + " cited S/RES/2354 (2017)",
                  meeting + " cited S/RES/1624 (2005)",
                  meeting + " cited United Nations Global Counter-Terrorism Strategy",
                  meeting + " cited Comprehensive International Framework to Counter Terrorist "
                            "Narratives"}));
  EXPECT_EQ(count(NodeType::resolution), 3);  // "the relevant Council resolutions" are none
  EXPECT_EQ(value("United Nations Global Counter-Terrorism Strategy", "symbol"), "A/RES/60/288");
}

TEST_F(Traps, BackReferencesKeepTheirChain) {
  EXPECT_TRUE(std::ranges::any_of(said_.edges, [](const Edge& edge) {
    return edge.relation == Relation::cited &&
           edge.evidence.rule.find("back-reference") != std::string::npos &&
           name_of(said_, edge.object) == "S/RES/2322 (2016)";
  }));
}

TEST_F(Traps, PlacesOfACampaignTakeNoPart) {
  EXPECT_THAT(edges(), Not(Contains("Iraq participated " + meeting)));
  EXPECT_THAT(edges(), Not(Contains("Syria participated " + meeting)));
  EXPECT_NE(node_named(said_, "Syria"), nullptr);
}

TEST_F(Traps, TopicAcronymsAreNoAgencies) {
  EXPECT_EQ(node_named(said_, "ICT"), nullptr);
  EXPECT_EQ(node_named(said_, "FTFs"), nullptr);
}

TEST_F(Traps, TheFooterIsMetadata) {
  EXPECT_EQ(said_.release.published, "2017-10-16");
  EXPECT_THAT(said_.release.modified, testing::StartsWith("2017-10-30T16:06:16"));
  EXPECT_THAT(said_.release.topics,
              testing::ElementsAre("Law enforcement", "Foreign terrorist fighters"));
  EXPECT_EQ(said_.release.text.find("2017-10-30T"), std::string::npos);
}

TEST_F(Traps, WhatIsOnlyExpectedIsNotAsserted) {
  EXPECT_THAT(edges(), Not(Contains(testing::HasSubstr("would be expanded"))));
}

}  // namespace
}  // namespace pressgraph
