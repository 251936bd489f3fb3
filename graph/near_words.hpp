// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

/// What is spelled nearly as a word that a store does not have.
namespace pressgraph {

/// Each three bytes in a row of a text, once, sorted.
using Trigrams = std::vector<std::uint32_t>;

Trigrams trigrams(std::string_view text);

/// How much two texts share, of 0 to 1.
double likeness(const Trigrams& a, const Trigrams& b);

/// The words of the store's names that begin as `word` does and are spelled most like it, at most
/// six, the likest first. Reads all that begin so.
std::vector<std::string> near_words(sqlite3* database, std::string_view word);

}  // namespace pressgraph
