// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "importers/extraction/large_pages.hpp"
#include "importers/extraction/table.hpp"

namespace pressgraph {

/// The words that schemas name, folded, each with a number from 1. Open addressing: one probe for
/// most of the words of a text, which are not in it.
class Vocabulary {
 public:
  /// What tells a word: its first bytes, its hash and whether it is longer. A word of sixteen bytes
  /// or fewer, which nearly all are, is told by that alone, so that looking it up reads one cache
  /// line, or two, that are known beforehand.
  struct Key {
    std::uint64_t head = 0;  ///< the first eight bytes, zeros behind a shorter word
    std::uint64_t tail = 0;  ///< the next eight, likewise
    std::uint64_t hash = 0;
    std::uint32_t pieces = 1;  ///< of eight bytes or fewer: 1, 2, or 3 for more than two

    /// Whether head and tail are the whole word.
    [[nodiscard]] bool whole() const { return pieces < 3; }
  };

  Vocabulary() { texts_.add({}); }

  /// What `word` (folded already) is looked up by.
  static Key key_of(std::string_view word);

  /// The same of a word of eight bytes or fewer that are `head`, as Key has it.
  static Key short_key(std::uint64_t head) { return {head, 0, mixed(head), 1}; }

  /// The same of a word that goes on with `next`, its next eight bytes or fewer.
  static Key longer_key(const Key& key, std::uint64_t next) {
    const bool second = key.pieces == 1;
    return {key.head, second ? next : key.tail, mixed(key.hash ^ next), second ? 2U : 3U};
  }

  /// The number of `word` (folded already), added where it is new.
  std::uint32_t add(std::string_view word) { return add(word, key_of(word)); }

  /// The same where the key of `word` is there already.
  std::uint32_t add(std::string_view word, const Key& key);

  /// The number of `word` (folded already), or 0.
  [[nodiscard]] std::uint32_t find(std::string_view word) const { return find(word, key_of(word)); }

  /// The same of a word of one byte.
  [[nodiscard]] std::uint32_t find(char byte) const {
    return of_bytes_[static_cast<unsigned char>(byte)];
  }

  /// The same where the key of `word` is there already.
  [[nodiscard]] std::uint32_t find(std::string_view word, const Key& key) const {
    return slots_[slot(word, key)].number;
  }

  /// The same of a word that its key holds whole.
  [[nodiscard]] std::uint32_t find_whole(const Key& key) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = tag_of(key);
    std::size_t at = key.hash & mask;
    while (slots_[at].number != 0 && !holds(at, tag, key)) {
      at = (at + 1) & mask;
    }
    return slots_[at].number;
  }

  /// Has the memory that `find` will read on its way into the cache: whoever looks up many words
  /// asks some words ahead.
  void prefetch(const Key& key) const {
    const auto at = key.hash & (slots_.size() - 1);
    __builtin_prefetch(&slots_[at]);
    if (key.pieces > 1) {
      __builtin_prefetch(tails_.data() + at);
    }
  }

  /// One more than the highest number.
  [[nodiscard]] std::uint32_t size() const { return texts_.size(); }
  /// Valid until a word is added.
  [[nodiscard]] std::string_view word(std::uint32_t number) const { return texts_[number]; }

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.texts_, self.slots_, self.tails_, self.of_bytes_);
  }

 private:
  struct Slot {
    std::uint64_t head = 0;
    std::uint32_t number = 0;  // 0 where it is free
    std::uint32_t tag = 0;     // of the hash; its lowest bits say how many pieces the word has
  };

  // Multiplicative hashing (Knuth, TAOCP 6.4), the high half folded onto the low one.
  static std::uint64_t mixed(std::uint64_t value) {
    value *= 0x9E3779B97F4A7C15ULL;
    return value ^ (value >> 32U);
  }

  static std::uint32_t tag_of(const Key& key) {
    return (static_cast<std::uint32_t>(key.hash >> 32U) & ~3U) | key.pieces;
  }

  // Whether the word in the slot begins with head and tail of `key`, whose tag is `tag`, and has as
  // many pieces.
  [[nodiscard]] bool holds(std::size_t at, std::uint32_t tag, const Key& key) const {
    return slots_[at].tag == tag && slots_[at].head == key.head &&
           (key.pieces == 1 || tails_[at] == key.tail);
  }

  void fill(std::size_t at, std::uint32_t number, const Key& key);

  void grow();
  [[nodiscard]] std::size_t slot(std::string_view word, const Key& key) const;

  TextTable texts_;  // all words; none is 0
  std::vector<Slot, LargePages<Slot>> slots_ = std::vector<Slot, LargePages<Slot>>(2);
  Table<std::uint64_t> tails_{0, 0};           // by slot
  std::array<std::uint32_t, 256> of_bytes_{};  // by byte: the number of the word that is no more
};

}  // namespace pressgraph
