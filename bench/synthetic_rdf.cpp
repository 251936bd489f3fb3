// SPDX-License-Identifier: Apache-2.0
// usage: synthetic_rdf turtle|ntriples EDGES > FILE
// The same graph in either format, for the comparison with other programs.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "bench/synthetic_graph.hpp"
#include "exporters/turtle.hpp"

namespace pressgraph {
namespace {

/// One statement a line, as plain as can be.
class LineSink final : public StatementSink {
 public:
  void subject(std::string_view iri) override { main_ = beside_ = iri; }
  void aside(std::string_view iri) override { beside_ = iri; }
  void back() override { beside_ = main_; }

  void add(std::string_view predicate, const Object& object) override {
    line_ = "<" + beside_ + "> <" + expand(predicate) + "> ";
    if (object.kind == Object::Kind::literal) {
      append_string(line_, object.value);
      line_ += object.datatype.empty() ? "" : "^^<" + expand(object.datatype) + ">";
    } else if (object.kind == Object::Kind::name) {
      line_ += "<" + expand(object.value) + ">";
    } else {
      line_.append("<").append(object.value).append(">");
    }
    std::cout << line_ << " .\n";
  }

 private:
  std::string main_;
  std::string beside_;
  std::string line_;
};

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  using namespace pressgraph;
  if (argc != 3) {
    std::cerr << "usage: synthetic_rdf turtle|ntriples EDGES > FILE\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  const auto edges = std::strtoull(argv[2], nullptr, 10);
  if (std::string_view(argv[1]) == "turtle") {
    TurtleSink sink(std::cout);
    synthetic_graph(edges, sink);
    sink.finish();
  } else {
    LineSink sink;
    synthetic_graph(edges, sink);
  }
  return std::cout.flush() ? 0 : 1;
}
