// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citations.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <toml++/toml.h>

#include "graph/error.hpp"
#include "importers/extraction/citation_match.hpp"
#include "tests/importers/extraction/citing.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

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

std::vector<std::string> strings(const toml::node_view<const toml::node>& values) {
  std::vector<std::string> result;
  if (const auto* array = values.as_array()) {
    for (const auto& value : *array) {
      result.push_back(value.value_or(std::string()));
    }
  }
  return result;
}

TEST(CitationFamilies, FindTheirExamplesHoweverTheyAreSet) {
  each_family([](const std::string& id, const toml::table& family) {
    const auto& examples = *family["examples"].as_array();
    EXPECT_GE(examples.size(), 5U) << id;
    for (const auto& row : examples) {
      auto expected = strings(toml::node_view<const toml::node>(row));
      const auto text = expected.front();
      expected.erase(expected.begin());
      for (const auto& form : {text, replaced(text, " ", "\xC2\xA0"), replaced(text, " ", "  "),
                               replaced(text, " ", "\n"), replaced(text, "-", "\xE2\x80\x93"),
                               replaced(text, "'", "\xE2\x80\x99"), upper(text)}) {
        EXPECT_EQ(names(form), expected) << id << ": " << form;
      }
    }
  });
}

// Without context an example belongs to the family that claims it; a symbol or committee may hold
// another citation.
TEST(CitationFamilies, ClaimTheirExamplesAlone) {
  each_family([](const std::string& id, const toml::table& family) {
    for (const auto& row : *family["examples"].as_array()) {
      const auto text = strings(toml::node_view<const toml::node>(row)).front();
      const auto found = cited(text);
      ASSERT_FALSE(found.empty()) << id << ": " << text;
      for (const auto& citation : found) {
        const bool joint = text.find('-') != std::string::npos && citation.rule.ends_with("symbol");
        EXPECT_TRUE(citation.family == id || citation.via_name || joint)
            << id << ": " << text << " is also " << citation.family;
      }
      EXPECT_TRUE(std::ranges::any_of(found, [&](const auto& c) { return c.family == id; }))
          << id << ": " << text;
    }
  });
}

/// The few families whose number alone is nothing.
std::string context_of(const std::string& family) {
  return family == "us-senate-bill" ? ", a bill" : "";
}

TEST(CitationFamilies, NameAnActByItsNormalFormAgain) {
  each_family([](const std::string& id, const toml::table& family) {
    for (const auto& row : *family["examples"].as_array()) {
      const auto example = strings(toml::node_view<const toml::node>(row));
      for (const auto& citation : cited(example.front())) {
        // "A/72/L.62" and "S. 722" need their context; a name holds an act and its committee.
        const auto& normal = citation.normal_form;
        if (citation.family != id || citation.via_name) {
          continue;
        }
        const auto again = cited(normal + context_of(id));
        ASSERT_EQ(again.size(), 1U) << id << ": " << normal;
        EXPECT_EQ(again[0].normal_form, normal) << id;
      }
    }
  });
}

// Each form is needed: one example at least has words that it matches whole.
TEST(CitationFamilies, HaveAnExampleForEachForm) {
  const auto files = embedded_schemas();
  const auto schema = load_citation_schema(files);
  std::vector<bool> used(schema.forms.size());
  each_family([&](const std::string& id, const toml::table& family) {
    for (const auto& row : *family["examples"].as_array()) {
      const auto text = strings(toml::node_view<const toml::node>(row)).front();
      for (const auto& citation : cited(text)) {
        for (std::size_t f = 0; f < schema.forms.size() && citation.family == id; ++f) {
          const auto& form = schema.forms[f];
          const auto item =
              text.substr(citation.item.begin, citation.item.end - citation.item.begin);
          auto words = item;
          if (form.kind == CitationFormKind::suffix) {
            for (const auto& end : form.starts) {
              const auto at = upper(item).find(upper(end));
              words = at == std::string::npos ? words : item.substr(0, at);
            }
          }
          const auto match = match_form(schema, f, words);
          used[f] = used[f] || (schema.families[form.family].id == id && match &&
                                match->length == words.size());
        }
      }
    }
  });
  for (std::size_t f = 0; f < used.size(); ++f) {
    EXPECT_TRUE(schema.forms[f].pattern->get().ok());
    EXPECT_LE(schema.forms[f].pattern->get().NumberOfCapturingGroups(), 11);
    EXPECT_TRUE(used[f]) << schema.families[schema.forms[f].family].id << ": no example for "
                         << schema.forms[f].pattern->get().pattern();
  }
}

TEST(CitationFamilies, StandInOrderAndSayTheirSource) {
  for (const auto& file : embedded_schemas()) {
    if (!file.path.starts_with("citations/")) {
      continue;
    }
    const auto table = toml::parse(file.text);
    for (const std::string_view kind : {"body", "family"}) {
      std::vector<std::string> ids;
      const auto* rows = table[kind].as_array();
      for (const auto& row : rows != nullptr ? *rows : toml::array{}) {
        const auto& fields = *row.as_table();
        ids.push_back(fields["id"].value_or(std::string()));
        for (const std::string_view list : {"names", "acronyms", "keys", "own_keys", "not"}) {
          const auto values = strings(toml::node_view<const toml::node>(fields[list]));
          EXPECT_TRUE(std::ranges::is_sorted(values))
              << file.path << ": " << ids.back() << ": " << list;
        }
      }
      EXPECT_TRUE(std::ranges::is_sorted(ids)) << file.path << ": " << kind;
    }
  }
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
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].normal_form, "S/RES/1267 (1999)");
  EXPECT_TRUE(found[0].via_name);
  EXPECT_EQ(found[1].normal_form, "1540 Committee");
  EXPECT_EQ(found[1].type, NodeType::agency);
  EXPECT_EQ(found[2].normal_form, "S/RES/1540 (2004)");
  EXPECT_TRUE(found[2].via_name);
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
                                       "[[family]]\nid = 'x'\ntype = 'Resolution'\nsource = "
                                       "'S'\nnormal = 'X'\n[[family.form]]\npattern = '('\n"}};
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
