// SPDX-License-Identifier: Apache-2.0
#include "graph/bearer_id.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <unordered_map>

#include "graph/country_names.hpp"
#include "graph/even_names.hpp"
#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"
#include "graph/name_numbers.hpp"
#include "graph/node_names.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_bodies = 4;

constexpr std::size_t digits_of_a_year = 4;

// "2020" of 2020 to 2024.
std::string period_of(const std::string& year) {
  int number = 0;
  std::from_chars(year.data(), year.data() + year.size(), number);
  return std::to_string(number - (number % years_of_a_key));
}

bool is_year(std::string_view text) {
  return text.size() == digits_of_a_year &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_country_code(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Country of a body or of a place that is one; else the body itself.
std::string post_at(const Node& node) {
  const auto authority = attribute(node.attributes, "authority");
  if (node.type == NodeType::place) {
    return is_country_code(authority) ? std::string(authority) : std::string();
  }
  const auto country = attribute(node.attributes, "country");
  if (is_country_code(country)) {
    return std::string(country);
  }
  // A body that no list knows ("Ministry of Foreign Affairs") tells no one apart.
  return std::string(authority);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const auto& part : parts) {
    all += (all.empty() ? "" : "+") + part;
  }
  return all;
}

}  // namespace

BearerIds::BearerIds(const Extraction& extraction)
    : extraction_(extraction), release_("release/" + slug(extraction.release.id, true)) {
  std::unordered_map<std::string_view, const Node*> nodes;
  for (const auto& node : extraction.nodes) {
    nodes.emplace(node.id, &node);
  }
  Posts bodies;
  for (const auto& edge : extraction.edges) {
    if (const auto found = nodes.find(edge.object); is_shown(edge.status) && found != nodes.end()) {
      take(edge, *found->second, bodies);
    }
  }
  for (auto& [official, names] : bodies) {
    posts_.try_emplace(official, std::move(names));
  }
  for (auto& [official, names] : posts_) {
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    names.resize(std::min(names.size(), most_bodies));
  }
  publisher_country_ = country_of_publisher(extraction.release.publisher);
  note_countries();
  note_own_house();
}

// Officials of no other state than the publisher's.
void BearerIds::note_own_house() {
  if (publisher_country_.empty()) {
    return;
  }
  for (const auto& node : extraction_.nodes) {
    const auto posts = posts_.find(node.id);
    const bool foreign =
        posts != posts_.end() && std::ranges::any_of(posts->second, [&](const std::string& post) {
          return is_country_code(post) && post != publisher_country_;
        });
    if (node.type == NodeType::official && !foreign) {
      own_house_.insert(node.name);
    }
  }
}

// Once for all nodes, of which each may ask.
void BearerIds::note_countries() {
  for (const auto& [official, posts] : posts_) {
    std::ranges::copy_if(posts, std::inserter(states_told_, states_told_.end()), is_country_code);
  }
  for (const auto& [body, states] : states_) {
    states_told_.insert(states.begin(), states.end());
  }
  for (const auto& node : extraction_.nodes) {
    const auto country = attribute(node.attributes, "country");
    const auto authority = attribute(node.attributes, "authority");
    if (!country.empty()) {
      ++nodes_of_[std::string(country)];
    }
    if (!authority.empty() && authority != country) {
      ++nodes_of_[std::string(authority)];
    }
    if (node.type == NodeType::agency && !country.empty()) {
      states_told_.emplace(country);
    }
  }
}

// Posts at `bodies` count for who has none of a country.
void BearerIds::take(const Edge& edge, const Node& object, Posts& bodies) {
  auto post = post_at(object);
  const bool of_country = is_country_code(post);
  if (edge.relation == Relation::part_of && of_country) {
    states_[edge.subject].insert(std::move(post));
  } else if (edge.relation == Relation::holds && !post.empty()) {
    (of_country ? posts_ : bodies)[edge.subject].push_back(std::move(post));
  } else if (edge.relation == Relation::holds && object.type == NodeType::place) {
    tells_of_parts_ = true;
  }
}

BearerId BearerIds::of(const Node& node) const {
  if (node.type == NodeType::release) {
    return {release_, release_};
  }
  BearerId id;
  id.slug = global_id(node);
  id.key = id.slug;
  if (node.type == NodeType::official && !is_told_alone(node)) {
    const auto context = context_of_official(node);
    id.key += context.empty() ? "" : "~" + context;
  } else if (const auto scope = scope_of_node(node); !scope.empty()) {
    id.key += "~" + scope;
    id.slug = scoped_slug(id.slug, scope);
  }
  return id;
}

// Whether nothing but the release tells who it is.
bool BearerIds::is_told_alone(const Node& official) const {
  return !posts_.contains(official.id) && is_bare(official);
}

// Empty where it is not told.
std::string BearerIds::year_of_release() const {
  auto year = extraction_.release.published.substr(0, digits_of_a_year);
  return is_year(year) ? year : "";
}

std::string BearerIds::context_of_official(const Node& node) const {
  const auto year = year_of_release();
  const auto posts = posts_.find(node.id);
  if (posts == posts_.end()) {
    return year;
  }
  return joined(posts->second) + (year.empty() ? "" : "+" + period_of(year));
}

// What tells one of this name from others of it; empty where the name does.
std::string BearerIds::scope_of_node(const Node& node) const {
  if (is_anyones(node)) {
    return scope_of_anyones(node);
  }
  if (node.type == NodeType::event && attribute(node.attributes, "ordinal").empty()) {
    return scope_of_event(node);
  }
  const bool by_release = node.type == NodeType::official || is_shared_by_many(node) ||
                          is_unit_of_some_body(node) || is_out_of_place(node) ||
                          is_any_instrument(node);
  return by_release ? release_ : std::string();
}

std::string BearerIds::scope_of_event(const Node& node) const {
  const bool dated = !attribute(node.attributes, "start").empty();
  if (is_proper(node.name, dated)) {
    // "NATO Summit" is one of a series, and most likely that of the year in which it is told.
    return dated || has_number(node.name) ? std::string() : year_of_release();
  }
  const bool told_by_day = dated && !is_bare_event(node.name) && !is_with_own_house(node);
  return told_by_day ? slug(extraction_.release.publisher) : release_;
}

// "courtesy call on President X" of X's own releases: whom many meet on one day.
bool BearerIds::is_with_own_house(const Node& event) const {
  constexpr int longest_name = 8;  // words
  if (own_house_.empty() || !has_personal_noun(event.name)) {
    return false;
  }
  auto at = event.name.rfind(' ');
  for (int words = 0; words < longest_name && at != std::string::npos && at > 0; ++words) {
    if (own_house_.contains(event.name.substr(at + 1))) {
      return true;
    }
    at = event.name.rfind(' ', at - 1);
  }
  return false;
}

// "NPP", a party of Sri Lanka by the lists, or "Office of the President", where neither the release
// nor its publisher is of that country: perhaps another that has these initials or this name.
bool BearerIds::is_out_of_place(const Node& node) const {
  const auto country = attribute(node.attributes, "country");
  const bool open = is_told_by_acronym_alone(node) || is_told_by_bare_name(node);
  if (country.empty() || !open) {
    return false;
  }
  const auto found = nodes_of_.find(country);
  return found != nodes_of_.end() && found->second == 1 && publisher_country_ != country;
}

// Its country where that is sure; else, of what a country has once, its release: two ministries of
// one publisher's releases are perhaps of two countries.
std::string BearerIds::scope_of_anyones(const Node& node) const {
  if (is_many_a_country(node.name)) {
    return release_;
  }
  if (const auto states = states_.find(node.id); states != states_.end()) {
    return states->second.size() == 1 ? *states->second.begin() : release_;
  }
  const auto& country = publisher_country_;
  if (!is_once_a_country(node.name)) {
    return country.empty() ? release_ : slug(extraction_.release.publisher);
  }
  auto others = states_told_;  // those whose government the release speaks of, but its publisher's
  others.erase(country);
  if (!country.empty() && may_be_of(node.name, country)) {
    const bool doubtful = is_shared_name(node.name) && (!others.empty() || tells_of_parts_);
    return doubtful ? release_ : country;
  }
  return others.size() == 1 && may_be_of(node.name, *others.begin()) ? *others.begin() : release_;
}

std::string_view scope_of(std::string_view key) {
  const auto mark = key.find('~');
  return mark == std::string_view::npos ? std::string_view() : key.substr(mark + 1);
}

int year_of(std::string_view key) {
  auto scope = scope_of(key);
  scope.remove_prefix(scope.rfind('+') + 1);  // npos + 1 is 0
  int year = 0;
  if (is_year(scope)) {
    std::from_chars(scope.data(), scope.data() + scope.size(), year);
  }
  return year;
}

// As long as store_schema.hpp takes it to be.
std::string scoped_slug(std::string_view name, std::string_view scope) {
  return std::string(name) + "-" + hash16(scope).substr(0, 8);
}

std::vector<std::string> context_of(std::string_view key) {
  std::vector<std::string> parts;
  auto rest = scope_of(key);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('+'), rest.size());
    if (!is_year(rest.substr(0, end))) {
      parts.emplace_back(rest.substr(0, end));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parts;
}

}  // namespace pressgraph
