// SPDX-License-Identifier: Apache-2.0
#include "exporters/json_graph.hpp"

#include "exporters/hand_on.hpp"
#include "exporters/json.hpp"

namespace pressgraph {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
  append_json(out, name);
  out += ':';
  append_json(out, value);
}

/// ",name:value" for each value that is there; numbers as numbers.
void append_members(std::string& out, std::span<const Column> columns, const Values& values) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (values[at].empty()) {
      continue;
    }
    out += ',';
    append_json(out, columns[at].name);
    out += ':';
    if (columns[at].type == ColumnType::text) {
      append_json(out, values[at]);
    } else {
      out += values[at];
    }
  }
}

}  // namespace

void JsonLinesWriter::node(const StoredNode& node) {
  node_values(node, base_, values_);
  text_ += R"({"node":)";
  append_json(text_, node.id);
  text_ += ',';
  append_member(text_, "type", name(node.type));
  append_members(text_, node_columns(), values_);
  text_ += "}\n";
  hand_on(text_, most_buffered, out_);
}

void JsonLinesWriter::edge(const Tie& tie) {
  edge_values(tie, claims_, base_, values_);
  text_ += R"({"edge":)";
  append_json(text_, tie.edge.id);
  text_ += ',';
  append_member(text_, "subject", tie.edge.subject);
  text_ += ',';
  append_member(text_, "relation", name(tie.edge.relation));
  text_ += ',';
  append_member(text_, "object", tie.edge.object);
  append_members(text_, edge_columns(claims_), values_);
  text_ += "}\n";
  hand_on(text_, most_buffered, out_);
}

void JsonLinesWriter::finish() {
  hand_on(text_, 0, out_);
}

CytoscapeWriter::CytoscapeWriter(Settings settings, std::ostream& out)
    : settings_(std::move(settings)), out_(out) {
  text_ =
      "{\"format_version\":\"1.0\",\"generated_by\":\"pressgraph\",\"data\":{\"name\":"
      "\"pressgraph\"},\n\"elements\":{\"nodes\":[";
}

void CytoscapeWriter::node(const StoredNode& node) {
  const auto& look = settings_.looks.at(nodes_);
  node_values(node, settings_.base, values_);
  text_ += nodes_++ == 0 ? "\n{\"data\":{" : ",\n{\"data\":{";
  append_member(text_, "id", node.id);
  text_ += ',';
  append_member(text_, "kind", name(node.type));
  text_ += ',';
  append_member(text_, "color", info(node.type).colour);
  text_.append(",\"size\":").append(look.size);
  append_members(text_, node_columns(), values_);
  text_.append(R"(},"position":{"x":)").append(look.x).append(",\"y\":").append(look.y);
  text_ += "}}";
  hand_on(text_, most_buffered, out_);
}

void CytoscapeWriter::begin_edges() {
  if (!in_edges_) {
    in_edges_ = true;
    text_ += "\n],\"edges\":[";
  }
}

void CytoscapeWriter::edge(const Tie& tie) {
  begin_edges();
  edge_values(tie, settings_.claims, settings_.base, values_);
  text_ += has_edge_ ? ",\n{\"data\":{" : "\n{\"data\":{";
  has_edge_ = true;
  append_member(text_, "id", tie.edge.id);
  text_ += ',';
  append_member(text_, "source", tie.edge.subject);
  text_ += ',';
  append_member(text_, "target", tie.edge.object);
  text_ += ',';
  append_member(text_, "interaction", name(tie.edge.relation));
  append_members(text_, edge_columns(settings_.claims), values_);
  text_ += "}}";
  hand_on(text_, most_buffered, out_);
}

void CytoscapeWriter::finish() {
  begin_edges();
  text_ += "\n]}}\n";
  hand_on(text_, 0, out_);
}

}  // namespace pressgraph
