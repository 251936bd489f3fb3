// SPDX-License-Identifier: Apache-2.0
#include "exporters/xml.hpp"

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
    default:
      return {};
  }
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
  for (std::size_t at = 0; at < text.size();) {
    const auto illegal = illegal_length(text.substr(at));
    if (illegal != 0) {
      at += illegal;
      continue;
    }
    const char c = text[at++];
    const auto escaped = entity(c);
    if (escaped.empty()) {
      out += c;
    } else {
      out += escaped;
    }
  }
}

void append_xml_attribute(std::string& out, std::string_view text) {
  std::string escaped;
  append_xml(escaped, text);
  for (const char c : escaped) {
    if (c == '\n') {
      out += "&#xA;";
    } else if (c == '\t') {
      out += "&#x9;";
    } else {
      out += c;
    }
  }
}

}  // namespace pressgraph
