// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/cut_short.hpp"

#include <utility>

namespace pressgraph {

bool CutShortSink::hand_on_held() {
  if (!held_) {
    return true;
  }
  auto held = std::move(*held_);
  held_.reset();
  return sink_(std::move(held));
}

bool CutShortSink::take(Record record) {
  if (!hand_on_held()) {
    return false;
  }
  // The last record before a break; that it is the last shows when no other comes.
  if (auto* bad = std::get_if<BadRecord>(&record); bad != nullptr && !failure_.empty()) {
    held_ = std::move(*bad);
    return true;
  }
  return sink_(std::move(record));
}

bool CutShortSink::finish(std::optional<BadRecord> cut) {
  if (cut && held_) {
    held_->found += ", in " + cut->found;
    held_->expected = std::move(cut->expected);
    held_->done = cut->done;
    cut.reset();
  }
  return hand_on_held() && (!cut || sink_(std::move(*cut)));
}

}  // namespace pressgraph
