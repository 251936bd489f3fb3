// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "graph/packed_bytes.hpp"

namespace pressgraph {

/// Spans of a text, one after the other, in two or three bytes each.
class PackedSpans {
 public:
  void add(Span span) {
    bytes_.span(end_, span);
    end_ = span.end;
    ++size_;
  }

  /// Calls `take` with each.
  void each(const std::function<void(Span)>& take) const {
    PackedBytes::Reader reader(bytes_);
    Span span;
    for (std::size_t i = 0; i < size_; ++i) {
      span = reader.span(span.end);
      take(span);
    }
  }

 private:
  PackedBytes bytes_;
  std::uint32_t end_ = 0;  // of the last
  std::size_t size_ = 0;
};

}  // namespace pressgraph
