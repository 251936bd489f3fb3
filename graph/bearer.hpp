// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "graph/name_numbers.hpp"
#include "graph/person_names.hpp"

namespace pressgraph {

/// Who bears a name in one or more releases that tell him by the same name and the same context:
/// what is merged, or kept apart, across releases. Its values do not depend on what else there is.
struct Bearer {
  std::string key;  ///< unique, never changes; "official/ilse-berg~NOR"
  NodeType type = NodeType::agency;
  std::vector<std::string> names;     ///< full names, sorted; no "the Ministry"
  std::vector<Attribute> attributes;  ///< authority, country, ordinal, start, end, place, ...
  std::vector<std::string> context;   ///< of an official: countries of posts, else bodies; sorted
  int year = 0;       ///< of an official: when he was told of, as far as the key says; or 0
  int last_year = 0;  ///< the last of those years, where a post is told
  std::uint64_t releases = 0;       ///< that speak and name it
  std::vector<std::string> titles;  ///< of an official: his posts, where they are asked for
  std::string entry;  ///< IRI of the one entry of the user's own list that has its name, or empty

  // Made of the above by `prepare`.
  PersonName person;
  std::vector<std::string> words;  ///< each name as its sorted words, spelling evened out; sorted
  NameNumbers numbers;             ///< of a body's, place's or event's names
  int fullness = 0;  ///< how much it tells: an authority's entry 3, a bare family name 0
};

/// How sure a link between two bearers is. Those from `only_one` on merge.
enum class Strength : std::uint8_t {
  apart,      ///< one name, two things: other countries, other dates
  candidate,  ///< perhaps one; for a reader to judge
  only_one,   ///< one, where the fuller has no rival
  body,       ///< one, by name and a body that both belong to, where it has no rival
  sure,       ///< one
  judged      ///< one: a reader said so
};

struct Link {
  Strength strength = Strength::candidate;
  std::string reason;  ///< "another spelling of the name; both of UKR"
};

/// Events of one name that so many days lie between may be one.
constexpr long days_of_one_event = 3;

/// Officials of one name, of whom no post is told or posts of one country, are one where no more
/// years lie between: of one full name, which few have; where a post of one of them alone is told;
/// of a family name alone, or where the given name is told in another form; and where both the
/// form of the given name and a middle name differ.
constexpr int years_of_one_name = 15;
constexpr int years_of_one_post = 10;
constexpr int years_of_one_family_name = 5;
constexpr int years_of_one_changed_name = 2;

/// Fills what `names`, `attributes` and `context` imply.
void prepare(Bearer& bearer);

/// How `a` and `b`, of one type, belong together, or none. Symmetric.
std::optional<Link> link(const Bearer& a, const Bearer& b);

/// Whether both are officials whom nothing but their posts (`titles`) may make one: of one name and
/// so many years apart that it may be another's.
bool are_told_apart_by_posts(const Bearer& a, const Bearer& b);

/// Whether nothing but its release tells which body this is: no two such are compared.
bool is_of_a_release(const Bearer& bearer);

/// Whether they can never be one: other countries, other authority entries, other dates.
bool exclude_each_other(const Bearer& a, const Bearer& b);

/// Any two bearers with a link share one of these.
std::vector<std::string> blocking_keys(const Bearer& bearer);

/// A blocking key as a store writes it, 47 bits of its hash: two keys may have one, which costs a
/// comparison.
std::int64_t block_key(std::string_view key);

/// Whether bearers of this type are ever merged.
bool is_merged(NodeType type);

}  // namespace pressgraph
