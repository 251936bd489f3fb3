// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressgraph {

enum class ItemKind : std::uint8_t { node, edge, statement };

std::string_view name(ItemKind kind);

/// What a file of any format holds, and what the store says that it should: a node or an edge with
/// its values by name, or a statement of RDF, which is its own name.
struct Item {
  ItemKind kind = ItemKind::statement;
  std::string id;  ///< of the node or edge; of a statement, its line of N-Quads
  std::vector<std::pair<std::string, std::string>> values;

  Item() = default;
  explicit Item(ItemKind what, std::string_view named = {}) : kind(what), id(named) {}

  /// Adds a value; an empty one is as good as none. Numbers get one way to be written ("1.0",
  /// "1" and "1e0" are one), so that a file that another program wrote again is read alike.
  void add(std::string_view value_name, std::string_view value);

  /// Puts the values in order: by name, then by value.
  void sort();

  auto operator<=>(const Item&) const = default;
};

using TakeItem = std::function<void(const Item&)>;

/// Hands over every item of one side, in any order, the same on every call.
using ItemSource = std::function<void(const TakeItem&)>;

}  // namespace pressgraph
