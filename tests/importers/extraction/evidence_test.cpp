// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gtest/gtest.h>

#include "importers/extraction/extract.hpp"

namespace pressgraph {
namespace {

// A line that begins with a bracket is no continuation, but the symbol goes on there.
TEST(Evidence, HoldsASymbolThatGoesOnBehindTheSentence) {
  Release release;
  release.id = "x";
  release.title = "Measures";
  release.text = "The measures rest on S/RES/2322\n(2016) and others.\n";
  const auto extraction = Extractor().extract(std::move(release));
  const auto cited = std::ranges::find(extraction.edges, Relation::cited,
                                       [](const Edge& e) { return e.relation; });
  ASSERT_NE(cited, extraction.edges.end());
  const auto& [field, span, trigger, rule, chain] = cited->evidence;
  const auto text = extraction.release.text.substr(trigger.begin, trigger.end - trigger.begin);
  EXPECT_EQ(text, "S/RES/2322\n(2016)");
  EXPECT_LE(span.begin, trigger.begin);
  EXPECT_GE(span.end, trigger.end);
}

// The quotation mark that the text begins with closes no sentence of the title.
TEST(Evidence, DoesNotReachOverTheEndOfTheTitle) {
  Release release;
  release.id = "x";
  release.title = "The Council recalled resolution 72/284.";
  release.text = "\xE2\x80\x98We will not attend.\n";
  const auto extraction = Extractor().extract(std::move(release));
  ASSERT_FALSE(extraction.edges.empty());
  for (const auto& edge : extraction.edges) {
    if (edge.evidence.field == Field::title) {
      EXPECT_LE(edge.evidence.span.end, extraction.release.title.size());
    }
  }
  ASSERT_FALSE(extraction.sentences.empty());
  EXPECT_EQ(extraction.sentences.front().begin, 0U);
}

TEST(Evidence, OfASignatureIsAllItsLines) {
  Release release;
  release.id = "x";
  release.title = "Message";
  release.text = "We thank all teachers.\n\nPetra Weiss\nPresident\nRepublic of Chile\n";
  const auto extraction = Extractor().extract(std::move(release));
  const auto holds = std::ranges::find(extraction.edges, Relation::holds,
                                       [](const Edge& e) { return e.relation; });
  ASSERT_NE(holds, extraction.edges.end());
  const auto [begin, end] = holds->evidence.span;
  EXPECT_EQ(extraction.release.text.substr(begin, end - begin),
            "Petra Weiss\nPresident\nRepublic of Chile");
}

}  // namespace
}  // namespace pressgraph
