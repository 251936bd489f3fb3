// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

/// What may follow a cited number in its list: an adoption date, a place in the act, its subject,
/// and what leads on to the next number. All see normalised text (citation_window.hpp) that begins
/// right after the number; offsets count from there.
namespace pressgraph {

struct CitationTail {
  std::size_t date_end = 0;  ///< up to where an adoption date goes, 0 for none
  std::string_view locator;  ///< "para. 5", "annex II"; empty for none
  std::size_t end = 0;       ///< up to where all of it goes
};

/// Reads ", adopted on 12 December 2016", " of 17 September 1999, annex II".
CitationTail read_tail(std::string_view rest);

/// Where the next number begins after ", and ", " or ", ...; 0 where none follows.
std::size_t read_separator(std::string_view rest);

struct CitationTitle {
  std::string_view words;  ///< without "on"; empty for none, or one too long to be sure of
  std::size_t end = 0;
};

/// Reads ", on international law enforcement cooperation", ", entitled "...""; it ends before the
/// next number of a list, at a clause or at the end of `rest`.
CitationTitle read_title(std::string_view rest);

/// Where in `rest` a list goes on after a subject: at the next number that bears a year, a
/// session or "No.".
std::size_t read_over_subject(std::string_view rest);

/// The length of an item of a list that a scan has spoilt, "S71 (1985)"; 0 where `rest` begins with
/// none.
std::size_t read_unreadable(std::string_view rest);

/// "paragraph 5" at the end of the words before "of resolution ..."; empty for none.
std::string_view locator_before(std::string_view left);

}  // namespace pressgraph
