// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"

/// A release as extraction sees it: title and text in one buffer, cut into tokens and sentences.
/// Token offsets are bytes of the buffer; `mention_of` takes them back to the release's own fields,
/// so that nothing is ever searched in a normalised copy.
namespace pressgraph {

class PhraseTrie;
class Vocabulary;

enum TokenFlag : std::uint16_t {
  token_capital = 1U << 0U,         ///< a word whose first letter is upper case
  token_all_caps = 1U << 1U,        ///< two letters or more, none lower case
  token_digit = 1U << 2U,           ///< starts with a digit
  token_punctuation = 1U << 3U,     ///< one character of punctuation
  token_paragraph = 1U << 4U,       ///< first of its paragraph
  token_line = 1U << 5U,            ///< first of its line
  token_space = 1U << 6U,           ///< white space stands before it
  token_dot = 1U << 7U,             ///< an abbreviation or initial that ends in a full stop
  token_possessive = 1U << 8U,      ///< the "'s" or "'" after a name
  token_sentence = 1U << 9U,        ///< first of its sentence
  token_initial = 1U << 10U,        ///< "J." or "M.L.A.M."
  token_inner_capital = 1U << 11U,  ///< written small, with a capital after a hyphen: "al-Sudani"
  token_compound = 1U << 12U        ///< a capital word made an adjective: "Iran-based", "House-led"
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t word = 0;  ///< index in the Vocabulary; 0 where it is not there
  std::uint16_t flags = 0;
  char punctuation = 0;  ///< folded: '"' for every double quote, '-' for dashes, '(' , ',' ...; '"'
                         ///< opening is '<', closing '>'

  [[nodiscard]] bool is(TokenFlag flag) const { return (flags & flag) != 0; }
};

/// A half-open range of tokens.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  auto operator<=>(const Range&) const = default;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] std::uint32_t size() const { return last - first; }
  [[nodiscard]] bool covers(Range other) const {
    return first <= other.first && other.last <= last;
  }
  [[nodiscard]] bool overlaps(Range other) const {
    return first < other.last && other.first < last;
  }
};

/// Tokens. What goes on without a stop is cut into sentences of so many: an edge keeps its sentence
/// as evidence, so that sentences of any length would make the output quadratic.
constexpr std::uint32_t longest_sentence = 1000;

struct Document {
  std::string buffer;      ///< title, a blank line, text
  std::uint32_t body = 0;  ///< where the text begins in `buffer`
  std::vector<Token> tokens;
  std::vector<Range> sentences;            ///< of tokens, in order; the title's first
  std::vector<std::uint32_t> sentence_of;  ///< by token
  Range dateline;  ///< "GENEVA, 4 May (ABC) –" before the first sentence; a sentence of its own
  /// By sentence: the title, or a line of its own in capitals, where a capital tells little.
  std::vector<bool> headings;

  [[nodiscard]] std::string_view text(Range range) const {
    const auto span = bytes(range);
    return {buffer.data() + span.begin, span.end - span.begin};
  }
  [[nodiscard]] std::string_view text(std::uint32_t token) const {
    const auto& one = tokens[token];
    return {buffer.data() + one.begin, one.end - one.begin};
  }
  [[nodiscard]] Span bytes(Range range) const {
    return range.empty() ? Span{} : Span{tokens[range.first].begin, tokens[range.last - 1].end};
  }

  /// Field and span in that field. REQUIRES: `bytes` does not reach over the end of the title.
  [[nodiscard]] Mention mention_of(Span bytes) const;
};

/// Tokens and sentences of `release`, but none of what is `left_out` of its text (sorted). Linear
/// in its length.
Document read_document(const Release& release, const std::vector<MarkedSpan>& left_out,
                       const Vocabulary& vocabulary, const PhraseTrie& phrases);

/// Tokens of `text` alone, for lexicon entries. No sentence or paragraph flags.
std::vector<Token> tokenize(std::string_view text, const Vocabulary& vocabulary);

}  // namespace pressgraph
