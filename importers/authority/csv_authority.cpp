// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/csv_authority.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "graph/error.hpp"
#include "importers/authority/entries.hpp"
#include "importers/readers/csv.hpp"

namespace pressgraph {
namespace {

constexpr std::array<std::string_view, 7> known_columns{
    "iri", "name", "type", "country", "aliases", "same_as", "exact_match"};

struct Row {
  std::size_t line = 0;
  std::map<std::string, std::string, std::less<>> values;
};

class Table {
 public:
  Table(std::string_view bytes, std::string path, const AuthorityLimits& limits)
      : rest_(bytes), path_(std::move(path)), limits_(limits) {
    const auto header = next_row();
    delimiter_ = delimiter_of(header);
    columns_ = columns_of(header, delimiter_);
    for (const auto& column : columns_) {
      if (std::ranges::find(known_columns, column) == known_columns.end()) {
        fail("a column \"" + column +
             "\", expected iri, name, type, country, aliases, same_as or exact_match");
      }
    }
    for (const auto* needed : {"iri", "name"}) {
      if (std::ranges::find(columns_, needed) == columns_.end()) {
        fail(std::string("no column \"") + needed + "\", expected one in the header");
      }
    }
  }

  bool next(Row& row) {
    if (rest_.empty()) {
      return false;
    }
    const auto values = columns_of(next_row(), delimiter_);
    if (values.size() != columns_.size()) {
      fail(std::to_string(values.size()) + " columns, expected " + std::to_string(columns_.size()) +
           ", as in the header");
    }
    row.line = line_;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i].size() > limits_.literal) {
        fail("a value of " + std::to_string(values[i].size()) + " bytes, expected at most " +
             std::to_string(limits_.literal));
      }
      row.values[columns_[i]] = values[i];
    }
    return true;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(path_ + ":" + std::to_string(line_) + ": " + what);
  }

 private:
  // A row goes over several lines where a quoted value does.
  std::string_view next_row() {
    line_ += lines_;
    lines_ = 0;
    bool quoted = false;
    std::size_t end = 0;
    for (; end < rest_.size(); ++end) {
      quoted = quoted != (rest_[end] == '"');
      lines_ += rest_[end] == '\n' ? 1U : 0U;
      if (rest_[end] == '\n' && !quoted) {
        break;
      }
    }
    if (quoted) {
      fail("a quotation mark that is not closed");
    }
    auto row = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return row.substr(0, row.find_last_not_of('\r') + 1);
  }

  std::string_view rest_;
  std::string path_;
  const AuthorityLimits& limits_;
  std::size_t line_ = 1;
  std::size_t lines_ = 0;  // of the row read last
  char delimiter_ = ',';
  std::vector<std::string> columns_;
};

std::vector<std::string> between_bars(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find('|'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  sort_once(parts);
  return parts;
}

std::optional<NodeType> type_in(const Table& table, std::string_view text) {
  for (const auto type : {NodeType::official, NodeType::agency, NodeType::place}) {
    if (text == name(type) || text == info(type).prefix) {
      return type;
    }
  }
  if (!text.empty()) {
    table.fail("the type \"" + std::string(text) + "\", expected Official, Agency or Place");
  }
  return std::nullopt;
}

AuthorityEntry entry_of(const Table& table, Row& row) {
  AuthorityEntry entry;
  entry.iri = row.values["iri"];
  if (entry.iri.find(':') == std::string::npos || entry.iri.find(' ') != std::string::npos) {
    table.fail("the iri \"" + entry.iri +
               "\", expected one with its scheme, as http://www.wikidata.org/entity/Q42");
  }
  entry.type = type_in(table, row.values["type"]);
  entry.country = row.values["country"];
  const bool is_code =
      std::ranges::all_of(entry.country, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!entry.country.empty() && (entry.country.size() != 3 || !is_code)) {
    table.fail("the country \"" + entry.country + "\", expected three letters, as NOR");
  }
  entry.forms = between_bars(row.values["aliases"]);
  entry.forms.push_back(row.values["name"]);
  sort_once(entry.forms);
  if (entry.forms.empty()) {
    table.fail("an entry without a name");
  }
  entry.same_as = between_bars(row.values["same_as"]);
  entry.exact_match = between_bars(row.values["exact_match"]);
  return entry;
}

}  // namespace

std::vector<AuthorityEntry> read_csv_authority(std::string_view bytes, const std::string& path,
                                               const AuthorityLimits& limits) {
  Table table(bytes, path, limits);
  std::map<std::string, std::pair<AuthorityEntry, std::size_t>> entries;
  for (Row row; table.next(row);) {
    auto entry = entry_of(table, row);
    const auto iri = entry.iri;
    const auto [found, added] = entries.try_emplace(iri, std::move(entry), row.line);
    if (!added) {
      table.fail("the iri \"" + iri + "\" again, which line " +
                 std::to_string(found->second.second) + " has; write one row an entry");
    }
    if (entries.size() > limits.statements) {
      table.fail("more than " + std::to_string(limits.statements) + " rows");
    }
  }
  std::vector<AuthorityEntry> all;
  all.reserve(entries.size());
  for (auto& [iri, found] : entries) {
    all.push_back(std::move(found.first));
  }
  return all;
}

}  // namespace pressgraph
