// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/rdf.hpp"

namespace pressgraph {

/// JSON-LD 1.1 with its context inside, so that it is read without a network: one array of node
/// objects, one a line, each value in an array, in constant memory. A subject that is spoken of in
/// several places has several objects, which JSON-LD allows.
class JsonLdSink final : public StatementSink {
 public:
  /// Writes the context. Keeps `out`, which must outlive it.
  explicit JsonLdSink(std::ostream& out);

  void subject(std::string_view iri) override;
  void aside(std::string_view iri) override;
  void back() override;
  void add(std::string_view predicate, const Object& object) override;

  /// Closes the document and hands all bytes on. Nothing may follow.
  void finish();

 private:
  /// Node objects under way: their text, and the members of the open one, the last of which is
  /// open.
  struct Objects {
    std::string text;
    std::string iri;
    std::vector<std::string_view> members;

    void begin(std::string_view of);
    void end();
  };

  void merge();
  void flush(std::size_t kept);

  std::ostream& out_;
  Objects main_;
  Objects beside_;
  bool aside_ = false;
  bool is_first_ = true;
};

/// The value of "@context": what schemas/context.jsonld holds too.
std::string jsonld_context();

}  // namespace pressgraph
