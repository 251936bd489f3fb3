// SPDX-License-Identifier: Apache-2.0
#include "graph/queries.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/view.hpp"

namespace pressgraph {
namespace {

// Makes rows of edges; looks each node up once.
class Rows {
 public:
  Rows(const Store& store, const QueryOptions& options) : store_(store), options_(options) {}

  [[nodiscard]] EdgeFilter filter() const {
    EdgeFilter filter;
    filter.since = options_.since;
    filter.until = options_.until;
    filter.min_confidence = options_.min_confidence;
    return filter;
  }

  void add(const EdgeFilter& filter) {
    store_.each_edge(filter, [&](const StoredEdge& edge) { rows_.push_back(row(edge)); });
  }

  AnswerRow row(const StoredEdge& edge) {
    const auto& subject = node(edge.subject);
    const auto& object = node(edge.object);
    AnswerRow row{edge.id,      subject.name,     subject.id,  edge.relation,  object.name,
                  object.id,    edge.date,        {},          edge.sentence,  {},
                  edge.release, edge.release_url, edge.status, edge.confidence};
    row.release = node(edge.release).name;
    for (const auto* end : {&subject, &object}) {
      if (end->type == NodeType::event) {
        row.event = end->name;
        const auto start = attribute(end->attributes, "start");
        row.date = start.empty() ? row.date : std::string(start);
      }
    }
    return row;
  }

  // Newest first; the same sentence of the same edge once.
  std::vector<AnswerRow> sorted() {
    std::ranges::sort(rows_, [](const AnswerRow& a, const AnswerRow& b) {
      return std::tie(b.date, a.who, a.what, a.edge) < std::tie(a.date, b.who, b.what, b.edge);
    });
    rows_.erase(
        std::unique(rows_.begin(), rows_.end(),
                    [](const AnswerRow& a, const AnswerRow& b) { return a.edge == b.edge; }),
        rows_.end());
    if (options_.limit > 0 && rows_.size() > options_.limit) {
      rows_.resize(options_.limit);
    }
    return std::move(rows_);
  }

  void drop_mentions() {
    std::erase_if(rows_, [](const AnswerRow& row) { return row.relation == Relation::mentions; });
  }

 private:
  const StoredNode& node(const std::string& id) {
    auto found = nodes_.find(id);
    if (found == nodes_.end()) {
      found = nodes_
                  .emplace(
                      id, store_.node(id).value_or(StoredNode{id, NodeType::agency, id, {}, {}, 0}))
                  .first;
    }
    return found->second;
  }

  const Store& store_;
  const QueryOptions& options_;
  std::map<std::string, StoredNode> nodes_;
  std::vector<AnswerRow> rows_;
};

std::vector<AnswerRow> with_end(const Store& store, std::string_view node,
                                std::optional<Relation> relation, bool as_subject,
                                const QueryOptions& options) {
  Rows rows(store, options);
  auto filter = rows.filter();
  (as_subject ? filter.subject : filter.object) = node;
  filter.relation = relation;
  rows.add(filter);
  return rows.sorted();
}

}  // namespace

std::vector<AnswerRow> who_cited(const Store& store, std::string_view node,
                                 const QueryOptions& options) {
  return with_end(store, node, Relation::cited, false, options);
}

std::vector<AnswerRow> cited_by(const Store& store, std::string_view node,
                                const QueryOptions& options) {
  return with_end(store, node, Relation::cited, true, options);
}

std::vector<AnswerRow> addressed(const Store& store, std::string_view node,
                                 const QueryOptions& options) {
  return with_end(store, node, Relation::addressed, false, options);
}

std::vector<AnswerRow> hosted(const Store& store, std::string_view node,
                              const QueryOptions& options) {
  return with_end(store, node, Relation::hosted, !node.starts_with("event/"), options);
}

std::vector<AnswerRow> about(const Store& store, std::string_view node,
                             const QueryOptions& options) {
  Rows rows(store, options);
  auto filter = rows.filter();
  filter.subject = node;
  rows.add(filter);
  filter.subject.clear();
  filter.object = node;
  rows.add(filter);
  rows.drop_mentions();
  return rows.sorted();
}

std::vector<AnswerRow> path(const Store& store, std::string_view from, std::string_view to,
                            const QueryOptions& options) {
  Rows rows(store, options);
  const GraphView view(store, rows.filter());
  const auto start = view.vertex(from);
  const auto end = view.vertex(to);
  std::vector<AnswerRow> steps;
  if (!start || !end) {
    return steps;
  }
  for (const auto& id : view.shortest_path(*start, *end)) {
    if (const auto edge = store.edge(id)) {
      steps.push_back(rows.row(*edge));
    }
  }
  return steps;
}

}  // namespace pressgraph
