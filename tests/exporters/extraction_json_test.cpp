// SPDX-License-Identifier: Apache-2.0
#include <sstream>
#include <utility>

#include <gtest/gtest.h>

#include "exporters/decimal.hpp"
#include "exporters/exporter.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

std::string line_of(const Extraction& extraction) {
  std::ostringstream out;
  write_extraction(extraction, out);
  return out.str();
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(ExtractionJson, WritesAnEmptyExtractionWhole) {
  EXPECT_EQ(line_of({}),
            R"({"release":{"id":"","title":"","published":"","modified":"","publisher":"",)"
            R"("url":"","topics":[],"language":"","text":"","source":{"path":"","record":0,)"
            R"("sha256":""}},"sentences":[],"nodes":[],"edges":[],"schema":"","lexicons":""})"
            "\n");
}

TEST(ExtractionJson, CountsCodePoints) {
  const auto line = line_of(sample_extraction());
  EXPECT_TRUE(has(line, R"("sentences":[[0,48],[49,96],[97,146]])")) << line;
  EXPECT_TRUE(has(line, R"({"field":"title","begin":0,"end":12})")) << line;
}

TEST(ExtractionJson, WritesAnEdgeWithAllThatItRestsOn) {
  const auto line = line_of(sample_extraction());
  EXPECT_TRUE(
      has(line,
          R"({"subject":"n1","relation":"cited","object":"n3",)"
          R"("attributes":{"locator":["para. 5","para. 6"]},"status":"asserted","confidence":0.9,)"
          R"("evidence":{"field":"text","begin":49,"end":96,)"
          R"("text":"He cited resolution 9999 (2024) and said \"yes\".","trigger":[52,57],)"
          R"("rule":"frame/cite",)"
          R"("chain":[{"field":"text","begin":49,"end":51,"rule":"pronoun"}]}})"))
      << line;
}

TEST(ExtractionJson, WritesWhatIsPackedBeforeItsOwn) {
  PackedExtraction packed{sample_extraction(), {}};
  auto& [extraction, before] = packed;
  ASSERT_GT(extraction.edges.size(), 1U);
  before.sentences.add(extraction.sentences.front());
  extraction.sentences.erase(extraction.sentences.begin());
  for (const auto& node : std::exchange(extraction.nodes, {})) {
    before.nodes.add(node);
  }
  before.edges.add(extraction.edges.front());
  extraction.edges.erase(extraction.edges.begin());
  std::ostringstream out;
  write_extraction(extraction, before, out);
  EXPECT_EQ(out.str(), line_of(unpacked(std::move(packed))));
}

TEST(ExtractionJson, NamesWhoClaimsOnlyWhereItIsNotTheNarrator) {
  const auto line = line_of(sample_extraction());
  EXPECT_TRUE(has(line, R"("status":"negated","claimed_by":"n5","confidence":0.8)")) << line;
  EXPECT_FALSE(has(line, R"("claimed_by":"")"));
}

TEST(ExtractionJson, EscapesControlsQuotesAndBackslashes) {
  Extraction hostile;
  hostile.release.text = "a\"b\\c\x01\x1f\n\r\t\b\f/\x7f é";
  EXPECT_TRUE(has(line_of(hostile), R"("text":"a\"b\\c\u0001\u001f\n\r\t\b\f/)"
                                    "\x7f é\""));
}

TEST(ExtractionJson, CountsRightAcrossTheBlocksOfItsTable) {
  Extraction made;
  for (int i = 0; i < 200; ++i) {
    made.release.text += "é€🚢x";
  }
  for (std::uint32_t unit = 0; unit <= 200; unit += 40) {
    made.sentences.push_back({unit * 10, unit * 10 + (unit < 200 ? 5U : 0U)});
  }
  EXPECT_TRUE(has(line_of(made),
                  R"("sentences":[[0,2],[160,162],[320,322],[480,482],[640,642],[800,800]])"))
      << line_of(made);
}

TEST(ExtractionJson, KeepsASpanThatRunsOverTheEndInsideTheText) {
  Extraction made;
  made.release.text = "ab";
  made.sentences = {{1, 9}};
  EXPECT_TRUE(has(line_of(made), R"("sentences":[[1,2]])"));
}

TEST(Confidence, IsADecimalWithADot) {
  EXPECT_EQ(confidence_text(0.93), "0.93");
  EXPECT_EQ(confidence_text(1), "1.0");
  EXPECT_EQ(confidence_text(0), "0.0");
  EXPECT_EQ(confidence_text(1e-9), "0.0");
  EXPECT_EQ(confidence_text(0.9996), "1.0");
  EXPECT_EQ(confidence_text(0.0625), "0.063");
  EXPECT_EQ(confidence_text(7), "1.0");
  EXPECT_EQ(confidence_text(std::numeric_limits<double>::quiet_NaN()), "0.0");
}

}  // namespace
}  // namespace pressgraph
