// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/authority/authority.hpp"
#include "importers/authority/entries.hpp"

namespace pressgraph {

/// Reads `bytes` through Raptor; `syntax` is its name of the format: "turtle", "ntriples",
/// "rdfxml". Throws Error with `path` and line.
void read_rdf_authority(std::string_view bytes, const std::string& path, const char* syntax,
                        const AuthorityLimits& limits, AuthorityEntries& entries);

}  // namespace pressgraph
