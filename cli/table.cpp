// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include <rapidjson/ostreamwrapper.h>
#include <rapidjson/prettywriter.h>

#include "cli/terminal.hpp"
#include "graph/code_points.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 6;

/// The widest word that a column is kept wide enough for: an edge's id, a date, most names.
constexpr std::size_t most_of_a_word = 18;

struct Widths {
  std::size_t natural = 0;  ///< of the widest cell
  std::size_t word = 0;     ///< of the widest word
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

std::vector<Widths> measure(const Table& table) {
  std::vector<Widths> widths(table.columns.size());
  const auto add = [&widths](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i].natural = std::max(widths[i].natural, display_width(cells[i]));
      widths[i].word = std::max(widths[i].word, widest_word(cells[i]));
    }
  };
  add(table.columns);
  std::ranges::for_each(table.rows, add);
  return widths;
}

/// Takes from the widest column that is wider than its words, then from any, until all fit.
std::vector<std::size_t> fit(const std::vector<Widths>& measured,
                             std::optional<std::size_t> width) {
  std::vector<std::size_t> widths;
  std::vector<std::size_t> least;
  for (const auto& column : measured) {
    widths.push_back(column.natural);
    least.push_back(std::min(column.word, most_of_a_word));
  }
  auto sum = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
  while (width && sum > *width) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < widths.size(); ++i) {
      const bool roomier = (widths[i] > least[i]) > (widths[best] > least[best]);
      const bool alike = (widths[i] > least[i]) == (widths[best] > least[best]);
      best = roomier || (alike && widths[i] > widths[best]) ? i : best;
    }
    if (widths[best] <= narrowest) {
      break;
    }
    --widths[best];
    --sum;
  }
  return widths;
}

/// Takes a line of at most `width` off `text`: whole words where they fit.
std::string take_line(std::string_view& text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(std::exchange(text, {}));
  }
  const auto limit = byte_of_code_point(text, static_cast<std::uint32_t>(width));
  const auto blank = text.substr(0, limit + 1).rfind(' ');
  const bool between_words = blank != std::string_view::npos && blank != 0;
  const auto end = between_words ? blank : limit;
  std::string line(text.substr(0, end));
  text.remove_prefix(between_words ? end + 1 : end);
  return line;
}

/// One row, on as many lines as its longest cell needs.
void print_row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
               std::ostream& out) {
  std::vector<std::string_view> rest(cells.begin(), cells.end());
  do {
    std::string line;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const auto part = take_line(rest[i], std::max<std::size_t>(widths[i], 1));
      line += part;
      if (i + 1 < rest.size()) {
        line.append(widths[i] - display_width(part) + gap, ' ');
      }
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  } while (std::ranges::any_of(rest, [](std::string_view cell) { return !cell.empty(); }));
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
  const auto widths = fit(measure(table), width);
  print_row(table.columns, widths, out);
  for (const auto& row : table.rows) {
    print_row(row, widths, out);
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

}  // namespace pressgraph
