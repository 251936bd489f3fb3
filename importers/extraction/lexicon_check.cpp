// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/lexicon_check.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "graph/error.hpp"
#include "graph/former_names.hpp"
#include "graph/schema.hpp"

namespace pressgraph {
namespace {

/// What a table may hold: a text; with "*" a list of texts; with "?" true or false; with "!" a text
/// that must be there; with "=" tables.
struct TableRule {
  std::string_view file;   ///< without folder and ending
  std::string_view table;  ///< empty: the file itself
  std::string_view fields;
};

constexpr std::array<TableRule, 31> rules{{
    {"bodies", "", "body= example="},
    {"bodies", "body",
     "id! name! aliases* translations* acronyms* former* short* parent country kind! ambiguous?"},
    {"countries", "", "country= example="},
    {"countries", "country",
     "id! name! aliases* former* demonyms* capital alias_ambiguous* ambiguous?"},
    {"events", "", "class= weak= plain= modifiers= others= special= talks= example="},
    {"events", "class", "id! heads* coded?"},
    {"events", "weak", "heads*"},
    {"events", "plain", "heads*"},
    {"events", "modifiers", "words*"},
    {"events", "others", "words*"},
    {"events", "special", "words* regular*"},
    {"events", "talks", "heads*"},
    {"given_names", "", "male* female* unisex* ambiguous* example="},
    {"heads", "",
     "agency* agency_alone* agency_called* agency_class* agency_of* agency_parent* agency_room* "
     "agency_seat* "
     "agency_seated* agency_short* agency_weak* award* company* generic* instrument* "
     "instrument_on* "
     "instrument_private* instrument_signed* "
     "programme_of_state* instrument_unnamed* instrument_small* instrument_field* instrument_idea* "
     "instrument_small_kind* instrument_weak* "
     "organ* place* "
     "place_area* "
     "place_first* place_process* "
     "carrier* place_facility* place_plant* programme* vessel* example="},
    {"instruments", "", "instrument= example="},
    {"instruments", "instrument", "name! aliases* symbol ambiguous?"},
    {"places", "", "place= example="},
    {"places", "place", "name! aliases* kind! country code ambiguous?"},
    {"titles", "",
     "honorific* honorific_m* honorific_f* ranks* post_heads* post_modifiers* post_former* "
     "post_future* post_after* particles* suffixes* adverbs* staff* state_posts* "
     "province_posts* roles* "
     "professions* "
     "persons* relatives* forces* chiefs* chief_posts* example="},
    {"verbs", "",
     "verb= collective= groups= speeches= quoting= circumstances= partners= takes_place= cues= "
     "example="},
    {"verbs", "verb",
     "frame! relation class noun forms* with* says? companion? speech? opens? audience? helps? "
     "gathers? stays? guest?"},
    {"verbs", "collective", "words*"},
    {"verbs", "groups", "words*"},
    {"verbs", "speeches", "words* given*"},
    {"verbs", "quoting", "words*"},
    {"verbs", "circumstances", "words*"},
    {"verbs", "partners", "words*"},
    {"verbs", "takes_place", "words*"},
    {"verbs", "cues", "negation* scheduled* planned* hypothetical* repeated*"},
    {"words", "", "common example="},
    {"", "example", "text! finds= finds_no="},
}};

std::vector<std::string_view> parts_of(std::string_view fields) {
  std::vector<std::string_view> parts;
  while (!fields.empty()) {
    const auto end = std::min(fields.find(' '), fields.size());
    parts.push_back(fields.substr(0, end));
    fields.remove_prefix(std::min(end + 1, fields.size()));
  }
  return parts;
}

std::string_view bare(std::string_view part) {
  constexpr std::string_view kinds = "*?!=";
  return part.substr(0, part.find_first_of(kinds));
}

const TableRule* rule_of(std::string_view file, std::string_view table) {
  const auto* const found = std::ranges::find_if(rules, [&](const TableRule& rule) {
    return rule.table == table && (rule.file == file || rule.file.empty());
  });
  return found == rules.end() ? nullptr : found;
}

class Check {
 public:
  Check(const SchemaFile& file, std::string_view name) : path_(file.path), name_(name) {}

  void table(const toml::table& table, const TableRule& rule) {
    const auto parts = parts_of(rule.fields);
    for (const auto& [key, value] : table) {
      const auto part = std::ranges::find(parts, key.str(), bare);
      if (part == parts.end()) {
        fail(value, "unknown field \"" + std::string(key.str()) + "\"",
             "one of " + listed(parts) + in(rule));
      }
      field(key.str(), value, part->back());
    }
    for (const auto part : parts) {
      if (part.ends_with('!') && !table.contains(bare(part))) {
        fail(table, "no " + std::string(bare(part)),
             std::string(bare(part)) + " = \"...\"" + in(rule));
      }
    }
  }

 private:
  void field(std::string_view key, const toml::node& value, char kind) {
    if (kind == '=') {
      tables(key, value);
    } else if (kind == '*') {
      texts(key, value);
    } else if (kind == '?') {
      if (!value.is_boolean()) {
        fail(value, "\"" + std::string(key) + "\" is no truth", "true or false");
      }
    } else if (!value.is_string()) {
      fail(value, "\"" + std::string(key) + "\" is no text", "\"...\"");
    } else if (key == "relation") {
      relation(value);
    }
  }

  void texts(std::string_view key, const toml::node& value) {
    const auto* list = value.as_array();
    if (list == nullptr) {
      fail(value, "\"" + std::string(key) + "\" is no list", R"(["...", "..."])");
    }
    for (const auto& item : *list) {
      if (!item.is_string()) {
        fail(item, "\"" + std::string(key) + "\" holds something else", "texts alone");
      }
      if (const auto said = item.value_or<std::string>(""); key == "former" && !former_name(said)) {
        fail(item, "former name \"" + said + "\"",
             "\"NAME until DATE\", the last day as YYYY-MM-DD, YYYY-MM or YYYY");
      }
    }
  }

  void tables(std::string_view key, const toml::node& value) {
    const auto* rule = rule_of(name_, key);
    if (rule == nullptr) {
      return;  // what an example finds
    }
    if (const auto* one = value.as_table()) {
      table(*one, *rule);
      return;
    }
    const auto* list = value.as_array();
    if (list == nullptr) {
      fail(value, "\"" + std::string(key) + "\" holds no entries", "[[" + std::string(key) + "]]");
    }
    for (const auto& item : *list) {
      const auto* row = item.as_table();
      if (row == nullptr) {
        fail(item, "an entry of \"" + std::string(key) + "\" is no table", "{name = \"...\"}");
      }
      table(*row, *rule);
    }
  }

  void relation(const toml::node& value) {
    const auto name = value.value_or<std::string>("");
    if (name != "held" && !relation_named(name)) {
      std::string names = "held";
      for (const auto& row : relations) {
        names += ", " + std::string(row.name);
      }
      fail(value, "relation \"" + name + "\"", "one of " + names);
    }
  }

  static std::string listed(const std::vector<std::string_view>& parts) {
    std::string names;
    for (const auto part : parts) {
      names += (names.empty() ? "" : ", ") + std::string(bare(part));
    }
    return names;
  }

  static std::string in(const TableRule& rule) {
    return rule.table.empty() ? "" : " in a [[" + std::string(rule.table) + "]]";
  }

  [[noreturn]] void fail(const toml::node& at, const std::string& what,
                         const std::string& expected) const {
    throw Error(path_ + ":" + std::to_string(at.source().begin.line) + ": " + what + ", expected " +
                expected);
  }

  std::string path_;
  std::string_view name_;
};

}  // namespace

void check_lexicon(const SchemaFile& file) {
  constexpr std::string_view folder = "lexicons/";
  constexpr std::string_view ending = ".toml";
  const std::string_view path = file.path;
  if (!path.starts_with(folder) || !path.ends_with(ending)) {
    return;
  }
  const auto name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
  if (const auto* rule = rule_of(name, ""); rule != nullptr) {
    Check(file, name).table(toml::parse(file.text), *rule);
  }
}

}  // namespace pressgraph
