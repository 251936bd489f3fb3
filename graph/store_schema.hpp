// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// The tables of a store, version 2. What each release contributes is kept apart from what is
/// derived of all of them (which copy speaks, who is one with whom, names, the words to search), so
/// that a release can be taken out again and nothing merged is lost.
namespace pressgraph {

constexpr std::int64_t store_application_id = 0x70677261;  // "pgra"
constexpr std::int64_t store_version = 2;

// node.key is the bearer's own (graph/bearer.hpp) and never changes; node.slug the id that its name
// alone gives. Derived: canonical, reason, gid (unique among the canonical that speak), name.
// node.releases: how many that speak name it; 0 hides it. A trait is a form of its name (name '',
// main: how many releases call it so first) or an attribute, live in so many releases that speak.
// edge.hash is the id that `query` prints.
constexpr const char* store_tables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE release(
  id INTEGER PRIMARY KEY, gid TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
  published TEXT NOT NULL, modified TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL,
  language TEXT NOT NULL, text TEXT NOT NULL, path TEXT NOT NULL, record INTEGER NOT NULL,
  sha256 TEXT NOT NULL, text_hash TEXT NOT NULL, fingerprint INTEGER NOT NULL UNIQUE,
  live INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE topic(release INTEGER NOT NULL REFERENCES release(id), place INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY(release, place)) STRICT, WITHOUT ROWID;
CREATE TABLE sentence(id INTEGER PRIMARY KEY, release INTEGER NOT NULL REFERENCES release(id),
  first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE TABLE node(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, type INTEGER NOT NULL, slug TEXT NOT NULL,
  canonical INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', gid TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '', releases INTEGER NOT NULL DEFAULT 0, named INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE trait(id INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES node(id), name TEXT NOT NULL, value TEXT NOT NULL,
  live INTEGER NOT NULL, main INTEGER NOT NULL, UNIQUE(node, name, value)) STRICT;
CREATE TABLE release_trait(release INTEGER NOT NULL REFERENCES release(id), trait INTEGER NOT NULL REFERENCES trait(id),
  main INTEGER NOT NULL, PRIMARY KEY(release, trait)) STRICT, WITHOUT ROWID;
CREATE TABLE edge(
  id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, release INTEGER NOT NULL REFERENCES release(id),
  subject INTEGER NOT NULL REFERENCES node(id), relation INTEGER NOT NULL, object INTEGER NOT NULL REFERENCES node(id),
  status INTEGER NOT NULL, claimed_by INTEGER REFERENCES node(id), confidence REAL NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, trigger_first INTEGER NOT NULL, trigger_last INTEGER NOT NULL,
  point_first INTEGER NOT NULL, point_last INTEGER NOT NULL, rule TEXT NOT NULL) STRICT;
CREATE TABLE edge_attribute(edge INTEGER NOT NULL REFERENCES edge(id), name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(edge, name, value)) STRICT, WITHOUT ROWID;
CREATE TABLE reference(edge INTEGER NOT NULL REFERENCES edge(id), step INTEGER NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, rule TEXT NOT NULL, PRIMARY KEY(edge, step)) STRICT, WITHOUT ROWID;
CREATE TABLE judgement(place INTEGER PRIMARY KEY, same INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL) STRICT;
CREATE TABLE block(key TEXT NOT NULL, node INTEGER NOT NULL REFERENCES node(id), PRIMARY KEY(key, node)) STRICT, WITHOUT ROWID;
CREATE TABLE link(first INTEGER NOT NULL REFERENCES node(id), second INTEGER NOT NULL REFERENCES node(id),
  strength INTEGER NOT NULL, reason TEXT NOT NULL, open INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(first, second)) STRICT, WITHOUT ROWID;
CREATE TABLE word(word TEXT NOT NULL, node INTEGER NOT NULL REFERENCES node(id), PRIMARY KEY(word, node)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
)sql";

/// Made before anything is derived, when all rows of a new store are there.
constexpr const char* store_indexes = R"sql(
CREATE INDEX IF NOT EXISTS edge_out ON edge(subject, relation, object, status, release);
CREATE INDEX IF NOT EXISTS edge_in ON edge(object, relation);
CREATE INDEX IF NOT EXISTS edge_hash ON edge(hash);
CREATE INDEX IF NOT EXISTS edge_release ON edge(release);
CREATE INDEX IF NOT EXISTS release_gid ON release(gid);
CREATE INDEX IF NOT EXISTS release_text ON release(text_hash);
CREATE INDEX IF NOT EXISTS release_url ON release(url);
CREATE INDEX IF NOT EXISTS sentence_release ON sentence(release);
CREATE INDEX IF NOT EXISTS node_canonical ON node(canonical);
CREATE INDEX IF NOT EXISTS node_gid ON node(gid);
CREATE INDEX IF NOT EXISTS node_slug ON node(slug);
CREATE INDEX IF NOT EXISTS block_node ON block(node);
CREATE INDEX IF NOT EXISTS link_second ON link(second);
CREATE INDEX IF NOT EXISTS word_node ON word(node);
)sql";

}  // namespace pressgraph
