// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/known_bearers.hpp"
#include "graph/statement.hpp"
#include "graph/store_derive.hpp"

namespace pressgraph {

/// The first and only column of the rows.
std::vector<std::int64_t> integers_of(Statement& statement);

/// Writes the links between bearers (table `link`), which those that share a blocking key (table
/// `block`) may have, and what readers judged.
class StoreLinks {
 public:
  StoreLinks(sqlite3* database, KnownBearers& bearers);

  /// Anew, of all bearers.
  void link_all();
  /// Of those `touched` bearers of which something else is told, as they are now, with all others.
  void link_touched(const Touched& touched);
  void add_judgements();

  /// The bearers whose links may have changed.
  [[nodiscard]] const TouchedNodes& changed() const { return changed_; }
  /// Judged different, the smaller row first.
  [[nodiscard]] const std::set<std::pair<std::int64_t, std::int64_t>>& different() const {
    return different_;
  }

 private:
  void add_keys(Statement& add, std::int64_t row);
  void add_all_keys();
  void link_block(const std::vector<std::int64_t>& rows);
  void link_with_block(std::int64_t row, const std::string& key, Statement& members);
  void compare(std::int64_t a, std::int64_t b);
  void add_link(std::int64_t a, std::int64_t b, const Link& link);
  void add_judgement(bool same, std::int64_t a, std::int64_t b);

  sqlite3* database_;
  KnownBearers& bearers_;
  Statement add_link_;
  Statement authorize_;
  TouchedNodes changed_;
  std::set<std::pair<std::int64_t, std::int64_t>> different_;
};

}  // namespace pressgraph
