// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <set>
#include <string>

#include "exporters/verification/item.hpp"

namespace pressgraph {

/// Which of the shapes of GraphML a file has.
struct GraphmlSigns {
  std::set<std::string> keys;  ///< the names that its keys declare, and the ids of yEd's
  bool has_nodes = false;
  bool has_labels = false;  ///< a node with the attribute `labels`
};

/// The nodes and edges of a GraphML file: values by the names of their keys, the attributes of the
/// elements by name behind '@', what is drawn (places, sizes, colours, yFiles' elements) left out.
/// Streams, by libxml2; no DOCTYPE, no network. Throws Error with the line.
GraphmlSigns read_graphml(std::istream& in, const TakeItem& take);

/// The same of GEXF: values by the titles of their attributes, days in `spells`.
void read_gexf(std::istream& in, const TakeItem& take);

}  // namespace pressgraph
