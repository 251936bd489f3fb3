// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "graph/packed_edges.hpp"
#include "graph/packed_nodes.hpp"
#include "graph/packed_spans.hpp"

namespace pressgraph {

/// What was found in the parts of a long text, packed. Empty for any other text.
struct PackedParts {
  PackedSpans sentences;
  PackedNodes nodes;
  PackedEdges edges;
};

/// An extraction, and what stands before its own sentences, nodes and edges.
struct PackedExtraction {
  Extraction extraction;
  PackedParts before;
};

/// The edge that says that the release names `node`. REQUIRES: `node` has a mention, and the
/// release is node "n0".
Edge mention_edge(const Node& node);

/// Calls `take` with each sentence of the whole.
void each_sentence(const Extraction& extraction, const PackedParts& before,
                   const std::function<void(Span)>& take);

/// Calls `take` with each node of the whole.
void each_node(const Extraction& extraction, const PackedParts& before,
               const std::function<void(const Node&)>& take);

/// Calls `take` with each edge of the whole, those among them that say that the release mentions a
/// packed node.
void each_edge(const Extraction& extraction, const PackedParts& before,
               const std::function<void(const Edge&)>& take);

/// With all of them in the extraction.
Extraction unpacked(PackedExtraction&& packed);

}  // namespace pressgraph
