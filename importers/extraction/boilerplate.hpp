// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "importers/extraction/schemas.hpp"

namespace pressgraph {

/// schemas/boilerplate.toml, compiled: the lines of a release that tell nothing of its subject (end
/// marks, contacts, notes to editors, what a page says of itself). Immutable; share among threads.
class Boilerplate {
 public:
  /// Reads the file "boilerplate.toml" of `files`; knows nothing where there is none. Throws Error
  /// that names file, part and what is wrong.
  explicit Boilerplate(std::span<const SchemaFile> files);
  Boilerplate(const Boilerplate&) = delete;
  Boilerplate& operator=(const Boilerplate&) = delete;
  Boilerplate(Boilerplate&& other) noexcept;
  Boilerplate& operator=(Boilerplate&& other) noexcept;
  ~Boilerplate();

  /// What of `text` is boilerplate: in order, not overlapping, each from the first to the last
  /// character of its lines. Linear in the length of the text.
  [[nodiscard]] std::vector<MarkedSpan> find(std::string_view text) const;

  /// The name of the part whose pattern fits the whole of `line`; empty where none does.
  [[nodiscard]] std::string_view part_of(std::string_view line) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace pressgraph
