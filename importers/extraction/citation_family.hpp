// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "graph/schema.hpp"
#include "importers/extraction/schemas.hpp"

/// The families of schemas/citations/ as values: what triggers them, what they match, what they
/// make of it. Patterns see normalised text: one space for any white space, "-" for any dash, "'"
/// for any apostrophe.
namespace pressgraph {

/// When a number alone ("35/34") may belong to the family.
enum class CitationNeed : std::uint8_t { none, body, publisher };

enum class CitationFormKind : std::uint8_t {
  item,    ///< after a keyword, or in a list after one: "2322 (2016)"
  symbol,  ///< stands alone, found by how it starts: "S/RES/2322"
  suffix   ///< found by the word that ends it: "1540 Committee"
};

/// A pattern that is compiled when it is first asked for: a run meets few of the families, and
/// compiling them all would be a seventh of its start-up. Any number of threads may ask.
class CitationPattern {
 public:
  explicit CitationPattern(std::string text) : text_(std::move(text)) {}

  /// The compiled pattern; `ok()` is false where it has a mistake.
  [[nodiscard]] const RE2& get() const;
  /// Its named groups with their numbers, by name.
  [[nodiscard]] const std::vector<std::pair<std::string, int>>& groups() const;

 private:
  void compile() const;

  std::string text_;
  mutable std::once_flag once_;
  mutable std::optional<RE2> pattern_;
  mutable std::vector<std::pair<std::string, int>> groups_;
};

struct CitationForm {
  std::size_t family = 0;
  CitationFormKind kind = CitationFormKind::item;
  std::unique_ptr<const CitationPattern> pattern;
  std::vector<std::string> starts;  ///< lower case; of a suffix form, the words that end it
  std::string normal;               ///< template, "S/RES/{n}[ ({y})]"
  bool needs_body = false;          ///< counts only where the sentence names the body
  std::string holds;                ///< of an item: what it holds early, told before its pattern
  std::vector<std::string> near;    ///< lower case; counts only where one of them stands near
};

struct CitationFamily {
  std::string id;
  std::string issuer;
  NodeType type = NodeType::resolution;
  CitationNeed need = CitationNeed::none;
  std::vector<std::string> keys;  ///< lower case: "resolution"
  std::string link;               ///< template
  std::string years;              ///< id of a number-to-year table
  std::uint32_t bare_from = 1;    ///< the least number that may stand without year and body
  std::uint32_t from = 0;         ///< the first and the last year that group `y` may hold
  std::uint32_t to = 9999;
  std::uint32_t session_zero = 0;  ///< the year before that of the first session, group `s`
  bool draft = false;              ///< its documents are drafts
  bool node = true;                ///< false: found, but no act or instrument
  bool congress = false;           ///< numbered anew by each United States Congress
  std::vector<std::size_t> forms;
};

/// A body as texts name it before or after a keyword.
struct CitationBody {
  std::string id;
  std::string name;    ///< lower case
  bool words = false;  ///< written out, and not an acronym
};

struct YearRange {
  std::uint32_t year = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// A keyword and the families whose numbers may follow it.
struct CitationKey {
  std::string phrase;  ///< lower case
  bool plural = false;
  std::string body;  ///< set where the keyword implies it: "UNSCR"
  std::vector<std::size_t> families;
};

struct CitationSchema {
  std::vector<CitationFamily> families;
  std::vector<CitationForm> forms;
  std::vector<CitationKey> keys;                               ///< longest first
  std::vector<CitationBody> bodies;                            ///< longest name first
  std::map<std::string, std::vector<std::string>> publishers;  ///< body id -> parts of names
  std::map<std::string, std::vector<YearRange>> years;
  std::vector<std::string> via_names;   ///< lower case: "committee pursuant to"
  std::vector<std::string> nouns;       ///< lower case: after "image", "resolution" is no act
  std::vector<std::string> back_words;  ///< lower case: what points back, "resolution"

  /// The year of number `n` by table `id`.
  [[nodiscard]] std::optional<std::uint32_t> year_of(const std::string& id, std::uint32_t n) const;
};

/// Reads `citations/*.toml` among `files`. Throws Error that names file and family.
CitationSchema load_citation_schema(std::span<const SchemaFile> files);

}  // namespace pressgraph
