// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/store.hpp"

namespace pressgraph {

/// The graph in memory for algorithms: compressed sparse rows, each edge in both directions, 16
/// bytes for both, and 8 a node. Releases, topics and statements, and the relations
/// that only join those, are left out.
class GraphView {
 public:
  struct EdgeLabel {
    std::uint32_t row = 0;  ///< the edge's in the store
  };
  using Graph =
      boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgeLabel,
                                         boost::no_property, std::uint32_t, std::uint32_t>;

  /// Loads the edges that `filter` lets through: its dates, confidence and `shown_only`. O(nodes +
  /// edges). `store` must outlive the view.
  GraphView(const Store& store, const EdgeFilter& filter);

  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] std::optional<std::uint32_t> vertex(std::string_view id) const;

  /// The ids of the edges of a shortest path, first to last; empty where there is none or both are
  /// one. Of several the one that goes by the smallest ids.
  [[nodiscard]] std::vector<std::string> shortest_path(std::uint32_t from, std::uint32_t to) const;

 private:
  // The neighbour that is one step nearer, and the edge from it, of the smallest ids.
  [[nodiscard]] std::pair<std::uint32_t, std::string> step_back(
      std::uint32_t at, const std::vector<std::uint32_t>& distances) const;

  const Store* store_;
  std::vector<std::uint32_t> rows_;  // by vertex, ascending: the canonical node's
  Graph graph_;
};

}  // namespace pressgraph
