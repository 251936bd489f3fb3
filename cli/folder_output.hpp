// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "exporters/csv.hpp"

namespace pressgraph {

/// A folder that a command fills. It gets its name only by `commit`: until then it stands beside
/// it under another, which the destructor removes. It takes the place of an empty folder alone.
class FolderOutput final : public ExportFolder {
 public:
  explicit FolderOutput(const std::string& path);
  ~FolderOutput() override;
  FolderOutput(const FolderOutput&) = delete;
  FolderOutput& operator=(const FolderOutput&) = delete;
  FolderOutput(FolderOutput&&) = delete;
  FolderOutput& operator=(FolderOutput&&) = delete;

  std::ostream& file(const std::string& name) override;

  /// Makes what was written last. Throws Error where that fails.
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;  ///< empty after `commit`
  std::vector<std::unique_ptr<Output>> files_;
};

}  // namespace pressgraph
