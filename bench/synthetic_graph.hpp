// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "exporters/property_graph.hpp"
#include "exporters/statements.hpp"

/// A graph of any size in the manner of a real one, for the writers' benchmarks: made as it goes,
/// the same on every run.
namespace pressgraph {

constexpr std::uint64_t synthetic_resolutions = 2700;

inline StoredNode synthetic_node(std::uint64_t number) {
  StoredNode node;
  node.id = "official/official-number-" + std::to_string(number);
  node.type = NodeType::official;
  node.name = "Official Number " + std::to_string(number);
  node.aliases = {"Mr. Number " + std::to_string(number)};
  node.releases = number % 7 + 1;
  return node;
}

inline StoredEdge synthetic_edge(const StoredNode& subject, std::uint64_t number) {
  const auto text = std::to_string(1000000000 + number);
  StoredEdge edge;
  edge.id = "e000000" + text;
  edge.subject = subject.id;
  edge.relation = Relation::cited;
  edge.object = "resolution/S-RES-" + std::to_string(number % synthetic_resolutions + 1);
  edge.confidence = 0.93;
  edge.evidence.rule = "frame/cite";
  edge.code_points = {1200, 1354};
  edge.sentence = "Mr. Number said that \"the Council\" had, in its resolution " + text +
                  ", reaffirmed what each member owes to the safety of harbours and of those who "
                  "work in them, and asked for a report.";
  edge.release = "release/press-example-org-2024-" + std::to_string(number / 50);
  edge.date = "2024-03-01";
  return edge;
}

/// `edges` edges, ten a node, and their nodes.
inline void synthetic_graph(std::uint64_t edges, StatementSink& sink) {
  Statements statements("https://w3id.org/pressgraph/id/", sink);
  for (std::uint64_t first = 0; first < edges; first += 10) {
    const auto node = synthetic_node(first / 10);
    statements.node(node, nullptr);
    for (auto number = first; number < edges && number < first + 10; ++number) {
      statements.edge(synthetic_edge(node, number));
    }
  }
}

/// The same into `writer`: the nodes and resolutions, then the edges.
inline void synthetic_property_graph(std::uint64_t edges, PropertyGraphWriter& writer) {
  for (std::uint64_t number = 0; number < edges; number += 10) {
    writer.node(synthetic_node(number / 10));
  }
  for (std::uint64_t number = 0; number < synthetic_resolutions; ++number) {
    StoredNode node;
    node.type = NodeType::resolution;
    node.name = "S/RES/" + std::to_string(number + 1);
    node.id = "resolution/S-RES-" + std::to_string(number + 1);
    writer.node(node);
  }
  StoredNode subject;
  for (std::uint64_t number = 0; number < edges; ++number) {
    if (number % 10 == 0) {
      subject = synthetic_node(number / 10);
    }
    writer.edge({synthetic_edge(subject, number), 1, {}});
  }
  writer.finish();
}

}  // namespace pressgraph
