// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/authority/authority.hpp"

namespace pressgraph {

/// A table with the columns "iri" and "name", and any of "type", "country", "aliases", "same_as"
/// and "exact_match"; several values of one column stand between bars. Throws Error with `path` and
/// line.
std::vector<AuthorityEntry> read_csv_authority(std::string_view bytes, const std::string& path,
                                               const AuthorityLimits& limits);

}  // namespace pressgraph
