// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// `name` as names are compared: folded to ASCII lower case, runs of anything but letters and
/// digits as one space, a leading article and honorifics left out.
std::string comparable_name(std::string_view name);

/// The words of `comparable_name`, each once, sorted.
std::vector<std::string> name_words(std::string_view name);

/// By what a store looks a name up: its words, and one for the name as a whole.
std::vector<std::string> name_keys(std::string_view name);

/// That of a name as a whole, given as `comparable_name` makes it.
std::string whole_name_key(std::string_view comparable);

/// Whether a key of `name_keys` is one of the words.
bool is_word(std::string_view key);

}  // namespace pressgraph
