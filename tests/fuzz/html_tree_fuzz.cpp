// SPDX-License-Identifier: Apache-2.0
// A page whose tree TidyPage makes is that which libxml2 makes of it, node by node.
#include "importers/readers/html_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

#include "importers/readers/charset.hpp"
#include "importers/readers/html_tidy_page.hpp"
#include "tests/fuzz/invariants.hpp"
#include "tests/importers/readers/tree_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page(data, data + size);
  if (pressgraph::is_utf8(page)) {
    if (const auto tidy = pressgraph::TidyPage::parse(page); tidy != nullptr) {
      pressgraph::require(pressgraph::tree_text(tidy->root()) ==
                              pressgraph::tree_text(pressgraph::mended_html(page).root()),
                          "both parsers make one tree");
    }
  }
  return 0;
}
