// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "exporters/rdf.hpp"

namespace pressgraph {

/// Statements through one of Raptor's serializers. Raptor returns success where it lost data, so
/// anything that it logs is kept and thrown by `finish`.
class RaptorSink final : public StatementSink {
 public:
  /// `syntax` is Raptor's name of the format: "ntriples", "rdfxml". Keeps `out`.
  RaptorSink(const std::string& syntax, std::ostream& out);
  RaptorSink(const RaptorSink&) = delete;
  RaptorSink& operator=(const RaptorSink&) = delete;
  RaptorSink(RaptorSink&&) = delete;
  RaptorSink& operator=(RaptorSink&&) = delete;
  ~RaptorSink() override;

  void subject(std::string_view iri) override;
  void aside(std::string_view iri) override;
  void back() override;
  void add(std::string_view predicate, const Object& object) override;

  /// Ends the document. Throws Error with the first message that Raptor logged, if it logged any.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressgraph
