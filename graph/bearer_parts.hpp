// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/bearer.hpp"

/// What the comparison of bearers is made of: bearer.cpp and bearer_officials.cpp alone.
namespace pressgraph {

inline std::string_view value(const Bearer& bearer, std::string_view name) {
  return attribute(bearer.attributes, name);
}

/// Whether the two share a word. Quadratic in their few words.
bool share(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// The words that both have. REQUIRES: both are sorted.
std::vector<std::string> common(const std::vector<std::string>& a,
                                const std::vector<std::string>& b);

/// How much an official tells, as Bearer::fullness has it.
int fullness_of_official(const Bearer& bearer);

/// `link` of two officials.
std::optional<Link> link_officials(const Bearer& a, const Bearer& b);

}  // namespace pressgraph
