// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pressgraph {

/// What is wrong with the store at `path`, a line each; empty where it is whole: the file's pages
/// and indexes, that every row's other end is there, the full-text index, and that all that is
/// derived is what its releases and judgements give. Throws Error where it is no store.
std::vector<std::string> check(const std::filesystem::path& path);

}  // namespace pressgraph
