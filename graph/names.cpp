// SPDX-License-Identifier: Apache-2.0
// Finding the nodes that a name may mean, from the strictest way to the most forgiving.
#include "graph/names.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "graph/bearer.hpp"
#include "graph/identity.hpp"
#include "graph/near_words.hpp"
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

// How many nodes have each word.
class Frequencies {
 public:
  explicit Frequencies(const Store& store)
      : count_(store.handle(), "SELECT nodes FROM spelling WHERE word = ?") {}

  std::int64_t of(const std::string& word) {
    return count_.bind(word).step() ? count_.integer(0) : 0;
  }

 private:
  Statement count_;
};

// The rarest first.
std::vector<std::string> by_frequency(const Store& store, const std::vector<std::string>& words) {
  Frequencies frequencies(store);
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

// The nodes of `types` that have all of `words` among those of their names, most named first.
std::vector<std::int64_t> nodes_with(const Store& store, const std::vector<std::string>& words,
                                     std::uint16_t types) {
  if (words.empty()) {
    return {};
  }
  auto ordered = by_frequency(store, words);
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
  Statement statement(store.handle(), sql + "ORDER BY n.named DESC, n.gid LIMIT 2000");
  ordered.resize(most_words);
  statement.bind(ordered[0], ordered[1], ordered[2], ordered[3], ordered[4], ordered[5], ordered[6],
                 ordered[7], static_cast<int>(types));
  return rows_of(statement);
}

// A word that no name has, for what is called `comparable` as a whole.
std::string whole_name_key(std::string_view comparable) {
  return fmt::format("={:08x}", hash64(comparable) >> 32U);
}

// The nodes of which one form is `comparable`, most named first.
std::vector<std::int64_t> nodes_called(const Store& store, const std::string& comparable) {
  Statement named(store.handle(),
                  "SELECT DISTINCT n.id FROM word w JOIN node b ON b.id = w.node JOIN node n ON "
                  "n.id = b.canonical WHERE w.word = ? ORDER BY n.named DESC, n.gid LIMIT 2000");
  return rows_of(named.bind(whole_name_key(comparable)));
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

// The forms of nodes.
class Forms {
 public:
  Forms(const Store& store, std::uint16_t types)
      : forms_(store.handle(), sql(store)), types_(types) {}

  /// Appends each form of the node in `row`, where it is of the types wanted.
  void add(std::int64_t row, std::vector<Candidate>& to) {
    for (forms_.bind(row); forms_.step();) {
      const auto type = static_cast<NodeType>(forms_.integer(1));
      if ((types_ & bit(type)) == 0) {
        continue;
      }
      const auto form = forms_.text(2);
      to.push_back({forms_.text(0), type, comparable_name(form), form});
    }
  }

  std::vector<Candidate> of(const std::vector<std::int64_t>& rows) {
    std::vector<Candidate> all;
    for (const auto row : rows) {
      add(row, all);
    }
    return all;
  }

 private:
  static std::string sql(const Store& store) {
    std::string sql =
        "SELECT n.gid, n.type, t.value FROM node n JOIN node m ON m.canonical = n.id JOIN trait t "
        "ON t.node = m.id WHERE n.id = ?1 AND t.live > 0 AND t.name IN ('', 'authority_name') ";
    if (has_authority(store)) {
      sql += std::string(
                 "UNION ALL SELECT n.gid, n.type, f.form FROM node n JOIN authority_form f ON "
                 "f.authority IN (") +
             entries_of_node + ") WHERE n.id = ?1";
    }
    return sql;
  }

  Statement forms_;
  std::uint16_t types_;
};

// The words near each of the longest of `words`, which tell most: first the likest of each, then
// the next.
std::vector<std::string> words_near(const Store& store, std::vector<std::string> words) {
  constexpr std::size_t most_words = 4;
  std::ranges::stable_sort(words, std::ranges::greater{}, &std::string::size);
  words.resize(std::min(words.size(), most_words));
  std::vector<std::vector<std::string>> near;
  std::size_t most = 0;
  for (const auto& word : words) {
    near.push_back(near_words(store.handle(), word));
    most = std::max(most, near.back().size());
  }
  std::vector<std::string> ordered;
  for (std::size_t rank = 0; rank < most; ++rank) {
    for (auto& found : near) {
      if (rank < found.size()) {
        ordered.push_back(std::move(found[rank]));
      }
    }
  }
  return ordered;
}

// Where to look for what is near: of the nodes of each word that is near one of `words`, those
// named most, until there are enough to choose from.
std::vector<std::int64_t> nodes_near(const Store& store, const std::vector<std::string>& words,
                                     std::uint16_t types) {
  constexpr std::int64_t too_common = 2000;  // a word that so many have tells none of them
  constexpr std::size_t enough = 60;
  constexpr std::int64_t most_looked_at = 3000;  // all nodes of a word are read to find those
  Frequencies frequencies(store);
  Statement named(store.handle(),
                  "SELECT DISTINCT n.id FROM word w JOIN node b ON b.id = w.node JOIN node n ON "
                  "n.id = b.canonical WHERE w.word = ?1 AND (1 << n.type) & ?2 ORDER BY n.named "
                  "DESC, n.gid LIMIT 20");
  std::set<std::int64_t> rows;
  std::int64_t looked_at = 0;
  for (const auto& word : words_near(store, words)) {
    const auto frequency = frequencies.of(word);
    if (rows.size() >= enough || (!rows.empty() && looked_at + frequency > most_looked_at)) {
      break;
    }
    if (frequency <= too_common) {
      const auto found = rows_of(named.bind(word, static_cast<int>(types)));
      rows.insert(found.begin(), found.end());
      looked_at += frequency;
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

// A title as it stands, or a release's URL. "+": told that title is ?1, SQLite would put it into
// substr() and not see the index of that.
std::vector<StoredNode> releases_called(const Store& store, std::string_view name) {
  std::vector<StoredNode> found;
  Statement rows(store.handle(),
                 "SELECT DISTINCT gid FROM (SELECT gid FROM release INDEXED BY release_url WHERE "
                 "live AND url = ?1 AND ?1 <> '' UNION ALL SELECT gid FROM release INDEXED BY "
                 "release_title WHERE live AND substr(title, 1, 16) = substr(?1, 1, 16) AND +title "
                 "= ?1) ORDER BY 1 LIMIT 50");
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

bool is_word(std::string_view key) {
  return !key.starts_with('=');
}

std::vector<std::string> name_keys(std::string_view name) {
  auto keys = name_words(name);
  if (!keys.empty()) {
    keys.push_back(whole_name_key(comparable_name(name)));
  }
  return keys;
}

namespace {

// The ways in which a name that is not told as a whole may fit.
struct Partly {
  std::set<std::string> surname;
  std::set<std::string> within;    // its words in a row
  std::set<std::string> anywhere;  // all its words

  [[nodiscard]] const std::set<std::string>& best() const {
    return !surname.empty() ? surname : !within.empty() ? within : anywhere;
  }
};

// The nodes whose names have `wanted` in them. `rows` begin with those named most, so that no more
// are looked at where enough fit as well as any may.
std::set<std::string> matching_partly(Forms& forms, const std::vector<std::int64_t>& rows,
                                      const std::string& wanted, std::uint16_t types) {
  const bool people = (types & bit(NodeType::official)) != 0;
  Partly found;
  std::vector<Candidate> of_node;
  for (const auto row : rows) {
    of_node.clear();
    forms.add(row, of_node);
    for (const auto& candidate : of_node) {
      if (is_surname(candidate, wanted)) {
        found.surname.insert(candidate.id);
      }
      if (has_words(candidate.name, wanted)) {
        found.within.insert(candidate.id);
      }
      found.anywhere.insert(candidate.id);
    }
    if ((people ? found.surname : found.within).size() >= most_candidates) {
      break;
    }
  }
  return found.best();
}

// The first way that finds any decides.
std::set<std::string> matching(const Store& store, std::string_view name, std::uint16_t types) {
  const auto words = name_words(name);
  const auto wanted = comparable_name(name);
  Forms forms(store, types);
  std::vector<std::int64_t> of_entries;
  add_nodes_of_entries(store, name, of_entries);
  auto called = nodes_called(store, wanted);
  called.insert(called.end(), of_entries.begin(), of_entries.end());
  const auto whole = forms.of(called);
  auto ids = fitting(whole, [&](const Candidate& c) { return c.form == name; });
  if (ids.empty()) {
    ids = fitting(whole, [&](const Candidate& c) { return c.name == wanted; });
  }
  if (const auto number = digits_of(name);
      ids.empty() && !number.empty() && (types & bit(NodeType::resolution)) != 0) {
    Forms resolutions(store, bit(NodeType::resolution));
    ids = fitting(resolutions.of(nodes_with(store, {number}, bit(NodeType::resolution))),
                  [&](const Candidate& c) { return has_number(c, number); });
  }
  if (ids.empty()) {
    auto rows = of_entries;
    const auto named = nodes_with(store, words, types);
    rows.insert(rows.end(), named.begin(), named.end());
    ids = matching_partly(forms, rows, wanted, types);
  }
  // A family name alone means whoever bears it, however it is spelled.
  const bool people = std::ranges::all_of(ids, is_official);
  if ((types & bit(NodeType::official)) != 0 && (ids.empty() || (people && words.size() == 1))) {
    const auto person = person_name(name);
    Forms officials(store, bit(NodeType::official));
    const auto alike = officials.of(nodes_of_blocks(store, person));
    ids.merge(
        fitting(alike, [&](const Candidate& c) { return is_spelled_otherwise(c.form, person); }));
  }
  return ids;
}

// The nodes of `ids` that are named most, then by id.
std::vector<StoredNode> most_named(const Store& store, const std::set<std::string>& ids) {
  Statement named(store.handle(), "SELECT named FROM node WHERE gid = ? AND canonical = id");
  std::vector<std::pair<std::int64_t, std::string_view>> ordered;
  ordered.reserve(ids.size());
  for (const auto& id : ids) {
    ordered.emplace_back(named.bind(id).step() ? -named.integer(0) : 0, id);
  }
  std::ranges::sort(ordered);
  ordered.resize(std::min(ordered.size(), most_candidates));
  std::vector<StoredNode> nodes;
  nodes.reserve(ordered.size());
  for (const auto& [releases, id] : ordered) {
    nodes.push_back(*store.node(id));
  }
  return nodes;
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
    match.nodes = most_named(store, matching(store, name, types));
  }
  if (match.nodes.empty()) {
    const auto near = Forms(store, types).of(nodes_near(store, name_words(name), types));
    match.nearest = nearest_names(near, comparable_name(name));
  }
  return match;
}

}  // namespace pressgraph
