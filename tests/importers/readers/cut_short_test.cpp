// SPDX-License-Identifier: Apache-2.0
// Compressed files that end at any byte: what stands before the cut, and one message.
#include <algorithm>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

// Files of tests/bad/archives-cut-short: what is read of each grows with its length.
class CutShort : public testing::TestWithParam<const char*> {};

std::string bytes_of(const std::string& name) {
  std::ifstream in(std::string(PRESSGRAPH_SOURCE_DIR) + "/tests/bad/archives-cut-short/" + name,
                   std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST_P(CutShort, GivesNoLessOfALongerFileAndOneMessage) {
  const auto bytes = bytes_of(GetParam());
  ASSERT_FALSE(bytes.empty());
  constexpr std::size_t magic = 12;
  std::size_t before = 0;
  for (auto size = magic; size <= bytes.size(); ++size) {
    const auto result = read_bytes(bytes.substr(0, size), "in", InputFormat::jsonl);
    EXPECT_GE(result.releases.size(), before) << "at byte " << size;
    before = result.releases.size();
    // A cut between two members shows in nothing.
    EXPECT_LE(result.messages.size(), 1U) << testing::PrintToString(result.messages);
    for (const auto& message : result.messages) {
      EXPECT_THAT(message, HasSubstr(" at byte " + std::to_string(size)));
    }
  }
  EXPECT_GE(before, 2U);
}

INSTANTIATE_TEST_SUITE_P(OfEachCoding, CutShort,
                         testing::Values("in.gz", "in.bz2", "in.xz", "in.zst"));

TEST(Compressed, ReadsMembersInARowAsOne) {
  EXPECT_THAT(read_bytes(bytes_of("in.gz")).releases, SizeIs(3));
}

TEST(Compressed, PassesOverZerosThatPadAFile) {
  const auto result = read_bytes(bytes_of("behind.gz").substr(0, 199) + std::string(512, '\0'));
  EXPECT_THAT(result.releases, SizeIs(2));
  EXPECT_THAT(result.messages, SizeIs(0));
}

}  // namespace
}  // namespace pressgraph
