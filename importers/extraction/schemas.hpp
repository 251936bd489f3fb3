// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pressgraph {

/// One file under schemas/: its path relative to that folder ("lexicons/bodies.toml") and its text.
struct SchemaFile {
  std::string path;
  std::string text;
};

/// The files embedded in the program when it was built, by path.
std::vector<SchemaFile> embedded_schemas();

/// The `*.toml` files below `folder`, by path. Throws Error where the folder cannot be read or
/// holds none.
std::vector<SchemaFile> schemas_in(const std::filesystem::path& folder);

}  // namespace pressgraph
