// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "exporters/property_graph.hpp"

namespace pressgraph {

/// The files of an export that is a folder. Exporters open no file themselves.
class ExportFolder {
 public:
  ExportFolder() = default;
  ExportFolder(const ExportFolder&) = delete;
  ExportFolder& operator=(const ExportFolder&) = delete;
  ExportFolder(ExportFolder&&) = delete;
  ExportFolder& operator=(ExportFolder&&) = delete;
  virtual ~ExportFolder() = default;

  /// A new file, which stays open as long as the folder. Throws Error where it cannot be made.
  virtual std::ostream& file(const std::string& name) = 0;
};

/// nodes.csv and edges.csv for spreadsheets: RFC 4180 with a header, the ids first, line ends in
/// texts as spaces, and what a spreadsheet would run as a formula behind an apostrophe.
class CsvTables final : public PropertyGraphWriter {
 public:
  /// Keeps `folder`, which must outlive it.
  CsvTables(std::string base, Claims claims, ExportFolder& folder);

  void node(const StoredNode& node) override;
  void edge(const Tie& tie) override;
  void finish() override;

 private:
  void row(std::ostream& out, std::span<const Column> columns);

  std::string base_;
  Claims claims_;
  std::ostream& nodes_;
  std::ostream& edges_;
  std::string line_;
  Values values_;
};

/// What a cell holds of `text`: line ends and tabs as one space, and nothing that XML cannot hold.
std::string cell(std::string_view text);

/// The same, with an apostrophe before what a spreadsheet would take for a formula.
std::string cell_for_spreadsheets(std::string_view text);

/// Appends `text` in quotes, a quote in it doubled, as `cell` has it.
void append_csv(std::string& out, std::string_view text);

/// The same, as `cell_for_spreadsheets` has it.
void append_csv_for_spreadsheets(std::string& out, std::string_view text);

}  // namespace pressgraph
