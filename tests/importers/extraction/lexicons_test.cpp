// SPDX-License-Identifier: Apache-2.0
// What schemas/lexicons promises: each file's examples are found, and each file keeps its own
// rules.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <gmock/gmock.h>
#include <toml++/toml.h>

#include "graph/former_names.hpp"
#include "importers/extraction/extract.hpp"
#include "importers/extraction/fold.hpp"
#include "importers/extraction/schemas.hpp"

namespace pressgraph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const toml::table& lexicon(const std::string& name) {
  static const auto parsed = [] {
    std::map<std::string, toml::table> tables;
    for (const auto& file : embedded_schemas()) {
      if (file.path.starts_with("lexicons/")) {
        tables.emplace(file.path.substr(9), toml::parse(file.text));
      }
    }
    return tables;
  }();
  return parsed.at(name);
}

std::vector<std::string> lexicon_names() {
  std::vector<std::string> names;
  for (const auto& file : embedded_schemas()) {
    if (file.path.starts_with("lexicons/")) {
      names.push_back(file.path.substr(9));
    }
  }
  return names;
}

const Extractor& extractor() {
  static const Extractor instance;
  return instance;
}

/// Each node of `text` as "Type Name", its aliases too.
std::vector<std::string> found_in(const std::string& text) {
  Release release;
  release.id = "example";
  release.text = text;
  std::vector<std::string> found;
  for (const auto& node : extractor().extract(std::move(release)).nodes) {
    found.push_back(std::string(info(node.type).name) + " " + node.name);
    for (const auto& alias : node.aliases) {
      found.push_back(std::string(info(node.type).name) + " " + alias);
    }
  }
  return found;
}

std::vector<std::string> strings(const toml::table& table, const char* key) {
  std::vector<std::string> result;
  if (const auto* list = table[key].as_array()) {
    for (const auto& item : *list) {
      result.push_back(item.value_or(std::string()));
    }
  }
  return result;
}

std::vector<const toml::table*> rows(const toml::table& table, const char* key) {
  std::vector<const toml::table*> result;
  if (const auto* list = table[key].as_array()) {
    for (const auto& item : *list) {
      result.push_back(item.as_table());
    }
  }
  return result;
}

std::string text_of(const toml::table& row, const char* key) {
  return row[key].value_or(std::string());
}

/// Those of `names` that do not stand after the one before them, case and diacritics aside.
std::vector<std::string> out_of_order(const std::vector<std::string>& names) {
  std::vector<std::string> wrong;
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (folded(names[i]) < folded(names[i - 1])) {
      wrong.push_back(names[i]);
    }
  }
  return wrong;
}

class LexiconExamples : public testing::TestWithParam<std::string> {};

TEST_P(LexiconExamples, AreFound) {
  for (const auto* example : rows(lexicon(GetParam()), "example")) {
    const auto text = text_of(*example, "text");
    ASSERT_FALSE(text.empty()) << "an example without a text";
    const auto found = found_in(text);
    for (const auto* wanted : rows(*example, "finds")) {
      EXPECT_THAT(found, Contains(text_of(*wanted, "type") + " " + text_of(*wanted, "name")))
          << text;
    }
    for (const auto* unwanted : rows(*example, "finds_no")) {
      EXPECT_THAT(found,
                  Not(Contains(text_of(*unwanted, "type") + " " + text_of(*unwanted, "name"))))
          << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Each, LexiconExamples, testing::ValuesIn(lexicon_names()),
                         [](const auto& name) {
                           return name.param.substr(0, name.param.find('.'));
                         });

TEST(Lexicons, HaveExamplesEach) {
  std::vector<std::string> without;
  for (const auto& name : lexicon_names()) {
    if (rows(lexicon(name), "example").size() < 2) {
      without.push_back(name);
    }
  }
  EXPECT_THAT(without, IsEmpty());
}

TEST(Lexicons, SayNothingThatIsMissed) {
  // An example that no sentence could fail would prove nothing.
  for (const auto& name : lexicon_names()) {
    for (const auto* example : rows(lexicon(name), "example")) {
      EXPECT_FALSE(rows(*example, "finds").empty() && rows(*example, "finds_no").empty())
          << name << ": " << text_of(*example, "text");
    }
  }
}

/// The name in what the list `former` of a body says.
std::string former_name_in(const std::string& said) {
  return std::string(name_in_trait(former_name_attribute, said));
}

/// The entry of the list that the body called `name` in a text of that day is, or empty.
std::string entry_of(const std::string& name, const std::string& published) {
  Release release;
  release.id = "example";
  release.published = published;
  release.text = "Observers of the " + name + " came to the town on Monday.";
  for (const auto& node : extractor().extract(std::move(release)).nodes) {
    if (node.type == NodeType::agency && node.name == name) {
      return std::string(attribute(node.attributes, "authority"));
    }
  }
  return {};
}

TEST(Bodies, AreKnownByTheirFormerNamesWheneverTheReleaseIsFrom) {
  std::vector<std::string> wrong;
  std::size_t names = 0;
  for (const auto* body : rows(lexicon("bodies.toml"), "body")) {
    for (const auto& said : strings(*body, "former")) {
      ++names;
      for (const std::string day : {"1950-01-01", "2026-01-01"}) {
        if (entry_of(former_name_in(said), day) != text_of(*body, "id")) {
          wrong.push_back(said);
        }
      }
    }
  }
  EXPECT_GT(names, 50U);
  EXPECT_THAT(wrong, IsEmpty());
}

TEST(Bodies, SayOfEachFormerNameTheLastDayLatestFirst) {
  std::vector<std::string> wrong;
  for (const auto* body : rows(lexicon("bodies.toml"), "body")) {
    std::string before = "9999";
    for (const auto& said : strings(*body, "former")) {
      const auto former = former_name(said);
      if (!former || before < former->until) {
        wrong.push_back(said);
        continue;
      }
      before = former->until;
    }
  }
  EXPECT_THAT(wrong, IsEmpty());
}

TEST(Bodies, CarryTheirFormerNamesWhicheverNameIsUsed) {
  for (const std::string name :
       {"Department of Political Affairs", "Department of Political and Peacebuilding Affairs"}) {
    Release release;
    release.id = "example";
    release.text = "The " + name + " sent observers on Monday.";
    std::vector<std::string> former;
    for (const auto& node : extractor().extract(std::move(release)).nodes) {
      for (const auto& each : node.attributes) {
        if (each.name == former_name_attribute) {
          former.push_back(each.value);
        }
      }
    }
    EXPECT_THAT(former,
                ElementsAre("Department of Political Affairs until 2018-12-31",
                            "United Nations Department of Political Affairs until 2018-12-31"));
  }
}

TEST(Bodies, AreSortedByIdAndKeepTheirNamesToThemselves) {
  std::vector<std::string> ids;
  std::map<std::string, std::string> owner;
  std::vector<std::string> shared;
  for (const auto* body : rows(lexicon("bodies.toml"), "body")) {
    ids.push_back(text_of(*body, "id"));
    auto names = strings(*body, "aliases");
    std::ranges::copy(strings(*body, "translations"), std::back_inserter(names));
    names.push_back(text_of(*body, "name"));
    for (const auto& said : strings(*body, "former")) {
      names.push_back(former_name_in(said));
    }
    for (const auto& name : names) {
      const auto [found, added] = owner.try_emplace(folded(name), ids.back());
      if (!added && found->second != ids.back()) {
        shared.push_back(name + ": " + found->second + ", " + ids.back());
      }
    }
  }
  EXPECT_THAT(out_of_order(ids), IsEmpty());
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << "an id used twice";
  EXPECT_THAT(shared, IsEmpty());
}

/// Whether one node of a text that tells of `one` and of `other` bears both names.
bool are_one_node(const std::string& one, const std::string& other) {
  Release release;
  release.id = "example";
  // Enough in English around a long foreign name for the text to be taken as English.
  release.text = "A spokesperson of the " + one + " spoke on Monday of what had been done.\n" +
                 "Experts of the " + other +
                 " met in Geneva on Tuesday to see what is left for them " +
                 "to do, and they said that this was the last of the meetings of the year.";
  const auto extraction = extractor().extract(std::move(release));
  return std::ranges::any_of(extraction.nodes, [&](const auto& node) {
    const auto bears = [&](const std::string& name) {
      return node.name == name || std::ranges::find(node.aliases, name) != node.aliases.end();
    };
    return bears(one) && bears(other);
  });
}

TEST(Bodies, AreOneNodeInEveryLanguage) {
  std::vector<std::string> apart;
  for (const auto* body : rows(lexicon("bodies.toml"), "body")) {
    for (const auto& translation : strings(*body, "translations")) {
      if (!are_one_node(text_of(*body, "name"), translation)) {
        apart.push_back(translation);
      }
    }
  }
  EXPECT_THAT(apart, IsEmpty());
}

TEST(Bodies, AreOneNodeUnderEachFormerNameThatIsNoAcronym) {
  std::vector<std::string> apart;
  for (const auto* body : rows(lexicon("bodies.toml"), "body")) {
    for (const auto& said : strings(*body, "former")) {
      const auto name = former_name_in(said);
      if (name.find(' ') != std::string::npos && !are_one_node(text_of(*body, "name"), name)) {
        apart.push_back(name);
      }
    }
  }
  EXPECT_THAT(apart, IsEmpty());
}

/// Whether a text that says `told` of a body has a node that bears both names.
bool bears_both(const std::string& told, const std::string& one, const std::string& other) {
  Release release;
  release.id = "example";
  release.text = "A spokesperson of the " + told +
                 " spoke on Monday of what had been done, and said that this was the last of the "
                 "meetings of the year.";
  const auto extraction = extractor().extract(std::move(release));
  return std::ranges::any_of(extraction.nodes, [&](const auto& node) {
    const auto bears = [&](const std::string& name) {
      return node.name == name || std::ranges::find(node.aliases, name) != node.aliases.end();
    };
    return bears(one) && bears(other);
  });
}

TEST(Bodies, AreOneNodeUnderATranslationThatTheTextGives) {
  constexpr std::array<std::array<const char*, 2>, 4> pairs{{
      {"Federal Ministry of Tides", "Bundesministerium der Gezeiten"},
      {"Federal Foreign Office", "Auswärtiges Amt"},
      {"Public Prosecutor's Office", "Ministerio Público"},
      {"Ministry of Justice", "Ministério da Justiça"},
  }};
  for (const auto& [english, other] : pairs) {
    const std::string a = english;
    const std::string b = other;
    EXPECT_TRUE(bears_both(a + " (" + b + ")", a, b)) << a;
    EXPECT_TRUE(bears_both(b + " (" + a + ")", a, b)) << b;
  }
  EXPECT_FALSE(bears_both("Tides Unit (Ministry of Justice)", "Tides Unit", "Ministry of Justice"));
}

TEST(Bodies, ThatTookOverFromOthersAreNotThem) {
  constexpr std::array<std::pair<const char*, const char*>, 4> pairs{{
      {"African Union", "Organisation of African Unity"},
      {"United Nations Human Rights Council", "United Nations Commission on Human Rights"},
      {"World Trade Organization", "General Agreement on Tariffs and Trade"},
      {"World Meteorological Organization", "International Meteorological Organization"},
  }};
  for (const auto& [one, other] : pairs) {
    EXPECT_FALSE(are_one_node(one, other)) << one << ", " << other;
  }
  EXPECT_EQ(entry_of("OAU", ""), "oau");
  EXPECT_EQ(entry_of("African Union", ""), "au");
  EXPECT_EQ(entry_of("Commission on Human Rights", ""), "un-chr");
}

TEST(Bodies, HaveParentsAndCountriesThatAreListed) {
  std::set<std::string> ids;
  std::set<std::string> countries;
  for (const auto* body : rows(lexicon("bodies.toml"), "body")) {
    ids.insert(text_of(*body, "id"));
  }
  for (const auto* country : rows(lexicon("countries.toml"), "country")) {
    countries.insert(text_of(*country, "id"));
  }
  std::vector<std::string> wrong;
  for (const auto* body : rows(lexicon("bodies.toml"), "body")) {
    const auto parent = text_of(*body, "parent");
    const auto country = text_of(*body, "country");
    if ((!parent.empty() && ids.count(parent) == 0) ||
        (!country.empty() && countries.count(country) == 0)) {
      wrong.push_back(text_of(*body, "id") + ": " + parent + " " + country);
    }
  }
  EXPECT_THAT(wrong, IsEmpty());
}

TEST(Countries, AreSortedAndShareNoName) {
  std::vector<std::string> ids;
  std::map<std::string, std::string> owner;
  std::vector<std::string> shared;
  for (const auto* country : rows(lexicon("countries.toml"), "country")) {
    ids.push_back(text_of(*country, "id"));
    auto names = strings(*country, "aliases");
    names.push_back(text_of(*country, "name"));
    for (const auto& name : names) {
      if (!owner.try_emplace(name, ids.back()).second) {
        shared.push_back(name);
      }
    }
  }
  EXPECT_THAT(out_of_order(ids), IsEmpty());
  EXPECT_THAT(shared, IsEmpty());
}

TEST(Places, LieInListedCountries) {
  std::set<std::string> countries;
  for (const auto* country : rows(lexicon("countries.toml"), "country")) {
    countries.insert(text_of(*country, "id"));
  }
  std::vector<std::string> wrong;
  std::vector<std::string> names;
  for (const auto* place : rows(lexicon("places.toml"), "place")) {
    const auto country = text_of(*place, "country");
    names.push_back(text_of(*place, "name"));
    if (!country.empty() && countries.count(country) == 0) {
      wrong.push_back(names.back() + ": " + country);
    }
  }
  EXPECT_THAT(wrong, IsEmpty());
  EXPECT_THAT(out_of_order(names), IsEmpty());
}

TEST(Instruments, AreSortedAndShareNoName) {
  std::vector<std::string> names;
  std::map<std::string, std::string> owner;
  std::vector<std::string> shared;
  for (const auto* instrument : rows(lexicon("instruments.toml"), "instrument")) {
    names.push_back(text_of(*instrument, "name"));
    auto forms = strings(*instrument, "aliases");
    forms.push_back(names.back());
    for (const auto& form : forms) {
      const auto [found, added] = owner.try_emplace(folded(form), names.back());
      if (!added && found->second != names.back()) {
        shared.push_back(form + ": " + found->second + ", " + names.back());
      }
    }
  }
  EXPECT_THAT(out_of_order(names), IsEmpty());
  EXPECT_THAT(shared, IsEmpty());
}

TEST(Heads, AreSortedListByList) {
  for (const auto& [key, list] : lexicon("heads.toml")) {
    if (key == "example") {
      continue;
    }
    const auto words = strings(lexicon("heads.toml"), std::string(key.str()).c_str());
    EXPECT_THAT(out_of_order(words), IsEmpty()) << key.str();
    EXPECT_EQ(std::set<std::string>(words.begin(), words.end()).size(), words.size()) << key.str();
  }
}

TEST(GivenNames, StandInOneListEach) {
  std::map<std::string, std::string> owner;
  std::vector<std::string> twice;
  for (const char* list : {"male", "female", "unisex"}) {
    for (const auto& name : strings(lexicon("given_names.toml"), list)) {
      if (!owner.try_emplace(folded(name), list).second) {
        twice.push_back(name);
      }
    }
  }
  EXPECT_THAT(twice, IsEmpty());
  for (const auto& name : strings(lexicon("given_names.toml"), "ambiguous")) {
    EXPECT_EQ(owner.count(folded(name)), 1U) << name << " is ambiguous, and in none of the lists";
  }
}

}  // namespace
}  // namespace pressgraph
