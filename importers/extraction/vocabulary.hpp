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
  Vocabulary();

  /// The number of `word` (folded already), added where it is new.
  std::uint32_t add(std::string_view word);

  /// The number of `word` (folded already), or 0.
  [[nodiscard]] std::uint32_t find(std::string_view word) const;

  /// One more than the highest number.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  [[nodiscard]] std::string_view word(std::uint32_t number) const { return words_[number]; }

 private:
  struct Slot {
    std::uint32_t number = 0;  // 0 where it is free
    std::uint32_t tag = 0;  // of the word's hash: most others are told apart without a look at them
  };

  void grow();
  [[nodiscard]] std::size_t slot(std::string_view word, std::uint64_t hash) const;

  std::vector<std::string> words_;
  std::vector<Slot> slots_;
};

}  // namespace pressgraph
