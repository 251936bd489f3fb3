// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#ifdef PRESSGRAPH_MIMALLOC
#include <mimalloc.h>
#endif

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/terminal.hpp"

namespace pressgraph {
namespace {

constexpr const char* statuses =
    "Exit status: 0 done; 3 done, but something was skipped; 4 a name that fits nothing or "
    "several\n"
    "things; 1 failure; 2 wrong usage.";

void declare_command(CLI::App& app, const Command& command, Options& options) {
  auto* sub = app.add_subcommand(std::string(command.name), std::string(command.description));
  sub->fallthrough();
  sub->footer(fmt::format("Options of every command: pressgraph --help\n\nExample:\n  {}",
                          command.example));
  command.declare(*sub, options);
}

const Command& chosen(const CLI::App& app) {
  return *std::ranges::find_if(commands(), [&app](const Command& command) {
    return app.got_subcommand(std::string(command.name));
  });
}

std::string names_of_commands() {
  std::string names;
  for (const auto& command : commands()) {
    names += names.empty() ? "" : ", ";
    names += command.name;
  }
  return names;
}

/// What is wrong with the arguments. Without a command that is what matters, whatever the parser
/// stumbled over first.
std::string usage_message(const CLI::App& app, const CLI::ParseError& error) {
  if (!app.get_subcommands().empty()) {
    return error.what();
  }
  if (const auto rest = app.remaining(); !rest.empty()) {
    return fmt::format("{}: no such command or option, expected one of {}", rest.front(),
                       names_of_commands());
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return fmt::format("no command, expected one of {}", names_of_commands());
  }
  return error.what();
}

int run(int argc, char** argv) {
  Options options;
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  options.limits.interrupted = stop_if_interrupted;
  CLI::App app("Builds a knowledge graph from official press releases", "pressgraph");
  app.set_version_flag("--version", "pressgraph " PRESSGRAPH_VERSION);
  app.require_subcommand(1);
  app.footer(statuses);
  declare_general(app, options);
  for (const auto& command : commands()) {
    declare_command(app, command, options);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    print_error(fmt::format("{}; see pressgraph --help", usage_message(app, error)));
    return static_cast<int>(ExitStatus::wrong_usage);
  }
  return static_cast<int>(chosen(app).run(options));
}

// Memory that a record of 10 MB took goes back soon, not half a second later beside the next, and
// what one thread has freed before another needs as much.
void set_up_allocator() {
#ifdef PRESSGRAPH_MIMALLOC
  mi_option_set(mi_option_segment_decommit_delay, 0);
  mi_option_set(mi_option_decommit_delay, 5);  // milliseconds, of 25
#endif
}

int fail(const char* message) {
  // What fails after a signal fails because of it.
  if (const int signal = interrupted(); signal != 0) {
    end_by_signal(signal);
  }
  print_error(message);
  return static_cast<int>(ExitStatus::failure);
}

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  try {
    pressgraph::set_up_allocator();
    pressgraph::handle_signals();
    return pressgraph::run(argc, argv);
  } catch (const pressgraph::Interrupted&) {
    pressgraph::end_by_signal(pressgraph::interrupted());
  } catch (const std::exception& error) {
    return pressgraph::fail(error.what());
  } catch (...) {
    return pressgraph::fail("an unknown failure");
  }
}
