// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/rdf.hpp"
#include "exporters/terms.hpp"
#include "graph/store.hpp"

namespace pressgraph {

/// Graph -> RDF statements, the same for every format. Constant memory: what it remembers is the
/// last edge's ends.
class Statements {
 public:
  /// Keeps both, which must outlive it.
  Statements(std::string_view base, StatementSink& sink) : base_(base), sink_(sink) {}

  /// All about `node`; `read` is the release itself, for the node of one, else null.
  void node(const StoredNode& node, const Release* read);

  /// The direct triple of a shown edge, once however many edges say it, and its assertion.
  /// REQUIRES: called after `node` of its subject, with edges of the same ends together.
  void edge(const StoredEdge& edge);

 private:
  std::string_view iri(std::string_view kind, std::string_view id);
  void link(std::string_view predicate, std::string_view id);
  void text(std::string_view predicate, std::string_view value);
  void date(std::string_view predicate, std::string_view value);
  void address(std::string_view predicate, std::string_view value);
  void attributes(const std::vector<Attribute>& all, std::span<const AttributeTerm> table);
  void release(const Release& release);
  void direct(const StoredEdge& edge);
  void post(const StoredEdge& edge);
  void assertion(const StoredEdge& edge);
  void evidence(const StoredEdge& edge);

  std::string_view base_;
  StatementSink& sink_;
  std::string iri_;
  std::string scratch_;
  std::string last_direct_;
  std::string last_post_;
};

}  // namespace pressgraph
