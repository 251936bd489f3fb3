// SPDX-License-Identifier: Apache-2.0
#include "graph/queries.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/newest_edges.hpp"
#include "graph/statement.hpp"
#include "graph/view.hpp"

namespace pressgraph {
namespace {

/// What of a node stands in rows.
struct Label {
  NodeType type = NodeType::agency;
  std::string name;
  std::string start;  // of an event
};

// The labels of nodes, each looked up once.
class Labels {
 public:
  explicit Labels(sqlite3* database)
      : label_(
            database,
            "SELECT type, coalesce((SELECT value FROM trait WHERE id = n.name), slug), start FROM "
            "node n WHERE gid = ? AND canonical = id AND named > 0") {}

  const Label& of(const std::string& id) {
    const auto [found, added] = labels_.try_emplace(id);
    if (added) {
      label_.bind(id);
      found->second = label_.step() ? Label{static_cast<NodeType>(label_.integer(0)),
                                            label_.text(1), label_.text(2)}
                                    : Label{NodeType::agency, id, {}};
    }
    return found->second;
  }

 private:
  Statement label_;
  std::unordered_map<std::string, Label> labels_;
};

// Makes rows of edges. Where not all are wanted only the newest are read, and of them only what
// they are sorted by; the rest of those that stay.
class Rows {
 public:
  Rows(const Store& store, const QueryOptions& options)
      : store_(store), options_(options), labels_(store.handle()) {
    if (options.limit > 0) {
      newest_.emplace(store, filter(), options.limit);
    }
  }

  [[nodiscard]] EdgeFilter filter() const {
    EdgeFilter filter;
    filter.since = options_.since;
    filter.until = options_.until;
    filter.min_confidence = options_.min_confidence;
    return filter;
  }

  /// Those that have `node` at this end, of one relation or of all but mentions.
  void add(std::string_view node, End end, std::optional<Relation> relation) {
    const auto take = [this](const StoredEdge& edge) { rows_.push_back(row(edge)); };
    if (newest_) {
      newest_->read(node, end, relation, take);
      return;
    }
    auto edges = filter();
    (end == End::subject ? edges.subject : edges.object) = node;
    edges.relation = relation;
    edges.mentions = relation.has_value();
    store_.each_edge(edges, take);
  }

  AnswerRow row(const StoredEdge& edge) {
    const auto& subject = labels_.of(edge.subject);
    const auto& object = labels_.of(edge.object);
    AnswerRow row{edge.id,      subject.name,     edge.subject, edge.relation,  object.name,
                  edge.object,  edge.date,        {},           edge.sentence,  {},
                  edge.release, edge.release_url, edge.status,  edge.confidence};
    for (const auto* end : {&subject, &object}) {
      if (end->type == NodeType::event) {
        row.event = end->name;
        row.date = end->start.empty() ? row.date : end->start;
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
    std::ranges::for_each(rows_, [this](AnswerRow& row) { complete(row); });
    return std::move(rows_);
  }

  /// Fills in what the row was not sorted by.
  void complete(AnswerRow& row) {
    row.release = labels_.of(row.release_id).name;
    if (options_.limit == 0) {
      return;
    }
    if (auto edge = store_.edge(row.edge)) {
      row.sentence = std::move(edge->sentence);
    }
  }

 private:
  const Store& store_;
  const QueryOptions& options_;
  Labels labels_;
  std::optional<NewestEdges> newest_;
  std::vector<AnswerRow> rows_;
};

std::vector<AnswerRow> with_end(const Store& store, std::string_view node, Relation relation,
                                End end, const QueryOptions& options) {
  Rows rows(store, options);
  rows.add(node, end, relation);
  return rows.sorted();
}

}  // namespace

std::vector<AnswerRow> who_cited(const Store& store, std::string_view node,
                                 const QueryOptions& options) {
  return with_end(store, node, Relation::cited, End::object, options);
}

std::vector<AnswerRow> cited_by(const Store& store, std::string_view node,
                                const QueryOptions& options) {
  return with_end(store, node, Relation::cited, End::subject, options);
}

std::vector<AnswerRow> addressed(const Store& store, std::string_view node,
                                 const QueryOptions& options) {
  return with_end(store, node, Relation::addressed, End::object, options);
}

std::vector<AnswerRow> hosted(const Store& store, std::string_view node,
                              const QueryOptions& options) {
  const auto end = node.starts_with("event/") ? End::object : End::subject;
  return with_end(store, node, Relation::hosted, end, options);
}

std::vector<AnswerRow> about(const Store& store, std::string_view node,
                             const QueryOptions& options) {
  Rows rows(store, options);
  rows.add(node, End::subject, std::nullopt);
  rows.add(node, End::object, std::nullopt);
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
      auto& step = steps.emplace_back(rows.row(*edge));
      rows.complete(step);
    }
  }
  return steps;
}

}  // namespace pressgraph
