// SPDX-License-Identifier: Apache-2.0
// Extraction of arbitrary text: every offset lies inside the text and on code points, and the JSON
// that is written of it reads back as the same extraction.
#include <cstddef>
#include <cstdint>
#include <string>

#include "importers/extraction/extract.hpp"
#include "importers/readers/fields.hpp"
#include "tests/fuzz/invariants.hpp"

namespace pressgraph {
namespace {

const Extractor& extractor() {
  static const Extractor instance;
  return instance;
}

// The first line is the title, as in a text.
Release release_of(const std::string& bytes) {
  const auto text = clean_text(bytes);
  const auto line = std::min(text.find('\n'), text.size());
  Release release;
  release.title = text.substr(0, line);
  release.text = text.substr(line);
  release.published = "2017-10-16";
  release.publisher = "United Nations";
  release.topics = {"Terrorism"};
  finish_release(release, "in");
  return release;
}

}  // namespace
}  // namespace pressgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pressgraph;  // NOLINT(google-build-using-namespace): the entry point is outside
  const std::string bytes(data, data + size);
  const auto extraction = extractor().extract(release_of(bytes));
  check_extraction(extraction);
  check_reads_back(extraction);
  return 0;
}
