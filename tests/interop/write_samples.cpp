// SPDX-License-Identifier: Apache-2.0
// usage: write_samples FOLDER
// The sample graphs of the exporters' tests in every format, for other programs to read.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "exporters/bundle.hpp"
#include "exporters/dot.hpp"
#include "exporters/exporter.hpp"
#include "exporters/gexf.hpp"
#include "exporters/graphml.hpp"
#include "exporters/json_graph.hpp"
#include "exporters/jsonld.hpp"
#include "exporters/lines.hpp"
#include "exporters/raptor.hpp"
#include "exporters/trig.hpp"
#include "exporters/turtle.hpp"
#include "tests/exporters/folder_in_memory.hpp"
#include "tests/exporters/hostile_corpus.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view base = "https://w3id.org/pressgraph/id/";

template <typename Sink, typename... Arguments>
void write_rdf(const SampleGraph& graph, const std::string& path, Arguments... arguments) {
  std::ofstream out(path, std::ios::binary);
  Sink sink(out, arguments...);
  state(graph, sink);
  sink.finish();
}

void write_rdfxml(const SampleGraph& graph, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  RaptorSink sink("rdfxml", out);
  state(graph, sink);
  sink.finish();
}

void write_graphml(const SampleGraph& graph, const std::string& path) {
  for (const auto& profile : graphml_profiles()) {
    const auto claims = profile.has_look ? Claims::together : Claims::apart;
    std::ofstream out(path + "." + std::string(profile.name) + ".graphml", std::ios::binary);
    GraphmlWriter writer({&profile, claims, std::string(base), sample_looks(graph)}, out);
    write_sample(graph, claims, writer);
  }
}

template <typename Writer>
void write_graph(const SampleGraph& graph, Claims claims, Writer&& writer) {
  write_sample(graph, claims, writer);
}

void write_bundle(const SampleGraph& graph, const std::string& path) {
  FolderInMemory folder;
  write_graph(graph, Claims::apart, CsvBundle(std::string(base), Claims::apart, folder));
  std::filesystem::create_directory(path);
  for (const auto& [name, text] : folder.contents()) {
    std::ofstream(path + "/" + name, std::ios::binary) << text;
  }
}

void write_every_rdf(const SampleGraph& graph, const std::string& path) {
  write_rdf<TurtleSink>(graph, path + ".ttl");
  write_rdf<LineSink>(graph, path + ".nt", LineSink::Lines::triples);
  write_rdf<LineSink>(graph, path + ".nq", LineSink::Lines::quads);
  write_rdf<TrigSink>(graph, path + ".trig");
  write_rdf<JsonLdSink>(graph, path + ".jsonld");
}

void write_all(const SampleGraph& graph, const std::string& path) {
  write_every_rdf(graph, path);
  write_bundle(graph, path + ".bundle");
  write_rdfxml(graph, path + ".rdf");
  write_graphml(graph, path);
  std::ofstream gexf(path + ".gexf", std::ios::binary);
  write_graph(graph, Claims::together,
              GexfWriter({std::string(base), sample_looks(graph),
                          sample_ties(graph, Claims::together).size()},
                         gexf));
  std::ofstream cytoscape(path + ".cyjs", std::ios::binary);
  write_graph(graph, Claims::apart,
              CytoscapeWriter({std::string(base), Claims::apart, sample_looks(graph)}, cytoscape));
  std::ofstream dot(path + ".dot", std::ios::binary);
  write_graph(graph, Claims::apart, DotWriter(dot));
  std::ofstream lines(path + ".jsonl", std::ios::binary);
  write_graph(graph, Claims::apart, JsonLinesWriter(std::string(base), Claims::apart, lines));
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
  write_all(sample_graph(), folder + "sample");
  write_all(hostile_graph(), folder + "hostile");
  write_every_rdf(hostile_corpus(), folder + "corpus");
  std::ofstream extraction(folder + "extraction.jsonl", std::ios::binary);
  write_extraction(sample_extraction(), extraction);
  return 0;
}
