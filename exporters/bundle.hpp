// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "exporters/csv.hpp"
#include "exporters/property_graph.hpp"

namespace pressgraph {

/// CSV files for bulk loaders: one a type, `nodes_Official.csv`, and one a relation and the types
/// that it joins, `rels_CITED_Official_Resolution.csv`, with neo4j-admin's headers; scripts that
/// load them (loader_scripts.hpp); and manifest.json with the rows and the SHA-256 of each file.
class CsvBundle final : public PropertyGraphWriter {
 public:
  /// Keeps `folder`, which must outlive it.
  CsvBundle(std::string base, Claims claims, ExportFolder& folder);
  ~CsvBundle() override;
  CsvBundle(const CsvBundle&) = delete;
  CsvBundle& operator=(const CsvBundle&) = delete;
  CsvBundle(CsvBundle&&) = delete;
  CsvBundle& operator=(CsvBundle&&) = delete;

  void node(const StoredNode& node) override;
  void edge(const Tie& tie) override;
  void finish() override;

 private:
  class File;

  File& file(const std::string& name, std::string_view header);
  void append_values(std::span<const Column> columns);

  std::string base_;
  Claims claims_;
  ExportFolder& folder_;
  std::string node_header_;
  std::string edge_header_;
  std::map<std::string, std::unique_ptr<File>> files_;
  std::string line_;
  Values values_;
};

/// `elements` as neo4j-admin reads an array: parted by semicolons, those within as commas.
std::string neo4j_array(const std::vector<std::string>& elements);

}  // namespace pressgraph
