// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TextReader, TakesTheFirstLineAsTitle) {
  const auto result = read_bytes("\n  Minister visits Oslo \n\nThe Minister arrived.\nHe left.\n");
  ASSERT_EQ(result.releases.size(), 1U);
  EXPECT_EQ(result.releases[0].title, "Minister visits Oslo");
  EXPECT_EQ(result.releases[0].text, "The Minister arrived.\nHe left.");
}

TEST(TextReader, KeepsASingleLineAsText) {
  const auto result = read_bytes("The Minister arrived.");
  ASSERT_EQ(result.releases.size(), 1U);
  EXPECT_EQ(result.releases[0].title, "");
  EXPECT_EQ(result.releases[0].text, "The Minister arrived.");
}

TEST(TextReader, ReadsTheFooterOfACrawl) {
  const auto result = read_bytes(
      "A title\nThe words.\n2017-10-30T16:06:16+00:00 16 October 2017|Border security, Aviation|");
  ASSERT_EQ(result.releases.size(), 1U);
  const auto& release = result.releases[0];
  EXPECT_EQ(release.modified, "2017-10-30T16:06:16+00:00");
  EXPECT_EQ(release.published, "2017-10-16");
  EXPECT_THAT(release.topics, ElementsAre("Border security", "Aviation"));
  EXPECT_EQ(release.text, "The words.");
}

TEST(TextReader, LeavesALastLineThatIsNoFooter) {
  for (const std::string line :
       {"2017-10-30 16 October 2017|Border security|", "16 October 2017|Border security|",
        "2017-10-30T16:06:16+00:00 16 October 2017"}) {
    const auto result = read_bytes("A title\nThe words.\n" + line);
    ASSERT_EQ(result.releases.size(), 1U);
    EXPECT_EQ(result.releases[0].text, "The words.\n" + line);
    EXPECT_EQ(result.releases[0].modified, "");
  }
}

TEST(TextReader, KeepsAsTextTheFooterOfNothing) {
  const auto release =
      read_bytes("2017-10-30T16:06:16+00:00 16 October 2017|Ports, Ships|\n").releases.at(0);
  EXPECT_EQ(release.published, "2017-10-16");
  EXPECT_EQ(release.text, "2017-10-30T16:06:16+00:00 16 October 2017|Ports, Ships|");
}

TEST(TextReader, NamesAReleaseByItsFileAndItsText) {
  const auto one = read_bytes("A title\nWords.", "dir/un 2017.txt").releases.at(0);
  const auto same = read_bytes("A title\nWords.", "other/un 2017.txt").releases.at(0);
  const auto other = read_bytes("A title\nOther words.", "dir/un 2017.txt").releases.at(0);
  EXPECT_EQ(one.id.substr(0, 8), "un-2017-");
  EXPECT_EQ(one.id.size(), 16U);
  EXPECT_EQ(one.id, same.id);
  EXPECT_NE(one.id, other.id);
}

TEST(TextReader, SaysWhichBytesItRead) {
  const auto release = read_bytes("abc", "a.txt").releases.at(0);
  EXPECT_EQ(release.source.path, "a.txt");
  EXPECT_EQ(release.source.record, 0U);
  EXPECT_EQ(release.source.sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(TextReader, RefusesWhatHoldsNoText) {
  EXPECT_THAT(read_bytes(" \n\t\r\n").messages,
              ElementsAre("in: no text, expected a release: its title on the first line, then its "
                          "text"));
}

std::string refused(const std::string& what) {
  return "in: no text but " + what + ", expected a release, or a format of `pressgraph formats`";
}

TEST(TextReader, RefusesWhatIsNoText) {
  const std::vector<std::pair<std::string, std::string>> files{
      {"\x89PNG\r\n\x1A\nIHDR and so on", "binary data (PNG)"},
      {std::string("GIF89a\1\0\1\0 and so on", 20), "binary data (GIF)"},
      {std::string("\0\1\0\0\0\x0CDSIG", 10), "binary data (a font)"},
      {std::string("SQLite format 3\0 and pages", 26), "binary data (a database of SQLite)"},
      {std::string("words, and one\0 that ends a string", 34), "binary data"},
      {std::string("\1\2\3\4\5\6\7\x10\x11") + "words", "binary data"},
      {"<?xml version=\"1.0\"?><!-- a --><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
       "a drawing (SVG)"},
      {"body { color: red; }\n.a { margin: 0 }\n", "a script or a style sheet"},
      {"/*! of 2017, by many */\n(function(a){a.b=2})(this)", "a script or a style sheet"},
      {"// by many\nfunction f(a){return a+1;}\nwindow.x = f(2);\n", "a script or a style sheet"}};
  for (const auto& [bytes, what] : files) {
    const auto result = read_bytes(bytes);
    EXPECT_THAT(result.releases, IsEmpty()) << what;
    EXPECT_THAT(result.messages, ElementsAre(refused(what)));
  }
}

TEST(TextReader, ReadsWordsThatBeginAsAFormatDoes) {
  const auto wide = [](const std::string& text) {
    std::string bytes;
    for (const char c : text) {
      bytes += c;
      bytes += '\0';
    }
    return bytes;
  };
  for (const auto& text :
       {std::string("GIF89a is a format.\nIt is old."), std::string("ID3 met OggS.\nThey spoke."),
        std::string("Rules {draft}\nThe rules; \"as amended\" {2017}, were adopted by the many "
                    "members of the Council that had come to Oslo for the last of its sessions."),
        wide("A title of no mark\nThe Minister of Ports met the Mayor of Larvik on Monday.")}) {
    const auto result = read_bytes(text);
    EXPECT_EQ(result.releases.size(), 1U) << text;
  }
}

TEST(TextReader, RefusesMoreThanTheLimit) {
  const auto result = read_bytes(std::string(2000, 'x'), "in", InputFormat::text,
                                 {.max_record = 1536, .max_depth = 64});
  EXPECT_THAT(result.releases, IsEmpty());
  EXPECT_THAT(result.messages, ElementsAre("in: a text of more than 1.5 KiB, expected at most that "
                                           "(--max-record)"));
}

}  // namespace
}  // namespace pressgraph
