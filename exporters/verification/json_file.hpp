// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>

#include "exporters/verification/item.hpp"

namespace pressgraph {

/// The nodes and edges of a file with one a line. Throws Error with the line where it is no JSON or
/// neither a node nor an edge.
void read_jsonl(std::istream& in, const TakeItem& take);

/// The nodes and edges of Cytoscape's JSON; places, sizes and colours are left out.
void read_cytoscape(std::istream& in, const TakeItem& take);

/// The statements of JSON-LD 1.1 in the shape that `export` writes, in any order of objects and
/// members: a context of prefixes and of properties with a type, then `@graph`, an array of node
/// objects that hold strings, `@id` and `@value`. Throws Error at what is beyond that (nested
/// nodes, lists, languages): it is no full processor.
void read_jsonld(std::istream& in, const TakeItem& take);

}  // namespace pressgraph
