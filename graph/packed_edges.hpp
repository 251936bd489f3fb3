// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "graph/packed_bytes.hpp"

namespace pressgraph {

/// The edges of a long text, in the order in which they were added, in some 20 bytes each: an
/// `Edge` takes 220 and what its words take.
class PackedEdges {
 public:
  /// REQUIRES: the ids of its nodes are "n" and a number, as within an extraction.
  void add(const Edge& edge);

  /// Calls `take` with each.
  void each(const std::function<void(Edge)>& take) const;

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  class Reader;

  void confidence(double value);
  void node(std::string_view id);
  void evidence(const Evidence& evidence);

  std::size_t size_ = 0;
  std::uint32_t last_ = 0;  // where the evidence of the last one begins
  PackedBytes bytes_;
};

}  // namespace pressgraph
