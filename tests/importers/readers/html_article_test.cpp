// SPDX-License-Identifier: Apache-2.0
// Where the article of a page stands whose layout nobody has told, and what is its frame.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string article =
    "<p>The Minister of Transport opened the new harbour of Larvik on Monday morning.</p>"
    "<p>The harbour serves forty ships a day, and its longest quay is a kilometre long.</p>";
const auto has_article = AllOf(HasSubstr("opened the new harbour"), HasSubstr("longest quay"));

std::string text_of(const std::string& body) {
  auto limits = known_layouts();
  std::istringstream in("<html><body>" + body + "</body></html>");
  ReadResult result;
  read_stream(in, "in", InputFormat::html, limits, collect(result));
  return result.releases.empty() ? "" : result.releases.front().text;
}

TEST(HtmlArticle, StandsInWhatIsOnlyNamedLikeAFrame) {
  for (const auto* name : {"class='container has-sidebar'", "class='header-style-2'",
                           "id=sidebar-wrapper", "class=share-enabled", "style='display:none'"}) {
    EXPECT_THAT(text_of("<div " + std::string(name) + "><div>" + article + "</div></div>"),
                has_article)
        << name;
  }
  EXPECT_THAT(text_of("<div><form><div>" + article + "</div></form></div>"), has_article);
}

TEST(HtmlArticle, HasNoMenusHoweverTheyAreWritten) {
  for (const auto* name : {"class=MainMenu", "class=sub_menu", "id=topnav", "role=navigation",
                           "class=site-navbar", "hidden", "style='color:red; display: none'"}) {
    EXPECT_THAT(text_of("<div " + std::string(name) +
                        "><p>Ministry and its offices</p></div><div>" + article + "</div>"),
                AllOf(has_article, Not(HasSubstr("offices"))))
        << name;
  }
}

TEST(HtmlArticle, KeepsWhatOnlyHoldsTheLettersOfAFrame) {
  for (const auto* name : {"navy", "unavailable", "navigable-waters"}) {
    EXPECT_THAT(text_of("<div>" + article + "<div class=" + name +
                        "><p>Ships of the navy may berth there.</p></div></div>"),
                HasSubstr("may berth"))
        << name;
  }
}

TEST(HtmlArticle, IsNoneOfTheTeasersThatAreMarkedAsArticles) {
  const std::string teaser =
      "<article><h3><a href=/1>Council extends harbour mission</a></h3>"
      "<p>The Council of Ministers has extended the mission that watches the "
      "harbours.</p></article>";
  EXPECT_THAT(text_of("<div><div class=text>" + article + "</div><div class=row>" + teaser +
                      teaser + "</div></div>"),
              AllOf(has_article, Not(HasSubstr("extended the mission"))));
  EXPECT_THAT(text_of("<div><div class=text>" + article + article + article +
                      "</div><article class=one>Another release, of a month ago, was longer than "
                      "what stood here before it.</article></div>"),
              has_article);
}

TEST(HtmlArticle, IsNotTheTeaserThatHasTheClassOfOne) {
  EXPECT_THAT(
      text_of("<div class=news-body><p>The ministry has published its report on the roads of "
              "the north. It is about bridges, and about nothing else at all.</p></div><main>" +
              article + article + article + "</main>"),
      AllOf(has_article, Not(HasSubstr("bridges"))));
}

TEST(HtmlArticle, BeginsWithTheSummaryThatStandsInABoxOfItsOwn) {
  const std::string lead =
      "The harbour of Larvik, which was closed for two years, is open to ships.";
  for (const auto& page :
       {"<div><h1>Harbour</h1><p>" + lead + "</p></div><div class=b>" + article + "</div>",
        "<article><header><h1>Harbour</h1><div>" + lead + "</div></header>" + article +
            "</article>",
        "<div class=page-header><h1>Harbour</h1><p>" + lead + "</p></div><main>" + article +
            "</main>"}) {
    EXPECT_THAT(text_of(page), AllOf(StartsWith(lead), has_article)) << page;
  }
}

TEST(HtmlArticle, BeginsWithNothingThatStandsBeforeItsHeading) {
  const std::string note =
      "This is an official site of the government, and here is how you know it.";
  EXPECT_THAT(
      text_of("<div><p>" + note + "</p></div><h1>Harbour</h1><div>" + article + article + "</div>"),
      AllOf(has_article, Not(HasSubstr("official site"))));
}

TEST(HtmlArticle, HasNoBlocksOfLinksButListsOfThemAndCells) {
  const std::string links = "<a href=/1>Energy agency publishes guide</a> <a href=/2>Travel</a>";
  EXPECT_THAT(text_of("<div>" + article + "<div>" + links + "</div></div>"),
              AllOf(has_article, Not(HasSubstr("Energy agency"))));
  EXPECT_THAT(text_of("<div>" + article +
                      "<ul><li><a href=/a>Annex on quays</a></li></ul>"
                      "<table><tr><td><a href=/b>Annex on ships</a></td></tr></table></div>"),
              AllOf(HasSubstr("- Annex on quays"), HasSubstr("Annex on ships")));
}

TEST(HtmlArticle, IsMadeOfSectionsThatStandBesideOneAnother) {
  EXPECT_THAT(text_of("<div class=css-1><div class=css-2>" + article +
                      "</div><div class=css-2><p>Ferries to the islands will leave from its second "
                      "quay, four times a day in summer.</p></div></div>"),
              AllOf(has_article, HasSubstr("Ferries")));
  // And of one with its quotations after it.
  EXPECT_THAT(text_of("<main><div class=cmp-text>" + article +
                      "</div><section><h2>Quotes</h2><blockquote><p>\"Ships are our bread and our "
                      "salt,\" said the mayor of the town, who came by "
                      "boat.</p></blockquote></section></main>"),
              AllOf(has_article, HasSubstr("our bread")));
}

TEST(HtmlArticle, MayBeOneShortLine) {
  EXPECT_EQ(text_of("<div><p>The harbour is open.</p></div>"), "The harbour is open.");
}

}  // namespace
}  // namespace pressgraph
