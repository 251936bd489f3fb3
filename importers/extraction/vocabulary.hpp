// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// The words that schemas name, folded, each with a number from 1. Open addressing: one probe for
/// most of the words of a text, which are not in it.
class Vocabulary {
 public:
  /// What tells a word: its first bytes, its hash and whether it is longer. A short word is told by
  /// that alone, so that looking it up reads one cache line.
  struct Key {
    std::uint64_t head = 0;  ///< the first eight bytes, zeros behind a shorter word
    std::uint64_t hash = 0;
    bool whole = true;  ///< no longer than its head
  };

  Vocabulary();

  /// What `word` (folded already) is looked up by.
  static Key key_of(std::string_view word);

  /// The number of `word` (folded already), added where it is new.
  std::uint32_t add(std::string_view word) { return add(word, key_of(word)); }

  /// The same where the key of `word` is there already.
  std::uint32_t add(std::string_view word, const Key& key);

  /// The number of `word` (folded already), or 0.
  [[nodiscard]] std::uint32_t find(std::string_view word) const { return find(word, key_of(word)); }

  /// The same where the key of `word` is there already.
  [[nodiscard]] std::uint32_t find(std::string_view word, const Key& key) const {
    return slots_[slot(word, key)].number;
  }

  /// Has the memory that `find` will read on its way into the cache: whoever looks up many words
  /// asks some words ahead.
  void prefetch(const Key& key) const {
    __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]);
  }

  /// One more than the highest number.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] std::string_view word(std::uint32_t number) const { return words_[number]; }

 private:
  struct Slot {
    std::uint64_t head = 0;
    std::uint32_t number = 0;  // 0 where it is free
    std::uint32_t tag = 0;  // of the hash; its lowest bit says whether the head is the whole word
  };

  static std::uint32_t tag_of(const Key& key);

  void grow();
  [[nodiscard]] std::size_t slot(std::string_view word, const Key& key) const;

  std::vector<std::string> words_;
  std::vector<Slot> slots_;
};

}  // namespace pressgraph
