// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/fold.hpp"

#include <array>
#include <cstring>

#include "importers/extraction/eight_bytes.hpp"

namespace pressgraph {
namespace {

// The base letters of U+00C0..U+017F, one entry a code point; '?' is a character that keeps itself.
constexpr std::string_view latin_bases =
    "aaaaaaaceeeeiiiidnooooo?ouuuuy?saaaaaaaceeeeiiiidnooooo?ouuuuy?y"   // U+00C0..U+00FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"   // U+0100..U+013F
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0140..U+017F

bool is_continuation(unsigned char c) {
  return (c & 0xC0U) == 0x80U;
}

bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

CharacterClass classify_ascii(char32_t c) {
  if (c <= ' ') {
    return CharacterClass::space;
  }
  if (between(c, '0', '9')) {
    return CharacterClass::digit;
  }
  if (between(c, 'a', 'z') || between(c, 'A', 'Z')) {
    return CharacterClass::letter;
  }
  return c == 0x7F ? CharacterClass::space : CharacterClass::punctuation;
}

bool is_wide_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x85;
}

bool is_wide_punctuation(char32_t c) {
  return between(c, 0xA1, 0xBF) || between(c, 0x2010, 0x2027) || between(c, 0x2030, 0x205E) ||
         between(c, 0x2190, 0x2BFF) || between(c, 0x3001, 0x303F) || c == 0xD7 || c == 0xF7 ||
         c == 0xFFFD;
}

bool is_ignored(char32_t c) {
  return c == 0xAD || between(c, 0x200B, 0x200F) || c == 0xFEFF || between(c, 0x0300, 0x036F) ||
         between(c, 0x2060, 0x2064) || between(c, 0xFE00, 0xFE0F);
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    return {first, 1};
  }
  const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  if (length == 0 || first > 0xF4) {
    return {0xFFFD, 1};
  }
  char32_t value = first & (0x7FU >> length);
  for (std::uint32_t i = 1; i < length; ++i) {
    if (!is_continuation(byte(at + i))) {
      return {0xFFFD, 1};
    }
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  return {value, length};
}

CharacterClass classify(char32_t c) {
  if (c < 0x80) {
    return classify_ascii(c);
  }
  if (is_wide_space(c)) {
    return CharacterClass::space;
  }
  if (is_ignored(c)) {
    return CharacterClass::ignored;
  }
  return is_wide_punctuation(c) ? CharacterClass::punctuation : CharacterClass::letter;
}

bool is_upper(char32_t c) {
  if (c < 0x80) {
    return between(c, 'A', 'Z');
  }
  if (between(c, 0xC0, 0xDE)) {
    return c != 0xD7;
  }
  if (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) {
    return c % 2 == 1;
  }
  if (between(c, 0x100, 0x17F) || between(c, 0x200, 0x21F) || between(c, 0x1E00, 0x1EFF)) {
    return c % 2 == 0;
  }
  return between(c, 0x391, 0x3A9) || between(c, 0x400, 0x42F);
}

namespace {

bool is_apostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02B9 || c == 0x60 || c == 0xB4;
}

}  // namespace

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += between(c, 'A', 'Z') ? static_cast<char>(c + 32) : static_cast<char>(c);
    return;
  }
  if (between(c, 0xC0, 0x17F)) {
    const char base = latin_bases[static_cast<std::size_t>(c - 0xC0)];
    if (base != '?') {
      out += base;
      return;
    }
  }
  if (is_apostrophe(c)) {
    out += '\'';
  } else if (between(c, 0x2010, 0x2013)) {
    out += '-';
  } else if (between(c, 0x218, 0x21B)) {
    out += c < 0x21A ? 's' : 't';
  } else if (between(c, 0x410, 0x42F) || between(c, 0x391, 0x3A9)) {
    append_utf8(out, c + 0x20);
  } else if (classify(c) != CharacterClass::ignored) {
    append_utf8(out, c);
  }
}

namespace {

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte < 0x7F;
}

// Where the printable ASCII from `at` on ends, single spaces inside it taken in: most of any text.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  constexpr std::size_t piece = sizeof(std::uint64_t);
  for (; little_endian && at + piece < text.size(); at += piece) {
    const auto bytes = eight_bytes(text.data() + at);
    const auto spaces = bytes_between(bytes, ' ', ' ');
    const bool ends = text[at + piece - 1] == ' ' && !is_plain(text[at + piece]);
    if (not_between(bytes, ' ', '~') != 0 || (spaces & spaces >> 8U) != 0 || ends) {
      break;
    }
  }
  const auto inside = [&] {
    return text[at] == ' ' && at + 1 < text.size() && is_plain(text[at + 1]);
  };
  while (at < text.size() && (is_plain(text[at]) || inside())) {
    ++at;
  }
  return at;
}

// Folds the ASCII of `out` from `at` on.
void fold_plain(std::string& out, std::size_t at) {
  for (; little_endian && at + sizeof(std::uint64_t) <= out.size(); at += sizeof(std::uint64_t)) {
    auto bytes = eight_bytes(out.data() + at);
    bytes |= bytes_between(bytes, 'A', 'Z') >> 2U;
    std::memcpy(out.data() + at, &bytes, sizeof bytes);
  }
  for (; at < out.size(); ++at) {
    const char c = out[at];
    out[at] = static_cast<char>(c | (c >= 'A' && c <= 'Z' ? 0x20 : 0));
  }
}

// What `end_of_plain` finds, taken in one go. One past it.
std::size_t append_plain(std::string& out, std::string_view text, std::size_t at) {
  const auto end = end_of_plain(text, at);
  const auto kept = out.size();
  out.append(text, at, end - at);
  fold_plain(out, kept);
  return end;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!space && is_plain(text[at])) {
      at = append_plain(out, text, at);
      continue;
    }
    const auto c = decode(text, at);
    at += c.length;
    if (classify(c.value) == CharacterClass::space) {
      space = !out.empty();
      continue;
    }
    if (space) {
      out += ' ';
      space = false;
    }
    append_folded(out, c.value);
  }
  return out;
}

}  // namespace pressgraph
