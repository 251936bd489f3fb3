// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// Words of citations compared in ASCII, without regard to case. Phrases are lower case.
namespace pressgraph {

constexpr char folded_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char upper_letter(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Letters, digits and every byte of a character beyond ASCII.
constexpr bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (folded_letter(c) >= 'a' && folded_letter(c) <= 'z') ||
         (c & '\x80') != 0;
}

inline bool starts_as(std::string_view text, std::string_view phrase) {
  return text.size() >= phrase.size() &&
         std::equal(phrase.begin(), phrase.end(), text.begin(),
                    [](char p, char t) { return p == folded_letter(t); });
}

/// The same where "#" in `phrase` stands for any digit.
inline bool starts_like(std::string_view text, std::string_view phrase) {
  return text.size() >= phrase.size() &&
         std::equal(phrase.begin(), phrase.end(), text.begin(), [](char p, char t) {
           return p == '#' ? t >= '0' && t <= '9' : p == folded_letter(t);
         });
}

inline bool starts_like_one(std::string_view text, const std::vector<std::string>& phrases) {
  return std::ranges::any_of(phrases, [text](const auto& p) { return starts_like(text, p); });
}

/// Whether `text` ends in `phrase` as a word of its own. REQUIRES: `phrase` is not empty.
inline bool ends_as(std::string_view text, std::string_view phrase) {
  return text.size() >= phrase.size() && folded_letter(text.back()) == phrase.back() &&
         starts_as(text.substr(text.size() - phrase.size()), phrase) &&
         (text.size() == phrase.size() || !is_word_byte(text[text.size() - phrase.size() - 1]));
}

/// Takes `phrase` and the spaces before it off the end; false where `text` does not end in it.
inline bool drop_end(std::string_view& text, std::string_view phrase) {
  if (!ends_as(text, phrase)) {
    return false;
  }
  text.remove_suffix(phrase.size());
  while (text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return true;
}

inline bool holds(std::string_view text, std::string_view phrase) {
  return std::search(text.begin(), text.end(), phrase.begin(), phrase.end(),
                     [](char t, char p) { return folded_letter(t) == p; }) != text.end();
}

}  // namespace pressgraph
