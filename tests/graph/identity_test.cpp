// SPDX-License-Identifier: Apache-2.0
#include "graph/identity.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "graph/code_points.hpp"

namespace pressgraph {
namespace {

Node node(NodeType type, const std::string& name, std::vector<Attribute> attributes = {}) {
  return {"n1", type, name, {}, std::move(attributes), {}};
}

TEST(Identity, MakesSlugsOfSafeCharactersOnly) {
  EXPECT_EQ(slug("António Guterres"), "antonio-guterres");
  EXPECT_EQ(slug("  Côte d’Ivoire / “Łódź” "), "cote-divoire-lodz");
  EXPECT_EQ(slug("S/RES/2322", true), "S-RES-2322");
  EXPECT_EQ(slug("Київ"), "41a438457432");
  EXPECT_EQ(slug("***"), hash16("***").substr(0, 8));
  EXPECT_EQ(slug(std::string(500, 'a')).size(), 89U);
}

TEST(Identity, LeavesTheYearOutOfResolutionsAndKeepsSessions) {
  EXPECT_EQ(global_id(node(NodeType::resolution, "S/RES/2322 (2016)")), "resolution/S-RES-2322");
  EXPECT_EQ(global_id(node(NodeType::resolution, "S/RES/2322")), "resolution/S-RES-2322");
  EXPECT_EQ(global_id(node(NodeType::resolution, "A/RES/217 A (III)")),
            "resolution/A-RES-217-A-III");
}

TEST(Identity, GoesByAuthorityWhereThereIsOne) {
  EXPECT_EQ(global_id(node(NodeType::agency, "the Council", {{"authority", "un-sc"}})),
            "agency/un-sc");
  EXPECT_EQ(global_id(node(NodeType::agency, "Harbour Office")), "agency/harbour-office");
  EXPECT_EQ(global_id(node(NodeType::event, "Port Summit", {{"start", "2021-03-03"}})),
            "event/port-summit-2021-03-03");
}

TEST(Identity, HashesAsPublished) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hash16(""), "cbf29ce484222325");
}

TEST(Identity, HashesFourAsItHashesEach) {
  const std::string long_text(300, '\xE9');
  const std::array<std::string_view, 4> all{"abc", long_text, "a", "Harbour Office"};
  const std::array<std::string_view, 4> with_none{"abc", {}, "a", "abd"};
  for (const auto& texts : {all, with_none}) {
    const auto hashes = hash64_of_each(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      EXPECT_EQ(hashes.at(i), hash64(texts.at(i))) << i;
    }
  }
}

// Eight bytes are taken at once, what is missing of them being zeros.
TEST(Identity, TellsApartWhatHasZerosBehindIt) {
  const std::string text = "harbour-office/of the north";
  std::vector<Hash128> all;
  for (const std::size_t size : {0U, 1U, 7U, 8U, 9U, 15U, 16U, 17U}) {
    for (const std::size_t zeros : {0U, 1U, 7U, 8U, 9U}) {
      all.push_back(hash128(text.substr(0, size) + std::string(zeros, '\0')));
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(std::ranges::count(all, all[i]), 1) << i;
  }
}

TEST(Identity, HashesTheSameWhereverItLies) {
  const std::string text = "harbour-office";
  const std::string behind = "-" + text;
  EXPECT_EQ(hash128(text), hash128(std::string_view(behind).substr(1)));
  EXPECT_NE(hash128(text), hash128(text, hash128("before")));
}

TEST(CodePoints, CountsForwardAndBack) {
  const std::string text = "aé–z";
  CodePoints points(text);
  EXPECT_EQ(points.at(3), 2U);
  EXPECT_EQ(points.at(7), 4U);
  EXPECT_EQ(points.at(1), 1U);
  EXPECT_EQ(byte_of_code_point(text, 3), 6U);
  EXPECT_EQ(byte_of_code_point(text, 9), 7U);
}

}  // namespace
}  // namespace pressgraph
