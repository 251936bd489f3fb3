// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <string>

#include "exporters/rdf.hpp"
#include "exporters/verification/item.hpp"

namespace pressgraph {

/// What a file of RDF has beside triples.
struct RdfSigns {
  bool has_graphs = false;
  bool has_quoted_triples = false;
};

enum class RdfSyntax : std::uint8_t { turtle, lines, xml };

/// The statements of `in`, by Raptor: Turtle and TriG (`turtle`), N-Triples and N-Quads (`lines`),
/// RDF/XML (`xml`), in constant memory. Throws Error with the line where Raptor complains of
/// anything at all.
RdfSigns read_rdf(std::istream& in, RdfSyntax syntax, const TakeItem& take);

/// A statement as an item: the line that N-Triples or N-Quads writes of it, without its full stop,
/// so that one statement has one line whatever it was read from.
class StatementLine {
 public:
  void iri(std::string_view iri);
  void literal(std::string_view text, std::string_view datatype_iri, std::string_view language);
  void blank(std::string_view label);

  /// What was begun is a quoted triple, the subject of what follows.
  void quote();

  /// The item, and a new line.
  Item done();

 private:
  std::string line_;
};

}  // namespace pressgraph
