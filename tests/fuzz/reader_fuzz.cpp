// SPDX-License-Identifier: Apache-2.0
// One reader (PRESSGRAPH_FUZZ_FORMAT; empty: whatever the content is taken for): any cut of the
// input gives the same; a release is clean UTF-8 and has an id; an extraction has its offsets in
// its fields, on the bounds of code points, and reads back as itself.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/invariants.hpp"

namespace pressgraph {
namespace {

void check(const std::string& bytes) {
  constexpr std::string_view name = PRESSGRAPH_FUZZ_FORMAT;
  const auto format = name.empty() ? std::nullopt : input_format_named(name);
  require(name.empty() || format.has_value(), "the format is one of the table");
  // A PDF would start a program for each input.
  if (name.empty() && detect_format(bytes) == InputFormat::pdf) {
    return;
  }
  for (const auto& extraction : check_reading(bytes, format).extractions) {
    check_reads_back(extraction);
  }
}

}  // namespace
}  // namespace pressgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pressgraph::check(std::string(data, data + size));
  return 0;
}
