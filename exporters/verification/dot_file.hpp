// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>

#include "exporters/verification/item.hpp"

namespace pressgraph {

/// The nodes and edges of a file in Graphviz's language, without subgraphs and HTML labels:
/// attributes by name, the colour left out, an edge's ends as `subject` and `object`. Streams.
/// Throws Error with the line.
void read_dot(std::istream& in, const TakeItem& take);

}  // namespace pressgraph
