// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "graph/bearer.hpp"

namespace pressgraph {

/// Calls `compare` with the indices of each two of `bearers`, all of one type and one blocking key,
/// that may have more to do with each other than being kept apart, and of two that have one
/// `slug_id`. Thousands of events are called "meeting": of those only such as are of one day, and
/// of one publisher, are compared, so that this takes time by their number and not by its square.
void each_pair(const std::vector<const Bearer*>& bearers,
               const std::function<void(std::size_t, std::size_t)>& compare);

}  // namespace pressgraph
