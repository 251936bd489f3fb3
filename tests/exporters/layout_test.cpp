// SPDX-License-Identifier: Apache-2.0
#include "exporters/layout.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "exporters/decimal.hpp"

namespace pressgraph {
namespace {

double distance(const Point& one, const Point& other) {
  return std::hypot(one.x - other.x, one.y - other.y);
}

/// Two groups of `size` nodes, each joined to all of its own.
std::vector<Spring> two_groups(std::uint32_t size) {
  std::vector<Spring> links;
  for (std::uint32_t from = 0; from < 2 * size; ++from) {
    for (auto to = from + 1; to < (from < size ? size : 2 * size); ++to) {
      links.push_back({from, to});
    }
  }
  return links;
}

TEST(Layout, PutsWhatIsLinkedTogetherAndTheRestApart) {
  constexpr std::uint32_t size = 12;
  const auto points = layout(2 * size, two_groups(size));
  double within = 0;
  double between = 0;
  for (std::uint32_t one = 0; one < size; ++one) {
    for (std::uint32_t other = 0; other < size; ++other) {
      within += distance(points[one], points[other]);
      between += distance(points[one], points[size + other]);
    }
  }
  EXPECT_LT(2 * within, between);
}

TEST(Layout, IsTheSameOnEveryRun) {
  const auto links = two_groups(20);
  const auto one = layout(50, links);
  const auto two = layout(50, links);
  for (std::size_t at = 0; at < one.size(); ++at) {
    EXPECT_EQ(one[at].x, two[at].x);
    EXPECT_EQ(one[at].y, two[at].y);
  }
}

TEST(Layout, KeepsNodesApartAndInReach) {
  const auto points = layout(300, two_groups(20));
  for (std::size_t one = 0; one < points.size(); ++one) {
    EXPECT_TRUE(std::isfinite(points[one].x) && std::isfinite(points[one].y));
    EXPECT_LT(std::hypot(points[one].x, points[one].y), 1e5);
    for (std::size_t other = 0; other < one; ++other) {
      EXPECT_GT(distance(points[one], points[other]), 1e-3) << one << " and " << other;
    }
  }
}

TEST(Layout, TakesNoNodesOrOne) {
  EXPECT_TRUE(layout(0, {}).empty());
  const auto one = layout(1, {});
  EXPECT_TRUE(std::isfinite(one.at(0).x));
}

TEST(FixedText, HasTwoDigits) {
  EXPECT_EQ(fixed_text(0), "0.00");
  EXPECT_EQ(fixed_text(-0.004), "0.00");
  EXPECT_EQ(fixed_text(-0.25), "-0.25");
  EXPECT_EQ(fixed_text(1234.567), "1234.57");
}

}  // namespace
}  // namespace pressgraph
