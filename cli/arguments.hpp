// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.hpp"

/// Arguments that several commands share, declared once.
namespace pressgraph {

/// Those of the program itself; every command takes them too.
void declare_general(CLI::App& app, Options& options);

void declare_inputs(CLI::App& app, Options& options);

/// --topics.
void declare_topics(CLI::App& app, Options& options);

void declare_store(CLI::App& app, Options& options);

void declare_judgements(CLI::App& app, Options& options);
void declare_authority(CLI::App& app, Options& options);

/// --since, --until, --min-confidence.
void declare_restrictions(CLI::App& app, Options& options);

/// --min-confidence alone.
void declare_confidence(CLI::App& app, Options& options);

}  // namespace pressgraph
