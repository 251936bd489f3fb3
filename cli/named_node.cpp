// SPDX-License-Identifier: Apache-2.0
#include "cli/named_node.hpp"

#include <vector>

#include <fmt/format.h>

#include "graph/queries.hpp"

namespace pressgraph {
namespace {

std::string ambiguous(std::string_view name, const std::vector<StoredNode>& nodes) {
  auto message = fmt::format("'{}' fits {} things; name one by its id:", name, nodes.size());
  for (const auto& node : nodes) {
    message += fmt::format("\n  {}  {} ({} release{})", node.id, node.name, node.releases,
                           node.releases == 1 ? "" : "s");
  }
  return message;
}

std::string unknown(std::string_view name, const std::vector<std::string>& nearest) {
  if (nearest.empty()) {
    return fmt::format("'{}' fits nothing in this store", name);
  }
  return fmt::format("'{}' fits nothing in this store; the nearest: {}", name,
                     fmt::join(nearest, ", "));
}

}  // namespace

std::string the_node(const Store& store, std::string_view name, std::uint16_t types) {
  const auto match = find_nodes(store, name, types);
  if (match.nodes.size() == 1) {
    return match.nodes.front().id;
  }
  throw NotFound{match.nodes.empty() ? unknown(name, match.nearest) : ambiguous(name, match.nodes)};
}

}  // namespace pressgraph
