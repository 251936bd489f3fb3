// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

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

std::uint64_t write_file(const Store& store, ExportFormat format, const ExportOptions& options,
                         const std::string& path) {
  Output output(path);
  std::uint64_t nodes = 0;
  if (path.ends_with(".gz")) {
    GzipBuffer buffer(output.stream());
    std::ostream packed(&buffer);
    packed.exceptions(std::ios::badbit);
    nodes = write_export(store, format, options, packed);
    buffer.finish();
  } else {
    nodes = write_export(store, format, options, output.stream());
  }
  output.commit();
  return nodes;
}

std::uint64_t write_folder(const Store& store, ExportFormat format, const ExportOptions& options,
                           const std::string& path) {
  FolderOutput folder(path);
  const auto nodes = write_export(store, format, options, folder);
  folder.commit();
  return nodes;
}

/// Throws Error where an option is for another format: who gives it would get what he did not mean.
void check_options(const ExportFormatInfo& format, const Options& options) {
  const auto fail = [&](std::string_view what) {
    throw Error(fmt::format("export as {}: {}", format.name, what));
  };
  const bool is_rdf = format.format <= ExportFormat::void_description;
  const bool is_folder = format.extension.empty();
  if (!options.profile.empty() && format.format != ExportFormat::graphml) {
    fail("--profile is for graphml alone");
  }
  if (options.aggregate && is_rdf) {
    fail("--aggregate is for formats other than RDF, which has one triple for all claims as it is");
  }
  if (is_folder && options.output == "-") {
    fail("the result is a folder of several files: name it with --output");
  }
  constexpr std::array<std::string_view, 4> packed{".bz2", ".xz", ".zst", ".zip"};
  const auto ends = [&](std::string_view end) { return options.output.ends_with(end); };
  if (std::ranges::any_of(packed, ends) || (is_folder && ends(".gz"))) {
    fail(is_folder ? "is a folder, which is not packed; give --output a name without the ending"
                   : "is packed with gzip alone; let --output end in .gz");
  }
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
  const auto& format =
      export_formats()[static_cast<std::size_t>(*export_format_named(options.format))];
  check_options(format, options);
  const auto store = Store::open(options.store);
  ExportOptions chosen;
  try {
    chosen = export_options(store, options);
  } catch (const NotFound& name) {
    print_error(name.message);
    return ExitStatus::not_found;
  }
  const auto write = format.extension.empty() ? write_folder : write_file;
  if (write(store, format.format, chosen, options.output) == 0) {
    print_warning(
        fmt::format("{}: holds no node: the store is empty, or nothing in it fits the filters",
                    options.output == "-" ? "standard output" : options.output));
  }
  return ExitStatus::ok;
}

}  // namespace pressgraph
