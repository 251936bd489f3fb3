// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "graph/statement.hpp"
#include "graph/store.hpp"

namespace pressgraph {

/// Reads the nodes of a store that is not changed meanwhile; its statements are prepared once.
class NodeReader {
 public:
  explicit NodeReader(sqlite3* database);

  /// Every node, by id.
  void each(const std::function<void(const StoredNode&)>& visit);

  [[nodiscard]] std::optional<StoredNode> find(std::string_view id);

 private:
  StoredNode read(const Statement& row);

  sqlite3* database_;
  Statement node_;
  Statement traits_;
};

}  // namespace pressgraph
