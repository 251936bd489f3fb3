// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/language.hpp"

#include <array>
#include <bit>
#include <cstdint>

#include <cld2/public/compact_lang_det.h>

#include "importers/extraction/eight_bytes.hpp"

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

// A word of eight letters or fewer as a number, the first letter the lowest.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t value = 0;
  for (std::size_t i = word.size(); i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(word[i]);
  }
  return value;
}

// What English has most of and no other language writes so: a table with open addressing.
class EnglishWords {
 public:
  constexpr EnglishWords() {
    for (const std::string_view word :
         {"the",   "of",    "and",   "to",   "that", "with",   "from",    "by",      "this",
          "which", "have",  "has",   "will", "were", "are",    "their",   "for",     "not",
          "been",  "would", "they",  "into", "when", "should", "through", "between", "shall",
          "its",   "these", "those", "our",  "his",  "who",    "your",    "what",    "about"}) {
      auto slot = slot_of(packed(word));
      while (slots_[slot] != 0) {
        slot = (slot + 1) % slots;
      }
      slots_[slot] = packed(word);
    }
  }

  [[nodiscard]] bool contains(std::uint64_t word) const {
    auto slot = slot_of(word);
    while (slots_[slot] != word && slots_[slot] != 0) {
      slot = (slot + 1) % slots;
    }
    return word != 0 && slots_[slot] == word;
  }

 private:
  static constexpr std::size_t slots = 128;

  static constexpr std::size_t slot_of(std::uint64_t word) {
    return (word * 0x9E3779B97F4A7C15ULL) >> 57U;
  }

  std::array<std::uint64_t, slots> slots_{};
};

constexpr EnglishWords english_words;

// The letters from a place on: those beyond ASCII are some.
struct Word {
  std::uint64_t letters = 0;  // the first eight, small, as `packed` has them
  std::size_t size = 0;
};

Word word_at(std::string_view text, std::size_t at) {
  if (little_endian && at + sizeof(std::uint64_t) <= text.size()) {
    const auto bytes = eight_bytes(text.data() + at);
    if (const auto others = no_letters(bytes) & ~bytes; others != 0) {
      const auto bits = static_cast<unsigned>(std::countr_zero(others)) & ~7U;
      return {(bytes | case_bits) & ~(~std::uint64_t{0} << bits), bits / 8};
    }
  }
  Word word;
  for (; at + word.size < text.size(); ++word.size) {
    const std::uint64_t letter = static_cast<unsigned char>(text[at + word.size]) | 0x20U;
    if (letter < 0x80 && (letter < 'a' || letter > 'z')) {
      break;
    }
    word.letters |= word.size < sizeof letter ? letter << 8 * word.size : 0;
  }
  return word;
}

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
    const auto word = word_at(text, at);
    count.words += word.size > 0 ? 1U : 0U;
    count.english += word.size <= 8 && english_words.contains(word.letters) ? 1U : 0U;
    at += word.size + 1;
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
