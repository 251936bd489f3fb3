// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// A person's name taken apart: folded to ASCII lower case, without honorifics, particles ("al",
/// "von") and generation ("Jr.", kept apart).
struct PersonName {
  std::vector<std::string> words;  ///< as written, family name last; an initial is one letter
  std::string generation;          ///< "jr", "iii"; empty where none is said

  bool operator==(const PersonName&) const = default;
};

/// How two names may be one, from the surest.
enum class NameLikeness : std::uint8_t {
  same,      ///< the same words
  order,     ///< the same words, the family name first in one
  spelling,  ///< another transliteration or spelling of the same words
  form,      ///< another form of a given name: "Joe" and "Joseph", "Oleksandr" and "Aleksandr"
  middle,    ///< one has a middle name, a patronymic or a second family name more
  initials,  ///< a given name in one is its initial in the other
  family,    ///< one has a family name alone
  none
};

PersonName person_name(std::string_view text);

/// Symmetric. Two given names, middle initials or generations that differ make it `none`.
NameLikeness likeness(const PersonName& a, const PersonName& b);

/// How `word` sounds, whatever the transliteration: equal for "Zelensky", "Zelenskyy" and
/// "Zelenskiy". For a word in lower-case ASCII.
std::string sound(std::string_view word);

/// Keys such that any two names that are alike share at least one.
std::vector<std::string> blocking_keys(const PersonName& name);

/// "another spelling", as people read it.
std::string_view description(NameLikeness likeness);

}  // namespace pressgraph
