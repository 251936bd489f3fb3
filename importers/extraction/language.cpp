// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

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

// A word of eight letters or fewer as a number.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t value = 0;
  for (const char c : word) {
    value = value << 8U | static_cast<unsigned char>(c);
  }
  return value;
}

// What English has most of and no other language writes so.
constexpr auto english_words = [] {
  std::array words{packed("the"),     packed("of"),      packed("and"),   packed("to"),
                   packed("that"),    packed("with"),    packed("from"),  packed("by"),
                   packed("this"),    packed("which"),   packed("have"),  packed("has"),
                   packed("will"),    packed("were"),    packed("are"),   packed("their"),
                   packed("for"),     packed("not"),     packed("been"),  packed("would"),
                   packed("they"),    packed("into"),    packed("when"),  packed("should"),
                   packed("through"), packed("between"), packed("shall"), packed("its"),
                   packed("these"),   packed("those"),   packed("our"),   packed("his"),
                   packed("who"),     packed("your"),    packed("what"),  packed("about")};
  std::ranges::sort(words);
  return words;
}();

struct WordCount {
  std::size_t words = 0;
  std::size_t english = 0;

  [[nodiscard]] bool has_share(std::size_t percent) const {
    return 100 * english >= percent * words && english > 0;
  }
};

WordCount count_words(std::string_view text) {
  WordCount count;
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t word = 0;
    const auto begin = at;
    for (; at < text.size(); ++at) {
      const auto letter = static_cast<unsigned char>(text[at]) | 0x20U;
      if (letter < 0x80 && (letter < 'a' || letter > 'z')) {
        break;
      }
      word = word << 8U | letter;
    }
    count.words += at > begin ? 1U : 0U;
    count.english += at - begin <= 8 && std::ranges::binary_search(english_words, word) ? 1U : 0U;
    ++at;
  }
  return count;
}

// Whether all of `samples` plainly is English: the library, which is slower by far, would say no
// other, since each part of it has words that only English has so many of.
bool is_plainly_english(std::string_view samples) {
  constexpr std::size_t parts = 3;
  WordCount all;
  for (std::size_t part = 0; part < parts; ++part) {
    const auto begin = part * samples.size() / parts;
    const auto end = (part + 1) * samples.size() / parts;
    const auto count = count_words(samples.substr(begin, end - begin));
    if (!count.has_share(10)) {
      return false;
    }
    all.words += count.words;
    all.english += count.english;
  }
  return all.words >= 40 && all.has_share(18);
}

}  // namespace

std::string language_of(std::string_view text) {
  if (text.size() < shortest_text) {
    return {};
  }
  const auto words = samples_of(text);
  if (is_plainly_english(words)) {
    return "en";
  }
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
