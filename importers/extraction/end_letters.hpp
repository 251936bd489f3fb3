// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <string_view>

namespace pressgraph {

/// With which letters some words begin and end. Tells of most words of a text that they are none
/// of these, without folding and looking them up.
class EndLetters {
 public:
  /// Notes a word, folded.
  void add(std::string_view word) {
    if (!word.empty()) {
      first_.set(small(word.front()));
      last_.set(small(word.back()));
    }
  }

  /// False where `word`, however written, is none of them. REQUIRES: it is not empty.
  [[nodiscard]] bool may_have(std::string_view word) const {
    return may_be(first_, word.front()) && may_be(last_, word.back());
  }

 private:
  using Letters = std::bitset<256>;

  static unsigned char small(char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c | '\x20' : c);
  }

  // What is no ASCII may be folded to anything.
  static bool may_be(const Letters& letters, char c) {
    return (c & '\x80') != 0 || letters.test(small(c));
  }

  Letters first_;
  Letters last_;
};

}  // namespace pressgraph
