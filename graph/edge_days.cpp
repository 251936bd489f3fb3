// SPDX-License-Identifier: Apache-2.0
#include "graph/edge_days.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <sqlite3.h>

#include "graph/calendar_days.hpp"
#include "graph/statement.hpp"

namespace pressgraph {
namespace {

constexpr int event = static_cast<int>(NodeType::event);
constexpr int mentions = static_cast<int>(Relation::mentions);

constexpr std::string_view first_day =
    "SELECT coalesce(min(t.value), '') FROM node m JOIN trait t ON t.node = m.id WHERE m.canonical "
    "= node.canonical AND t.live > 0 AND t.name = 'start'";

constexpr std::int64_t none = -1;

// By row, the day of each release or event.
std::vector<std::int64_t> days_by_row(sqlite3* database, const std::string& table,
                                      const std::string& date) {
  std::vector<std::int64_t> days;
  Statement rows(database, "SELECT id, " + date + " FROM " + table + " ORDER BY id");
  while (rows.step()) {
    days.resize(static_cast<std::size_t>(rows.integer(0)) + 1, none);
    const auto told = rows.text(1);
    days.back() = told.empty() ? none : day_number(told);
  }
  return days;
}

std::int64_t at(const std::vector<std::int64_t>& days, std::int64_t row) {
  const auto index = static_cast<std::size_t>(row);
  return index < days.size() ? days[index] : none;  // a row that is missing: `check` tells
}

// Sets the days of the edges that `where` lets through.
class EdgesOf {
 public:
  EdgesOf(sqlite3* database, const std::string& where)
      : edges_(database,
               "SELECT e.id, e.day, CASE WHEN o.start <> '' THEN o.start WHEN s.start <> '' THEN "
               "s.start ELSE r.published END FROM edge e JOIN release r ON r.id = e.release JOIN "
               "node s ON s.id = e.subject JOIN node o ON o.id = e.object WHERE e.relation <> " +
                   std::to_string(mentions) + " AND " + where),
        set_(database, "UPDATE edge SET day = ? WHERE id = ?") {}

  void set_days(std::int64_t row) {
    std::vector<std::pair<std::int64_t, std::int64_t>> changed;
    for (edges_.bind(row); edges_.step();) {
      if (const auto day = day_number(edges_.text(2)); day != edges_.integer(1)) {
        changed.emplace_back(edges_.integer(0), day);
      }
    }
    for (const auto& [edge, day] : changed) {
      set_.bind(day, edge).run();
    }
  }

 private:
  Statement edges_;
  Statement set_;
};

}  // namespace

void add_day_number(sqlite3* database) {
  const auto call = [](sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    const auto* text = sqlite3_value_text(*values);
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(*values));
    const auto* bytes = static_cast<const char*>(static_cast<const void*>(text));
    sqlite3_result_int64(context, day_number({bytes, text == nullptr ? 0 : size}));
  };
  if (sqlite3_create_function(database, "day_number", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                              nullptr, call, nullptr, nullptr) != SQLITE_OK) {
    throw_sqlite(database, "no function of our own");
  }
}

std::int64_t day_of_release(Relation relation, std::string_view published) {
  return relation == Relation::mentions ? 0 : day_number(published);
}

void derive_all_days(sqlite3* database) {
  Statement(database, "UPDATE node SET start = (" + std::string(first_day) + ") WHERE type = ?")
      .bind(event)
      .run();
  const auto events = days_by_row(database, "node", "start");
  const auto releases = days_by_row(database, "release", "published");
  Statement set(database, "UPDATE edge SET day = ? WHERE id = ?");
  Statement edges(database,
                  "SELECT id, day, subject, object, release FROM edge WHERE relation <> ?");
  for (edges.bind(mentions); edges.step();) {
    auto day = at(events, edges.integer(3));
    day = day != none ? day : at(events, edges.integer(2));
    day = day != none ? day : std::max(at(releases, edges.integer(4)), std::int64_t{0});
    if (day != edges.integer(1)) {
      set.bind(day, edges.integer(0)).run();
    }
  }
}

void derive_days(sqlite3* database, const TouchedNodes& nodes,
                 const std::vector<std::int64_t>& releases) {
  Statement start(database, "SELECT start, (" + std::string(first_day) +
                                ") FROM node WHERE id = ? AND type = ?");
  Statement set(database, "UPDATE node SET start = ? WHERE id = ?");
  std::vector<std::int64_t> changed;
  for (const auto row : nodes) {
    if (start.bind(row, event).step() && start.text(0) != start.text(1)) {
      const auto now = start.text(1);
      set.bind(now, row).run();
      changed.push_back(row);
    }
  }
  EdgesOf subjects(database, "e.subject = ?1");
  EdgesOf objects(database, "e.object = ?1");
  for (const auto row : changed) {
    subjects.set_days(row);
    objects.set_days(row);
  }
  EdgesOf told(database,
               "e.id BETWEEN (SELECT first_edge FROM text WHERE release = ?1) AND (SELECT "
               "first_edge + edges - 1 FROM text WHERE release = ?1)");
  for (const auto row : releases) {
    told.set_days(row);
  }
}

}  // namespace pressgraph
