// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include "cli/terminal.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 6;

std::vector<std::size_t> natural_widths(const Table& table) {
  std::vector<std::size_t> widths;
  for (const auto& column : table.columns) {
    widths.push_back(display_width(column));
  }
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  return widths;
}

/// Takes from the widest column, one at a time, until all fit.
void fit(std::vector<std::size_t>& widths, std::size_t width) {
  const auto gaps = gap * (widths.size() - 1);
  auto sum = std::accumulate(widths.begin(), widths.end(), gaps);
  while (sum > width) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= narrowest) {
      return;
    }
    --*widest;
    --sum;
  }
}

void print_line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                std::ostream& out) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto cell = cut_to(cells[i], widths[i]);
    line += cell;
    if (i + 1 < cells.size()) {
      line.append(widths[i] - display_width(cell) + gap, ' ');
    }
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
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

rapidjson::SizeType length(const std::string& text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

void print_table(const Table& table, std::optional<std::size_t> width, std::ostream& out) {
  auto widths = natural_widths(table);
  if (width) {
    fit(widths, *width);
  }
  print_line(table.columns, widths, out);
  for (const auto& row : table.rows) {
    print_line(row, widths, out);
  }
}

void print_csv(const Table& table, std::ostream& out) {
  print_csv_row(table.columns, out);
  for (const auto& row : table.rows) {
    print_csv_row(row, out);
  }
}

void print_json(const Table& table, std::ostream& out) {
  rapidjson::OStreamWrapper wrapped(out);
  rapidjson::PrettyWriter<rapidjson::OStreamWrapper> writer(wrapped);
  writer.SetIndent(' ', 2);
  writer.StartArray();
  for (const auto& row : table.rows) {
    writer.StartObject();
    for (std::size_t i = 0; i < row.size(); ++i) {
      writer.Key(table.columns[i].data(), length(table.columns[i]));
      writer.String(row[i].data(), length(row[i]));
    }
    writer.EndObject();
  }
  writer.EndArray();
  out << '\n';
}

}  // namespace pressgraph
