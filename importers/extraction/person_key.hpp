// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// The words of `text`, folded; marks and possessive apostrophes aside.
std::vector<std::string> words_of(std::string_view text);

/// The same in one, a space between each two.
std::string joined_words(std::string_view text);

/// The words by which forms of one person's name are compared.
struct PersonKey {
  std::vector<std::string> words;  ///< folded, without "Jr." and the like
  [[nodiscard]] const std::string& surname() const { return words.back(); }
};

PersonKey person_key(std::string_view name);

/// Whether `a` and `b` are forms of one name: the shorter one within the longer, initials standing
/// for names, or the same surname and the same first letters.
bool same_person(const PersonKey& a, const PersonKey& b);

}  // namespace pressgraph
