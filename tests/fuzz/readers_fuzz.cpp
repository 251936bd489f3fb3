// SPDX-License-Identifier: Apache-2.0
// Any bytes, read as every format and as whatever they look like: each record that comes out keeps
// what model.hpp says of a release, or says what is wrong with it.
#include <cstdint>
#include <optional>
#include <sstream>

#include "importers/readers/reader.hpp"
#include "tests/fuzz/require.hpp"

namespace pressgraph {
namespace {

bool is_utf8(std::string_view text) {
  std::size_t left = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0U) == 0x80U;
    if (continues != (left > 0)) {
      return false;
    }
    left = continues ? left - 1 : byte < 0x80U ? 0 : byte < 0xE0U ? 1 : byte < 0xF0U ? 2 : 3;
  }
  return left == 0;
}

struct Check {
  bool operator()(const Release& release) const {
    require(is_utf8(release.text) && is_utf8(release.title), "a release is UTF-8");
    require(release.text.find('\0') == std::string::npos, "a release holds no NUL");
    require(!release.id.empty(), "a release has an id");
    return true;
  }
  bool operator()(const Extraction& extraction) const {
    const auto size = extraction.release.text.size();
    for (const auto& sentence : extraction.sentences) {
      require(sentence.begin <= sentence.end && sentence.end <= size, "sentences lie in the text");
    }
    return (*this)(extraction.release);
  }
  bool operator()(const BadRecord& bad) const {
    require(!bad.found.empty() && !bad.expected.empty(), "a bad record says what and why");
    return true;
  }
};

void read(const std::string& bytes, std::optional<InputFormat> format) {
  std::istringstream in(bytes);
  const ReadLimits limits;
  read_stream(in, "fuzz", format, limits,
              [](const Record& record) { return std::visit(Check{}, record); });
}

}  // namespace
}  // namespace pressgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  pressgraph::read(bytes, std::nullopt);
  for (const auto& row : pressgraph::input_formats()) {
    pressgraph::read(bytes, row.format);
  }
  return 0;
}
