// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/clusters.hpp"

namespace pressgraph {

/// The id of a bearer as long as no other has its name: what stands before "~" in its key; the
/// scope of an event or of a bare family name is part of it all the same.
std::string slug_id(const Bearer& bearer);

/// By bearer, the id to show: where one name is several, what tells them apart is added. Needs all
/// bearers of a name in the group.
std::vector<std::string> shown_ids(const Group& group, const Clustering& clustering);

}  // namespace pressgraph
