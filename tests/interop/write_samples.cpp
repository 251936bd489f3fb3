// SPDX-License-Identifier: Apache-2.0
// usage: write_samples FOLDER
// The sample graphs of the exporters' tests in every format, for other programs to read.
#include <fstream>
#include <iostream>

#include "exporters/exporter.hpp"
#include "exporters/graphml.hpp"
#include "exporters/raptor.hpp"
#include "exporters/turtle.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view base = "https://w3id.org/pressgraph/id/";

void write_rdf(const SampleGraph& graph, const std::string& path) {
  std::ofstream turtle(path + ".ttl", std::ios::binary);
  TurtleSink own(turtle);
  state(graph, own);
  own.finish();
  for (const std::string syntax : {"ntriples", "rdfxml"}) {
    std::ofstream out(path + (syntax == "ntriples" ? ".nt" : ".rdf"), std::ios::binary);
    RaptorSink sink(syntax, out);
    state(graph, sink);
    sink.finish();
  }
}

void write_graphml(const SampleGraph& graph, const std::string& path) {
  std::ofstream out(path + ".graphml", std::ios::binary);
  GraphmlWriter writer(base, out);
  for (const auto& node : graph.nodes) {
    writer.node(node);
  }
  for (const auto& edge : graph.edges) {
    writer.edge(edge);
  }
  writer.finish();
}

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  using namespace pressgraph;
  if (argc != 2) {
    std::cerr << "usage: write_samples FOLDER\n";
    return 2;
  }
  const std::string folder = std::string(argv[1]) + "/";
  write_rdf(sample_graph(), folder + "sample");
  write_rdf(hostile_graph(), folder + "hostile");
  write_graphml(sample_graph(), folder + "sample");
  write_graphml(hostile_graph(), folder + "hostile");
  std::ofstream extraction(folder + "extraction.jsonl", std::ios::binary);
  write_extraction(sample_extraction(), extraction);
  return 0;
}
