// SPDX-License-Identifier: Apache-2.0
// Who is one with whom, in a store: links between bearers that share a key, groups of linked
// bearers, and in each group the clusters that graph/clusters.hpp makes.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

#include "graph/bearer_id.hpp"
#include "graph/bearer_rows.hpp"
#include "graph/clusters.hpp"
#include "graph/identity.hpp"
#include "graph/names.hpp"
#include "graph/statement.hpp"
#include "graph/store_derive.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t country_code = 3;  // letters
constexpr std::size_t most_bearers_in_memory = 50'000;

// Full names alone: a short form ("the Ministry") or a single word tells no one apart.
bool is_full(const std::string& form) {
  const bool capital = !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
  return capital && form.find(' ') != std::string::npos && !form.starts_with("The ");
}

bool is_release(const std::string& scope) {
  return scope.starts_with("release/");
}

class Bearers {
 public:
  explicit Bearers(sqlite3* database)
      : node_(database, "SELECT key, type, releases FROM node WHERE id = ?"),
        traits_(database,
                "SELECT name, value, main FROM trait WHERE node = ? AND live > 0 ORDER BY 1, 2"),
        entries_(
            database,
            "SELECT DISTINCT a.iri, a.country FROM authority_form f JOIN authority a ON a.id = "
            "f.authority WHERE f.key = ?1 AND (a.type = ?2 OR (a.type < 0 AND ?2 IN (1, 2, "
            "6)))"),
        has_entries_(Statement(database, "SELECT 1 FROM authority").step()) {}

  /// Valid until the next call of `forget`.
  const Bearer& at(std::int64_t row) {
    auto& bearer = read_[row];
    if (bearer == nullptr) {
      bearer = std::make_unique<Bearer>(read(row));
    }
    return *bearer;
  }

  void forget_if_many() {
    if (read_.size() > most_bearers_in_memory) {
      read_.clear();
    }
  }

 private:
  Bearer read(std::int64_t row) {
    Bearer bearer;
    node_.bind(row);
    node_.step();
    bearer.key = node_.text(0);
    bearer.type = static_cast<NodeType>(node_.integer(1));
    bearer.releases = static_cast<std::uint64_t>(node_.integer(2));
    bearer.context = context_of(bearer.key);
    if (bearer.type == NodeType::official) {
      std::erase_if(bearer.context, is_release);
      const auto slash = bearer.key.find('/') + 1;
      bearer.names = {bearer.key.substr(slash, bearer.key.find('~') - slash)};
    } else {
      read_traits(row, bearer);
    }
    if (has_entries_) {
      bearer.entry = entry_of(row, bearer);
    }
    prepare(bearer);
    return bearer;
  }

  // The one entry that has a name which releases call the bearer by, and is not of another country.
  std::string entry_of(std::int64_t row, const Bearer& bearer) {
    std::set<std::string> fitting;
    traits_.bind(row);
    while (traits_.step()) {
      if (!traits_.text(0).empty() || traits_.integer(2) == 0) {
        continue;
      }
      entries_.bind(comparable_name(traits_.text(1)), static_cast<int>(bearer.type));
      while (entries_.step()) {
        if (may_be_of(bearer, entries_.text(1))) {
          fitting.insert(entries_.text(0));
        }
      }
    }
    return fitting.size() == 1 ? *fitting.begin() : std::string();
  }

  static bool may_be_of(const Bearer& bearer, const std::string& country) {
    const auto told = attribute(bearer.attributes, "country");
    if (country.empty() || (told.empty() && bearer.context.empty())) {
      return true;
    }
    // A body that is no country says nothing of one.
    const auto is_country = [](const std::string& part) { return part.size() == country_code; };
    return told == country || std::ranges::find(bearer.context, country) != bearer.context.end() ||
           (told.empty() && std::ranges::none_of(bearer.context, is_country));
  }

  void read_traits(std::int64_t row, Bearer& bearer) {
    traits_.bind(row);
    while (traits_.step()) {
      auto name = traits_.text(0);
      auto value = traits_.text(1);
      const bool named = name.empty() && (traits_.integer(2) > 0 || is_full(value));
      if (named || name == "authority_name") {
        bearer.names.push_back(value);
      }
      if (!name.empty()) {
        bearer.attributes.push_back({std::move(name), std::move(value)});
      }
    }
    for (const auto& scope : bearer.context) {
      bearer.attributes.push_back({"scope", scope});
    }
  }

  Statement node_;
  Statement traits_;
  Statement entries_;
  bool has_entries_;
  std::unordered_map<std::int64_t, std::unique_ptr<Bearer>> read_;
};

std::vector<std::int64_t> rows(Statement& statement) {
  std::vector<std::int64_t> all;
  while (statement.step()) {
    all.push_back(statement.integer(0));
  }
  return all;
}

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

class Resolver {
 public:
  Resolver(sqlite3* database, const TouchedNodes* touched)
      : database_(database),
        touched_(touched),
        bearers_(database),
        judgements_(read_judgements(database)),
        add_link_(database,
                  "INSERT OR IGNORE INTO link(first, second, strength, reason) "
                  "VALUES(?, ?, ?, ?)"),
        neighbours_(database,
                    "SELECT second FROM link WHERE first = ?1 UNION SELECT first FROM link WHERE "
                    "second = ?1"),
        place_(database,
               "UPDATE node SET canonical = ?, reason = ?, own = nullif(?, slug) WHERE id = ?"),
        canonical_(database, "SELECT canonical FROM node WHERE id = ?"),
        authorize_(
            database,
            "UPDATE node SET authority = coalesce((SELECT id FROM authority WHERE iri = ?1), "
            "0) WHERE id = ?2 AND (authority <> 0 OR ?1 <> '')") {}

  TouchedNodes run() {
    if (touched_ == nullptr) {
      execute(database_,
              "DELETE FROM block; DELETE FROM link; "
              "UPDATE node SET canonical = id, reason = '', own = NULL, authority = 0");
      link_all();
    } else {
      link_touched();
    }
    add_judgements();
    place_groups();
    return std::move(changed_);
  }

 private:
  void add_keys(Statement& add, std::int64_t row) {
    const auto& bearer = bearers_.at(row);
    for (const auto& key : blocking_keys(bearer)) {
      add.bind(block_key(key), row).run();
    }
    authorize_.bind(bearer.entry, row).run();
    bearers_.forget_if_many();
  }

  void add_link(std::int64_t a, std::int64_t b, Strength strength, const std::string& reason) {
    add_link_.bind(std::min(a, b), std::max(a, b), static_cast<int>(strength), reason).run();
    seeds_.insert(a);
    seeds_.insert(b);
  }

  void compare(std::int64_t a, std::int64_t b) {
    if (a == b) {
      return;
    }
    if (const auto found = link(bearers_.at(a), bearers_.at(b))) {
      add_link(a, b, found->strength, found->reason);
    }
  }

  // In the order of keys, so that they fill their pages.
  void add_all_keys(const std::vector<std::int64_t>& living) {
    execute(database_, "CREATE TEMP TABLE IF NOT EXISTS found_key(key INTEGER, node INTEGER)");
    {
      Statement add(database_, "INSERT INTO temp.found_key VALUES(?, ?)");
      for (const auto row : living) {
        add_keys(add, row);
      }
    }
    execute(database_,
            "INSERT INTO block SELECT DISTINCT key, node FROM temp.found_key ORDER BY 1, 2; "
            "DELETE FROM temp.found_key");
  }

  void link_all() {
    Statement living(database_,
                     "SELECT id FROM node WHERE releases > 0 AND type IN (1, 2, 4, 5, 6)");
    add_all_keys(rows(living));
    Statement blocks(database_,
                     "SELECT key, node FROM block WHERE key IN (SELECT key FROM block GROUP BY key "
                     "HAVING count(*) > 1) ORDER BY key, node");
    std::int64_t key = 0;
    std::vector<std::int64_t> members;
    const auto compare_members = [&] {
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < members.size(); ++j) {
          compare(members[i], members[j]);
        }
      }
      members.clear();
      bearers_.forget_if_many();
    };
    while (blocks.step()) {
      if (const auto next = blocks.integer(0); next != key) {
        compare_members();
        key = next;
      }
      members.push_back(blocks.integer(1));
    }
    compare_members();
  }

  void link_touched() {
    Statement merged(database_, "SELECT type, releases FROM node WHERE id = ?");
    Statement forget_links(database_, "DELETE FROM link WHERE first = ?1 OR second = ?1");
    // A key of a form that is not told any more only leads to comparing once more.
    Statement add(database_, "INSERT OR IGNORE INTO block VALUES(?, ?)");
    Statement members(database_,
                      "SELECT b.node FROM block b JOIN node n ON n.id = b.node WHERE b.key = ? AND "
                      "n.releases > 0");
    std::vector<std::int64_t> living;
    for (const auto row : *touched_) {
      merged.bind(row);
      merged.step();
      seeds_.insert(row);
      if (!is_merged(static_cast<NodeType>(merged.integer(0)))) {
        continue;
      }
      for (const auto other : rows(neighbours_.bind(row))) {
        seeds_.insert(other);
      }
      forget_links.bind(row).run();
      if (merged.integer(1) > 0) {
        living.push_back(row);
        add_keys(add, row);
      }
    }
    for (const auto row : living) {
      for (const auto& key : blocking_keys(bearers_.at(row))) {
        for (const auto other : rows(members.bind(block_key(key)))) {
          compare(row, other);
        }
      }
    }
  }

  void add_judgements() {
    for (const auto& judgement : judgements_) {
      for (const auto a : judgement.first) {
        for (const auto b : judgement.second) {
          add_judgement(judgement.same, a, b);
        }
      }
    }
  }

  void add_judgement(bool same, std::int64_t a, std::int64_t b) {
    if (a == b) {
      return;
    }
    if (!same) {
      different_.insert(std::minmax(a, b));
      return;
    }
    Statement forget(database_, "DELETE FROM link WHERE first = ? AND second = ?");
    forget.bind(std::min(a, b), std::max(a, b)).run();
    add_link(a, b, Strength::judged, "judged the same");
  }

  // The bearers that links join with `seed`.
  std::vector<std::int64_t> group_of(std::int64_t seed) {
    std::vector<std::int64_t> found{seed};
    placed_.insert(seed);
    for (std::size_t next = 0; next < found.size(); ++next) {
      for (const auto other : rows(neighbours_.bind(found[next]))) {
        if (placed_.insert(other).second) {
          found.push_back(other);
        }
      }
    }
    return found;
  }

  void place_groups() {
    for (const auto seed : seeds_) {
      if (placed_.count(seed) == 0) {
        place_group(group_of(seed));
        bearers_.forget_if_many();
      }
    }
  }

  void place_group(std::vector<std::int64_t> members) {
    std::ranges::sort(members, [this](std::int64_t a, std::int64_t b) {
      return bearers_.at(a).key < bearers_.at(b).key;
    });
    std::unordered_map<std::int64_t, std::size_t> index;
    Group group;
    for (const auto row : members) {
      index.emplace(row, group.bearers.size());
      group.bearers.push_back(bearers_.at(row));
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> ends;
    Statement links(database_, "SELECT second, strength, reason FROM link WHERE first = ?");
    for (const auto row : members) {
      for (links.bind(row); links.step();) {
        const auto [a, b] = std::minmax(index.at(row), index.at(links.integer(0)));
        group.links.push_back({a, b, {static_cast<Strength>(links.integer(1)), links.text(2)}});
        ends.emplace_back(row, links.integer(0));
      }
    }
    for (const auto& [a, b] : different_) {
      if (index.count(a) > 0 && index.count(b) > 0) {
        group.different.emplace_back(index.at(a), index.at(b));
      }
    }
    write_group(group, members, cluster(group), ends);
  }

  void write_group(const Group& group, const std::vector<std::int64_t>& members,
                   const Clustering& clustering,
                   const std::vector<std::pair<std::int64_t, std::int64_t>>& ends) {
    const auto gids = ids_of(group, clustering);
    for (std::size_t i = 0; i < members.size(); ++i) {
      const auto canonical = members[clustering.root[i]];
      note_change(members[i]);
      changed_.insert(canonical);
      place_.bind(canonical, clustering.reasons[i], gids[i], members[i]).run();
    }
    Statement open(database_, "UPDATE link SET open = ? WHERE first = ? AND second = ?");
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const bool is_open = std::ranges::find(clustering.open, i) != clustering.open.end();
      open.bind(is_open ? 1 : 0, ends[i].first, ends[i].second).run();
    }
  }

  // The cluster that a bearer leaves changes too.
  void note_change(std::int64_t row) {
    canonical_.bind(row);
    if (canonical_.step() && canonical_.integer(0) != 0) {
      changed_.insert(canonical_.integer(0));
    }
    changed_.insert(row);
  }

  // By bearer, the id to show: where one name is several, what tells them apart is added.
  static std::vector<std::string> ids_of(const Group& group, const Clustering& clustering) {
    std::map<std::string, std::size_t> clusters;
    const auto slug_of = [&](std::size_t i) { return slug_id(group.bearers[i]); };
    for (std::size_t i = 0; i < group.bearers.size(); ++i) {
      clusters[slug_of(i)] += clustering.root[i] == i ? 1U : 0U;
    }
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < group.bearers.size(); ++i) {
      auto id = slug_of(i);
      if (clustering.root[i] == i && clusters[id] > 1) {
        for (const auto& part : group.bearers[i].context) {
          id += "." + slug(part, true);
        }
      }
      ids.push_back(std::move(id));
    }
    return ids;
  }

  // What stands before "~"; the scope of an event or of a bare family name is part of its id all
  // the same.
  static std::string slug_id(const Bearer& bearer) {
    const auto id = bearer.key.substr(0, bearer.key.find('~'));
    const auto scope = std::string(scope_of(bearer.key));
    const bool is_scoped =
        !scope.empty() && (bearer.type != NodeType::official || is_release(scope));
    return is_scoped ? scoped_slug(id, scope) : id;
  }

  sqlite3* database_;
  const TouchedNodes* touched_;
  Bearers bearers_;
  std::vector<Judged> judgements_;
  Statement add_link_;
  Statement neighbours_;
  Statement place_;
  Statement canonical_;
  Statement authorize_;
  std::set<std::pair<std::int64_t, std::int64_t>> different_;
  TouchedNodes seeds_;
  TouchedNodes placed_;
  TouchedNodes changed_;
};

}  // namespace

TouchedNodes resolve_identity(sqlite3* database, const TouchedNodes* touched) {
  return Resolver(database, touched).run();
}

}  // namespace pressgraph
