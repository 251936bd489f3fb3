// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "importers/extraction/citation_family.hpp"
#include "importers/extraction/citation_window.hpp"

namespace pressgraph {

/// What stands left of a keyword or symbol in its sentence.
struct CitationLeft {
  std::vector<std::string_view> bodies;  ///< ids that the words before may name
  Span words;                            ///< a body that is written out
  std::size_t begin = 0;                 ///< where the construction begins: the body, or the key
  std::size_t group = 0;       ///< how many acts "both", "the two", "these three" count; 0 for none
  bool draft = false;          ///< "draft resolution"
  bool via_name = false;       ///< "Committee established pursuant to resolution"
  bool definite = false;       ///< "the", "this", "that", "said"
  bool demonstrative = false;  ///< "this", "the present"
  bool same = false;           ///< "this", "that", "the same": what "text" must have before it
  bool indefinite = false;     ///< "a resolution", "another resolution": a new one
  bool noun = false;           ///< "image resolution": no act's
  std::string locator;         ///< "paragraph 5" of "paragraph 5 of resolution"
};

/// Reads up to 110 bytes of `text` before `at`, none before `begin`. `window` is working memory.
CitationLeft read_left(const CitationSchema& schema, std::string_view text, Span range,
                       CitationWindow& window);

}  // namespace pressgraph
