// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

/// The lists of schemas/identity.toml, which says what each is for. Made into definitions by the
/// build (scripts/identity_lists.cpp): nothing is read when the program starts.
namespace pressgraph::identity_lists {

struct Pair {
  std::string_view from;
  std::string_view to;
};

using Words = std::span<const std::string_view>;
using Pairs = std::span<const Pair>;

extern const Words particles;
extern const Words inner_particles;
extern const Words titles;
extern const Words generations;
extern const Words sole_titles;
extern const Words honorifics;
extern const Words given_forms;  ///< a row each, its forms between blanks
extern const Pairs sounds;       ///< longest first
extern const Words leading;
extern const Words small_words;
extern const Pairs spellings;
extern const Pairs phrases;
extern const Pairs translations;
extern const Pairs foreign_phrases;
extern const Words prefixes;
extern const Words common_words;
extern const Words common_heads;
extern const Words state_words;
extern const Words local_words;
extern const Words local_names;
extern const Words unit_endings;
extern const Words shared_words;
extern const Pairs never_of;  ///< words, and a country
extern const Pairs seats;     ///< a publisher's words, and its country
extern const Words instrument_words;
extern const Words personal;
extern const Words circumstances;
/// Names and demonyms of countries that are nothing else, as they are written, and the country's
/// code: of schemas/lexicons/countries.toml.
extern const Pairs country_names;

/// Linear in the list.
inline bool holds(Words list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace pressgraph::identity_lists
