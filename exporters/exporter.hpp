// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "graph/store.hpp"

/// Graph -> bytes. One file a format; exporters.cpp lists them in one table.
namespace pressgraph {

enum class ExportFormat : std::uint8_t { turtle, ntriples, rdfxml, graphml };

struct ExportFormatInfo {
  ExportFormat format;
  std::string_view name;
  std::string_view extension;   ///< "ttl"
  std::string_view media_type;  ///< "text/turtle"
  std::string_view description;
};

struct ExportOptions {
  std::string base = "https://w3id.org/pressgraph/id/";  ///< what node ids are appended to
  EdgeFilter edges;  ///< nodes without edges are written all the same
};

std::span<const ExportFormatInfo> export_formats();
std::optional<ExportFormat> export_format_named(std::string_view name);

/// Writes `store` to `out` in constant memory. Throws Error where writing fails, or where the
/// library behind the format reports anything at all.
void write_export(const Store& store, ExportFormat format, const ExportOptions& options,
                  std::ostream& out);

/// One extraction as one line of JSON (schemas/extraction.schema.json), newline included; offsets
/// in code points.
void write_extraction(const Extraction& extraction, std::ostream& out);

}  // namespace pressgraph
