// SPDX-License-Identifier: Apache-2.0
// Reading a store, in sorted order: the same releases give the same answers however they were
// merged.
#include <charconv>

#include <fmt/format.h>
#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"
#include "graph/store.hpp"
#include "graph/texts.hpp"

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
    "rule WHERE id = e.rule), r.gid, r.url, r.published, e.id, r.id "
    "FROM edge e JOIN node ns ON ns.id = e.subject JOIN node s ON s.id = ns.canonical "
    "JOIN node no ON no.id = e.object JOIN node o ON o.id = no.canonical "
    "JOIN release r ON r.id = e.release "
    "LEFT JOIN node nc ON nc.id = e.claimed_by LEFT JOIN node c ON c.id = nc.canonical ";

std::string edge_name(std::int64_t hash) {
  return fmt::format("e{:016x}", static_cast<std::uint64_t>(hash));
}

std::optional<std::int64_t> edge_hash(std::string_view id) {
  std::uint64_t hash = 0;
  const bool shaped = id.size() == 17 && id.front() == 'e';
  const auto [end, error] =
      std::from_chars(id.data() + (shaped ? 1 : 0), id.data() + id.size(), hash, 16);
  return shaped && error == std::errc() && end == id.data() + id.size()
             ? std::optional(static_cast<std::int64_t>(hash))
             : std::nullopt;
}

// Fills edges and nodes with what stands in other tables; its statements are prepared once a query.
class Details {
 public:
  explicit Details(sqlite3* database)
      : attributes_(database,
                    "SELECT name, value FROM edge_attribute WHERE edge = ? ORDER BY name, value"),
        references_(
            database,
            "SELECT f.field, f.first, f.last, r.name FROM reference f JOIN rule r ON r.id = "
            "f.rule WHERE f.edge = ? ORDER BY f.step"),
        texts_(database),
        field_(database,
               "SELECT CASE ? WHEN 1 THEN title WHEN 2 THEN published WHEN 3 THEN publisher "
               "WHEN 4 THEN url ELSE (SELECT group_concat(name, '|') FROM (SELECT name FROM topic "
               "WHERE release = release.id "
               "ORDER BY place)) END FROM release WHERE id = ?") {}

  StoredEdge edge(const Statement& row) {
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
    more(edge, row.integer(18));
    edge.sentence = words(row.integer(19), edge.evidence);
    return edge;
  }

 private:
  void more(StoredEdge& edge, std::int64_t id) {
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

  static void read_spans(const Statement& row, StoredEdge& edge) {
    const auto at = [&row](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
    const auto first = at(8);
    const auto size = at(9);
    const auto trigger = first + at(10);
    const auto point = first - at(12);
    edge.evidence.span = {first, first + size};
    edge.evidence.trigger = {trigger, trigger + at(11)};
    edge.code_points = {point, point + size - at(13)};
  }

  std::string words(std::int64_t release, const Evidence& evidence) {
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

  Statement attributes_;
  Statement references_;
  Texts texts_;
  Statement field_;
};

class NodeReader {
 public:
  explicit NodeReader(sqlite3* database)
      : traits_(database,
                "SELECT DISTINCT t.name, t.value FROM node m JOIN trait t ON t.node = m.id WHERE "
                "m.canonical = ? AND t.live > 0 ORDER BY 1, 2") {}

  StoredNode read(const Statement& row) {
    StoredNode node;
    node.id = row.text(1);
    node.type = static_cast<NodeType>(row.integer(2));
    node.name = row.text(3);
    node.releases = static_cast<std::uint64_t>(row.integer(4));
    traits_.bind(row.integer(0));
    while (traits_.step()) {
      auto name = traits_.text(0);
      auto value = traits_.text(1);
      if (!name.empty()) {
        node.attributes.push_back({std::move(name), std::move(value)});
      } else if (value != node.name) {
        node.aliases.push_back(std::move(value));
      }
    }
    return node;
  }

 private:
  Statement traits_;
};

/// The rows that `filter` lets through, by (subject, relation, object, id).
Statement edges_through(sqlite3* database, const EdgeFilter& filter) {
  // Only fixed text is put together here; every value is bound.
  std::string sql(edge_columns);
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
  sql +=
      "AND (?4 < 0 OR e.relation = ?4) AND (?5 = '' OR "
      "substr(r.published, 1, length(?5)) >= ?5) "
      "AND (?6 = '' OR (r.published <> '' AND substr(r.published, 1, length(?6)) <= ?6)) AND "
      "e.confidence >= ?7 "
      "AND (?8 = 0 OR e.status <= 1) AND ?1 IS NOT NULL AND ?2 IS NOT NULL AND ?3 IS NOT NULL "
      "ORDER BY s.gid, "
      "e.relation, o.gid, e.hash < 0, e.hash";
  Statement rows(database, sql);
  rows.bind(filter.subject, filter.object, filter.release,
            filter.relation ? static_cast<int>(*filter.relation) : -1, filter.since, filter.until,
            filter.min_confidence, filter.shown_only ? 1 : 0);
  return rows;
}

constexpr std::string_view node_columns =
    "SELECT id, gid, type, coalesce((SELECT value FROM trait WHERE id = node.name), slug), named "
    "FROM node WHERE canonical = id AND named > 0 ";

Release release_at(sqlite3* database, const Statement& row) {
  Release release;
  release.id = row.text(1);
  release.title = row.text(2);
  release.published = row.text(3);
  release.modified = row.text(4);
  release.publisher = row.text(5);
  release.url = row.text(6);
  release.language = row.text(7);
  release.source = {row.text(8), static_cast<std::uint64_t>(row.integer(9)), sha256_at(row, 10)};
  release.text = Texts(database).of(row.integer(0));
  Statement copy(database, "SELECT captured FROM copy WHERE release = ?");
  copy.bind(row.integer(0));
  release.source.captured = copy.step() ? copy.text(0) : std::string();
  Statement topics(database, "SELECT name FROM topic WHERE release = ? ORDER BY place");
  topics.bind(row.integer(0));
  while (topics.step()) {
    release.topics.push_back(topics.text(0));
  }
  return release;
}

constexpr std::string_view release_columns =
    "SELECT id, name, title, published, modified, publisher, url, language, path, record, "
    "sha256 FROM release ";

}  // namespace

void Store::each_node(const std::function<void(const StoredNode&)>& visit) const {
  NodeReader reader(handle());
  Statement rows(handle(), std::string(node_columns) + "ORDER BY gid");
  while (rows.step()) {
    visit(reader.read(rows));
  }
}

void Store::each_edge(const EdgeFilter& filter,
                      const std::function<void(const StoredEdge&)>& visit) const {
  Details details(handle());
  auto rows = edges_through(handle(), filter);
  while (rows.step()) {
    visit(details.edge(rows));
  }
}

void Store::each_node_with_edges(const EdgeFilter& filter,
                                 const std::function<void(const StoredNode&)>& visit_node,
                                 const std::function<void(const StoredEdge&)>& visit_edge) const {
  Details details(handle());
  auto edges = edges_through(handle(), filter);
  bool more = edges.step();
  each_node([&](const StoredNode& node) {
    visit_node(node);
    while (more && edges.text(1) == node.id) {
      visit_edge(details.edge(edges));
      more = edges.step();
    }
  });
  if (more) {
    throw Error("the store has an edge from " + edges.text(1) +
                ", which is no node of it: build it again");
  }
}

void Store::each_release(const std::function<void(const Release&)>& visit) const {
  Statement rows(handle(), std::string(release_columns) + "WHERE live ORDER BY gid");
  while (rows.step()) {
    visit(release_at(handle(), rows));
  }
}

std::optional<StoredNode> Store::node(std::string_view id) const {
  Statement row(handle(), std::string(node_columns) + "AND gid = ?");
  row.bind(id);
  return row.step() ? std::optional(NodeReader(handle()).read(row)) : std::nullopt;
}

std::optional<StoredEdge> Store::edge(std::string_view id) const {
  const auto hash = edge_hash(id);
  if (!hash) {
    return std::nullopt;
  }
  Statement row(handle(), std::string(edge_columns) +
                              "WHERE e.hash >> 32 = ?1 >> 32 AND e.hash = ?1 AND r.live");
  row.bind(*hash);
  return row.step() ? std::optional(Details(handle()).edge(row)) : std::nullopt;
}

std::string Store::edge_id(std::int64_t row) const {
  Statement hash(handle(), "SELECT hash FROM edge WHERE id = ?");
  hash.bind(row);
  return hash.step() ? edge_name(hash.integer(0)) : std::string();
}

std::optional<Release> Store::release(std::string_view id) const {
  Statement row(handle(), std::string(release_columns) + "WHERE gid = ? AND live");
  row.bind(id);
  return row.step() ? std::optional(release_at(handle(), row)) : std::nullopt;
}

std::uint64_t Store::release_count() const {
  Statement row(handle(), "SELECT count(*) FROM release WHERE live");
  row.step();
  return static_cast<std::uint64_t>(row.integer(0));
}

StoreCounts Store::counts() const {
  StoreCounts counts;
  counts.nodes.resize(node_types.size());
  counts.edges.resize(relations.size());
  const auto one = [&](const char* sql) {
    Statement row(handle(), sql);
    return row.step() ? static_cast<std::uint64_t>(row.integer(0)) : 0U;
  };
  counts.releases = one("SELECT count(*) FROM release WHERE live");
  counts.superseded = one("SELECT count(*) FROM release WHERE NOT live");
  counts.copied = one("SELECT count(DISTINCT speaker) FROM copy WHERE speaker <> release");
  counts.sentences =
      one("SELECT sum(t.sentences) FROM text t JOIN release r ON r.id = t.release WHERE r.live");
  Statement nodes(handle(),
                  "SELECT type, count(*) FROM node WHERE canonical = id AND named > 0 "
                  "GROUP BY type");
  while (nodes.step()) {
    counts.nodes.at(static_cast<std::size_t>(nodes.integer(0))) =
        static_cast<std::uint64_t>(nodes.integer(1));
  }
  Statement edges(handle(),
                  "SELECT e.relation, e.status <= 1, count(*) FROM edge e JOIN release r ON r.id = "
                  "e.release JOIN node s ON s.id = e.subject JOIN node o ON o.id = e.object "
                  "WHERE r.live AND s.canonical <> o.canonical GROUP BY 1, 2");
  while (edges.step()) {
    const auto count = static_cast<std::uint64_t>(edges.integer(2));
    auto& place = edges.integer(1) != 0
                      ? counts.edges.at(static_cast<std::size_t>(edges.integer(0)))
                      : counts.hidden_edges;
    place += count;
  }
  return counts;
}

namespace {

std::string sentence_at(sqlite3* database, Texts& texts, std::int64_t release,
                        std::int64_t number) {
  const auto [first, spans] = sentences_of(database, release);
  const auto& text = texts.of(release);
  const auto index = static_cast<std::size_t>(number - first);
  if (index >= spans.size() || spans[index].end > text.size()) {
    return {};
  }
  return text.substr(spans[index].begin, spans[index].end - spans[index].begin);
}

}  // namespace

std::vector<SentenceHit> Store::search(std::string_view words, std::size_t limit) const {
  // Each word is quoted for FTS5, so that nothing in it is an operator.
  std::string match;
  std::string word;
  for (const char c : std::string(words) + " ") {
    if (static_cast<unsigned char>(c) > ' ') {
      word += c == '"' ? "\"\"" : std::string(1, c);
    } else if (!word.empty()) {
      match += '"' + word + "\" ";
      word.clear();
    }
  }
  std::vector<SentenceHit> hits;
  if (match.empty()) {
    return hits;
  }
  Statement rows(
      handle(),
      "SELECT r.gid, r.title, r.published, r.url, r.id, w.rowid FROM words w JOIN release r ON "
      "r.id = (SELECT release FROM text WHERE first_sentence <= w.rowid ORDER BY first_sentence "
      "DESC, release DESC LIMIT 1) WHERE words MATCH ? ORDER BY bm25(words), r.gid, w.rowid LIMIT "
      "?");
  rows.bind(match, static_cast<std::uint64_t>(limit));
  Texts texts(handle());
  while (rows.step()) {
    hits.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3),
                    sentence_at(handle(), texts, rows.integer(4), rows.integer(5))});
  }
  return hits;
}

}  // namespace pressgraph
