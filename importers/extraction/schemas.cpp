// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/schemas.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "graph/error.hpp"

namespace pressgraph {

std::vector<SchemaFile> schemas_in(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(folder)) {
    throw Error(folder.string() +
                ": not a folder, expected one with lexicons/ and citations/ as in schemas/");
  }
  std::vector<SchemaFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".toml") {
      continue;
    }
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
      throw Error(entry.path().string() + ": cannot be read");
    }
    auto bytes = std::make_shared<const std::string>(std::move(text).str());
    const std::string_view view = *bytes;
    files.push_back(
        {fs::relative(entry.path(), folder).generic_string(), view, {}, false, std::move(bytes)});
  }
  if (files.empty()) {
    throw Error(folder.string() +
                ": holds no *.toml file, expected lexicons/ and citations/ as in schemas/");
  }
  std::ranges::sort(files, {}, &SchemaFile::path);
  return files;
}

}  // namespace pressgraph
