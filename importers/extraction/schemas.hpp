// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// One file under schemas/.
struct SchemaFile {
  std::string path;  ///< relative to that folder: "lexicons/bodies.toml"
  std::string_view text;
  std::string_view compact = {};  ///< of some embedded: the same, quick to read (schema_tree.hpp)
  bool built_in = false;          ///< embedded: the tests have read the whole of it
  std::shared_ptr<const std::string> bytes = {};  ///< what `text` is a view of, where not embedded
};

/// The files embedded in the program when it was built, by path.
std::vector<SchemaFile> embedded_schemas();

/// The lexicons among them, compiled: an image of Lexicons (lexicons.hpp).
std::string_view embedded_lexicons();

/// The `*.toml` files below `folder`, by path. Throws Error where the folder cannot be read or
/// holds none.
std::vector<SchemaFile> schemas_in(const std::filesystem::path& folder);

}  // namespace pressgraph
