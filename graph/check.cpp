// SPDX-License-Identifier: Apache-2.0
#include "graph/check.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "graph/edge_days.hpp"
#include "graph/error.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"
#include "graph/store_derive.hpp"
#include "graph/store_file.hpp"
#include "graph/texts.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_lines = 20;

OwnedDatabase open_to_check(const std::filesystem::path& path) {
  OwnedDatabase database(open_to_write(path));
  add_day_number(database.get());
  return database;
}

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
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> held_by_hand{{
    {"the number of releases that speak",
     "SELECT value || ', expected ' || (SELECT count(*) FROM release WHERE live) FROM meta WHERE "
     "key = 'speaking' AND CAST(value AS INTEGER) <> (SELECT count(*) FROM release WHERE live)"},
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

// What is derived, as it was before it was derived again. In the order of its rows, so that
// comparing goes along both at once, whatever their size. Without their types no more than the
// first column of a key would be looked up.
constexpr const char* keep_derived = R"sql(
CREATE TEMP TABLE was_node(id INTEGER PRIMARY KEY, canonical, reason, own, name, releases, named, authority, start);
INSERT INTO was_node SELECT id, canonical, reason, own, name, releases, named, authority, start FROM main.node ORDER BY id;
CREATE TEMP TABLE was_trait(id INTEGER PRIMARY KEY, live, main);
INSERT INTO was_trait SELECT id, live, main FROM main.trait ORDER BY id;
CREATE TEMP TABLE was_release(id INTEGER PRIMARY KEY, live);
INSERT INTO was_release SELECT id, live FROM main.release ORDER BY id;
CREATE TEMP TABLE was_word(word TEXT, node INTEGER, PRIMARY KEY(word, node)) WITHOUT ROWID;
INSERT INTO was_word SELECT word, node FROM main.word ORDER BY word, node;
CREATE TEMP TABLE was_spelling(word TEXT PRIMARY KEY, nodes INTEGER) WITHOUT ROWID;
INSERT INTO was_spelling SELECT word, nodes FROM main.spelling ORDER BY word;
CREATE TEMP TABLE was_link(first INTEGER, second INTEGER, strength, reason, open, PRIMARY KEY(first, second)) WITHOUT ROWID;
INSERT INTO was_link SELECT first, second, strength, reason, open FROM main.link ORDER BY first, second;
)sql";

/// A derived table, and of which rows of `one` something else stands in `other`. Each is the table
/// as it was or as it is, in turn.
struct Derived {
  std::string_view table;
  std::string_view differences;
};

constexpr std::array<Derived, 6> derived{{
    {"node",
     "SELECT n.key || ' is ' || c.key || ' (' || w.reason || '), ' || coalesce(wc.own, c.slug) || "
     "', ' || coalesce((SELECT value FROM trait WHERE id = wc.name), '') || ', in ' || w.releases "
     "|| ' and ' || wc.named || ' releases' || coalesce(', by ' || (SELECT iri FROM authority "
     "WHERE id = w.authority), '') || CASE w.start WHEN '' THEN '' ELSE ', on ' || w.start END "
     "FROM one w JOIN other x ON x.id = w.id JOIN main.node n ON n.id = w.id JOIN one wc ON wc.id "
     "= w.canonical JOIN main.node c ON c.id = w.canonical WHERE w.releases > 0 AND (w.canonical "
     "<> x.canonical OR w.reason <> x.reason OR w.releases <> x.releases OR w.authority <> "
     "x.authority OR w.start <> x.start OR (w.canonical = w.id AND (w.own IS NOT x.own OR w.name "
     "<> x.name OR w.named <> x.named)))"},
    {"word",
     "SELECT n.key || ' is found by ' || w.word FROM one w JOIN main.node n ON n.id = w.node WHERE "
     "NOT EXISTS (SELECT 1 FROM other x WHERE x.word = w.word AND x.node = w.node)"},
    {"spelling",
     "SELECT w.nodes || ' nodes with ' || w.word FROM one w WHERE NOT EXISTS (SELECT 1 FROM other "
     "x WHERE x.word = w.word AND x.nodes = w.nodes)"},
    {"trait",
     "SELECT n.key || ' ' || t.name || ' ' || t.value || ' in ' || w.live || ', ' || w.main FROM "
     "one w JOIN other x ON x.id = w.id JOIN main.trait t ON t.id = w.id JOIN main.node n ON n.id "
     "= t.node WHERE w.live > 0 AND (w.live <> x.live OR w.main <> x.main)"},
    {"release",
     "SELECT r.gid || ' of ' || r.fingerprint FROM one w JOIN other x ON x.id = w.id JOIN "
     "main.release r ON r.id = w.id WHERE w.live AND NOT x.live"},
    {"link",
     "SELECT min(a.key, b.key) || ' and ' || max(a.key, b.key) || ': ' || w.strength || ' ' || "
     "w.open || ' ' || w.reason FROM one w JOIN main.node a ON a.id = w.first JOIN main.node b ON "
     "b.id = w.second WHERE NOT EXISTS (SELECT 1 FROM other x WHERE x.first = w.first AND x.second "
     "= w.second AND x.strength = w.strength AND x.reason = w.reason AND x.open = w.open)"},
}};

std::string with_tables(std::string sql, const std::string& one, const std::string& other) {
  for (const auto& [name, table] :
       {std::pair<std::string_view, std::string>{" one ", one}, {" other ", other}}) {
    for (auto at = sql.find(name); at != std::string::npos; at = sql.find(name, at)) {
      sql.replace(at, name.size(), " " + table + " ");
    }
  }
  return sql;
}

// Derives all again and takes it back; a row that is not as before is wrong.
void add_derived(sqlite3* database, std::vector<std::string>& lines) {
  execute(database, "BEGIN IMMEDIATE");
  execute(database, keep_derived);
  derive_all_but_words(database);
  for (const auto& [table, differences] : derived) {
    const auto was = "temp.was_" + std::string(table);
    const auto is = "main." + std::string(table);
    add_rows(database, with_tables(std::string(differences), was, is), "should not be", lines);
    add_rows(database, with_tables(std::string(differences), is, was), "is missing", lines);
  }
  execute(database, "ROLLBACK");
}

}  // namespace

std::vector<std::string> check(const std::filesystem::path& path) {
  check_header(path);
  const auto database = open_to_check(path);
  std::vector<std::string> lines;
  try {
    execute(database.get(),
            "PRAGMA cache_size = -65536");  // deriving all again goes over it all
    add_rows(database.get(), "PRAGMA integrity_check(20)", "file", lines);
    if (!lines.empty()) {
      return lines;  // what follows would read the broken pages
    }
    add_rows(database.get(), "SELECT \"table\" || ' row ' || rowid FROM pragma_foreign_key_check",
             "an end is missing", lines);
    for (const auto& [what, sql] : held_by_hand) {
      add_rows(database.get(), std::string(sql), what, lines);
    }
    add_rows(database.get(), edges_of_another_day, "an edge of another day", lines);
    add_texts(database.get(), lines);
    add_rows(
        database.get(),
        "SELECT 'expected ' || sentences || ' sentences, found ' || words FROM (SELECT (SELECT "
        "coalesce(sum(t.sentences), 0) FROM text t JOIN release r ON r.id = t.release WHERE "
        "r.live) AS "
        "sentences, (SELECT count(*) FROM words_docsize) AS words) WHERE sentences <> words",
        "full-text index", lines);
    execute(database.get(), "INSERT INTO words(words) VALUES('integrity-check')");
    add_derived(database.get(), lines);
  } catch (const Error& error) {
    lines.emplace_back(error.what());
  }
  return lines;
}

}  // namespace pressgraph
