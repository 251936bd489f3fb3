// SPDX-License-Identifier: Apache-2.0
// Layouts of pages (schemas/layouts.toml) up to the first NUL, then a page: a file that is no such
// table is refused with its name, never otherwise; with any that is one, the page's release is
// clean, and the same page gives the same whatever the cut.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "importers/readers/html_layouts.hpp"
#include "tests/fuzz/invariants.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view path = "layouts.toml";

std::shared_ptr<const HtmlLayouts> layouts_in(std::string_view toml) {
  try {
    return read_layouts(toml, path);
  } catch (const Error& error) {
    require(std::string_view(error.what()).starts_with(path), "a message names the file");
    return nullptr;
  }
}

void check(std::string_view bytes) {
  const auto end = std::min(bytes.find('\0'), bytes.size());
  const auto layouts = layouts_in(bytes.substr(0, end));
  if (layouts == nullptr || end == bytes.size()) {
    return;
  }
  auto limits = small_limits;
  limits.layouts = layouts.get();
  const auto page = bytes.substr(end + 1);
  const auto read = read_in_pieces(page, InputFormat::html, page.size() + 1, limits);
  require(read == read_in_pieces(page, InputFormat::html, 7, limits), "a cut changes nothing");
  for (const auto& release : read.releases) {
    check_release(release);
  }
}

}  // namespace
}  // namespace pressgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pressgraph::check(std::string(data, data + size));
  return 0;
}
