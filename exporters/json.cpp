// SPDX-License-Identifier: Apache-2.0
#include "exporters/json.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace pressgraph {
namespace {

/// What stands after a backslash for a byte of a JSON string: 0 for none, 'u' for four digits.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t control = 0; control < 0x20; ++control) {
    table[control] = 'u';
  }
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

/// The high bit of the first of eight bytes that has to be escaped, and maybe of some behind it; 0
/// where none has to. "Bit Twiddling Hacks", S. Anderson: "Determine if a word has a byte less
/// than n".
std::uint64_t escaped_of(const char* eight) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t highs = 0x8080808080808080ULL;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  const auto quote = bytes ^ (ones * '"');
  const auto backslash = bytes ^ (ones * '\\');
  const auto found = ((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) |
                     ((backslash - ones) & ~backslash);
  return found & highs;
}

bool is_escaped(char c) {
  return escapes[static_cast<unsigned char>(c)] != 0;
}

}  // namespace

std::size_t plain_json(std::string_view text) {
  std::size_t at = 0;
  while (at + 8 <= text.size() && escaped_of(text.data() + at) == 0) {
    at += 8;
  }
  while (at < text.size() && !is_escaped(text[at])) {
    ++at;
  }
  return at;
}

std::size_t copy_plain_json(std::string_view text, char* to) {
  std::size_t at = 0;
  for (; at + 8 <= text.size() && escaped_of(text.data() + at) == 0; at += 8) {
    std::memcpy(to + at, text.data() + at, 8);
  }
  for (; at < text.size() && !is_escaped(text[at]); ++at) {
    to[at] = text[at];
  }
  return at;
}

char* write_json_escape(char* to, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  *to++ = '\\';
  *to++ = escapes[byte];
  if (escapes[byte] == 'u') {
    *to++ = '0';
    *to++ = '0';
    *to++ = digits[byte >> 4U];
    *to++ = digits[byte & 15U];
  }
  return to;
}

void append_json(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    const auto plain = plain_json(text);
    out.append(text, 0, plain);
    if (plain == text.size()) {
      break;
    }
    std::array<char, longest_json_escape> escape{};
    const auto* const end = write_json_escape(escape.data(), text[plain]);
    out.append(escape.data(), static_cast<std::size_t>(end - escape.data()));
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

}  // namespace pressgraph
