// SPDX-License-Identifier: Apache-2.0
// Each round, every node is pushed off by all others (cells of a quadtree that are far away push as
// one), pulled by those that it is linked to, and drawn to the middle a little. How far it moves is
// held down where it swings to and fro, as ForceAtlas2 does.
#include "exporters/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace pressgraph {
namespace {

constexpr double repulsion = 10;
constexpr double gravity = 1;
constexpr double far_away = 1.2;  ///< a cell pushes as one where its width is less by this factor
constexpr double too_near = 1e-9;
constexpr unsigned most_depth = 24;
constexpr std::size_t most_waiting = 4 * (std::size_t{most_depth} + 1);

struct Cell {
  Point middle;  ///< of its square
  double half = 0;
  Point centre;  ///< of the mass in it
  double mass = 0;
  std::array<std::uint32_t, 4> parts{};  ///< cells; 0 for none: the root is nobody's part
  bool is_leaf = true;
};

/// The masses in the plane, in squares within squares.
class Quadtree {
 public:
  Quadtree(std::span<const Point> points, std::span<const double> masses) {
    double reach = 1;
    for (const auto& point : points) {
      reach = std::max({reach, std::abs(point.x), std::abs(point.y)});
    }
    cells_.reserve(2 * points.size() + 1);
    cells_.push_back({{0, 0}, reach, {}, 0, {}, true});
    for (std::size_t at = 0; at < points.size(); ++at) {
      insert(points[at], masses[at]);
    }
  }

  /// How all mass but its own pushes a node of mass 1 at `point`.
  [[nodiscard]] Point push(Point point) const {
    Point force;
    // Depth-first: at most three cells a level wait beside the one that is looked into.
    std::array<std::uint32_t, most_waiting> waiting{};
    std::size_t count = 1;
    while (count > 0) {
      const auto& cell = cells_[waiting.at(--count)];
      const double dx = point.x - cell.centre.x;
      const double dy = point.y - cell.centre.y;
      const double squared = dx * dx + dy * dy;
      const double width = 2 * cell.half * far_away;
      if (cell.is_leaf || width * width < squared) {
        if (squared > too_near) {
          force.x += dx * cell.mass / squared;
          force.y += dy * cell.mass / squared;
        }
        continue;
      }
      for (const auto part : cell.parts) {
        if (part != 0) {
          waiting.at(count++) = part;
        }
      }
    }
    return force;
  }

 private:
  void insert(Point point, double mass) {
    std::uint32_t at = 0;
    for (unsigned depth = 0;; ++depth) {
      const bool was_empty = cells_[at].mass == 0;
      if (cells_[at].is_leaf && !was_empty && depth < most_depth) {
        split(at);
      }
      add(cells_[at], point, mass);
      if (cells_[at].is_leaf) {
        return;
      }
      at = part_for(at, point);
    }
  }

  static void add(Cell& cell, Point point, double mass) {
    if (cell.mass == 0) {  // exactly, so that a node alone in its cell does not push itself
      cell.centre = point;
      cell.mass = mass;
      return;
    }
    const double whole = cell.mass + mass;
    cell.centre.x = (cell.centre.x * cell.mass + point.x * mass) / whole;
    cell.centre.y = (cell.centre.y * cell.mass + point.y * mass) / whole;
    cell.mass = whole;
  }

  /// What a leaf held goes one level down.
  void split(std::uint32_t at) {
    cells_[at].is_leaf = false;
    const auto centre = cells_[at].centre;
    const auto mass = cells_[at].mass;
    add(cells_[part_for(at, centre)], centre, mass);
  }

  std::uint32_t part_for(std::uint32_t at, Point point) {
    const auto& cell = cells_[at];
    const bool right = point.x >= cell.middle.x;
    const bool above = point.y >= cell.middle.y;
    const std::size_t which = (right ? 1U : 0U) + (above ? 2U : 0U);
    if (cell.parts.at(which) == 0) {
      const double half = cell.half / 2;
      const Point middle{cell.middle.x + (right ? half : -half),
                         cell.middle.y + (above ? half : -half)};
      const auto made = static_cast<std::uint32_t>(cells_.size());
      cells_.push_back({middle, half, {}, 0, {}, true});
      cells_[at].parts.at(which) = made;
    }
    return cells_[at].parts.at(which);
  }

  std::vector<Cell> cells_;
};

/// A number in [-1, 1) that depends on `seed` alone (splitmix64).
double scattered(std::uint64_t seed) {
  seed += 0x9E3779B97F4A7C15ULL;
  seed = (seed ^ seed >> 30U) * 0xBF58476D1CE4E5B9ULL;
  seed = (seed ^ seed >> 27U) * 0x94D049BB133111EBULL;
  seed ^= seed >> 31U;
  return static_cast<double>(seed >> 11U) / static_cast<double>(1ULL << 52U) - 1;
}

class Forces {
 public:
  Forces(std::uint32_t nodes, std::span<const Spring> links)
      : links_(links), points_(nodes), now_(nodes), before_(nodes), masses_(nodes, 1.0) {
    const double reach = 10 * std::sqrt(static_cast<double>(nodes));
    for (std::uint32_t node = 0; node < nodes; ++node) {
      points_[node] = {reach * scattered(2ULL * node), reach * scattered(2ULL * node + 1)};
    }
    for (const auto& link : links) {
      masses_[link.from] += 1;
      masses_[link.to] += 1;
    }
  }

  void round() {
    std::swap(now_, before_);
    push_and_hold();
    pull();
    set_speed();
    move();
  }

  std::vector<Point> take() { return std::move(points_); }

 private:
  void push_and_hold() {
    const Quadtree tree(points_, masses_);
    for (std::size_t node = 0; node < points_.size(); ++node) {
      const auto& point = points_[node];
      const auto push = tree.push(point);
      const double distance = std::sqrt(point.x * point.x + point.y * point.y);
      const double hold = distance > 0 ? gravity * masses_[node] / distance : 0;
      now_[node] = {repulsion * masses_[node] * push.x - hold * point.x,
                    repulsion * masses_[node] * push.y - hold * point.y};
    }
  }

  void pull() {
    for (const auto& link : links_) {
      const double dx = points_[link.to].x - points_[link.from].x;
      const double dy = points_[link.to].y - points_[link.from].y;
      now_[link.from].x += dx;
      now_[link.from].y += dy;
      now_[link.to].x -= dx;
      now_[link.to].y -= dy;
    }
  }

  [[nodiscard]] double swing(std::size_t node) const {
    const double dx = now_[node].x - before_[node].x;
    const double dy = now_[node].y - before_[node].y;
    return masses_[node] * std::sqrt(dx * dx + dy * dy);
  }

  /// Faster while forces keep their direction, slower while they turn.
  void set_speed() {
    double swinging = 0;
    double steady = 0;
    for (std::size_t node = 0; node < points_.size(); ++node) {
      swinging += swing(node);
      const double dx = now_[node].x + before_[node].x;
      const double dy = now_[node].y + before_[node].y;
      steady += masses_[node] * std::sqrt(dx * dx + dy * dy) / 2;
    }
    if (swinging == 0) {
      return;
    }
    const auto count = static_cast<double>(points_.size());
    const double best = 0.05 * std::sqrt(count);
    double jitter = std::max(std::sqrt(best), std::min(10.0, best * steady / (count * count)));
    if (swinging > 2 * steady) {
      efficiency_ = std::max(0.05, efficiency_ * 0.5);
      jitter = std::max(jitter, 1.0);
    }
    const double wanted = jitter * efficiency_ * steady / swinging;
    if (swinging > jitter * steady) {
      efficiency_ = std::max(0.05, efficiency_ * 0.7);
    } else if (speed_ < 1000) {
      efficiency_ *= 1.3;
    }
    speed_ += std::min(wanted - speed_, 0.5 * speed_);
  }

  void move() {
    for (std::size_t node = 0; node < points_.size(); ++node) {
      const double factor = speed_ / (1 + std::sqrt(speed_ * swing(node)));
      points_[node].x += factor * now_[node].x;
      points_[node].y += factor * now_[node].y;
    }
  }

  std::span<const Spring> links_;
  std::vector<Point> points_;
  std::vector<Point> now_;     ///< the forces of this round
  std::vector<Point> before_;  ///< and of the one before
  std::vector<double> masses_;
  double speed_ = 1;
  double efficiency_ = 1;
};

/// Fewer for many nodes, whose whole shape shows early.
unsigned rounds_for(std::uint32_t nodes) {
  return nodes <= 1000 ? 500 : nodes <= 10000 ? 200 : 100;
}

}  // namespace

std::vector<Point> layout(std::uint32_t nodes, std::span<const Spring> links) {
  Forces forces(nodes, links);
  for (unsigned round = 0; round < rounds_for(nodes); ++round) {
    forces.round();
  }
  return forces.take();
}

}  // namespace pressgraph
