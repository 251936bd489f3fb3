// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/topics.hpp"

#include <gtest/gtest.h>

namespace pressgraph {
namespace {

TopicThesaurus sample(const std::string& name) {
  return TopicThesaurus::read(std::string(PRESSGRAPH_SOURCE_DIR) +
                              "/tests/importers/authority/data/" + name);
}

TEST(Topics, AreFoundByLabelWhateverCaseAccentsAndPunctuation) {
  const auto topics = sample("topics.csv");
  EXPECT_EQ(topics.concept_of("HARBOURS"), "https://thesaurus.example.org/1");
  EXPECT_EQ(topics.concept_of("ports and harbours"), "https://thesaurus.example.org/1");
  EXPECT_EQ(topics.concept_of("peche"), "https://thesaurus.example.org/3");
  EXPECT_EQ(topics.concept_of("ports"), "");
}

TEST(Topics, StandForNothingWhereALabelHasTwoConcepts) {
  EXPECT_EQ(sample("topics.csv").concept_of("tides"), "");
  EXPECT_EQ(sample("topics.ttl").concept_of("quays"), "");
}

TEST(Topics, AreReadFromSkosInEveryLanguage) {
  const auto topics = sample("topics.ttl");
  EXPECT_EQ(topics.concept_of("Ports"), "https://thesaurus.example.org/1");
  EXPECT_EQ(topics.concept_of("Puertos"), "https://thesaurus.example.org/1");
  EXPECT_EQ(topics.concept_of("Law"), "") << "a definition is no label";
  EXPECT_EQ(sample("topics.rdf").concept_of("ports"), "https://thesaurus.example.org/1");
}

TEST(Topics, PreferTheConceptThatPrefersTheLabel) {
  EXPECT_EQ(sample("topics.ttl").concept_of("Harbours"), "https://thesaurus.example.org/2");
}

TEST(Topics, LinkTopicsAlone) {
  Extraction extraction;
  extraction.nodes.resize(3);
  extraction.nodes[0] = {"n0", NodeType::release, "Harbours", {}, {}, {}};
  extraction.nodes[1] = {"n1", NodeType::topic, "Harbours", {}, {{"exact_match", "old"}}, {}};
  extraction.nodes[2] = {"n2", NodeType::topic, "Weather", {}, {}, {}};
  sample("topics.csv").link(extraction);
  EXPECT_TRUE(extraction.nodes[0].attributes.empty());
  ASSERT_EQ(extraction.nodes[1].attributes.size(), 1U);
  EXPECT_EQ(extraction.nodes[1].attributes[0].value, "https://thesaurus.example.org/1");
  EXPECT_TRUE(extraction.nodes[2].attributes.empty());
}

}  // namespace
}  // namespace pressgraph
