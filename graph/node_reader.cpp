// SPDX-License-Identifier: Apache-2.0
#include "graph/node_reader.hpp"

#include <string>

#include "graph/store_schema.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view node_columns =
    "SELECT id, gid, type, coalesce((SELECT value FROM trait WHERE id = node.name), slug), named "
    "FROM node WHERE canonical = id AND named > 0 ";

std::string traits_of_node(sqlite3* database) {
  const std::string told =
      "SELECT t.name, t.value FROM node m JOIN trait t ON t.node = m.id WHERE m.canonical = ?1 AND "
      "t.live > 0 ";
  if (!Statement(database, "SELECT 1 FROM authority").step()) {
    return told + "GROUP BY 1, 2 ORDER BY 1, 2";
  }
  const std::string entries = std::string("IN (") + entries_of_node + ") ";
  return told + "UNION SELECT '', form FROM authority_form WHERE authority " + entries +
         "UNION SELECT name, iri FROM authority_link WHERE authority " + entries +
         "UNION SELECT 'same_as', iri FROM authority WHERE iri LIKE 'http%' AND id " + entries +
         "ORDER BY 1, 2";
}

}  // namespace

NodeReader::NodeReader(sqlite3* database)
    : database_(database),
      node_(database, std::string(node_columns) + "AND gid = ?"),
      traits_(database, traits_of_node(database)) {}

StoredNode NodeReader::read(const Statement& row) {
  StoredNode node;
  node.id = row.text(1);
  node.type = static_cast<NodeType>(row.integer(2));
  node.name = row.text(3);
  node.releases = static_cast<std::uint64_t>(row.integer(4));
  traits_.bind(row.integer(0));
  while (traits_.step()) {
    auto name = traits_.text(0);
    auto value = traits_.text(1);
    if (!name.empty()) {
      node.attributes.push_back({std::move(name), std::move(value)});
    } else if (value != node.name) {
      node.aliases.push_back(std::move(value));
    }
  }
  return node;
}

void NodeReader::each(const std::function<void(const StoredNode&)>& visit) {
  Statement rows(database_, std::string(node_columns) + "ORDER BY gid");
  while (rows.step()) {
    visit(read(rows));
  }
}

std::optional<StoredNode> NodeReader::find(std::string_view id) {
  node_.bind(id);
  if (!node_.step()) {
    return std::nullopt;
  }
  auto node = read(node_);
  node_.bind();  // lets go of what it read
  return node;
}

}  // namespace pressgraph
