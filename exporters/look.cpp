// SPDX-License-Identifier: Apache-2.0
#include "exporters/look.hpp"

#include <algorithm>
#include <cmath>

#include "exporters/decimal.hpp"
#include "exporters/layout.hpp"
#include "exporters/rdf.hpp"

namespace pressgraph {
namespace {

constexpr double smallest = 4;
constexpr double largest = 40;

/// By the square root: a circle's area then grows as the degree does.
std::string size_of(std::uint32_t degree, std::uint32_t highest) {
  const double share = std::sqrt(static_cast<double>(degree) / std::max(1U, highest));
  return fixed_text(smallest + (largest - smallest) * share);
}

}  // namespace

std::string_view whole_day(std::string_view date) {
  const auto day = date.substr(0, 10);
  return date_type(day) == "xsd:date" ? day : std::string_view();
}

std::map<std::string, std::set<std::string>> days_of_nodes(const SelectedGraph& graph) {
  std::map<std::string, std::set<std::string>> days;
  graph.each_edge([&](const StoredEdge& edge) {
    const auto day = whole_day(edge.date);
    if (!day.empty()) {
      days[edge.subject].emplace(day);
      days[edge.object].emplace(day);
    }
  });
  return days;
}

std::vector<Look> looks(const SelectedGraph& graph) {
  std::vector<std::string> ids;
  graph.each_node([&](const StoredNode& node) { ids.push_back(node.id); });
  std::vector<Look> looks(ids.size());
  std::vector<std::uint32_t> degrees(ids.size());
  std::vector<Spring> links;
  const auto place_of = [&](const std::string& id) {
    const auto found = std::ranges::lower_bound(ids, id);
    return static_cast<std::uint32_t>(found - ids.begin());
  };
  each_tie(graph, Claims::together, [&](const Tie& tie) {
    const Spring link{place_of(tie.edge.subject), place_of(tie.edge.object)};
    for (const auto end : {link.from, link.to}) {
      ++degrees[end];
      for (const auto& date : tie.dates) {
        looks[end].dates.emplace(whole_day(date));
      }
      looks[end].dates.erase("");
    }
    if (link.from != link.to) {
      links.push_back(link);
    }
  });
  const auto points = layout(static_cast<std::uint32_t>(ids.size()), links);
  const auto highest = degrees.empty() ? 0 : *std::ranges::max_element(degrees);
  for (std::size_t at = 0; at < looks.size(); ++at) {
    looks[at].x = fixed_text(points[at].x);
    looks[at].y = fixed_text(points[at].y);
    looks[at].size = size_of(degrees[at], highest);
  }
  return looks;
}

}  // namespace pressgraph
