// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "exporters/property_graph.hpp"

namespace pressgraph {

/// Where a node stands in a picture, and how large.
struct Look {
  std::string x;  ///< two digits after the dot
  std::string y;
  std::string size;             ///< by degree, 4 to 40
  std::set<std::string> dates;  ///< days on which a claim about it was published
};

/// The days on which a claim about it was published, of each node that has any, by id.
std::map<std::string, std::set<std::string>> days_of_nodes(const SelectedGraph& graph);

/// The looks of all nodes of `graph`, in the order of `each_node`. Holds the graph in memory.
std::vector<Look> looks(const SelectedGraph& graph);

/// The day of a date that is precise enough, else empty.
std::string_view whole_day(std::string_view date);

}  // namespace pressgraph
