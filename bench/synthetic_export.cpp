// SPDX-License-Identifier: Apache-2.0
// usage: synthetic_export FORMAT EDGES > FILE
// One graph in each format that is written as it comes, made as it is written: for the comparison
// with other programs and the test of memory. `none` makes the nodes and edges of GraphML and
// writes nothing: what the making takes.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "bench/synthetic_graph.hpp"
#include "exporters/bundle.hpp"
#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/graphml.hpp"
#include "exporters/json_graph.hpp"
#include "exporters/jsonld.hpp"
#include "exporters/lines.hpp"
#include "exporters/raptor.hpp"
#include "exporters/trig.hpp"
#include "exporters/turtle.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view base = "https://w3id.org/pressgraph/id/";

template <typename Sink, auto... arguments>
void write_rdf(std::uint64_t edges) {
  Sink sink(std::cout, arguments...);
  synthetic_graph(edges, sink);
  sink.finish();
}

void write_rdfxml(std::uint64_t edges) {
  RaptorSink sink("rdfxml", std::cout);
  synthetic_graph(edges, sink);
  sink.finish();
}

void write_graphml_for(std::string_view profile, std::uint64_t edges) {
  GraphmlWriter writer({graphml_profile_named(profile), Claims::apart, std::string(base), {}},
                       std::cout);
  synthetic_property_graph(edges, writer);
}

void write_graphml(std::uint64_t edges) {
  write_graphml_for("neo4j", edges);
}
void write_universal(std::uint64_t edges) {
  write_graphml_for("universal", edges);
}
void write_strict(std::uint64_t edges) {
  write_graphml_for("strict", edges);
}
void write_tinkerpop(std::uint64_t edges) {
  write_graphml_for("tinkerpop", edges);
}

// All files of a folder one after another: the test of memory asks for no more.
class OneStream final : public ExportFolder {
 public:
  std::ostream& file(const std::string& /*name*/) override { return std::cout; }
};

template <typename Writer>
void write_tables(std::uint64_t edges) {
  OneStream folder;
  Writer writer(std::string(base), Claims::apart, folder);
  synthetic_property_graph(edges, writer);
}

void write_json_lines(std::uint64_t edges) {
  JsonLinesWriter writer(std::string(base), Claims::apart, std::cout);
  synthetic_property_graph(edges, writer);
}

void write_dot(std::uint64_t edges) {
  DotWriter writer(std::cout);
  synthetic_property_graph(edges, writer);
}

class NoWriter final : public PropertyGraphWriter {
 public:
  void node(const StoredNode& /*node*/) override {}
  void edge(const Tie& /*tie*/) override {}
  void finish() override {}
};

void write_none(std::uint64_t edges) {
  NoWriter writer;
  synthetic_property_graph(edges, writer);
}

struct Format {
  std::string_view name;
  void (*write)(std::uint64_t edges);
};

constexpr std::array<Format, 15> formats{{
    {"turtle", write_rdf<TurtleSink>},
    {"ntriples", write_rdf<LineSink, LineSink::Lines::triples>},
    {"nquads", write_rdf<LineSink, LineSink::Lines::quads>},
    {"trig", write_rdf<TrigSink>},
    {"jsonld", write_rdf<JsonLdSink>},
    {"rdfxml", write_rdfxml},
    {"graphml", write_graphml},
    {"graphml-universal", write_universal},
    {"graphml-strict", write_strict},
    {"graphml-tinkerpop", write_tinkerpop},
    {"csv", write_tables<CsvTables>},
    {"neo4j-csv", write_tables<CsvBundle>},
    {"jsonl", write_json_lines},
    {"dot", write_dot},
    {"none", write_none},
}};

int write(std::string_view name, std::uint64_t edges) {
  const auto* const format = std::ranges::find(formats, name, &Format::name);
  if (format == formats.end()) {
    std::cerr << "'" << name << "' is no format here\n";
    return 2;
  }
  format->write(edges);
  return std::cout.flush() ? 0 : 1;
}

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: synthetic_export FORMAT EDGES > FILE\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  return pressgraph::write(argv[1], std::strtoull(argv[2], nullptr, 10));
}
