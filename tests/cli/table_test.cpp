// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "cli/terminal.hpp"

namespace pressgraph {
namespace {

std::string as_table(const Table& table, std::optional<std::size_t> width) {
  std::ostringstream out;
  print_table(table, width, out);
  return out.str();
}

std::string as_csv(const Table& table) {
  std::ostringstream out;
  print_csv(table, out);
  return out.str();
}

const Table people{{"who", "what"}, {{"José", "one"}, {"Al", "two words"}}};

TEST(Table, AlignsColumnsByCharactersNotBytes) {
  EXPECT_EQ(as_table(people, std::nullopt),
            "who   what\n"
            "José  one\n"
            "Al    two words\n");
}

TEST(Table, LeavesOutColumnsWithoutText) {
  const Table table{{"who", "event", "what"}, {{"Al", "", "one"}, {"Bo", "", ""}}};
  EXPECT_EQ(as_table(table, std::nullopt),
            "who  what\n"
            "Al   one\n"
            "Bo\n");
}

TEST(Table, BreaksNamesAtBlanksWhereThatIsEnough) {
  const Table table{{"who", "what"},
                    {{"International Criminal Police Organization", "S/RES/2396"}}};
  EXPECT_EQ(as_table(table, 36),
            "who                       what\n"
            "International Criminal    S/RES/2396\n"
            "Police Organization\n");
}

const Table answer{
    {"who", "date", "sentence", "edge"},
    {{"Al", "2022-10-31", "He said that all of it had changed the work of everyone.", "e6a0f9e5"},
     {"José", "", "She recalled a resolution on which the Council had agreed.", "e407f717"}}};

TEST(Table, PutsTheLongestColumnBelowItsRowWhereAllDoNotFit) {
  EXPECT_EQ(as_table(answer, 40),
            "who   date        edge\n"
            "Al    2022-10-31  e6a0f9e5\n"
            "  sentence  He said that all of it had\n"
            "            changed the work of\n"
            "            everyone.\n"
            "\n"
            "José              e407f717\n"
            "  sentence  She recalled a resolution on\n"
            "            which the Council had\n"
            "            agreed.\n");
}

TEST(Table, BreaksNothingWhereItNeedNotFit) {
  EXPECT_EQ(
      as_table(answer, std::nullopt),
      "who   date        sentence                                                    edge\n"
      "Al    2022-10-31  He said that all of it had changed the work of everyone.    e6a0f9e5\n"
      "José              She recalled a resolution on which the Council had agreed.  e407f717\n");
}

TEST(Table, NeverBreaksAWordHoweverNarrowTheTerminal) {
  EXPECT_EQ(as_table({{"who", "release"}, {{"José", "https://mea.example.org/readout of it"}}}, 10),
            "who\n"
            "José\n"
            "  release  https://mea.example.org/readout\n"
            "           of\n"
            "           it\n");
}

TEST(Table, NoLineIsWiderThanTold) {
  for (std::size_t width = 24; width < 160; ++width) {
    std::istringstream lines(as_table(answer, width));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(Table, PrintsTheHeadingAloneWhereThereAreNoRows) {
  EXPECT_EQ(as_table({{"who", "what"}, {}}, 80), "who  what\n");
}

TEST(Csv, QuotesCommasQuotesAndLineEnds) {
  const Table table{{"a", "b"}, {{"x, y", "say \"no\""}, {"two\nlines", "plain"}}};
  EXPECT_EQ(as_csv(table), "a,b\r\n\"x, y\",\"say \"\"no\"\"\"\r\n\"two\nlines\",plain\r\n");
}

TEST(Csv, DisarmsWhatASpreadsheetWouldTakeForAFormula) {
  const Table table{{"a"}, {{"=1+1"}, {"@cmd"}, {"-2"}, {"+3"}, {"a=b"}}};
  EXPECT_EQ(as_csv(table), "a\r\n\"'=1+1\"\r\n\"'@cmd\"\r\n\"'-2\"\r\n\"'+3\"\r\na=b\r\n");
}

TEST(Json, NamesTheQuestionAndEachCell) {
  std::ostringstream out;
  print_json("stats", {{"what", "count"}, {{"\"x\"", "1"}}}, out);
  EXPECT_EQ(out.str(),
            "{\n"
            "  \"question\": \"stats\",\n"
            "  \"rows\": [\n"
            "    {\n"
            "      \"what\": \"\\\"x\\\"\",\n"
            "      \"count\": \"1\"\n"
            "    }\n"
            "  ]\n"
            "}\n");
}

}  // namespace
}  // namespace pressgraph
