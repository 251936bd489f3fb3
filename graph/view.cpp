// SPDX-License-Identifier: Apache-2.0
#include "graph/view.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <boost/graph/breadth_first_search.hpp>

#include "graph/schema.hpp"
#include "graph/statement.hpp"

namespace pressgraph {
namespace {

constexpr auto nowhere = static_cast<std::uint32_t>(-1);

constexpr std::uint16_t left_out =
    bit(NodeType::release) | bit(NodeType::topic) | bit(NodeType::statement);

// That is how the index of viewed edges tells them.
constexpr bool is_viewed(const RelationInfo& row) {
  return static_cast<int>(row.relation) < 9;
}
static_assert(std::ranges::all_of(relations, [](const RelationInfo& row) {
  const bool joins_viewed = (row.subjects & ~left_out) != 0 && (row.objects & ~left_out) != 0;
  return is_viewed(row) == joins_viewed;
}));

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

// By row of a node: the vertex of the node that stands for it, or `nowhere`. Fills `rows`, by
// vertex.
std::vector<std::uint32_t> vertices_of(sqlite3* database, std::vector<std::uint32_t>& rows) {
  Statement most(database, "SELECT coalesce(max(id), 0) FROM node");
  most.step();
  std::vector<std::uint32_t> vertices(static_cast<std::size_t>(most.integer(0)) + 1, nowhere);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> merged;
  Statement nodes(database, "SELECT id, canonical, named > 0 AND type NOT IN (?, ?, ?) FROM node");
  nodes.bind(static_cast<int>(NodeType::release), static_cast<int>(NodeType::topic),
             static_cast<int>(NodeType::statement));
  while (nodes.step()) {
    const auto row = static_cast<std::uint32_t>(nodes.integer(0));
    const auto canonical = static_cast<std::uint32_t>(nodes.integer(1));
    if (canonical != row) {
      merged.emplace_back(row, canonical);
    } else if (nodes.integer(2) != 0) {
      vertices[row] = static_cast<std::uint32_t>(rows.size());
      rows.push_back(row);
    }
  }
  for (const auto& [row, canonical] : merged) {
    vertices[row] = vertices[canonical];
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
  // All but the confidence stands in an index, which is read in one pass.
  const std::string columns = "SELECT subject, object, status, release, id FROM edge ";
  const std::string viewed = "WHERE relation < 9 AND ";
  Statement edges(database, filter.min_confidence > 0
                                ? columns + viewed + "confidence >= ?"
                                : columns + "INDEXED BY edge_view " + viewed + "? = 0.0");
  edges.bind(filter.min_confidence);
  while (edges.step()) {
    const auto subject = vertices[static_cast<std::size_t>(edges.integer(0))];
    const auto object = vertices[static_cast<std::size_t>(edges.integer(1))];
    const bool shown = !filter.shown_only || is_shown(static_cast<Status>(edges.integer(2)));
    if (subject == nowhere || object == nowhere || subject == object || !shown ||
        !releases[static_cast<std::size_t>(edges.integer(3))]) {
      continue;
    }
    const EdgeLabel label{static_cast<std::uint32_t>(edges.integer(4))};
    ends.insert(ends.end(), {{subject, object}, {object, subject}});
    labels.insert(labels.end(), {label, label});
  }
  graph_ = Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), labels.begin(),
                 static_cast<std::uint32_t>(rows_.size()));
}

std::optional<std::uint32_t> GraphView::vertex(std::string_view id) const {
  Statement row(store_->handle(), "SELECT id FROM node WHERE gid = ? AND canonical = id");
  row.bind(id);
  if (!row.step()) {
    return std::nullopt;
  }
  const auto wanted = static_cast<std::uint32_t>(row.integer(0));
  const auto found = std::ranges::lower_bound(rows_, wanted);
  return found == rows_.end() || *found != wanted
             ? std::nullopt
             : std::optional(static_cast<std::uint32_t>(found - rows_.begin()));
}

std::pair<std::uint32_t, std::string> GraphView::step_back(
    std::uint32_t at, const std::vector<std::uint32_t>& distances) const {
  Statement gid(store_->handle(), "SELECT gid FROM node WHERE id = ?");
  std::string node;
  std::pair<std::uint32_t, std::string> best{nowhere, {}};
  const auto [first, last] = boost::out_edges(at, graph_);
  for (auto back = first; back != last; ++back) {
    const auto vertex = boost::target(*back, graph_);
    if (distances[vertex] + 1 != distances[at]) {
      continue;
    }
    gid.bind(static_cast<std::int64_t>(rows_[vertex])).step();
    auto id = gid.text(0);
    auto edge = store_->edge_id(graph_[*back].row);
    if (best.first == nowhere || std::tie(id, edge) < std::tie(node, best.second)) {
      node = std::move(id);
      best = {vertex, std::move(edge)};
    }
  }
  return best;
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
    auto [vertex, edge] = step_back(at, distances);
    path.push_back(std::move(edge));
    at = vertex;
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace pressgraph
