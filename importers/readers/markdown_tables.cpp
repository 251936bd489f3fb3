// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/markdown_tables.hpp"

#include <algorithm>
#include <vector>

namespace pressgraph {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

std::size_t after_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size() - 1) + 1;
}

bool is_rule(std::string_view line) {
  line = trimmed(line);
  return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::string row_of(std::string_view line) {
  line = trimmed(line);
  line.remove_prefix(line.starts_with("|") ? 1 : 0);
  line.remove_suffix(line.ends_with("|") ? 1 : 0);
  std::string row = "<tr>";
  for (std::size_t at = 0; at <= line.size();) {
    auto end = line.find('|', at);
    while (end != std::string_view::npos && end > 0 && line[end - 1] == '\\') {
      end = line.find('|', end + 1);
    }
    end = std::min(end, line.size());
    // The empty lines let cmark read what stands in the cell.
    row += "<td>\n\n";
    row += trimmed(line.substr(at, end - at));
    row += "\n\n</td>";
    at = end + 1;
  }
  return row + "</tr>\n";
}

}  // namespace

std::string with_tables_as_html(std::string_view markdown) {
  std::string text;
  bool fenced = false;  // in a block of code
  for (std::size_t at = 0; at < markdown.size();) {
    const auto line = line_at(markdown, at);
    const auto next = after_line(markdown, at);
    fenced = fenced != trimmed(line).starts_with("```");
    if (fenced || line.find('|') == std::string_view::npos || !is_rule(line_at(markdown, next))) {
      text += markdown.substr(at, next - at);
      at = next;
      continue;
    }
    text += "\n<table>" + row_of(line);
    at = after_line(markdown, next);
    while (at < markdown.size() && line_at(markdown, at).find('|') != std::string_view::npos) {
      text += row_of(line_at(markdown, at));
      at = after_line(markdown, at);
    }
    text += "</table>\n\n";
  }
  return text;
}

}  // namespace pressgraph
