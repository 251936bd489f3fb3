// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "exporters/rdf.hpp"

namespace pressgraph {

/// RDF 1.1 Turtle, one block a subject, as it comes: memory is bounded whatever passes through. No
/// blank nodes, lists, long strings or abbreviated numbers, so that every reader takes it;
/// quoted triples of RDF-star alone where they are asked for, which few read.
class TurtleSink final : public StatementSink {
 public:
  enum class Quoted : bool { left_out, written };

  /// Writes the prefixes. Keeps `out`, which must outlive it.
  explicit TurtleSink(std::ostream& out, Quoted quoted = Quoted::left_out);

  void subject(std::string_view iri) override;
  void aside(std::string_view iri) override;
  void back() override;
  [[nodiscard]] bool has_quoted_triples() const override { return quoted_ == Quoted::written; }
  void aside_quoted(std::string_view iri, std::string_view predicate,
                    std::string_view object) override;
  void add(std::string_view predicate, const Object& object) override;

  /// Ends the last block and hands all bytes on. Nothing may follow.
  void finish();

 private:
  /// Blocks under way: their text, and the predicate last written in the open one.
  struct Blocks {
    std::string text;
    std::string_view predicate;
    bool open = false;

    void begin(std::string_view iri);
    void begin_quoted(std::string_view iri, std::string_view of, std::string_view object);
    void end();
  };

  void merge();

  std::ostream& out_;
  Quoted quoted_;
  std::string subject_;
  Blocks main_;
  Blocks beside_;  ///< what is said aside, until the subject's own block ends
  bool aside_ = false;
};

/// The lines that declare the prefixes, for Turtle and TriG.
std::string prefix_declarations();

/// Appends `object` as Turtle and TriG write it.
void append_object(std::string& out, const Object& object);

/// Appends `text` as a Turtle or N-Triples string, with its quotes. U+FFFE and U+FFFF, which no
/// reader need take, are left out.
void append_string(std::string& out, std::string_view text);

}  // namespace pressgraph
