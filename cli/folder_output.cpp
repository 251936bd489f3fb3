// SPDX-License-Identifier: Apache-2.0
#include "cli/folder_output.hpp"

#include <system_error>

#include <fmt/format.h>

#include "graph/error.hpp"

namespace pressgraph {

FolderOutput::FolderOutput(const std::string& path) : path_(path) {
  std::error_code failure;
  if (std::filesystem::exists(path_, failure) && !std::filesystem::is_empty(path_, failure)) {
    throw Error(fmt::format("{}: is there already and not empty; name a new folder", path));
  }
  temporary_ = temporary_beside(path_);
  if (!std::filesystem::create_directory(temporary_, failure)) {
    throw Error(fmt::format("{}: cannot be made: {}", path, failure.message()));
  }
}

FolderOutput::~FolderOutput() {
  files_.clear();
  if (!temporary_.empty()) {
    std::error_code ignored;
    std::filesystem::remove_all(temporary_, ignored);
  }
}

std::ostream& FolderOutput::file(const std::string& name) {
  files_.push_back(std::make_unique<Output>(temporary_ / name));
  return files_.back()->stream();
}

void FolderOutput::commit() {
  for (const auto& file : files_) {
    file->commit();
  }
  files_.clear();
  std::error_code failure;
  std::filesystem::rename(temporary_, path_, failure);
  if (failure) {
    throw Error(fmt::format("{}: cannot be made: {}", path_.string(), failure.message()));
  }
  temporary_.clear();
}

}  // namespace pressgraph
