// SPDX-License-Identifier: Apache-2.0
// usage: embed_schemas SCHEMAS OUT
// Run by the build: writes into the folder OUT what is embedded of the folder SCHEMAS beside its
// files: the lexicons compiled (lexicons.image), and NAME.compact for each other file that is read
// at every start.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "graph/error.hpp"
#include "importers/extraction/lexicons.hpp"
#include "importers/extraction/schema_tree.hpp"

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) {
    throw pressgraph::Error(path.string() + ": cannot be written");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: embed_schemas SCHEMAS OUT\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path out = argv[2];
    const auto files = pressgraph::schemas_in(argv[1]);
    write(out / "lexicons.image", pressgraph::image_of(pressgraph::lexicons_of(files)));
    for (const auto& file : files) {
      if (file.path.starts_with("citations/") || file.path == "boilerplate.toml") {
        write(out / (file.path + ".compact"), pressgraph::compact(file));
      }
    }
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
