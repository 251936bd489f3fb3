// SPDX-License-Identifier: Apache-2.0
// When two bearers of a name are one. Nothing here knows the store: a pure function of two values.
#include "graph/bearer.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <tuple>
#include <utility>

#include "graph/bearer_parts.hpp"
#include "graph/calendar_days.hpp"
#include "graph/country_names.hpp"
#include "graph/even_names.hpp"
#include "graph/identity.hpp"
#include "graph/shown_ids.hpp"

namespace pressgraph {
namespace {

bool differ(std::string_view a, std::string_view b) {
  return !a.empty() && !b.empty() && a != b;
}

bool is_country(const std::string& place) {
  return place.size() == 3 &&
         std::ranges::all_of(place, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool of_countries(const Bearer& bearer) {
  return !bearer.context.empty() && std::ranges::all_of(bearer.context, is_country);
}

// ---- bodies, places, instruments ----

bool is_acronym(const std::string& words) {
  return words.find(' ') == std::string::npos && words.size() <= 6;
}

int fullness_of_named(const Bearer& bearer) {
  if (!value(bearer, "authority").empty()) {
    return 3;
  }
  if (!value(bearer, "country").empty() || !value(bearer, "parent").empty()) {
    return 2;
  }
  return std::ranges::all_of(bearer.words, is_acronym) ? 0 : 1;
}

// "Memorandum of Understanding": its release alone tells which.
bool is_one_of_many(const Bearer& bearer) {
  return bearer.type == NodeType::instrument && !value(bearer, "scope").empty();
}

// "Criminal Division" of the FBI, which its release says, beside the listed one of that name.
bool is_organ_of_another(const Bearer& organ, const Bearer& listed) {
  return !value(organ, "parent").empty() && value(organ, "authority").empty() &&
         !value(listed, "authority").empty();
}

std::string what_sets_apart(const Bearer& a, const Bearer& b) {
  return is_one_of_many(a) || is_one_of_many(b)
             ? "the same name, which many bear; other releases"
             : "the same name; other countries or authority entries";
}

std::optional<Link> link_named(const Bearer& a, const Bearer& b) {
  const auto both = common(a.words, b.words);
  if (both.empty() || (is_of_a_release(a) && is_of_a_release(b))) {
    return std::nullopt;
  }
  const auto& words = both.front();
  if (exclude_each_other(a, b)) {
    return Link{Strength::apart, what_sets_apart(a, b)};
  }
  if (is_of_a_release(a) || is_of_a_release(b)) {
    return Link{Strength::candidate, "the same name, which many bear: " + words};
  }
  const bool one_country =
      !value(a, "country").empty() && value(a, "country") == value(b, "country");
  const bool one_parent = !value(a, "parent").empty() && value(a, "parent") == value(b, "parent");
  if (one_country || one_parent) {
    return Link{Strength::sure,
                "the same name; the same " + std::string(one_country ? "country" : "parent")};
  }
  if (std::ranges::all_of(both, are_common_words)) {
    return Link{Strength::candidate, "the same name, which many bear: " + words};
  }
  if (std::ranges::all_of(both, is_acronym) && a.type == NodeType::agency) {
    return Link{Strength::only_one, "the same acronym: " + words};
  }
  // Two that no list knows and that tell no country: nothing but the spelling differs.
  const bool alike = fullness_of_named(a) == 1 && fullness_of_named(b) == 1;
  return Link{alike ? Strength::sure : Strength::only_one,
              "the same name, spelling aside: " + words};
}

// ---- events ----

constexpr long days_of_a_month = 31;

// How many days lie between the two, as far as they are told; none where one is undated.
std::optional<long> days_between(const Bearer& a, const Bearer& b) {
  const auto first = days_of(value(a, "start"), value(a, "end"));
  const auto second = days_of(value(b, "start"), value(b, "end"));
  if (!first || !second) {
    return std::nullopt;
  }
  if (first->last < second->first) {
    return second->first - first->last;
  }
  return second->last < first->first ? first->first - second->last : 0;
}

bool is_to_the_day(const Bearer& bearer) {
  const auto days = days_of(value(bearer, "start"), value(bearer, "end"));
  return days && days->last - days->first < days_of_a_month - 3;
}

std::optional<Link> link_events(const Bearer& a, const Bearer& b) {
  if (common(a.words, b.words).empty()) {
    return std::nullopt;
  }
  if (exclude_each_other(a, b)) {
    return Link{Strength::apart, "the same name; another date, number or place"};
  }
  const auto ordinal = value(a, "ordinal");
  if (!ordinal.empty() && ordinal == value(b, "ordinal")) {
    return Link{Strength::sure, "the same name and number: " + std::string(ordinal)};
  }
  const auto apart = days_between(a, b);
  if (!apart) {
    return Link{Strength::candidate, "the same name; no date is told of one of them"};
  }
  if (!is_to_the_day(a) || !is_to_the_day(b)) {
    return Link{Strength::only_one, "the same name; their dates, as far as told, agree"};
  }
  return Link{Strength::sure, *apart == 0
                                  ? "the same name and date"
                                  : "the same name, " + std::to_string(*apart) + " days apart"};
}

// "Second Summit for Democracy", told to be the 2nd, is the "Summit for Democracy" that is.
std::string without_number(const std::string& words, std::string_view number) {
  if (number.empty()) {
    return words;
  }
  std::string kept;
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    if (number_of_word(word) != number) {
      kept += (kept.empty() ? "" : " ") + word;
    }
  }
  return kept;
}

int fullness_of_event(const Bearer& bearer) {
  if (is_to_the_day(bearer) || !value(bearer, "ordinal").empty()) {
    return 3;
  }
  return value(bearer, "start").empty() ? 1 : 2;
}

}  // namespace

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(
      a, [&b](const std::string& word) { return std::ranges::find(b, word) != b.end(); });
}

std::vector<std::string> common(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

std::int64_t block_key(std::string_view key) {
  constexpr unsigned spare = 17;
  return static_cast<std::int64_t>(hash64(key) >> spare);
}

bool is_merged(NodeType type) {
  return type == NodeType::official || type == NodeType::agency || type == NodeType::event ||
         type == NodeType::place || type == NodeType::instrument;
}

bool is_of_a_release(const Bearer& bearer) {
  return bearer.type == NodeType::agency && bearer.entry.empty() &&
         value(bearer, "scope").starts_with("release/");
}

void prepare(Bearer& bearer) {
  if (bearer.type == NodeType::official) {
    bearer.person = person_name(bearer.names.empty() ? bearer.key : bearer.names.front());
    bearer.fullness = fullness_of_official(bearer);
    return;
  }
  bearer.words.clear();
  bearer.numbers = numbers_in(bearer.names);
  for (const auto& name : bearer.names) {
    const auto words = even_words(name);
    if (auto told = without_number(words, value(bearer, "ordinal")); !told.empty()) {
      bearer.words.push_back(std::move(told));
    }
    // "Ministry of Finance of Ukraine" is the "Ministry of Finance" of that country.
    if (const auto country = value(bearer, "country"); !country.empty()) {
      const auto bare = without_country(name, country);
      if (!bare.empty() && is_common_name(bare) && is_once_a_country(bare)) {
        bearer.words.push_back(even_words(bare));
      }
    }
  }
  std::ranges::sort(bearer.words);
  bearer.words.erase(std::unique(bearer.words.begin(), bearer.words.end()), bearer.words.end());
  bearer.fullness =
      bearer.type == NodeType::event ? fullness_of_event(bearer) : fullness_of_named(bearer);
}

std::optional<Link> link(const Bearer& a, const Bearer& b) {
  if (!a.entry.empty() && a.entry == b.entry) {
    return Link{Strength::sure, "one entry of an authority file: " + a.entry};
  }
  if (a.type == NodeType::official) {
    return link_officials(a, b);
  }
  return a.type == NodeType::event ? link_events(a, b) : link_named(a, b);
}

bool exclude_each_other(const Bearer& a, const Bearer& b) {
  if (differ(a.entry, b.entry)) {
    return true;
  }
  if (a.type == NodeType::official) {
    return of_countries(a) && of_countries(b) && !share(a.context, b.context);
  }
  if (numbers_differ(a.numbers, b.numbers)) {
    return true;
  }
  if (a.type == NodeType::event) {
    // Calls and visits that one publisher tells of are told by the day.
    const bool by_the_day = !value(a, "scope").empty() || !value(b, "scope").empty();
    return differ(value(a, "scope"), value(b, "scope")) ||
           differ(value(a, "ordinal"), value(b, "ordinal")) ||
           differ(value(a, "place"), value(b, "place")) ||
           days_between(a, b).value_or(0) > (by_the_day ? 0 : days_of_one_event);
  }
  if (is_one_of_many(a) || is_one_of_many(b)) {
    return value(a, "scope") != value(b, "scope");
  }
  return differ(value(a, "authority"), value(b, "authority")) ||
         differ(value(a, "country"), value(b, "country")) ||
         differ(value(a, "parent"), value(b, "parent")) || is_organ_of_another(a, b) ||
         is_organ_of_another(b, a);
}

std::vector<std::string> blocking_keys(const Bearer& bearer) {
  std::vector<std::string> keys;
  if (bearer.type == NodeType::official) {
    keys = blocking_keys(bearer.person);
  }
  const auto type = std::string(info(bearer.type).prefix) + "/";
  if (!bearer.entry.empty()) {
    keys.push_back(type + bearer.entry);
  }
  if (is_one_of_many(bearer)) {
    keys.push_back(slug_id(bearer));  // leads to none but one whose scope has the same hash
    return keys;
  }
  for (const auto& words : bearer.words) {
    keys.push_back(type + words);
  }
  return keys;
}

}  // namespace pressgraph
