// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/store.hpp"

namespace pressgraph {

/// The graph in memory for algorithms: compressed sparse rows, each edge in both directions.
/// Vertices are nodes by id; releases, topics and statements, and the relations that only join
/// those, are left out.
class GraphView {
 public:
  struct EdgeLabel {
    std::uint32_t edge = 0;  ///< index for `edge_id`
  };
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgeLabel>;

  /// Loads the edges that `filter` lets through. O(nodes + edges).
  GraphView(const Store& store, const EdgeFilter& filter);

  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] std::optional<std::uint32_t> vertex(std::string_view id) const;
  [[nodiscard]] const std::string& node_id(std::uint32_t vertex) const { return nodes_[vertex]; }
  [[nodiscard]] const std::string& edge_id(std::uint32_t edge) const { return edges_[edge]; }

  /// The ids of the edges of a shortest path, first to last; empty where there is none or both are
  /// one.
  [[nodiscard]] std::vector<std::string> shortest_path(std::uint32_t from, std::uint32_t to) const;

 private:
  std::vector<std::string> nodes_;  // sorted
  std::vector<std::string> edges_;
  Graph graph_;
};

}  // namespace pressgraph
