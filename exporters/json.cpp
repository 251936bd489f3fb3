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

/// Whether one of eight bytes has to be escaped (or might: a byte beyond ASCII may be taken for
/// one). "Bit Twiddling Hacks", S. Anderson: "Determine if a word has a byte less than n".
bool may_have_escape(const char* eight) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t highs = 0x8080808080808080ULL;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  const auto quote = bytes ^ (ones * '"');
  const auto backslash = bytes ^ (ones * '\\');
  const auto found = ((bytes - ones * 0x20) & ~bytes) | ((quote - ones) & ~quote) |
                     ((backslash - ones) & ~backslash);
  return (found & highs) != 0;
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  append_json_inside(out, text);
  out += '"';
}

void append_json_inside(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (at + 8 <= text.size() && !may_have_escape(text.data() + at)) {
      at += 8;
    }
    if (at == text.size()) {
      break;
    }
    const char escape = escapes[static_cast<unsigned char>(text[at])];
    if (escape == 0) [[likely]] {
      continue;
    }
    out.append(text, plain, at - plain);
    plain = at + 1;
    out += '\\';
    out += escape;
    if (escape == 'u') {
      out += "00";
      out += "0123456789abcdef"[static_cast<unsigned char>(text[at]) >> 4U];
      out += "0123456789abcdef"[static_cast<unsigned char>(text[at]) & 15U];
    }
  }
  out.append(text, plain, text.size() - plain);
}

}  // namespace pressgraph
