// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// A page of a ministry with all that surrounds an article.
std::string page(const std::string& head, const std::string& article) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head +
         "</head><body><header><nav><ul><li><a href=/>Home</a></li></ul></nav></header>"
         "<div class=\"cookie-note\"><p>We use cookies, a great many of them, on this site.</p>"
         "</div><div class=\"content\"><h1>Minister opens harbour</h1>" +
         article +
         "</div><aside class=\"related\"><p>Related: another release that is not this one.</p>"
         "</aside><footer><p>Ministry of Transport, Main Street 1</p></footer></body></html>";
}

constexpr const char* words =
    "<p>The Minister of Transport opened the new harbour of Larvik on Monday.</p>"
    "<p>The harbour serves forty ships a day, and its quay is a kilometre long.</p>";

TEST(HtmlReader, FindsTheArticleAndLeavesItsFrameOut) {
  const auto result = read_bytes(page("", words));
  ASSERT_THAT(result.releases, SizeIs(1));
  EXPECT_THAT(result.releases[0].text,
              HasSubstr("The Minister of Transport opened the new harbour of Larvik on "
                        "Monday.\n\nThe harbour serves forty ships"));
  for (const auto* frame : {"cookies", "Related", "Main Street", "Home"}) {
    EXPECT_THAT(result.releases[0].text, Not(HasSubstr(frame)));
  }
  EXPECT_EQ(result.releases[0].title, "Minister opens harbour");
  EXPECT_EQ(result.releases[0].language, "en-GB");
}

TEST(HtmlReader, ReadsAPageThatIsOneForm) {
  const auto result = read_bytes("<html><body><form id=\"aspnetForm\"><h1>Quay</h1><div>" +
                                 std::string(words) + "</div></form></body></html>");
  ASSERT_THAT(result.releases, SizeIs(1));
  EXPECT_THAT(result.releases[0].text, HasSubstr("opened the new harbour"));
}

TEST(HtmlReader, KeepsListsTablesAndHeadingsAsLines) {
  const auto result = read_bytes(
      page("", std::string(words) + "<h2>Agenda</h2><ul><li>Ships</li><li><p>Quays</p></li></ul>"
                                    "<table><tr><td><p>Day</p></td> <td><p>Port</p> "
                                    "</td></tr><tr><td>1</td><td>Oslo</td></tr>"
                                    "</table><blockquote>Ships<br>ahoy</blockquote>"));
  EXPECT_THAT(result.releases.at(0).text, HasSubstr("\n\nAgenda\n\n- Ships\n- Quays\n\n"));
  EXPECT_THAT(result.releases.at(0).text, HasSubstr("\n\nShips\nahoy"));
  EXPECT_THAT(result.releases.at(0).text, HasSubstr("Day | Port\n1 | Oslo"));
}

TEST(HtmlReader, BelievesJsonLdBeforeMetaBeforeTime) {
  const std::string data =
      "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{"
      "\"@type\":\"NewsArticle\",\"headline\":\"From "
      "JSON-LD\",\"datePublished\":\"2021-03-04T10:00:"
      "00Z\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Ministry\"}}]}</script>";
  const std::string meta =
      "<meta property=\"og:title\" content=\"From OpenGraph\">"
      "<meta property=\"article:published_time\" content=\"2020-01-01\">"
      "<meta name=\"keywords\" content=\"Ports, Ships\">"
      "<link rel=canonical href=\"https://transport.example/harbour\">";
  const std::string time = "<time datetime=\"2019-05-06\">6 May 2019</time>";
  const auto all = read_bytes(page(data + meta, time + words)).releases.at(0);
  EXPECT_EQ(all.title, "From JSON-LD");
  EXPECT_EQ(all.published, "2021-03-04T10:00:00Z");
  EXPECT_EQ(all.publisher, "The Ministry");
  EXPECT_EQ(all.url, "https://transport.example/harbour");
  EXPECT_EQ(all.id, "transport.example-harbour");
  EXPECT_THAT(all.topics, ElementsAre("Ports", "Ships"));
  const auto without = read_bytes(page(meta, time + words)).releases.at(0);
  EXPECT_EQ(without.title, "From OpenGraph");
  EXPECT_EQ(without.published, "2020-01-01");
  EXPECT_EQ(read_bytes(page("", time + words)).releases.at(0).published, "2019-05-06");
}

std::string json_ld(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

TEST(HtmlReader, ReadsJsonLdAsSitesWriteIt) {
  const auto release =
      read_bytes(
          page(json_ld("//<![CDATA[\n{\"@type\":[\"NewsArticle\"],\"headline\":\"Fish "
                       "&amp;amp; &quot;ships&quot;\",\"keywords\":[\"Peace, law\",{\"name\":"
                       "\"Ports\"}],\"publisher\":[{\"name\":\"The Ministry\"}],"
                       "\"mainEntityOfPage\":\"https://e.org/a#page\"}\n//]]>"),
               words))
          .releases.at(0);
  EXPECT_EQ(release.title, "Fish & \"ships\"");
  EXPECT_THAT(release.topics, ElementsAre("Peace, law", "Ports"));
  EXPECT_EQ(release.publisher, "The Ministry");
  EXPECT_EQ(release.url, "https://e.org/a");
  const auto inside =
      read_bytes(page(json_ld("{\"@type\":\"WebPage\",\"dateModified\":\"2020-01-01\","
                              "\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"The "
                              "article\",\"dateModified\":\"2017-10-18\"}}") +
                          "<link rel=canonical href=\"https://e.org/c\">",
                      words))
          .releases.at(0);
  EXPECT_EQ(inside.title, "The article");
  EXPECT_EQ(inside.modified, "2017-10-18");
  EXPECT_EQ(inside.url, "https://e.org/c");
}

TEST(HtmlReader, ReadsDublinCoreBesideItsTerms) {
  const auto release =
      read_bytes(
          page("<meta name=\"DC.subject\" content=\"Ports; Ships\"><meta name=\"DC.Language\" "
               "content=\"fr\"><meta name=\"DC.identifier\" content=\"ISBN 1\">"
               "<meta name=\"dcterms.identifier\" content=\"https://e.org/dc\">",
               words))
          .releases.at(0);
  EXPECT_THAT(release.topics, ElementsAre("Ports", "Ships"));
  EXPECT_EQ(release.language, "fr");
  EXPECT_EQ(release.url, "https://e.org/dc");
}

TEST(HtmlReader, ReadsMicrodataAndRdfaOfTheArticleAlone) {
  const auto micro =
      read_bytes(page("",
                      "<aside itemscope itemtype=\"https://schema.org/NewsArticle\"><a "
                      "itemprop=\"url\" href=\"https://e.org/other\"><b itemprop=\"headline\">"
                      "Another</b></a></aside><div itemscope "
                      "itemtype=\"https://schema.org/NewsArticle\"><h2 itemprop=\"headline\">The "
                      "<i>micro</i> headline</h2><time itemprop=\"dateModified\" "
                      "datetime=\"2017-10-18\">x</time><span itemprop=\"publisher\" itemscope "
                      "itemtype=\"https://schema.org/Organization\"><link itemprop=\"url\" "
                      "href=\"https://e.org/ministry\"><span itemprop=\"name\">The Ministry"
                      "</span></span><link itemprop=\"url\" href=\"https://e.org/micro\"><meta "
                      "itemprop=\"inLanguage\" content=\"en-IE\">" +
                          std::string(words) + "</div>"))
          .releases.at(0);
  EXPECT_EQ(micro.title, "The micro headline");
  EXPECT_EQ(micro.modified, "2017-10-18");
  EXPECT_EQ(micro.publisher, "The Ministry");
  EXPECT_EQ(micro.url, "https://e.org/micro");
  EXPECT_EQ(micro.language, "en-IE");
  const auto rdfa = read_bytes(page("",
                                    "<div vocab=\"http://schema.org/\" typeof=\"NewsArticle\"><h2 "
                                    "property=\"schema:headline\">RDFa headline</h2>" +
                                        std::string(words) + "</div>"))
                        .releases.at(0);
  EXPECT_EQ(rdfa.title, "RDFa headline");
}

TEST(HtmlReader, ReadsATimeThatIsWordsAndALinkThatHasABase) {
  const auto release =
      read_bytes(page("<link rel=\"canonical\" href=\"/news/1\"><base href=\"https://e.org/\">",
                      "<time>16 October 2017</time>" + std::string(words)))
          .releases.at(0);
  EXPECT_EQ(release.published, "2017-10-16");
  EXPECT_EQ(release.url, "https://e.org/news/1");
}

TEST(HtmlReader, KeepsTheLinesOfWhatIsSetAlready) {
  const auto release = read_bytes(
      "<html><body><h1>Minister opens harbour</h1><pre>\nPress Release\nSC/9999\n\n"
      "The Minister of Transport, who had come by ship, opened the new harbour\n"
      "of Larvik on Monday in a ceremony with the Foreign Minister of Norway,\n"
      "who said that <b>many</b> ships had waited for that day, and that those\n"
      "ships that had not waited for it would now come.\n\n* *** *\n</pre></body></html>");
  EXPECT_EQ(
      release.releases.at(0).text,
      "Press Release\nSC/9999\n\n"
      "The Minister of Transport, who had come by ship, opened the new harbour of Larvik on "
      "Monday in a ceremony with the Foreign Minister of Norway, who said that many ships had "
      "waited for that day, and that those ships that had not waited for it would now "
      "come.\n\n* *** *");
}

TEST(HtmlReader, TakesTheTitleFromTheHeadingThatIsThePagesOwn) {
  const auto title = [](const std::string& body) {
    return read_bytes(
               "<html><head><title>Bank keeps its rate at five percent - Central Bank</title>"
               "</head><body>" +
               body + words + "</body></html>")
        .releases.at(0)
        .title;
  };
  EXPECT_EQ(title("<h1>Central Bank</h1><h2><span>Bank keeps its rate</span> at five percent</h2>"),
            "Bank keeps its rate at five percent");
  EXPECT_EQ(title("<h1><span><b>Bank keeps</b> its rate</span></h1>"), "Bank keeps its rate");
}

TEST(HtmlReader, DecodesEntitiesAndTheCharsetThatThePageNames) {
  const auto result =
      read_bytes(page("<meta charset=\"iso-8859-1\">",
                      "<p>Caf\xE9 &amp; quay, r&eacute;sum&#233; &nbsp;of the visit, "
                      "which went on for a long while.</p>"));
  EXPECT_THAT(result.releases.at(0).text, HasSubstr("Caf\xC3\xA9 & quay, r\xC3\xA9sum\xC3\xA9"));
}

TEST(HtmlReader, SurvivesWhatIsNested) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) {
    deep += "<div>";
  }
  const auto result = read_bytes("<html><body>" + deep + "<p>Words</p>", "deep.html");
  EXPECT_EQ(result.releases.size() + result.messages.size(), 1U);
}

TEST(HtmlReader, SaysThatAPageHasNoArticle) {
  EXPECT_THAT(read_bytes("<html><body><nav>Menu</nav></body></html>", "p.html").messages,
              ElementsAre("p.html: a page without running text, expected one with an article"));
}

}  // namespace
}  // namespace pressgraph
