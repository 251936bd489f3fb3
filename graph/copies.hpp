// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graph/model.hpp"

struct sqlite3;

/// Which of the copies of one release speaks (docs/design.md, Identity). Copies share an id, a URL
/// (graph/url_key.hpp) or a text.
namespace pressgraph {

struct Speaker {
  std::int64_t release = 0;  ///< a row
  std::int64_t speaker = 0;  ///< the row of the copy that speaks for it
  bool live = false;         ///< whether it speaks as the store has it
};

/// Keeps of the release in `row` what its copies are told by.
void add_copy(sqlite3* database, std::int64_t row, const Release& release);

/// All releases of the store.
std::vector<Speaker> all_speakers(sqlite3* database);

/// Those that are copies of the releases in `rows`, directly or through others.
std::vector<Speaker> speakers_among(sqlite3* database, const std::vector<std::int64_t>& rows);

/// Writes down who speaks for each.
void keep_speakers(sqlite3* database, const std::vector<Speaker>& speakers);

/// The other releases that share URL or text with the one in `row`.
std::vector<std::int64_t> copies_of(sqlite3* database, std::int64_t row);

}  // namespace pressgraph
