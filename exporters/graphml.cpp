// SPDX-License-Identifier: Apache-2.0
// What each reader needs is in docs/exports.md; the order of the keys and the names of the columns
// are part of it, and a test holds them to the schema.
#include "exporters/graphml.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "exporters/hand_on.hpp"
#include "exporters/plain_run.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

// so that what is appended most has a length that is known
using namespace std::string_view_literals;  // NOLINT(google-build-using-namespace): of literals

constexpr std::array<GraphmlProfile, 6> profiles{{
    {"universal", "for nearly every reader", true, "labelV", "labelE", true, true, false, false},
    {"gephi", "for Gephi: an edge a relation between two nodes, laid out, coloured and sized", true,
     "kind", "relation", true, true, true, false},
    {"neo4j", "for apoc.import.graphml and Memgraph", true, "", "", false, false, false, false},
    {"tinkerpop", "for TinkerPop and JanusGraph", false, "labelV", "labelE", false, false, false,
     false},
    {"strict", "nothing that GraphML's own schema lacks", false, "labels", "label", true, false,
     false, false},
    {"yed", "for yEd: laid out, with its shapes and labels", false, "kind", "relation", true, true,
     false, true},
}};

/// Names that a reader keeps for itself, under which the `gephi` profile says how a node looks.
constexpr std::array<Column, 4> look_columns{{
    {"x", ColumnType::real},
    {"y", ColumnType::real},
    {"size", ColumnType::real},
    {"color", ColumnType::text},
}};

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

void append_key(std::string& out, std::string_view scope, std::string_view id,
                const Column& column) {
  out.append("  <key id=\"").append(id).append("\" for=\"").append(scope);
  out.append("\" attr.name=\"").append(column.name).append("\" attr.type=\"");
  out.append(type_name(column.type)).append("\"/>\n");
}

/// "n_name": the scope tells apart what nodes and edges both have, since key ids are of the file.
std::string key_id(std::string_view scope, std::string_view column) {
  return std::string(scope.substr(0, 1)) + "_" + std::string(column);
}

/// All but the characters of our ids that an NMTOKEN may hold; '_' begins what stands for another.
constexpr Suspects not_in_nmtoken = [] {
  Suspects table{};
  for (auto& byte : table) {
    byte = true;
  }
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789-.")) {
    table[static_cast<unsigned char>(c)] = false;
  }
  return table;
}();

void append_escaped_nmtoken(std::string& out, std::string_view id) {
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '/' || !not_in_nmtoken[byte]) {
      out += c == '/' ? '.' : c;
      continue;
    }
    out += '_';
    out += "0123456789abcdef"[byte >> 4U];
    out += "0123456789abcdef"[byte & 15U];
  }
}

constexpr std::string_view data_end = "</data>\n";

/// What stands before a value; empty where there is no key.
std::string data_start(std::string_view key) {
  return key.empty() ? "" : "      <data key=\"" + std::string(key) + "\">";
}

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"";
constexpr std::string_view yed_namespace = " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
constexpr std::string_view yed_keys =
    "  <key id=\"y_node\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
    "  <key id=\"y_edge\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

constexpr std::string_view graph_start =
    "  <graph id=\"G\" edgedefault=\"directed\">\n"
    "    <data key=\"g_title\">pressgraph</data>\n";

}  // namespace

std::span<const GraphmlProfile> graphml_profiles() {
  return profiles;
}

const GraphmlProfile* graphml_profile_named(std::string_view name) {
  const auto* const found = std::ranges::find(profiles, name, &GraphmlProfile::name);
  return found == profiles.end() ? nullptr : found;
}

void append_nmtoken(std::string& out, std::string_view id) {
  // Nearly every id has one '/' and nothing else to mend: it is copied whole, and mended in place.
  const auto start = out.size();
  out += id;
  for (auto at = end_of_plain(id, 0, not_in_nmtoken); at < id.size();
       at = end_of_plain(id, at + 1, not_in_nmtoken)) {
    if (id[at] != '/') {
      out.resize(start + at);
      append_escaped_nmtoken(out, id.substr(at));
      return;
    }
    out[start + at] = '.';
  }
}

std::string nmtoken(std::string_view id) {
  std::string token;
  append_nmtoken(token, id);
  return token;
}

std::string without_inf(std::string_view text) {
  std::string guarded(text);
  for (auto at = guarded.find("INF"); at != std::string::npos; at = guarded.find("INF", at + 1)) {
    guarded.insert(at + 1, "\u2060");
  }
  return guarded;
}

GraphmlWriter::GraphmlWriter(Settings settings, std::ostream& out)
    : settings_(std::move(settings)), out_(out) {
  const auto& profile = *settings_.profile;
  text_.append(head).append(profile.has_yed ? yed_namespace : "").append(">\n");
  append_key(text_, "graph", "g_title", {"title", ColumnType::text});
  if (!profile.node_label.empty()) {
    append_key(text_, "node", profile.node_label, {profile.node_label, ColumnType::text});
  }
  if (profile.has_look) {
    look_keys_ = keys("node", look_columns);
  }
  node_keys_ = keys("node", node_columns());
  if (!profile.edge_label.empty()) {
    append_key(text_, "edge", profile.edge_label, {profile.edge_label, ColumnType::text});
  }
  edge_keys_ = keys("edge", edge_columns(settings_.claims));
  node_label_start_ = data_start(profile.node_label);
  edge_label_start_ = data_start(profile.edge_label);
  for (const auto& relation : relations) {
    edge_kinds_.push_back(edge_kind(relation));
  }
  text_ += profile.has_yed ? yed_keys : "";
  text_ += graph_start;
}

GraphmlWriter::Keys GraphmlWriter::keys(std::string_view scope, std::span<const Column> columns) {
  Keys all;
  for (const auto& column : columns) {
    const auto id = key_id(scope, column.name);
    all.push_back({std::string(data_end) + data_start(id), column.type});
    append_key(text_, scope, id, column);
  }
  return all;
}

void GraphmlWriter::value(std::string_view text) {
  if (settings_.profile->has_look) {
    append_xml(text_, without_inf(text));
  } else {
    append_xml(text_, text);
  }
}

/// Absent values have no element: readers take an empty one for an empty string. Numbers hold
/// nothing to escape.
template <typename Columns>
void GraphmlWriter::values(const Keys& keys, const Columns& values) {
  bool is_open = false;
  std::size_t at = 0;
  for (const auto& key : keys) {
    const std::string_view text = values[at++];
    if (text.empty()) {
      continue;
    }
    text_ += std::string_view(key.between).substr(is_open ? 0 : data_end.size());
    is_open = true;
    if (key.type == ColumnType::text) {
      value(text);
    } else {
      text_ += text;
    }
  }
  text_ += is_open ? data_end : "";
}

void GraphmlWriter::look(const StoredNode& node) {
  const auto& profile = *settings_.profile;
  if (!profile.has_look && !profile.has_yed) {
    return;
  }
  const auto& look = settings_.looks.at(nodes_++);
  const auto colour = info(node.type).colour;
  if (profile.has_look) {
    const std::array<std::string_view, look_columns.size()> values{look.x, look.y, look.size,
                                                                   colour};
    this->values(look_keys_, values);
    return;
  }
  text_.append(R"(      <data key="y_node"><y:ShapeNode><y:Geometry height=")").append(look.size);
  text_.append("\" width=\"").append(look.size).append("\" x=\"").append(look.x);
  text_.append("\" y=\"").append(look.y).append("\"/><y:Fill color=\"").append(colour);
  text_ += "\"/><y:NodeLabel>";
  append_xml(text_, node.name);
  text_ += "</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>\n";
}

void GraphmlWriter::node(const StoredNode& node) {
  const auto& profile = *settings_.profile;
  const auto type = name(node.type);
  text_ += R"(    <node id=")"sv;
  append_nmtoken(text_, node.id);
  text_ += '"';
  if (profile.labels_as_xml) {
    text_.append(R"( labels=":)"sv).append(type).append(R"(")"sv);
  }
  text_ += '>';
  if (profile.has_desc) {
    text_ += "<desc>"sv;
    append_xml(text_, node.name);
    text_ += "</desc>"sv;
  }
  text_ += '\n';
  if (!node_label_start_.empty()) {
    text_.append(node_label_start_).append(profile.node_label == "labels" ? ":" : "");
    text_.append(type).append(data_end);
  }
  look(node);
  node_values(node, settings_.base, values_);
  values(node_keys_, values_);
  text_ += "    </node>\n"sv;
  hand_on(text_, most_buffered, out_);
}

/// The words of the schema hold nothing to escape, nor INF.
std::string GraphmlWriter::edge_kind(const RelationInfo& relation) const {
  const auto& profile = *settings_.profile;
  std::string text = "\"";
  if (profile.labels_as_xml) {
    text.append(" label=\"").append(relation.label).append("\"");
  }
  text += '>';
  if (profile.has_edge_desc) {
    text.append("<desc>").append(relation.name).append("</desc>");
  }
  text += '\n';
  if (!edge_label_start_.empty()) {
    text.append(edge_label_start_).append(relation.label).append(data_end);
  }
  if (profile.has_yed) {
    text.append(R"(      <data key="y_edge"><y:PolyLineEdge><y:Arrows source="none" )");
    text.append("target=\"standard\"/><y:EdgeLabel>").append(relation.name);
    text += "</y:EdgeLabel></y:PolyLineEdge></data>\n";
  }
  return text;
}

void GraphmlWriter::edge(const Tie& tie) {
  text_ += R"(    <edge id=")"sv;
  append_nmtoken(text_, tie.edge.id);
  text_ += R"(" source=")"sv;
  append_nmtoken(text_, tie.edge.subject);
  text_ += R"(" target=")"sv;
  append_nmtoken(text_, tie.edge.object);
  text_ += edge_kinds_.at(static_cast<std::size_t>(tie.edge.relation));
  edge_values(tie, settings_.claims, settings_.base, values_);
  values(edge_keys_, values_);
  text_ += "    </edge>\n"sv;
  hand_on(text_, most_buffered, out_);
}

void GraphmlWriter::finish() {
  text_ += "  </graph>\n</graphml>\n"sv;
  hand_on(text_, 0, out_);
}

}  // namespace pressgraph
