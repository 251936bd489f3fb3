// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// The numbers that a name has, each once, sorted: "Ninth Summit", "9th Summit" and "Summit 9" have
/// 9.
struct NameNumbers {
  std::vector<std::string> years;   ///< 1900 to 2099
  std::vector<std::string> others;  ///< ordinals and the rest
};

NameNumbers numbers_in(const std::vector<std::string>& names);

/// The number that `word` (of graph/identity.hpp's `slug`) is, in digits: 9 of "ninth", "9th" and
/// "9"; empty for none.
std::string number_of_word(std::string_view word);

/// Whether names with these cannot be of one thing: both have years, or other numbers, and share
/// none.
bool numbers_differ(const NameNumbers& a, const NameNumbers& b);

}  // namespace pressgraph
