// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
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

  [[nodiscard]] static bool any_begins(std::string_view text, const List& list);

  void add(std::string_view phrase, bool is_key, std::size_t index);
  List& list(std::uint32_t head);

  std::bitset<1U << 18U> heads_;
  std::vector<std::uint32_t> list_of_;  // by head: index in lists_ + 1, 0 for none
  std::vector<List> lists_;
};

}  // namespace pressgraph
