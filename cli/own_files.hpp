// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "cli/options.hpp"

namespace pressgraph {

/// Whether a file is one that this run writes, or that lies beside a store for it: its output, the
/// store, its report, what they are called until they are whole, and SQLite's side files. Such
/// files are no input, though a folder that is read may hold them.
std::function<bool(const std::string& path)> own_files(const Options& options);

}  // namespace pressgraph
