// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace pressgraph {

/// An answer as rows of text. Every row has as many cells as there are columns.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Aligned columns with a heading. Where `width` is given, no line is wider: the widest columns
/// give way first, and what is cut ends in an ellipsis.
void print_table(const Table& table, std::optional<std::size_t> width, std::ostream& out);

/// RFC 4180, with a heading. A cell that a spreadsheet would take for a formula gets an apostrophe
/// before it.
void print_csv(const Table& table, std::ostream& out);

/// An array with an object for each row, whose members are named by the columns.
void print_json(const Table& table, std::ostream& out);

}  // namespace pressgraph
