// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "importers/authority/authority.hpp"
#include "importers/authority/entries.hpp"

namespace pressgraph {

/// What becomes of a statement about an IRI whose object is an IRI or a literal. Views are of
/// Raptor's memory, for the time of the call.
struct RdfHandlers {
  using Handler = std::function<void(std::string_view subject, std::string_view predicate,
                                     std::string_view object)>;
  Handler iri;
  Handler words;
};

/// Reads `bytes` through Raptor; `syntax` is its name of the format: "turtle", "ntriples",
/// "rdfxml". Nothing is fetched, no entity expanded. Throws Error with `path` and line where it is
/// no RDF or beyond `limits`.
void read_rdf(std::string_view bytes, const std::string& path, const std::string& syntax,
              const AuthorityLimits& limits, const RdfHandlers& handlers);

/// The same, into `entries`.
void read_rdf_authority(std::string_view bytes, const std::string& path, const char* syntax,
                        const AuthorityLimits& limits, AuthorityEntries& entries);

}  // namespace pressgraph
