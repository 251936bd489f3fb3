// SPDX-License-Identifier: Apache-2.0
#include "graph/view.hpp"

#include <algorithm>
#include <utility>

#include <boost/graph/breadth_first_search.hpp>

namespace pressgraph {
namespace {

struct Row {
  std::string subject;
  std::string object;
  std::string edge;
};

bool joins_for_paths(const StoredEdge& edge) {
  return edge.relation != Relation::mentions && edge.relation != Relation::published &&
         edge.relation != Relation::about && edge.relation != Relation::said;
}

// Remembers for each vertex the edge by which it was first reached.
class PathVisitor : public boost::default_bfs_visitor {
 public:
  PathVisitor(std::vector<std::pair<std::uint32_t, std::uint32_t>>& reached,
              const GraphView::Graph& graph)
      : reached_(&reached), graph_(&graph) {}

  template <typename Edge>
  void tree_edge(Edge edge, const GraphView::Graph& graph) {
    (*reached_)[boost::target(edge, graph)] = {
        static_cast<std::uint32_t>(boost::source(edge, graph)), (*graph_)[edge].edge};
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>>* reached_;
  const GraphView::Graph* graph_;
};

}  // namespace

GraphView::GraphView(const Store& store, const EdgeFilter& filter) {
  std::vector<Row> rows;
  store.each_edge(filter, [&](const StoredEdge& edge) {
    const bool from_release = edge.subject.starts_with("release/");
    if (joins_for_paths(edge) && !from_release) {
      rows.push_back({edge.subject, edge.object, edge.id});
      nodes_.push_back(edge.subject);
      nodes_.push_back(edge.object);
    }
  });
  std::ranges::sort(nodes_);
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<EdgeLabel> labels;
  for (const auto& row : rows) {
    const auto subject = *vertex(row.subject);
    const auto object = *vertex(row.object);
    const EdgeLabel label{static_cast<std::uint32_t>(edges_.size())};
    edges_.push_back(row.edge);
    ends.insert(ends.end(), {{subject, object}, {object, subject}});
    labels.insert(labels.end(), {label, label});
  }
  graph_ = Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), labels.begin(),
                 nodes_.size());
}

std::optional<std::uint32_t> GraphView::vertex(std::string_view id) const {
  const auto found = std::ranges::lower_bound(nodes_, id);
  if (found == nodes_.end() || *found != id) {
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(found - nodes_.begin());
}

std::vector<std::string> GraphView::shortest_path(std::uint32_t from, std::uint32_t to) const {
  constexpr auto nowhere = static_cast<std::uint32_t>(-1);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> reached(nodes_.size(), {nowhere, nowhere});
  boost::breadth_first_search(graph_, from, boost::visitor(PathVisitor(reached, graph_)));
  std::vector<std::string> path;
  for (auto at = to; at != from; at = reached[at].first) {
    if (reached[at].first == nowhere) {
      return {};
    }
    path.push_back(edges_[reached[at].second]);
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace pressgraph
