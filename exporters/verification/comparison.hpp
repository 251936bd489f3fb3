// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "exporters/verification/item.hpp"

namespace pressgraph {

/// How two sides differ that should hold the same items.
struct Comparison {
  bool equal = true;
  std::array<std::uint64_t, 3> in_file{};   ///< by ItemKind
  std::array<std::uint64_t, 3> in_store{};  ///< by ItemKind
  std::vector<std::string> differences;     ///< the first ones, one line each
};

/// Compares all items of both sides, whatever their order. Each side is read once where they are
/// equal, twice where they are not; time is linear. Memory is constant (6 MB): items are counted
/// and their SHA-256 added up, in 65,536 buckets by their ids, and only where buckets differ are
/// items kept, at most 20,000, to name the differences. What comes twice on one side must come
/// twice on the other, but for statements: RDF is a set. `in_file` is read before `in_store`.
Comparison compare(const ItemSource& in_file, const ItemSource& in_store);

}  // namespace pressgraph
