// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

namespace pressgraph {

constexpr std::uint16_t any_relation = (1U << relations.size()) - 1;
constexpr std::uint8_t shown_statuses = 0b00011;  ///< asserted and scheduled

/// Which part of a graph is exported. Members at their defaults do not restrict.
struct Selection {
  std::uint16_t types = any_node;          ///< bits of NodeType: both ends of an edge, and nodes
  std::uint16_t relations = any_relation;  ///< bits of Relation
  std::uint8_t statuses = shown_statuses;  ///< bits of Status
  std::string since;                       ///< of the release's publication, as in EdgeFilter
  std::string until;
  double min_confidence = 0.0;
  std::string publisher;  ///< of the release; case does not matter
  std::string around;     ///< a node id: what is within `hops` edges of it
  unsigned hops = 1;
};

/// Whether the releases that edges point at, and those who make their claims, are nodes of the
/// export beside the ends of the edges.
enum class Sources : bool { left_out, kept };

/// The part of a store that a selection lets through, read in the store's order. Where edges are
/// restricted, nodes without any edge left are left out; that takes a first pass over the edges and
/// 8 bytes a node.
class SelectedGraph {
 public:
  /// Keeps `store`, which must outlive it. Throws Error where no release is by the publisher, or
  /// `around` is no node.
  SelectedGraph(const Store& store, Selection selection, Sources sources);

  void each_node(const std::function<void(const StoredNode&)>& visit) const;
  void each_edge(const std::function<void(const StoredEdge&)>& visit) const;
  void each_node_with_edges(const std::function<void(const StoredNode&)>& visit_node,
                            const std::function<void(const StoredEdge&)>& visit_edge) const;

  [[nodiscard]] const Store& store() const { return store_; }

 private:
  void find_publisher();
  void find_neighbours();
  void find_nodes();
  [[nodiscard]] EdgeFilter filter() const;
  [[nodiscard]] bool lets(const StoredEdge& edge) const;
  [[nodiscard]] bool lets(const StoredNode& node) const;
  [[nodiscard]] bool restricts_edges() const;

  /// Node ids by their hash, sorted.
  using Ids = std::vector<std::uint64_t>;

  const Store& store_;
  Selection selection_;
  Sources sources_;
  std::optional<Ids> by_publisher_;  ///< releases
  std::optional<Ids> near_;          ///< nodes within reach of `around`
  std::optional<Ids> kept_;          ///< nodes, where not all are
};

/// The type that the first part of a node's id names.
std::optional<NodeType> type_of_id(std::string_view id);

}  // namespace pressgraph
