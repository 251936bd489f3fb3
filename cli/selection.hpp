// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/options.hpp"
#include "exporters/exporter.hpp"
#include "graph/store.hpp"

/// What part of a store is exported, and how it is named: the arguments that `export` and
/// `verify-export` share.
namespace pressgraph {

/// The names of the rows of a table.
template <typename Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names(rows.size());
  std::ranges::transform(rows, names.begin(),
                         [](const auto& row) { return std::string(row.name); });
  return names;
}

/// --base, --aggregate, --since and the others.
void declare_selection(CLI::App& app, Options& options);

/// What they say. Throws NotFound where `--around` is no one node.
ExportOptions export_options(const Store& store, const Options& options);

}  // namespace pressgraph
