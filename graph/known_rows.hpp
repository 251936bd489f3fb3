// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "graph/identity.hpp"

namespace pressgraph {

/// The rows of what was written or looked up, by a hash of what they are: names come again and
/// again. Bounded: it forgets all when it holds some 24 MB, so that what it does not know may be in
/// the store.
class KnownRows {
 public:
  [[nodiscard]] std::optional<std::int64_t> row_of(const Hash128& key) const {
    if (entries_.empty()) {
      return std::nullopt;
    }
    const auto& entry = entries_[place_of(key)];
    return entry.row == 0 ? std::nullopt : std::optional(entry.row);
  }

  /// Whether all that was ever added is still known.
  [[nodiscard]] bool knows_all() const { return knows_all_; }

  /// REQUIRES: `key` is not known; row > 0.
  void add(const Hash128& key, std::int64_t row) {
    if (2 * (count_ + 1) > entries_.size()) {
      grow();
    }
    entries_[place_of(key)] = {key, row};
    ++count_;
  }

 private:
  struct Entry {
    Hash128 key;
    std::int64_t row = 0;  ///< 0 where the place is free
  };

  [[nodiscard]] std::size_t place_of(const Hash128& key) const {
    const auto mask = entries_.size() - 1;
    auto place = static_cast<std::size_t>(key.first) & mask;
    while (entries_[place].row != 0 && entries_[place].key != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  void grow() {
    constexpr std::size_t least = 1U << 10U;
    constexpr std::size_t most = 1U << 20U;
    if (entries_.size() >= most) {
      entries_.assign(entries_.size(), {});
      count_ = 0;
      knows_all_ = false;
      return;
    }
    std::vector<Entry> before(entries_.empty() ? least : entries_.size() * 2);
    before.swap(entries_);
    for (const auto& entry : before) {
      if (entry.row != 0) {
        entries_[place_of(entry.key)] = entry;
      }
    }
  }

  std::vector<Entry> entries_;  // as many as a power of two
  std::size_t count_ = 0;
  bool knows_all_ = true;
};

}  // namespace pressgraph
