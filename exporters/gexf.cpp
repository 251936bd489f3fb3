// SPDX-License-Identifier: Apache-2.0
// Traps that this shape avoids (docs/exports.md): one block of attributes a class, or graphology
// keeps the last alone; days, not spells of time, or Gephi finds overlaps; no weight above the
// static one; no INF in a value.
#include "exporters/gexf.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "exporters/graphml.hpp"
#include "exporters/hand_on.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
    "  <meta>\n    <creator>pressgraph</creator>\n"
    "    <description>Press releases as a graph</description>\n  </meta>\n"
    "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
    "timerepresentation=\"timestamp\" timezone=\"UTC\" idtype=\"string\">\n";

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "string";
    case ColumnType::integer:
      return "long";
    case ColumnType::real:
      return "double";
  }
  return "string";
}

/// The weight is an attribute of the element itself.
bool is_attvalue(const Column& column) {
  return column.name != "weight";
}

/// "#1f77b4" as r, g and b.
void append_colour(std::string& out, std::string_view colour) {
  constexpr std::string_view names = "rgb";
  out += "        <viz:color";
  for (std::size_t part = 0; part < names.size(); ++part) {
    const auto digits = colour.substr(1 + 2 * part, 2);
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    out.append(" ").append(1, names[part]).append("=\"").append(std::to_string(value)) += '"';
  }
  out += "/>\n";
}

}  // namespace

GexfWriter::GexfWriter(Settings settings, std::ostream& out)
    : settings_(std::move(settings)), out_(out), text_(head) {
  text_ += "    <attributes class=\"node\" mode=\"static\">\n";
  declare("kind", node_columns());
  text_ += "    <attributes class=\"edge\" mode=\"static\">\n";
  declare("relation", edge_columns(Claims::together));
  text_ += "    <nodes count=\"" + std::to_string(settings_.looks.size()) + "\">\n";
}

void GexfWriter::declare(std::string_view first, std::span<const Column> columns) {
  const auto one = [this](std::string_view column, std::string_view type) {
    text_.append("      <attribute id=\"").append(column).append("\" title=\"").append(column);
    text_.append("\" type=\"").append(type).append("\"/>\n");
  };
  one(first, "string");
  for (const auto& column : columns) {
    if (is_attvalue(column)) {
      one(column.name, type_name(column.type));
    }
  }
  text_ += "    </attributes>\n";
}

void GexfWriter::value(std::string_view column, std::string_view value) {
  text_.append("          <attvalue for=\"").append(column).append("\" value=\"");
  append_xml_attribute(text_, without_inf(value));
  text_ += "\"/>\n";
}

void GexfWriter::values(std::span<const Column> columns) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (!values_[at].empty() && is_attvalue(columns[at])) {
      value(columns[at].name, values_[at]);
    }
  }
  text_ += "        </attvalues>\n";
}

void GexfWriter::spells(const std::set<std::string>& dates) {
  std::set<std::string_view> days;
  for (const auto& date : dates) {
    days.insert(whole_day(date));
  }
  days.erase("");
  if (days.empty()) {
    return;
  }
  text_ += "        <spells>";
  for (const auto day : days) {
    text_.append("<spell timestamp=\"").append(day).append("\"/>");
  }
  text_ += "</spells>\n";
}

void GexfWriter::node(const StoredNode& node) {
  const auto& look = settings_.looks.at(nodes_++);
  text_.append("      <node id=\"").append(nmtoken(node.id)).append("\" label=\"");
  append_xml_attribute(text_, node.name);
  text_ += "\">\n        <attvalues>\n";
  value("kind", name(node.type));
  node_values(node, settings_.base, values_);
  values(node_columns());
  spells(look.dates);
  text_.append("        <viz:size value=\"").append(look.size).append("\"/>\n");
  text_.append("        <viz:position x=\"").append(look.x).append("\" y=\"").append(look.y);
  text_ += "\" z=\"0\"/>\n";
  append_colour(text_, info(node.type).colour);
  text_ += "      </node>\n";
  hand_on(text_, most_buffered, out_);
}

void GexfWriter::begin_edges() {
  if (!in_edges_) {
    in_edges_ = true;
    text_ += "    </nodes>\n    <edges count=\"" + std::to_string(settings_.edges) + "\">\n";
  }
}

void GexfWriter::edge(const Tie& tie) {
  begin_edges();
  const auto& relation = info(tie.edge.relation);
  text_.append("      <edge id=\"").append(nmtoken(tie.edge.id));
  text_.append("\" source=\"").append(nmtoken(tie.edge.subject));
  text_.append("\" target=\"").append(nmtoken(tie.edge.object));
  text_.append(R"(" type="directed" kind=")").append(relation.label);
  text_.append("\" label=\"").append(relation.name);
  text_.append("\" weight=\"").append(std::to_string(tie.claims));
  text_ += "\">\n        <attvalues>\n";
  value("relation", relation.label);
  edge_values(tie, Claims::together, settings_.base, values_);
  values(edge_columns(Claims::together));
  spells(tie.dates);
  text_ += "      </edge>\n";
  hand_on(text_, most_buffered, out_);
}

void GexfWriter::finish() {
  begin_edges();
  text_ += "    </edges>\n  </graph>\n</gexf>\n";
  hand_on(text_, 0, out_);
}

}  // namespace pressgraph
