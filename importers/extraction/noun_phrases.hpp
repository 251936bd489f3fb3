// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "importers/extraction/analysis.hpp"

/// Capitalised noun phrases, read by their head noun: what "Baltic Marine Institute for Coastal
/// Research" names.
namespace pressgraph {

struct NounPhrase {
  NodeType type = NodeType::agency;
  Range range;
  std::uint32_t head = 0;  ///< token of the head noun
};

/// The phrase that begins at token `i` and ends by `end`, if a known head noun makes one.
std::optional<NounPhrase> read_noun_phrase(const Analysis& analysis, std::uint32_t i,
                                           std::uint32_t end);

/// The unit that `body` owns, the last of a chain: of "the Directorate (ABC)'s Information Office"
/// it is the office; `body` itself where no agency follows a possessive ending.
Range owned_unit(const Analysis& analysis, Range body, std::uint32_t end);

/// Where the run of capitalised words that begins at `i` ends.
std::uint32_t end_of_capitals(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// One past the person's name that begins at `i`, or `i` where none does. After a title one word is
/// enough, and a common word may be a surname; otherwise a given name or two words of no other
/// meaning are wanted.
std::uint32_t end_of_person(const Analysis& analysis, std::uint32_t i, std::uint32_t end,
                            bool titled);

/// A title before a name: honorifics, ranks, and a post with its body.
struct Title {
  std::uint32_t last = 0;  ///< one past it
  bool post = false;       ///< holds a post, not honorifics alone
  Range post_range;
  Gender gender = Gender::unknown;
  bool former = false;
  bool future = false;
  bool plural = false;        ///< "Senators": more names may follow
  std::vector<Range> bodies;  ///< names of agencies or countries in it, demonyms too
  std::vector<Range> others;  ///< what else it names: where an ambassador goes, a mayor's city
};

constexpr std::uint32_t longest_title = 40;  ///< tokens

/// What makes a title, one of which begins somewhere in it.
constexpr KindSet title_kinds = set_of(Kind::post) | set_of(Kind::honorific) | set_of(Kind::rank);

/// The title that begins at `i`; `last == i` where none does.
Title read_title(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// What the word at `i` counts: 2 of "Two"; 0 where it is no number from "one" to "nine".
unsigned cardinal_at(const Analysis& analysis, std::uint32_t i);

/// The dash of "EU-Ukraine Council": a hyphen that touches a capital on either side.
bool ties_names(const Analysis& analysis, std::uint32_t i);

}  // namespace pressgraph
