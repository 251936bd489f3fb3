// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/item.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "exporters/property_graph.hpp"

namespace pressgraph {
namespace {

bool is_number(std::string_view name) {
  name.remove_prefix(name.starts_with('@') ? 1 : 0);
  const auto counts = [name](const Column& column) {
    return column.name == name && column.type != ColumnType::text;
  };
  return std::ranges::any_of(node_columns(), counts) ||
         std::ranges::any_of(edge_columns(Claims::together), counts);
}

/// The shortest text of the number that `text` is; `text` itself where it is none.
std::string one_spelling(std::string_view text) {
  double value = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end) {
    return std::string(text);
  }
  std::array<char, 32> digits{};
  const auto* const last = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), static_cast<std::size_t>(last - digits.data())};
}

}  // namespace

std::string_view name(ItemKind kind) {
  switch (kind) {
    case ItemKind::node:
      return "node";
    case ItemKind::edge:
      return "edge";
    case ItemKind::statement:
      return "statement";
  }
  return "item";
}

void Item::add(std::string_view value_name, std::string_view value) {
  if (!value.empty()) {
    values.emplace_back(value_name, is_number(value_name) ? one_spelling(value) : value);
  }
}

void Item::sort() {
  std::ranges::sort(values);
}

}  // namespace pressgraph
