// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "importers/extraction/citation_left.hpp"
#include "importers/extraction/citations.hpp"

namespace pressgraph {

/// What words such as "the resolution" may stand for, while a text is read from its start.
class CitationBack {
 public:
  /// A paragraph begins, with `found` citations before it.
  void paragraph(std::span<const Citation> found);

  /// "A new resolution" without number: what was cited before is no candidate any more.
  void block(std::size_t found) { blocked_ = found; }

  /// Indexes of the acts meant; empty where more or fewer remain than the words say. `left` stands
  /// before the noun, `rest` after it; `plural` is the noun's number.
  [[nodiscard]] std::vector<std::size_t> meant(std::span<const Citation> found,
                                               const CitationLeft& left, bool plural,
                                               std::string_view rest) const;

 private:
  [[nodiscard]] std::vector<std::size_t> last_group(std::span<const Citation> found,
                                                    std::size_t count) const;

  std::size_t current_ = 0;   ///< where the paragraph's citations begin
  std::size_t previous_ = 0;  ///< where those of the paragraph before begin
  std::size_t blocked_ = 0;
  std::vector<std::size_t> own_;  ///< the one act that the title names
  bool is_act_ = false;           ///< the text is that act: its title begins with it
  bool titled_ = false;           ///< the title has been read
};

}  // namespace pressgraph
