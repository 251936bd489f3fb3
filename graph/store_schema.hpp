// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// The tables of a store, version 1. Names and contributions of each release are kept apart, so
/// that what speaks is derived (`Store::finish`) and nothing merged is lost.
namespace pressgraph {

constexpr std::int64_t store_application_id = 0x70677261;  // "pgra"
constexpr std::int64_t store_version = 1;

constexpr const char* store_tables = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE release(
  id INTEGER PRIMARY KEY, gid TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
  published TEXT NOT NULL, modified TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL,
  language TEXT NOT NULL, text TEXT NOT NULL, path TEXT NOT NULL, record INTEGER NOT NULL,
  sha256 TEXT NOT NULL, text_hash TEXT NOT NULL, live INTEGER NOT NULL DEFAULT 1,
  UNIQUE(gid, text_hash, published, modified)) STRICT;
CREATE TABLE topic(release INTEGER NOT NULL REFERENCES release(id), place INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY(release, place)) STRICT, WITHOUT ROWID;
CREATE TABLE sentence(id INTEGER PRIMARY KEY, release INTEGER NOT NULL REFERENCES release(id),
  first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE TABLE node(id INTEGER PRIMARY KEY, gid TEXT NOT NULL UNIQUE, type INTEGER NOT NULL,
  name TEXT NOT NULL DEFAULT '', releases INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE form(node INTEGER NOT NULL REFERENCES node(id), release INTEGER NOT NULL REFERENCES release(id),
  text TEXT NOT NULL, main INTEGER NOT NULL, PRIMARY KEY(node, release, text)) STRICT, WITHOUT ROWID;
CREATE TABLE attribute(node INTEGER NOT NULL REFERENCES node(id), release INTEGER NOT NULL REFERENCES release(id),
  name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(node, name, value, release)) STRICT, WITHOUT ROWID;
CREATE TABLE edge(
  id INTEGER PRIMARY KEY, gid TEXT NOT NULL, release INTEGER NOT NULL REFERENCES release(id),
  subject INTEGER NOT NULL REFERENCES node(id), relation INTEGER NOT NULL, object INTEGER NOT NULL REFERENCES node(id),
  status INTEGER NOT NULL, claimed_by INTEGER REFERENCES node(id), confidence REAL NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, trigger_first INTEGER NOT NULL, trigger_last INTEGER NOT NULL,
  point_first INTEGER NOT NULL, point_last INTEGER NOT NULL, rule TEXT NOT NULL) STRICT;
CREATE TABLE edge_attribute(edge INTEGER NOT NULL REFERENCES edge(id), name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(edge, name, value)) STRICT, WITHOUT ROWID;
CREATE TABLE reference(edge INTEGER NOT NULL REFERENCES edge(id), step INTEGER NOT NULL, field INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, rule TEXT NOT NULL, PRIMARY KEY(edge, step)) STRICT, WITHOUT ROWID;
)sql";

/// Made by `finish`, when all rows are there.
constexpr const char* store_indexes = R"sql(
CREATE INDEX IF NOT EXISTS edge_out ON edge(subject, relation, object);
CREATE INDEX IF NOT EXISTS edge_in ON edge(object, relation, subject);
CREATE INDEX IF NOT EXISTS edge_gid ON edge(gid);
CREATE INDEX IF NOT EXISTS edge_release ON edge(release);
CREATE INDEX IF NOT EXISTS release_gid ON release(gid);
CREATE INDEX IF NOT EXISTS sentence_release ON sentence(release);
)sql";

}  // namespace pressgraph
