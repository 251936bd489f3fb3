// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/fields.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "graph/identity.hpp"

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

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

unsigned month_of(std::string_view word) {
  if (word.size() < 3) {
    return 0;
  }
  std::string key(word.substr(0, 3));
  for (char& c : key) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  const auto found = std::ranges::find(months, key);
  return found == months.end() ? 0 : static_cast<unsigned>(found - months.begin() + 1);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text.substr(0, 100)) + " ") {
    const bool part = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (part) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_iso(std::string_view text) {
  return text.size() >= 4 && is_digits(text.substr(0, 4)) &&
         (text.size() == 4 ||
          (text.size() >= 7 && text[4] == '-' && is_digits(text.substr(5, 2)) &&
           text.substr(5, 2) <= "12" &&
           (text.size() == 7 || (text.size() >= 10 && text[7] == '-' &&
                                 is_digits(text.substr(8, 2)) && text.substr(8, 2) <= "31"))));
}

std::string spelled_date(std::string_view text) {
  unsigned month = 0;
  std::string day;
  std::string year;
  for (const auto& word : words_of(text)) {
    const auto digits = is_digits(word) ? word : std::string();
    if (month == 0 && month_of(word) != 0 && digits.empty()) {
      month = month_of(word);
    } else if (digits.size() == 4 && year.empty()) {
      year = digits;
    } else if (!digits.empty() && digits.size() <= 2 && day.empty()) {
      day = digits;
    }
  }
  if (month == 0 || year.empty() || day.empty() || std::stoi(day) > 31 || std::stoi(day) < 1) {
    return {};
  }
  return fmt::format("{}-{:02}-{:02}", year, month, std::stoi(day));
}

std::string last_of_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const auto scheme = url.find("://");
  auto rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  return slug(rest);
}

}  // namespace

std::string clean_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
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

std::string iso_date_in(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
    text.remove_suffix(1);
  }
  if (is_iso(text)) {
    const bool time = text.size() >= 16 && (text[10] == 'T' || text[10] == ' ') && text[13] == ':';
    std::string iso(text.substr(
        0, time ? std::min<std::size_t>(text.size(), 25) : std::min<std::size_t>(text.size(), 10)));
    if (time) {
      iso[10] = 'T';
    }
    return iso;
  }
  return spelled_date(text);
}

void finish_release(Release& release, const std::string& path) {
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
  release.id = slug(stem, true) + "-" + sha256_hex(release.text).substr(0, 8);
}

}  // namespace pressgraph
