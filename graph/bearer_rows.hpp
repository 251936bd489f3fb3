// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/bearer_id.hpp"
#include "graph/statement.hpp"

namespace pressgraph {

/// Finds the rows of bearers in a store.
class BearerRows {
 public:
  explicit BearerRows(sqlite3* database);

  std::optional<std::int64_t> row_of(const BearerId& id);

  /// The bearer whose key `id` is, those whose key it is without years ("~NOR"), or all that bear
  /// the name: an id without "~".
  std::vector<std::int64_t> meant_by(std::string_view id);

 private:
  Statement row_;
  Statement called_;
};

}  // namespace pressgraph
