// SPDX-License-Identifier: Apache-2.0
// Adding a negation to a sentence never adds an edge that is shown: over the examples and, where it
// is there, the corpus.
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "importers/extraction/extract.hpp"
#include "importers/readers/reader.hpp"
#include "tests/importers/extraction/sentences.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t every = 160;  // of the corpus' releases

std::vector<Release> releases_in(const std::filesystem::path& path, std::size_t step) {
  std::vector<Release> releases;
  std::size_t count = 0;
  if (std::filesystem::exists(path)) {
    read_path(path.string(), {}, {}, [&](Record record) {
      if (auto* release = std::get_if<Release>(&record);
          release != nullptr && count++ % step == 0) {
        releases.push_back(std::move(*release));
      }
      return true;
    });
  }
  return releases;
}

// Whoever addresses or hosts an event is not listed among those who took part, so that a negated
// speech may bring the attendance to light; what is said changes with its words.
std::set<std::string> comparable(const Extraction& extraction) {
  std::set<std::string> edges;
  for (const auto& edge : extraction.edges) {
    const auto relation = edge.relation;
    if (!is_shown(edge.status) || relation == Relation::mentions || relation == Relation::said) {
      continue;
    }
    const bool there = relation == Relation::addressed || relation == Relation::hosted;
    const auto subject = name_of(extraction, edge.subject);
    const auto object = name_of(extraction, edge.object);
    edges.insert(subject + " " + std::string(name(relation)) + " " + object);
    if (there) {
      edges.insert(subject + " participated " + object);
    }
  }
  return edges;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(Negation, AddsNoShownEdge) {
  const std::filesystem::path source(PRESSGRAPH_SOURCE_DIR);
  auto releases = releases_in(source / "examples", 1);
  ASSERT_GT(releases.size(), 10U);
  for (auto& release : releases_in(source / "../shared/corpus", every)) {
    releases.push_back(std::move(release));
  }
  const Extractor extractor;
  for (const auto& release : releases) {
    const auto before = comparable(extractor.extract(release));
    for (const std::string_view word : {"will", "was", "were", "has", "have", "did", "would"}) {
      auto negated = release;
      const auto plain = " " + std::string(word) + " ";
      negated.text = replaced(release.text, plain, plain + "not ");
      if (negated.text == release.text) {
        continue;
      }
      for (const auto& edge : comparable(extractor.extract(negated))) {
        EXPECT_TRUE(before.contains(edge)) << release.id << ", " << word << " not: " << edge;
      }
    }
  }
}

}  // namespace
}  // namespace pressgraph
