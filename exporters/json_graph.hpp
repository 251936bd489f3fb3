// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/look.hpp"
#include "exporters/property_graph.hpp"

namespace pressgraph {

/// One node or edge a line (schemas/graph.schema.json).
class JsonLinesWriter final : public PropertyGraphWriter {
 public:
  /// Keeps `out`, which must outlive it.
  JsonLinesWriter(std::string base, Claims claims, std::ostream& out)
      : base_(std::move(base)), claims_(claims), out_(out) {}

  void node(const StoredNode& node) override;
  void edge(const Tie& tie) override;
  void finish() override;

 private:
  std::string base_;
  Claims claims_;
  std::ostream& out_;
  std::string text_;
  Values values_;
};

/// Cytoscape.js's JSON, which Cytoscape reads too: elements, with data and positions.
class CytoscapeWriter final : public PropertyGraphWriter {
 public:
  struct Settings {
    std::string base;
    Claims claims;
    std::vector<Look> looks;  ///< of all nodes in their order
  };

  /// Keeps `out`, which must outlive it.
  CytoscapeWriter(Settings settings, std::ostream& out);

  void node(const StoredNode& node) override;
  void edge(const Tie& tie) override;
  void finish() override;

 private:
  void begin_edges();

  Settings settings_;
  std::ostream& out_;
  std::string text_;
  Values values_;
  std::size_t nodes_ = 0;
  bool in_edges_ = false;
  bool has_edge_ = false;
};

}  // namespace pressgraph
