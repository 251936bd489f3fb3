// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pressgraph {

/// Where the printable ASCII from `at` on ends. Most of any text is that, so it is looked at by
/// eight bytes.
inline std::size_t end_of_printable(std::string_view text, std::size_t at) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  constexpr std::uint64_t high = each * 0x80U;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    // A byte below ' ' borrows, DEL carries, and what is no ASCII has its high bit already.
    if (((word | (word - each * 0x20U) | (word + each)) & high) != 0) {
      break;
    }
  }
  while (at < text.size() && text[at] >= ' ' && text[at] < '\x7F') {
    ++at;
  }
  return at;
}

/// How many code points valid UTF-8 has: the bytes that go on with none are counted, by eight.
inline std::size_t code_points_in(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  std::size_t inside = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    // A 1 for each 10xxxxxx; multiplied, the highest byte is their sum.
    inside += static_cast<std::size_t>((((word >> 7U) & ~(word >> 6U) & each) * each) >> 56U);
  }
  for (; at < text.size(); ++at) {
    inside += (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U ? 1U : 0U;
  }
  return text.size() - inside;
}

}  // namespace pressgraph
