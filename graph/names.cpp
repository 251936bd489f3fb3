// SPDX-License-Identifier: Apache-2.0
// Finding the nodes that a name may mean, from the strictest way to the most forgiving.
#include "graph/names.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <tuple>

#include "graph/bearer.hpp"
#include "graph/identity.hpp"
#include "graph/person_names.hpp"
#include "graph/queries.hpp"
#include "graph/statement.hpp"
#include "graph/store_schema.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_candidates = 50;
constexpr std::size_t most_nearest = 5;

constexpr std::array<std::string_view, 14> leading{"the",     "a",    "mr",  "mrs",       "ms",
                                                   "dr",      "prof", "sir", "he",        "hon",
                                                   "general", "gen",  "amb", "ambassador"};

std::string digits_of(std::string_view text) {
  // The longest run of digits, the year in brackets aside: "UNSCR 2322", "S/RES/2322(2016)".
  std::string best;
  std::string run;
  for (const char c : std::string(text.substr(0, text.find('('))) + " ") {
    if (c >= '0' && c <= '9') {
      run += c;
      continue;
    }
    best = run.size() >= best.size() && !run.empty() ? run : best;
    run.clear();
  }
  return best;
}

struct Candidate {
  std::string id;
  NodeType type = NodeType::agency;
  std::string name;  // comparable
  std::string form;
};

bool has_words(const std::string& whole, const std::string& part) {
  return (" " + whole + " ").find(" " + part + " ") != std::string::npos;
}

bool is_surname(const Candidate& candidate, const std::string& wanted) {
  return candidate.type == NodeType::official && candidate.name.ends_with(" " + wanted);
}

bool has_number(const Candidate& candidate, const std::string& number) {
  if (candidate.type != NodeType::resolution || number.empty()) {
    return false;
  }
  const auto slash = candidate.id.rfind('-');
  return slash != std::string::npos && candidate.id.substr(slash + 1) == number;
}

std::set<std::string> trigrams(const std::string& text) {
  std::set<std::string> all;
  const auto padded = "  " + text + " ";
  for (std::size_t i = 0; i + 3 <= padded.size(); ++i) {
    all.insert(padded.substr(i, 3));
  }
  return all;
}

double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::size_t shared = 0;
  for (const auto& gram : a) {
    shared += b.count(gram);
  }
  return a.empty() || b.empty()
             ? 0.0
             : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

// The nodes that have all of `words` among those of their names, most named first.
std::vector<std::int64_t> nodes_with(const Store& store, const std::vector<std::string>& words) {
  std::vector<std::int64_t> rows;
  if (words.empty()) {
    return rows;
  }
  // The longest word first: it is likely the rarest.
  auto ordered = words;
  std::ranges::stable_sort(ordered, std::ranges::greater{}, &std::string::size);
  std::string sql =
      "SELECT DISTINCT n.id FROM word w JOIN node b ON b.id = w.node JOIN node n ON n.id = "
      "b.canonical WHERE w.word = ?1 ";
  constexpr std::size_t most_words = 8;
  ordered.resize(std::min(ordered.size(), most_words));
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    sql +=
        "AND EXISTS (SELECT 1 FROM node m JOIN word o ON o.node = m.id WHERE m.canonical = n.id "
        "AND o.word = ?" +
        std::to_string(i + 1) + ") ";
  }
  Statement statement(store.handle(), sql + "ORDER BY n.named DESC, n.gid LIMIT 2000");
  ordered.resize(most_words);
  statement.bind(ordered[0], ordered[1], ordered[2], ordered[3], ordered[4], ordered[5], ordered[6],
                 ordered[7]);
  while (statement.step()) {
    rows.push_back(statement.integer(0));
  }
  return rows;
}

bool has_authority(const Store& store) {
  return Statement(store.handle(), "SELECT 1 FROM authority").step();
}

// The nodes of the user's entries that have this name.
void add_nodes_of_entries(const Store& store, std::string_view name,
                          std::vector<std::int64_t>& rows) {
  Statement known(store.handle(),
                  "SELECT DISTINCT m.canonical FROM authority_form f JOIN node m ON m.authority = "
                  "f.authority AND m.authority > 0 WHERE f.key = ? AND m.releases > 0");
  for (known.bind(comparable_name(name)); known.step();) {
    if (std::ranges::find(rows, known.integer(0)) == rows.end()) {
      rows.push_back(known.integer(0));
    }
  }
}

// Each form of each of the nodes in `rows`.
std::vector<Candidate> read_forms(const Store& store, const std::vector<std::int64_t>& rows,
                                  std::uint16_t types) {
  std::vector<Candidate> all;
  std::string sql =
      "SELECT n.gid, n.type, t.value FROM node n JOIN node m ON m.canonical = n.id JOIN trait t ON "
      "t.node = m.id WHERE n.id = ?1 AND t.live > 0 AND t.name IN ('', 'authority_name') ";
  if (has_authority(store)) {
    sql += std::string(
               "UNION SELECT n.gid, n.type, f.form FROM node n JOIN authority_form f ON "
               "f.authority IN (") +
           entries_of_node + ") WHERE n.id = ?1 ";
  } else {
    sql += "GROUP BY 1, 2, 3 ";
  }
  Statement forms(store.handle(), sql + "ORDER BY 3");
  for (const auto row : rows) {
    for (forms.bind(row); forms.step();) {
      const auto type = static_cast<NodeType>(forms.integer(1));
      if ((types & bit(type)) != 0) {
        const auto form = forms.text(2);
        all.push_back({forms.text(0), type, comparable_name(form), form});
      }
    }
  }
  return all;
}

// Nodes that have a word which begins as one of `words` does: where to look for what is near.
std::vector<std::int64_t> nodes_near(const Store& store, const std::vector<std::string>& words) {
  std::set<std::int64_t> rows;
  Statement near(store.handle(),
                 "SELECT n.canonical FROM word w JOIN node n ON n.id = w.node WHERE w.word >= ?1 "
                 "AND w.word < ?2 LIMIT 5000");
  for (const auto& word : words) {
    auto first = word.substr(0, 2);
    auto last = first;
    ++last.back();
    for (near.bind(first, last); near.step();) {
      rows.insert(near.integer(0));
    }
  }
  return {rows.begin(), rows.end()};
}

// Officials whose family name sounds alike, however it is spelled.
std::vector<std::int64_t> nodes_of_blocks(const Store& store, const PersonName& person) {
  std::set<std::int64_t> rows;
  Statement members(store.handle(),
                    "SELECT n.canonical FROM block b JOIN node n ON n.id = b.node WHERE b.key = ?");
  for (const auto& key : blocking_keys(person)) {
    for (members.bind(block_key(key)); members.step();) {
      rows.insert(members.integer(0));
    }
  }
  return {rows.begin(), rows.end()};
}

// Whether only the spelling differs: what sounds otherwise is another name, to be offered, not
// taken.
bool is_spelled_otherwise(const std::string& form, const PersonName& wanted) {
  const auto name = person_name(form);
  return likeness(name, wanted) != NameLikeness::none &&
         sound(name.words.back()) == sound(wanted.words.back());
}

bool is_official(const std::string& id) {
  return id.starts_with("official/");
}

// A title as it stands, or a release's URL.
std::vector<StoredNode> releases_called(const Store& store, std::string_view name) {
  std::vector<StoredNode> found;
  Statement rows(store.handle(),
                 "SELECT gid FROM release WHERE live AND url = ?1 AND ?1 <> '' UNION SELECT gid "
                 "FROM release WHERE live AND substr(title, 1, 16) = substr(?1, 1, 16) AND title = "
                 "?1 ORDER BY 1 LIMIT 50");
  for (rows.bind(name); rows.step();) {
    found.push_back(*store.node(rows.text(0)));
  }
  return found;
}

template <typename Fits>
std::set<std::string> fitting(const std::vector<Candidate>& all, Fits fits) {
  std::set<std::string> ids;
  for (const auto& candidate : all) {
    if (fits(candidate)) {
      ids.insert(candidate.id);
    }
  }
  return ids;
}

std::vector<std::string> nearest_names(const std::vector<Candidate>& all,
                                       const std::string& wanted) {
  const auto grams = trigrams(wanted);
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& candidate : all) {
    const double like = likeness(grams, trigrams(candidate.name));
    if (like > 0.25) {
      ranked.emplace_back(-like, candidate.form);
    }
  }
  std::ranges::sort(ranked);
  std::vector<std::string> names;
  for (const auto& [like, name] : ranked) {
    if (names.size() < most_nearest && std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  }
  return names;
}

}  // namespace

std::string comparable_name(std::string_view name) {
  auto text = slug(name);
  std::ranges::replace(text, '-', ' ');
  std::erase(text, '.');
  for (auto space = text.find(' '); space != std::string::npos; space = text.find(' ')) {
    if (std::ranges::find(leading, text.substr(0, space)) == leading.end()) {
      break;
    }
    text.erase(0, space + 1);
  }
  return text;
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : comparable_name(name) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

namespace {

// The first way that finds any decides.
std::set<std::string> matching(const Store& store, std::string_view name, std::uint16_t types) {
  const auto words = name_words(name);
  auto rows = nodes_with(store, words);
  add_nodes_of_entries(store, name, rows);
  const auto all = read_forms(store, rows, types);
  const auto wanted = comparable_name(name);
  auto ids = fitting(all, [&](const Candidate& c) { return c.form == name; });
  const auto otherwise = [&](const std::vector<Candidate>& candidates, auto fits) {
    if (ids.empty()) {
      ids = fitting(candidates, fits);
    }
  };
  otherwise(all, [&](const Candidate& c) { return c.name == wanted; });
  if (const auto number = digits_of(name);
      ids.empty() && !number.empty() && (types & bit(NodeType::resolution)) != 0) {
    const auto numbered = read_forms(store, nodes_with(store, {number}), bit(NodeType::resolution));
    otherwise(numbered, [&](const Candidate& c) { return has_number(c, number); });
  }
  otherwise(all, [&](const Candidate& c) { return is_surname(c, wanted); });
  otherwise(all, [&](const Candidate& c) { return has_words(c.name, wanted); });
  otherwise(all, [](const Candidate&) { return true; });
  // A family name alone means whoever bears it, however it is spelled.
  const bool people = std::ranges::all_of(ids, is_official);
  if ((types & bit(NodeType::official)) != 0 && (ids.empty() || (people && words.size() == 1))) {
    const auto person = person_name(name);
    const auto alike = read_forms(store, nodes_of_blocks(store, person), bit(NodeType::official));
    ids.merge(
        fitting(alike, [&](const Candidate& c) { return is_spelled_otherwise(c.form, person); }));
  }
  return ids;
}

}  // namespace

NameMatch find_nodes(const Store& store, std::string_view name, std::uint16_t types) {
  NameMatch match;
  if (auto node = store.node(name); node && (types & bit(node->type)) != 0) {
    match.nodes.push_back(std::move(*node));
    return match;
  }
  if ((types & bit(NodeType::release)) != 0) {
    match.nodes = releases_called(store, name);
  }
  if (match.nodes.empty()) {
    for (const auto& id : matching(store, name, types)) {
      match.nodes.push_back(*store.node(id));
    }
  }
  std::ranges::sort(match.nodes, [](const StoredNode& a, const StoredNode& b) {
    return std::tie(b.releases, a.id) < std::tie(a.releases, b.id);
  });
  match.nodes.resize(std::min(match.nodes.size(), most_candidates));
  if (match.nodes.empty()) {
    const auto near = read_forms(store, nodes_near(store, name_words(name)), types);
    match.nearest = nearest_names(near, comparable_name(name));
  }
  return match;
}

}  // namespace pressgraph
