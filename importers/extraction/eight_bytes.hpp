// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

/// Eight bytes of a text as one number, and what they are: told of all at once, without a branch.
namespace pressgraph {

constexpr std::uint64_t ones_of_bytes = 0x0101010101010101ULL;
constexpr std::uint64_t highs_of_bytes = ones_of_bytes << 7U;
/// The bit that tells a small ASCII letter from its capital.
constexpr std::uint64_t case_bits = ones_of_bytes * 0x20;

/// The eight bytes at `bytes`, the first the lowest. REQUIRES: a machine whose numbers lie so, as
/// `little_endian` tells.
inline std::uint64_t eight_bytes(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

constexpr bool little_endian = std::endian::native == std::endian::little;

/// The high bit of each of `bytes` that is not between `first` and `last`, ASCII both.
constexpr std::uint64_t not_between(std::uint64_t bytes, char first, char last) {
  const auto low = bytes & ~highs_of_bytes;
  const auto from_first = low + ones_of_bytes * static_cast<std::uint64_t>(0x80 - first);
  const auto past_last = low + ones_of_bytes * static_cast<std::uint64_t>(0x80 - last - 1);
  return (~from_first | past_last | bytes) & highs_of_bytes;
}

/// The high bit of each of `bytes` that is between `first` and `last`, ASCII both.
constexpr std::uint64_t bytes_between(std::uint64_t bytes, char first, char last) {
  return ~not_between(bytes, first, last) & highs_of_bytes;
}

/// The high bit of each of `bytes` that is no ASCII letter, whatever its case.
constexpr std::uint64_t no_letters(std::uint64_t bytes) {
  return not_between(bytes | case_bits, 'a', 'z');
}

/// The same of neither an ASCII letter nor a digit.
constexpr std::uint64_t no_letters_or_digits(std::uint64_t bytes) {
  return no_letters(bytes) & not_between(bytes, '0', '9');
}

}  // namespace pressgraph
