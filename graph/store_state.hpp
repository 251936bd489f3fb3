// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "graph/statement.hpp"
#include "graph/store.hpp"

/// What a Store holds; for the files that implement it.
namespace pressgraph {

/// The statements of Store::add, prepared once a store, and the rows of the nodes that it met.
struct WriteStatements {
  explicit WriteStatements(sqlite3* database);

  Statement release, topic, sentence, node, node_id, form, attribute, edge, edge_attribute,
      reference;
  std::unordered_map<std::string, std::int64_t> node_rows;  ///< by global id
};

struct Store::State {
  sqlite3* database = nullptr;
  std::unique_ptr<WriteStatements> write;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  State(State&&) = delete;
  State& operator=(State&&) = delete;
  ~State();
};

}  // namespace pressgraph
