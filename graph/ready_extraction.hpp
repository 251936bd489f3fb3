// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "graph/model.hpp"

namespace pressgraph {

/// An extraction with all that a store writes of it and that needs no store to be made, so that
/// many threads can make it.
struct ReadyExtraction {
  Extraction extraction;
  std::string packed;            ///< the text, see graph/packed.hpp
  std::string text_hash;         ///< of title and text, white space aside: SHA-256 in hex
  std::string text_sha;          ///< SHA-256 of the text as it is, in bytes
  std::int64_t fingerprint = 0;  ///< of all that the extraction says
};

ReadyExtraction ready_extraction(Extraction extraction);

}  // namespace pressgraph
