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

TEST(Image, EmbeddedIsOfTheSchemasBesideIt) {
  EXPECT_EQ(image_of(lexicons_of(embedded_schemas())), embedded_lexicons());
}

TEST(Image, GivesLexiconsThatMakeTheSame) {
  EXPECT_EQ(image_of(lexicons_from(embedded_lexicons())), embedded_lexicons());
}

}  // namespace
}  // namespace pressgraph
