// SPDX-License-Identifier: Apache-2.0
#include "graph/edge_reader.hpp"

#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace pressgraph {
namespace {

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

// The ends are the nodes that stand for those which the release named; where they have become one,
// the edge says nothing.
constexpr std::string_view edge_columns =
    "SELECT e.hash, s.gid, e.relation, o.gid, e.status, coalesce(c.gid, ''), e.confidence, "
    "e.field, e.first, e.size, e.trigger, e.trigger_size, e.before, e.within, (SELECT name FROM "
    "rule WHERE id = e.rule), r.gid, r.url, r.published, e.id, r.id ";
constexpr std::string_view ends =
    "FROM edge e JOIN node ns ON ns.id = e.subject JOIN node s ON s.id = ns.canonical "
    "JOIN node no ON no.id = e.object JOIN node o ON o.id = no.canonical "
    "JOIN release r ON r.id = e.release ";
constexpr std::string_view claimant =
    "LEFT JOIN node nc ON nc.id = e.claimed_by LEFT JOIN node c ON c.id = nc.canonical ";

// The same columns, but for who claims it and the rule.
constexpr std::string_view bare_columns =
    "SELECT e.hash, s.gid, e.relation, o.gid, e.status, '', e.confidence, e.field, e.first, "
    "e.size, e.trigger, e.trigger_size, e.before, e.within, '', r.gid, r.url, r.published, e.id, "
    "r.id ";

// What of an EdgeFilter does not tell which edges to look at: ?5 to ?8.
constexpr std::string_view restrictions =
    "AND (?5 = '' OR substr(r.published, 1, length(?5)) >= ?5) AND (?6 = '' OR (r.published <> '' "
    "AND substr(r.published, 1, length(?6)) <= ?6)) AND e.confidence >= ?7 AND (?8 = 0 OR e.status "
    "<= 1) ";

std::optional<std::int64_t> edge_hash(std::string_view id) {
  std::uint64_t hash = 0;
  const bool shaped = id.size() == 17 && id.front() == 'e';
  const auto [end, error] =
      std::from_chars(id.data() + (shaped ? 1 : 0), id.data() + id.size(), hash, 16);
  return shaped && error == std::errc() && end == id.data() + id.size()
             ? std::optional(static_cast<std::int64_t>(hash))
             : std::nullopt;
}

void read_spans(const Statement& row, StoredEdge& edge) {
  const auto at = [&row](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  const auto first = at(8);
  const auto size = at(9);
  const auto trigger = first + at(10);
  const auto point = first - at(12);
  edge.evidence.span = {first, first + size};
  edge.evidence.trigger = {trigger, trigger + at(11)};
  edge.code_points = {point, point + size - at(13)};
}

}  // namespace

std::string edge_name(std::int64_t hash) {
  return fmt::format("e{:016x}", static_cast<std::uint64_t>(hash));
}

Statement edges_through(sqlite3* database, const EdgeFilter& filter) {
  // Only fixed text is put together here; every value is bound.
  std::string sql(edge_columns);
  sql += ends;
  sql += claimant;
  sql += "WHERE r.live AND ns.canonical <> no.canonical ";
  const auto equal = [&](const char* column, const char* parameter, bool used) {
    if (used) {
      sql += std::string("AND ") + column +
             " IN (SELECT id FROM node WHERE canonical = (SELECT id FROM node WHERE gid = " +
             parameter + " AND canonical = id)) ";
    }
  };
  equal("e.subject", "?1", !filter.subject.empty());
  equal("e.object", "?2", !filter.object.empty());
  if (!filter.release.empty()) {
    sql +=
        "AND r.gid = ?3 AND e.id BETWEEN (SELECT first_edge FROM text WHERE release = r.id) AND "
        "(SELECT first_edge + edges - 1 FROM text WHERE release = r.id) ";
  }
  sql += filter.relation ? "AND e.relation = ?4 " : "AND ?4 < 0 ";
  sql += filter.mentions
             ? ""
             : "AND e.relation <> " + std::to_string(static_cast<int>(Relation::mentions)) + " ";
  sql += restrictions;
  sql += "AND ?1 IS NOT NULL AND ?2 IS NOT NULL AND ?3 IS NOT NULL ";
  sql += "ORDER BY s.gid, e.relation, o.gid, e.hash < 0, e.hash";
  Statement rows(database, sql);
  rows.bind(filter.subject, filter.object, filter.release,
            filter.relation ? static_cast<int>(*filter.relation) : -1, filter.since, filter.until,
            filter.min_confidence, filter.shown_only ? 1 : 0);
  return rows;
}

RestrictedEdges::RestrictedEdges(sqlite3* database, EdgeFilter filter)
    : filter_(std::move(filter)),
      edge_(database, std::string(bare_columns)
                          .append(ends)
                          .append("WHERE e.id = ?1 AND r.live AND ns.canonical <> no.canonical ")
                          .append(restrictions)) {}

std::optional<StoredEdge> RestrictedEdges::at(std::int64_t row) {
  constexpr std::string_view unused;
  edge_.bind(row, unused, unused, unused, filter_.since, filter_.until, filter_.min_confidence,
             filter_.shown_only ? 1 : 0);
  return edge_.step() ? std::optional(EdgeReader::bare(edge_)) : std::nullopt;
}

// "+": told that hash is ?1, SQLite would put it into "hash >> 32" and not see the index of that.
EdgeReader::EdgeReader(sqlite3* database)
    : edge_(database, std::string(edge_columns).append(ends).append(claimant) +
                          "WHERE e.hash >> 32 = ?1 >> 32 AND +e.hash = ?1 AND r.live"),
      attributes_(database,
                  "SELECT name, value FROM edge_attribute WHERE edge = ? ORDER BY name, value"),
      references_(database,
                  "SELECT f.field, f.first, f.last, r.name FROM reference f JOIN rule r ON r.id = "
                  "f.rule WHERE f.edge = ? ORDER BY f.step"),
      texts_(database),
      field_(database,
             "SELECT CASE ? WHEN 1 THEN title WHEN 2 THEN published WHEN 3 THEN publisher "
             "WHEN 4 THEN url ELSE (SELECT group_concat(name, '|') FROM (SELECT name FROM topic "
             "WHERE release = release.id "
             "ORDER BY place)) END FROM release WHERE id = ?") {}

StoredEdge EdgeReader::bare(const Statement& row) {
  StoredEdge edge;
  edge.id = edge_name(row.integer(0));
  edge.subject = row.text(1);
  edge.relation = static_cast<Relation>(row.integer(2));
  edge.object = row.text(3);
  edge.status = static_cast<Status>(row.integer(4));
  edge.claimed_by = row.text(5);
  edge.confidence = row.real(6);
  edge.evidence.field = static_cast<Field>(row.integer(7));
  read_spans(row, edge);
  edge.evidence.rule = row.text(14);
  edge.release = row.text(15);
  edge.release_url = row.text(16);
  edge.date = row.text(17);
  return edge;
}

StoredEdge EdgeReader::edge(const Statement& row) {
  auto edge = bare(row);
  add_details(edge, row.integer(18));
  edge.sentence = words(row.integer(19), edge.evidence);
  return edge;
}

std::optional<StoredEdge> EdgeReader::find(std::string_view id) {
  const auto hash = edge_hash(id);
  if (!hash) {
    return std::nullopt;
  }
  edge_.bind(*hash);
  auto found = edge_.step() ? std::optional(edge(edge_)) : std::nullopt;
  edge_.bind();  // lets go of what it read
  return found;
}

void EdgeReader::add_details(StoredEdge& edge, std::int64_t id) {
  attributes_.bind(id);
  while (attributes_.step()) {
    edge.attributes.push_back({attributes_.text(0), attributes_.text(1)});
  }
  references_.bind(id);
  while (references_.step()) {
    edge.evidence.chain.push_back(
        {{static_cast<Field>(references_.integer(0)), span_at(references_, 1)},
         references_.text(3)});
  }
}

std::string EdgeReader::words(std::int64_t release, const Evidence& evidence) {
  const auto& span = evidence.span;
  const auto part = [&span](const std::string& value) {
    return span.end <= value.size() && span.begin <= span.end
               ? value.substr(span.begin, span.end - span.begin)
               : std::string();
  };
  if (evidence.field == Field::text) {
    return part(texts_.of(release));
  }
  field_.bind(static_cast<int>(evidence.field), release);
  return field_.step() ? part(field_.text(0)) : std::string();
}

}  // namespace pressgraph
