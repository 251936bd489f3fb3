// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Names of bodies, events and instruments as their words, and those names that tell none apart.
namespace pressgraph {

/// The words of a body's or event's name, sorted, spelling evened out ("Defence", "Programme",
/// "U.S."), articles and prepositions left out: "Ministry of Defence" and "Defense Ministry" are
/// one.
std::string even_words(std::string_view name);

/// Whether a body of any country may have these words (of `even_words`) as its name.
bool are_common_words(const std::string& words);

/// Whether `name` is one that a body of any country may have: "Constitutional Court", "Ministry of
/// Tourism".
bool is_common_name(std::string_view name);

/// Whether `name` says what an instrument is and not which: "Memorandum of Understanding", "Free
/// Trade Agreement".
bool is_kind_of_instrument(std::string_view name);

}  // namespace pressgraph
