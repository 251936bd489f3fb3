// SPDX-License-Identifier: Apache-2.0
#include "exporters/property_graph.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "exporters/decimal.hpp"
#include "exporters/terms.hpp"

namespace pressgraph {
namespace {

constexpr std::array<Column, 4> first_node_columns{{
    {"name", ColumnType::text},
    {"iri", ColumnType::text},
    {"aliases", ColumnType::text},
    {"releases", ColumnType::integer},
}};

constexpr std::array<Column, 13> first_edge_columns{{
    {"weight", ColumnType::real},
    {"confidence", ColumnType::real},
    {"date", ColumnType::text},
    {"sentence", ColumnType::text},
    {"sourceUrl", ColumnType::text},
    {"release", ColumnType::text},
    {"status", ColumnType::text},
    {"claimedBy", ColumnType::text},
    {"rule", ColumnType::text},
    {"field", ColumnType::text},
    {"begin", ColumnType::integer},
    {"finish", ColumnType::integer},
    {"iri", ColumnType::text},
}};

/// Of claims taken together alone.
constexpr std::array<Column, 3> together_columns{{
    {"claims", ColumnType::integer},
    {"firstDate", ColumnType::text},
    {"lastDate", ColumnType::text},
}};

/// `first`, a column for each known attribute, one for the others, and `last`.
template <std::size_t A, std::size_t B, std::size_t C>
constexpr auto columns_of(const std::array<Column, A>& first,
                          const std::array<AttributeTerm, B>& attributes,
                          const std::array<Column, C>& last) {
  std::array<Column, A + B + 1 + C> all{};
  auto* next = std::ranges::copy(first, all.begin()).out;
  next = std::ranges::transform(attributes, next, [](const AttributeTerm& row) {
           return Column{row.column, ColumnType::text};
         }).out;
  *next++ = {other_attribute.column, ColumnType::text};
  std::ranges::copy(last, next);
  return all;
}

constexpr auto all_node_columns =
    columns_of(first_node_columns, node_attributes, std::array<Column, 0>{});
constexpr auto all_edge_columns = columns_of(first_edge_columns, edge_attributes, together_columns);

/// Puts each attribute into its column, the first of which is at `first`; several in one are
/// joined, because readers keep only the last of several values of a name.
void place_attributes(const std::vector<Attribute>& all, std::span<const AttributeTerm> table,
                      std::size_t first, Values& values) {
  for (const auto& attribute : all) {
    const auto row = std::ranges::find(table, attribute.name, &AttributeTerm::name);
    const auto column = first + static_cast<std::size_t>(row - table.begin());
    if (row == table.end()) {
      values.join(column, {attribute.name, "=", attribute.value});
    } else {
      values.join(column, {attribute.value});
    }
  }
}

bool is_same_tie(const StoredEdge& one, const StoredEdge& other) {
  return one.subject == other.subject && one.relation == other.relation &&
         one.object == other.object;
}

void add_claim(Tie& tie, const StoredEdge& edge) {
  ++tie.claims;
  if (!edge.date.empty()) {
    tie.dates.insert(edge.date);
  }
  if (edge.confidence > tie.edge.confidence) {
    tie.edge = edge;
  }
}

Tie tie_of(const StoredEdge& edge) {
  Tie tie{edge, 1, {}};
  if (!edge.date.empty()) {
    tie.dates.insert(edge.date);
  }
  return tie;
}

}  // namespace

std::span<const Column> node_columns() {
  return all_node_columns;
}

std::span<const Column> edge_columns(Claims claims) {
  const std::span<const Column> all = all_edge_columns;
  return claims == Claims::together ? all : all.first(all.size() - together_columns.size());
}

void Values::clear(std::size_t columns) {
  views_.assign(columns, {});
  texts_.resize(std::max(texts_.size(), columns));
}

void Values::number(std::size_t column, std::uint64_t value) {
  constexpr std::size_t most_digits = 20;
  std::array<char, most_digits> digits{};
  const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  texts_[column].assign(digits.data(), done.ptr);
  views_[column] = texts_[column];
}

void Values::put(std::size_t column, std::initializer_list<std::string_view> parts) {
  auto& text = texts_[column];
  text.clear();
  for (const auto part : parts) {
    text += part;
  }
  views_[column] = text;
}

void Values::join(std::size_t column, std::initializer_list<std::string_view> parts) {
  auto& text = texts_[column];
  if (views_[column].data() != text.data()) {
    text = views_[column];
  }
  text += text.empty() ? "" : " | ";
  for (const auto part : parts) {
    text += part;
  }
  views_[column] = text;
}

void node_values(const StoredNode& node, std::string_view base, Values& values) {
  values.clear(all_node_columns.size());
  values.point(0, node.name);
  values.put(1, {base, node.id});
  for (const auto& alias : node.aliases) {
    values.join(2, {alias});
  }
  values.number(3, node.releases);
  place_attributes(node.attributes, node_attributes, first_node_columns.size(), values);
}

void edge_values(const Tie& tie, Claims claims, std::string_view base, Values& values) {
  const auto& edge = tie.edge;
  values.clear(edge_columns(claims).size());
  values.number(0, tie.claims);
  values.put(1, {confidence_text(edge.confidence)});
  values.point(2, edge.date);
  values.point(3, edge.sentence);
  values.point(4, edge.release_url);
  values.point(5, edge.release);
  values.point(6, name(edge.status));
  values.point(7, edge.claimed_by);
  values.point(8, edge.evidence.rule);
  values.point(9, name(edge.evidence.field));
  values.number(10, edge.code_points.begin);
  values.number(11, edge.code_points.end);
  values.put(12, {base, "assertion/", edge.id});
  place_attributes(edge.attributes, edge_attributes, first_edge_columns.size(), values);
  if (claims == Claims::together) {
    const auto last = values.size() - together_columns.size();
    values.number(last, tie.claims);
    values.point(last + 1, tie.dates.empty() ? std::string_view() : *tie.dates.begin());
    values.point(last + 2, tie.dates.empty() ? std::string_view() : *tie.dates.rbegin());
  }
}

void each_tie(const SelectedGraph& graph, Claims claims,
              const std::function<void(const Tie&)>& visit) {
  if (claims == Claims::apart) {
    graph.each_edge([&](const StoredEdge& edge) { visit(tie_of(edge)); });
    return;
  }
  std::optional<Tie> open;
  graph.each_edge([&](const StoredEdge& edge) {
    if (open && is_same_tie(open->edge, edge)) {
      add_claim(*open, edge);
      return;
    }
    if (open) {
      visit(*open);
    }
    open = tie_of(edge);
  });
  if (open) {
    visit(*open);
  }
}

std::uint64_t write_property_graph(const SelectedGraph& graph, Claims claims,
                                   PropertyGraphWriter& writer) {
  std::uint64_t nodes = 0;
  graph.each_node([&](const StoredNode& node) {
    writer.node(node);
    ++nodes;
  });
  each_tie(graph, claims, [&](const Tie& tie) { writer.edge(tie); });
  writer.finish();
  return nodes;
}

}  // namespace pressgraph
