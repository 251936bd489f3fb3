// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <sstream>
#include <string>

#include "exporters/csv.hpp"

namespace pressgraph {

/// The files of an export that is a folder, for the tests.
class FolderInMemory final : public ExportFolder {
 public:
  std::ostream& file(const std::string& name) override { return files_[name]; }

  [[nodiscard]] std::map<std::string, std::string> contents() const {
    std::map<std::string, std::string> all;
    for (const auto& [name, file] : files_) {
      all[name] = file.str();
    }
    return all;
  }

 private:
  std::map<std::string, std::ostringstream> files_;
};

}  // namespace pressgraph
