// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/output.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {

/// What could not be read, as lines of JSON in the file of `--report`; nothing where there is none.
class Report {
 public:
  explicit Report(const std::string& path);

  /// `done`: what became of it, "skipped", "read in part" or "stopped".
  void add(const BadRecord& bad, std::string_view done);

  /// Gives the file its name.
  void commit();

 private:
  std::optional<Output> output_;
};

}  // namespace pressgraph
