// SPDX-License-Identifier: Apache-2.0
// Reading a store, in sorted order: the same releases give the same answers however they were
// merged.
#include <sqlite3.h>

#include "graph/edge_reader.hpp"
#include "graph/error.hpp"
#include "graph/node_reader.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"
#include "graph/store.hpp"
#include "graph/store_state.hpp"
#include "graph/texts.hpp"

namespace pressgraph {
namespace {

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
  NodeReader(handle()).each(visit);
}

void Store::each_edge(const EdgeFilter& filter,
                      const std::function<void(const StoredEdge&)>& visit) const {
  EdgeReader reader(handle());
  auto rows = edges_through(handle(), filter);
  while (rows.step()) {
    visit(reader.edge(rows));
  }
}

void Store::each_node_with_edges(const EdgeFilter& filter,
                                 const std::function<void(const StoredNode&)>& visit_node,
                                 const std::function<void(const StoredEdge&)>& visit_edge) const {
  EdgeReader reader(handle());
  auto edges = edges_through(handle(), filter);
  bool more = edges.step();
  each_node([&](const StoredNode& node) {
    visit_node(node);
    while (more && edges.text(1) == node.id) {
      visit_edge(reader.edge(edges));
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
  if (!state_->reads) {
    return NodeReader(handle()).find(id);
  }
  if (state_->nodes == nullptr) {
    state_->nodes = std::make_unique<NodeReader>(handle());
  }
  return state_->nodes->find(id);
}

std::optional<StoredEdge> Store::edge(std::string_view id) const {
  if (!state_->reads) {
    return EdgeReader(handle()).find(id);
  }
  if (state_->edges == nullptr) {
    state_->edges = std::make_unique<EdgeReader>(handle());
  }
  return state_->edges->find(id);
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
  Statement row(handle(), "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'speaking'");
  row.step();
  return static_cast<std::uint64_t>(row.integer(0));
}

namespace {

// By row, one number of each row of a table.
std::vector<std::int64_t> by_row(sqlite3* database, const char* sql) {
  std::vector<std::int64_t> numbers;
  Statement rows(database, sql);
  while (rows.step()) {
    numbers.resize(static_cast<std::size_t>(rows.integer(0)) + 1);
    numbers.back() = rows.integer(1);
  }
  return numbers;
}

std::int64_t at(const std::vector<std::int64_t>& numbers, std::int64_t row) {
  const auto index = static_cast<std::size_t>(row);
  return index < numbers.size() ? numbers[index] : 0;  // a row that is missing: `check` tells
}

// Those of releases that speak, between two that are not one. Looking up the ends of each in SQL
// takes four times as long.
void count_edges(sqlite3* database, StoreCounts& counts) {
  const auto canonical = by_row(database, "SELECT id, canonical FROM node ORDER BY id");
  const auto live = by_row(database, "SELECT id, live FROM release ORDER BY id");
  Statement edges(database, "SELECT release, subject, object, relation, status FROM edge");
  while (edges.step()) {
    if (at(live, edges.integer(0)) == 0 ||
        at(canonical, edges.integer(1)) == at(canonical, edges.integer(2))) {
      continue;
    }
    auto& place = is_shown(static_cast<Status>(edges.integer(4)))
                      ? counts.edges.at(static_cast<std::size_t>(edges.integer(3)))
                      : counts.hidden_edges;
    ++place;
  }
}

}  // namespace

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
  count_edges(handle(), counts);
  return counts;
}

namespace {

std::string sentence_at(sqlite3* database, Texts& texts, std::int64_t release,
                        std::int64_t number) {
  const auto [first, spans] = Sentences(database).of(release);
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
