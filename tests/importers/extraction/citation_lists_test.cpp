// SPDX-License-Identifier: Apache-2.0
// Lists and ranges, what stands around a number, collisions, and what a citation's status says.
#include <gmock/gmock.h>

#include "importers/extraction/citation_match.hpp"
#include "tests/importers/extraction/citing.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string_view words(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

TEST(CitationLists, RunToAnyLength) {
  std::string text = "Recalling its resolutions ";
  std::vector<std::string> expected;
  for (int n = 1700; n < 1760; ++n) {
    text += std::to_string(n) + (n < 1739 ? " (2006)" : " (2007)") +
            (n < 1758    ? ", "
             : n == 1758 ? " and "
                         : "");
    expected.push_back("S/RES/" + std::to_string(n) + (n < 1739 ? " (2006)" : " (2007)"));
  }
  EXPECT_EQ(names(text), expected);
}

TEST(CitationLists, CarryTheBodyOverToALaterKeyword) {
  EXPECT_THAT(names("Human Rights Council resolution 16/18 and resolution 24/2"),
              ElementsAre("A/HRC/RES/16/18", "A/HRC/RES/24/2"));
  EXPECT_THAT(names("General Assembly resolution 60/288 and resolution 1373 (2001)"),
              ElementsAre("A/RES/60/288", "S/RES/1373 (2001)"));
}

TEST(CitationLists, ShareAHeadBetweenTwoBodies) {
  EXPECT_THAT(names("Security Council and General Assembly resolutions 1373 (2001) and 60/288"),
              ElementsAre("S/RES/1373 (2001)", "A/RES/60/288"));
}

TEST(CitationLists, GoOnAfterAPlaceADateAndASubject) {
  EXPECT_THAT(names("resolutions 1373 (2001) of 28 September 2001, 1540 (2004), paragraph 4, 1624 "
                    "(2005), on incitement, and 2178 (2014)"),
              ElementsAre("S/RES/1373 (2001)", "S/RES/1540 (2004)", "S/RES/1624 (2005)",
                          "S/RES/2178 (2014)"));
}

TEST(CitationLists, GoOnAfterALongTitle) {
  EXPECT_THAT(
      names("Presidential executive orders No. 79, On Measures against Some, of February 28, "
            "2022, and No. 81, On Measures for Others"),
      ElementsAre("Executive Order No. 79", "Executive Order No. 81"));
}

TEST(CitationLists, SkipWhatAScanHasSpoilt) {
  EXPECT_THAT(names("its resolutions 567 (1985), S71 (1985), 572.(1985) and 580 (1985)"),
              ElementsAre("S/RES/567 (1985)", "S/RES/572 (1985)", "S/RES/580 (1985)"));
}

TEST(CitationLists, WriteShortRangesOutAndKeepTheEndsOfLongOnes) {
  EXPECT_THAT(names("resolutions 1267 (1999) to 1269 (1999)"),
              ElementsAre("S/RES/1267 (1999)", "S/RES/1268 (1999)", "S/RES/1269 (1999)"));
  EXPECT_THAT(names("resolutions 1267 through 1400"),
              ElementsAre("S/RES/1267 (1999)", "S/RES/1400 (2002)"));
  EXPECT_THAT(names("resolution 1540-related work"), ElementsAre("S/RES/1540 (2004)"));
}

TEST(CitationLists, EndBeforeAnotherCount) {
  EXPECT_THAT(names("resolutions 1373 and 1624 and 330 delegates"),
              ElementsAre("S/RES/1373 (2001)", "S/RES/1624 (2005)"));
}

TEST(CitationPlaces, AreKeptBesideTheAct) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"paragraph 5 of resolution 1373 (2001)", "paragraph 5"},
      {"operative paragraphs 2 (c) and 3 of Security Council resolution 1373 (2001)",
       "operative paragraphs 2 (c) and 3"},
      {"resolution 1373 (2001), para. 5", "para. 5"},
      {"resolution 687 (1991), section C", "section C"},
      {"S/2015/939, annex II", "annex II"},
      {"Chapter VII of resolution 687 (1991)", "Chapter VII"},
      {"resolution 1373 (2001), paragraph 4 of resolution 1540 (2004)", ""},
  };
  for (const auto& [text, place] : cases) {
    const auto found = cited(text);
    ASSERT_FALSE(found.empty()) << text;
    EXPECT_EQ(found[0].locator, place) << text;
  }
}

TEST(CitationDates, BelongToTheActWhereItsAdoptionIsTold) {
  const std::string_view text =
      "resolution 2322 (2016), adopted unanimously on 12 December 2016, and more";
  const auto found = cited(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(words(text, found[0].date), ", adopted unanimously on 12 December 2016");
  const auto other = cited("resolution 2322 (2016) on 12 December 2016");
  ASSERT_EQ(other.size(), 1U);
  EXPECT_TRUE(words(text, other[0].date).empty());
}

TEST(CitationSubjects, EndWhereTheListGoesOn) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"resolution 2322 (2016), on international law enforcement cooperation.",
       "international law enforcement cooperation"},
      {"resolution 1325 (2000) on women, peace and security was adopted",
       "women, peace and security"},
      {"resolution 1624 (2005), on countering incitement, and resolution 2178 (2014)",
       "countering incitement"},
      {"resolution 2396 (2017), entitled \"Foreign fighters\", says", "Foreign fighters"},
      {"resolution 2322 (2016) on Monday", ""},
      {"resolution 2322 (2016) on behalf of Italy", ""},
  };
  for (const auto& [text, subject] : cases) {
    const auto found = cited(text);
    ASSERT_FALSE(found.empty()) << text;
    EXPECT_EQ(found[0].title, subject) << text;
  }
}

TEST(CitationCollisions, AreDecidedByBodyPublisherAndTable) {
  EXPECT_THAT(names("PACE resolution 2190 (2017)"), ElementsAre("PACE/RES/2190 (2017)"));
  const auto sc = cited("resolution 2190 (2014)");
  ASSERT_EQ(sc.size(), 1U);
  EXPECT_EQ(sc[0].normal_form, "S/RES/2190 (2014)");
  const auto either = cited("resolution 2190 (2017)");
  ASSERT_EQ(either.size(), 1U);
  EXPECT_EQ(either[0].status, CitationStatus::ambiguous);
  EXPECT_THAT(names_of(cited("resolution 2190 (2017)", "Council of Europe")),
              ElementsAre("PACE/RES/2190 (2017)"));
  EXPECT_THAT(names("Council resolution 35/34"), ElementsAre("A/HRC/RES/35/34"));
  EXPECT_THAT(names_of(cited("resolution 35/34", "United Nations Human Rights Council")),
              ElementsAre("A/HRC/RES/35/34"));
  EXPECT_THAT(names("resolution 72/284"), ElementsAre("A/RES/72/284"));
  EXPECT_THAT(names("Resolution 130 (Rev. Dubai, 2018)"), ElementsAre("ITU/PP/RES/130 (Rev.2018)"));
}

TEST(CitationStatus, SaysWhatIsNotSure) {
  EXPECT_EQ(cited("resolution 2322 (2016)").at(0).status, CitationStatus::resolved);
  EXPECT_EQ(cited("Security Council resolution 2322").at(0).status, CitationStatus::inferred_year);
  EXPECT_EQ(cited("Security Council resolution 9322").at(0).status, CitationStatus::unresolved);
  EXPECT_EQ(cited("resolution 2322 (2016)", "", "2015-01-01").at(0).status,
            CitationStatus::unresolved);
  EXPECT_EQ(cited("General Assembly resolution 72/284", "", "2015-01-01").at(0).status,
            CitationStatus::unresolved);
  EXPECT_EQ(to_string(CitationStatus::inferred_year), "inferred-year");
}

TEST(CitationStatus, CountsTheCongressByTheReleasesDate) {
  EXPECT_EQ(cited("H.Res. 354", "", "2017-06-01").at(0).congress, 115U);
  EXPECT_EQ(cited("H.R. 4681", "", "2022-06-01").at(0).congress, 117U);
  EXPECT_EQ(cited("S/RES/2322", "", "2017-06-01").at(0).congress, 0U);
}

TEST(CitationDrafts, AreNoResolutions) {
  for (const std::string_view text : {"draft resolution S/2017/970", "draft resolution 72/284",
                                      "the draft Security Council resolution 2322 (2016)"}) {
    const auto found = cited(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_TRUE(found[0].draft) << text;
    EXPECT_NE(found[0].type, NodeType::resolution) << text;
  }
}

TEST(BackReferences, StandForTheOneActThatIsLeft) {
  EXPECT_THAT(names("Resolution 2322 (2016) was adopted; that resolution and the same text"),
              ElementsAre("S/RES/2322 (2016)", "S/RES/2322 (2016)", "S/RES/2322 (2016)"));
  EXPECT_THAT(
      names_of(cited_in({"Resolution 2322 (2016) stands.", "The resolution calls on all."})),
      ElementsAre("S/RES/2322 (2016)", "S/RES/2322 (2016)"));
  EXPECT_THAT(names_of(cited_in({"Resolution 2322 (2016) stands.", "Nothing here.", "Nor here.",
                                 "The resolution calls on all."})),
              ElementsAre("S/RES/2322 (2016)"));
}

TEST(BackReferences, CountTheGroup) {
  EXPECT_THAT(names("He recalled resolutions 1373 (2001) and 1624 (2005); both resolutions bind."),
              ElementsAre("S/RES/1373 (2001)", "S/RES/1624 (2005)", "S/RES/1373 (2001)",
                          "S/RES/1624 (2005)"));
  EXPECT_THAT(names("resolutions 1373 (2001), 1540 (2004) and 1624 (2005); both resolutions bind."),
              ElementsAre("S/RES/1373 (2001)", "S/RES/1540 (2004)", "S/RES/1624 (2005)"));
  EXPECT_THAT(names("resolutions 1373 (2001) and 1624 (2005); relevant Council resolutions"),
              ElementsAre("S/RES/1373 (2001)", "S/RES/1624 (2005)"));
}

TEST(BackReferences, DoNotReachOverANewResolution) {
  EXPECT_THAT(names("After resolution 2322 (2016) it adopted a resolution; the resolution says"),
              ElementsAre("S/RES/2322 (2016)"));
}

TEST(BackReferences, AreNotTheResolutionOfADispute) {
  EXPECT_THAT(names("After resolution 2322 (2016), the resolution of the dispute"),
              ElementsAre("S/RES/2322 (2016)"));
  EXPECT_THAT(names("After resolution 2322 (2016), the resolution on Syria"),
              ElementsAre("S/RES/2322 (2016)"));
}

TEST(BackReferences, MeanTheActItselfInItsOwnText) {
  const auto found = cited_in({"S/RES/666 (1990): Iraq-Kuwait",
                               "Recalling resolution 661 (1990), it decides that this resolution "
                               "stands."});
  EXPECT_THAT(names_of(found),
              ElementsAre("S/RES/666 (1990)", "S/RES/661 (1990)", "S/RES/666 (1990)"));
}

TEST(NegativeList, GivesNothing) {
  for (const std::string_view text : {"draft resolution",
                                      "in resolution of the dispute",
                                      "image resolution 1080",
                                      "screen resolution 1440 (2016)",
                                      "a New Year's resolution 2017",
                                      "Resolution Foundation",
                                      "conflict resolution 2014",
                                      "dispute resolution (2017)",
                                      "page 12 (2014)",
                                      "Table 3 (2015)",
                                      "Figure 7 (2016)",
                                      "Rule 44 (2)",
                                      "Law No. 27 (2016)",
                                      "Act 5 (2010)",
                                      "Regulation 10 (2015)",
                                      "call +41 22 917 1234",
                                      "reference 2017/0042",
                                      "330 delegates (2016)",
                                      "the budget 2016/17",
                                      "on 12/10",
                                      "9/11",
                                      "24/7",
                                      "relevant Council resolutions",
                                      "resolutions of 2017",
                                      "a decision on 5/4"}) {
    EXPECT_THAT(names(text), IsEmpty()) << text;
  }
}

TEST(RomanNumerals, AreReadAsTheyArePrinted) {
  EXPECT_EQ(roman_value("XXV"), 25U);
  EXPECT_EQ(roman_value("ccxlix"), 249U);
  EXPECT_EQ(roman_value("CCXLVIX"), 249U);
  EXPECT_EQ(roman_value("CCXLIXX"), 249U);
  EXPECT_EQ(roman_value("XlI"), 12U);
  EXPECT_EQ(roman_value("1V"), 4U);
  EXPECT_EQ(roman_value("XA"), 0U);
  EXPECT_EQ(roman_numeral(1944), "MCMXLIV");
}

}  // namespace
}  // namespace pressgraph
