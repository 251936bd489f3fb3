// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/text_parts.hpp"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/extraction/document.hpp"
#include "importers/extraction/extract.hpp"

namespace pressgraph {
namespace {

std::vector<std::string> cut(std::string_view text, std::size_t longest) {
  std::vector<std::string> parts;
  for (const auto span : parts_of(text, longest)) {
    parts.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return parts;
}

TEST(PartsOf, CutsWhereItHurtsLeast) {
  using testing::ElementsAre;
  EXPECT_THAT(cut("", 20), ElementsAre());
  EXPECT_THAT(cut("A text that fits", 16), ElementsAre("A text that fits"));
  EXPECT_THAT(cut("One two.\nThree.\n\nFour. Five.", 20),
              ElementsAre("One two.\nThree.\n\n", "Four. Five."));
  EXPECT_THAT(cut("One two.\nThree. Four. Five.", 16),
              ElementsAre("One two.\n", "Three. Four. ", "Five."));
  EXPECT_THAT(cut("onetwothree", 4), ElementsAre("onet", "woth", "ree"));
  EXPECT_THAT(cut("ab\xE2\x80\x99"
                  "cd",
                  4),
              ElementsAre("ab",
                          "\xE2\x80\x99"
                          "c",
                          "d"));
}

Release release_of(std::string text) {
  Release release;
  release.id = "long";
  release.title = "Harrow meets Ode";
  release.published = "2017-10-04";
  release.publisher = "Harrow Ministry of Trade";
  release.text = std::move(text);
  return release;
}

// A text just longer than a part, with `words` at both ends.
std::string long_text(const std::string& words) {
  const std::string filler = "They spoke of the support for the people of the region.\n\n";
  auto text = words + "\n\n";
  while (text.size() <= longest_part) {
    text += filler;
  }
  return text + words;
}

TEST(TextParts, JoinsWhatIsFoundInAllParts) {
  const std::string words =
      "On 4 October 2017, Security Council resolution 2322 (2016) was cited by Mr. Carl Lindqvist.";
  const auto extraction = Extractor().extract(release_of(long_text(words)));
  const auto& text = extraction.release.text;
  const auto cited = std::ranges::find(extraction.nodes, NodeType::resolution, &Node::type);
  ASSERT_NE(cited, extraction.nodes.end());
  ASSERT_EQ(cited->mentions.size(), 2U) << "one node, named in both parts";
  EXPECT_EQ(std::ranges::count(extraction.nodes, NodeType::resolution, &Node::type), 1);
  EXPECT_EQ(std::ranges::count(extraction.nodes, NodeType::release, &Node::type), 1);
  const auto last = cited->mentions.back().span;
  EXPECT_EQ(text.substr(last.begin, last.end - last.begin), "2322 (2016)");
  EXPECT_GT(last.begin, longest_part);
  EXPECT_EQ(extraction.sentences.back().end, text.size());
  EXPECT_TRUE(std::ranges::is_sorted(extraction.sentences));
}

TEST(TextParts, KeepsEdgesBetweenTheirNodes) {
  const auto extraction = Extractor().extract(release_of(
      long_text("Minister of Trade Ann Ode addressed the Harrow Trade Conference in Oslo.")));
  ASSERT_FALSE(extraction.edges.empty());
  for (const auto& edge : extraction.edges) {
    const auto is_end = [](const std::string& id) {
      return [&id](const Node& node) { return node.id == id; };
    };
    EXPECT_TRUE(std::ranges::any_of(extraction.nodes, is_end(edge.subject)));
    EXPECT_TRUE(std::ranges::any_of(extraction.nodes, is_end(edge.object)));
  }
  const auto addressed = std::ranges::count(extraction.edges, Relation::addressed, &Edge::relation);
  EXPECT_EQ(addressed, 2) << "once a sentence, in both parts";
}

TEST(TextParts, KeepTheEdgesOfALongTextPacked) {
  const auto release =
      release_of(long_text("Mr. Carl Lindqvist addressed the Harrow Trade Forum."));
  auto packed = Extractor().extract_packed({release});
  ASSERT_EQ(packed.size(), 1U);
  EXPECT_GT(packed[0].before.edges.size(), 0U);
  EXPECT_EQ(unpacked(std::move(packed[0])), Extractor().extract(release));
}

// An edge keeps its sentence.
TEST(Sentences, AreNoLongerThanSoManyWords) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "S/RES/" + std::to_string(i % 2000 + 1) + " ";
  }
  const auto extraction = Extractor().extract(release_of(text));
  ASSERT_GT(extraction.sentences.size(), 4U);
  for (const auto sentence : extraction.sentences) {
    EXPECT_LT(sentence.end - sentence.begin, 12 * longest_sentence);
  }
}

TEST(Sentences, ThatAreCutStillCarryAListOn) {
  std::string text = "The Security Council recalled Security Council resolutions 1540 (2004)";
  for (int i = 0; i < 400; ++i) {
    text += ", " + std::to_string(1541 + i) + " (2004)";
  }
  const auto extraction = Extractor().extract(release_of(text + "."));
  EXPECT_EQ(std::ranges::count(extraction.nodes, NodeType::resolution, &Node::type), 401);
}

}  // namespace
}  // namespace pressgraph
