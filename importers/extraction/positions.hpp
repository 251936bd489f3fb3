// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "importers/extraction/analysis.hpp"

namespace pressgraph {

/// Which names, by number, stand at which tokens. In one piece of memory: a hash map takes some for
/// each of them.
class Positions {
 public:
  using Entry = std::pair<std::uint32_t, int>;

  void reserve(std::size_t count) { all_.reserve(count); }
  void add(std::uint32_t token, int number) { all_.emplace_back(token, number); }

  /// Once all are added: before one is looked for.
  void sort() {
    if (!std::ranges::is_sorted(all_)) {
      std::ranges::sort(all_);
    }
  }

  /// The least number at `token`, or `none`.
  [[nodiscard]] int find(std::uint32_t token) const {
    const auto found = std::ranges::lower_bound(all_, token, {}, &Entry::first);
    return found != all_.end() && found->first == token ? found->second : none;
  }

  [[nodiscard]] bool contains(std::uint32_t token) const { return find(token) != none; }

  /// All at `token`, the least number first.
  [[nodiscard]] std::span<const Entry> at(std::uint32_t token) const {
    return {std::ranges::lower_bound(all_, token, {}, &Entry::first),
            std::ranges::upper_bound(all_, token, {}, &Entry::first)};
  }

 private:
  std::vector<Entry> all_;
};

}  // namespace pressgraph
