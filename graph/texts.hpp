// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model.hpp"
#include "graph/statement.hpp"

namespace pressgraph {

/// The texts of the releases in a store, unpacked; keeps some megabytes of those read last. Throws
/// Error where one is damaged.
class Texts {
 public:
  explicit Texts(sqlite3* database);

  /// Of the release in this row; empty where there is none. Valid until the next call.
  const std::string& of(std::int64_t release);

 private:
  Statement packed_;
  std::unordered_map<std::int64_t, std::string> texts_;
  std::size_t bytes_ = 0;
};

/// The sentences of one release.
struct NumberedSentences {
  std::int64_t first = 0;  ///< the number of the first; the others follow it
  std::vector<Span> spans;
};

/// The sentences of releases; its statement is prepared once.
class Sentences {
 public:
  explicit Sentences(sqlite3* database);

  /// None where there is no such release.
  NumberedSentences of(std::int64_t release);

 private:
  Statement row_;
};

}  // namespace pressgraph
