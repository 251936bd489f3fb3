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

/// Aligned columns with a heading. Where `width` is given, cells are broken over several lines, at
/// blanks where they can be, so that no line is wider (six characters a column are kept in any
/// case).
void print_table(const Table& table, std::optional<std::size_t> width, std::ostream& out);

/// RFC 4180, with a heading. A cell that a spreadsheet would take for a formula gets an apostrophe
/// before it.
void print_csv(const Table& table, std::ostream& out);

/// As schemas/query.schema.json says: an object for each row, whose members are named by the
/// columns.
void print_json(std::string_view question, const Table& table, std::ostream& out);

}  // namespace pressgraph
