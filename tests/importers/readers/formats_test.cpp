// SPDX-License-Identifier: Apache-2.0
// What each container gives: feeds, crawls, mails, tables, Markdown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Release only(const ReadResult& result) {
  EXPECT_THAT(result.releases, SizeIs(1)) << testing::PrintToString(result.messages);
  return result.releases.empty() ? Release() : result.releases.front();
}

std::vector<std::string> texts(const ReadResult& result) {
  std::vector<std::string> all;
  for (const auto& release : result.releases) {
    all.push_back(release.text);
  }
  return all;
}

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:wp=\"http://wordpress.org/export/1.2/\">"
         "<channel><title>Ministry of Ports</title><link>https://ports.example</link>"
         "<language>en</language>" +
         items + "</channel></rss>";
}

TEST(Feed, PrefersTheFullContentToItsSummary) {
  const auto release = only(
      read_bytes(rss("<item><title>Quay &amp;amp; port</title><link>https://ports.example/1</link>"
                     "<guid>g-1</guid><pubDate>Mon, 16 Oct 2017 10:00:00 "
                     "GMT</pubDate><category>Ships</category>"
                     "<description>In short.</description><content:encoded><![CDATA[<p>The quay "
                     "opened.</p><p>All came.</p>]]></content:encoded></item>"),
                 "f.xml"));
  EXPECT_EQ(release.title, "Quay & port");
  EXPECT_EQ(release.text, "The quay opened.\n\nAll came.");
  EXPECT_EQ(release.url, "https://ports.example/1");
  EXPECT_EQ(release.id, "ports.example-1");
  EXPECT_EQ(release.published, "2017-10-16T10:00:00Z");
  EXPECT_EQ(release.publisher, "Ministry of Ports");
  EXPECT_EQ(release.language, "en");
  EXPECT_THAT(release.topics, ElementsAre("Ships"));
  EXPECT_EQ(release.source.record, 1U);
}

TEST(Feed, ReadsAtomWithMarkupInside) {
  const auto release = only(read_bytes(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><entry><id>urn:x:1</id>"
      "<title>T</title><updated>2020-01-02T03:04:05Z</updated><author><name>N</name></author>"
      "<link rel=\"self\" href=\"https://e.org/feed\"/><link href=\"https://e.org/a\"/>"
      "<category term=\"t\" label=\"Label\"/><content type=\"xhtml\"><div "
      "xmlns=\"http://www.w3.org/1999/xhtml\"><p>A <b>bold</b> &lt; word</p><p>Next</p></div>"
      "</content></entry></feed>"));
  EXPECT_EQ(release.text, "A bold < word\n\nNext");
  EXPECT_EQ(release.url, "https://e.org/a");
  EXPECT_EQ(release.published, "2020-01-02T03:04:05Z");
  EXPECT_THAT(release.topics, ElementsAre("Label"));
}

TEST(Feed, ReadsRssOneWithItsItemsBesideTheChannel) {
  const auto release = only(read_bytes(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel "
      "rdf:about=\"https://e.org\"><title>C</title></channel><item rdf:about=\"https://e.org/1\">"
      "<title>T</title><description>Words</description><dc:date>2019-05-06</dc:date>"
      "<dc:subject>S</dc:subject></item></rdf:RDF>"));
  EXPECT_EQ(release.url, "https://e.org/1");
  EXPECT_EQ(release.published, "2019-05-06");
  EXPECT_EQ(release.publisher, "C");
}

TEST(Feed, TakesOfAWordPressExportWhatWasPublished) {
  const auto item = [](const char* type, const char* status) {
    return std::string("<item><title>") + type + " " + status +
           "</title><content:encoded><![CDATA[Words]]></"
           "content:encoded><wp:post_date_gmt>2024-06-05 "
           "16:04:48</wp:post_date_gmt><wp:status>" +
           status + "</wp:status><wp:post_type>" + type + "</wp:post_type></item>";
  };
  const auto result =
      read_bytes(rss(item("post", "publish") + item("post", "draft") + item("page", "publish") +
                     item("attachment", "inherit") + item("press_release", "publish")));
  ASSERT_THAT(result.releases, SizeIs(2));
  EXPECT_EQ(result.releases[0].title, "post publish");
  EXPECT_EQ(result.releases[0].published, "2024-06-05T16:04:48Z");
  EXPECT_EQ(result.releases[1].title, "press_release publish");
  EXPECT_THAT(result.messages, IsEmpty());
}

TEST(Feed, KeepsTheLinesOfContentWithoutParagraphs) {
  const auto result = read_bytes(rss(
      "<item><content:encoded><![CDATA[One &amp; <b>two</b>.\n\nThree.]]></content:encoded></item>"
      "<item><content:encoded><![CDATA[<p>One\ntwo.</p><p>A<br>b<br><br>c</p>]]></content:encoded>"
      "</item>"));
  EXPECT_THAT(texts(result), ElementsAre("One & two.\n\nThree.", "One two.\n\nA\nb\n\nc"));
}

TEST(Feed, ReadsOnBehindHtmlThatIsNotClosed) {
  const auto result =
      read_bytes(rss("<item><title>One</title><description>Unclosed <br> <p>one &amp; "
                     "<![CDATA[<b>two</b>]]></description></item>"
                     "<item><title>Two</title><description>After it.</description></item>"
                     "<item><title>Three</title><description>No end.</item>"
                     "<item><title>Four</title><description>The last.</description></item>"));
  EXPECT_THAT(texts(result),
              ElementsAre("Unclosed\n\none & two", "After it.", "No end.", "The last."));
}

TEST(Feed, TakesTheLanguageOfAtom) {
  const auto result = read_bytes(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"no\"><title>F</title>"
      "<entry><id>urn:x:1</id><title>T</title><content>Ord.</content></entry>"
      "<entry xml:lang=\"en\"><id>urn:x:2</id><title>T</title><content>Words.</content></entry>"
      "</feed>");
  ASSERT_THAT(result.releases, SizeIs(2));
  EXPECT_EQ(result.releases[0].language, "no");
  EXPECT_EQ(result.releases[1].language, "en");
}

TEST(Feed, TakesANumberForNoIdOfTheWholeWorld) {
  const auto release = only(read_bytes(
      rss("<item><guid isPermaLink=\"false\">12</guid><description>Words.</description></item>"),
      "ports.xml"));
  EXPECT_EQ(release.id.substr(0, 9), "ports-12-");
}

TEST(Feed, ExpandsNoEntityThatADocumentDeclares) {
  const auto result = read_bytes(
      "<!DOCTYPE rss [<!ENTITY a \"SECRET\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>" +
      rss("<item><description>x&a;&b;y&eacute;&nbsp;z</description></item>").substr(22));
  EXPECT_THAT(texts(result), ElementsAre("xy\xC3\xA9 z"));
  // What is wrong costs itself, not what follows.
  EXPECT_THAT(texts(read_bytes(rss(
                  "<item><description>R & D, &lt;b&gt;x&lt;/b&gt;&nbsp;y</description></item>"))),
              ElementsAre("R & D, x y"));
}

TEST(Feed, TakesControlCharactersForBlanksAndLosesNothing) {
  const auto result =
      read_bytes(rss("<item><content:encoded><![CDATA[One\x0Btwo]]></content:encoded></item>"
                     "<item><description>Three\x01"
                     "four</description></item>"),
                 "f");
  EXPECT_THAT(texts(result), ElementsAre("One two", "Three four"));
  EXPECT_THAT(
      result.messages,
      ElementsAre("f: no well-formed XML (a control character, 2 of them), expected a whole "
                  "feed; what could be had is read"));
}

TEST(Feed, GivesWhatStandsBeforeItIsCut) {
  const auto whole =
      rss("<item><title>One</title><description>Words</description></item>"
          "<item><title>Two</title><description>More");
  const auto result = read_bytes(whole.substr(0, whole.size() - 16), "f");
  EXPECT_THAT(texts(result), ElementsAre("Words"));
  ASSERT_THAT(result.messages, SizeIs(1));
  EXPECT_THAT(result.messages[0],
              testing::MatchesRegex("f:2: no well-formed XML \\(.*\\), expected a whole feed; what "
                                    "could be had is read"));
}

TEST(Feed, SaysWhichItemHasNoTextAndThatThereIsNone) {
  EXPECT_THAT(read_bytes(rss("<item><title>T</title></item>"), "f").messages,
              ElementsAre("f:2: an item without text (\"T\"), expected content, a description or a "
                          "summary"));
  EXPECT_THAT(read_bytes(rss(""), "f").messages,
              ElementsAre("f: a feed without items, expected <item> or <entry> elements"));
}

TEST(Feed, PassesOverAnItemThatIsTooLarge) {
  const auto result =
      read_bytes(rss("<item><description>" + std::string(5000, 'x') +
                     "</description></item><item><description>Words</description></item>"),
                 "f", std::nullopt, {.max_record = 1024});
  EXPECT_THAT(texts(result), ElementsAre("Words"));
  EXPECT_THAT(result.messages, ElementsAre("f:2: an item of more than 1 KiB, expected at most that "
                                           "(--max-record)"));
}

std::string warc_record(const std::string& headers, const std::string& block) {
  return "WARC/1.0\r\n" + headers + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

std::string response(const std::string& headers, const std::string& body) {
  return warc_record(
      "WARC-Type: response\r\nWARC-Target-URI: https://e.org/a\r\nContent-Type: "
      "application/http; msgtype=response\r\n",
      "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body);
}

TEST(Warc, ReadsThePagesOfItsResponses) {
  const auto result = read_bytes(
      warc_record("WARC-Type: warcinfo\r\n", "software: x\r\n") +
      response("Content-Type: text/html; charset=iso-8859-1\r\nTransfer-Encoding: chunked\r\n",
               "1d\r\n<html><body><p>A caf\xE9 opened \r\n5\r\nhere.\r\n0\r\n\r\n") +
      warc_record("WARC-Type: request\r\nWARC-Target-URI: https://e.org/a\r\n",
                  "GET / HTTP/1.1\r\n"));
  const auto release = only(result);
  EXPECT_EQ(release.text, "A caf\xC3\xA9 opened here.");
  EXPECT_EQ(release.url, "https://e.org/a");
  EXPECT_EQ(release.source.record, 2U);
  EXPECT_THAT(result.messages, IsEmpty());
}

TEST(Warc, ReadsConversionsAndResources) {
  const auto result = read_bytes(
      warc_record("WARC-Type: conversion\r\nWARC-Target-URI: https://e.org/c\r\n"
                  "WARC-Identified-Content-Language: eng\r\nContent-Type: text/plain\r\n",
                  "Title\nWords.") +
      warc_record("WARC-Type: resource\r\nWARC-Target-URI: https://e.org/r\r\n"
                  "Content-Type: text/html\r\n",
                  "<p>More.</p>"));
  EXPECT_THAT(texts(result), ElementsAre("Words.", "More."));
  EXPECT_EQ(result.releases.at(0).language, "en");
}

TEST(Warc, ReportsARecordThatIsCutAndReadsItsBeginning) {
  const auto whole = warc_record(
      "WARC-Type: conversion\r\nWARC-Target-URI: https://e.org/c\r\n"
      "Content-Type: text/plain\r\n",
      "Title\nWords and more.");
  const auto result = read_bytes(whole.substr(0, whole.size() - 14), "w");
  EXPECT_THAT(texts(result), ElementsAre("Words"));
  EXPECT_THAT(
      result.messages,
      ElementsAre("w: in record 1 (https://e.org/c) at byte 10: 11 bytes of 21 bytes, expected "
                  "the whole record; what there is of it is read"));
}

TEST(Warc, GivesBackTheRecordThatATooLargeLengthTakesIn) {
  const auto record = [](const std::string& words, std::size_t more) {
    return "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://e.org/" + words +
           "\r\nContent-Type: text/plain\r\nContent-Length: " +
           std::to_string(words.size() + more) + "\r\n\r\n" + words + "\r\n\r\n";
  };
  for (const std::size_t more : {80U, 400U}) {
    const auto result =
        read_bytes(record("one", 0) + record("two", more) + record("three", 0), "w");
    EXPECT_THAT(texts(result), ElementsAre("one", "two", "three")) << more;
    ASSERT_THAT(result.messages, SizeIs(1));
    EXPECT_EQ(result.messages[0],
              "w: in record 2 (https://e.org/two) at byte 133: a Content-Length of " +
                  std::to_string(3 + more) +
                  " bytes that goes beyond the next record, expected the length of its block; both "
                  "are read");
  }
}

TEST(Arc, ReadsTheResponsesBetweenItsLines) {
  const std::string http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Words.</p>";
  const std::string version = "1 0 X\nURL IP-address Archive-date Content-type Archive-length\n";
  const auto result = read_bytes("filedesc://a.arc 0.0.0.0 20080101000000 text/plain " +
                                 std::to_string(version.size()) + "\n" + version +
                                 "\nhttp://e.org/a 1.2.3.4 20080101000000 text/html " +
                                 std::to_string(http.size()) + "\n" + http + "\n");
  EXPECT_EQ(only(result).url, "http://e.org/a");
  EXPECT_EQ(only(result).source.captured, "2008-01-01T00:00:00Z");
  EXPECT_THAT(texts(result), ElementsAre("Words."));
}

TEST(Arc, ReadsTheLinesOfItsSecondVersionAndOnBehindWhatIsNone) {
  const std::string http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Words.</p>";
  const auto record = [&http](const std::string& url) {
    return "\n" + url + " 1.2.3.4 20080102030405 text/html 200 - - 1234 a.arc.gz " +
           std::to_string(http.size()) + "\n" + http + "\n";
  };
  const std::string first =
      "filedesc://a.arc 0.0.0.0 20080101000000 text/plain 200 - - 0 a.arc 0\n";
  const auto result = read_bytes(
      first + record("http://e.org/a") + "no line\nof ARC\n" + record("http://e.org/b"), "a");
  EXPECT_THAT(texts(result), ElementsAre("Words.", "Words."));
  ASSERT_THAT(result.releases, SizeIs(2));
  EXPECT_EQ(result.releases[0].source.captured, "2008-01-02T03:04:05Z");
  EXPECT_EQ(result.releases[1].url, "http://e.org/b");
  EXPECT_THAT(result.messages, ElementsAre(testing::HasSubstr(
                                   "a line that begins no record, expected URL, address, "
                                   "date, type and length; what follows is passed over up "
                                   "to such a line")));
}

TEST(Mail, DecodesHeadersPartsAndCharsets) {
  const auto release = only(read_bytes(
      "From: =?utf-8?B?TWluaXN0cnk=?= of Ports <press@ports.example>\r\n"
      "Subject: =?iso-8859-1?Q?Gr=FC=DFe?= =?iso-8859-1?Q?_aus?= Oslo\r\n"
      "Date: Mon, 6 Jun 2005 22:21:22 +0200\r\nMessage-ID: <1@ports.example>\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\nFor old "
      "programs\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nThe qu=\r\nay at Troms=F8.\r\n--b\r\n"
      "Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF\r\n--b--\r\n"));
  EXPECT_EQ(release.title,
            "Gr\xC3\xBC\xC3\x9F"
            "e aus Oslo");
  EXPECT_EQ(release.publisher, "Ministry of Ports");
  EXPECT_EQ(release.published, "2005-06-06T22:21:22+02:00");
  EXPECT_EQ(release.text, "The quay at Troms\xC3\xB8.");
  EXPECT_EQ(release.id, "1-ports.example");
}

TEST(Mail, ReadsHtmlWhereThereIsNothingElse) {
  const auto release =
      only(read_bytes("From: a@e.org\nSubject: S\nContent-Type: text/html; charset=utf-8\n"
                      "Content-Transfer-Encoding: base64\n\nPHA+T25lLjwvcD48cD5Ud28uPC9wPg==\n"));
  EXPECT_EQ(release.text, "One.\n\nTwo.");
}

TEST(Mail, BearsNestingWithoutEnd) {
  std::string deep = "From: a@e.org\nSubject: S\n";
  for (int i = 0; i < 200; ++i) {
    deep += "Content-Type: message/rfc822\n\n";
  }
  const auto result = read_bytes(deep, "m");
  EXPECT_THAT(result.releases, IsEmpty());
  EXPECT_THAT(
      result.messages,
      ElementsAre("m: parts of a mail nested more than 64 deep, expected fewer; what stands "
                  "above them is read",
                  "m: a mail without text (\"S\"), expected a part of plain text or HTML"));
}

TEST(Mbox, ReadsMailAfterMail) {
  const auto result = read_bytes(
      "From a@e.org Mon Jun  6 22:21:22 2005\nFrom: a@e.org\nSubject: One\n\nWords.\n>From "
      "here.\n\n"
      "From b@e.org Mon Jun  6 22:21:23 2005\nFrom: b@e.org\nSubject: Two\n\nMore.\n");
  EXPECT_THAT(texts(result), ElementsAre("Words.\nFrom here.", "More."));
  EXPECT_EQ(result.releases.at(1).source.record, 2U);
}

// Found by the fuzz target for extraction, whose lines are read again.
TEST(Json, IsNoTarForAWordWhereThatHasItsMark) {
  std::string line = R"({"id":"q","title":"Quay","text":"The quay opened. )";
  line.append(257 - line.size(), 'x');
  line += "ustar 00 and all came.\"}\n";
  EXPECT_EQ(only(read_bytes(line, "q.jsonl")).title, "Quay");
}

TEST(Csv, ReadsQuotedValuesOverLines) {
  const auto result = read_bytes(
      "Title;Date;Text\r\n\"A; b\";2020-01-02;\"Words \"\"so\"\"\r\nmore\"\r\nC;;D\r\nE;F\r\n",
      "t");
  EXPECT_THAT(texts(result), ElementsAre("Words \"so\"\nmore", "D"));
  EXPECT_EQ(result.releases.at(0).title, "A; b");
  EXPECT_EQ(result.releases.at(0).published, "2020-01-02");
  EXPECT_THAT(result.messages, ElementsAre("t:5: 2 columns, expected 3, as in the header"));
}

TEST(Csv, TakesAMarkInsideAValueForInches) {
  const auto result = read_bytes(
      "title,text\nT1,The 5\" pipe was laid\nT2,\"Body \"\"two\"\", and\nits end\"\n"
      "T3,The \"big\" 6\" pipe\nT4,\"\"\nT5,Body five\n",
      "t.csv");
  EXPECT_THAT(texts(result), ElementsAre("The 5\" pipe was laid", "Body \"two\", and\nits end",
                                         "The \"big\" 6\" pipe", "Body five"));
  EXPECT_THAT(result.messages, SizeIs(1));
  EXPECT_THAT(texts(read_bytes("title\ttext\nT1\tAn inch, \"\nT2\t5\", \"a\nT3\tc, \"d\n")),
              ElementsAre("An inch, \"", "5\", \"a", "c, \"d"));
}

TEST(Csv, ReadsTabs) {
  EXPECT_THAT(texts(read_bytes("url\ttitle\tbody\nhttps://e.org/1\tT\tWords, and more\n")),
              ElementsAre("Words, and more"));
}

TEST(Markdown, ReadsFrontMatterAndText) {
  const auto release = only(read_bytes(
      "---\ntitle: \"A\\_quay\"\ndate: '2020-01-02'\nmodified_time: 2020-01-03 "
      "09:08:41-05:00\nsource_url: https://e.org/q\ntags: [ports, ships]\n---\n\n# Head\n\nWords "
      "*here*, [linked](https://e.org)\nin one paragraph.\n\n- a\n- b\n"));
  EXPECT_EQ(release.title, "A quay");
  EXPECT_EQ(release.published, "2020-01-02");
  EXPECT_EQ(release.modified, "2020-01-03T09:08:41-05:00");
  EXPECT_EQ(release.url, "https://e.org/q");
  EXPECT_THAT(release.topics, ElementsAre("ports", "ships"));
  EXPECT_EQ(release.text, "Head\n\nWords here, linked in one paragraph.\n\n- a\n- b");
}

TEST(Markdown, ReadsTomlAndYamlThatEndsInDots) {
  const auto toml =
      only(read_bytes("+++\ntitle = \"\"\"\nQuay\"\"\"\ndate = 2017-10-16T10:15:00Z\n"
                      "tags = [\"Ports\", 'Ships, law']\n[params]\nx = 1.5\n+++\nWords.\n"));
  EXPECT_EQ(toml.title, "Quay");
  EXPECT_EQ(toml.published, "2017-10-16T10:15:00Z");
  EXPECT_THAT(toml.topics, ElementsAre("Ports", "Ships, law"));
  EXPECT_EQ(toml.text, "Words.");
  const auto dots = only(read_bytes("---\ntitle: Quay\n...\nWords.\n\n---\n\nMore.\n"));
  EXPECT_EQ(dots.title, "Quay");
  EXPECT_EQ(dots.text, "Words.\n\nMore.");
  const auto bad = read_bytes("+++\ntitle = \"Quay\ndate = 1\n+++\nWords.\n", "m.md");
  EXPECT_EQ(only(bad).text, "Words.");
  EXPECT_THAT(bad.messages,
              ElementsAre(testing::AllOf(
                  testing::HasSubstr("m.md:2: front matter that is no TOML ("),
                  testing::HasSubstr("expected lines \"title = ...\"; its text is read"))));
}

TEST(Markdown, ReadsItsTextWhereTheFrontMatterIsBroken) {
  const auto result = read_bytes("---\ntitle: \"T\nother: [\n---\nWords.\n", "m");
  EXPECT_THAT(texts(result), ElementsAre("Words."));
  EXPECT_THAT(result.messages, SizeIs(1));
}

TEST(Json, ReadsWordPressAndGovUk) {
  const auto post = only(read_bytes(
      R"({"id":5,"date":"2020-01-16T12:04:33","date_gmt":"2020-01-16T17:04:33Z","guid":{"rendered":"x"},)"
      R"("link":"https:\/\/e.org\/p","title":{"rendered":"Quay &#038; port"},"content":{"rendered":)"
      R"("<p>Words.<\/p>\n<p>More.<\/p>"},"excerpt":{"rendered":"no"},"categories":[1],)"
      R"("_embedded":{"wp:term":[[{"name":"Ports"}],[{"name":"Ships"}]]}})"));
  EXPECT_EQ(post.title, "Quay & port");
  EXPECT_EQ(post.text, "Words.\n\nMore.");
  EXPECT_EQ(post.url, "https://e.org/p");
  EXPECT_EQ(post.id, "e.org-p");
  EXPECT_EQ(post.published, "2020-01-16T17:04:33Z");
  EXPECT_THAT(post.topics, ElementsAre("Ports", "Ships"));
  const auto item = only(read_bytes(
      R"({"base_path":"/government/news/quay","content_id":"0-1","title":"Quay","locale":"en",)"
      R"("first_published_at":"2020-01-16T12:00:00Z","public_updated_at":"2020-01-17T12:00:00Z",)"
      R"("details":{"body":"<div class=\"govspeak\"><p>Words.</p></div>"},)"
      R"("links":{"organisations":[{"title":"Ports Office"}],"taxons":[{"title":"Ships"}]}})"));
  EXPECT_EQ(item.url, "https://www.gov.uk/government/news/quay");
  EXPECT_EQ(item.text, "Words.");
  EXPECT_EQ(item.publisher, "Ports Office");
  EXPECT_EQ(item.modified, "2020-01-17T12:00:00Z");
}

}  // namespace
}  // namespace pressgraph
