// SPDX-License-Identifier: Apache-2.0
// Finding the nodes that a name may mean, from the strictest way to the most forgiving.
#include <algorithm>
#include <set>
#include <utility>

#include "graph/former_names.hpp"
#include "graph/names.hpp"
#include "graph/near_words.hpp"
#include "graph/nodes_by_words.hpp"
#include "graph/person_names.hpp"
#include "graph/queries.hpp"
#include "graph/statement.hpp"
#include "graph/store_schema.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_candidates = 50;
constexpr std::size_t most_nearest = 5;

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

bool has_authority(const Store& store) {
  return Statement(store.handle(), "SELECT 1 FROM authority").step();
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
      const std::string form(name_in_trait(forms_.view(3), forms_.view(2)));
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
        "SELECT n.gid, n.type, t.value, t.name FROM node n JOIN node m ON m.canonical = n.id JOIN "
        "trait t "
        "ON t.node = m.id WHERE n.id = ?1 AND t.live > 0 AND t.name IN ('', 'authority_name', "
        "'former_name') ";
    if (has_authority(store)) {
      sql += std::string(
                 "UNION ALL SELECT n.gid, n.type, f.form, '' FROM node n JOIN authority_form f ON "
                 "f.authority IN (") +
             entries_of_node + ") WHERE n.id = ?1";
    }
    return sql;
  }

  Statement forms_;
  std::uint16_t types_;
};

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

// The nodes of which one form is `comparable`, most named first; those of the user's entries
// before.
std::vector<std::int64_t> nodes_called(const Store& store, const std::string& comparable,
                                       std::uint16_t types,
                                       const std::vector<std::int64_t>& of_entries) {
  constexpr std::size_t most = 2000;
  auto rows = of_entries;
  const auto called = NodesByWord(store.handle(), types).of(whole_name_key(comparable), most);
  rows.insert(rows.end(), called.begin(), called.end());
  return rows;
}

// Those called `name` to the letter, else as names are compared. No more of `rows`, which begin
// with those named most, are looked at than an answer shows.
std::set<std::string> matching_wholly(Forms& forms, const std::vector<std::int64_t>& rows,
                                      std::string_view name, const std::string& wanted) {
  std::set<std::string> to_the_letter;
  std::set<std::string> alike;
  std::vector<Candidate> of_node;
  for (const auto row : rows) {
    of_node.clear();
    forms.add(row, of_node);
    for (const auto& candidate : of_node) {
      if (candidate.form == name) {
        to_the_letter.insert(candidate.id);
      }
      if (candidate.name == wanted) {
        alike.insert(candidate.id);
      }
    }
    if (to_the_letter.size() >= most_candidates) {
      break;
    }
  }
  return to_the_letter.empty() ? alike : to_the_letter;
}

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
  const auto of_entries = nodes_of_entries(store.handle(), name);
  auto ids = matching_wholly(forms, nodes_called(store, wanted, types, of_entries), name, wanted);
  if (const auto number = digits_of(name);
      ids.empty() && !number.empty() && (types & bit(NodeType::resolution)) != 0) {
    Forms resolutions(store, bit(NodeType::resolution));
    ids = fitting(resolutions.of(nodes_with(store.handle(), {number}, bit(NodeType::resolution))),
                  [&](const Candidate& c) { return has_number(c, number); });
  }
  if (ids.empty()) {
    auto rows = of_entries;
    const auto named = nodes_with(store.handle(), words, types);
    rows.insert(rows.end(), named.begin(), named.end());
    ids = matching_partly(forms, rows, wanted, types);
  }
  // A family name alone means whoever bears it, however it is spelled.
  const bool people = std::ranges::all_of(ids, is_official);
  if ((types & bit(NodeType::official)) != 0 && (ids.empty() || (people && words.size() == 1))) {
    const auto person = person_name(name);
    Forms officials(store, bit(NodeType::official));
    const auto alike = officials.of(nodes_sounding_like(store.handle(), person));
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
    const auto near = Forms(store, types).of(nodes_near(store.handle(), name_words(name), types));
    match.nearest = nearest_names(near, comparable_name(name));
  }
  return match;
}

}  // namespace pressgraph
