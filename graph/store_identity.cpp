// SPDX-License-Identifier: Apache-2.0
// Who is one with whom, in a store: the groups that links make, and in each group the clusters that
// graph/clusters.hpp makes.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "graph/clusters.hpp"
#include "graph/known_bearers.hpp"
#include "graph/shown_ids.hpp"
#include "graph/statement.hpp"
#include "graph/store_derive.hpp"
#include "graph/store_links.hpp"

namespace pressgraph {
namespace {

using Pairs = std::set<std::pair<std::int64_t, std::int64_t>>;

// Bearers that links join, and the rows that both have in the store.
struct StoredGroup {
  Group group;
  std::vector<std::int64_t> rows;                           ///< of the bearers
  std::vector<std::pair<std::int64_t, std::int64_t>> ends;  ///< of the links, as they are stored
};

// Writes who stands for whom, group by group.
class Placement {
 public:
  Placement(sqlite3* database, KnownBearers& bearers, const Pairs& different)
      : bearers_(bearers),
        different_(different),
        neighbours_(database,
                    "SELECT second FROM link WHERE first = ?1 UNION SELECT first FROM link WHERE "
                    "second = ?1"),
        links_(database, "SELECT second, strength, reason FROM link WHERE first = ?"),
        place_(database,
               "UPDATE node SET canonical = ?1, reason = ?2, own = nullif(?3, slug) WHERE id = ?4 "
               "AND (canonical <> ?1 OR reason <> ?2 OR own IS NOT nullif(?3, slug))"),
        canonical_(database, "SELECT canonical FROM node WHERE id = ?"),
        open_(database,
              "UPDATE link SET open = ?1 WHERE first = ?2 AND second = ?3 AND open <> ?1") {}

  /// The groups of all `seeds`.
  Resolved run(const TouchedNodes& seeds) {
    for (const auto seed : seeds) {
      if (!placed_.contains(seed)) {
        place(group_of(rows_linked_with(seed)));
        bearers_.forget_if_many();
      }
    }
    return std::move(resolved_);
  }

 private:
  // The bearers that links join with `seed`, by key.
  std::vector<std::int64_t> rows_linked_with(std::int64_t seed) {
    std::vector<std::int64_t> found{seed};
    placed_.insert(seed);
    for (std::size_t next = 0; next < found.size(); ++next) {
      for (const auto other : integers_of(neighbours_.bind(found[next]))) {
        if (placed_.insert(other).second) {
          found.push_back(other);
        }
      }
    }
    std::ranges::sort(found, [this](std::int64_t a, std::int64_t b) {
      return bearers_.at(a).key < bearers_.at(b).key;
    });
    return found;
  }

  StoredGroup group_of(std::vector<std::int64_t> rows) {
    StoredGroup stored;
    std::unordered_map<std::int64_t, std::size_t> index;
    for (const auto row : rows) {
      index.emplace(row, stored.group.bearers.size());
      stored.group.bearers.push_back(bearers_.at(row));
    }
    for (const auto row : rows) {
      for (links_.bind(row); links_.step();) {
        const auto [a, b] = std::minmax(index.at(row), index.at(links_.integer(0)));
        stored.group.links.push_back(
            {a, b, {static_cast<Strength>(links_.integer(1)), links_.text(2)}});
        stored.ends.emplace_back(row, links_.integer(0));
      }
    }
    for (const auto& [a, b] : different_) {
      if (index.contains(a) && index.contains(b)) {
        stored.group.different.emplace_back(index.at(a), index.at(b));
      }
    }
    stored.rows = std::move(rows);
    return stored;
  }

  void place(const StoredGroup& stored) {
    const auto clustering = cluster(stored.group);
    const auto ids = shown_ids(stored.group, clustering);
    for (std::size_t i = 0; i < stored.rows.size(); ++i) {
      const auto canonical = stored.rows[clustering.root[i]];
      note_change(stored.rows[i], canonical);
      place_.bind(canonical, clustering.reasons[i], ids[i], stored.rows[i]).run();
    }
    std::vector<bool> open(stored.ends.size());
    for (const auto i : clustering.open) {
      open[i] = true;
    }
    for (std::size_t i = 0; i < stored.ends.size(); ++i) {
      open_.bind(open[i] ? 1 : 0, stored.ends[i].first, stored.ends[i].second).run();
    }
  }

  // The cluster that a bearer leaves changes too.
  void note_change(std::int64_t row, std::int64_t canonical) {
    canonical_.bind(row);
    const auto before = canonical_.step() ? canonical_.integer(0) : 0;
    resolved_.placed.insert({row, canonical});
    if (before != canonical) {
      resolved_.placed.insert(before);
      resolved_.renamed.insert({before, canonical});
    }
  }

  KnownBearers& bearers_;
  const Pairs& different_;
  Statement neighbours_;
  Statement links_;
  Statement place_;
  Statement canonical_;
  Statement open_;
  TouchedNodes placed_;
  Resolved resolved_;
};

}  // namespace

Resolved resolve_identity(sqlite3* database, const Touched* touched) {
  KnownBearers bearers(database);
  StoreLinks links(database, bearers);
  if (touched == nullptr) {
    links.link_all();
  } else {
    links.link_touched(*touched);
  }
  links.add_judgements();
  auto resolved = Placement(database, bearers, links.different()).run(links.changed());
  if (touched != nullptr) {
    Statement canonical(database, "SELECT canonical FROM node WHERE id = ?");
    for (const auto row : touched->rows) {
      resolved.placed.insert(row);
      if (canonical.bind(row).step()) {
        resolved.renamed.insert(canonical.integer(0));
      }
    }
  }
  return resolved;
}

}  // namespace pressgraph
