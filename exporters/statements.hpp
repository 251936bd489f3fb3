// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "exporters/rdf.hpp"
#include "exporters/selection.hpp"
#include "exporters/terms.hpp"
#include "graph/store.hpp"

namespace pressgraph {

/// Graph -> RDF statements, the same for every format, each once (a sink with graphs gets it once a
/// graph). What it remembers is one subject's, and a number for each post.
class Statements {
 public:
  /// Keeps both, which must outlive it.
  Statements(std::string_view base, StatementSink& sink) : base_(base), sink_(sink) {}

  /// All about `node`; `read` is the release itself, for the node of one, else null.
  void node(const StoredNode& node, const Release* read);

  /// The direct triple of a shown edge, once however many edges say it, and its assertion.
  /// REQUIRES: called after `node` of its subject, with edges of the same ends together.
  void edge(const StoredEdge& edge);

  /// After the last edge.
  void finish();

 private:
  std::string_view iri(std::string_view kind, std::string_view id);
  void link(std::string_view predicate, std::string_view id);
  void text(std::string_view predicate, std::string_view value);
  void date(std::string_view predicate, std::string_view value);
  void address(std::string_view predicate, std::string_view value);
  void attributes(const std::vector<Attribute>& all, std::span<const AttributeTerm> table);
  void release(const Release& release);
  void direct(const StoredEdge& edge);
  void companions(const StoredEdge& edge);
  void post(const StoredEdge& edge);
  void count_claim(const StoredEdge& edge);
  void describe_triple();
  void assertion(const StoredEdge& edge);
  void evidence(const StoredEdge& edge);

  std::string_view base_;
  StatementSink& sink_;
  std::string iri_;
  std::string scratch_;
  std::string last_direct_;           ///< relation and object of the last direct triple
  std::set<std::string> direct_in_;   ///< the graphs that it stands in; "" without graphs
  std::optional<StoredEdge> surest_;  ///< of the claims of that triple, for a sink that quotes it
  std::uint64_t claims_ = 0;
  std::set<std::string> posts_;                      ///< of the subject, by graph and path
  std::unordered_set<std::size_t> described_posts_;  ///< hashes of graph and path
};

/// What is selected of `store` into `sink`: node by node, each with its edges, so that what is said
/// of a subject stands together. Gives the number of nodes.
std::uint64_t write_statements(const Store& store, const Selection& selection,
                               std::string_view base, StatementSink& sink);

}  // namespace pressgraph
