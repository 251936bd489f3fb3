// SPDX-License-Identifier: Apache-2.0
#include "cli/own_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "graph/store_file.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

fs::path whole(const std::string& path) {
  std::error_code error;
  auto found = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? fs::path(path) : found;
}

// What follows the name of what is written in the names of its side files.
bool is_side(std::string_view ending) {
  constexpr std::array<std::string_view, 4> of_sqlite{"", "-wal", "-shm", "-journal"};
  constexpr std::string_view unfinished = ".building";
  if (ending == ".judgements" || ending.starts_with(".part-")) {
    return true;
  }
  if (ending.starts_with(unfinished)) {
    ending.remove_prefix(unfinished.size());
  }
  return std::ranges::find(of_sqlite, ending) != of_sqlite.end();
}

}  // namespace

std::function<bool(const std::string& path)> own_files(const Options& options) {
  std::vector<fs::path> written;
  for (const auto& path : {options.output, options.store, options.report, options.judgements}) {
    if (!path.empty() && path != "-") {
      written.push_back(whole(path));
    }
  }
  return [written = std::move(written)](const std::string& path) {
    const auto name = fs::path(path).filename().string();
    return is_store_file(path) || std::ranges::any_of(written, [&](const fs::path& own) {
             const auto own_name = own.filename().string();
             return name.starts_with(own_name) && is_side(name.substr(own_name.size())) &&
                    whole(path).parent_path() == own.parent_path();
           });
  };
}

}  // namespace pressgraph
