// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "graph/bearer.hpp"

namespace pressgraph {

/// A link between two of a group's bearers, by index; `first` < `second`.
struct GroupLink {
  std::size_t first = 0;
  std::size_t second = 0;
  Link link;
};

/// Bearers that links join, directly or through others, and what readers said of them.
struct Group {
  std::vector<Bearer> bearers;  ///< by key
  std::vector<GroupLink> links;
  std::vector<std::pair<std::size_t, std::size_t>> different;  ///< judged apart
};

/// Which bearers of a group are one.
struct Clustering {
  std::vector<std::size_t> root;     ///< by bearer: the index of the one that stands for it
  std::vector<std::string> reasons;  ///< by bearer: why it is one with others; empty for none
  std::vector<std::size_t> open;     ///< indices of links left to a reader
};

/// Merges by the surest links first, never two that exclude each other or were judged different;
/// a weaker link counts only where it leads to one cluster that is fuller. A pure function of the
/// group as a set. The fullest name of a cluster stands for it.
Clustering cluster(const Group& group);

}  // namespace pressgraph
