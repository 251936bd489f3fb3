// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// The tables of a store, version 3. What each release contributes is kept apart from what is
/// derived of all of them (which copy speaks, who is one with whom, names, the words to search), so
/// that a release can be taken out again and nothing merged is lost. What a text repeats is written
/// once: the text itself packed, its sentences as a list of distances, names as the trait that has
/// them.
namespace pressgraph {

constexpr std::int64_t store_application_id = 0x70677261;  // "pgra"
constexpr std::int64_t store_version = 3;

// copy: what the copies of a release are told by (graph/copies.hpp); speaker, derived, is that which
// speaks for them.
// text: graph/packed.hpp. The sentences of a release have the numbers from first_sentence on, its
// edges those from first_edge on.
// node: slug and scope make the bearer's key (graph/bearer_id.hpp) and never change. Derived:
// canonical, reason, own (the id, where it is not the slug; unique among the canonical that speak),
// name (a trait). node.releases: how many that speak name it; 0 hides it. A trait is a form of its
// name (name '', main: how many releases call it so first) or an attribute, live in so many
// releases that speak; hash: see trait_hash.
// edge.hash is the id that `query` prints. Its spans: `first` and `size` of the evidence, `trigger`
// counted from `first`; `before` and `within` how many bytes there begin no code point.
constexpr const char* store_tables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE release(
  id INTEGER PRIMARY KEY, gid TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
  published TEXT NOT NULL, modified TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL,
  language TEXT NOT NULL, path TEXT NOT NULL, record INTEGER NOT NULL,
  sha256 ANY NOT NULL, text_hash BLOB NOT NULL, fingerprint INTEGER NOT NULL UNIQUE,
  live INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE text(
  release INTEGER PRIMARY KEY REFERENCES release(id), first_sentence INTEGER NOT NULL, sentences INTEGER NOT NULL,
  first_edge INTEGER NOT NULL, edges INTEGER NOT NULL, spans BLOB NOT NULL, size INTEGER NOT NULL, packed BLOB NOT NULL) STRICT;
CREATE INDEX text_sentence ON text(first_sentence);
CREATE TABLE copy(release INTEGER PRIMARY KEY REFERENCES release(id), url_key TEXT NOT NULL, captured TEXT NOT NULL,
  text_sha BLOB NOT NULL, speaker INTEGER NOT NULL) STRICT;
CREATE TABLE topic(release INTEGER NOT NULL REFERENCES release(id), place INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY(release, place)) STRICT, WITHOUT ROWID;
CREATE TABLE node(id INTEGER PRIMARY KEY, type INTEGER NOT NULL, slug TEXT NOT NULL, scope TEXT NOT NULL,
  canonical INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', own TEXT, name INTEGER NOT NULL DEFAULT 0,
  releases INTEGER NOT NULL DEFAULT 0, named INTEGER NOT NULL DEFAULT 0,
  gid TEXT AS (coalesce(own, slug)) VIRTUAL,
  key TEXT AS (CASE WHEN scope = '' THEN slug WHEN type = 5 THEN substr(slug, 1, length(slug) - 9) || '~' || scope
    ELSE slug || '~' || scope END) VIRTUAL) STRICT;
CREATE INDEX node_gid ON node(gid);
CREATE INDEX node_own ON node(slug) WHERE own IS NOT NULL;
CREATE TABLE trait(id INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES node(id), hash INTEGER NOT NULL,
  name TEXT NOT NULL, value TEXT NOT NULL, live INTEGER NOT NULL DEFAULT 0, main INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX trait_node ON trait(node, hash);
CREATE TABLE release_trait(release INTEGER NOT NULL REFERENCES release(id), trait INTEGER NOT NULL REFERENCES trait(id),
  main INTEGER NOT NULL, PRIMARY KEY(release, trait)) STRICT, WITHOUT ROWID;
CREATE TABLE rule(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE edge(
  id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, release INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES node(id), relation INTEGER NOT NULL, object INTEGER NOT NULL REFERENCES node(id),
  status INTEGER NOT NULL, claimed_by INTEGER REFERENCES node(id), confidence REAL NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, size INTEGER NOT NULL, trigger INTEGER NOT NULL, trigger_size INTEGER NOT NULL,
  before INTEGER NOT NULL, within INTEGER NOT NULL, rule INTEGER NOT NULL REFERENCES rule(id)) STRICT;
CREATE TABLE edge_attribute(edge INTEGER NOT NULL REFERENCES edge(id), name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(edge, name, value)) STRICT, WITHOUT ROWID;
CREATE TABLE reference(edge INTEGER NOT NULL REFERENCES edge(id), step INTEGER NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, rule INTEGER NOT NULL REFERENCES rule(id),
  PRIMARY KEY(edge, step)) STRICT, WITHOUT ROWID;
CREATE TABLE judgement(place INTEGER PRIMARY KEY, same INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL) STRICT;
CREATE TABLE block(key INTEGER NOT NULL, node INTEGER NOT NULL REFERENCES node(id), PRIMARY KEY(key, node)) STRICT, WITHOUT ROWID;
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
CREATE INDEX IF NOT EXISTS edge_hash ON edge(hash >> 32);
CREATE INDEX IF NOT EXISTS release_gid ON release(gid);
CREATE INDEX IF NOT EXISTS release_text ON release(text_hash);
CREATE INDEX IF NOT EXISTS release_title ON release(substr(title, 1, 16));
CREATE INDEX IF NOT EXISTS release_url ON release(url);
CREATE INDEX IF NOT EXISTS copy_url ON copy(url_key);
CREATE INDEX IF NOT EXISTS node_canonical ON node(canonical);
CREATE INDEX IF NOT EXISTS link_second ON link(second);
)sql";

}  // namespace pressgraph
