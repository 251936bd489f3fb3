// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gmock/gmock.h>
#include <toml++/toml.h>

#include "importers/extraction/extract.hpp"
#include "tests/importers/extraction/sentences.hpp"

namespace pressgraph {
namespace {

const Extractor& extractor() {
  static const Extractor instance;
  return instance;
}

std::vector<std::string> strings(const toml::table& row, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* list = row[key].as_array()) {
    for (const auto& item : *list) {
      out.push_back(item.value_or(std::string()));
    }
  }
  return out;
}

TEST(Phenomena, EachCaseSaysWhatItMustAndNothingElse) {
  const auto file = toml::parse_file(std::string(PRESSGRAPH_SOURCE_DIR) +
                                     "/tests/importers/extraction/phenomena.toml");
  const auto& cases = *file["case"].as_array();
  ASSERT_GT(cases.size(), 20U);
  for (const auto& item : cases) {
    const auto& row = *item.as_table();
    SCOPED_TRACE(row["code"].value_or(std::string()));
    Release release;
    release.id = "case";
    release.title = row["title"].value_or(std::string());
    release.publisher = row["publisher"].value_or(std::string());
    release.published = row["published"].value_or(std::string("2024-05-03"));
    release.text = row["text"].value_or(std::string());
    const auto extraction = extractor().extract(release);
    const auto edges = shown_edges(extraction);
    const auto scheduled = shown_edges(extraction, Status::scheduled);
    for (const auto& wanted : strings(row, "has")) {
      EXPECT_THAT(edges, testing::Contains(wanted));
    }
    for (const auto& wanted : strings(row, "scheduled")) {
      EXPECT_THAT(scheduled, testing::Contains(wanted));
    }
    for (const auto& unwanted : strings(row, "not")) {
      EXPECT_THAT(edges, testing::Not(testing::Contains(unwanted)));
    }
  }
}

Extraction extraction_of(const std::string& text, const std::string& publisher = "") {
  Release release;
  release.id = "case";
  release.title = "News";
  release.publisher = publisher;
  release.text = text;
  return extractor().extract(release);
}

std::vector<std::string> authorities(const Extraction& extraction) {
  std::vector<std::string> all;
  for (const auto& node : extraction.nodes) {
    all.emplace_back(attribute(node.attributes, "authority"));
  }
  return all;
}

TEST(Phenomena, InitialsThatTheReleaseExplainsAreNoListedBodys) {
  const auto found = authorities(extraction_of(
      "The National Sheriffs Association (NSA) met. The Senior Executive Service (SES) "
      "agreed with the NSA. The Federal Security Service (FSB) did not."));
  EXPECT_THAT(found, testing::Not(testing::Contains("us-nsa")));
  EXPECT_THAT(found, testing::Not(testing::Contains("ua-ses")));
  EXPECT_THAT(found, testing::Contains("ru-fsb"));
}

TEST(Phenomena, WhatAMinisterIsForIsNoListedBody) {
  EXPECT_THAT(authorities(extraction_of("The Minister of Patriots and Veterans Affairs agreed.")),
              testing::Not(testing::Contains("us-va")));
  EXPECT_THAT(authorities(extraction_of("The Secretary of Veterans Affairs agreed.")),
              testing::Contains("us-va"));
  EXPECT_THAT(authorities(extraction_of("The President of Ukraine and NATO agreed on aid.")),
              testing::Contains("nato"));
}

TEST(Phenomena, TheSecurityCouncilOfAStatesOwnReleaseIsTheStates) {
  const std::string text = "Secretary of the Security Council Nikolai Orlov agreed in Moscow.";
  EXPECT_THAT(authorities(extraction_of(text, "The Kremlin (President of Russia)")),
              testing::Contains("rus-nsc"));
  EXPECT_THAT(authorities(extraction_of(text, "NATO")), testing::Contains("un-sc"));
}

TEST(Phenomena, ACountryIsToldFromThePartOfAnotherThatHasItsName) {
  const auto georgia = [](const std::string& text, const std::string& publisher) {
    const auto all = authorities(extraction_of("The two sides agreed. " + text, publisher));
    const auto country = std::ranges::count(all, "GEO") != 0;
    const auto part = std::ranges::count(all, "georgia") != 0;
    return std::string(country ? "country" : "") + (part ? "part" : "");
  };
  const std::string justice = "US Department of Justice";
  EXPECT_EQ(georgia("The leaders of Ukraine, Moldova and Georgia met.", justice), "country");
  EXPECT_EQ(georgia("They consulted with Georgia.", "President of Ukraine"), "country");
  EXPECT_EQ(georgia("The President of Georgia met Ada Nwosu.", justice), "country");
  EXPECT_EQ(georgia("They went to Latvia and Malta, then to Georgia.", justice), "country");
  EXPECT_EQ(georgia("Ada Nwosu, of Rexville, Georgia, was charged.", justice), "part");
  EXPECT_EQ(georgia("They went to Atlanta, Georgia.", "President of Ukraine"), "part");
  EXPECT_EQ(georgia("Delaware, Georgia and Kentucky agreed.", "President of Ukraine"), "part");
  EXPECT_EQ(georgia("The Georgia Department of Tides helped.", justice), "part");
}

TEST(Phenomena, TheRankOfAnOfficialIsNoPartOfABodysName) {
  const auto extraction = extraction_of(
      "Senior Bureau Official Karl Brandt and Deputy Office Director Petra Weiss agreed.");
  EXPECT_EQ(std::ranges::count(extraction.nodes, NodeType::agency, &Node::type), 0);
}

TEST(Phenomena, APostBeforeAndIsNotThatOfTheNextExcellency) {
  const auto extraction = extraction_of(
      "Karl Brandt, Secretary to the President and Her Excellency Petra Weiss agreed.");
  for (const auto& node : extraction.nodes) {
    EXPECT_THAT(node.aliases, testing::Not(testing::Contains(testing::HasSubstr(" and Her "))));
  }
}

// The bracket's letters are no initials, and the inner name begins with the text.
TEST(Phenomena, ANameMayBeginTheTextAndHoldAnother) {
  EXPECT_THAT(authorities(extraction_of("NATO Harbour Agency (XYZ) opened in Oslo.")),
              testing::Contains("nato"));
}

TEST(Phenomena, InitialsBeforeANameAreNoState) {
  EXPECT_THAT(authorities(extraction_of("Ananda Perera and S.C. Palamakumbura agreed.")),
              testing::Not(testing::Contains("south-carolina")));
  EXPECT_THAT(authorities(extraction_of("Ananda Perera of Columbia, S.C., agreed.")),
              testing::Contains("south-carolina"));
}

TEST(Phenomena, ANameInAnotherLanguageBeginsBehindAnArticle) {
  const auto extraction = extraction_of(
      "The Government of Mozambique and the Resistência Nacional Moçambicana (RENAMO) agreed.");
  for (const auto& node : extraction.nodes) {
    EXPECT_THAT(node.aliases, testing::Not(testing::Contains(testing::HasSubstr(" and the "))));
  }
}

}  // namespace
}  // namespace pressgraph
