// SPDX-License-Identifier: Apache-2.0
#include "exporters/xml.hpp"

#include <cstdint>
#include <cstring>

#include "exporters/plain_run.hpp"

namespace pressgraph {
namespace {

/// The length of the character at the start of `text` that XML cannot hold, or 0.
std::size_t illegal_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte < 0x20) {
    return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  }
  if (byte == 0x7F) {
    return 1;
  }
  if (byte < 0xED || text.size() < 3) {
    return 0;
  }
  const auto second = static_cast<unsigned char>(text[1]);
  const bool surrogate = byte == 0xED && second >= 0xA0;
  return surrogate || is_noncharacter(text) ? 3 : 0;
}

/// What is not written as it is, or may begin a character that is left out.
constexpr Suspects in_content = [] {
  Suspects table{};
  for (std::size_t control = 0; control < 0x20; ++control) {
    table[control] = control != '\t' && control != '\n';
  }
  for (const char c : std::string_view("&<>\"\x7f\xED\xEF")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

constexpr Suspects in_attribute = [] {
  auto table = in_content;
  table['\t'] = true;
  table['\n'] = true;
  return table;
}();

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#xD;";
    case '\n':
      return "&#xA;";
    case '\t':
      return "&#x9;";
    default:
      return {};
  }
}

constexpr std::size_t block = sizeof(std::uint64_t);

constexpr std::uint64_t every(std::uint64_t byte) {
  return 0x0101010101010101U * byte;
}

/// Whether the block of `text` at `at` may hold a suspect: all at once, by the top bit that each
/// sum leaves in a byte. Holds for ASCII; what is none counts as suspect.
bool may_hold_suspect(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, block);
  const auto less_or_greater = (bytes & ~every('<' ^ '>')) ^ every('<' & '>');
  const auto quote_or_and = (bytes & ~every('"' ^ '&')) ^ every('"' & '&');
  const auto top_bits = bytes | (bytes + every(1)) | (bytes - every(0x20)) |
                        (less_or_greater - every(1)) | (quote_or_and - every(1));
  return (top_bits & every(0x80)) != 0;
}

/// As end_of_plain: by the block, the last of which may begin in the one before it. Only a block
/// that may hold a suspect, and a text shorter than one, are looked at by the byte.
std::size_t next_suspect(std::string_view text, std::size_t at, const Suspects& suspects) {
  for (; at + block <= text.size(); at += block) {
    if (may_hold_suspect(text, at)) {
      const auto end = end_of_plain(text.substr(0, at + block), at, suspects);
      if (end < at + block) {
        return end;
      }
    }
  }
  if (text.size() >= block && !may_hold_suspect(text, text.size() - block)) {
    return text.size();
  }
  return end_of_plain(text, at, suspects);
}

/// Appends what is plain as it is, in runs: texts hold little else.
void append_escaped(std::string& out, std::string_view text, const Suspects& suspects) {
  std::size_t plain = 0;
  for (auto at = next_suspect(text, 0, suspects); at < text.size();
       at = next_suspect(text, at, suspects)) {
    const auto illegal = illegal_length(text.substr(at));
    const auto escaped = illegal == 0 ? entity(text[at]) : std::string_view();
    if (illegal == 0 && escaped.empty()) {
      ++at;
      continue;
    }
    out.append(text, plain, at - plain).append(escaped);
    at += illegal == 0 ? 1 : illegal;
    plain = at;
  }
  out.append(text, plain, text.size() - plain);
}

}  // namespace

bool is_noncharacter(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

std::string without_noncharacters(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\xEF' && is_noncharacter(text.substr(at))) {
      at += 2;
    } else {
      kept += text[at];
    }
  }
  return kept;
}

std::string xml_characters(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto illegal = illegal_length(text.substr(at));
    if (illegal == 0) {
      kept += text[at++];
    }
    at += illegal;
  }
  return kept;
}

void append_xml(std::string& out, std::string_view text) {
  append_escaped(out, text, in_content);
}

void append_xml_attribute(std::string& out, std::string_view text) {
  append_escaped(out, text, in_attribute);
}

}  // namespace pressgraph
