// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "graph/model.hpp"

namespace pressgraph {

/// Turns byte offsets of one text into code point offsets. Queries in ascending order cost the
/// bytes between them, forward or backward: sort them where there are many. Keeps a view of `text`,
/// which must outlive it. Offsets inside a character count that character's start.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  /// REQUIRES: byte <= text.size().
  std::uint32_t at(std::uint32_t byte);

  Span of(Span bytes) { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t point_ = 0;
};

/// The byte offset of the `point`-th code point of `text`, or text.size() where it has fewer.
std::uint32_t byte_of_code_point(std::string_view text, std::uint32_t point);

}  // namespace pressgraph
