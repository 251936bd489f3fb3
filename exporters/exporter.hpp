// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "exporters/csv.hpp"
#include "exporters/line_text.hpp"
#include "exporters/property_graph.hpp"
#include "exporters/selection.hpp"
#include "graph/packed_extraction.hpp"
#include "graph/store.hpp"

/// Graph -> bytes. One file a format; exporters.cpp lists them in one table.
namespace pressgraph {

enum class ExportFormat : std::uint8_t {
  turtle,
  ntriples,
  nquads,
  trig,
  rdfxml,
  jsonld,
  void_description,
  graphml,
  gexf,
  cytoscape,
  dot,
  jsonl,
  csv,
  neo4j_csv
};

struct ExportFormatInfo {
  ExportFormat format;
  std::string_view name;
  std::string_view extension;   ///< "ttl"; empty for a folder of several files
  std::string_view media_type;  ///< "text/turtle"
  std::string_view description;
};

/// Statements about statements, beside the evidence nodes: none, or those that neosemantics (n10s)
/// takes for the properties of a relationship.
enum class RdfStar : std::uint8_t { none, n10s };

struct ExportOptions {
  std::string base = "https://w3id.org/pressgraph/id/";  ///< what node ids are appended to
  Selection selection;
  std::string profile = "universal";  ///< of GraphML, see graphml_profiles()
  Claims claims = Claims::apart;      ///< whether claims that say the same are one edge
  RdfStar rdf_star = RdfStar::none;   ///< of Turtle
};

std::span<const ExportFormatInfo> export_formats();
std::optional<ExportFormat> export_format_named(std::string_view name);

/// Writes `store` to `out` and gives the number of nodes written, in constant memory but where a
/// picture is laid out (gexf, cytoscape, and GraphML for Gephi and yEd). Throws Error where writing
/// fails, or where the library behind the format reports anything at all. REQUIRES: the format is
/// one file.
std::uint64_t write_export(const Store& store, ExportFormat format, const ExportOptions& options,
                           std::ostream& out);

/// The same for a format that is a folder.
std::uint64_t write_export(const Store& store, ExportFormat format, const ExportOptions& options,
                           ExportFolder& folder);

/// One extraction as one line of JSON (schemas/extraction.schema.json), newline included; offsets
/// in code points.
LineText extraction_line(const Extraction& extraction);

/// The same to a stream, in pieces: for what may be large.
void write_extraction(const Extraction& extraction, std::ostream& out);

/// The same, with what stands before its own nodes and edges.
void write_extraction(const Extraction& extraction, const PackedParts& before, std::ostream& out);

}  // namespace pressgraph
