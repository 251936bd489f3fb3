// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The form in which a release's text is stored; every offset refers to it.
namespace pressgraph {

/// `text` (valid UTF-8) with blanks of every kind as spaces, ligatures as letters, what cannot be
/// seen left out, characters of windows-1252 in the place of C1 controls, and UTF-8 that was taken
/// for windows-1252 ("â€™") read as what it was. Blank lines at both ends go; of several in a row
/// one stays.
std::string plain_text(std::string_view text);

/// How many characters `plain_text` has so repaired in this process, on all its threads.
std::uint64_t repaired_characters();

/// Where the lines of a text may be broken.
enum class Breaks : std::uint8_t {
  written,  ///< where its author broke them, or a program to fit a width
  printed,  ///< where each line of a page ends, but for words that were parted there
};

/// `text` with the lines joined that were broken to fit a width. Left as it is where its lines do
/// not look filled.
std::string joined_lines(std::string text, Breaks breaks = Breaks::written);

/// Takes the title off the start of `text` where it stands there as a line of its own, however
/// often: case and punctuation do not count, nor what follows a bar in the title.
void drop_repeated_title(std::string& text, std::string_view title);

}  // namespace pressgraph
