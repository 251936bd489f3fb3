// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/folder_output.hpp"
#include "cli/gzip.hpp"
#include "cli/named_node.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"
#include "cli/terminal.hpp"
#include "exporters/exporter.hpp"
#include "exporters/graphml.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

void write_file(const Store& store, ExportFormat format, const ExportOptions& options,
                const std::string& path) {
  Output output(path);
  if (path.ends_with(".gz")) {
    GzipBuffer buffer(output.stream());
    std::ostream packed(&buffer);
    packed.exceptions(std::ios::badbit);
    write_export(store, format, options, packed);
    buffer.finish();
  } else {
    write_export(store, format, options, output.stream());
  }
  output.commit();
}

void write_folder(const Store& store, ExportFormat format, const ExportOptions& options,
                  const std::string& path) {
  if (path == "-") {
    throw Error("this format is a folder of several files: name it with --output");
  }
  FolderOutput folder(path);
  write_export(store, format, options, folder);
  folder.commit();
}

}  // namespace

void declare_export(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_option("--format,-f", options.format, "The format to write")
      ->required()
      ->check(CLI::IsMember(names_of(export_formats())));
  app.add_option("--output,-o", options.output,
                 "Where to write (default: standard output); compressed where it ends in .gz, a "
                 "folder for csv and neo4j-csv")
      ->type_name("PATH");
  app.add_option("--profile", options.profile, "The reader that a GraphML file is for")
      ->check(CLI::IsMember(names_of(graphml_profiles())));
  app.add_option("--rdf-star", options.rdf_star,
                 "Turtle with quoted triples, from which this reader makes the properties of "
                 "relationships")
      ->check(CLI::IsMember({"n10s"}))
      ->type_name("READER");
  declare_selection(app, options);
}

ExitStatus run_export(const Options& options) {
  const auto store = Store::open(options.store);
  ExportOptions chosen;
  try {
    chosen = export_options(store, options);
  } catch (const NotFound& name) {
    print_error(name.message);
    return ExitStatus::not_found;
  }
  const auto format = *export_format_named(options.format);
  if (export_formats()[static_cast<std::size_t>(format)].extension.empty()) {
    write_folder(store, format, chosen, options.output);
  } else {
    write_file(store, format, chosen, options.output);
  }
  return ExitStatus::ok;
}

}  // namespace pressgraph
