// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Characters as extraction compares them: case, diacritics and typographic variants aside.
namespace pressgraph {

/// One code point of UTF-8 text and the bytes it takes. Invalid bytes decode as U+FFFD, one byte
/// each.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;
};

/// REQUIRES: at < text.size().
CodePoint decode(std::string_view text, std::size_t at);

enum class CharacterClass : std::uint8_t { space, letter, digit, punctuation, ignored };

/// Letters are everything that is not known to be something else. Soft hyphens, zero-width marks
/// and combining marks are `ignored`: they belong to the word around them.
CharacterClass classify(char32_t c);

bool is_upper(char32_t c);

/// Appends the folded form of `c` to `out`: ASCII lower case where Unicode decomposes a Latin
/// letter,
/// "'" for every apostrophe, "-" for every hyphen, the character itself in UTF-8 elsewhere.
void append_folded(std::string& out, char32_t c);

/// `text` folded, white space runs as one space.
std::string folded(std::string_view text);

}  // namespace pressgraph
