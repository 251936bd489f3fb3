// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/edge_reader.hpp"
#include "graph/statement.hpp"
#include "graph/store.hpp"

namespace pressgraph {

/// Which end of an edge a node is.
enum class End : std::uint8_t { subject, object };

/// The newest of many edges, by the day that graph/edge_days.hpp gives them, without reading the
/// rest: of each node that stands for the one asked about, and each relation, the index has them
/// newest first.
class NewestEdges {
 public:
  /// Of the edges that `filter` lets through (its ends and relation aside): `limit` of them, and
  /// all that are of the same day as the last of those.
  NewestEdges(const Store& store, const EdgeFilter& filter, std::size_t limit);

  /// Reads those which have the node `id` at this end, of one relation or of all but mentions. An
  /// edge comes to `visit` bare, in no order; among what comes are some older ones.
  void read(std::string_view id, End end, std::optional<Relation> relation,
            const std::function<void(const StoredEdge&)>& visit);

 private:
  using Days = std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>>;

  void read_run(Statement& run, const std::function<void(const StoredEdge&)>& visit);
  void keep(const std::string& edge, std::int64_t day);
  [[nodiscard]] bool is_too_old(std::int64_t day) const;

  sqlite3* database_;
  RestrictedEdges edges_;
  std::size_t limit_;
  Days days_;  ///< of the newest, `limit` of them
  std::unordered_set<std::string> seen_;
};

}  // namespace pressgraph
