// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace pressgraph {

/// The bytes that a writer must look at; the others are written as they are.
using Suspects = std::array<bool, 256>;

/// The place from `at` on of the first suspect byte of `text`, or its end. Four bytes a step: texts
/// hold little that is suspect, and writers spend most of their time here.
inline std::size_t end_of_plain(std::string_view text, std::size_t at, const Suspects& suspects) {
  const auto suspect = [&](std::size_t place) -> unsigned {
    return suspects[static_cast<unsigned char>(text[place])] ? 1U : 0U;
  };
  while (at + 4 <= text.size() &&
         (suspect(at) | suspect(at + 1) | suspect(at + 2) | suspect(at + 3)) == 0U) {
    at += 4;
  }
  while (at < text.size() && suspect(at) == 0U) {
    ++at;
  }
  return at;
}

}  // namespace pressgraph
