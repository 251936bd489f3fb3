// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "graph/bearer.hpp"
#include "graph/statement.hpp"

namespace pressgraph {

/// The bearers of a store, each read once as long as there is room.
class KnownBearers {
 public:
  explicit KnownBearers(sqlite3* database);

  /// That in this row of `node`; valid until the next call of `forget_if_many`.
  const Bearer& at(std::int64_t row);

  /// The same with the posts that forms of an official's name tell ("Minister of Finance Ada
  /// Nwosu").
  const Bearer& with_titles(std::int64_t row);

  /// Keeps memory bounded, however many bearers there are.
  void forget_if_many();

  /// Whether the store has a list of the user's own.
  [[nodiscard]] bool has_entries() const { return has_entries_; }

 private:
  Bearer read(std::int64_t row);
  std::string entry_of(std::int64_t row, const Bearer& bearer);
  void read_traits(std::int64_t row, Bearer& bearer);

  Statement node_;
  Statement traits_;
  Statement entries_;
  bool has_entries_;
  std::unordered_map<std::int64_t, std::unique_ptr<Bearer>> read_;
};

}  // namespace pressgraph
