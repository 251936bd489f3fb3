// SPDX-License-Identifier: Apache-2.0
#include "graph/view.hpp"

#include <algorithm>
#include <utility>

#include <boost/graph/breadth_first_search.hpp>

#include "graph/statement.hpp"

namespace pressgraph {
namespace {

constexpr auto nowhere = static_cast<std::uint32_t>(-1);

using Ends = std::pair<std::uint32_t, std::uint32_t>;

// How far each vertex is from the first.
class DistanceVisitor : public boost::default_bfs_visitor {
 public:
  explicit DistanceVisitor(std::vector<std::uint32_t>& distances) : distances_(&distances) {}

  template <typename Edge>
  void tree_edge(Edge edge, const GraphView::Graph& graph) {
    (*distances_)[boost::target(edge, graph)] = (*distances_)[boost::source(edge, graph)] + 1;
  }

 private:
  std::vector<std::uint32_t>* distances_;
};

std::string id_of(const Store& store, std::int64_t row) {
  Statement gid(store.handle(), "SELECT gid FROM node WHERE id = ?");
  gid.bind(row);
  return gid.step() ? gid.text(0) : std::string();
}

// By row of a node: the vertex of the node that stands for it, or `nowhere`. Fills `rows` in the
// order of ids, which is that of vertices.
std::vector<std::uint32_t> vertices_of(sqlite3* database, std::vector<std::int64_t>& rows) {
  Statement most(database, "SELECT coalesce(max(id), 0) FROM node");
  most.step();
  std::vector<std::uint32_t> vertices(static_cast<std::size_t>(most.integer(0)) + 1, nowhere);
  Statement canonical(
      database,
      "SELECT id FROM node WHERE canonical = id AND named > 0 AND type NOT IN (?, ?, ?) ORDER BY "
      "gid");
  canonical.bind(static_cast<int>(NodeType::release), static_cast<int>(NodeType::topic),
                 static_cast<int>(NodeType::statement));
  while (canonical.step()) {
    vertices[static_cast<std::size_t>(canonical.integer(0))] =
        static_cast<std::uint32_t>(rows.size());
    rows.push_back(canonical.integer(0));
  }
  Statement merged(database, "SELECT id, canonical FROM node WHERE canonical <> id");
  while (merged.step()) {
    vertices[static_cast<std::size_t>(merged.integer(0))] =
        vertices[static_cast<std::size_t>(merged.integer(1))];
  }
  return vertices;
}

// By row of a release: whether it speaks and is of the filter's dates.
std::vector<bool> releases_through(sqlite3* database, const EdgeFilter& filter) {
  Statement most(database, "SELECT coalesce(max(id), 0) FROM release");
  most.step();
  std::vector<bool> through(static_cast<std::size_t>(most.integer(0)) + 1);
  Statement rows(database,
                 "SELECT id FROM release WHERE live AND (?1 = '' OR substr(published, 1, "
                 "length(?1)) >= ?1) AND (?2 = '' OR (published <> '' AND substr(published, 1, "
                 "length(?2)) <= ?2))");
  rows.bind(filter.since, filter.until);
  while (rows.step()) {
    through[static_cast<std::size_t>(rows.integer(0))] = true;
  }
  return through;
}

}  // namespace

GraphView::GraphView(const Store& store, const EdgeFilter& filter) : store_(&store) {
  auto* database = store.handle();
  const auto vertices = vertices_of(database, rows_);
  const auto releases = releases_through(database, filter);
  std::vector<Ends> ends;
  std::vector<EdgeLabel> labels;
  // All but the confidence stands in the index by subject, which is read in one pass.
  const std::string columns = "SELECT subject, relation, object, status, release, id FROM edge ";
  Statement edges(database, filter.min_confidence > 0
                                ? columns + "WHERE confidence >= ?"
                                : columns + "INDEXED BY edge_out WHERE ? = 0.0");
  edges.bind(filter.min_confidence);
  while (edges.step()) {
    const auto subject = vertices[static_cast<std::size_t>(edges.integer(0))];
    const auto object = vertices[static_cast<std::size_t>(edges.integer(2))];
    const bool shown = !filter.shown_only || is_shown(static_cast<Status>(edges.integer(3)));
    if (subject == nowhere || object == nowhere || subject == object || !shown ||
        !releases[static_cast<std::size_t>(edges.integer(4))]) {
      continue;
    }
    const EdgeLabel label{static_cast<std::uint32_t>(edges.integer(5)),
                          static_cast<Relation>(edges.integer(1))};
    ends.insert(ends.end(), {{subject, object}, {object, subject}});
    labels.insert(labels.end(), {label, label});
  }
  graph_ = Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), labels.begin(),
                 static_cast<std::uint32_t>(rows_.size()));
}

std::optional<std::uint32_t> GraphView::vertex(std::string_view id) const {
  const auto found = std::ranges::lower_bound(
      rows_, id, {}, [this](std::int64_t row) { return id_of(*store_, row); });
  if (found == rows_.end() || id_of(*store_, *found) != id) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(found - rows_.begin());
}

std::vector<std::string> GraphView::shortest_path(std::uint32_t from, std::uint32_t to) const {
  std::vector<std::uint32_t> distances(rows_.size(), nowhere);
  distances[from] = 0;
  boost::breadth_first_search(graph_, from, boost::visitor(DistanceVisitor(distances)));
  std::vector<std::string> path;
  if (distances[to] == nowhere) {
    return path;
  }
  for (auto at = to; at != from;) {
    // Back by the vertex, and by the edge to it, of the smallest id.
    auto before = nowhere;
    std::string edge;
    const auto [first, last] = boost::out_edges(at, graph_);
    for (auto back = first; back != last; ++back) {
      const auto vertex = boost::target(*back, graph_);
      if (distances[vertex] + 1 != distances[at] || vertex > before) {
        continue;
      }
      auto id = store_->edge_id(graph_[*back].row);
      if (vertex < before || id < edge) {
        before = vertex;
        edge = std::move(id);
      }
    }
    path.push_back(std::move(edge));
    at = before;
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace pressgraph
