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

TEST(TextReader, RefusesMoreThanTheLimit) {
  const auto result = read_bytes(std::string(2000, 'x'), "in", InputFormat::text,
                                 {.max_record = 1536, .max_depth = 64});
  EXPECT_THAT(result.releases, IsEmpty());
  EXPECT_THAT(result.messages, ElementsAre("in: a text of more than 1.5 KiB, expected at most that "
                                           "(--max-record)"));
}

}  // namespace
}  // namespace pressgraph
