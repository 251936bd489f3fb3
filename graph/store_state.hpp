// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/bearer_rows.hpp"
#include "graph/edge_reader.hpp"
#include "graph/known_rows.hpp"
#include "graph/node_reader.hpp"
#include "graph/side_index.hpp"
#include "graph/statement.hpp"
#include "graph/store.hpp"
#include "graph/store_derive.hpp"

/// What a Store holds; for the files that implement it.
namespace pressgraph {

/// The statements of Store::add, prepared once a store.
struct WriteStatements {
  /// `told` where what is written is counted as told by a release that speaks: of a new store,
  /// which counts again at its end.
  WriteStatements(sqlite3* database, bool told);

  Statement release, odd_sha256, text, last_sentence, last_edge, copy, topic;
  BearerRows node_row;
  Statement node, trait, trait_id, release_trait, edge, edge_attribute, reference, rule, rule_id;
  std::unordered_map<std::string, std::int64_t> rules;  ///< rows of those met already
  KnownRows nodes;                                      ///< by the keys of bearers
  KnownRows traits;                                     ///< by key, name and value
  std::int64_t last_node = 0;                           ///< row
  std::int64_t last_trait = 0;                          ///< row
  bool told = false;
  bool began_empty = false;  ///< so that what `nodes` or `traits` do not know, knowing all, is new
};

struct Store::State {
  sqlite3* database = nullptr;
  std::unique_ptr<WriteStatements> write;
  std::unique_ptr<SideIndex> side;            ///< where it is new
  std::unique_ptr<NodeReader> nodes;          ///< of single nodes, where it only reads
  std::unique_ptr<EdgeReader> edges;          ///< the same
  bool reads = false;                         ///< opened to read, at one state
  bool grows = false;                         ///< finished before, and changed now
  bool authorized = false;                    ///< anew, where it grows
  std::vector<std::int64_t> added;            ///< rows of releases, where it grows
  std::size_t in_transaction = 0;             ///< releases of a new store not committed yet
  std::unordered_set<std::uint64_t> sources;  ///< of the releases in a resumed store
  Touched touched;                            ///< where it grows

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  State(State&&) = delete;
  State& operator=(State&&) = delete;
  ~State();
};

}  // namespace pressgraph
