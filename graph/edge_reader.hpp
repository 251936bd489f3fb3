// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/statement.hpp"
#include "graph/store.hpp"
#include "graph/texts.hpp"

namespace pressgraph {

/// The rows of the edges that `filter` lets through, by (subject, relation, object, id), for an
/// EdgeReader.
Statement edges_through(sqlite3* database, const EdgeFilter& filter);

/// "e" and 16 hex digits.
std::string edge_name(std::int64_t hash);

/// Edges by their rows, as far as a filter lets them through.
class RestrictedEdges {
 public:
  /// Ends, release and relation do not restrict here.
  RestrictedEdges(sqlite3* database, EdgeFilter filter);

  /// The edge in this row without attributes, chain and sentence; none where the filter, or what
  /// other releases say, keeps it back.
  std::optional<StoredEdge> at(std::int64_t row);

 private:
  EdgeFilter filter_;
  Statement edge_;
};

/// Makes edges of rows; its statements are prepared once.
class EdgeReader {
 public:
  explicit EdgeReader(sqlite3* database);

  /// The edge in a row of `edges_through`.
  StoredEdge edge(const Statement& row);

  /// The same without attributes, chain and sentence.
  static StoredEdge bare(const Statement& row);

  [[nodiscard]] std::optional<StoredEdge> find(std::string_view id);

 private:
  void add_details(StoredEdge& edge, std::int64_t id);
  std::string words(std::int64_t release, const Evidence& evidence);

  Statement edge_;
  Statement attributes_;
  Statement references_;
  Texts texts_;
  Statement field_;
};

}  // namespace pressgraph
