// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "graph/model.hpp"
#include "graph/packed_extraction.hpp"
#include "importers/extraction/coverage.hpp"

/// Release -> Extraction: text with offsets -> sentences -> mentions -> reference -> edges.
namespace pressgraph {

struct Knowledge;

/// What `schemas/` says, compiled: lexicons, citation families, verb frames. Immutable; share one
/// among all threads.
class Extractor {
 public:
  /// The schemas embedded in the program.
  Extractor();

  /// The schemas under `folder` instead. Throws Error that names file, entry and what is wrong.
  explicit Extractor(const std::filesystem::path& folder);

  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  /// All that `release` says. A pure function: the same release gives the same bytes on any thread.
  /// Linear in the length of the text.
  [[nodiscard]] Extraction extract(Release release) const;

  /// The same of each of `releases`, in their order; what is found in a long text takes an eighth
  /// of the memory until it is written. Some 48 KiB of short texts at once take a seventh less time
  /// than one by one; memory grows with all that is given.
  [[nodiscard]] std::vector<PackedExtraction> extract_packed(std::vector<Release> releases) const;

  /// What `extraction` saw and did not use, by this extractor's schemas.
  [[nodiscard]] std::vector<Gap> gaps(const Extraction& extraction) const;

 private:
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace pressgraph
