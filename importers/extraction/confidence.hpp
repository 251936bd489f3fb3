// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/analysis.hpp"

namespace pressgraph {

/// How sure an edge is, by its rule and by how its ends were found: what was measured where enough
/// edges could be judged, else what the rule itself says. In [0, 1].
double confidence_of(const EdgeDraft& edge);

}  // namespace pressgraph
