// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/language.hpp"

#include <array>

#include <cld2/public/compact_lang_det.h>

namespace pressgraph {
namespace {

constexpr std::size_t sample = 200;        // bytes; three of them tell as surely as a whole release
constexpr std::size_t shortest_text = 40;  // bytes; less than that is a name or a number

std::size_t at_character(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    ++at;
  }
  return at;
}

// The beginning, the middle and the end: a summary in another language tells little of the text.
std::string samples_of(std::string_view text) {
  if (text.size() <= 3 * sample) {
    return std::string(text);
  }
  std::string out;
  for (const auto from : {std::size_t{0}, text.size() / 2, text.size() - sample}) {
    const auto begin = at_character(text, from);
    out += text.substr(begin, at_character(text, begin + sample) - begin);
    out += ' ';
  }
  return out;
}

}  // namespace

std::string language_of(std::string_view text) {
  if (text.size() < shortest_text) {
    return {};
  }
  const auto words = samples_of(text);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  // What it returns passes English over as boilerplate; the first of the list has most of the text.
  CLD2::ExtDetectLanguageSummary(words.data(), static_cast<int>(words.size()), true,
                                 languages.data(), percents.data(), &bytes, &reliable);
  const bool told = reliable && languages[0] != CLD2::UNKNOWN_LANGUAGE;
  return told ? CLD2::LanguageCode(languages[0]) : std::string();
}

bool is_read(std::string_view language) {
  return language.empty() || language == "en" || language.starts_with("en-");
}

}  // namespace pressgraph
