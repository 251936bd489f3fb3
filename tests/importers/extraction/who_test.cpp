// SPDX-License-Identifier: Apache-2.0
// Who is named, who holds which post, and which body is part of which: N1 to N19 of the phenomena.
#include <algorithm>

#include <gmock/gmock.h>

#include "importers/extraction/extract.hpp"

namespace pressgraph {
namespace {

using Lines = std::vector<std::string>;

Extraction extracted(std::string_view text) {
  static const Extractor extractor;
  Release release;
  release.id = "example";
  release.text = text;
  return extractor.extract(std::move(release));
}

std::string name_of(const Extraction& extraction, const std::string& id) {
  const auto found = std::ranges::find(extraction.nodes, id, &Node::id);
  return found == extraction.nodes.end() ? "?" + id : found->name;
}

/// "subject > object" of each edge of `relation`, sorted, each once.
Lines edges(std::string_view text, Relation relation) {
  const auto extraction = extracted(text);
  Lines lines;
  for (const auto& edge : extraction.edges) {
    if (edge.relation == relation && is_shown(edge.status)) {
      lines.push_back(name_of(extraction, edge.subject) + " > " + name_of(extraction, edge.object));
    }
  }
  std::ranges::sort(lines);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

Lines names(std::string_view text, NodeType type) {
  Lines lines;
  for (const auto& node : extracted(text).nodes) {
    if (node.type == type) {
      lines.push_back(node.name);
    }
  }
  std::ranges::sort(lines);
  return lines;
}

struct Row {
  std::string_view what;
  std::string_view text;
  Lines expected;
};

void expect_rows(const std::vector<Row>& rows, Relation relation) {
  for (const auto& row : rows) {
    EXPECT_EQ(edges(row.text, relation), row.expected) << row.what << ": " << row.text;
  }
}

void expect_names(const std::vector<Row>& rows, NodeType type) {
  for (const auto& row : rows) {
    EXPECT_EQ(names(row.text, type), row.expected) << row.what << ": " << row.text;
  }
}

TEST(Holds, BeforeTheName) {
  expect_rows(
      {{"a demonym", "Latvian Foreign Minister Ada Nwosu spoke.", {"Ada Nwosu > Latvia"}},
       {"an agency", "INTERPOL Secretary General Karl Brandt spoke.", {"Karl Brandt > INTERPOL"}},
       {"an owner", "Latvia's Minister of Transport Ada Nwosu spoke.", {"Ada Nwosu > Latvia"}},
       {"a title of another",
        "The UN Secretary-General's Personal Envoy Ada Nwosu spoke.",
        {"Ada Nwosu > UN"}},
       {"a rank after the comma",
        "The Chair of the NATO Military Committee, Admiral Karl Brandt, spoke.",
        {"Karl Brandt > NATO Military Committee"}},
       {"two posts of two bodies",
        "Deputy Assistant to the President and White House Coordinator for the Middle East and "
        "North Africa Ada Nwosu spoke.",
        {"Ada Nwosu > White House"}},
       {"an envoy to a country holds nothing there",
        "U.S. Special Envoy for Libya Ada Nwosu spoke.",
        {"Ada Nwosu > U.S."}},
       {"a mayor of a city holds no country's post", "Mayor of Riga Ada Nwosu spoke.", {}},
       {"a list of holders",
        "Senators Ada Nwosu, Karl Brandt and Li Na of the Arkell Union spoke.",
        {"Ada Nwosu > Arkell Union", "Karl Brandt > Arkell Union", "Li Na > Arkell Union"}}},
      Relation::holds);
}

TEST(Holds, AfterTheName) {
  expect_rows(
      {{"an appositive",
        "Karl Brandt, Director of the Baltic Marine Institute, spoke.",
        {"Karl Brandt > Baltic Marine Institute"}},
       {"a country in brackets", "KARL BRANDT (Latvia) spoke.", {"KARL BRANDT > Latvia"}},
       {"a post and a body",
        "Ada Nwosu, High Representative of the European Union for Foreign Affairs and Security "
        "Policy and Vice-President of the European Commission, spoke.",
        {"Ada Nwosu > European Commission", "Ada Nwosu > European Union"}},
       {"an item of a list",
        "Those present:\n\n- Ada Nwosu, Founder, Casa Arkell\n- Karl Brandt, youth advocate, "
        "Baltic Justice Institute",
        {"Ada Nwosu > Casa Arkell", "Karl Brandt > Baltic Justice Institute"}},
       {"members of one body",
        "Arkell Commission officials, including Ada Nwosu and Karl Brandt, spoke.",
        {"Ada Nwosu > Arkell Commission", "Karl Brandt > Arkell Commission"}},
       {"a post to come",
        "Ada Nwosu, nominee for Director of the Baltic Marine Institute, spoke.",
        {}},
       {"many are no holder's post",
        "Karl Brandt, representatives of Latvia and Ada Nwosu met.",
        {}}},
      Relation::holds);
}

TEST(Holds, AwayFromTheName) {
  expect_rows(
      {{"a life told",
        "Ada Nwosu joined the service in 1999. She has served as Ambassador to Chile; Director of "
        "the Baltic Marine Institute; and Chief of Mission of the Latvian Embassy in Quito, "
        "Ecuador. Nwosu also was a member of the Arkell Chapter of the International Sailors' "
        "Forum.",
        {"Ada Nwosu > Arkell Chapter of the International Sailors' Forum",
         "Ada Nwosu > Baltic Marine Institute", "Ada Nwosu > Latvian Embassy in Quito, Ecuador"}},
       {"the President of a country, named once",
        "President Ada Nwosu opened the session. The President of Latvia thanked the hosts.",
        {"Ada Nwosu > Latvia"}},
       {"not the one of another post",
        "Minister of Finance Karl Brandt spoke. The Foreign Minister of Latvia thanked him.",
        {}},
       {"nobody's, where two may be meant",
        "Ada Nwosu met Karl Brandt. Earlier that year there had been a role as Director of the "
        "Baltic Marine Institute.",
        {}}},
      Relation::holds);
}

TEST(PartOf, IsToldByTheName) {
  expect_rows(
      {{"an organ", "The Latvian Ministry of Transport wrote.", {}},
       {"an organ of a country named", "The Sri Lanka Navy wrote.", {"Sri Lanka Navy > Sri Lanka"}},
       {"no organ", "The Georgia Tea Company wrote.", {}},
       {"a school of a university",
        "The Arkell University School of Law wrote.",
        {"Arkell University School of Law > Arkell University"}},
       {"a seat is no parent",
        "The OSCE Mission to Montenegro wrote.",
        {"OSCE Mission to Montenegro > OSCE"}},
       {"an owner",
        "INTERPOL's Environmental Security Unit wrote.",
        {"Environmental Security Unit > INTERPOL"}},
       {"no parent after and", "The Peace and Security Council wrote.", {}}},
      Relation::part_of);
}

TEST(Agencies, AreReadWhole) {
  expect_names({{"a list in the name",
                 "The Arkell Society of Composers, Authors and Publishers wrote.",
                 {"Arkell Society of Composers, Authors and Publishers"}},
                {"a company",
                 "Broadcast Arkell, Inc. wrote to Li Tides Co., Ltd.",
                 {"Broadcast Arkell, Inc.", "Li Tides Co., Ltd."}},
                {"no name in a class", "Polish authorities and the Security Agencies wrote.", {}},
                {"no name in a plain committee", "The Executive Committee wrote.", {}},
                {"what an adjective cuts off",
                 "The Kenya-led Baltic Support Mission wrote.",
                 {"Baltic Support Mission"}}},
               NodeType::agency);
}

TEST(Officials, AreNotInventedFromHeadings) {
  expect_names(
      {{"a verb after a title", "President Leaves for Riga\n\nThe visit begins today.", {}},
       {"a prize", "The Karin Arkell Prize goes to nobody.", {}},
       {"a name that nothing tells", "The Nova Bohdanivka pipeline was mended.", {}},
       {"a party and state", "Senator Karl Brandt D NJ spoke.", {"Karl Brandt"}}},
      NodeType::official);
}

TEST(Places, AreToldByTheWordsAround) {
  expect_names(
      {{"villages",
        "Convoys reached the village of Ostrivka and the Bobryk district.",
        {"Bobryk", "Ostrivka"}},
       {"a list", "Shells fell in Kharkiv, Bobryk and Oskil.", {"Bobryk", "Kharkiv", "Oskil"}},
       {"a person after the place",
        "In Kyiv, Zelenskyy spoke. President Zelenskyy left.",
        {"Kyiv"}},
       {"a building", "The ministers met at the Ministry of Transport.", {"Ministry of Transport"}},
       {"what is called after a city", "They praised the Minsk agreements.", {}}},
      NodeType::place);
}

}  // namespace
}  // namespace pressgraph
