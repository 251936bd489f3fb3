// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "exporters/exporter.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

template <typename Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names(rows.size());
  std::ranges::transform(rows, names.begin(),
                         [](const auto& row) { return std::string(row.name); });
  return names;
}

ExportOptions export_options(const Options& options) {
  ExportOptions result;
  if (!options.base.empty()) {
    result.base = options.base;
  }
  result.edges.relation = relation_named(options.relation);
  result.edges.since = options.since;
  result.edges.until = options.until;
  result.edges.min_confidence = options.min_confidence;
  return result;
}

}  // namespace

void declare_export(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_option("--format,-f", options.format, "The format to write")
      ->required()
      ->check(CLI::IsMember(names_of(export_formats())));
  app.add_option("--output,-o", options.output, "Where to write (default: standard output)")
      ->type_name("PATH");
  app.add_option("--base", options.base, "What the ids of nodes are appended to, to make IRIs")
      ->type_name("IRI");
  app.add_option("--relation", options.relation, "Edges of this relation alone")
      ->check(CLI::IsMember(names_of(relations)));
  declare_restrictions(app, options);
}

ExitStatus run_export(const Options& options) {
  const auto store = Store::open(options.store);
  Output output(options.output);
  write_export(store, *export_format_named(options.format), export_options(options),
               output.stream());
  output.commit();
  return ExitStatus::ok;
}

}  // namespace pressgraph
