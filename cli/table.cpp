// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>
#include <unistd.h>

#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "graph/code_points.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t gap = 2;
constexpr std::string_view indent = "  ";

/// A column of names may be broken over lines of this width; running text needs more.
constexpr std::size_t least_of_a_name = 20;
constexpr std::size_t least_of_a_text = 60;

/// Where the mean cell is longer than this, a column holds running text.
constexpr std::size_t longest_name = 50;

/// How one column that is not empty is printed: beside the others, or on lines of its own below.
struct Column {
  std::size_t index = 0;    ///< in the table
  std::size_t natural = 0;  ///< of the widest cell, the heading included
  std::size_t least = 0;    ///< no word is broken, and text has room
  std::size_t sum = 0;      ///< of all cells: the longer, the sooner it goes below
  std::size_t width = 0;    ///< as it is printed
  bool below = false;
};

std::size_t widest_word(std::string_view text) {
  std::size_t widest = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    widest = std::max(widest, display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

Column measure(const Table& table, std::size_t index) {
  Column column{.index = index, .natural = display_width(table.columns[index])};
  std::size_t word = widest_word(table.columns[index]);
  for (const auto& row : table.rows) {
    const auto width = display_width(row[index]);
    column.natural = std::max(column.natural, width);
    column.sum += width;
    word = std::max(word, widest_word(row[index]));
  }
  const bool text = column.sum > longest_name * table.rows.size();
  column.least = std::max(word, std::min(column.natural, text ? least_of_a_text : least_of_a_name));
  column.width = column.natural;
  return column;
}

std::size_t width_beside(const std::vector<Column>& columns, std::size_t Column::*width) {
  std::size_t sum = 0;
  for (const auto& column : columns) {
    sum += column.below ? 0 : column.*width + gap;
  }
  return sum == 0 ? 0 : sum - gap;
}

/// The longest of the columns that still stand beside the first, or none.
Column* longest(std::vector<Column>& columns) {
  Column* found = nullptr;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    if (!columns[i].below && (found == nullptr || columns[i].sum > found->sum)) {
      found = &columns[i];
    }
  }
  return found;
}

/// The column beside the others that lacks most of its natural width, or none.
Column* neediest(std::vector<Column>& columns) {
  Column* found = nullptr;
  for (auto& column : columns) {
    const auto lack = column.natural - column.width;
    if (!column.below && lack > (found == nullptr ? 0 : found->natural - found->width)) {
      found = &column;
    }
  }
  return found;
}

/// Sends the longest columns below until the rest fits, then shares out the room that is left.
void fit(std::vector<Column>& columns, std::size_t width) {
  if (width_beside(columns, &Column::natural) <= width) {
    return;
  }
  while (width_beside(columns, &Column::least) > width) {
    auto* column = longest(columns);
    if (column == nullptr) {
      break;
    }
    column->below = true;
  }
  for (auto& column : columns) {
    column.width = column.least;
  }
  for (auto used = width_beside(columns, &Column::width); used < width; ++used) {
    auto* column = neediest(columns);
    if (column == nullptr) {
      break;
    }
    ++column->width;
  }
}

/// The columns that are not empty, laid out. A table without rows keeps all its headings.
std::vector<Column> layout(const Table& table, std::optional<std::size_t> width) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto column = measure(table, i);
    if (column.sum > 0 || table.rows.empty()) {
      columns.push_back(column);
    }
  }
  if (width) {
    fit(columns, *width);
  }
  return columns;
}

/// Takes a line of at most `width` off `text`, or one word where that is wider.
std::string_view take_line(std::string_view& text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::exchange(text, {});
  }
  const auto limit = byte_of_code_point(text, static_cast<std::uint32_t>(width));
  auto end = text.substr(0, limit + 1).rfind(' ');
  if (end == std::string_view::npos || end == 0) {
    end = std::min(text.find(' ', limit), text.size());
  }
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The cells beside each other, on as many lines as the longest needs.
void print_beside(const std::vector<std::string>& cells, const std::vector<Column>& columns,
                  std::ostream& out) {
  std::vector<std::string_view> rest(cells.begin(), cells.end());
  bool more = true;
  while (more) {
    std::string line;
    std::size_t blanks = 0;
    more = false;
    for (const auto& column : columns) {
      if (column.below) {
        continue;
      }
      const auto part = take_line(rest[column.index], column.width);
      line.append(part.empty() ? 0 : blanks, ' ').append(part);
      const auto padding = column.width + gap - std::min(column.width, display_width(part));
      blanks = part.empty() ? blanks + padding : padding;
      more = more || !rest[column.index].empty();
    }
    out << line << '\n';
  }
}

/// The other cells, each below its name.
void print_below(const Table& table, const std::vector<std::string>& cells,
                 const std::vector<Column>& columns, std::size_t width, std::ostream& out) {
  std::size_t label = 0;
  for (const auto& column : columns) {
    label = std::max(label, column.below ? display_width(table.columns[column.index]) : 0);
  }
  const auto margin = indent.size() + label + gap;
  for (const auto& column : columns) {
    std::string_view rest = cells[column.index];
    std::string_view name = table.columns[column.index];
    while (column.below && !rest.empty()) {
      out << indent << name << std::string(label - display_width(name) + gap, ' ')
          << take_line(rest, width > margin ? width - margin : 1) << '\n';
      name = {};
    }
  }
}

void print_csv_cell(std::string_view cell, std::ostream& out) {
  const bool formula =
      !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  const bool quoted = formula || cell.find_first_of(",\"\r\n") != std::string_view::npos;
  if (!quoted) {
    out << cell;
    return;
  }
  out << '"' << (formula ? "'" : "");
  for (const char c : cell) {
    out << (c == '"' ? "\"\"" : std::string_view(&c, 1));
  }
  out << '"';
}

void print_csv_row(const std::vector<std::string>& cells, std::ostream& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out << (i == 0 ? "" : ",");
    print_csv_cell(cells[i], out);
  }
  out << "\r\n";
}

}  // namespace

void print_table(const Table& table, std::optional<std::size_t> width, std::ostream& out) {
  const auto columns = layout(table, width);
  const bool apart = std::ranges::any_of(columns, &Column::below);
  print_beside(table.columns, columns, out);
  for (const auto& row : table.rows) {
    out << (apart && &row != table.rows.data() ? "\n" : "");
    print_beside(row, columns, out);
    if (apart) {
      print_below(table, row, columns, *width, out);
    }
  }
}

void print_csv(const Table& table, std::ostream& out) {
  print_csv_row(table.columns, out);
  for (const auto& row : table.rows) {
    print_csv_row(row, out);
  }
}

void print_json(std::string_view question, const Table& table, std::ostream& out) {
  rapidjson::OStreamWrapper wrapped(out);
  rapidjson::PrettyWriter<rapidjson::OStreamWrapper> writer(wrapped);
  const auto string = [&writer](std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  };
  writer.SetIndent(' ', 2);
  writer.StartObject();
  writer.Key("question");
  string(question);
  writer.Key("rows");
  writer.StartArray();
  for (const auto& row : table.rows) {
    writer.StartObject();
    for (std::size_t i = 0; i < row.size(); ++i) {
      string(table.columns[i]);
      string(row[i]);
    }
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  out << '\n';
}

void print_answer(std::string_view format, std::string_view question, const Table& table) {
  Output output("-");
  if (format == "json") {
    print_json(question, table, output.stream());
  } else if (format == "csv") {
    print_csv(table, output.stream());
  } else {
    print_table(table, terminal_width(STDOUT_FILENO), output.stream());
  }
  output.commit();
}

}  // namespace pressgraph
