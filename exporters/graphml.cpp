// SPDX-License-Identifier: Apache-2.0
// One file for every reader we know of. What each of them needs is in docs/exports.md; the order of
// the keys and the names of the columns are part of it, and a test holds them to the schema.
#include "exporters/graphml.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "exporters/decimal.hpp"
#include "exporters/terms.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_buffered = std::size_t{1} << 16U;

struct Key {
  std::string_view id;  ///< its first letter tells the scope: graph, node or edge
  std::string_view name;
  std::string_view type;
};

constexpr std::array<Key, 6> first_node_keys{{
    {"labelV", "labelV", "string"},
    {"n_name", "name", "string"},
    {"n_iri", "iri", "string"},
    {"n_aliases", "aliases", "string"},
    {"n_releases", "releases", "long"},
    {"n_attributes", "attributes", "string"},
}};

constexpr std::array<Key, 15> first_edge_keys{{
    {"labelE", "labelE", "string"},
    {"e_weight", "weight", "double"},
    {"e_confidence", "confidence", "double"},
    {"e_date", "date", "string"},
    {"e_sentence", "sentence", "string"},
    {"e_sourceUrl", "sourceUrl", "string"},
    {"e_release", "release", "string"},
    {"e_status", "status", "string"},
    {"e_claimedBy", "claimedBy", "string"},
    {"e_rule", "rule", "string"},
    {"e_field", "field", "string"},
    {"e_begin", "begin", "long"},
    {"e_finish", "finish", "long"},
    {"e_iri", "iri", "string"},
    {"e_attributes", "attributes", "string"},
}};

void append_key(std::string& out, std::string_view scope, std::string_view id,
                std::string_view name, std::string_view type) {
  out.append("  <key id=\"").append(id).append("\" for=\"").append(scope);
  out.append("\" attr.name=\"").append(name).append("\" attr.type=\"").append(type);
  out += "\"/>\n";
}

void append_keys(std::string& out, std::string_view scope, std::span<const Key> first,
                 std::span<const AttributeTerm> attributes) {
  for (const auto& key : first) {
    append_key(out, scope, key.id, key.name, key.type);
  }
  for (const auto& row : attributes) {
    const auto id = std::string(scope.substr(0, 1)) + "_" + std::string(row.column);
    append_key(out, scope, id, row.column, "string");
  }
}

/// The values of all the attributes that belong to `row`: readers keep only the last of several
/// data elements with one key.
std::string joined(const std::vector<Attribute>& all, std::span<const AttributeTerm> table,
                   const AttributeTerm& row) {
  std::string values;
  for (const auto& attribute : all) {
    if (&attribute_term(table, attribute.name) == &row) {
      values += values.empty() ? "" : " | ";
      values += row.name.empty() ? attribute.name + "=" + attribute.value : attribute.value;
    }
  }
  return values;
}

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";

constexpr std::string_view graph_start =
    "  <graph id=\"G\" edgedefault=\"directed\">\n"
    "    <data key=\"g_title\">pressgraph</data>\n";

}  // namespace

std::string nmtoken(std::string_view id) {
  std::string token;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.';
    if (plain || c == '/') {
      token += plain ? c : '.';
      continue;
    }
    token += '_';
    token += "0123456789abcdef"[byte >> 4U];
    token += "0123456789abcdef"[byte & 15U];
  }
  return token;
}

GraphmlWriter::GraphmlWriter(std::string_view base, std::ostream& out) : base_(base), out_(out) {
  text_ += head;
  append_key(text_, "graph", "g_title", "title", "string");
  append_keys(text_, "node", first_node_keys, node_attributes);
  append_keys(text_, "edge", first_edge_keys, edge_attributes);
  text_ += graph_start;
}

/// Absent values have no element: readers take an empty one for an empty string.
void GraphmlWriter::data(std::string_view key, std::string_view value) {
  if (!value.empty()) {
    text_.append("      <data key=\"").append(key).append("\">");
    append_xml(text_, value);
    text_ += "</data>\n";
  }
}

void GraphmlWriter::attributes(char scope, const std::vector<Attribute>& all) {
  if (all.empty()) {
    return;
  }
  const std::span<const AttributeTerm> table =
      scope == 'n' ? std::span<const AttributeTerm>(node_attributes) : edge_attributes;
  const auto column = [&](const AttributeTerm& row) {
    data(std::string(1, scope) + "_" + std::string(row.column), joined(all, table, row));
  };
  std::ranges::for_each(table, column);
  column(other_attribute);
}

void GraphmlWriter::node(const StoredNode& node) {
  const auto label = name(node.type);
  text_.append("    <node id=\"").append(nmtoken(node.id)).append("\" labels=\":").append(label);
  text_ += "\"><desc>";
  append_xml(text_, node.name);
  text_ += "</desc>\n";
  data("labelV", label);
  data("n_name", node.name);
  data("n_iri", base_ + node.id);
  std::string aliases;
  for (const auto& alias : node.aliases) {
    aliases += aliases.empty() ? "" : " | ";
    aliases += alias;
  }
  data("n_aliases", aliases);
  data("n_releases", std::to_string(node.releases));
  attributes('n', node.attributes);
  text_ += "    </node>\n";
  flush(most_buffered);
}

void GraphmlWriter::edge(const StoredEdge& edge) {
  const auto& relation = info(edge.relation);
  text_.append("    <edge id=\"").append(nmtoken(edge.id));
  text_.append("\" source=\"").append(nmtoken(edge.subject));
  text_.append("\" target=\"").append(nmtoken(edge.object));
  text_.append("\" label=\"").append(relation.label).append("\"><desc>");
  text_.append(relation.name).append("</desc>\n");
  data("labelE", relation.label);
  data("e_weight", "1");
  data("e_confidence", confidence_text(edge.confidence));
  data("e_date", edge.date);
  data("e_sentence", edge.sentence);
  data("e_sourceUrl", edge.release_url);
  data("e_release", edge.release);
  data("e_status", name(edge.status));
  data("e_claimedBy", edge.claimed_by);
  data("e_rule", edge.evidence.rule);
  data("e_field", name(edge.evidence.field));
  data("e_begin", std::to_string(edge.code_points.begin));
  data("e_finish", std::to_string(edge.code_points.end));
  data("e_iri", base_ + "assertion/" + edge.id);
  attributes('e', edge.attributes);
  text_ += "    </edge>\n";
  flush(most_buffered);
}

void GraphmlWriter::finish() {
  text_ += "  </graph>\n</graphml>\n";
  flush(0);
}

void GraphmlWriter::flush(std::size_t kept) {
  if (text_.size() > kept) {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }
}

}  // namespace pressgraph
