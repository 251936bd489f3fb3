// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// The tables of a store, version 8. What each release contributes is kept apart from what is
/// derived of all of them (which copy speaks, who is one with whom, names, the words to search), so
/// that a release can be taken out again and nothing merged is lost. What a text repeats is written
/// once: the text itself packed, its sentences as a list of distances, names as the trait that has
/// them.
namespace pressgraph {

constexpr std::int64_t store_application_id = 0x70677261;  // "pgra"
constexpr std::int64_t store_version = 8;

// copy: what the copies of a release are told by (graph/copies.hpp); speaker, derived, is that
// which speaks for them. text: graph/packed.hpp. The sentences of a release have the numbers from
// first_sentence on, its edges those from first_edge on. node: slug and scope make the bearer's key
// (graph/bearer_id.hpp) and never change. Derived: canonical, reason, own (the id, where it is not
// the slug; unique among the canonical that speak), name (a trait), authority (the entry of the
// user's that alone has its name). node.releases: how many that speak name it; 0 hides it. A trait
// is a form of its name (name '', main: how many releases call it so first) or an attribute, live
// in so many releases that speak; hash: see trait_hash, release_trait.traits: packed_traits.
// authority: entries of the user's own lists (graph/authority.hpp), type -1 where none is told; a
// form is found by its comparable name (graph/names.hpp), a link is an attribute of the node.
// edge.hash is the id that `query` prints. word: see name_keys. Its spans: `first` and `size` of
// the evidence, `trigger` counted from `first`; `before` and `within` how many bytes there begin no
// code point. edge.day, derived, is what answers are sorted by (graph/edge_days.hpp); node.start,
// derived, the first day of an event. spelling: each word that `word` has, and of how many nodes.
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
  releases INTEGER NOT NULL DEFAULT 0, named INTEGER NOT NULL DEFAULT 0, authority INTEGER NOT NULL DEFAULT 0,
  start TEXT NOT NULL DEFAULT '',
  gid TEXT AS (coalesce(own, slug)) VIRTUAL,
  key TEXT AS (CASE WHEN scope = '' THEN slug WHEN type IN (2, 5) OR scope GLOB 'release/*' THEN substr(slug, 1, length(slug) - 9) || '~' || scope
    ELSE slug || '~' || scope END) VIRTUAL) STRICT;
CREATE INDEX node_gid ON node(gid);
CREATE INDEX node_own ON node(slug) WHERE own IS NOT NULL;
CREATE INDEX node_authority ON node(authority) WHERE authority > 0;
CREATE TABLE trait(id INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES node(id), hash INTEGER NOT NULL,
  name TEXT NOT NULL, value TEXT NOT NULL, live INTEGER NOT NULL DEFAULT 0, main INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX trait_node ON trait(node, hash);
CREATE TABLE release_trait(release INTEGER PRIMARY KEY REFERENCES release(id), traits BLOB NOT NULL) STRICT;
CREATE TABLE rule(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE edge(
  id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, release INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES node(id), relation INTEGER NOT NULL, object INTEGER NOT NULL REFERENCES node(id),
  status INTEGER NOT NULL, claimed_by INTEGER REFERENCES node(id), confidence REAL NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, size INTEGER NOT NULL, trigger INTEGER NOT NULL, trigger_size INTEGER NOT NULL,
  before INTEGER NOT NULL, within INTEGER NOT NULL, rule INTEGER NOT NULL REFERENCES rule(id),
  day INTEGER NOT NULL) STRICT;
CREATE TABLE edge_attribute(edge INTEGER NOT NULL REFERENCES edge(id), name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(edge, name, value)) STRICT, WITHOUT ROWID;
CREATE TABLE reference(edge INTEGER NOT NULL REFERENCES edge(id), step INTEGER NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, rule INTEGER NOT NULL REFERENCES rule(id),
  PRIMARY KEY(edge, step)) STRICT, WITHOUT ROWID;
CREATE TABLE authority(id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, type INTEGER NOT NULL, country TEXT NOT NULL) STRICT;
CREATE TABLE authority_form(key TEXT NOT NULL, form TEXT NOT NULL, authority INTEGER NOT NULL REFERENCES authority(id),
  PRIMARY KEY(key, form, authority)) STRICT, WITHOUT ROWID;
CREATE INDEX authority_form_of ON authority_form(authority);
CREATE TABLE authority_link(authority INTEGER NOT NULL REFERENCES authority(id), name TEXT NOT NULL, iri TEXT NOT NULL,
  PRIMARY KEY(authority, name, iri)) STRICT, WITHOUT ROWID;
CREATE TABLE judgement(place INTEGER PRIMARY KEY, same INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL) STRICT;
CREATE TABLE block(key INTEGER NOT NULL, node INTEGER NOT NULL REFERENCES node(id), PRIMARY KEY(key, node)) STRICT, WITHOUT ROWID;
CREATE TABLE link(first INTEGER NOT NULL REFERENCES node(id), second INTEGER NOT NULL REFERENCES node(id),
  strength INTEGER NOT NULL, reason TEXT NOT NULL, open INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(first, second)) STRICT, WITHOUT ROWID;
CREATE TABLE word(word TEXT NOT NULL, node INTEGER NOT NULL REFERENCES node(id), PRIMARY KEY(word, node)) STRICT, WITHOUT ROWID;
CREATE TABLE spelling(word TEXT PRIMARY KEY, nodes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
)sql";

/// The entries of the user's that the node in row ?1 is known by: not one that another node is
/// known by too, for then nobody knows whom it means.
constexpr const char* entries_of_node =
    "SELECT m.authority FROM node m WHERE m.canonical = ?1 AND m.authority > 0 AND m.releases > 0 "
    "AND NOT EXISTS (SELECT 1 FROM node x WHERE x.authority = m.authority AND x.authority > 0 AND "
    "x.releases > 0 AND x.canonical <> ?1)";

/// How many releases speak stands in `meta`: counting them reads an index of all.
constexpr const char* count_speakers =
    "INSERT OR REPLACE INTO meta SELECT 'speaking', count(*) FROM release WHERE live";

/// Made before anything is derived, when all rows of a new store are there.
constexpr const char* store_indexes = R"sql(
CREATE INDEX IF NOT EXISTS release_gid ON release(gid);
CREATE INDEX IF NOT EXISTS release_text ON release(text_hash);
CREATE INDEX IF NOT EXISTS release_title ON release(substr(title, 1, 16));
CREATE INDEX IF NOT EXISTS release_url ON release(url);
CREATE INDEX IF NOT EXISTS release_silent ON release(id) WHERE live = 0;
CREATE INDEX IF NOT EXISTS copy_url ON copy(url_key);
CREATE INDEX IF NOT EXISTS node_canonical ON node(canonical);
CREATE INDEX IF NOT EXISTS link_second ON link(second);
)sql";

/// Made when the days of edges are derived: nothing before reads edges by their ends. edge_view has
/// all that the view in memory (graph/view.hpp) reads of an edge, and no edges that it leaves out.
constexpr const char* edge_indexes = R"sql(
CREATE INDEX IF NOT EXISTS edge_out ON edge(subject, relation, day);
CREATE INDEX IF NOT EXISTS edge_view ON edge(subject, relation, object, status, release) WHERE relation < 9;
CREATE INDEX IF NOT EXISTS edge_in ON edge(object, relation, day);
CREATE INDEX IF NOT EXISTS edge_hash ON edge(hash >> 32);
)sql";

}  // namespace pressgraph
