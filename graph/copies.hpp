// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "graph/statement.hpp"

/// Which of the copies of one release speaks (docs/design.md, Identity). Copies share an id, a URL
/// (graph/url_key.hpp) or a text.
namespace pressgraph {

struct Speaker {
  std::int64_t release = 0;  ///< a row
  std::int64_t speaker = 0;  ///< the row of the copy that speaks for it
  bool live = false;         ///< whether it speaks as the store has it
};

/// Keeps of the release in `row` what its copies are told by; `text_sha` is the SHA-256 of its text
/// in bytes, `insert` is prepared of `copy_insert`.
constexpr const char* copy_insert = "INSERT INTO copy VALUES(?1, ?2, ?3, ?4, ?1)";
void add_copy(Statement& insert, std::int64_t row, const Release& release,
              std::string_view text_sha);

/// All releases of the store that have copies; of the others each speaks.
std::vector<Speaker> all_with_copies(sqlite3* database);

/// Those that are copies of the releases in `rows`, directly or through others.
std::vector<Speaker> speakers_among(sqlite3* database, const std::vector<std::int64_t>& rows);

/// Writes down who speaks for each.
void keep_speakers(sqlite3* database, const std::vector<Speaker>& speakers);

/// The other releases that share URL or text with the one in `row`.
std::vector<std::int64_t> copies_of(sqlite3* database, std::int64_t row);

}  // namespace pressgraph
