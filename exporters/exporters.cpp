// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "exporters/bundle.hpp"
#include "exporters/csv.hpp"
#include "exporters/dot.hpp"
#include "exporters/exporter.hpp"
#include "exporters/gexf.hpp"
#include "exporters/graphml.hpp"
#include "exporters/json_graph.hpp"
#include "exporters/jsonld.hpp"
#include "exporters/lines.hpp"
#include "exporters/raptor.hpp"
#include "exporters/statements.hpp"
#include "exporters/trig.hpp"
#include "exporters/turtle.hpp"
#include "exporters/void_description.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

/// Gives the number of nodes that were written.
using Writer = std::uint64_t (*)(const Store&, const ExportOptions&, std::ostream&);
using FolderWriter = std::uint64_t (*)(const Store&, const ExportOptions&, ExportFolder&);

template <typename Sink, auto... arguments>
std::uint64_t write_rdf(const Store& store, const ExportOptions& options, std::ostream& out) {
  Sink sink(out, arguments...);
  const auto nodes = write_statements(store, options.selection, options.base, sink);
  sink.finish();
  return nodes;
}

std::uint64_t write_turtle(const Store& store, const ExportOptions& options, std::ostream& out) {
  TurtleSink sink(out, options.rdf_star == RdfStar::n10s ? TurtleSink::Quoted::written
                                                         : TurtleSink::Quoted::left_out);
  const auto nodes = write_statements(store, options.selection, options.base, sink);
  sink.finish();
  return nodes;
}

std::uint64_t write_rdfxml(const Store& store, const ExportOptions& options, std::ostream& out) {
  RaptorSink sink("rdfxml", out);
  const auto nodes = write_statements(store, options.selection, options.base, sink);
  sink.finish();
  return nodes;
}

std::uint64_t write_void(const Store& store, const ExportOptions& options, std::ostream& out) {
  VoidDescription description;
  const auto nodes = write_statements(store, options.selection, options.base, description);
  description.write(options.base, out);
  return nodes;
}

std::uint64_t write_graphml(const Store& store, const ExportOptions& options, std::ostream& out) {
  const auto* const profile = graphml_profile_named(options.profile);
  if (profile == nullptr) {
    throw Error("export as graphml: there is no profile '" + options.profile + "'");
  }
  const SelectedGraph graph(store, options.selection, Sources::left_out);
  // Gephi makes one edge of parallel ones of a kind, so it gets them as one.
  const auto claims = profile->has_look ? Claims::together : options.claims;
  GraphmlWriter::Settings settings{profile, claims, options.base, {}};
  if (profile->has_look || profile->has_yed) {
    settings.looks = looks(graph);
  }
  GraphmlWriter writer(std::move(settings), out);
  return write_property_graph(graph, claims, writer);
}

std::uint64_t write_gexf(const Store& store, const ExportOptions& options, std::ostream& out) {
  const SelectedGraph graph(store, options.selection, Sources::left_out);
  std::size_t edges = 0;
  each_tie(graph, Claims::together, [&](const Tie& /*tie*/) { ++edges; });
  GexfWriter writer({options.base, looks(graph), edges}, out);
  return write_property_graph(graph, Claims::together, writer);
}

std::uint64_t write_cytoscape(const Store& store, const ExportOptions& options, std::ostream& out) {
  const SelectedGraph graph(store, options.selection, Sources::left_out);
  CytoscapeWriter writer({options.base, options.claims, looks(graph)}, out);
  return write_property_graph(graph, options.claims, writer);
}

std::uint64_t write_dot(const Store& store, const ExportOptions& options, std::ostream& out) {
  const SelectedGraph graph(store, options.selection, Sources::left_out);
  DotWriter writer(out);
  return write_property_graph(graph, options.claims, writer);
}

std::uint64_t write_jsonl(const Store& store, const ExportOptions& options, std::ostream& out) {
  const SelectedGraph graph(store, options.selection, Sources::left_out);
  JsonLinesWriter writer(options.base, options.claims, out);
  return write_property_graph(graph, options.claims, writer);
}

template <typename FolderWriterType>
std::uint64_t write_folder(const Store& store, const ExportOptions& options, ExportFolder& folder) {
  const SelectedGraph graph(store, options.selection, Sources::left_out);
  FolderWriterType writer(options.base, options.claims, folder);
  return write_property_graph(graph, options.claims, writer);
}

struct Row {
  ExportFormatInfo info;
  Writer write;
  FolderWriter write_folder = nullptr;  ///< where it is several files
};

/// Every format, in the order that help prints them and of the enumeration.
constexpr std::array<Row, 14> rows{{
    {{ExportFormat::turtle, "turtle", "ttl", "text/turtle",
      "RDF 1.1 Turtle, grouped by subject, with an evidence node for each edge"},
     write_turtle},
    {{ExportFormat::ntriples, "ntriples", "nt", "application/n-triples",
      "the same statements, one a line"},
     write_rdf<LineSink, LineSink::Lines::triples>},
    {{ExportFormat::nquads, "nquads", "nq", "application/n-quads",
      "the same, with what each release says in a graph named after it"},
     write_rdf<LineSink, LineSink::Lines::quads>},
    {{ExportFormat::trig, "trig", "trig", "application/trig", "the same graphs, grouped"},
     write_rdf<TrigSink>},
    {{ExportFormat::rdfxml, "rdfxml", "rdf", "application/rdf+xml", "the same statements as XML"},
     write_rdfxml},
    {{ExportFormat::jsonld, "jsonld", "jsonld", "application/ld+json",
      "the same statements as JSON-LD 1.1, its context inside"},
     write_rdf<JsonLdSink>},
    {{ExportFormat::void_description, "void", "ttl", "text/turtle",
      "what those files hold, counted: a VoID description"},
     write_void},
    {{ExportFormat::graphml, "graphml", "graphml", "application/graphml+xml",
      "GraphML for Gephi, NetworkX, igraph and graph databases (--profile)"},
     write_graphml},
    {{ExportFormat::gexf, "gexf", "gexf", "application/gexf+xml",
      "GEXF 1.3 for Gephi, laid out, with colours, sizes and timeline"},
     write_gexf},
    {{ExportFormat::cytoscape, "cytoscape", "cyjs", "application/json",
      "Cytoscape's JSON, laid out"},
     write_cytoscape},
    {{ExportFormat::dot, "dot", "dot", "text/vnd.graphviz", "Graphviz"}, write_dot},
    {{ExportFormat::jsonl, "jsonl", "jsonl", "application/jsonl", "one node or edge a line"},
     write_jsonl},
    {{ExportFormat::csv, "csv", "", "text/csv", "nodes.csv and edges.csv for spreadsheets"},
     nullptr,
     write_folder<CsvTables>},
    {{ExportFormat::neo4j_csv, "neo4j-csv", "", "text/csv",
      "CSV files for bulk loaders, with scripts that load them"},
     nullptr,
     write_folder<CsvBundle>},
}};

constexpr auto formats = [] {
  std::array<ExportFormatInfo, rows.size()> infos{};
  std::ranges::transform(rows, infos.begin(), &Row::info);
  return infos;
}();

}  // namespace

std::span<const ExportFormatInfo> export_formats() {
  return formats;
}

std::optional<ExportFormat> export_format_named(std::string_view name) {
  const auto* const found = std::ranges::find(formats, name, &ExportFormatInfo::name);
  return found == formats.end() ? std::nullopt : std::optional(found->format);
}

std::uint64_t write_export(const Store& store, ExportFormat format, const ExportOptions& options,
                           std::ostream& out) {
  const auto& row = rows.at(static_cast<std::size_t>(format));
  if (row.write == nullptr) {
    throw Error("export as " + std::string(row.info.name) + ": is a folder of several files");
  }
  if (options.rdf_star != RdfStar::none && format != ExportFormat::turtle) {
    throw Error("export as " + std::string(row.info.name) +
                ": has no RDF-star for n10s, which is written in turtle alone");
  }
  const auto nodes = row.write(store, options, out);
  out.flush();
  if (!out) {
    throw Error("export as " + std::string(row.info.name) +
                ": cannot write the output, is the disk full?");
  }
  return nodes;
}

std::uint64_t write_export(const Store& store, ExportFormat format, const ExportOptions& options,
                           ExportFolder& folder) {
  const auto& row = rows.at(static_cast<std::size_t>(format));
  if (row.write_folder == nullptr) {
    throw Error("export as " + std::string(row.info.name) + ": is one file");
  }
  return row.write_folder(store, options, folder);
}

}  // namespace pressgraph
