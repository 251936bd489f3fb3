// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "graph/store.hpp"

/// All that a store says, as text, to compare.
namespace pressgraph {

inline Store built(const std::filesystem::path& path, const std::vector<Extraction>& extractions) {
  {
    auto store = Store::create(path);
    store.add(extractions);
    store.finish();
  }
  return Store::open(path);
}

inline std::string dump(const Store& store) {
  std::ostringstream out;
  out << store.release_count() << " releases\n";
  store.each_node([&](const StoredNode& node) {
    out << node.id << '|' << node.name << '|' << node.releases;
    for (const auto& alias : node.aliases) {
      out << '|' << alias;
    }
    for (const auto& attribute : node.attributes) {
      out << '|' << attribute.name << '=' << attribute.value;
    }
    out << '\n';
  });
  EdgeFilter all;
  all.shown_only = false;
  store.each_edge(all, [&](const StoredEdge& edge) {
    out << edge.id << '|' << edge.subject << '|' << name(edge.relation) << '|' << edge.object << '|'
        << name(edge.status) << '|' << edge.sentence << '|' << edge.release << '|' << edge.date
        << '\n';
  });
  return out.str();
}

}  // namespace pressgraph
