// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/look.hpp"
#include "exporters/property_graph.hpp"

namespace pressgraph {

/// The shape of a GraphML file that a reader wants. What each reader needs is in docs/exports.md.
struct GraphmlProfile {
  std::string_view name;
  std::string_view description;
  bool labels_as_xml;  ///< `labels` on a node and `label` on an edge, as property graphs read
  std::string_view node_label;  ///< the id and name of the key that holds a node's type, if any
  std::string_view edge_label;  ///< the same of an edge's relation
  bool has_desc;                ///< <desc> of a node, which Gephi and Cytoscape show
  bool has_edge_desc;           ///< of an edge: APOC seeks a relation in the first element alone
  bool has_look;                ///< x, y, size and color, and claims together: for Gephi
  bool has_yed;                 ///< what yEd draws
};

std::span<const GraphmlProfile> graphml_profiles();
const GraphmlProfile* graphml_profile_named(std::string_view name);

/// GraphML as it comes: all nodes, then all edges.
class GraphmlWriter final : public PropertyGraphWriter {
 public:
  struct Settings {
    const GraphmlProfile* profile;
    Claims claims;
    std::string base;
    std::vector<Look> looks;  ///< of all nodes in their order, where the profile draws
  };

  /// Writes the keys. Keeps `out`, which must outlive it.
  GraphmlWriter(Settings settings, std::ostream& out);

  void node(const StoredNode& node) override;
  void edge(const Tie& tie) override;

  /// Closes the document. Nothing may follow.
  void finish() override;

 private:
  /// A key that is declared: what stands between a value and one of it, put together once.
  struct Key {
    std::string between;
    ColumnType type;
  };
  using Keys = std::vector<Key>;

  /// Declares them, in their order.
  Keys keys(std::string_view scope, std::span<const Column> columns);
  void value(std::string_view text);
  template <typename Columns>
  void values(const Keys& keys, const Columns& values);
  void look(const StoredNode& node);

  /// What stands between the ids of an edge and its values: the same for all of a relation.
  [[nodiscard]] std::string edge_kind(const RelationInfo& relation) const;

  Settings settings_;
  std::ostream& out_;
  std::string text_;
  std::string node_label_start_;  ///< what stands before a value
  std::string edge_label_start_;
  std::vector<std::string> edge_kinds_;  ///< by relation
  Keys look_keys_;
  Keys node_keys_;
  Keys edge_keys_;
  Values values_;
  std::size_t nodes_ = 0;
};

/// `id` as an NMTOKEN: '/' becomes '.', what no id of ours holds '_' and two hex digits a byte.
std::string nmtoken(std::string_view id);
void append_nmtoken(std::string& out, std::string_view id);

/// `text` with U+2060 WORD JOINER between I and NF: Gephi takes INF for Infinity inside any value.
std::string without_inf(std::string_view text);

}  // namespace pressgraph
