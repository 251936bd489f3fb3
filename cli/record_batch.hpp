// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "importers/readers/reader.hpp"

namespace pressgraph {

/// The bytes of text, title and findings that `record` holds: what it costs to keep it.
std::uint64_t text_size(const Record& record);

/// Records that are worked on together, as many as the processor's caches hold the findings of.
class RecordBatch {
 public:
  /// Whether `record` may come in: it is the first, or small enough beside the others.
  [[nodiscard]] bool has_room_for(const Record& record) const;

  void add(Record record);

  [[nodiscard]] bool empty() const { return records_.empty(); }

  /// What was added, in its order; nothing is left.
  [[nodiscard]] std::vector<Record> take();

 private:
  std::vector<Record> records_;
  std::uint64_t size_ = 0;  ///< bytes of text
};

}  // namespace pressgraph
