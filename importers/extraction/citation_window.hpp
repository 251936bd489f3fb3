// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// A bounded stretch of text as the patterns see it: white space of any kind and length is one
/// space, dashes are "-", apostrophes "'". Keeps where each byte comes from.
struct CitationWindow {
  std::string text;
  std::vector<std::size_t> at;  ///< by byte of `text`: offset in the source; one more for the end

  /// From `begin` to `end`, `limit` bytes of the source at most.
  void fill(std::string_view source, std::size_t begin, std::size_t end, std::size_t limit);

 private:
  std::size_t take_plain(std::string_view source, std::size_t size, std::size_t begin);
};

}  // namespace pressgraph
