// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/person_names.hpp"
#include "graph/statement.hpp"

/// Rows of the nodes that a name may mean, by its words: to be looked at, for a word alone tells
/// little. Those that are named most come first, then by id.
namespace pressgraph {

/// The nodes of some types that have a word, or a whole name (`whole_name_key`), as one of their
/// names. Reads a store that outlives it.
class NodesByWord {
 public:
  /// `types`: a set of bits (graph/schema.hpp).
  NodesByWord(sqlite3* database, std::uint16_t types);

  std::vector<std::int64_t> of(const std::string& word, std::size_t most);
  /// Those that stand for these bearers, by row.
  std::vector<std::int64_t> among(const std::vector<std::int64_t>& bearers, std::size_t most);

 private:
  struct Rank {
    std::int64_t named = 0;  ///< in how many releases
    std::string id;
  };

  std::vector<std::int64_t> most_named(std::vector<std::int64_t> rows, std::size_t most);
  const Rank& rank_of(std::int64_t row);

  Statement bearers_;
  Statement canonical_;
  Statement node_;
  std::unordered_map<std::int64_t, Rank> ranks_;  ///< by row
  std::uint16_t types_;
};

/// Those that have all of `words`.
std::vector<std::int64_t> nodes_with(sqlite3* database, const std::vector<std::string>& words,
                                     std::uint16_t types);

/// Where to look for what is near: the nodes that have words near several of `words`, then of those
/// of each such word the most named, until there are enough to choose from. By row.
std::vector<std::int64_t> nodes_near(sqlite3* database, const std::vector<std::string>& words,
                                     std::uint16_t types);

/// Of the user's entries (graph/authority.hpp) that have this name. In no order.
std::vector<std::int64_t> nodes_of_entries(sqlite3* database, std::string_view name);

/// Officials whose family name sounds alike, however it is spelled. By row.
std::vector<std::int64_t> nodes_sounding_like(sqlite3* database, const PersonName& person);

}  // namespace pressgraph
