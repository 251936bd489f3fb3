// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"

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

  void number(std::uint64_t value);
  void distance(std::uint64_t from, std::uint64_t to);
  void word(std::string_view word);
  void confidence(double value);
  void node(std::string_view id);
  void evidence(const Evidence& evidence);

  std::size_t size_ = 0;
  std::uint32_t last_ = 0;           // where the evidence of the last one begins
  std::deque<unsigned char> bytes_;  // grows without being copied
  std::vector<std::string> words_;   // of rules and attributes: few, and each comes often
  std::map<std::string, std::uint64_t, std::less<>> known_;  // in words_
};

/// An extraction, and the edges that stand before its own.
struct PackedExtraction {
  Extraction extraction;
  PackedEdges before;  ///< none but where a long text was read in parts
};

/// With all edges in the extraction.
Extraction unpacked(PackedExtraction&& packed);

}  // namespace pressgraph
