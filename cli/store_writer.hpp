// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "graph/store.hpp"

/// What the commands that write stores share.
namespace pressgraph {

/// Extractions on their way into a store, so that one transaction takes many.
class Batch {
 public:
  explicit Batch(Store& store) : store_(store) {}

  /// On any thread, before `add`.
  static void prepare(Outcome& outcome);

  /// What was prepared.
  void add(Outcome outcome);
  void write();

 private:
  Store& store_;
  std::vector<ReadyExtraction> extractions_;
  std::uint64_t text_ = 0;
};

/// The entries of all files of `--authority`. Throws Error where one cannot be read.
std::vector<AuthorityEntry> authority_of(const Options& options);

/// Where the judgements about a store lie: `--judgements`, or beside it.
std::filesystem::path judgements_of(const Options& options, const std::string& store);

/// What the store holds, by type.
void print_counts(const StoreCounts& counts, std::ostream& out);

}  // namespace pressgraph
