// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/authority.hpp"

/// Lists of officials, bodies and places that a user has, with what others call them and their
/// entries elsewhere (Wikidata, VIAF): read for graph/ to know nodes by. Nothing is fetched.
namespace pressgraph {

struct AuthorityLimits {
  std::size_t bytes = 64ULL << 20U;
  std::size_t statements = 2'000'000;  ///< of RDF; rows of a table
  std::size_t literal = 64ULL << 10U;  ///< bytes of one value
  std::size_t depth = 64;              ///< of elements in RDF/XML, of brackets in Turtle
};

/// The entries of a file with this name, by IRI: Turtle (.ttl), N-Triples (.nt), RDF/XML (.rdf,
/// .xml, .owl) or a table (.csv, .tsv). What has no label, or is of a class that is neither person,
/// body nor place, is left out. Throws Error with file and line where it cannot be read or is
/// larger than `limits`.
std::vector<AuthorityEntry> read_authority(std::string_view bytes, const std::string& path,
                                           const AuthorityLimits& limits = {});

}  // namespace pressgraph
