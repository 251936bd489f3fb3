// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/json_file.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "exporters/verification/json_values.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

/// The members of `object` as values, but the one called `id`, which names the item.
Item item_of(const Json& object, ItemKind kind, std::string_view id) {
  const auto* const named = object.member(id);
  if (named == nullptr || named->kind != Json::Kind::string) {
    throw Error("an object without a text called '" + std::string(id) + "'");
  }
  Item item(kind, named->text);
  for (const auto& [name, value] : object.members) {
    if (name != id) {
      item.add(name, value.text);
    }
  }
  return item;
}

void read_line(const std::string& line, const TakeItem& take) {
  constexpr std::array<std::string_view, 1> whole{""};
  std::istringstream in(line);
  each_json_value(in, whole, [&](std::string_view /*path*/, const Json& value) {
    const bool is_node = value.member("node") != nullptr;
    auto item =
        item_of(value, is_node ? ItemKind::node : ItemKind::edge, is_node ? "node" : "edge");
    item.sort();
    take(item);
  });
}

}  // namespace

void read_jsonl(std::istream& in, const TakeItem& take) {
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) {
      continue;
    }
    try {
      read_line(line, take);
    } catch (const Error& error) {
      throw Error("line " + std::to_string(number) + ": " + error.what());
    }
  }
}

void read_cytoscape(std::istream& in, const TakeItem& take) {
  constexpr std::array<std::string_view, 2> paths{"elements/nodes/*", "elements/edges/*"};
  each_json_value(in, paths, [&](std::string_view path, const Json& value) {
    const auto* const data = value.member("data");
    if (data == nullptr) {
      throw Error("an element without 'data'");
    }
    const bool is_node = path == paths[0];
    auto item = item_of(*data, is_node ? ItemKind::node : ItemKind::edge, "id");
    std::erase_if(item.values, [is_node](const auto& value_of_item) {
      return is_node && (value_of_item.first == "color" || value_of_item.first == "size");
    });
    item.sort();
    take(item);
  });
}

}  // namespace pressgraph
