// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/citation_family.hpp"

namespace pressgraph {

/// How symbols and keywords begin, so that one look at three bytes passes over nearly all text.
class CitationTriggers {
 public:
  struct Trigger {
    bool is_key = false;    ///< else a form
    std::size_t index = 0;  ///< in CitationSchema::keys or ::forms
    std::string phrase;     ///< lower case; "#" stands for a digit
  };

  explicit CitationTriggers(const CitationSchema& schema);

  /// What may begin at the start of `text`: forms first, then keys, the longest key first; null for
  /// nothing. REQUIRES: three bytes of text.
  [[nodiscard]] const std::vector<Trigger>* at(std::string_view text) const;

 private:
  /// The first bytes of a phrase that a text has as they are, case aside: eight at most, up to what
  /// may be longer or shorter there, as spaces and dashes may. In the low bytes, others zero.
  struct Beginning {
    std::uint64_t bytes = 0;
    std::uint64_t mask = 0;

    explicit Beginning(std::string_view phrase);
  };

  /// What begins with one head.
  struct List {
    std::vector<Trigger> triggers;
    std::vector<Beginning> beginnings;  ///< of the triggers
    std::uint64_t fourth = 0;           ///< by class: what may stand behind the head
  };

  using ByHead = std::map<std::uint32_t, List>;

  /// Heads as a set of bits, with the number of each among those that are in it: 48 KB for some
  /// thousand of 262,144.
  class Heads {
   public:
    void set(const ByHead& lists);
    [[nodiscard]] bool has(std::uint32_t head) const {
      return (bits_[head / 64] >> head % 64 & 1U) != 0;
    }
    /// REQUIRES: has(head).
    [[nodiscard]] std::size_t number(std::uint32_t head) const {
      const auto lower = bits_[head / 64] & ((std::uint64_t{1} << head % 64) - 1);
      return before_[head / 64] + static_cast<unsigned>(std::popcount(lower));
    }

   private:
    static constexpr std::size_t words = (1U << 18U) / 64;
    std::array<std::uint64_t, words> bits_{};
    std::array<std::uint32_t, words> before_{};  // by word: how many are set before it
  };

  [[nodiscard]] static bool any_begins(std::string_view text, const List& list);
  static void add(std::string_view phrase, bool is_key, std::size_t index, ByHead& lists);

  Heads heads_;
  std::vector<List> lists_;  // by the number of their heads
};

}  // namespace pressgraph
