// SPDX-License-Identifier: Apache-2.0
#include "exporters/csv.hpp"

#include <utility>

#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

void append_header(std::string& out, std::string_view first, std::span<const Column> columns) {
  out += first;
  for (const auto& column : columns) {
    out += ',';
    out += column.name;
  }
  out += '\n';
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    out.append(c == '"' ? 2 : 1, c);
  }
  out += '"';
}

void hand_on(std::string& line, std::ostream& out) {
  out.write(line.data(), static_cast<std::streamsize>(line.size()));
  line.clear();
}

}  // namespace

std::string cell(std::string_view text) {
  std::string line;
  bool after_space = false;
  for (const char c : xml_characters(text)) {
    const bool is_break = c == '\n' || c == '\r' || c == '\t';
    if (!is_break || !after_space) {
      line += is_break ? ' ' : c;
    }
    after_space = is_break;
  }
  return line;
}

std::string cell_for_spreadsheets(std::string_view text) {
  constexpr std::string_view starts_formula = "=+-@\t\r";
  const bool is_formula =
      !text.empty() && starts_formula.find(text.front()) != std::string_view::npos;
  return (is_formula ? "'" : "") + cell(text);
}

void append_csv(std::string& out, std::string_view text) {
  append_quoted(out, cell(text));
}

void append_csv_for_spreadsheets(std::string& out, std::string_view text) {
  append_quoted(out, cell_for_spreadsheets(text));
}

CsvTables::CsvTables(std::string base, Claims claims, ExportFolder& folder)
    : base_(std::move(base)),
      claims_(claims),
      nodes_(folder.file("nodes.csv")),
      edges_(folder.file("edges.csv")) {
  append_header(line_, "id,type", node_columns());
  hand_on(line_, nodes_);
  append_header(line_, "id,subject,relation,object", edge_columns(claims_));
  hand_on(line_, edges_);
}

void CsvTables::row(std::ostream& out, std::span<const Column> columns) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    line_ += ',';
    if (values_[at].empty()) {
      continue;
    }
    if (columns[at].type == ColumnType::text) {
      append_csv_for_spreadsheets(line_, values_[at]);
    } else {
      line_ += values_[at];
    }
  }
  line_ += '\n';
  hand_on(line_, out);
}

void CsvTables::node(const StoredNode& node) {
  node_values(node, base_, values_);
  line_.append(node.id).append(",").append(name(node.type));
  row(nodes_, node_columns());
}

void CsvTables::edge(const Tie& tie) {
  edge_values(tie, claims_, base_, values_);
  line_.append(tie.edge.id).append(",").append(tie.edge.subject).append(",");
  line_.append(name(tie.edge.relation)).append(",").append(tie.edge.object);
  row(edges_, edge_columns(claims_));
}

void CsvTables::finish() {}

}  // namespace pressgraph
