// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// An answer as rows of text. Every row has as many cells as there are columns.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Aligned columns with a heading; a column without any text is left out. Where `width` is given
/// and they do not fit, the longest columns follow their row on lines of their own, named and
/// broken at blanks. No word (an id, an IRI) is ever broken, so that only a word wider than all
/// makes a line wider.
void print_table(const Table& table, std::optional<std::size_t> width, std::ostream& out);

/// RFC 4180, with a heading. A cell that a spreadsheet would take for a formula gets an apostrophe
/// before it.
void print_csv(const Table& table, std::ostream& out);

/// As schemas/query.schema.json says: an object for each row, whose members are named by the
/// columns.
void print_json(std::string_view question, const Table& table, std::ostream& out);

/// On standard output as `format` says: "json", "csv", else a table as wide as the terminal.
void print_answer(std::string_view format, std::string_view question, const Table& table);

}  // namespace pressgraph
