// SPDX-License-Identifier: Apache-2.0
#include "graph/shown_ids.hpp"

#include <map>
#include <utility>

#include "graph/bearer_id.hpp"
#include "graph/identity.hpp"

namespace pressgraph {

std::string slug_id(const Bearer& bearer) {
  const auto id = bearer.key.substr(0, bearer.key.find('~'));
  const auto scope = scope_of(bearer.key);
  const bool is_scoped =
      !scope.empty() && (bearer.type != NodeType::official || scope.starts_with("release/"));
  return is_scoped ? scoped_slug(id, scope) : id;
}

namespace {

// To those whom nothing else tells apart.
void add_years(const Group& group, const Clustering& clustering, std::vector<std::string>& ids) {
  std::map<std::string, std::size_t> clusters;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    clusters[ids[i]] += clustering.root[i] == i ? 1U : 0U;
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto year = group.bearers[i].year;
    if (clustering.root[i] == i && year != 0 && clusters[ids[i]] > 1) {
      ids[i] += "." + std::to_string(year);
    }
  }
}

}  // namespace

std::vector<std::string> shown_ids(const Group& group, const Clustering& clustering) {
  std::vector<std::string> ids;
  std::map<std::string, std::size_t> clusters;
  ids.reserve(group.bearers.size());
  for (std::size_t i = 0; i < group.bearers.size(); ++i) {
    ids.push_back(slug_id(group.bearers[i]));
    clusters[ids.back()] += clustering.root[i] == i ? 1U : 0U;
  }
  for (std::size_t i = 0; i < group.bearers.size(); ++i) {
    if (clustering.root[i] == i && clusters[ids[i]] > 1) {
      for (const auto& part : group.bearers[i].context) {
        ids[i] += "." + slug(part, true);
      }
    }
  }
  add_years(group, clustering, ids);
  return ids;
}

}  // namespace pressgraph
