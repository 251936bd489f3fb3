// SPDX-License-Identifier: Apache-2.0
#include "graph/bearer_rows.hpp"

namespace pressgraph {

// A node is found in the index of ids, which are slugs but where namesakes had to be told apart.
BearerRows::BearerRows(sqlite3* database)
    : row_(database,
           "SELECT id FROM node WHERE gid = ?1 AND own IS NULL AND scope = ?2 UNION ALL "
           "SELECT id FROM node WHERE slug = ?1 AND own IS NOT NULL AND scope = ?2"),
      called_(database,
              "SELECT id FROM node WHERE gid IN (?1, ?2) AND own IS NULL AND (?3 IN (key, slug) OR "
              "key GLOB ?3 || '+[0-9][0-9][0-9][0-9]') UNION SELECT id FROM node WHERE slug IN "
              "(?1, ?2) AND own IS NOT NULL AND (?3 IN (key, slug) OR key GLOB ?3 || "
              "'+[0-9][0-9][0-9][0-9]') ORDER BY 1") {}

std::optional<std::int64_t> BearerRows::row_of(const BearerId& id) {
  row_.bind(id.slug, scope_of(id.key));
  return row_.step() ? std::optional(row_.integer(0)) : std::nullopt;
}

std::vector<std::int64_t> BearerRows::meant_by(std::string_view id) {
  const auto name = id.substr(0, id.find('~'));
  std::vector<std::int64_t> found;
  for (called_.bind(name, scoped_slug(name, scope_of(id)), id); called_.step();) {
    found.push_back(called_.integer(0));
  }
  return found;
}

}  // namespace pressgraph
