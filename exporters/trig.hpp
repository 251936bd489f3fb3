// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "exporters/rdf.hpp"

namespace pressgraph {

/// RDF 1.1 TriG: what each release says in a graph named after it, the rest in the default graph.
/// A graph's blocks come as they come, several to a graph, so that memory is constant; without the
/// keyword GRAPH, which some readers lack.
class TrigSink final : public StatementSink {
 public:
  /// Writes the prefixes. Keeps `out`, which must outlive it.
  explicit TrigSink(std::ostream& out);

  void subject(std::string_view iri) override;
  void aside(std::string_view iri) override;
  void back() override;
  void add(std::string_view predicate, const Object& object) override;
  [[nodiscard]] bool has_graphs() const override { return true; }
  void graph(std::string_view iri) override;

  /// Ends what is open and hands all bytes on. Nothing may follow.
  void finish();

 private:
  void begin(std::string_view iri);
  void end();

  std::ostream& out_;
  std::string subject_;
  std::string current_;  ///< the subject of the open block, or of the next one
  std::string graph_;
  bool graph_is_open_ = false;
  bool block_is_open_ = false;
  std::string_view predicate_;
  std::string text_;
};

}  // namespace pressgraph
