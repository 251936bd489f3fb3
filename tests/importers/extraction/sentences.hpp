// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "graph/model.hpp"
#include "graph/schema.hpp"

/// What an extraction says, by names: for tests that ask "does X addressed Y stand there?".
namespace pressgraph {

inline const Node* node_named(const Extraction& extraction, std::string_view name) {
  const auto found = std::ranges::find_if(extraction.nodes, [&](const Node& node) {
    return node.name == name || std::ranges::find(node.aliases, name) != node.aliases.end();
  });
  return found == extraction.nodes.end() ? nullptr : &*found;
}

inline std::string name_of(const Extraction& extraction, std::string_view id) {
  const auto found = std::ranges::find(extraction.nodes, id, &Node::id);
  return found == extraction.nodes.end() ? std::string(id) : found->name;
}

/// "X cited Y" for each edge that is shown, the release's own mentions aside; sorted, each once.
inline std::vector<std::string> shown_edges(const Extraction& extraction,
                                            std::optional<Status> status = std::nullopt) {
  std::vector<std::string> edges;
  for (const auto& edge : extraction.edges) {
    if (is_shown(edge.status) && edge.status == status.value_or(edge.status) &&
        edge.relation != Relation::mentions && edge.relation != Relation::published) {
      edges.push_back(name_of(extraction, edge.subject) + ' ' +
                      std::string(info(edge.relation).name) + ' ' +
                      name_of(extraction, edge.object));
    }
  }
  std::ranges::sort(edges);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

}  // namespace pressgraph
