// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "graph/schema.hpp"

namespace pressgraph {

/// An official, body or place as a list of the user's own knows it.
struct AuthorityEntry {
  std::string iri;                       ///< what names it in the list; no two entries have one
  std::optional<NodeType> type;          ///< none where the list does not say
  std::string country;                   ///< ISO 3166-1 alpha-3; empty where the list does not say
  std::vector<std::string> forms;        ///< its labels, sorted, each once
  std::vector<std::string> same_as;      ///< owl:sameAs, IRIs, sorted, each once
  std::vector<std::string> exact_match;  ///< skos:exactMatch, the same

  auto operator<=>(const AuthorityEntry&) const = default;
};

}  // namespace pressgraph
