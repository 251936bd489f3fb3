// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <toml++/toml.h>

#include "importers/extraction/extract.hpp"
#include "tests/importers/extraction/sentences.hpp"

namespace pressgraph {
namespace {

const Extractor& extractor() {
  static const Extractor instance;
  return instance;
}

std::vector<std::string> strings(const toml::table& row, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* list = row[key].as_array()) {
    for (const auto& item : *list) {
      out.push_back(item.value_or(std::string()));
    }
  }
  return out;
}

TEST(Phenomena, EachCaseSaysWhatItMustAndNothingElse) {
  const auto file = toml::parse_file(std::string(PRESSGRAPH_SOURCE_DIR) +
                                     "/tests/importers/extraction/phenomena.toml");
  const auto& cases = *file["case"].as_array();
  ASSERT_GT(cases.size(), 20U);
  for (const auto& item : cases) {
    const auto& row = *item.as_table();
    SCOPED_TRACE(row["code"].value_or(std::string()));
    Release release;
    release.id = "case";
    release.title = row["title"].value_or(std::string());
    release.publisher = row["publisher"].value_or(std::string());
    release.published = row["published"].value_or(std::string("2024-05-03"));
    release.text = row["text"].value_or(std::string());
    const auto extraction = extractor().extract(release);
    const auto edges = shown_edges(extraction);
    const auto scheduled = shown_edges(extraction, Status::scheduled);
    for (const auto& wanted : strings(row, "has")) {
      EXPECT_THAT(edges, testing::Contains(wanted));
    }
    for (const auto& wanted : strings(row, "scheduled")) {
      EXPECT_THAT(scheduled, testing::Contains(wanted));
    }
    for (const auto& unwanted : strings(row, "not")) {
      EXPECT_THAT(edges, testing::Not(testing::Contains(unwanted)));
    }
  }
}

}  // namespace
}  // namespace pressgraph
