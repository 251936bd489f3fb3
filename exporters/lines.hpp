// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>

#include "exporters/rdf.hpp"

namespace pressgraph {

/// RDF 1.1 N-Triples, or N-Quads with a graph a release: one statement a line, UTF-8 as it is, in
/// constant memory.
class LineSink final : public StatementSink {
 public:
  enum class Lines : bool { triples, quads };

  /// Keeps `out`, which must outlive it.
  LineSink(std::ostream& out, Lines lines) : out_(out), lines_(lines) {}

  void subject(std::string_view iri) override;
  void aside(std::string_view iri) override;
  void back() override;
  void add(std::string_view predicate, const Object& object) override;
  [[nodiscard]] bool has_graphs() const override { return lines_ == Lines::quads; }
  void graph(std::string_view iri) override;

  /// Hands all bytes on. Nothing may follow.
  void finish();

 private:
  /// A name that was asked for, and its IRI among `names_`, where it stays.
  struct Recent {
    std::string_view name;
    const std::string* iri = nullptr;
  };

  const std::string& named(std::string_view name);

  std::ostream& out_;
  Lines lines_;
  std::string main_;          ///< "<iri> ", as it stands in a line
  std::string beside_;        ///< the same of what is said aside; empty where nothing is
  std::string end_ = " .\n";  ///< the graph, where there is one, and the full stop
  std::unordered_map<std::string_view, std::string> names_;  ///< "<iri>" by prefixed name
  std::array<Recent, 128> recent_{};                         ///< by the place of the name's bytes
  std::string text_;
};

}  // namespace pressgraph
