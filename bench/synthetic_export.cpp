// SPDX-License-Identifier: Apache-2.0
// usage: synthetic_export turtle|ntriples|graphml|none EDGES > FILE
// One graph in each format, made as it is written, for the comparison with other programs; `none`
// makes the nodes and edges of GraphML and writes nothing: what the making takes.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "bench/synthetic_graph.hpp"
#include "exporters/graphml.hpp"
#include "exporters/lines.hpp"
#include "exporters/turtle.hpp"

namespace pressgraph {
namespace {

template <typename Sink, typename... Arguments>
void write_rdf(std::uint64_t edges, Arguments... arguments) {
  Sink sink(std::cout, arguments...);
  synthetic_graph(edges, sink);
  sink.finish();
}

class NoWriter final : public PropertyGraphWriter {
 public:
  void node(const StoredNode& /*node*/) override {}
  void edge(const Tie& /*tie*/) override {}
  void finish() override {}
};

int write(std::string_view format, std::uint64_t edges) {
  if (format == "turtle") {
    write_rdf<TurtleSink>(edges);
  } else if (format == "ntriples") {
    write_rdf<LineSink>(edges, LineSink::Lines::triples);
  } else if (format == "graphml") {
    GraphmlWriter writer(
        {graphml_profile_named("neo4j"), Claims::apart, "https://w3id.org/pressgraph/id/", {}},
        std::cout);
    synthetic_property_graph(edges, writer);
  } else if (format == "none") {
    NoWriter writer;
    synthetic_property_graph(edges, writer);
  } else {
    std::cerr << "'" << format << "' is no format here\n";
    return 2;
  }
  return std::cout.flush() ? 0 : 1;
}

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: synthetic_export turtle|ntriples|graphml|none EDGES > FILE\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  return pressgraph::write(argv[1], std::strtoull(argv[2], nullptr, 10));
}
