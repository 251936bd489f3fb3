// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

// The library's name for itself.
// NOLINTNEXTLINE(readability-identifier-naming)
namespace CLI {
class App;
}

/// The commands of the program: one visible table (commands.cpp), one file a command.
namespace pressgraph {

struct Command {
  std::string_view name;
  std::string_view description;  ///< one line
  std::string_view example;      ///< printed below the options by --help
  void (*declare)(CLI::App& app, Options& options);
  ExitStatus (*run)(const Options& options);
};

std::span<const Command> commands();

// Declared here for the table; each is defined in the file of its name.
void declare_build(CLI::App& app, Options& options);
ExitStatus run_build(const Options& options);
void declare_merge(CLI::App& app, Options& options);
ExitStatus run_merge(const Options& options);
void declare_add(CLI::App& app, Options& options);
ExitStatus run_add(const Options& options);
void declare_remove(CLI::App& app, Options& options);
ExitStatus run_remove(const Options& options);
void declare_check(CLI::App& app, Options& options);
ExitStatus run_check(const Options& options);
void declare_identity(CLI::App& app, Options& options);
ExitStatus run_identity(const Options& options);
void declare_extract(CLI::App& app, Options& options);
ExitStatus run_extract(const Options& options);
void declare_coverage(CLI::App& app, Options& options);
ExitStatus run_coverage(const Options& options);
void declare_read(CLI::App& app, Options& options);
ExitStatus run_read(const Options& options);
void declare_query(CLI::App& app, Options& options);
ExitStatus run_query(const Options& options);
void declare_export(CLI::App& app, Options& options);
ExitStatus run_export(const Options& options);
void declare_why(CLI::App& app, Options& options);
ExitStatus run_why(const Options& options);
void declare_verify(CLI::App& app, Options& options);
ExitStatus run_verify(const Options& options);
void declare_verify_export(CLI::App& app, Options& options);
ExitStatus run_verify_export(const Options& options);
void declare_formats(CLI::App& app, Options& options);
ExitStatus run_formats(const Options& options);

}  // namespace pressgraph
