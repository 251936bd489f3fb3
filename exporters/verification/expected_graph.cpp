// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "exporters/bundle.hpp"
#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/look.hpp"
#include "exporters/verification/expected.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

using Text = std::string (*)(std::string_view);

std::string as_it_is(std::string_view text) {
  return std::string(text);
}

/// As XML for Gephi has it.
std::string guarded(std::string_view text) {
  return without_inf(xml_characters(text));
}

/// The columns of a node or edge; what `text` makes of each is what a file holds.
void add_values(std::span<const Column> columns, const Values& values, Text text, Item& item) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    item.add(columns[at].name, text(values[at]));
  }
}

/// What is common to all formats: hands over each node and edge, with its columns. What a format
/// says besides, and the id, is the matter of `of_node` and `of_edge`.
struct Shape {
  Claims claims = Claims::apart;
  Text text = as_it_is;
  std::function<void(const StoredNode& node, Item& item)> of_node;
  std::function<void(const Tie& tie, Item& item)> of_edge;
};

void expect(const SelectedGraph& graph, const std::string& base, const Shape& shape,
            const TakeItem& take) {
  Values values;
  graph.each_node([&](const StoredNode& node) {
    Item item(ItemKind::node, node.id);
    node_values(node, base, values);
    add_values(node_columns(), values, shape.text, item);
    shape.of_node(node, item);
    item.sort();
    take(item);
  });
  each_tie(graph, shape.claims, [&](const Tie& tie) {
    Item item(ItemKind::edge, tie.edge.id);
    edge_values(tie, shape.claims, base, values);
    add_values(edge_columns(shape.claims), values, shape.text, item);
    shape.of_edge(tie, item);
    item.sort();
    take(item);
  });
}

/// The ends and the relation under the names that most formats have.
void add_ends(const Tie& tie, Item& item) {
  item.add("subject", tie.edge.subject);
  item.add("object", tie.edge.object);
  item.add("relation", name(tie.edge.relation));
}

void add_type(const StoredNode& node, Item& item) {
  item.add("type", name(node.type));
}

std::string_view type_name_of(std::string_view id) {
  const auto type = type_of_id(id);
  return type ? name(*type) : std::string_view();
}

SelectedGraph selected(const Store& store, const ExportOptions& options) {
  return {store, options.selection, Sources::left_out};
}

/// The days of `dates`, as GEXF has them.
void add_spells(const std::set<std::string>& dates, Item& item) {
  std::set<std::string_view> days;
  for (const auto& date : dates) {
    days.insert(whole_day(date));
  }
  for (const auto day : days) {
    item.add("spells", day);
  }
}

void add_graphml(const GraphmlProfile& profile, const StoredNode& node, Item& item) {
  const auto label = std::string(name(node.type));
  const auto in_neo4j = ":" + label;
  item.id = nmtoken(node.id);
  item.add("@labels", profile.labels_as_xml ? in_neo4j : "");
  item.add("desc", profile.has_desc ? xml_characters(node.name) : "");
  if (!profile.node_label.empty()) {
    item.add(profile.node_label, profile.node_label == "labels" ? in_neo4j : label);
  }
}

void add_graphml(const GraphmlProfile& profile, const Tie& tie, Item& item) {
  const auto& relation = info(tie.edge.relation);
  item.id = nmtoken(tie.edge.id);
  item.add("@source", nmtoken(tie.edge.subject));
  item.add("@target", nmtoken(tie.edge.object));
  item.add("@label", profile.labels_as_xml ? relation.label : "");
  item.add("desc", profile.has_edge_desc ? relation.name : "");
  if (!profile.edge_label.empty()) {
    item.add(profile.edge_label, relation.label);
  }
}

}  // namespace

void expect_graphml(const Store& store, const ExportOptions& options, const GraphmlProfile& profile,
                    const TakeItem& take) {
  Shape shape;
  shape.claims = profile.has_look ? Claims::together : options.claims;
  shape.text = profile.has_look ? guarded : xml_characters;
  shape.of_node = [&](const StoredNode& node, Item& item) { add_graphml(profile, node, item); };
  shape.of_edge = [&](const Tie& tie, Item& item) { add_graphml(profile, tie, item); };
  expect(selected(store, options), options.base, shape, take);
}

void expect_gexf(const Store& store, const ExportOptions& options, const TakeItem& take) {
  const auto graph = selected(store, options);
  const auto days = days_of_nodes(graph);
  Shape shape;
  shape.claims = Claims::together;
  shape.text = guarded;
  shape.of_node = [&](const StoredNode& node, Item& item) {
    item.id = nmtoken(node.id);
    item.add("@label", xml_characters(node.name));
    item.add("kind", name(node.type));
    if (const auto found = days.find(node.id); found != days.end()) {
      add_spells(found->second, item);
    }
  };
  shape.of_edge = [](const Tie& tie, Item& item) {
    const auto& relation = info(tie.edge.relation);
    item.id = nmtoken(tie.edge.id);
    item.add("@source", nmtoken(tie.edge.subject));
    item.add("@target", nmtoken(tie.edge.object));
    item.add("@type", "directed");
    item.add("@kind", relation.label);
    item.add("@label", relation.name);
    item.add("relation", relation.label);
    for (auto& value : item.values) {
      value.first = value.first == "weight" ? "@weight" : value.first;
    }
    add_spells(tie.dates, item);
  };
  expect(graph, options.base, shape, take);
}

void expect_cytoscape(const Store& store, const ExportOptions& options, const TakeItem& take) {
  Shape shape;
  shape.claims = options.claims;
  shape.of_node = [](const StoredNode& node, Item& item) { item.add("kind", name(node.type)); };
  shape.of_edge = [](const Tie& tie, Item& item) {
    item.add("source", tie.edge.subject);
    item.add("target", tie.edge.object);
    item.add("interaction", name(tie.edge.relation));
  };
  expect(selected(store, options), options.base, shape, take);
}

void expect_jsonl(const Store& store, const ExportOptions& options, const TakeItem& take) {
  expect(selected(store, options), options.base, {options.claims, as_it_is, add_type, add_ends},
         take);
}

void expect_csv(const Store& store, const ExportOptions& options, const TakeItem& take) {
  expect(selected(store, options), options.base,
         {options.claims, cell_for_spreadsheets, add_type, add_ends}, take);
}

void expect_bundle(const Store& store, const ExportOptions& options, const TakeItem& take) {
  Shape shape;
  shape.claims = options.claims;
  shape.text = cell;
  shape.of_node = [](const StoredNode& node, Item& item) {
    item.id = nmtoken(node.id);
    std::erase_if(item.values, [](const auto& value) { return value.first == "aliases"; });
    item.add("aliases", cell(neo4j_array(node.aliases)));
    add_type(node, item);
  };
  shape.of_edge = [](const Tie& tie, Item& item) {
    item.add("subject", nmtoken(tie.edge.subject));
    item.add("object", nmtoken(tie.edge.object));
    item.add("relation", info(tie.edge.relation).label);
    item.add("from", type_name_of(tie.edge.subject));
    item.add("to", type_name_of(tie.edge.object));
  };
  expect(selected(store, options), options.base, shape, take);
}

void expect_dot(const Store& store, const ExportOptions& options, const TakeItem& take) {
  const auto graph = selected(store, options);
  graph.each_node([&](const StoredNode& node) {
    Item item(ItemKind::node, node.id);
    item.add("label", dot_text(node.name));
    item.add("class", name(node.type));
    item.sort();
    take(item);
  });
  each_tie(graph, options.claims, [&](const Tie& tie) {
    Item item(ItemKind::edge, tie.edge.id);
    item.add("subject", tie.edge.subject);
    item.add("object", tie.edge.object);
    item.add("label", name(tie.edge.relation));
    item.add("weight", std::to_string(tie.claims));
    item.add("tooltip", dot_text(tie.edge.sentence));
    item.sort();
    take(item);
  });
}

}  // namespace pressgraph
