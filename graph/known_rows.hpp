// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pressgraph {

/// The rows of what was written or looked up, by a key: names come again and again. Bounded: it
/// forgets all when it holds some 32 MiB, so that what it does not know may be in the store.
class KnownRows {
 public:
  [[nodiscard]] std::optional<std::int64_t> row_of(const std::string& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? std::nullopt : std::optional(found->second);
  }

  void add(const std::string& key, std::int64_t row) {
    constexpr std::size_t most_bytes = 32ULL << 20U;
    constexpr std::size_t of_an_entry = 64;  // beside the letters of its key
    bytes_ += key.size() + of_an_entry;
    if (bytes_ > most_bytes) {
      rows_.clear();
      bytes_ = 0;
    }
    rows_.insert_or_assign(key, row);
  }

 private:
  std::unordered_map<std::string, std::int64_t> rows_;
  std::size_t bytes_ = 0;
};

}  // namespace pressgraph
