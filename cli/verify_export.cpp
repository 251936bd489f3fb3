// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/verify_export.hpp"

#include <algorithm>
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/file_input.hpp"
#include "cli/named_node.hpp"
#include "cli/output.hpp"
#include "cli/selection.hpp"
#include "cli/terminal.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

ExportedFolder folder_at(const std::string& path) {
  ExportedFolder folder;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.is_regular_file()) {
      folder.names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(folder.names);
  folder.open = [path](const std::string& name) {
    return open_file((std::filesystem::path(path) / name).string());
  };
  return folder;
}

ExportProof proof_of(const Store& store, const ExportOptions& options, const std::string& path) {
  if (std::filesystem::is_directory(path)) {
    return verify_export(store, options, folder_at(path));
  }
  return verify_export(store, options, [&path] { return open_file(path); });
}

/// "174 nodes, 398 edges"
std::string counted(const std::array<std::uint64_t, 3>& counts) {
  std::string text;
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    if (counts.at(kind) != 0) {
      text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", counts.at(kind),
                          name(static_cast<ItemKind>(kind)), counts.at(kind) == 1 ? "" : "s");
    }
  }
  return text.empty() ? "nothing" : text;
}

/// Prints what came of one file; true where it equals the store.
bool report(const std::string& path, const ExportProof& proof, std::ostream& out) {
  const auto& comparison = proof.comparison;
  for (const auto& difference : comparison.differences) {
    print_error(fmt::format("{}: {}", path, difference));
  }
  const auto in_file = counted(comparison.in_file);
  if (comparison.equal) {
    fmt::print(out, "{}: {}, {}: equal to the store\n", path, proof.format, in_file);
  } else {
    fmt::print(out, "{}: {}, {}; the store says {}: not equal\n", path, proof.format, in_file,
               counted(comparison.in_store));
  }
  return comparison.equal;
}

}  // namespace

void declare_verify_export(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_option("FILE", options.inputs, "Files and folders that `export` wrote, .gz too")
      ->required()
      ->type_name("");
  declare_selection(app, options);
}

ExitStatus run_verify_export(const Options& options) {
  const auto store = Store::open(options.store);
  ExportOptions chosen;
  try {
    chosen = export_options(store, options);
  } catch (const NotFound& name) {
    print_error(name.message);
    return ExitStatus::not_found;
  }
  Output output("-");
  bool all_equal = true;
  for (const auto& path : options.inputs) {
    try {
      all_equal = report(path, proof_of(store, chosen, path), output.stream()) && all_equal;
    } catch (const Error& error) {
      print_error(fmt::format("{}: {}", path, error.what()));
      all_equal = false;
    }
  }
  output.commit();
  return all_equal ? ExitStatus::ok : ExitStatus::failure;
}

}  // namespace pressgraph
