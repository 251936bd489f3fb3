// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/image.hpp"

#include <cstdint>
#include <map>

#include <gtest/gtest.h>

#include "importers/extraction/lexicons.hpp"
#include "importers/extraction/schemas.hpp"

namespace pressgraph {
namespace {

enum class Colour : std::uint8_t { red, green };

struct Row {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::uint64_t> numbers;
  bool old = false;
  Colour colour = Colour::red;

  bool operator==(const Row&) const = default;

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.name, self.aliases, self.numbers, self.old, self.colour);
  }
};

TEST(Image, GivesBackWhatWasWritten) {
  const std::vector<Row> rows{{"a", {"b", ""}, {1, ~0ULL}, true, Colour::green},
                              {},
                              {std::string("\0x", 2), {}, {7}, false, Colour::red}};
  ImageWriter writer;
  writer(rows, std::uint8_t{3});
  const auto bytes = writer.take();
  ASSERT_EQ(reinterpret_cast<std::uintptr_t>(bytes.data()) % image_alignment, 0U);
  std::vector<Row> again{{"what was there before", {}, {}, true, Colour::red}};
  std::uint8_t last = 0;
  ImageReader reader(bytes);
  reader(again, last);
  EXPECT_EQ(again, rows);
  EXPECT_EQ(last, 3);
}

TEST(Image, TablesLieWhereTheImageHasThem) {
  TextTable texts;
  EXPECT_EQ(texts.add("one"), 0U);
  EXPECT_EQ(texts.add(""), 1U);
  EXPECT_EQ(texts.add("three"), 2U);
  Table<std::uint32_t> numbers{7, 9};
  numbers.push_back(11);
  numbers.at_own(0) = 5;
  ImageWriter writer;
  writer(texts, numbers);
  const auto bytes = writer.take();
  TextTable texts_again;
  Table<std::uint32_t> numbers_again;
  ImageReader reader(bytes);
  reader(texts_again, numbers_again);
  ASSERT_EQ(texts_again.size(), 3U);
  EXPECT_EQ(texts_again[0], "one");
  EXPECT_EQ(texts_again[1], "");
  EXPECT_EQ(texts_again[2], "three");
  EXPECT_EQ(std::vector(numbers_again.begin(), numbers_again.end()),
            (std::vector<std::uint32_t>{5, 9, 11}));
  EXPECT_GE(texts_again[0].data(), bytes.data());
  EXPECT_LT(texts_again[0].data(), bytes.data() + bytes.size());
  const auto moved = std::move(texts_again);
  EXPECT_EQ(moved[2], "three");
}

TEST(Image, EmbeddedIsOfTheSchemasBesideIt) {
  EXPECT_EQ(image_of(lexicons_of(embedded_schemas())), embedded_lexicons());
}

TEST(Image, GivesLexiconsThatMakeTheSame) {
  EXPECT_EQ(image_of(lexicons_from(embedded_lexicons())), embedded_lexicons());
}

}  // namespace
}  // namespace pressgraph
