// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "importers/extraction/extract.hpp"

namespace pressgraph {
namespace {

// One of everything that looks at the words after it.
constexpr std::string_view text =
    "Ann Ode, 56, of Oslo, Minister of Trade (Norway), met with Mr. Bo Lind (Sweden) and the "
    "Council's President, Carl Moe, on 4-5 May 2017, pursuant to resolutions 1540 (2004), 2322 and "
    "S/RES/2396 (2017). \"We will,\" she said, \"host it.\" On behalf of the Ministry of Health "
    "(MOH)'s Office, he addressed the 7th Session of the Assembly, including: Ann Ode, Bo Lind, a "
    "Senior State Department Fellow, a talk with Carl Moe, the Minister of Trade and Harbour "
    "Affairs "
    "said, the Ministry of Trade's Bureau of Standards and Press, the U.S.-Norway Dialogue, his "
    "wife, "
    "Ada Lind, the maker Harrow, the Harrow Water Strategy Report (HWSR) of the Office of Law and "
    "Chief Secretary\n\nAnn Ode\nMinister\nNorway";

// The library's assertions are on in this build: a look beyond the end of the words ends the test.
TEST(Extraction, ReadsATextThatIsCutOffAnywhere) {
  const Extractor extractor;
  std::size_t edges = 0;
  for (std::size_t size = 1; size <= text.size(); ++size) {
    Release release;
    release.id = "x";
    release.title = text.substr(0, size);
    release.text = text.substr(0, size);
    const auto extraction = extractor.extract(std::move(release));
    edges = std::max(edges, extraction.edges.size());
  }
  EXPECT_GT(edges, 10U);
}

// The same of every phenomenon, after each word: what a rule looks for may be missing.
TEST(Extraction, ReadsEachPhenomenonThatIsCutOffAfterAnyWord) {
  const auto file = toml::parse_file(std::string(PRESSGRAPH_SOURCE_DIR) +
                                     "/tests/importers/extraction/phenomena.toml");
  const Extractor extractor;
  std::size_t read = 0;
  for (const auto& item : *file["case"].as_array()) {
    const auto& row = *item.as_table();
    const auto whole = row["text"].value_or(std::string());
    for (auto end = whole.find(' '); end != std::string::npos; end = whole.find(' ', end + 1)) {
      Release release;
      release.id = "x";
      release.title = row["title"].value_or(std::string());
      release.publisher = row["publisher"].value_or(std::string());
      release.text = whole.substr(0, end);
      read += extractor.extract(std::move(release)).nodes.empty() ? 0U : 1U;
    }
  }
  EXPECT_GT(read, 3000U);
}

}  // namespace
}  // namespace pressgraph
