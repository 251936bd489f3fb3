// SPDX-License-Identifier: Apache-2.0
// Which copy of a release speaks, the names of nodes, and the words to search.
#include "graph/store_derive.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "graph/copies.hpp"
#include "graph/names.hpp"
#include "graph/schema.hpp"
#include "graph/statement.hpp"
#include "graph/store_schema.hpp"
#include "graph/texts.hpp"

namespace pressgraph {
namespace {

void mark_all_speakers(sqlite3* database) {
  const auto speakers = all_speakers(database);
  Statement mark(database, "UPDATE release SET live = ? WHERE id = ?");
  for (const auto& each : speakers) {
    mark.bind(each.speaker == each.release ? 1 : 0, each.release).run();
  }
  keep_speakers(database, speakers);
}

// ---- what a release adds when it speaks, and takes away when it falls silent ----

// Each sentence's words, put in or taken out.
void index_sentences(sqlite3* database, Texts& texts, std::int64_t release, bool speaks) {
  Statement change(database, speaks
                                 ? "INSERT INTO words(rowid, text) VALUES(?, ?)"
                                 : "INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)");
  const std::string_view text = texts.of(release);
  auto [number, spans] = sentences_of(database, release);
  for (const auto& span : spans) {
    const auto begin = std::min<std::size_t>(span.begin, text.size());
    change.bind(number++, text.substr(begin, span.end - span.begin)).run();
  }
}

void let_speak(sqlite3* database, std::int64_t release, bool speaks, TouchedNodes& touched) {
  const int delta = speaks ? 1 : -1;
  Statement(database, "UPDATE release SET live = ? WHERE id = ?")
      .bind(speaks ? 1 : 0, release)
      .run();
  Statement(database,
            "UPDATE trait SET live = live + ?1, main = trait.main + ?1 * rt.main "
            "FROM release_trait rt WHERE rt.release = ?2 AND rt.trait = trait.id")
      .bind(delta, release)
      .run();
  Statement nodes(database,
                  "SELECT DISTINCT t.node FROM release_trait rt JOIN trait t ON t.id = rt.trait "
                  "WHERE rt.release = ?");
  Statement count(database, "UPDATE node SET releases = releases + ? WHERE id = ?");
  nodes.bind(release);
  while (nodes.step()) {
    touched.insert(nodes.integer(0));
  }
  for (nodes.bind(release); nodes.step();) {
    count.bind(delta, nodes.integer(0)).run();
  }
  Texts texts(database);
  index_sentences(database, texts, release, speaks);
}

void count_all(sqlite3* database) {
  execute(database, R"sql(
    UPDATE trait SET live = 0, main = 0 WHERE live <> 0 OR main <> 0;
    UPDATE node SET releases = 0 WHERE releases <> 0;
    CREATE TEMP TABLE counted AS SELECT rt.trait AS trait, count(*) AS live, sum(rt.main) AS main
      FROM release_trait rt JOIN release r ON r.id = rt.release WHERE r.live GROUP BY rt.trait;
    UPDATE trait SET live = c.live, main = c.main FROM counted c WHERE c.trait = trait.id;
    DROP TABLE counted;
    CREATE TEMP TABLE counted AS SELECT node, count(*) AS releases FROM (
      SELECT DISTINCT t.node AS node, rt.release FROM release_trait rt JOIN release r ON r.id = rt.release
        JOIN trait t ON t.id = rt.trait WHERE r.live) GROUP BY node;
    UPDATE node SET releases = c.releases FROM counted c WHERE c.node = node.id;
    DROP TABLE counted)sql");
}

// ---- names ----

// The authority's name, else the form that most releases use as the name; the longest, then the
// smallest in bytes of those.
constexpr const char* name_nodes = R"sql(
  UPDATE node SET
    named = (SELECT coalesce(sum(m.releases), 0) FROM node m WHERE m.canonical = node.id),
    name = coalesce(
      (SELECT t.id FROM node m JOIN trait t ON t.node = m.id
       WHERE m.canonical = node.id AND t.name = 'authority_name' AND t.live > 0 ORDER BY t.value LIMIT 1),
      (SELECT min(t.id) FROM node m JOIN trait t ON t.node = m.id
       WHERE m.canonical = node.id AND t.name = '' AND t.main > 0
       GROUP BY t.value ORDER BY sum(t.main) DESC, length(t.value) DESC, t.value LIMIT 1), 0) )sql";

// Of the forms that are told, and of those that no release tells any more.
constexpr const char* forms_of_node =
    "SELECT value, live > 0 FROM trait WHERE node = ?1 AND name IN ('', 'authority_name') AND "
    "EXISTS (SELECT 1 FROM node n WHERE n.id = ?1 AND n.type NOT IN (?2, ?3))";

void index_names(sqlite3* database, std::int64_t row) {
  std::set<std::string> told;
  std::set<std::string> silent;
  Statement forms(database, forms_of_node);
  forms.bind(row, static_cast<int>(NodeType::statement), static_cast<int>(NodeType::release));
  while (forms.step()) {
    for (auto& word : name_words(forms.text(0))) {
      (forms.integer(1) != 0 ? told : silent).insert(std::move(word));
    }
  }
  Statement remove(database, "DELETE FROM word WHERE word = ? AND node = ?");
  for (const auto& word : silent) {
    remove.bind(word, row).run();
  }
  Statement insert(database, "INSERT OR IGNORE INTO word VALUES(?, ?)");
  for (const auto& word : told) {
    insert.bind(word, row).run();
  }
}

// In the order of words, so that they fill their pages.
void index_all_names(sqlite3* database) {
  execute(database, "DELETE FROM word; CREATE TEMP TABLE found(word TEXT, node INTEGER)");
  {
    Statement insert(database, "INSERT INTO temp.found VALUES(?, ?)");
    Statement forms(database,
                    "SELECT t.node, t.value FROM trait t JOIN node n ON n.id = t.node WHERE t.live "
                    "> 0 AND t.name IN ('', 'authority_name') AND n.type NOT IN (?, ?)");
    forms.bind(static_cast<int>(NodeType::statement), static_cast<int>(NodeType::release));
    while (forms.step()) {
      for (const auto& word : name_words(forms.text(1))) {
        insert.bind(word, forms.integer(0)).run();
      }
    }
  }
  execute(database,
          "INSERT INTO word SELECT DISTINCT word, node FROM temp.found ORDER BY 1, 2; DROP TABLE "
          "temp.found");
}

std::vector<std::int64_t> integers(sqlite3* database, const char* sql) {
  std::vector<std::int64_t> all;
  Statement rows(database, sql);
  while (rows.step()) {
    all.push_back(rows.integer(0));
  }
  return all;
}

}  // namespace

void derive_all_but_words(sqlite3* database) {
  mark_all_speakers(database);
  count_all(database);
  resolve_identity(database, nullptr);
  execute(database, (std::string(name_nodes) + "WHERE canonical = id").c_str());
  index_all_names(database);
}

void derive_all(sqlite3* database) {
  execute(database, store_indexes);
  derive_all_but_words(database);
  Texts texts(database);
  for (const auto row : integers(database, "SELECT id FROM release WHERE live")) {
    index_sentences(database, texts, row, true);
  }
  execute(database, "INSERT INTO words(words) VALUES('optimize')");
}

void derive_speakers(sqlite3* database, const std::vector<std::int64_t>& rows,
                     TouchedNodes& touched) {
  const auto speakers = speakers_among(database, rows);
  for (const auto& each : speakers) {
    const bool speaks = each.speaker == each.release;
    if (speaks != each.live) {
      let_speak(database, each.release, speaks, touched);
    }
  }
  keep_speakers(database, speakers);
}

void silence(sqlite3* database, std::int64_t row, TouchedNodes& touched) {
  Statement live(database, "SELECT live FROM release WHERE id = ?");
  live.bind(row);
  if (live.step() && live.integer(0) != 0) {
    let_speak(database, row, false, touched);
  }
}

void derive_nodes(sqlite3* database, const TouchedNodes& touched) {
  Statement name(database, std::string(name_nodes) + "WHERE id = ?");
  for (const auto row : resolve_identity(database, &touched)) {
    name.bind(row).run();
  }
  for (const auto row : touched) {
    index_names(database, row);
  }
}

}  // namespace pressgraph
