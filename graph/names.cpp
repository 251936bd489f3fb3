// SPDX-License-Identifier: Apache-2.0
// Finding the nodes that a name may mean, from the strictest way to the most forgiving.
#include "graph/names.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "graph/identity.hpp"
#include "graph/queries.hpp"
#include "graph/statement.hpp"

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

std::vector<Candidate> read_candidates(const Store& store, std::uint16_t types) {
  std::vector<Candidate> all;
  Statement rows(store.handle(),
                 "SELECT DISTINCT n.gid, n.type, f.text FROM node n JOIN form f ON f.node = n.id "
                 "JOIN release r ON r.id = f.release "
                 "WHERE r.live AND n.releases > 0 UNION SELECT gid, type, name FROM node WHERE "
                 "releases > 0 ORDER BY 1, 3");
  while (rows.step()) {
    const auto type = static_cast<NodeType>(rows.integer(1));
    if ((types & bit(type)) != 0) {
      const auto form = rows.text(2);
      all.push_back({rows.text(0), type, comparable_name(form), form});
    }
  }
  return all;
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

NameMatch find_nodes(const Store& store, std::string_view name, std::uint16_t types) {
  NameMatch match;
  if (auto node = store.node(name); node && (types & bit(node->type)) != 0) {
    match.nodes.push_back(std::move(*node));
    return match;
  }
  const auto all = read_candidates(store, types);
  const auto wanted = comparable_name(name);
  const auto number = digits_of(name);
  const bool cites = (types & bit(NodeType::resolution)) != 0;
  std::set<std::string> ids = fitting(all, [&](const Candidate& c) { return c.form == name; });
  const auto otherwise = [&](auto fits) {
    if (ids.empty()) {
      ids = fitting(all, fits);
    }
  };
  otherwise([&](const Candidate& c) { return c.name == wanted; });
  otherwise([&](const Candidate& c) { return cites && has_number(c, number); });
  otherwise([&](const Candidate& c) { return is_surname(c, wanted); });
  otherwise([&](const Candidate& c) { return has_words(c.name, wanted); });
  for (const auto& id : ids) {
    if (match.nodes.size() < most_candidates) {
      match.nodes.push_back(*store.node(id));
    }
  }
  if (match.nodes.empty()) {
    match.nearest = nearest_names(all, wanted);
  }
  return match;
}

}  // namespace pressgraph
