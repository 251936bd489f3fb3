// SPDX-License-Identifier: Apache-2.0
// When two officials of a name are one: by their names, their posts, and the years between.
#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "graph/bearer_parts.hpp"
#include "graph/identity.hpp"
#include "graph/shown_ids.hpp"

namespace pressgraph {
namespace {

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

std::string of_both(const Bearer& a, const Bearer& b, NameLikeness likeness) {
  return std::string(description(likeness)) + "; of " + list(a.context) + " and of " +
         list(b.context);
}

std::optional<Link> link_of_excluded(const Bearer& a, const Bearer& b, NameLikeness likeness) {
  if (likeness != NameLikeness::same) {
    return std::nullopt;
  }
  return Link{Strength::apart, of_both(a, b, likeness)};
}

// Of countries and bodies that neither share nor exclude each other.
std::optional<Link> link_of_others(const Bearer& a, const Bearer& b, NameLikeness likeness) {
  if (likeness >= NameLikeness::initials) {
    return std::nullopt;
  }
  const bool one_house = share_house(a, b) && !are_far_apart(a, b);
  return Link{one_house ? Strength::body : Strength::candidate, of_both(a, b, likeness)};
}

// Of one of them at least no post is told.
std::optional<Link> link_of_postless(const Bearer& a, const Bearer& b, NameLikeness likeness) {
  if (likeness == NameLikeness::family) {
    return std::nullopt;
  }
  const bool has_post = !a.context.empty() || !b.context.empty();
  const bool written_so = likeness == NameLikeness::same || likeness == NameLikeness::order ||
                          likeness == NameLikeness::middle;
  const bool one = written_so && has_post && !are_far_apart(a, b);
  return Link{one ? Strength::only_one : Strength::candidate,
              std::string(description(likeness)) + "; no post is told of one of them"};
}

}  // namespace

std::optional<Link> link_officials(const Bearer& a, const Bearer& b) {
  const auto alike = likeness(a.person, b.person);
  if (alike == NameLikeness::none) {
    return std::nullopt;
  }
  if (share(a.context, b.context)) {
    return link_of_countrymen(a, b, alike);
  }
  if (exclude_each_other(a, b)) {
    return link_of_excluded(a, b, alike);
  }
  if (!a.context.empty() && !b.context.empty()) {
    return link_of_others(a, b, alike);
  }
  if (a.context.empty() && b.context.empty() && slug_id(a) == slug_id(b)) {
    return link_of_namesakes(a, b);
  }
  return link_of_postless(a, b, alike);
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

bool are_told_apart_by_posts(const Bearer& a, const Bearer& b) {
  return a.type == NodeType::official && !a.context.empty() && share(a.context, b.context) &&
         are_far_apart(a, b);
}

}  // namespace pressgraph
