// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/extraction/citation_family.hpp"

/// One form at one place of the text, and what templates make of it.
namespace pressgraph {

/// What a form matched: values by group name, "all" for the whole.
struct CitationMatch {
  std::size_t form = 0;
  std::size_t length = 0;  ///< in the normalised text
  std::vector<std::pair<std::string_view, std::string>> values;

  [[nodiscard]] std::string_view value(std::string_view name) const;
  /// Gives the group `name` another value; nothing where the pattern has no such group.
  void set(std::string_view name, std::string value);
};

/// `text` matched by `form`: from its start, or up to its end where the form is a suffix.
std::optional<CitationMatch> match_form(const CitationSchema& schema, std::size_t index,
                                        std::string_view text);

/// The same, and the match does not end inside a word or number.
std::optional<CitationMatch> match_whole(const CitationSchema& schema, std::size_t form,
                                         std::string_view text);

/// A template filled: `{name}` or `{name:filter}`; `[...]` is left out where a name in it is empty.
/// Filters: upper, roman (to a decimal number), numeral (to a Roman numeral as it should be
/// written, after "S-" or "ES-" too), tight (no spaces), symbol (tight, with the case of document
/// symbols).
std::string fill_template(std::string_view text, const CitationMatch& match);

/// A Roman numeral read tolerantly ("CCXLVIX"); 0 where it is none.
std::uint32_t roman_value(std::string_view text);

/// `number` below 4000 as a Roman numeral.
std::string roman_numeral(std::uint32_t number);

/// The letters that "A and B", "A, C" or "A to E" stand for.
std::string letters_of(std::string_view text);

/// Decimal digits at the start of `text` as a number; 0 where there are none.
std::uint32_t number_of(std::string_view text);

}  // namespace pressgraph
