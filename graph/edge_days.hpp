// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graph/model.hpp"
#include "graph/store_derive.hpp"

struct sqlite3;

/// The day that answers sort an edge by, as graph/calendar_days.hpp numbers it: the first of the
/// event at one of its ends (of the object where both are), else that of its release. It stands in
/// the edge, and in the indexes of its ends, so that a question reads the newest and no others.
namespace pressgraph {

/// Of an edge whose release was `published` then, before any event is known. A mention has none: no
/// answer has one.
std::int64_t day_of_release(Relation relation, std::string_view published);

/// Derives the first day of every event, and of every edge its day, once names are settled.
void derive_all_days(sqlite3* database);

/// The same of the events among `nodes`, of their edges and of those of `releases` (rows).
void derive_days(sqlite3* database, const TouchedNodes& nodes,
                 const std::vector<std::int64_t>& releases);

/// Lets SQL call `day_number` (graph/calendar_days.hpp).
void add_day_number(sqlite3* database);

/// One edge a row, as text, whose day is another than it should be; calls `day_number`.
constexpr const char* edges_of_another_day =
    "SELECT 'edge row ' || e.id FROM edge e JOIN release r ON r.id = e.release JOIN node s ON s.id "
    "= e.subject JOIN node o ON o.id = e.object WHERE e.day <> CASE WHEN e.relation = 12 THEN 0 "
    "WHEN o.start <> '' THEN day_number(o.start) WHEN s.start <> '' THEN day_number(s.start) ELSE "
    "day_number(r.published) END";

}  // namespace pressgraph
