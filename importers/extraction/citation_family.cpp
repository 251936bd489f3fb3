// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_family.hpp"

#include <algorithm>

#include "graph/error.hpp"
#include "importers/extraction/citation_text.hpp"
#include "importers/extraction/schema_tree.hpp"

namespace pressgraph {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), folded_letter);
  return result;
}

/// Reads one file into the schema; `place` is what messages begin with.
class Loader {
 public:
  Loader(CitationSchema& schema, const SchemaFile& file)
      : schema_(schema), path_(file.path), built_in_(file.built_in) {}

  void read(const SchemaValue& file) {
    each(file, "body", [this](const SchemaValue& row) { body(row); });
    each(file, "years", [this](const SchemaValue& row) { years(row); });
    each(file, "key", [this](const SchemaValue& row) { key(row); });
    append(file, "via_names", schema_.via_names);
    append(file, "back_words", schema_.back_words);
    append(file, "nouns", schema_.nouns);
    each(file, "family", [this](const SchemaValue& row) { family(row); });
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(path_ + ": " + (family_.empty() ? "" : "family '" + family_ + "': ") + what);
  }

  template <typename Visit>
  void each(const SchemaValue& table, std::string_view name, Visit visit) {
    for (const auto& row : table[name].items()) {
      if (!row.is_table()) {
        fail("'" + std::string(name) + "' holds something else, expected tables");
      }
      visit(row);
    }
  }

  void append(const SchemaValue& table, std::string_view name, std::vector<std::string>& to) {
    for (const auto& value : table[name].items()) {
      const auto text = value.text();
      if (!text) {
        fail("'" + std::string(name) + "' holds something else, expected strings");
      }
      to.push_back(lower(*text));
    }
  }

  std::string text(const SchemaValue& table, std::string_view name) {
    auto value = table[name].text_or({});
    if (value.empty()) {
      fail("'" + std::string(name) + "' is missing, expected a string");
    }
    return value;
  }

  void body(const SchemaValue& row) {
    const auto id = text(row, "id");
    std::vector<std::string> names;
    append(row, "names", names);
    for (const auto& name : names) {
      schema_.bodies.push_back({id, name, true});
    }
    std::vector<std::string> acronyms;
    append(row, "acronyms", acronyms);
    for (const auto& name : acronyms) {
      schema_.bodies.push_back({id, name, false});
    }
    append(row, "publishers", schema_.publishers[id]);
  }

  void years(const SchemaValue& row) {
    auto& table = schema_.years[text(row, "id")];
    for (const auto& range : row["ranges"].items()) {
      const auto& three = range.items();
      if (three.size() != 3) {
        fail("a range of years is wrong, expected [year, first, last]");
      }
      const auto at = [&](std::size_t i) {
        return static_cast<std::uint32_t>(three[i].number_or(0));
      };
      table.push_back({at(0), at(1), at(2)});
    }
  }

  void key(const SchemaValue& row) {
    std::vector<std::string> phrases;
    append(row, "phrases", phrases);
    for (const auto& phrase : phrases) {
      schema_.keys.push_back({phrase, row["plural"].truth_or(false), "", {}});
    }
  }

  CitationNeed need(const SchemaValue& row) {
    const auto value = row["context"].text_or("none");
    if (value == "none") {
      return CitationNeed::none;
    }
    if (value == "body") {
      return CitationNeed::body;
    }
    if (value != "publisher") {
      fail("context '" + value + "', expected none, body or publisher");
    }
    return CitationNeed::publisher;
  }

  static std::uint32_t number(const SchemaValue& row, std::string_view name,
                              std::uint32_t without) {
    return static_cast<std::uint32_t>(row[name].number_or(without));
  }

  void family(const SchemaValue& row) {
    family_.clear();
    CitationFamily family;
    family_ = family.id = text(row, "id");
    family.issuer = row["issuer"].text_or({});
    const auto type = node_type_named(text(row, "type"));
    if (!type) {
      fail("type '" + text(row, "type") + "', expected a node type");
    }
    family.type = *type;
    family.need = need(row);
    append(row, "keys", family.keys);
    family.link = row["link"].text_or({});
    family.years = row["years"].text_or({});
    family.bare_from = number(row, "bare_from", 1);
    family.from = number(row, "from", 0);
    family.to = number(row, "to", 9999);
    family.session_zero = number(row, "session_zero", 0);
    family.draft = row["draft"].truth_or(false);
    family.node = row["node"].truth_or(true);
    family.congress = row["congress"].truth_or(false);
    text(row, "source");
    const auto normal = text(row, "normal");
    each(row, "form", [&](const SchemaValue& form) { this->form(form, family, normal); });
    if (family.forms.empty()) {
      fail("it has no form, expected one or more");
    }
    bind_keys(row, family);
    schema_.families.push_back(std::move(family));
    family_.clear();
  }

  void form(const SchemaValue& row, CitationFamily& family, const std::string& normal) {
    CitationForm form;
    form.family = schema_.families.size();
    append(row, "starts", form.starts);
    std::vector<std::string> ends;
    append(row, "ends", ends);
    form.kind = !ends.empty()         ? CitationFormKind::suffix
                : form.starts.empty() ? CitationFormKind::item
                                      : CitationFormKind::symbol;
    if (!ends.empty()) {
      form.starts = ends;
    }
    form.needs_body = row["needs_body"].truth_or(false);
    form.holds = row["holds"].text_or({});
    append(row, "near", form.near);
    form.normal = row["normal"].text_or(normal);
    const bool tail = form.kind == CitationFormKind::suffix;
    // Of a suffix, what stands before its word: as a whole number, up to the word.
    const auto pattern = text(row, "pattern");
    form.pattern = std::make_unique<const CitationPattern>(
        tail ? "(?i:(?:^|[^0-9/.,])(" + pattern + ")$)" : "(?i:(" + pattern + "))");
    if (!built_in_) {
      check(pattern, form.pattern->get());
    }
    family.forms.push_back(schema_.forms.size());
    schema_.forms.push_back(std::move(form));
  }

  void check(const std::string& pattern, const RE2& compiled) const {
    if (!compiled.ok()) {
      fail("the pattern " + pattern + " does not compile: " + compiled.error());
    }
    if (compiled.NumberOfCapturingGroups() > 11) {
      fail("a pattern has more than 10 groups");
    }
  }

  /// Keywords of its own ("UNSCR", "UNSCRs") imply the body.
  void bind_keys(const SchemaValue& row, const CitationFamily& family) {
    const auto index = schema_.families.size();
    std::vector<std::string> own;
    append(row, "own_keys", own);
    for (const auto& phrase : own) {
      add_key(phrase, family.issuer, index);
    }
    for (const auto& phrase : family.keys) {
      add_key(phrase, "", index);
    }
  }

  void add_key(const std::string& phrase, const std::string& body, std::size_t family) {
    const auto found = std::ranges::find(schema_.keys, phrase, &CitationKey::phrase);
    if (found == schema_.keys.end()) {
      schema_.keys.push_back({phrase, phrase.ends_with('s'), body, {family}});
    } else {
      found->families.push_back(family);
      found->body = found->body.empty() ? body : found->body;
    }
  }

  CitationSchema& schema_;
  std::string path_;
  bool built_in_;
  std::string family_;
};

}  // namespace

void CitationPattern::compile() const {
  std::call_once(once_, [this] {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(1 << 20);
    pattern_.emplace(text_, options);
    for (const auto& [name, number] : pattern_->NamedCapturingGroups()) {
      groups_.emplace_back(name, number);
    }
  });
}

const RE2& CitationPattern::get() const {
  compile();
  return *pattern_;
}

const std::vector<std::pair<std::string, int>>& CitationPattern::groups() const {
  compile();
  return groups_;
}

std::optional<std::uint32_t> CitationSchema::year_of(const std::string& id, std::uint32_t n) const {
  const auto table = years.find(id);
  if (table == years.end()) {
    return std::nullopt;
  }
  const auto found = std::ranges::lower_bound(table->second, n, {}, &YearRange::last);
  if (found == table->second.end() || n < found->first) {
    return std::nullopt;
  }
  return found->year;
}

CitationSchema load_citation_schema(std::span<const SchemaFile> files) {
  CitationSchema schema;
  for (const auto& file : files) {
    if (!file.path.starts_with("citations/")) {
      continue;
    }
    const SchemaTree tree(file);
    Loader(schema, file).read(tree.root());
  }
  for (const auto& word : schema.back_words) {
    if (std::ranges::find(schema.keys, word, &CitationKey::phrase) == schema.keys.end()) {
      schema.keys.push_back({word, word.ends_with('s'), "", {}});
    }
  }
  const auto longer = [](const auto& a, const auto& b) { return a.size() > b.size(); };
  std::ranges::stable_sort(schema.bodies, longer, &CitationBody::name);
  std::ranges::stable_sort(schema.keys, longer, &CitationKey::phrase);
  return schema;
}

}  // namespace pressgraph
