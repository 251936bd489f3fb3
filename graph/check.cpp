// SPDX-License-Identifier: Apache-2.0
#include "graph/check.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"
#include "graph/store_derive.hpp"
#include "graph/store_file.hpp"
#include "graph/texts.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_lines = 20;

class Database {
 public:
  explicit Database(const std::filesystem::path& path) : handle_(open_to_write(path)) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;
  ~Database() { sqlite3_close_v2(handle_); }

  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_;
};

void add_rows(sqlite3* database, const std::string& sql, std::string_view what,
              std::vector<std::string>& lines) {
  Statement rows(database, sql);
  while (rows.step() && lines.size() < most_lines) {
    if (const auto text = rows.text(0); text != "ok") {
      lines.push_back(std::string(what) + ": " + text);
    }
  }
}

// What no index or foreign key of SQLite holds.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> held_by_hand{{
    {"two nodes of one key",
     "SELECT slug || '~' || scope FROM node GROUP BY slug, scope HAVING count(*) > 1"},
    {"an edge outside its release",
     "SELECT 'edge row ' || e.id FROM edge e LEFT JOIN text t ON t.release = e.release AND e.id >= "
     "t.first_edge AND e.id < t.first_edge + t.edges WHERE t.release IS NULL"},
    {"a release without its text or its edges",
     "SELECT 'release row ' || r.id FROM release r LEFT JOIN text t ON t.release = r.id WHERE "
     "t.release IS NULL OR t.edges <> (SELECT count(*) FROM edge WHERE id BETWEEN t.first_edge AND "
     "t.first_edge + t.edges - 1)"},
}};

// Those are packed, so that no foreign key holds them.
bool tells_of_missing_trait(sqlite3* database, std::int64_t release) {
  Statement packed(database, "SELECT traits FROM release_trait WHERE release = ?");
  if (!packed.bind(release).step()) {
    return true;
  }
  Statement trait(database, "SELECT 1 FROM trait WHERE id = ?");
  const auto told = unpacked_traits(packed.text(0));
  return std::ranges::any_of(told,
                             [&](const ToldTrait& each) { return !trait.bind(each.row).step(); });
}

void add_texts(sqlite3* database, std::vector<std::string>& lines) {
  Texts texts(database);
  Sentences sentences(database);
  Statement releases(database,
                     "SELECT r.id, r.gid, t.sentences FROM release r JOIN text t ON "
                     "t.release = r.id");
  while (releases.step() && lines.size() < most_lines) {
    try {
      const auto size = texts.of(releases.integer(0)).size();
      if (tells_of_missing_trait(database, releases.integer(0))) {
        lines.push_back(releases.text(1).append(": tells of a name that is not there"));
      }
      const auto spans = sentences.of(releases.integer(0)).spans;
      if (static_cast<std::int64_t>(spans.size()) != releases.integer(2) ||
          (!spans.empty() && spans.back().end > size)) {
        lines.push_back(releases.text(1).append(": its sentences are not in its text"));
      }
    } catch (const Error& error) {
      lines.push_back(releases.text(1).append(": ").append(error.what()));
    }
  }
}

struct Derived {
  std::string_view table;
  std::string_view rows;  ///< each as one text
};

constexpr std::array<Derived, 5> derived{{
    {"was_node",
     "SELECT n.key || ' is ' || c.key || ' (' || n.reason || '), ' || c.gid || ', ' || coalesce("
     "(SELECT value FROM trait WHERE id = c.name), '') || ', in ' || n.releases || ' and ' || "
     "c.named || ' releases' || coalesce(', by ' || (SELECT iri FROM authority WHERE id = "
     "n.authority), '') AS line FROM node n JOIN node c "
     "ON c.id = n.canonical WHERE n.releases > 0"},
    {"was_word",
     "SELECT n.key || ' is found by ' || w.word AS line FROM word w JOIN node n ON n.id "
     "= w.node"},
    {"was_trait",
     "SELECT n.key || ' ' || t.name || ' ' || t.value || ' in ' || t.live || ', ' || t.main AS "
     "line FROM trait t JOIN node n ON n.id = t.node WHERE t.live > 0"},
    {"was_release", "SELECT gid || ' of ' || fingerprint AS line FROM release WHERE live"},
    {"was_link",
     "SELECT min(a.key, b.key) || ' and ' || max(a.key, b.key) || ': ' || l.strength || ' ' || "
     "l.open || ' ' || l.reason AS line FROM link l JOIN node a ON a.id = l.first JOIN node b ON "
     "b.id = l.second"},
}};

// Derives all again and takes it back; a row that is not as before is wrong.
void add_derived(sqlite3* database, std::vector<std::string>& lines) {
  execute(database, "BEGIN IMMEDIATE");
  for (const auto& each : derived) {
    execute(
        database,
        ("CREATE TEMP TABLE " + std::string(each.table) + " AS " + std::string(each.rows)).c_str());
  }
  derive_all_but_words(database);
  for (const auto& each : derived) {
    const auto table = std::string(each.table);
    const auto rows = std::string(each.rows);
    add_rows(database, "SELECT line FROM temp." + table + " EXCEPT " + rows, "should not be",
             lines);
    add_rows(database, rows + " EXCEPT SELECT line FROM temp." + table, "is missing", lines);
  }
  execute(database, "ROLLBACK");
}

}  // namespace

std::vector<std::string> check(const std::filesystem::path& path) {
  check_header(path);
  const Database database(path);
  std::vector<std::string> lines;
  try {
    execute(database.handle(),
            "PRAGMA cache_size = -65536");  // deriving all again goes over it all
    add_rows(database.handle(), "PRAGMA integrity_check(20)", "file", lines);
    if (!lines.empty()) {
      return lines;  // what follows would read the broken pages
    }
    add_rows(database.handle(),
             "SELECT \"table\" || ' row ' || rowid FROM pragma_foreign_key_check",
             "an end is missing", lines);
    for (const auto& [what, sql] : held_by_hand) {
      add_rows(database.handle(), std::string(sql), what, lines);
    }
    add_texts(database.handle(), lines);
    add_rows(
        database.handle(),
        "SELECT 'expected ' || sentences || ' sentences, found ' || words FROM (SELECT (SELECT "
        "coalesce(sum(t.sentences), 0) FROM text t JOIN release r ON r.id = t.release WHERE "
        "r.live) AS "
        "sentences, (SELECT count(*) FROM words_docsize) AS words) WHERE sentences <> words",
        "full-text index", lines);
    execute(database.handle(), "INSERT INTO words(words) VALUES('integrity-check')");
    add_derived(database.handle(), lines);
  } catch (const Error& error) {
    lines.emplace_back(error.what());
  }
  return lines;
}

}  // namespace pressgraph
