// SPDX-License-Identifier: Apache-2.0
#include "graph/known_bearers.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/bearer_id.hpp"
#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"
#include "graph/names.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t country_code = 3;  // letters
constexpr std::size_t most_bearers_in_memory = 50'000;

// Full names alone: a short form ("the Ministry") or a single word tells no one apart.
bool is_full(const std::string& form) {
  const bool capital = !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
  return capital && form.find(' ') != std::string::npos && !form.starts_with("The ");
}

// "Board of the Commission" goes by "Commission" too, which is the house that it is a part of.
bool is_part_of(const std::string& body, const std::string& house) {
  return body.ends_with(" of the " + house) || body.ends_with(" of " + house);
}

void leave_out_houses(std::vector<std::string>& names) {
  const auto all = names;
  std::erase_if(names, [&all](const std::string& house) {
    return std::ranges::any_of(
        all, [&house](const std::string& body) { return is_part_of(body, house); });
  });
}

bool is_release(const std::string& scope) {
  return scope.starts_with("release/");
}

bool is_country(const std::string& scope) {
  return scope.size() == country_code &&
         std::ranges::all_of(scope, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What stands before the name in `form`, where that is a post which one has at a time.
std::string post_before(const std::string& name, std::string_view form) {
  const auto whole = slug(form);
  if (!whole.ends_with("-" + name)) {
    return {};
  }
  auto post = whole.substr(0, whole.size() - name.size() - 1);
  std::ranges::replace(post, '-', ' ');
  const bool several = post.find(' ') != std::string::npos;
  return several || identity_lists::holds(identity_lists::sole_titles, post) ? post : std::string();
}

bool may_be_of(const Bearer& bearer, const std::string& country) {
  const auto told = attribute(bearer.attributes, "country");
  if (country.empty() || (told.empty() && bearer.context.empty())) {
    return true;
  }
  // A body that is no country says nothing of one.
  const auto is_country = [](const std::string& part) { return part.size() == country_code; };
  return told == country || std::ranges::find(bearer.context, country) != bearer.context.end() ||
         (told.empty() && std::ranges::none_of(bearer.context, is_country));
}

}  // namespace

KnownBearers::KnownBearers(sqlite3* database)
    : node_(database, "SELECT key, type, releases FROM node WHERE id = ?"),
      traits_(database, "SELECT name, value, main FROM trait WHERE node = ? AND live > 0"),
      entries_(database,
               "SELECT DISTINCT a.iri, a.country FROM authority_form f JOIN authority a ON a.id = "
               "f.authority WHERE f.key = ?1 AND (a.type = ?2 OR (a.type < 0 AND ?2 IN (1, 2, "
               "6)))"),
      has_entries_(Statement(database, "SELECT 1 FROM authority").step()) {}

const Bearer& KnownBearers::at(std::int64_t row) {
  auto& bearer = read_[row];
  if (bearer == nullptr) {
    bearer = std::make_unique<Bearer>(read(row));
  }
  return *bearer;
}

const Bearer& KnownBearers::with_titles(std::int64_t row) {
  const auto& bearer = at(row);
  if (!bearer.titles.empty()) {
    return bearer;
  }
  auto& titled = *read_[row];
  traits_.bind(row);
  while (traits_.step()) {
    if (traits_.text(0).empty()) {
      if (auto post = post_before(titled.names.front(), traits_.text(1)); !post.empty()) {
        titled.titles.push_back(std::move(post));
      }
    }
  }
  std::ranges::sort(titled.titles);
  return titled;
}

void KnownBearers::forget_if_many() {
  if (read_.size() > most_bearers_in_memory) {
    read_.clear();
  }
}

Bearer KnownBearers::read(std::int64_t row) {
  Bearer bearer;
  node_.bind(row);
  node_.step();
  bearer.key = node_.text(0);
  bearer.type = static_cast<NodeType>(node_.integer(1));
  bearer.releases = static_cast<std::uint64_t>(node_.integer(2));
  bearer.context = context_of(bearer.key);
  if (bearer.type == NodeType::official) {
    bearer.year = year_of(bearer.key);
    std::erase_if(bearer.context, is_release);
    bearer.last_year = bearer.context.empty() ? bearer.year : bearer.year + years_of_a_key - 1;
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
std::string KnownBearers::entry_of(std::int64_t row, const Bearer& bearer) {
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

void KnownBearers::read_traits(std::int64_t row, Bearer& bearer) {
  // Sorting a few rows costs SQLite more than reading them.
  std::vector<std::tuple<std::string, std::string, bool>> traits;
  for (traits_.bind(row); traits_.step();) {
    traits.emplace_back(traits_.text(0), traits_.text(1), traits_.integer(2) > 0);
  }
  std::ranges::sort(traits);
  for (auto& [name, value, main] : traits) {
    const bool named = name.empty() && (main || is_full(value));
    if (named || name == "authority_name") {
      bearer.names.push_back(value);
    }
    if (!name.empty()) {
      bearer.attributes.push_back({std::move(name), std::move(value)});
    }
  }
  if (bearer.type == NodeType::agency) {
    leave_out_houses(bearer.names);
  }
  for (const auto& scope : bearer.context) {
    const bool of_country = bearer.type == NodeType::agency && is_country(scope);
    bearer.attributes.push_back({of_country ? "country" : "scope", scope});
  }
}

}  // namespace pressgraph
