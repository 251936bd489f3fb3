// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citations.hpp"

#include <gmock/gmock.h>
#include <toml++/toml.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const CitationGrammar& grammar() {
  static const auto files = embedded_schemas();
  static const CitationGrammar instance(files);
  return instance;
}

std::vector<Citation> cited(std::string_view text, std::string_view publisher = "") {
  const std::vector<Span> whole{{0, static_cast<std::uint32_t>(text.size())}};
  return grammar().find(text, whole, {publisher, ""});
}

std::vector<std::string> names(std::string_view text) {
  std::vector<std::string> result;
  for (const auto& citation : cited(text)) {
    result.push_back(citation.normal_form);
  }
  return result;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

/// Calls `visit` with family id, the family's table and each of its examples.
template <typename Visit>
void each_family(Visit visit) {
  for (const auto& file : embedded_schemas()) {
    if (!file.path.starts_with("citations/")) {
      continue;
    }
    const auto table = toml::parse(file.text);
    for (const auto& row :
         table["family"].as_array() != nullptr ? *table["family"].as_array() : toml::array{}) {
      visit((*row.as_table())["id"].value_or(std::string()), *row.as_table());
    }
  }
}

TEST(CitationFamilies, FindTheirExamplesHoweverTheyAreSet) {
  each_family([](const std::string& id, const toml::table& family) {
    const auto& examples = *family["examples"].as_array();
    EXPECT_GE(examples.size(), 5U) << id;
    for (const auto& row : examples) {
      std::vector<std::string> expected;
      for (const auto& value : *row.as_array()) {
        expected.push_back(value.value_or(std::string()));
      }
      const auto text = expected.front();
      expected.erase(expected.begin());
      for (const auto& form : {text, replaced(text, " ", "\xC2\xA0"), replaced(text, " ", "  "),
                               replaced(text, " ", "\n"), replaced(text, "-", "\xE2\x80\x93"),
                               replaced(text, "'", "\xE2\x80\x99"), upper(text)}) {
        EXPECT_EQ(names(form), expected) << id << ": " << form;
        for (const auto& citation : cited(form)) {
          EXPECT_EQ(citation.family, id) << form;
        }
      }
    }
  });
}

TEST(CitationFamilies, LeaveTheirCounterExamplesAlone) {
  each_family([](const std::string& id, const toml::table& family) {
    EXPECT_GE(family["not"].as_array()->size(), 3U) << id;
    for (const auto& text : *family["not"].as_array()) {
      for (const auto& citation : cited(text.value_or(std::string()))) {
        EXPECT_NE(citation.family, id) << text.value_or(std::string());
      }
    }
  });
}

TEST(Citations, CarryTheBodyOverAListUntilAnotherTakesOver) {
  EXPECT_THAT(names("Security Council resolutions 1373 (2001) and 1624 (2005) and General Assembly "
                    "resolution 60/288"),
              ElementsAre("S/RES/1373 (2001)", "S/RES/1624 (2005)", "A/RES/60/288"));
}

TEST(Citations, StandOverAdoptionDatesInAList) {
  EXPECT_THAT(names("Recalling its resolutions 1265 (1999) of 17 September 1999 and 1296 (2000) of "
                    "19 April 2000,"),
              ElementsAre("S/RES/1265 (1999)", "S/RES/1296 (2000)"));
}

TEST(Citations, SayThatAYearComesFromTheTable) {
  const auto found = cited("UNSCR 2231");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].status, CitationStatus::inferred_year);
  EXPECT_EQ(found[0].normal_form, "S/RES/2231 (2015)");
}

TEST(Citations, TakeABackReferenceOnlyWhereOneActIsLeft) {
  EXPECT_THAT(names("He cited resolution 2322 (2016). The resolution's provisions matter."),
              ElementsAre("S/RES/2322 (2016)", "S/RES/2322 (2016)"));
  EXPECT_THAT(names("He cited resolutions 2322 (2016) and 1373 (2001). The resolution matters."),
              ElementsAre("S/RES/2322 (2016)", "S/RES/1373 (2001)"));
}

TEST(Citations, KnowCommitteesNamedAfterAResolution) {
  const auto found =
      cited("the Committee established pursuant to resolution 1267 (1999) and the 1540 Committee");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].normal_form, "S/RES/1267 (1999)");
  EXPECT_TRUE(found[0].via_name);
  EXPECT_EQ(found[1].normal_form, "1540 Committee");
  EXPECT_EQ(found[1].type, NodeType::agency);
  EXPECT_TRUE(found[1].via_name);
}

TEST(Citations, MarkDrafts) {
  const auto found = cited("draft resolution A/72/L.62");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].draft);
}

TEST(Citations, LeaveOtherNumbersAlone) {
  EXPECT_THAT(names("in resolution of the dispute on 9/11, 24/7, page 12 (2014), conflict "
                    "resolution, the Resolution Foundation, 330 delegates (2016)"),
              IsEmpty());
}

TEST(Citations, NameFileAndFamilyOfABadPattern) {
  const std::vector<SchemaFile> files{{"citations/x.toml",
                                       "[[family]]\nid = 'x'\ntype = 'Resolution'\nnormal = "
                                       "'X'\n[[family.form]]\npattern = '('\n"}};
  try {
    const CitationGrammar bad(files);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              "citations/x.toml: family 'x': the pattern ( does not compile: missing ): (?i:(())");
  }
}

}  // namespace
}  // namespace pressgraph
