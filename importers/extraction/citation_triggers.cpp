// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_triggers.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "importers/extraction/citation_text.hpp"
#include "importers/extraction/eight_bytes.hpp"

namespace pressgraph {
namespace {

/// Six bits a byte: letters and digits apart, everything else in a few classes.
constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(63);
  std::uint8_t next = 0;
  for (char c = 'a'; c <= 'z'; ++c) {
    table[static_cast<unsigned char>(c)] = next;
    table[static_cast<unsigned char>(upper_letter(c))] = next++;
  }
  for (const char c : std::string_view("0123456789/.(-")) {
    table[static_cast<unsigned char>(c)] = next++;
  }
  return table;
}();

std::uint32_t class_of(char c) {
  return classes[static_cast<unsigned char>(c)];
}

std::uint32_t head_of(std::string_view text) {
  return class_of(text[0]) << 12U | class_of(text[1]) << 6U | class_of(text[2]);
}

/// The classes of what `c` in a phrase may stand for; '\0' is anything.
std::vector<std::uint32_t> classes_of(char c) {
  std::vector<std::uint32_t> found;
  if (c == '\0') {
    for (std::uint32_t each = 0; each < 64; ++each) {
      found.push_back(each);
    }
  } else if (c == '#') {
    for (char digit = '0'; digit <= '9'; ++digit) {
      found.push_back(class_of(digit));
    }
  } else {
    found.push_back(class_of(c));
    if (c == '-') {
      found.push_back(63);
    }
  }
  return found;
}

constexpr std::uint8_t other_class = 63;

/// The classes of what may stand in a text behind the three characters that `phrase` begins with,
/// as bits: all where those may be longer or shorter there, as spaces and dashes may.
std::uint64_t fourth_of(std::string_view phrase) {
  const auto head = phrase.substr(0, 3);
  const bool exact = std::ranges::all_of(
      head, [](char c) { return c != '-' && (c == '#' || class_of(c) != other_class); });
  if (phrase.size() <= 3 || !exact) {
    return ~std::uint64_t{0};
  }
  auto found = std::uint64_t{1} << other_class;
  for (const auto c : classes_of(phrase[3])) {
    found |= std::uint64_t{1} << c;
  }
  return found;
}

constexpr bool is_ascii_word(char c) {
  return is_word_byte(c) && (c & '\x80') == 0;
}

/// False where `text`, not yet normalised, cannot begin with `phrase`; nor, of a keyword, with it
/// as a word of its own ("res" in "respect").
bool may_begin(std::string_view text, std::string_view phrase, bool is_key) {
  const auto size = std::min(text.size(), phrase.size());
  for (std::size_t i = 0; i < size; ++i) {
    const char c = folded_letter(text[i]);
    const char p = phrase[i];
    if (c == p || (p == '#' && c >= '0' && c <= '9')) {
      // Two spaces may be one space of the phrase.
      if (p == ' ' && i + 1 < text.size() && !is_word_byte(text[i + 1])) {
        return true;
      }
      continue;
    }
    return (c & '\x80') != 0 || (p == ' ' && c <= ' ');
  }
  return !is_key || size == text.size() || phrase.back() == '.' || !is_ascii_word(text[size]);
}

}  // namespace

CitationTriggers::Beginning::Beginning(std::string_view phrase) {
  std::array<char, 8> first{};
  std::array<unsigned char, 8> known{};
  for (std::size_t i = 0; i < std::min(phrase.size(), first.size()); ++i) {
    if (phrase[i] == '#' || phrase[i] == ' ' || phrase[i] == '-' || phrase[i] == '\'') {
      break;
    }
    first[i] = static_cast<char>(phrase[i] | '\x20');
    known[i] = 0xFF;
  }
  std::memcpy(&bytes, first.data(), sizeof bytes);
  std::memcpy(&mask, known.data(), sizeof mask);
}

CitationTriggers::CitationTriggers(const CitationSchema& schema) {
  ByHead lists;
  for (std::size_t i = 0; i < schema.forms.size(); ++i) {
    for (const auto& start : schema.forms[i].starts) {
      add(start, false, i, lists);
    }
  }
  for (std::size_t i = 0; i < schema.keys.size(); ++i) {
    add(schema.keys[i].phrase, true, i, lists);
  }
  heads_.set(lists);
  lists_.reserve(lists.size());
  for (auto& [head, list] : lists) {
    lists_.push_back(std::move(list));
  }
}

void CitationTriggers::Heads::set(const ByHead& lists) {
  for (const auto& [head, list] : lists) {
    bits_[head / 64] |= std::uint64_t{1} << head % 64;
  }
  for (std::size_t i = 1; i < words; ++i) {
    before_[i] = before_[i - 1] + static_cast<std::uint32_t>(std::popcount(bits_[i - 1]));
  }
}

// "#" stands for a digit; a space for any white space and "-" for any dash, whose other bytes fall
// in the last class. A phrase of two letters is followed by anything.
void CitationTriggers::add(std::string_view phrase, bool is_key, std::size_t index, ByHead& lists) {
  std::vector<std::uint32_t> heads{0};
  for (std::size_t i = 0; i < 3; ++i) {
    std::vector<std::uint32_t> longer;
    for (const auto head : heads) {
      for (const auto c : classes_of(i < phrase.size() ? phrase[i] : '\0')) {
        longer.push_back(head << 6U | c);
      }
    }
    heads = std::move(longer);
  }
  // What stands for a space or dash may be longer than a byte.
  if (phrase.size() > 1 && (phrase[1] == ' ' || phrase[1] == '-')) {
    heads.push_back(class_of(phrase[0]) << 12U | 63U << 6U | 63U);
  }
  for (const auto head : heads) {
    auto& of_head = lists[head];
    of_head.triggers.push_back({is_key, index, std::string(phrase)});
    of_head.beginnings.emplace_back(phrase);
    of_head.fourth |= fourth_of(phrase);
  }
}

const std::vector<CitationTriggers::Trigger>* CitationTriggers::at(std::string_view text) const {
  const auto head = head_of(text);
  if (!heads_.has(head)) {
    return nullptr;
  }
  const auto& list = lists_[heads_.number(head)];
  if (text.size() > 3 && (list.fourth >> class_of(text[3]) & 1U) == 0) {
    return nullptr;
  }
  return any_begins(text, list) ? &list.triggers : nullptr;
}

// Eight bytes at a time; only what they leave, and what begins with a character beyond ASCII, is
// looked at byte by byte.
bool CitationTriggers::any_begins(std::string_view text, const List& list) {
  const auto begins = [text](const Trigger& t) { return may_begin(text, t.phrase, t.is_key); };
  std::uint64_t first = 0;
  if (text.size() < sizeof first) {
    return std::ranges::any_of(list.triggers, begins);
  }
  std::memcpy(&first, text.data(), sizeof first);
  const auto plain = (first & highs_of_bytes) == 0;
  for (std::size_t i = 0; i < list.triggers.size(); ++i) {
    const auto& [bytes, mask] = list.beginnings[i];
    if ((!plain || (((first | case_bits) ^ bytes) & mask) == 0) && begins(list.triggers[i])) {
      return true;
    }
  }
  return false;
}

}  // namespace pressgraph
