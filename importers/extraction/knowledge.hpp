// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "importers/extraction/boilerplate.hpp"
#include "importers/extraction/citations.hpp"
#include "importers/extraction/lexicons.hpp"
#include "importers/extraction/schemas.hpp"

namespace pressgraph {

/// schemas/ compiled: what extraction knows. Immutable after loading.
struct Knowledge : Lexicons {
  CitationGrammar citations;
  Boilerplate boilerplate;

  /// Throws Error that names file, entry and what is wrong.
  explicit Knowledge(std::span<const SchemaFile> files);

  /// The same where the lexicons among `files` are compiled already, as `lexicons`.
  Knowledge(std::span<const SchemaFile> files, Lexicons lexicons);

  [[nodiscard]] WordSet flags(const Token& token) const { return word_flags[token.word]; }
  /// The same of each of `tokens`.
  [[nodiscard]] std::vector<WordSet> flags_of(std::span<const Token> tokens) const;
  [[nodiscard]] bool has(const Token& token, WordSet bits) const {
    return (word_flags[token.word] & bits) != 0;
  }
  /// Whether the folded `word` is in the vocabulary with one of `bits`.
  [[nodiscard]] bool has_word(std::string_view word, WordSet bits) const {
    return (word_flags[vocabulary.find(word)] & bits) != 0;
  }
};

}  // namespace pressgraph
