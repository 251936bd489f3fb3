// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "exporters/property_graph.hpp"

namespace pressgraph {

/// Graphviz's language: nodes coloured by type, edges named by relation.
class DotWriter final : public PropertyGraphWriter {
 public:
  /// Keeps `out`, which must outlive it.
  explicit DotWriter(std::ostream& out);

  void node(const StoredNode& node) override;
  void edge(const Tie& tie) override;
  void finish() override;

 private:
  std::ostream& out_;
  std::string text_;
};

/// What a label shows of `text`: one line, without what XML cannot hold.
std::string dot_text(std::string_view text);

}  // namespace pressgraph
