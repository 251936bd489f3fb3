// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "cli/options.hpp"
#include "cli/ordered_pool.hpp"

/// Reading, extracting and taking what comes out, on as many threads as `--jobs` says.
namespace pressgraph {

struct PipelineSteps {
  std::function<void(Outcome&)> shape;  ///< on any worker, after extraction; may be empty
  std::function<void(Outcome)> take;    ///< on one thread, in the order of the input
  std::function<bool(const Release&)> known = {};  ///< on the reader's thread: leave it out
  bool packed = false;  ///< edges of long texts are taken as they are, in Outcome::before
};

struct PipelineCounts {
  std::uint64_t releases = 0;
  std::uint64_t skipped = 0;
  std::uint64_t unread = 0;  ///< of the releases: in another language than English
};

/// Reads the inputs of `options`, extracts each release (an extraction passes through), and hands
/// all that is not bad to `steps.take`. Bad records are printed in their order and counted. Holds a
/// bounded number of records. The order and the bytes do not depend on the number of threads.
/// Throws what reading, extraction and `steps` throw, and Interrupted.
PipelineCounts run_pipeline(const Options& options, const PipelineSteps& steps);

}  // namespace pressgraph
