// SPDX-License-Identifier: Apache-2.0
// When two bearers of a name are one. Nothing here knows the store: a pure function of two values.
#include "graph/bearer.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <tuple>
#include <utility>

#include "graph/calendar_days.hpp"
#include "graph/country_names.hpp"
#include "graph/even_names.hpp"
#include "graph/identity.hpp"
#include "graph/shown_ids.hpp"

namespace pressgraph {
namespace {

std::string_view value(const Bearer& bearer, std::string_view name) {
  return attribute(bearer.attributes, name);
}

bool differ(std::string_view a, std::string_view b) {
  return !a.empty() && !b.empty() && a != b;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(
      a, [&b](const std::string& word) { return std::ranges::find(b, word) != b.end(); });
}

bool is_country(const std::string& place) {
  return place.size() == 3 &&
         std::ranges::all_of(place, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool of_countries(const Bearer& bearer) {
  return !bearer.context.empty() && std::ranges::all_of(bearer.context, is_country);
}

// "un" of "un-sc": an organ and its organisation are one house.
std::string house(const std::string& body) {
  return body.substr(0, body.find('-'));
}

bool share_house(const Bearer& a, const Bearer& b) {
  return std::ranges::any_of(a.context, [&](const std::string& body) {
    return std::ranges::any_of(
        b.context, [&](const std::string& other) { return house(other) == house(body); });
  });
}

std::string list(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : ", ") + word;
  }
  return all;
}

std::vector<std::string> common(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

// ---- officials ----

// At least so many years lie between what is told of the two; 0 where one is undated.
int years_between(const Bearer& a, const Bearer& b) {
  if (a.year == 0 || b.year == 0) {
    return 0;
  }
  const auto& [earlier, later] = a.year < b.year ? std::tie(a, b) : std::tie(b, a);
  return std::max(0, later.year - std::max(earlier.year, earlier.last_year));
}

// "Ben Wagner" and "Benjamin B. Wagner": both the form of the given name and a middle name.
bool differ_twice(const PersonName& a, const PersonName& b) {
  return a.words.size() != b.words.size() && a.words.front() != b.words.front();
}

// Whether so many that a name alone, full or not, makes none one.
bool are_far_apart(const Bearer& a, const Bearer& b) {
  const bool family = a.person.words.size() < 2 || b.person.words.size() < 2 ||
                      likeness(a.person, b.person) == NameLikeness::form;
  const bool one_post = a.context.empty() != b.context.empty();
  const auto most = differ_twice(a.person, b.person) ? years_of_one_changed_name
                    : family                         ? years_of_one_family_name
                    : one_post                       ? years_of_one_post
                                                     : years_of_one_name;
  return years_between(a, b) > most;
}

std::string apart_in_words(int years) {
  return ", " + std::to_string(years) + (years == 1 ? " year" : " years") + " apart";
}

std::optional<Link> link_of_countrymen(const Bearer& a, const Bearer& b, NameLikeness likeness) {
  const auto reason =
      std::string(description(likeness)) + "; both of " + list(common(a.context, b.context));
  const bool whole = likeness < NameLikeness::initials;
  if (are_far_apart(a, b)) {
    if (const auto posts = common(a.titles, b.titles); whole && !posts.empty()) {
      return Link{Strength::sure, reason + ", each " + posts.front()};
    }
    return likeness == NameLikeness::family
               ? std::nullopt
               : std::optional(Link{Strength::candidate,
                                    reason + apart_in_words(years_between(a, b)) + " or more"});
  }
  const bool both_dated = (a.year == 0) == (b.year == 0);
  return Link{whole && both_dated ? Strength::sure : Strength::only_one, reason};
}

// Nothing but when they were told of says whether two of one name and no post are one.
Link link_of_namesakes(const Bearer& a, const Bearer& b) {
  const auto years = std::abs(a.year - b.year);
  const auto told = std::string(description(NameLikeness::same)) + "; no post is told of either";
  if (a.year == 0 || b.year == 0) {
    return {Strength::only_one, told};
  }
  const auto most = a.person.words.size() < 2 ? years_of_one_family_name : years_of_one_name;
  return {years <= most ? Strength::sure : Strength::candidate, told + apart_in_words(years)};
}

std::optional<Link> link_officials(const Bearer& a, const Bearer& b) {
  const auto alike = likeness(a.person, b.person);
  if (alike == NameLikeness::none) {
    return std::nullopt;
  }
  const bool whole = alike < NameLikeness::initials;
  const auto named = std::string(description(alike));
  if (share(a.context, b.context)) {
    return link_of_countrymen(a, b, alike);
  }
  if (exclude_each_other(a, b)) {
    return alike == NameLikeness::same
               ? std::optional(Link{Strength::apart, named + "; of " + list(a.context) +
                                                         " and of " + list(b.context)})
               : std::nullopt;
  }
  if (!a.context.empty() && !b.context.empty()) {
    const bool one_house = share_house(a, b) && !are_far_apart(a, b);
    const auto strength = one_house && whole ? Strength::body : Strength::candidate;
    return whole ? std::optional(Link{
                       strength, named + "; of " + list(a.context) + " and of " + list(b.context)})
                 : std::nullopt;
  }
  const bool has_post = !a.context.empty() || !b.context.empty();
  if (!has_post && slug_id(a) == slug_id(b)) {
    return link_of_namesakes(a, b);
  }
  if (alike == NameLikeness::family) {
    return std::nullopt;
  }
  const bool written_so =
      alike == NameLikeness::same || alike == NameLikeness::order || alike == NameLikeness::middle;
  const bool one = written_so && has_post && !are_far_apart(a, b);
  return Link{one ? Strength::only_one : Strength::candidate,
              named + "; no post is told of one of them"};
}

int fullness_of_official(const Bearer& bearer) {
  const auto& words = bearer.person.words;
  if (words.size() < 2) {
    return 0;
  }
  if (words.front().size() == 1) {
    return 1;
  }
  // Who is dated stands for who is not, and who has a post for who has none.
  return (bearer.context.empty() ? 1 : 3) + (bearer.year == 0 ? 0 : 1);
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

std::int64_t block_key(std::string_view key) {
  constexpr unsigned spare = 17;
  return static_cast<std::int64_t>(hash64(key) >> spare);
}

bool is_merged(NodeType type) {
  return type == NodeType::official || type == NodeType::agency || type == NodeType::event ||
         type == NodeType::place || type == NodeType::instrument;
}

bool are_told_apart_by_posts(const Bearer& a, const Bearer& b) {
  return a.type == NodeType::official && !a.context.empty() && share(a.context, b.context) &&
         are_far_apart(a, b);
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
