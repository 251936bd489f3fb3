// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/analysis.hpp"

/// What a name says besides itself: names in it, and whether it is a place.
namespace pressgraph {

/// Adds the agencies and countries named inside the agency `outer` of `analysis.names`.
void add_inner_names(Analysis& analysis, int outer);

/// The place that no list has and that begins at `i`, told by the words around it: "in Ostrivka",
/// "the village of Ostrivka", "Ostrivka, Latvia". An empty range where there is none.
NameMention read_unlisted_place(const Analysis& analysis, std::uint32_t i, std::uint32_t end);

/// Whether the agency named at `range` is there the building where something takes place: "met at
/// the Ministry of Transport".
bool is_venue(const Analysis& analysis, Range range);

}  // namespace pressgraph
