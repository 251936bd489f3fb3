// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <string>
#include <string_view>

namespace pressgraph {

class TopicThesaurus;

/// Adds each skos:prefLabel and skos:altLabel of an RDF document to `into`. `syntax` is Raptor's
/// name of the format: "turtle", "rdfxml"; `path` is for messages. Holds all of it; the limits are
/// those of an authority file. Nothing is fetched. Throws Error with path and line.
void read_skos(std::istream& in, const std::string& path, std::string_view syntax,
               TopicThesaurus& into);

}  // namespace pressgraph
