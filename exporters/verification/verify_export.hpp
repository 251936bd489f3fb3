// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "exporters/exporter.hpp"
#include "exporters/verification/comparison.hpp"
#include "graph/store.hpp"

/// Reads a file that `write_export` wrote, or another program wrote again, and holds it to the
/// store.
namespace pressgraph {

struct ExportProof {
  std::string format;  ///< what it was read as: "GraphML (universal)"
  Comparison comparison;
};

/// The bytes of the file from their beginning; called once more where it differs.
using OpenFile = std::function<std::unique_ptr<std::istream>()>;

/// Compares what the file means with what `options` select of `store`: order, layout and spelling
/// do not matter, and what a picture adds (places, sizes, colours) is not compared. The format is
/// told from the content, GraphML's profile too. Time is linear, memory constant; GEXF takes the
/// days of each node. Throws Error, with the line or byte, where it cannot be read.
ExportProof verify_export(const Store& store, const ExportOptions& options, const OpenFile& open);

/// The files of an export that is a folder, by name.
struct ExportedFolder {
  std::vector<std::string> names;
  std::function<std::unique_ptr<std::istream>(const std::string& name)> open;
};

/// The same for `csv` and `neo4j-csv`, whose manifest must tell the rows and hashes of its files.
ExportProof verify_export(const Store& store, const ExportOptions& options,
                          const ExportedFolder& folder);

}  // namespace pressgraph
