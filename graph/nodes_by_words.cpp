// SPDX-License-Identifier: Apache-2.0
#include "graph/nodes_by_words.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/bearer.hpp"
#include "graph/names.hpp"
#include "graph/near_words.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_rows = 2000;

// How many nodes have each word.
class Frequencies {
 public:
  explicit Frequencies(sqlite3* database)
      : count_(database, "SELECT nodes FROM spelling WHERE word = ?") {}

  std::int64_t of(const std::string& word) {
    return count_.bind(word).step() ? count_.integer(0) : 0;
  }

 private:
  Statement count_;
};

// The rarest first.
std::vector<std::string> by_frequency(sqlite3* database, const std::vector<std::string>& words) {
  Frequencies frequencies(database);
  std::vector<std::pair<std::int64_t, std::string>> counted;
  counted.reserve(words.size());
  for (const auto& word : words) {
    counted.emplace_back(frequencies.of(word), word);
  }
  std::ranges::stable_sort(counted, {}, &std::pair<std::int64_t, std::string>::first);
  std::vector<std::string> ordered;
  ordered.reserve(counted.size());
  for (auto& [number, word] : counted) {
    ordered.push_back(std::move(word));
  }
  return ordered;
}

std::vector<std::int64_t> rows_of(Statement& statement) {
  std::vector<std::int64_t> rows;
  while (statement.step()) {
    rows.push_back(statement.integer(0));
  }
  return rows;
}

constexpr std::int64_t too_common = 2000;  // a word that so many have tells none of them

// For each of the longest of `words`, which tell most, those near it, the likest first.
std::vector<std::vector<std::string>> words_near(sqlite3* database,
                                                 std::vector<std::string> words) {
  constexpr std::size_t most_words = 4;
  std::ranges::stable_sort(words, std::ranges::greater{}, &std::string::size);
  words.resize(std::min(words.size(), most_words));
  std::vector<std::vector<std::string>> near;
  near.reserve(words.size());
  for (const auto& word : words) {
    near.push_back(near_words(database, word));
  }
  return near;
}

// First the likest of each, then the next.
std::vector<std::string> in_turn(const std::vector<std::vector<std::string>>& near) {
  std::vector<std::string> ordered;
  std::size_t most = 0;
  for (const auto& found : near) {
    most = std::max(most, found.size());
  }
  for (std::size_t rank = 0; rank < most; ++rank) {
    for (const auto& found : near) {
      if (rank < found.size()) {
        ordered.push_back(found[rank]);
      }
    }
  }
  return ordered;
}

// Bearers by how many of the lists `near` have a word of theirs. Reads the index of words alone,
// where the bearers of a word stand together.
std::map<std::size_t, std::vector<std::int64_t>, std::greater<>> bearers_by_words(
    sqlite3* database, const std::vector<std::vector<std::string>>& near,
    Frequencies& frequencies) {
  Statement bearers(database, "SELECT node FROM word WHERE word = ?");
  std::unordered_map<std::int64_t, std::size_t> lists;
  for (const auto& words : near) {
    std::set<std::int64_t> of_list;
    for (const auto& word : words) {
      if (frequencies.of(word) <= too_common) {
        for (bearers.bind(word); bearers.step();) {
          of_list.insert(bearers.integer(0));
        }
      }
    }
    for (const auto row : of_list) {
      ++lists[row];
    }
  }
  std::map<std::size_t, std::vector<std::int64_t>, std::greater<>> found;
  for (const auto& [row, count] : lists) {
    found[count].push_back(row);
  }
  return found;
}

// Those that have most of the words, two at least, as long as they are few enough to be read.
std::vector<std::int64_t> bearers_of_several(sqlite3* database,
                                             const std::vector<std::vector<std::string>>& near,
                                             Frequencies& frequencies) {
  constexpr std::size_t most_read = 300;
  std::vector<std::int64_t> rows;
  if (near.size() < 2) {
    return rows;
  }
  for (const auto& [count, bearers] : bearers_by_words(database, near, frequencies)) {
    if (count < 2 || rows.size() + bearers.size() > most_read) {
      break;
    }
    rows.insert(rows.end(), bearers.begin(), bearers.end());
  }
  return rows;
}

}  // namespace

NodesByWord::NodesByWord(sqlite3* database, std::uint16_t types)
    : bearers_(database,
               "SELECT b.id, b.canonical, b.named, b.gid FROM word w JOIN node b ON b.id = w.node "
               "WHERE w.word = ?1 AND (1 << b.type) & ?2"),
      canonical_(database, "SELECT named, gid FROM node WHERE id = ?"),
      node_(database, "SELECT canonical FROM node WHERE id = ?1 AND (1 << type) & ?2"),
      types_(types) {}

// Most nodes stand for themselves: their rows are read once, not joined with themselves.
std::vector<std::int64_t> NodesByWord::of(const std::string& word, std::size_t most) {
  std::set<std::int64_t> found;
  for (bearers_.bind(word, static_cast<int>(types_)); bearers_.step();) {
    const auto row = bearers_.integer(1);
    if (row == bearers_.integer(0)) {
      ranks_.try_emplace(row, Rank{bearers_.integer(2), bearers_.text(3)});
    }
    found.insert(row);
  }
  return most_named({found.begin(), found.end()}, most);
}

std::vector<std::int64_t> NodesByWord::among(const std::vector<std::int64_t>& bearers,
                                             std::size_t most) {
  std::set<std::int64_t> found;
  for (const auto row : bearers) {
    for (node_.bind(row, static_cast<int>(types_)); node_.step();) {
      found.insert(node_.integer(0));
    }
  }
  return most_named({found.begin(), found.end()}, most);
}

std::vector<std::int64_t> NodesByWord::most_named(std::vector<std::int64_t> rows,
                                                  std::size_t most) {
  const auto kept = std::min(most, rows.size());
  std::ranges::for_each(rows, [this](std::int64_t row) { rank_of(row); });
  std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end(),
                    [this](std::int64_t a, std::int64_t b) {
                      const auto& x = ranks_.at(a);
                      const auto& y = ranks_.at(b);
                      return std::tie(y.named, x.id) < std::tie(x.named, y.id);
                    });
  rows.resize(kept);
  return rows;
}

const NodesByWord::Rank& NodesByWord::rank_of(std::int64_t row) {
  const auto [found, added] = ranks_.try_emplace(row);
  if (added && canonical_.bind(row).step()) {
    found->second = {canonical_.integer(0), canonical_.text(1)};
  }
  return found->second;
}

std::vector<std::int64_t> nodes_with(sqlite3* database, const std::vector<std::string>& words,
                                     std::uint16_t types) {
  if (words.empty()) {
    return {};
  }
  if (words.size() == 1) {
    return NodesByWord(database, types).of(words.front(), most_rows);
  }
  auto ordered = by_frequency(database, words);
  std::string sql =
      "SELECT DISTINCT n.id FROM word w JOIN node b ON b.id = w.node JOIN node n ON n.id = "
      "b.canonical WHERE w.word = ?1 AND (1 << n.type) & ?9 ";
  constexpr std::size_t most_words = 8;
  ordered.resize(std::min(ordered.size(), most_words));
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    sql +=
        "AND EXISTS (SELECT 1 FROM node m JOIN word o ON o.node = m.id WHERE m.canonical = n.id "
        "AND o.word = ?" +
        std::to_string(i + 1) + ") ";
  }
  Statement statement(database,
                      sql + "ORDER BY n.named DESC, n.gid LIMIT " + std::to_string(most_rows));
  ordered.resize(most_words);
  statement.bind(ordered[0], ordered[1], ordered[2], ordered[3], ordered[4], ordered[5], ordered[6],
                 ordered[7], static_cast<int>(types));
  return rows_of(statement);
}

std::vector<std::int64_t> nodes_near(sqlite3* database, const std::vector<std::string>& words,
                                     std::uint16_t types) {
  constexpr std::size_t enough = 60;
  constexpr std::size_t of_a_word = 20;
  constexpr std::int64_t most_looked_at = 500;  // all nodes of a word are read to find those
  Frequencies frequencies(database);
  NodesByWord nodes(database, types);
  const auto near = words_near(database, words);
  const auto several = nodes.among(bearers_of_several(database, near, frequencies), enough);
  std::set<std::int64_t> rows(several.begin(), several.end());
  std::int64_t looked_at = 0;
  for (const auto& word : in_turn(near)) {
    const auto frequency = frequencies.of(word);
    if (rows.size() >= enough || (!rows.empty() && looked_at + frequency > most_looked_at)) {
      break;
    }
    if (frequency <= too_common) {
      const auto found = nodes.of(word, of_a_word);
      rows.insert(found.begin(), found.end());
      looked_at += frequency;
    }
  }
  return {rows.begin(), rows.end()};
}

std::vector<std::int64_t> nodes_of_entries(sqlite3* database, std::string_view name) {
  Statement known(database,
                  "SELECT DISTINCT m.canonical FROM authority_form f JOIN node m ON m.authority = "
                  "f.authority AND m.authority > 0 WHERE f.key = ? AND m.releases > 0");
  return rows_of(known.bind(comparable_name(name)));
}

std::vector<std::int64_t> nodes_sounding_like(sqlite3* database, const PersonName& person) {
  std::set<std::int64_t> rows;
  Statement members(database,
                    "SELECT n.canonical FROM block b JOIN node n ON n.id = b.node WHERE b.key = ?");
  for (const auto& key : blocking_keys(person)) {
    for (members.bind(block_key(key)); members.step();) {
      rows.insert(members.integer(0));
    }
  }
  return {rows.begin(), rows.end()};
}

}  // namespace pressgraph
