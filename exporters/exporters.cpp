// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "exporters/exporter.hpp"
#include "exporters/graphml.hpp"
#include "exporters/raptor.hpp"
#include "exporters/statements.hpp"
#include "exporters/turtle.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

using Writer = void (*)(const Store&, const ExportOptions&, std::ostream&);

/// Node by node, each with its edges, so that what is said of a subject stands together.
void write_statements(const Store& store, const ExportOptions& options, StatementSink& sink) {
  Statements statements(options.base, sink);
  store.each_node_with_edges(
      options.edges,
      [&](const StoredNode& node) {
        const auto read = node.type == NodeType::release ? store.release(node.id) : std::nullopt;
        statements.node(node, read ? &*read : nullptr);
      },
      [&](const StoredEdge& edge) { statements.edge(edge); });
}

void write_turtle(const Store& store, const ExportOptions& options, std::ostream& out) {
  TurtleSink sink(out);
  write_statements(store, options, sink);
  sink.finish();
}

void write_through_raptor(const Store& store, const ExportOptions& options,
                          const std::string& syntax, std::ostream& out) {
  RaptorSink sink(syntax, out);
  write_statements(store, options, sink);
  sink.finish();
}

void write_ntriples(const Store& store, const ExportOptions& options, std::ostream& out) {
  write_through_raptor(store, options, "ntriples", out);
}

void write_rdfxml(const Store& store, const ExportOptions& options, std::ostream& out) {
  write_through_raptor(store, options, "rdfxml", out);
}

void write_graphml(const Store& store, const ExportOptions& options, std::ostream& out) {
  GraphmlWriter writer(options.base, out);
  store.each_node([&](const StoredNode& node) { writer.node(node); });
  store.each_edge(options.edges, [&](const StoredEdge& edge) { writer.edge(edge); });
  writer.finish();
}

/// Every format, in the order that help prints them and of the enumeration.
constexpr std::array<ExportFormatInfo, 4> formats{{
    {ExportFormat::turtle, "turtle", "ttl", "text/turtle",
     "RDF 1.1 Turtle, grouped by subject, with an evidence node for each edge"},
    {ExportFormat::ntriples, "ntriples", "nt", "application/n-triples",
     "the same statements, one a line"},
    {ExportFormat::rdfxml, "rdfxml", "rdf", "application/rdf+xml", "the same statements as XML"},
    {ExportFormat::graphml, "graphml", "graphml", "application/graphml+xml",
     "GraphML for Gephi, NetworkX, igraph and graph databases"},
}};

constexpr std::array<Writer, 4> writers{write_turtle, write_ntriples, write_rdfxml, write_graphml};

}  // namespace

std::span<const ExportFormatInfo> export_formats() {
  return formats;
}

std::optional<ExportFormat> export_format_named(std::string_view name) {
  const auto* const found = std::ranges::find(formats, name, &ExportFormatInfo::name);
  return found == formats.end() ? std::nullopt : std::optional(found->format);
}

void write_export(const Store& store, ExportFormat format, const ExportOptions& options,
                  std::ostream& out) {
  const auto index = static_cast<std::size_t>(format);
  writers.at(index)(store, options, out);
  out.flush();
  if (!out) {
    throw Error("export as " + std::string(formats.at(index).name) +
                ": cannot write the output, is the disk full?");
  }
}

}  // namespace pressgraph
