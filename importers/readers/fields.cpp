// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/fields.hpp"

#include <algorithm>
#include <filesystem>

#include "graph/identity.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/plain_run.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// The length of the valid character at `at`, 0 where there is none (Unicode 15, table 3-7).
std::size_t valid_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) {
    return 1;
  }
  if (first >= 0xC2 && first <= 0xDF) {
    return follows(1) ? 2 : 0;
  }
  if (first >= 0xE0 && first <= 0xEF) {
    const bool second = follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
    return second && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool second = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    return second && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

// What names the page: not the scheme, the fragment, or where the reader came from.
std::string last_of_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const auto scheme = url.find("://");
  url = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  if (const auto campaign = url.find("utm_"); campaign != std::string_view::npos && campaign > 0) {
    url = url.substr(0, campaign - 1);
  }
  return slug(url);
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

bool is_utf8(std::string_view bytes) {
  for (auto at = end_of_printable(bytes, 0); at < bytes.size(); at = end_of_printable(bytes, at)) {
    const auto length = valid_length(bytes, at);
    if (length == 0) {
      return false;
    }
    at += length;
  }
  return true;
}

namespace {

// Where the ASCII from `at` on ends, NUL and carriage return apart.
std::size_t end_of_plain(std::string_view bytes, std::size_t at) {
  const auto is_plain = [](char c) { return (c & '\x80') == 0 && c != '\0' && c != '\r'; };
  at = end_of_printable(bytes, at);
  while (at < bytes.size() && is_plain(bytes[at])) {
    at = end_of_printable(bytes, at + 1);
  }
  return at;
}

}  // namespace

std::string clean_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    // Most of any text: taken as a whole.
    const auto plain = end_of_plain(bytes, at);
    text += bytes.substr(at, plain - at);
    at = plain;
    if (at == bytes.size()) {
      break;
    }
    const auto length = bytes[at] == '\0' ? 0 : valid_length(bytes, at);
    if (length == 0) {
      text += replacement;
      ++at;
    } else if (bytes[at] == '\r') {
      text += '\n';
      at += at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2U : 1U;
    } else {
      text += bytes.substr(at, length);
      at += length;
    }
  }
  return text;
}

std::string whole_link(const std::string& link, const std::string& base) {
  if (link.empty() || link.find("://") != std::string::npos) {
    return link;
  }
  const auto host = base.find("://");
  if (host == std::string::npos) {
    return {};
  }
  const auto path = std::min(base.find('/', host + 3), base.size());
  const auto folder = std::max(path, std::min(base.rfind('/'), base.size()));
  return link.starts_with("/") ? base.substr(0, path) + link : base.substr(0, folder) + "/" + link;
}

bool is_number(std::string_view id) {
  // No hyphen: an id that was made of a file's name and a hash may have no letter either.
  return id.find_first_not_of("0123456789/.,:# ") == std::string_view::npos;
}

void finish_release(Release& release, const std::string& path, std::string_view number) {
  std::erase(release.topics, std::string());
  if (!release.id.empty()) {
    return;
  }
  if (!release.url.empty()) {
    release.id = last_of_url(release.url);
    return;
  }
  const auto stem =
      path == "-" ? std::string("stdin") : std::filesystem::path(path).stem().string();
  const auto name = slug(stem, true) + (number.empty() ? "" : "-" + slug(number, true));
  release.id = name + "-" + sha256_hex(release.text).substr(0, 8);
}

}  // namespace pressgraph
