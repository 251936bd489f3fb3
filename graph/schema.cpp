// SPDX-License-Identifier: Apache-2.0
#include "graph/schema.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

template <typename Value, typename Names>
std::optional<Value> position_in(const Names& names, std::string_view text) {
  const auto found = std::ranges::find(names, text);
  if (found == names.end()) {
    return std::nullopt;
  }
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::optional<NodeType> node_type_named(std::string_view text) {
  const auto* found = std::ranges::find(node_types, text, &NodeTypeInfo::name);
  return found == node_types.end() ? std::nullopt : std::optional(found->type);
}

std::optional<Relation> relation_named(std::string_view text) {
  const auto* found = std::ranges::find(relations, text, &RelationInfo::name);
  return found == relations.end() ? std::nullopt : std::optional(found->relation);
}

std::optional<Status> status_named(std::string_view text) {
  return position_in<Status>(status_names, text);
}

std::optional<Field> field_named(std::string_view text) {
  return position_in<Field>(field_names, text);
}

}  // namespace pressgraph
