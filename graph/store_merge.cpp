// SPDX-License-Identifier: Apache-2.0
// Store::add_store: the rows of another store under new numbers, in one transaction.
#include <array>

#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/statement.hpp"
#include "graph/store.hpp"
#include "graph/store_file.hpp"

namespace pressgraph {
namespace {

// Nodes and traits are found again by what they are; releases that are new, by their fingerprint;
// an edge's number grows by that of the last edge there was.
constexpr const char* copy_rows = R"sql(
BEGIN IMMEDIATE;
CREATE TEMP TABLE last AS SELECT coalesce(max(id), 0) AS release, (SELECT coalesce(max(id), 0) FROM main.edge) AS edge
  FROM main.release;
INSERT OR IGNORE INTO main.release(gid, name, title, published, modified, publisher, url, language, text, path, record,
    sha256, text_hash, fingerprint)
  SELECT gid, name, title, published, modified, publisher, url, language, text, path, record, sha256, text_hash,
    fingerprint FROM part.release ORDER BY id;
CREATE TEMP TABLE new_release AS SELECT p.id AS old, m.id AS new FROM part.release p
  JOIN main.release m ON m.fingerprint = p.fingerprint WHERE m.id > (SELECT release FROM last);
CREATE UNIQUE INDEX temp.by_release ON new_release(old);
INSERT OR IGNORE INTO main.node(key, type, slug) SELECT key, type, slug FROM part.node ORDER BY id;
CREATE TEMP TABLE new_node(old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_node SELECT p.id, m.id FROM part.node p JOIN main.node m ON m.key = p.key;
INSERT OR IGNORE INTO main.trait(node, name, value, live, main)
  SELECT n.new, t.name, t.value, 0, 0 FROM part.trait t JOIN new_node n ON n.old = t.node ORDER BY t.id;
CREATE TEMP TABLE new_trait(old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_trait SELECT t.id, m.id FROM part.trait t JOIN new_node n ON n.old = t.node
  JOIN main.trait m ON m.node = n.new AND m.name = t.name AND m.value = t.value;
INSERT INTO main.release_trait SELECT r.new, t.new, x.main FROM part.release_trait x
  JOIN new_release r ON r.old = x.release JOIN new_trait t ON t.old = x.trait ORDER BY 1, 2;
INSERT INTO main.topic SELECT r.new, t.place, t.name FROM part.topic t JOIN new_release r ON r.old = t.release;
INSERT INTO main.sentence(release, first, last) SELECT r.new, s.first, s.last FROM part.sentence s
  JOIN new_release r ON r.old = s.release ORDER BY s.id;
INSERT INTO main.edge SELECT e.id + last.edge, e.hash, r.new, s.new, e.relation, o.new, e.status, c.new, e.confidence,
    e.field, e.first, e.last, e.trigger_first, e.trigger_last, e.point_first, e.point_last, e.rule
  FROM last, part.edge e JOIN new_release r ON r.old = e.release JOIN new_node s ON s.old = e.subject
  JOIN new_node o ON o.old = e.object LEFT JOIN new_node c ON c.old = e.claimed_by ORDER BY e.id;
INSERT INTO main.edge_attribute SELECT a.edge + last.edge, a.name, a.value FROM last, part.edge_attribute a
  JOIN part.edge e ON e.id = a.edge JOIN new_release r ON r.old = e.release;
INSERT INTO main.reference SELECT x.edge + last.edge, x.step, x.field, x.first, x.last, x.rule
  FROM last, part.reference x JOIN part.edge e ON e.id = x.edge JOIN new_release r ON r.old = e.release;
INSERT INTO main.judgement(same, first, second) SELECT same, first, second FROM part.judgement
  EXCEPT SELECT same, first, second FROM main.judgement;
)sql";

constexpr const char* forget_numbers = R"sql(
DROP TABLE temp.last; DROP TABLE temp.new_release; DROP TABLE temp.new_node; DROP TABLE temp.new_trait;
COMMIT;
)sql";

}  // namespace

std::uint64_t Store::add_store(const std::filesystem::path& part) {
  { const auto whole = Store::open(part); }  // throws where it is none, or unfinished
  auto* database = handle();
  Statement(database, "ATTACH ? AS part").bind(part.string()).run();
  std::uint64_t releases = 0;
  try {
    execute(database, copy_rows);
    {
      Statement added(database, "SELECT count(*) FROM temp.new_release");
      added.step();
      releases = static_cast<std::uint64_t>(added.integer(0));
    }
    execute(database, forget_numbers);
  } catch (...) {
    sqlite3_exec(database, "ROLLBACK; DETACH part", nullptr, nullptr, nullptr);
    throw;
  }
  execute(database, "DETACH part");
  return releases;
}

}  // namespace pressgraph
