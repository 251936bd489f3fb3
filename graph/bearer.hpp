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
  int year = 0;  ///< of an official of whom no post is told: when that was; 0 where not known
  std::uint64_t releases = 0;  ///< that speak and name it
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

/// Officials of one name, of whom no post is told, are one where no more years lie between: of one
/// full name, which few have, and of a family name alone.
constexpr int years_of_one_name = 15;
constexpr int years_of_one_family_name = 5;

/// Fills what `names`, `attributes` and `context` imply.
void prepare(Bearer& bearer);

/// How `a` and `b`, of one type, belong together, or none. Symmetric.
std::optional<Link> link(const Bearer& a, const Bearer& b);

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
