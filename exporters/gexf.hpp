// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "exporters/look.hpp"
#include "exporters/property_graph.hpp"

namespace pressgraph {

/// GEXF 1.3 for Gephi: an edge a relation between two nodes, whose kind is the relation; nodes and
/// edges there on the days when claims about them were published, for its timeline; positions,
/// sizes and colours.
class GexfWriter final : public PropertyGraphWriter {
 public:
  struct Settings {
    std::string base;
    std::vector<Look> looks;  ///< of all nodes in their order
    std::size_t edges = 0;    ///< how many will come
  };

  /// Keeps `out`, which must outlive it.
  GexfWriter(Settings settings, std::ostream& out);

  void node(const StoredNode& node) override;
  void edge(const Tie& tie) override;
  void finish() override;

 private:
  void declare(std::string_view first, std::span<const Column> columns);
  void value(std::string_view column, std::string_view value);
  void values(std::span<const Column> columns);
  void spells(const std::set<std::string>& dates);
  void begin_edges();

  Settings settings_;
  std::ostream& out_;
  std::string text_;
  Values values_;
  std::size_t nodes_ = 0;
  bool in_edges_ = false;
};

}  // namespace pressgraph
