// SPDX-License-Identifier: Apache-2.0
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <malloc.h>

#include "exporters/exporter.hpp"
#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;

// "Ž" has two bytes, so that bytes and code points differ from there on.
Extraction sample() {
  Extraction x;
  x.release = {.id = "r-1",
               .title = "\xC5\xBDupan visits",
               .published = "2020-01-02",
               .modified = "2020-01-03",
               .publisher = "P",
               .url = "https://example.org/1",
               .topics = {"One", "Two, three"},
               .language = "en",
               .text = "Mayor \xC5\xBDupan cited S/RES/1 (1946). \"Yes\", he said.",
               .source = {"in.jsonl", 3, std::string(64, 'a')}};
  x.sentences = {{0, 34}, {35, 50}};
  x.nodes = {{.id = "n0",
              .type = NodeType::release,
              .name = "\xC5\xBDupan visits",
              .aliases = {},
              .attributes = {},
              .mentions = {}},
             {.id = "n1",
              .type = NodeType::official,
              .name = "\xC5\xBDupan",
              .aliases = {"Mayor \xC5\xBDupan"},
              .attributes = {{"country", "HR"}, {"title", "Mayor"}, {"title", "Mr"}},
              .mentions = {{Field::title, {0, 6}}, {Field::text, {0, 12}}}},
             {.id = "n2",
              .type = NodeType::resolution,
              .name = "S/RES/1 (1946)",
              .aliases = {},
              .attributes = {},
              .mentions = {{Field::text, {19, 33}}}}};
  x.edges = {{.subject = "n1",
              .relation = Relation::cited,
              .object = "n2",
              .attributes = {{"locator", "2"}},
              .status = Status::asserted,
              .claimed_by = "n1",
              .confidence = 0.75,
              .evidence = {.field = Field::text,
                           .span = {0, 34},
                           .trigger = {13, 18},
                           .rule = "cited/active",
                           .chain = {{{Field::text, {6, 12}}, "surname"}}}}};
  x.schema_version = "1";
  x.lexicon_version = "abc";
  return x;
}

std::string written(const Extraction& extraction) {
  std::ostringstream out;
  write_extraction(extraction, out);
  return out.str();
}

TEST(ExtractionReader, ReadsBackWhatWasWritten) {
  const auto result = read_bytes(written(sample()));
  ASSERT_EQ(result.extractions.size(), 1U) << testing::PrintToString(result.messages);
  EXPECT_EQ(written(result.extractions[0]), written(sample()));
  EXPECT_EQ(result.extractions[0].release, sample().release);
  EXPECT_EQ(result.extractions[0].sentences, sample().sentences);
  EXPECT_EQ(result.extractions[0].nodes, sample().nodes);
  EXPECT_EQ(result.extractions[0].edges, sample().edges);
}

// What is read in place of `from`, where the writer wrote that.
std::vector<std::string> messages_with(const std::string& from, const std::string& to) {
  auto line = written(sample());
  const auto at = line.find(from);
  EXPECT_NE(at, std::string::npos) << from << " in " << line;
  line.replace(at, from.size(), to);
  return read_bytes(line, "x", InputFormat::extraction).messages;
}

TEST(ExtractionReader, SaysWhatIsWrong) {
  EXPECT_THAT(messages_with("\"r-1\"", "\"\""),
              ElementsAre("x:1: a release without \"id\", expected an extraction, as `pressgraph "
                          "extract` writes it"));
  EXPECT_THAT(messages_with("\"sentences\"", "\"sentence\""),
              ElementsAre("x:1: no list \"sentences\", expected one, as `pressgraph extract` "
                          "writes it"));
  EXPECT_THAT(messages_with("[0,33]", "[0,330]"),
              ElementsAre("x:1: offset 330 in \"sentences\", expected one inside the text"));
  EXPECT_THAT(messages_with("[0,33]", "[40,33]"),
              ElementsAre("x:1: offsets of \"sentences\" that are no two ascending numbers, "
                          "expected code points of the text"));
  EXPECT_THAT(messages_with("\"Official\"", "\"Officer\""),
              ElementsAre("x:1: a node of type \"Officer\", expected an id and one of the types of "
                          "schemas/extraction.schema.json"));
  EXPECT_THAT(messages_with("\"cited\"", "\"sited\""),
              ElementsAre("x:1: relation \"sited\", status \"asserted\", expected those of "
                          "schemas/extraction.schema.json"));
}

TEST(ExtractionReader, LosesOnlyTheLineThatIsBroken) {
  const auto line = written(sample());
  const auto result = read_bytes(line + line.substr(0, 30) + "\n" + line, "x");
  ASSERT_EQ(result.extractions.size(), 2U);
  EXPECT_EQ(written(result.extractions[0]), line);
  EXPECT_EQ(written(result.extractions[1]), line);
  EXPECT_THAT(result.messages,
              ElementsAre("x:2: no JSON at byte 30 (Missing a colon after a name of "
                          "object member.), expected one extraction a line"));
}

// What is said where a line is no JSON so many bytes behind the beginning of `from`.
std::string no_json(const std::string& from, std::size_t behind, const std::string& why) {
  return "x:1: no JSON at byte " + std::to_string(written(sample()).find(from) + behind) + " (" +
         why + "), expected one extraction a line";
}

TEST(ExtractionReader, TakesNoControlCharacters) {
  for (const char c : {'\x01', '\x19', '\x1A', '\x1B', '\x1F'}) {
    EXPECT_THAT(messages_with("cited S/RES", std::string(1, c) + "cited S/RES"),
                ElementsAre(no_json("cited S/RES", 0, "Invalid escape character in string.")));
  }
  EXPECT_THAT(
      messages_with("cited S/RES", std::string("\0cited S/RES", 12)),
      ElementsAre(no_json("cited S/RES", 0, "Missing a closing quotation mark in string.")));
}

TEST(ExtractionReader, SaysWhereALineEndsTooEarlyOrTooLate) {
  const auto line = written(sample());
  EXPECT_THAT(
      read_bytes(line.substr(0, line.find("cited S/RES")), "x", InputFormat::extraction).messages,
      ElementsAre(no_json("cited S/RES", 0, "Missing a closing quotation mark in string.")));
  EXPECT_THAT(
      messages_with("\n", " {}\n"),
      ElementsAre(no_json("\n", 1, "The document root must not be followed by other values.")));
}

TEST(ExtractionReader, ReadsWhatIsEscaped) {
  auto line = written(sample());
  line.replace(line.find("\"P\""), 3, R"("\u0050\ud83d\ude00\u017d")");
  const auto result = read_bytes(line, "x", InputFormat::extraction);
  ASSERT_EQ(result.extractions.size(), 1U) << testing::PrintToString(result.messages);
  EXPECT_EQ(result.extractions[0].release.publisher, "P\xF0\x9F\x98\x80\xC5\xBD");
  EXPECT_THAT(messages_with("\"P\"", R"("P\ud83dx")"),
              ElementsAre(no_json("\"P\"", 2, "The surrogate pair in string is invalid.")));
}

TEST(ExtractionReader, PassesOverAByteOrderMark) {
  const auto result = read_bytes("\xEF\xBB\xBF" + written(sample()), "x", InputFormat::extraction);
  ASSERT_EQ(result.extractions.size(), 1U) << testing::PrintToString(result.messages);
  EXPECT_EQ(written(result.extractions[0]), written(sample()));
}

std::size_t bytes_in_use() {
  const auto all = mallinfo2();
  return all.uordblks + all.hblkhd;
}

TEST(ExtractionReader, KeepsNoMemoryOfALongLine) {
  constexpr std::size_t long_line = 12U << 20U;
  auto huge = written(sample());
  huge.insert(huge.find("he said") + 7, long_line, 'x');
  std::istringstream in(huge + written(sample()));
  std::vector<std::size_t> in_use;
  const auto before = bytes_in_use();
  read_stream(in, "x", InputFormat::extraction, known_layouts(), [&in_use](const Record& record) {
    EXPECT_TRUE(std::holds_alternative<Extraction>(record));
    in_use.push_back(bytes_in_use());
    return true;
  });
  ASSERT_EQ(in_use.size(), 2U);
  EXPECT_LT(in_use.back(), before + long_line / 2);
}

}  // namespace
}  // namespace pressgraph
