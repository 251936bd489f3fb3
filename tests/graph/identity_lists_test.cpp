// SPDX-License-Identifier: Apache-2.0
// The examples of schemas/identity.toml.
#include "graph/identity_lists.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "graph/bearer_id.hpp"
#include "graph/even_names.hpp"
#include "graph/names.hpp"
#include "graph/person_names.hpp"

namespace pressgraph {
namespace {

toml::table identity() {
  return toml::parse_file(std::string(PRESSGRAPH_SOURCE_DIR) + "/schemas/identity.toml");
}

std::string text(const toml::node_view<const toml::node>& node) {
  return node.value_or(std::string());
}

// Whether the program takes the two names of the example for one.
bool are_one(const toml::table& example) {
  if (const auto officials = example["officials"]) {
    return likeness(person_name(text(officials[0])), person_name(text(officials[1]))) !=
           NameLikeness::none;
  }
  if (const auto bodies = example["bodies"]) {
    return even_words(text(bodies[0])) == even_words(text(bodies[1]));
  }
  const auto looked_for = example["looked_for"];
  return comparable_name(text(looked_for[0])) == comparable_name(text(looked_for[1]));
}

// What tells the bodies of this name apart that a release of `publisher` names; empty for nothing.
// `told`: a country whose government it speaks of, or empty.
std::string scope_of_body(const std::string& name, const std::string& publisher,
                          const std::string& told) {
  Extraction x;
  x.release.id = "r";
  x.release.publisher = publisher;
  x.nodes.push_back({"n1", NodeType::agency, name, {}, {}, {}});
  if (!told.empty()) {
    x.nodes.push_back({"n2", NodeType::agency, "Harrow Post", {}, {{"country", told}}, {}});
  }
  return std::string(scope_of(BearerIds(x).of(x.nodes[0]).key));
}

// The country that it means the body to be of; empty for none.
std::string country_of(const std::string& name, const std::string& publisher,
                       const std::string& told) {
  const auto scope = scope_of_body(name, publisher, told);
  return scope.size() == 3 ? scope : std::string();
}

TEST(IdentityLists, SayWhatTheirExamplesSay) {
  std::set<std::string> shown;
  const auto table = identity();
  for (const auto& item : *table["example"].as_array()) {
    const auto& example = *item.as_table();
    const auto list = text(example["list"]);
    SCOPED_TRACE(list + ": " + text(example["name"]) + text(example["officials"][0]) +
                 text(example["bodies"][0]));
    shown.insert(list);
    if (const auto country = example["country"].value<std::string>()) {
      EXPECT_EQ(
          country_of(text(example["name"]), text(example["publisher"]), text(example["told"])),
          *country);
    } else if (const auto by_release = example["by_release"].value<bool>()) {
      const auto scope = scope_of_body(text(example["name"]), text(example["publisher"]), "");
      EXPECT_EQ(scope == "release/r", *by_release);
    } else if (const auto many = example["of_many"].value<bool>()) {
      const auto name = text(example["name"]);
      EXPECT_EQ(list.starts_with("common_") ? is_common_name(name) : is_kind_of_instrument(name),
                *many);
    } else {
      EXPECT_EQ(are_one(example), example["one"].value_or(false));
    }
  }
  for (const auto* list :
       {"particles",    "inner_particles", "titles",      "generations",     "given_forms",
        "sounds",       "leading",         "small_words", "spellings",       "phrases",
        "translations", "foreign_phrases", "prefixes",    "common_words",    "common_heads",
        "state_words",  "local_words",     "local_names", "shared_words",    "unit_endings",
        "never_of",     "seats",           "sole_titles", "instrument_words"}) {
    EXPECT_TRUE(shown.contains(list)) << list << " has no example";
  }
}

// What the bearer of a listed party of Sri Lanka has after "~", where a release of `publisher`
// calls it so.
std::string scope_of_party(const std::string& name, const std::string& publisher,
                           const std::string& told) {
  Extraction x;
  x.release.id = "r";
  x.release.publisher = publisher;
  x.nodes.push_back(
      {"n1",
       NodeType::agency,
       name,
       {},
       {{"authority", "lk-npp"}, {"authority_name", "National People's Power"}, {"country", "LKA"}},
       {}});
  if (!told.empty()) {
    x.nodes.push_back({"n2", NodeType::place, "Somewhere", {}, {{"authority", told}}, {}});
  }
  return std::string(scope_of(BearerIds(x).of(x.nodes[0]).key));
}

TEST(Acronyms, AreTheListedBodyOnlyWhereSomethingIsOfItsCountry) {
  EXPECT_EQ(scope_of_party("NPP", "US Department of Justice", "CHN"), "release/r");
  EXPECT_EQ(scope_of_party("NPP", "US Department of Justice", "LKA"), "");
  EXPECT_EQ(scope_of_party("NPP", "Government of Sri Lanka", ""), "");
  EXPECT_EQ(scope_of_party("National People's Power", "US Department of Justice", ""), "");
}

TEST(IdentityLists, PutLongerSoundsFirst) {
  const auto sounds = identity_lists::sounds;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    for (std::size_t j = i + 1; j < sounds.size(); ++j) {
      EXPECT_FALSE(sounds[j].from.size() > sounds[i].from.size() &&
                   sounds[j].from.starts_with(sounds[i].from))
          << sounds[i].from << " hides " << sounds[j].from;
    }
  }
}

TEST(IdentityLists, HoldEachFormOfANameOnceARow) {
  for (const auto row : identity_lists::given_forms) {
    EXPECT_NE(row.find(' '), std::string_view::npos) << row;
    EXPECT_EQ(row.find("  "), std::string_view::npos) << row;
  }
}

std::string scope_of_event(const std::string& name, const std::string& published,
                           const std::string& start) {
  Extraction x;
  x.release.id = "r";
  x.release.publisher = "Ministry of Ports";
  x.release.published = published;
  Node node;
  node.id = "n1";
  node.type = NodeType::event;
  node.name = name;
  if (!start.empty()) {
    node.attributes.push_back({"start", start});
  }
  x.nodes.push_back(node);
  return std::string(scope_of(BearerIds(x).of(x.nodes[0]).key));
}

TEST(BearerIds, TellEventsOfASeriesByTheYear) {
  EXPECT_EQ(scope_of_event("Harbour Summit", "2021-06-14", ""), "2021");
  EXPECT_EQ(scope_of_event("Harbour Summit", "2021-06-14", "2021-06-14"), "");
  EXPECT_EQ(scope_of_event("Ninth Harbour Summit", "2021-06-14", ""), "");
  EXPECT_EQ(scope_of_event("2021 Harbour Summit", "2022-01-02", ""), "");
  EXPECT_EQ(scope_of_event("Harbour Summit", "", ""), "");
}

TEST(BearerIds, TellBareEventsByTheirRelease) {
  EXPECT_EQ(scope_of_event("official visit this morning (19)", "2025-05-19", "2025-05-19"),
            "release/r");
  EXPECT_EQ(scope_of_event("meeting at the Harrow Hall", "2025-05-19", "2025-05-19"), "release/r");
  EXPECT_EQ(scope_of_event("discussion in Oslo", "2025-05-19", "2025-05-19"), "release/r");
  EXPECT_EQ(scope_of_event("meeting on projects implemented", "2025-05-19", "2025-05-19"),
            "release/r");
  EXPECT_EQ(scope_of_event("meeting with ministers", "2025-05-19", "2025-05-19"),
            "ministry-of-ports");
  EXPECT_EQ(scope_of_event("meeting in Oslo with ministers", "2025-05-19", "2025-05-19"),
            "ministry-of-ports");
}

}  // namespace
}  // namespace pressgraph
