// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/person_key.hpp"

#include <algorithm>
#include <array>

#include "graph/person_names.hpp"
#include "importers/extraction/fold.hpp"

namespace pressgraph {
namespace {

// What words are made of, by byte, the letters of ASCII as they are folded; 0 for all else.
constexpr std::array<char, 256> parts = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    const bool capital = c >= 'A' && c <= 'Z';
    table[c] = static_cast<char>(part ? c : capital ? c | 0x20U : 0U);
  }
  return table;
}();

bool is_suffix(const std::string& word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

bool is_initial_of(const std::string& a, const std::string& b) {
  return (a.size() == 1 || b.size() == 1) && a[0] == b[0];
}

// Whether every word of `part` is in `whole`, in order, initials standing for names.
bool fits_into(const PersonKey& part, const PersonKey& whole) {
  std::size_t at = 0;
  for (const auto& word : part.words) {
    while (at < whole.words.size() && whole.words[at] != word &&
           !is_initial_of(whole.words[at], word)) {
      ++at;
    }
    if (at == whole.words.size()) {
      return false;
    }
    ++at;
  }
  return true;
}

std::string joined(const PersonKey& key) {
  std::string name;
  for (const auto& word : key.words) {
    name += name.empty() ? word : " " + word;
  }
  return name;
}

// "Stan" and "Stanley": in one release, with one surname.
bool is_cut_short(const std::string& a, const std::string& b) {
  const auto least = std::min(a.size(), b.size());
  return least >= 3 && a.substr(0, least) == b.substr(0, least);
}

// "Oleksandr" and "Aleksandr", "Joe" and "Joseph": one given name.
bool is_other_form(const PersonKey& a, const PersonKey& b) {
  if (is_cut_short(a.words.front(), b.words.front())) {
    return true;
  }
  const auto like = likeness(person_name(joined(a)), person_name(joined(b)));
  return like == NameLikeness::same || like == NameLikeness::spelling ||
         like == NameLikeness::form || like == NameLikeness::middle;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  words.reserve(4);
  const auto joined = joined_words(text);
  for (std::size_t begin = 0; begin < joined.size();) {
    const auto end = std::min(joined.find(' ', begin), joined.size());
    words.emplace_back(joined, begin, end - begin);
    begin = end + 1;
  }
  return words;
}

std::string joined_words(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) { return (c & '\x80') == 0; });
  auto letters = plain ? std::string(text) : folded(text);
  std::size_t end = 0;  // of what is kept
  bool apart = false;
  for (const char c : letters) {
    const char letter = parts[static_cast<unsigned char>(c)];
    if (letter == 0) {
      apart |= end > 0 && c != '\'';
      continue;
    }
    if (apart) {
      letters[end++] = ' ';  // never before what is still to be read
      apart = false;
    }
    letters[end++] = letter;
  }
  letters.resize(end);
  return letters;
}

PersonKey person_key(std::string_view name) {
  PersonKey key{words_of(name)};
  while (key.words.size() > 1 && is_suffix(key.words.back())) {
    key.words.pop_back();
  }
  return key;
}

bool same_person(const PersonKey& a, const PersonKey& b) {
  const bool a_longer = a.words.size() >= b.words.size();
  if (fits_into(a_longer ? b : a, a_longer ? a : b)) {
    return true;
  }
  return a.words.size() > 1 && b.words.size() > 1 && a.surname() == b.surname() &&
         is_other_form(a, b);
}

}  // namespace pressgraph
