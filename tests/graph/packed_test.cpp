// SPDX-License-Identifier: Apache-2.0
#include "graph/packed.hpp"

#include <gtest/gtest.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

TEST(Packed, GivesBackTheText) {
  for (const auto& text : {std::string(), std::string("a"), std::string(100'000, 'x'),
                           std::string("Ministers met in T\xC3\xB3rshavn.\0and left", 35)}) {
    EXPECT_EQ(unpacked_text(packed_text(text), text.size()), text);
  }
}

TEST(Packed, RefusesWhatIsNoTextOfThatSize) {
  const auto packed = packed_text("Ministers met.");
  EXPECT_THROW(unpacked_text(packed, 13), Error);
  EXPECT_THROW(unpacked_text(packed, 15), Error);
  EXPECT_THROW(unpacked_text(packed.substr(0, 8), 14), Error);
  EXPECT_THROW(unpacked_text("", 0), Error);
  EXPECT_THROW(unpacked_text(packed, std::size_t{1} << 60U), Error);  // and takes no room for it
}

TEST(Packed, GivesBackTheSpans) {
  const std::vector<Span> spans{{0, 5}, {5, 5}, {200, 70'000}, {70'001, 4'000'000'000}};
  EXPECT_EQ(unpacked_spans(packed_spans(spans)), spans);
  EXPECT_TRUE(unpacked_spans("").empty());
}

TEST(Packed, RefusesSpansOutOfOrderAndWhatIsNoList) {
  EXPECT_THROW(packed_spans({{3, 9}, {8, 12}}), Error);
  EXPECT_THROW(packed_spans({{9, 3}}), Error);
  EXPECT_THROW(unpacked_spans("\x01"), Error);
  EXPECT_THROW(unpacked_spans("\x80"), Error);
  EXPECT_THROW(unpacked_spans("\xff\xff\xff\xff\xff\x01\x01"), Error);
  EXPECT_THROW(unpacked_spans("\xff\xff\xff\xff\x7f\x01"), Error);
}

TEST(Packed, GivesBackAHash) {
  EXPECT_EQ(hex_of_bytes(bytes_of_hex("00ff1a")), "00ff1a");
  EXPECT_EQ(hex_of_bytes(bytes_of_hex("")), "");
  EXPECT_NE(hex_of_bytes(bytes_of_hex("no hash")), "no hash");
}

TEST(PackedTraits, ComeBackAsTheyWere) {
  const std::vector<ToldTrait> traits{{1, true}, {2, false}, {300, true}, {5'000'000'000, false}};
  EXPECT_EQ(unpacked_traits(packed_traits(traits)), traits);
  EXPECT_TRUE(unpacked_traits("").empty());
  EXPECT_THROW(unpacked_traits("\x81"), Error);
}

}  // namespace
}  // namespace pressgraph
