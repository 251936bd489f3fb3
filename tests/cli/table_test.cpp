// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <sstream>

#include <gtest/gtest.h>

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

TEST(Table, BreaksCellsAtBlanksSoThatNoLineIsWider) {
  EXPECT_EQ(as_table(people, 12),
            "who   what\n"
            "José  one\n"
            "Al    two\n"
            "      words\n");
}

TEST(Table, BreaksAWordThatIsWiderThanItsColumn) {
  const Table table{{"a", "b"}, {{"x", "abcdefghijklmnopqrstuvwxyz"}}};
  EXPECT_EQ(as_table(table, 13),
            "a  b\n"
            "x  abcdefghij\n"
            "   klmnopqrst\n"
            "   uvwxyz\n");
}

TEST(Table, KeepsSixCharactersAColumnHoweverNarrowTheTerminal) {
  const Table table{{"a"}, {{"abcdefghij"}}};
  EXPECT_EQ(as_table(table, 1), "a\nabcdef\nghij\n");
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
