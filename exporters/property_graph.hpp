// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/selection.hpp"
#include "graph/store.hpp"

/// Graph -> nodes and edges with named values: what every format but RDF is written from, so that
/// a column has one name and one value whatever reads it.
namespace pressgraph {

enum class ColumnType : std::uint8_t { text, integer, real };

struct Column {
  std::string_view name;
  ColumnType type;
};

/// The values of one node or edge in the order of its columns; empty where absent. They point into
/// the node or edge that they are of, which must outlive them, or to what is put together here:
/// most of what is written is text that the graph holds as it is.
class Values {
 public:
  /// Makes them as many as there are `columns`, all absent.
  void clear(std::size_t columns);

  void point(std::size_t column, std::string_view value) { views_[column] = value; }
  void number(std::size_t column, std::uint64_t value);
  void put(std::size_t column, std::initializer_list<std::string_view> parts);

  /// Adds `parts` to what the column holds, behind " | " where it holds anything.
  void join(std::size_t column, std::initializer_list<std::string_view> parts);

  [[nodiscard]] std::size_t size() const { return views_.size(); }
  std::string_view operator[](std::size_t column) const { return views_[column]; }

 private:
  std::vector<std::string_view> views_;
  std::vector<std::string> texts_;  ///< by column, kept for their memory
};

/// Whether each claim is an edge, or all claims of one (subject, relation, object) are.
enum class Claims : bool { apart, together };

/// An edge as these formats get it.
struct Tie {
  StoredEdge edge;  ///< the claim, or the surest of them, whose words stand for all
  std::uint64_t claims = 1;
  std::set<std::string> dates;  ///< of the claims, where known
};

std::span<const Column> node_columns();
std::span<const Column> edge_columns(Claims claims);

/// Fills `values`; node ids in it are appended to `base`. They point into `node` and `tie`.
void node_values(const StoredNode& node, std::string_view base, Values& values);
void edge_values(const Tie& tie, Claims claims, std::string_view base, Values& values);

/// One format: all nodes, then all edges, then `finish`.
class PropertyGraphWriter {
 public:
  PropertyGraphWriter() = default;
  PropertyGraphWriter(const PropertyGraphWriter&) = delete;
  PropertyGraphWriter& operator=(const PropertyGraphWriter&) = delete;
  PropertyGraphWriter(PropertyGraphWriter&&) = delete;
  PropertyGraphWriter& operator=(PropertyGraphWriter&&) = delete;
  virtual ~PropertyGraphWriter() = default;

  virtual void node(const StoredNode& node) = 0;
  virtual void edge(const Tie& tie) = 0;
  virtual void finish() = 0;
};

/// The edges of `graph`, or those of one (subject, relation, object) as one.
void each_tie(const SelectedGraph& graph, Claims claims,
              const std::function<void(const Tie&)>& visit);

/// Gives the number of nodes.
std::uint64_t write_property_graph(const SelectedGraph& graph, Claims claims,
                                   PropertyGraphWriter& writer);

}  // namespace pressgraph
