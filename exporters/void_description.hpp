// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

#include "exporters/rdf.hpp"

namespace pressgraph {

/// Counts the statements that pass, and describes them as a void:Dataset: how many, of which
/// classes, by which properties, in which vocabularies.
class VoidDescription final : public StatementSink {
 public:
  void subject(std::string_view iri) override { subject_ = iri; }
  void aside(std::string_view iri) override { subject_ = iri; }
  void back() override {}
  void add(std::string_view predicate, const Object& object) override;

  /// Turtle; the dataset's IRI is `base` with "void" after it.
  void write(std::string_view base, std::ostream& out) const;

 private:
  std::uint64_t triples_ = 0;
  std::map<std::string_view, std::uint64_t> properties_;
  std::map<std::string, std::uint64_t, std::less<>> classes_;
  std::string subject_;
  std::string example_;  ///< the first node
};

}  // namespace pressgraph
