// SPDX-License-Identifier: Apache-2.0
// What files are like that programs and people write: not what any standard says, and yet whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/readers/wide_text.hpp"
#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> texts(const ReadResult& result) {
  std::vector<std::string> all;
  for (const auto& release : result.releases) {
    all.push_back(release.text);
  }
  return all;
}

std::string rss(const std::string& item) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
         "<link>https://press.example/news/</link><item>" +
         item + "</item></channel></rss>";
}

// ASCII as UTF-16 with its mark.
std::string utf16(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char c : text) {
    wide += c;
    wide += '\0';
  }
  return wide;
}

TEST(Mistakes, AnAmpersandThatIsNoReferenceIsOne) {
  const auto result = read_bytes(rss(
      "<title>R&D & you</title><link>https://press.example/?a=1&b=2</link>"
      "<description>AT&T, S & P; &lt;b&gt;caf&eacute;&lt;/b&gt; &amp; &#8364;&x</description>"));
  EXPECT_THAT(result.messages, IsEmpty());
  ASSERT_THAT(result.releases, SizeIs(1));
  EXPECT_EQ(result.releases[0].title, "R&D & you");
  EXPECT_EQ(result.releases[0].url, "https://press.example/?a=1&b=2");
  EXPECT_EQ(result.releases[0].text, "AT&T, S & P; caf\xC3\xA9 & \xE2\x82\xAC&x");
}

TEST(Mistakes, AnAmpersandIsMendedWhereverTheBytesAreParted) {
  // Longer than what is read at once, so that each thing stands at an edge somewhere.
  for (std::size_t pad = 65000; pad < 65700; pad += 7) {
    const auto words = std::string(pad, 'x') + " A & B &amp; C";
    const auto result =
        read_bytes(rss("<title>t</title><content:encoded><![CDATA[" + words +
                       " <b>a & b</b>]]></content:encoded><description>D & E</description>"));
    ASSERT_THAT(result.messages, IsEmpty()) << pad;
    ASSERT_THAT(texts(result), ElementsAre(std::string(pad, 'x') + " A & B & C a & b")) << pad;
  }
}

TEST(Mistakes, BlanksBeforeTheDeclarationOfXmlAreNothing) {
  const auto result = read_bytes("\n \n" + rss("<description>The harbour is open.</description>"));
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(texts(result), ElementsAre("The harbour is open."));
}

TEST(Mistakes, HtmlThatIsEscapedTwiceIsHtml) {
  EXPECT_THAT(
      texts(read_bytes(rss("<description>&amp;lt;p&amp;gt;Open.&amp;lt;/p&amp;gt;</description>"))),
      ElementsAre("Open."));
}

TEST(Mistakes, ALinkWithoutHostIsOfTheFeed) {
  const auto url = [](const std::string& link) {
    return read_bytes(rss("<link>" + link +
                          "</link><guid>tag:1</guid><description>Open."
                          "</description>"))
        .releases.at(0)
        .url;
  };
  EXPECT_EQ(url("/a/1"), "https://press.example/a/1");
  EXPECT_EQ(url("a/1"), "https://press.example/news/a/1");
  EXPECT_EQ(url("https://other.example/1"), "https://other.example/1");
  const auto without = read_bytes(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>tag:x,2020:1</id>"
      "<link href=\"/a/1\"/><summary>Open.</summary></entry></feed>");
  EXPECT_EQ(without.releases.at(0).url, "");
  EXPECT_EQ(without.releases.at(0).id, "tag-x-2020-1");
}

TEST(Mistakes, TheYearBeforeTheFirstIsNoDate) {
  const auto result = read_bytes(
      "<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><item>"
      "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><description>Open.</description>"
      "<wp:post_date>2020-01-02 10:00:00</wp:post_date></item></channel></rss>");
  EXPECT_EQ(result.releases.at(0).published, "2020-01-02T10:00:00");
}

TEST(Mistakes, ProseThatBeginsWithFromPartsNoMails) {
  const auto result = read_bytes(
      "From a@x Mon Jan  1 00:00:00 2020\nSubject: One\nMessage-ID: <1@x>\n\nShips come.\n\n"
      "From time to time they stay.\n\n>From here they go.\n\n"
      "From b@x Tue Jan  2 00:00:00 2020\nSubject: Two\nMessage-ID: <2@x>\n\nMore ships.\n");
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(texts(result),
              ElementsAre("Ships come.\n\nFrom time to time they stay.\n\nFrom here they go.",
                          "More ships."));
}

TEST(Mistakes, TheFirstLineOfASpreadsheetMayTellWhatPartsItsColumns) {
  const auto result = read_bytes("sep=;\r\ntitle;text\r\nA;Open, at last.\r\n");
  EXPECT_THAT(texts(result), ElementsAre("Open, at last."));
  EXPECT_EQ(result.releases.at(0).title, "A");
}

TEST(Mistakes, AQuotationMarkThatIsNotClosedCostsItsRowAlone) {
  const auto result =
      read_bytes("title,text\nA,One\nB,\"Two\nC,Three\nD,\"Four,\nand \"\"more\"\"\"\nE,Five\n");
  EXPECT_THAT(texts(result), ElementsAre("One", "Three", "Four,\nand \"more\"", "Five"));
  EXPECT_THAT(result.messages,
              ElementsAre("in:3: a quotation mark that is not closed, expected one at the value's "
                          "end; the rows below are read"));
  // And where no other follows, up to the end.
  EXPECT_THAT(texts(read_bytes("title,text\nA,\"One\nB,Two\nC,Three\n")),
              ElementsAre("Two", "Three"));
}

TEST(Mistakes, TablesAndRecordsMayBeInUtf16) {
  for (const std::string text :
       {"title\ttext\r\nA\tOpen.\r\nB\tShut.\r\n",
        "{\"title\":\"A\",\"text\":\"Open.\"}\n{\"title\":\"B\",\"text\":\"Shut.\"}\n",
        "[{\"title\":\"A\",\"text\":\"Open.\"},{\"title\":\"B\",\"text\":\"Shut.\"}]",
        "From a@x Mon Jan  1 00:00:00 2020\nSubject: A\nDate: 1 Jan 2020\n\nOpen.\n\n"
        "From a@x Mon Jan  1 00:00:00 2020\nSubject: B\nDate: 1 Jan 2020\n\nShut.\n"}) {
    const auto result = read_bytes(utf16(text));
    EXPECT_THAT(result.messages, IsEmpty()) << text;
    EXPECT_THAT(texts(result), ElementsAre("Open.", "Shut.")) << text;
  }
}

TEST(Mistakes, ATableInUtf16MayBeLongerThanWhatIsReadAtOnce) {
  std::string table = "title\ttext\n";
  for (int row = 0; row < 9000; ++row) {
    table += "A\tThe harbour is open on day " + std::to_string(row) + ".\n";
  }
  const auto result = read_bytes(utf16(table));
  EXPECT_THAT(result.messages, IsEmpty());
  ASSERT_THAT(result.releases, SizeIs(9000));
  EXPECT_EQ(result.releases.back().text, "The harbour is open on day 8999.");
  // And its mark may come alone.
  std::istringstream mark("\xFF\xFE");
  WideText text(mark, "UTF-16LE");
  EXPECT_EQ(std::istreambuf_iterator<char>(&text), std::istreambuf_iterator<char>());
}

TEST(Mistakes, TheWordsOfARecordMayStandInObjectsInsideIt) {
  const auto result =
      read_bytes(R"([{"title":"A","content":{"text":"One.","type":"doc"}},)"
                 R"({"title":"B","body":[{"type":"paragraph","text":"Two."},{"text":"Three."}]},)"
                 R"({"title":"C","content":{"html":"<p>Four.</p>"}},)"
                 R"({"title":"D","sections":[{"heading":"x","content":"Five."}]}])");
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(texts(result), ElementsAre("One.", "Two.\n\nThree.", "Four.", "Five."));
}

TEST(Mistakes, HeadersOfTablesMayBeInTheLanguageOfTheirCountry) {
  const auto result = read_bytes("Titel;Datum;Text\nHafen;12.03.2021;Offen.\n");
  EXPECT_EQ(result.releases.at(0).title, "Hafen");
  EXPECT_EQ(result.releases.at(0).published, "2021-03-12");
}

TEST(Mistakes, TablesInMarkdownAreTables) {
  EXPECT_THAT(
      texts(read_bytes("+++\ntitle = \"A\"\n+++\n\nBefore.\n\n| Group | For |\n|:---|---:|\n"
                       "| Union | 48 |\n| *Reform* | 9 |\n\nAfter | that.\n")),
      ElementsAre("Before.\n\nGroup | For\nUnion | 48\nReform | 9\n\nAfter | that."));
}

TEST(Mistakes, NamesInAnArchiveMayHaveAnyLetters) {
  // Made by Python's zipfile: one file, "H\xC3\xA4" "fen/\xC3\xA9.txt".
  const std::string zip(
      "PK\003\004\024\000\000\010\000\000\000\000\042P\317\250\355\202\016\000\000\000\016"
      "\000\000\000\015\000\000\000H\303\244fen/\303\251.txtHafen\012\012Offen.\012PK\001\002"
      "\024\003\024\000\000\010\000\000\000\000\042P\317\250\355\202\016\000\000\000\016\000"
      "\000\000\015\000\000\000\000\000\000\000\000\000\000\000\200\001\000\000\000\000H\303"
      "\244fen/\303\251.txtPK\005\006\000\000\000\000\001\000\001\000;\000\000\0009\000\000"
      "\000\000\000",
      138);
  const auto result = read_bytes(zip, "a.zip");
  EXPECT_THAT(result.messages, IsEmpty());
  ASSERT_THAT(texts(result), ElementsAre("Offen."));
  EXPECT_EQ(result.releases[0].source.path,
            "a.zip/H\xC3\xA4"
            "fen/\xC3\xA9.txt");
}

}  // namespace
}  // namespace pressgraph
