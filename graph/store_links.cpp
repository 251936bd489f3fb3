// SPDX-License-Identifier: Apache-2.0
#include "graph/store_links.hpp"

#include <algorithm>
#include <optional>

#include "graph/bearer_id.hpp"
#include "graph/bearer_rows.hpp"
#include "graph/block_pairs.hpp"
#include "graph/shown_ids.hpp"

namespace pressgraph {
namespace {

struct Judged {
  bool same = false;
  std::vector<std::int64_t> first;
  std::vector<std::int64_t> second;
};

// What readers said, of the bearers that are there: an id without "~" means all of that name.
std::vector<Judged> read_judgements(sqlite3* database) {
  BearerRows all(database);
  Statement living(database, "SELECT id FROM node WHERE id = ? AND releases > 0");
  const auto bearers = [&](const std::string& id) {
    auto found = all.meant_by(id);
    std::erase_if(found, [&](std::int64_t row) { return !living.bind(row).step(); });
    return found;
  };
  std::vector<Judged> judgements;
  Statement said(database, "SELECT same, first, second FROM judgement ORDER BY place");
  while (said.step()) {
    Judged judgement{said.integer(0) != 0, bearers(said.text(1)), bearers(said.text(2))};
    if (!judgement.first.empty() && !judgement.second.empty()) {
      judgements.push_back(std::move(judgement));
    }
  }
  return judgements;
}

// Of those with a key, all that are told now; of events only such as the one of this scope (?2)
// and slug (?3) may have to do with (graph/block_pairs.hpp).
constexpr std::string_view members_of_block =
    "SELECT b.node FROM block b JOIN node n ON n.id = b.node WHERE b.key = ?1 AND n.releases > 0 "
    "AND (n.type <> ?4 OR ?2 = '' OR n.scope IN ('', ?2) OR n.slug = ?3)";

}  // namespace

std::vector<std::int64_t> integers_of(Statement& statement) {
  std::vector<std::int64_t> all;
  while (statement.step()) {
    all.push_back(statement.integer(0));
  }
  return all;
}

StoreLinks::StoreLinks(sqlite3* database, KnownBearers& bearers)
    : database_(database),
      bearers_(bearers),
      add_link_(database,
                "INSERT OR IGNORE INTO link(first, second, strength, reason) VALUES(?, ?, ?, ?)"),
      authorize_(database,
                 "UPDATE node SET authority = coalesce((SELECT id FROM authority WHERE iri = ?1), "
                 "0) WHERE id = ?2 AND (authority <> 0 OR ?1 <> '')") {}

void StoreLinks::add_keys(Statement& add, std::int64_t row) {
  const auto& bearer = bearers_.at(row);
  for (const auto& key : blocking_keys(bearer)) {
    add.bind(block_key(key), row).run();
  }
  if (bearers_.has_entries()) {
    authorize_.bind(bearer.entry, row).run();
  }
  bearers_.forget_if_many();
}

// In the order of keys, so that they fill their pages.
void StoreLinks::add_all_keys() {
  execute(database_, "CREATE TEMP TABLE IF NOT EXISTS found_key(key INTEGER, node INTEGER)");
  {
    Statement living(database_,
                     "SELECT id FROM node WHERE releases > 0 AND type IN (1, 2, 4, 5, 6)");
    Statement add(database_, "INSERT INTO temp.found_key VALUES(?, ?)");
    for (const auto row : integers_of(living)) {
      add_keys(add, row);
    }
  }
  execute(database_,
          "INSERT INTO block SELECT DISTINCT key, node FROM temp.found_key ORDER BY 1, 2; "
          "DELETE FROM temp.found_key");
}

void StoreLinks::link_all() {
  execute(database_,
          "DELETE FROM block; DELETE FROM link; UPDATE node SET canonical = id, reason = '', own = "
          "NULL, authority = 0 WHERE canonical <> id OR reason <> '' OR own IS NOT NULL OR "
          "authority <> 0");
  add_all_keys();
  Statement blocks(database_,
                   "SELECT key, node FROM block WHERE key IN (SELECT key FROM block GROUP BY key "
                   "HAVING count(*) > 1) ORDER BY key, node");
  std::int64_t key = 0;
  std::vector<std::int64_t> rows;
  while (blocks.step()) {
    if (const auto next = blocks.integer(0); next != key) {
      link_block(rows);
      rows.clear();
      key = next;
    }
    rows.push_back(blocks.integer(1));
  }
  link_block(rows);
}

void StoreLinks::link_block(const std::vector<std::int64_t>& rows) {
  std::vector<const Bearer*> block;
  block.reserve(rows.size());
  for (const auto row : rows) {
    block.push_back(&bearers_.at(row));
  }
  each_pair(block, [&](std::size_t i, std::size_t j) { compare(rows[i], rows[j]); });
  bearers_.forget_if_many();
}

void StoreLinks::link_touched(const Touched& touched) {
  Statement merged(database_, "SELECT type, releases FROM node WHERE id = ?");
  Statement linked(database_,
                   "SELECT second FROM link WHERE first = ?1 UNION SELECT first FROM link WHERE "
                   "second = ?1");
  Statement forget_links(database_, "DELETE FROM link WHERE first = ?1 OR second = ?1");
  // A key of a form that is not told any more only leads to comparing once more.
  Statement add(database_, "INSERT OR IGNORE INTO block VALUES(?, ?)");
  std::vector<std::int64_t> living;
  for (const auto row : touched.rows) {
    merged.bind(row);
    merged.step();
    if (!is_merged(static_cast<NodeType>(merged.integer(0)))) {
      continue;
    }
    changed_.insert(row);  // how often they are named has a part in who joins first
    if (!touched.retold.contains(row)) {
      continue;
    }
    for (const auto other : integers_of(linked.bind(row))) {
      changed_.insert(other);
    }
    forget_links.bind(row).run();
    if (merged.integer(1) > 0) {
      living.push_back(row);
      add_keys(add, row);
    }
  }
  Statement members(database_, members_of_block);
  for (const auto row : living) {
    for (const auto& key : blocking_keys(bearers_.at(row))) {
      link_with_block(row, key, members);
    }
  }
}

void StoreLinks::link_with_block(std::int64_t row, const std::string& key, Statement& members) {
  const auto& bearer = bearers_.at(row);
  members.bind(block_key(key), scope_of(bearer.key), slug_id(bearer),
               static_cast<int>(NodeType::event));
  for (const auto other : integers_of(members)) {
    compare(std::min(row, other), std::max(row, other));
  }
}

// Being kept apart is worth a link only where one id would be that of two.
void StoreLinks::compare(std::int64_t a, std::int64_t b) {
  if (a == b) {
    return;
  }
  const auto& first = bearers_.at(a);
  const auto& second = bearers_.at(b);
  if (are_told_apart_by_posts(first, second)) {
    bearers_.with_titles(a);
    bearers_.with_titles(b);
  }
  const auto found = link(first, second);
  if (found && (found->strength != Strength::apart || slug_id(first) == slug_id(second))) {
    add_link(a, b, *found);
  }
}

void StoreLinks::add_link(std::int64_t a, std::int64_t b, const Link& link) {
  add_link_.bind(std::min(a, b), std::max(a, b), static_cast<int>(link.strength), link.reason)
      .run();
  changed_.insert(a);
  changed_.insert(b);
}

void StoreLinks::add_judgements() {
  for (const auto& judgement : read_judgements(database_)) {
    for (const auto a : judgement.first) {
      for (const auto b : judgement.second) {
        add_judgement(judgement.same, a, b);
      }
    }
  }
}

void StoreLinks::add_judgement(bool same, std::int64_t a, std::int64_t b) {
  if (a == b) {
    return;
  }
  if (!same) {
    different_.insert(std::minmax(a, b));
    return;
  }
  Statement forget(database_, "DELETE FROM link WHERE first = ? AND second = ?");
  forget.bind(std::min(a, b), std::max(a, b)).run();
  add_link(a, b, {Strength::judged, "judged the same"});
}

}  // namespace pressgraph
