// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "graph/store.hpp"

namespace pressgraph {

/// GraphML in the profile `universal` (docs/exports.md), as it comes: all nodes, then all edges.
class GraphmlWriter {
 public:
  /// Writes the keys. Keeps both, which must outlive it.
  GraphmlWriter(std::string_view base, std::ostream& out);

  void node(const StoredNode& node);
  void edge(const StoredEdge& edge);

  /// Closes the document. Nothing may follow.
  void finish();

 private:
  void data(std::string_view key, std::string_view value);
  void attributes(char scope, const std::vector<Attribute>& all);
  void flush(std::size_t kept);

  std::string base_;
  std::ostream& out_;
  std::string text_;
};

/// `id` as an NMTOKEN: '/' becomes '.', what no id of ours holds '_' and two hex digits a byte.
std::string nmtoken(std::string_view id);

}  // namespace pressgraph
