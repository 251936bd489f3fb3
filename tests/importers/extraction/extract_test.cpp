// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/extract.hpp"

#include <gtest/gtest.h>

#include "importers/extraction/text_parts.hpp"

namespace pressgraph {
namespace {

Release release_of(const std::string& id, const std::string& text) {
  Release release;
  release.id = id;
  release.title = "Note " + id;
  release.publisher = "Harrow Council";
  release.text = text;
  return release;
}

TEST(Extractor, GivesOfSeveralReleasesWhatItGivesOfEach) {
  const std::string words =
      "On 4 October 2017 Minister of Trade Ann Ode addressed the Harrow Trade Forum in Oslo. She "
      "recalled resolution 2322 (2016).\n\n";
  auto long_text = words;
  while (long_text.size() <= longest_part) {
    long_text += "They spoke of the support for the people of the region.\n\n";
  }
  const std::vector<Release> releases{
      release_of("a", words), release_of("b", long_text + words), release_of("c", ""),
      release_of("d",
                 "Le ministre des Transports a rencontré lundi son homologue letton. Ils ont "
                 "parlé de la nouvelle ligne de chemin de fer et sont convenus de se revoir."),
      release_of("e", "The President of Latvia met Mr. Carl Lindqvist. " + words)};
  const Extractor extractor;
  auto together = extractor.extract_packed(releases);
  ASSERT_EQ(together.size(), releases.size());
  for (std::size_t i = 0; i < releases.size(); ++i) {
    EXPECT_EQ(unpacked(std::move(together[i])), extractor.extract(releases[i])) << releases[i].id;
  }
  EXPECT_TRUE(extractor.extract_packed({}).empty());
}

}  // namespace
}  // namespace pressgraph
