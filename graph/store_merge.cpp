// SPDX-License-Identifier: Apache-2.0
// Store::add_store: the rows of another store under new numbers, in one transaction.
#include <algorithm>
#include <unordered_map>

#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"
#include "graph/store.hpp"
#include "graph/store_file.hpp"

namespace pressgraph {
namespace {

// Nodes and traits are found again by what they are; releases that are new, by their fingerprint;
// the number of an edge or sentence grows by that of the last there was.
constexpr const char* copy_rows = R"sql(
BEGIN IMMEDIATE;
CREATE TEMP TABLE last AS SELECT coalesce(max(id), 0) AS release, (SELECT coalesce(max(id), 0) FROM main.edge) AS edge,
  coalesce((SELECT first_sentence + sentences - 1 FROM main.text ORDER BY first_sentence DESC, release DESC LIMIT 1), 0)
    AS sentence
  FROM main.release;
INSERT OR IGNORE INTO main.release(gid, name, title, published, modified, publisher, url, language, path, record,
    sha256, text_hash, fingerprint, live)
  SELECT gid, name, title, published, modified, publisher, url, language, path, record, sha256, text_hash,
    fingerprint, 1 FROM part.release ORDER BY id;
CREATE TEMP TABLE new_release AS SELECT p.id AS old, m.id AS new FROM part.release p
  JOIN main.release m ON m.fingerprint = p.fingerprint WHERE m.id > (SELECT release FROM last);
CREATE UNIQUE INDEX temp.by_release ON new_release(old);
INSERT INTO main.text SELECT r.new, t.first_sentence + last.sentence, t.sentences, t.first_edge + last.edge, t.edges,
    t.spans, t.size, t.packed FROM last, part.text t JOIN new_release r ON r.old = t.release ORDER BY t.release;
INSERT INTO main.node(type, slug, scope, releases) SELECT type, slug, scope, releases FROM part.node p
  WHERE NOT EXISTS (SELECT 1 FROM main.node m WHERE m.gid = p.slug AND m.scope = p.scope) ORDER BY id;
CREATE TEMP TABLE new_node(old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_node SELECT p.id, m.id FROM part.node p JOIN main.node m ON m.gid = p.slug AND m.scope = p.scope;
INSERT INTO main.trait(node, hash, name, value, live, main)
  SELECT n.new, t.hash, t.name, t.value, t.live, t.main FROM part.trait t JOIN new_node n ON n.old = t.node
  WHERE NOT EXISTS (SELECT 1 FROM main.trait m
    WHERE m.node = n.new AND m.hash = t.hash AND m.name = t.name AND m.value = t.value) ORDER BY t.id;
CREATE TEMP TABLE new_trait(old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_trait SELECT t.id, m.id FROM part.trait t JOIN new_node n ON n.old = t.node
  JOIN main.trait m ON m.node = n.new AND m.hash = t.hash AND m.name = t.name AND m.value = t.value;
)sql";

// What stands in other rows' numbers, once those are known.
constexpr const char* copy_the_rest = R"sql(
INSERT INTO main.copy SELECT r.new, c.url_key, c.captured, c.text_sha, r.new FROM part.copy c
  JOIN new_release r ON r.old = c.release;
INSERT INTO main.topic SELECT r.new, t.place, t.name FROM part.topic t JOIN new_release r ON r.old = t.release;
INSERT OR IGNORE INTO main.rule(name) SELECT name FROM part.rule ORDER BY id;
CREATE TEMP TABLE new_rule(old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_rule SELECT p.id, m.id FROM part.rule p JOIN main.rule m ON m.name = p.name;
INSERT INTO main.edge SELECT e.id + last.edge, e.hash, r.new, s.new, e.relation, o.new, e.status, c.new, e.confidence,
    e.field, e.first, e.size, e.trigger, e.trigger_size, e.before, e.within, u.new, e.day
  FROM last, part.edge e JOIN new_release r ON r.old = e.release JOIN new_node s ON s.old = e.subject
  JOIN new_node o ON o.old = e.object JOIN new_rule u ON u.old = e.rule
  LEFT JOIN new_node c ON c.old = e.claimed_by ORDER BY e.id;
INSERT INTO main.edge_attribute SELECT a.edge + last.edge, a.name, a.value FROM last, part.edge_attribute a
  JOIN part.edge e ON e.id = a.edge JOIN new_release r ON r.old = e.release;
INSERT INTO main.reference SELECT x.edge + last.edge, x.step, x.field, x.first, x.last, u.new
  FROM last, part.reference x JOIN part.edge e ON e.id = x.edge JOIN new_release r ON r.old = e.release
  JOIN new_rule u ON u.old = x.rule;
INSERT INTO main.authority(iri, type, country) SELECT iri, type, country FROM part.authority WHERE true
  ON CONFLICT DO UPDATE SET type = max(type, excluded.type), country = max(country, excluded.country);
INSERT OR IGNORE INTO main.authority_form SELECT f.key, f.form, m.id FROM part.authority_form f
  JOIN part.authority p ON p.id = f.authority JOIN main.authority m ON m.iri = p.iri;
INSERT OR IGNORE INTO main.authority_link SELECT m.id, l.name, l.iri FROM part.authority_link l
  JOIN part.authority p ON p.id = l.authority JOIN main.authority m ON m.iri = p.iri;
INSERT INTO main.judgement(same, first, second) SELECT same, first, second FROM part.judgement
  EXCEPT SELECT same, first, second FROM main.judgement;
)sql";

// The traits of each new release under their new numbers.
void copy_traits(sqlite3* database) {
  std::unordered_map<std::int64_t, std::int64_t> new_rows;
  Statement numbers(database, "SELECT old, new FROM temp.new_trait");
  while (numbers.step()) {
    new_rows.emplace(numbers.integer(0), numbers.integer(1));
  }
  Statement rows(
      database,
      "SELECT r.new, x.traits FROM part.release_trait x JOIN temp.new_release r ON r.old "
      "= x.release ORDER BY 1");
  Statement insert(database, "INSERT INTO main.release_trait VALUES(?, ?)");
  while (rows.step()) {
    auto traits = unpacked_traits(rows.text(1));
    for (auto& told : traits) {
      const auto found = new_rows.find(told.row);
      if (found == new_rows.end()) {
        throw Error(
            "a release tells of a name that is not there; `pressgraph check` of the part "
            "tells more");
      }
      told.row = found->second;
    }
    std::ranges::sort(traits);
    const auto packed = packed_traits(traits);
    insert.bind(rows.integer(0), Blob{packed}).run();
  }
}

constexpr const char* forget_numbers = R"sql(
DROP TABLE temp.last; DROP TABLE temp.new_release; DROP TABLE temp.new_node; DROP TABLE temp.new_trait;
DROP TABLE temp.new_rule;
COMMIT;
)sql";

}  // namespace

std::uint64_t Store::add_store(const std::filesystem::path& part) {
  { const auto whole = Store::open(part); }  // throws where it is none, or unfinished
  auto* database = handle();
  if (sqlite3_get_autocommit(database) == 0) {
    execute(database, "COMMIT");
  }
  Statement(database, "ATTACH ? AS part").bind(part.string()).run();
  std::uint64_t releases = 0;
  try {
    execute(database, copy_rows);
    copy_traits(database);
    execute(database, copy_the_rest);
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
