// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/analysis.hpp"

/// What a name says besides itself: names in it, and whether it is a place.
namespace pressgraph {

struct Title;

/// The rule of a mention that turned out to name nothing: it gets no node.
constexpr std::string_view names_nothing = "names-nothing";

/// Settles by one mention what others are: a programme that acts is an agency wherever it is named,
/// a word that a person bears is no place, a headline's phrase is no name.
void tidy_names(Analysis& analysis);

/// Gives titles without a name ("the President of Latvia") to the one who alone is titled so.
/// REQUIRES: names are resolved.
void resolve_unnamed_posts(Analysis& analysis);

/// Whether `letter` stands for the word at `i`: its first one, or "2" for "Two".
bool is_initial_of(const Analysis& analysis, std::uint32_t i, char letter);

/// Whether `letters` are the initials of the words with capitals in `words`.
bool are_initials_of(const Analysis& analysis, Range words, std::string_view letters);

/// Adds the agencies and countries named inside the agency `outer` of `analysis.names`.
void add_inner_names(Analysis& analysis, int outer);

/// The place that no list has and that begins at `i`, told by the words around it: "in Ostrivka",
/// "the village of Ostrivka", "Ostrivka, Latvia". An empty range where there is none.
NameMention read_unlisted_place(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// An instrument named in quotes beside what it is: "the 'Clean Harrow' programme", "the law “On
/// Ports”". The quotes are no part of its range.
NameMention read_quoted_instrument(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// An order whose subject is written small: "Executive Order on measures to ensure security".
NameMention read_order(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// An instrument that somebody signs, all of it written small: "signed a visa waiver agreement",
/// read from the article at `i`.
NameMention read_signed_instrument(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// A proper name and a head written small: "the Dayton accords", "the Arkell report".
NameMention read_small_instrument(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// Whether what was said and its verb stand before `name` and a comma behind it, and no list has
/// its first word: "It holds, said Bao Sun, team leader".
bool is_quoted_speaker(const Analysis& analysis, Range name);

/// Whether `name`, which no title makes a person's, is one: by a given name or initial in it, or
/// by what stands after it ("X said", "X, Director", "X (Japan)"). A namesake's prize is none.
bool is_person(const Analysis& analysis, Range name, std::uint32_t end);

/// The official `name` of `analysis.names`, who has a title, with what of it is his own: not the
/// post of who stands before him, nor a headline's verb. His name alone where nothing is.
Range form_with_title(const Analysis& analysis, std::size_t name);

/// Whether the word at `at`, which stands alone behind `title`, is nobody's name: "leader of the
/// New England LCN", "the Governors Island Agreement", "the Research Partner Award".
bool is_no_surname(const Analysis& analysis, const Title& title, std::uint32_t at);

/// Whether the post that begins at `first` is a relative's of whom it stands before: "wife of the
/// President of Latvia X". "The wife of President X" names the President.
bool is_of_relative(const Analysis& analysis, std::uint32_t first);

/// Whether the name that begins at `i` goes on a list whose last item is the last name found, a
/// person's.
bool is_next_person(const Analysis& analysis, std::uint32_t i);

/// Whether the agency named at `range` is there the building where something takes place: "met at
/// the Ministry of Transport".
bool is_venue(const Analysis& analysis, Range range);

}  // namespace pressgraph
