// SPDX-License-Identifier: Apache-2.0
#include "graph/copies.hpp"

#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "graph/identity.hpp"
#include "graph/instant.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"
#include "graph/url_key.hpp"

namespace pressgraph {
namespace {

struct Copy {
  std::int64_t row = 0;
  std::string gid;
  std::string url_key;
  std::string text_hash;  // of the normalised text; bytes
  bool live = false;
  std::string modified;  // as instants
  std::string published;
  std::string captured;
  std::string text_sha;  // bytes
  std::string path;
  std::int64_t record = 0;
  std::int64_t fingerprint = 0;
};

constexpr const char* copy_columns =
    "SELECT r.id, r.gid, c.url_key, r.text_hash, r.live, r.modified, r.published, c.captured, "
    "c.text_sha, r.path, r.record, r.fingerprint FROM release r JOIN copy c ON c.release = r.id ";

Copy copy_at(const Statement& row) {
  return {row.integer(0),
          row.text(1),
          row.text(2),
          row.text(3),
          row.integer(4) != 0,
          instant_of(row.text(5)),
          instant_of(row.text(6)),
          instant_of(row.text(7)),
          row.text(8),
          row.text(9),
          row.integer(10),
          row.integer(11)};
}

std::size_t root(std::vector<std::size_t>& parents, std::size_t i) {
  while (parents[i] != i) {
    parents[i] = parents[parents[i]];
    i = parents[i];
  }
  return i;
}

// The last modified, then published, then captured; then by the text, and where it was read. What
// the schemas made of it counts only where one and the same record was extracted twice.
auto rank(const Copy& copy) {
  return std::tie(copy.modified, copy.published, copy.captured, copy.text_sha, copy.gid, copy.path,
                  copy.record, copy.fingerprint);
}

std::vector<Speaker> speakers(const std::vector<Copy>& copies) {
  std::vector<std::size_t> parents(copies.size());
  std::iota(parents.begin(), parents.end(), 0U);
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const auto join = [&](const std::string& key) {
      const auto [found, added] = seen.try_emplace(key, i);
      parents[root(parents, i)] = root(parents, found->second);
    };
    join("i" + copies[i].gid);
    join("t" + copies[i].text_hash);
    if (!copies[i].url_key.empty()) {
      join("u" + copies[i].url_key);
    }
  }
  std::map<std::size_t, std::size_t> best;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const auto [found, added] = best.try_emplace(root(parents, i), i);
    if (!added && rank(copies[found->second]) < rank(copies[i])) {
      found->second = i;
    }
  }
  std::vector<Speaker> all;
  all.reserve(copies.size());
  for (std::size_t i = 0; i < copies.size(); ++i) {
    all.push_back({copies[i].row, copies[best.at(root(parents, i))].row, copies[i].live});
  }
  return all;
}

}  // namespace

void add_copy(Statement& insert, std::int64_t row, const Release& release,
              std::string_view text_sha) {
  insert.bind(row, url_key(release.url), release.source.captured, Blob{text_sha}).run();
}

std::vector<Speaker> all_with_copies(sqlite3* database) {
  std::vector<Copy> copies;
  Statement rows(database,
                 std::string(copy_columns) +
                     "WHERE r.id IN (SELECT id FROM release WHERE gid IN (SELECT gid FROM "
                     "release GROUP BY gid HAVING count(*) > 1) UNION SELECT id FROM "
                     "release WHERE text_hash IN (SELECT text_hash FROM release GROUP BY "
                     "text_hash HAVING count(*) > 1) UNION SELECT release FROM copy "
                     "WHERE url_key IN (SELECT url_key FROM copy WHERE url_key <> '' "
                     "GROUP BY url_key HAVING count(*) > 1))");
  while (rows.step()) {
    copies.push_back(copy_at(rows));
  }
  return speakers(copies);
}

std::vector<Speaker> speakers_among(sqlite3* database, const std::vector<std::int64_t>& rows) {
  const std::string columns(copy_columns);
  Statement itself(database, columns + "WHERE r.id = ?");
  Statement alike(database, columns + "WHERE r.gid = ?1 UNION " + columns +
                                "WHERE r.text_hash = (SELECT text_hash FROM release WHERE id = ?2) "
                                "UNION " +
                                columns + "WHERE c.url_key = ?3 AND ?3 <> ''");
  std::map<std::int64_t, Copy> found;
  std::vector<Copy> next;
  const auto take = [&](Statement& statement) {
    while (statement.step()) {
      auto copy = copy_at(statement);
      if (found.try_emplace(copy.row, copy).second) {
        next.push_back(std::move(copy));
      }
    }
  };
  for (const auto row : rows) {
    take(itself.bind(row));
  }
  while (!next.empty()) {
    const auto copy = std::move(next.back());
    next.pop_back();
    take(alike.bind(copy.gid, copy.row, copy.url_key));
  }
  std::vector<Copy> copies;
  copies.reserve(found.size());
  for (auto& [row, copy] : found) {
    copies.push_back(std::move(copy));
  }
  return speakers(copies);
}

void keep_speakers(sqlite3* database, const std::vector<Speaker>& speakers) {
  Statement keep(database, "UPDATE copy SET speaker = ?1 WHERE release = ?2 AND speaker <> ?1");
  for (const auto& each : speakers) {
    keep.bind(each.speaker, each.release).run();
  }
}

std::vector<std::int64_t> copies_of(sqlite3* database, std::int64_t row) {
  Statement others(database,
                   "SELECT o.id FROM release r JOIN release o ON o.text_hash = r.text_hash WHERE "
                   "r.id = ?1 AND o.id <> ?1 UNION SELECT o.release FROM copy c JOIN copy o ON "
                   "o.url_key = c.url_key WHERE c.release = ?1 AND c.url_key <> '' AND o.release "
                   "<> ?1");
  std::vector<std::int64_t> found;
  for (others.bind(row); others.step();) {
    found.push_back(others.integer(0));
  }
  return found;
}

}  // namespace pressgraph
