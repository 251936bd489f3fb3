// SPDX-License-Identifier: Apache-2.0
#include "exporters/dot.hpp"

#include <algorithm>

#include "exporters/hand_on.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

/// A quoted string. Graphviz knows \" alone as an escape of the string itself; in a label it then
/// reads \n, \l, \G and the like, so a backslash is doubled. It also reads &amp; and its kin.
void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : dot_text(text)) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

std::string dot_text(std::string_view text) {
  auto line = xml_characters(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

DotWriter::DotWriter(std::ostream& out) : out_(out) {
  text_ =
      "digraph pressgraph {\n  charset=\"UTF-8\";\n"
      "  node [shape=ellipse, style=filled, fontcolor=\"#000000\"];\n";
}

void DotWriter::node(const StoredNode& node) {
  text_ += "  ";
  append_quoted(text_, node.id);
  text_ += " [label=";
  append_quoted(text_, node.name);
  text_.append(", fillcolor=\"").append(info(node.type).colour).append("60\", class=\"");
  text_.append(name(node.type)).append("\"];\n");
  hand_on(text_, most_buffered, out_);
}

void DotWriter::edge(const Tie& tie) {
  text_ += "  ";
  append_quoted(text_, tie.edge.subject);
  text_ += " -> ";
  append_quoted(text_, tie.edge.object);
  text_.append(" [id=\"").append(tie.edge.id).append("\", label=\"");
  text_.append(name(tie.edge.relation)).append("\", weight=").append(std::to_string(tie.claims));
  text_ += ", tooltip=";
  append_quoted(text_, tie.edge.sentence);
  text_ += "];\n";
  hand_on(text_, most_buffered, out_);
}

void DotWriter::finish() {
  text_ += "}\n";
  hand_on(text_, 0, out_);
}

}  // namespace pressgraph
