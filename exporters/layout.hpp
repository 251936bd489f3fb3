// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pressgraph {

struct Point {
  double x = 0;
  double y = 0;
};

/// Two different nodes, by their places, that are drawn to each other.
struct Spring {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// Positions for `nodes` nodes: linked ones near each other, all others apart, around the origin,
/// by the forces of ForceAtlas2 (Jacomy et al. 2014) with Barnes-Hut repulsion. The same positions
/// for the same links on every run: only arithmetic that IEEE 754 fixes, on one thread.
std::vector<Point> layout(std::uint32_t nodes, std::span<const Spring> links);

}  // namespace pressgraph
