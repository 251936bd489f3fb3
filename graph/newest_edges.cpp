// SPDX-License-Identifier: Apache-2.0
#include "graph/newest_edges.hpp"

#include <string>

namespace pressgraph {
namespace {

std::vector<std::int64_t> members_of(sqlite3* database, std::string_view id) {
  Statement members(database,
                    "SELECT id FROM node WHERE canonical = (SELECT id FROM node WHERE gid = ? AND "
                    "canonical = id)");
  std::vector<std::int64_t> rows;
  for (members.bind(id); members.step();) {
    rows.push_back(members.integer(0));
  }
  return rows;
}

std::string newest_first(End end) {
  const std::string column = end == End::subject ? "subject" : "object";
  const std::string index = end == End::subject ? "edge_out" : "edge_in";
  return "SELECT id, day FROM edge INDEXED BY " + index + " WHERE " + column +
         " = ? AND relation = ? ORDER BY day DESC";
}

}  // namespace

NewestEdges::NewestEdges(const Store& store, const EdgeFilter& filter, std::size_t limit)
    : database_(store.handle()), edges_(database_, filter), limit_(limit) {}

void NewestEdges::read(std::string_view id, End end, std::optional<Relation> relation,
                       const std::function<void(const StoredEdge&)>& visit) {
  Statement run(database_, newest_first(end));
  for (const auto row : members_of(database_, id)) {
    for (const auto& each : relations) {
      if (relation ? each.relation == *relation : each.relation != Relation::mentions) {
        run.bind(row, static_cast<int>(each.relation));
        read_run(run, visit);
      }
    }
  }
}

void NewestEdges::read_run(Statement& run, const std::function<void(const StoredEdge&)>& visit) {
  while (run.step() && !is_too_old(run.integer(1))) {
    if (const auto edge = edges_.at(run.integer(0))) {
      keep(edge->id, run.integer(1));
      visit(*edge);
    }
  }
}

// An edge that is written twice is one row of an answer.
void NewestEdges::keep(const std::string& edge, std::int64_t day) {
  if (!seen_.insert(edge).second) {
    return;
  }
  days_.push(day);
  if (days_.size() > limit_) {
    days_.pop();
  }
}

bool NewestEdges::is_too_old(std::int64_t day) const {
  return days_.size() == limit_ && day < days_.top();
}

}  // namespace pressgraph
