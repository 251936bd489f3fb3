// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/schema_tree.hpp"

#include <gtest/gtest.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

const SchemaFile bodies{"lexicons/bodies.toml",
                        R"(
# A comment.
[[body]]
name = "Council of Ministers"
acronyms = ["CM", 'C\M']
ambiguous = true
since = -1970

[[body]]
name = "Größere Behörde"
)",
                        {}};

TEST(SchemaTree, SaysWhatTheTomlSays) {
  const SchemaTree tree(bodies);
  const auto& rows = tree.root()["body"].items();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["name"].text(), "Council of Ministers");
  EXPECT_EQ(rows[0]["acronyms"].items().at(1).text(), "C\\M");
  EXPECT_TRUE(rows[0]["ambiguous"].truth_or(false));
  EXPECT_EQ(rows[0]["since"].number_or(0), -1970);
  EXPECT_EQ(rows[1]["name"].text_or("?"), "Größere Behörde");
}

TEST(SchemaTree, AnswersForWhatIsNotThere) {
  const SchemaTree tree(bodies);
  const auto& row = tree.root()["body"].items().at(1);
  EXPECT_EQ(row["parent"].text(), std::nullopt);
  EXPECT_EQ(row["parent"].text_or("none"), "none");
  EXPECT_FALSE(row["ambiguous"].truth_or(false));
  EXPECT_TRUE(row["acronyms"].items().empty());
  EXPECT_TRUE(row["name"]["no table"].items().empty());
}

TEST(SchemaTree, EachOneEmbeddedIsTheTomlBesideIt) {
  std::size_t compacted = 0;
  for (const auto& file : embedded_schemas()) {
    if (!file.compact.empty()) {
      ++compacted;
      EXPECT_EQ(file.compact, compact(file)) << file.path;
    }
  }
  EXPECT_GE(compacted, 8U);
}

std::string fault_of(const std::string& text) {
  try {
    compact({"lexicons/x.toml", text, {}});
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(SchemaTree, NamesFileAndLineOfWhatIsNoToml) {
  EXPECT_EQ(fault_of("a = 'b'\nc = \n"),
            "lexicons/x.toml:2: Error while parsing key-value pair: expected value, saw '\\n', "
            "expected TOML 1.0");
}

TEST(SchemaTree, NamesFileAndLineOfAValueThatNoLexiconHolds) {
  EXPECT_EQ(fault_of("a = 'b'\nc = 1.5\n"),
            "lexicons/x.toml:2: a value of another kind, expected a text, true or false, a whole "
            "number, a list or a table");
}

}  // namespace
}  // namespace pressgraph
