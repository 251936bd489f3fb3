// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "importers/extraction/schemas.hpp"

/// The citation grammar: finds numbered acts and documents by the families of schemas/citations/.
namespace pressgraph {

/// How sure the grammar is which act is meant.
enum class CitationStatus : std::uint8_t {
  resolved,
  inferred_year,  ///< the year is not in the text but in the number-to-year table
  ambiguous,      ///< two readings remain: a year that is not the number's, without a body
  unresolved      ///< no such act is known yet: a number or year after the release's own
};

/// "resolved", "inferred-year", "ambiguous", "unresolved".
std::string_view to_string(CitationStatus status);

/// One cited item; a list of items gives one each.
struct Citation {
  std::string family;                    ///< "un-sc-res"
  NodeType type = NodeType::resolution;  ///< resolution, instrument, agency ("1540 Committee") or
                                         ///< release (a press symbol)
  std::string normal_form;  ///< "S/RES/2322 (2016)"; "S/RES/2322" where no year is known
  std::string link;         ///< public address, or empty
  std::string body;  ///< authority id of the issuing body, "un-sc"; empty where the family has none
  std::string locator;  ///< "para. 5", "annex II"; empty where none
  std::string
      title;   ///< "on international law enforcement ..." after it, without "on"; empty where none
  Span item;   ///< the item itself: "1624 (2005)" in a list, the symbol, or the back reference's
               ///< words
  Span group;  ///< the whole construction with body and keyword: equals `item` for a symbol
  Span date;   ///< ", adopted on 12 December 2016" after it: the act's date, no event's; else (0,0)
  Span body_words;  ///< "Security Council" where the body is written out in words; empty (0,0)
                    ///< otherwise
  CitationStatus status = CitationStatus::resolved;
  std::string rule;        ///< family and form: "un-sc-res/long", ".../list", ".../back-reference"
  bool draft = false;      ///< a draft is no adopted act
  bool via_name = false;   ///< the number stands in the name of a body ("1540 Committee")
  bool node = true;        ///< false: recognised, but neither act nor instrument (a court's case)
  std::uint32_t year = 0;  ///< of its adoption, where text or table tell it; 0: unknown
  std::uint32_t congress = 0;  ///< of the United States, for an act that each numbers anew; 0: none
  bool back = false;           ///< a back reference: `item` is "the resolution"'s noun
};

struct CitationContext {
  std::string_view
      publisher;          ///< as the release names it; decides "the Council's resolution 35/34"
  std::string_view date;  ///< ISO; nothing later can be cited
};

class CitationGrammar {
 public:
  /// Compiles the families in the `citations/*.toml` among `files`. Throws Error that names file
  /// and family for a pattern that does not compile or a field that is wrong.
  explicit CitationGrammar(std::span<const SchemaFile> files);

  CitationGrammar(const CitationGrammar&) = delete;
  CitationGrammar& operator=(const CitationGrammar&) = delete;
  CitationGrammar(CitationGrammar&&) noexcept;
  CitationGrammar& operator=(CitationGrammar&&) noexcept;
  ~CitationGrammar();

  /// All citations in `text` by position, back references ("the resolution's provisions") included
  /// where one candidate remains. `sentences` are spans of `text` in order; nothing reaches over
  /// one's end. Linear.
  [[nodiscard]] std::vector<Citation> find(std::string_view text, std::span<const Span> sentences,
                                           const CitationContext& context) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace pressgraph
