// SPDX-License-Identifier: Apache-2.0
#include "exporters/layout.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

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

/// Rings of `size` nodes, one after another, each joined to the next by one link.
std::vector<Spring> rings(std::uint32_t count, std::uint32_t size) {
  std::vector<Spring> links;
  for (std::uint32_t node = 0; node < count * size; ++node) {
    const auto first = node - node % size;
    links.push_back({node, first + (node + 1) % size});
    if (node == first && first + size < count * size) {
      links.push_back({node, first + size});
    }
  }
  return links;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// Beyond 1,000 nodes fewer rounds are made; 50,000 are looked at by bench/gexf_layout.py.
TEST(Layout, PutsNeighboursTogetherInALargeGraph) {
  constexpr std::uint32_t nodes = 2000;
  const auto links = rings(nodes / 20, 20);
  const auto points = layout(nodes, links);
  std::vector<double> linked;
  std::vector<double> any;
  for (std::uint32_t at = 0; at < links.size(); ++at) {
    linked.push_back(distance(points[links[at].from], points[links[at].to]));
    any.push_back(distance(points[at % nodes], points[(at * 7919ULL + 1000) % nodes]));
  }
  EXPECT_TRUE(std::ranges::all_of(linked, [](double each) { return std::isfinite(each); }));
  EXPECT_LT(5 * median(linked), median(any));
}

TEST(Layout, SpreadsAStarAndNodesWithoutALink) {
  std::vector<Spring> links;
  for (std::uint32_t node = 1; node < 1000; ++node) {
    links.push_back({0, node});
  }
  const auto points = layout(1500, links);
  std::set<std::pair<std::string, std::string>> places;
  for (const auto& point : points) {
    ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
    places.emplace(fixed_text(point.x), fixed_text(point.y));
  }
  EXPECT_EQ(places.size(), points.size());
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
