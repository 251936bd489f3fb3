// SPDX-License-Identifier: Apache-2.0
// The writers alone: no store, no disk. For the comparison with serdi see writers_vs_others.sh.
#include "exporters/turtle.hpp"

#include <streambuf>

#include <benchmark/benchmark.h>

#include "bench/synthetic_graph.hpp"
#include "exporters/exporter.hpp"

namespace pressgraph {
namespace {

/// Counts bytes and drops them.
class Drain final : public std::streambuf {
 public:
  std::int64_t bytes = 0;

 protected:
  std::streamsize xsputn(const char*, std::streamsize count) override {
    bytes += count;
    return count;
  }
  int overflow(int c) override {
    ++bytes;
    return c;
  }
};

class CountingSink final : public StatementSink {
 public:
  void subject(std::string_view) override {}
  void aside(std::string_view) override {}
  void back() override {}
  void add(std::string_view, const Object&) override { ++statements; }

  std::int64_t statements = 0;
};

void write_turtle(benchmark::State& state) {
  const auto edges = static_cast<std::uint64_t>(state.range(0));
  CountingSink count;
  synthetic_graph(edges, count);
  Drain drain;
  std::ostream out(&drain);
  for (auto _ : state) {
    TurtleSink sink(out);
    synthetic_graph(edges, sink);
    sink.finish();
  }
  state.SetItemsProcessed(state.iterations() * count.statements);
  state.SetBytesProcessed(drain.bytes);
}
BENCHMARK(write_turtle)->Arg(10000);

Extraction long_extraction() {
  Extraction made;
  made.nodes.push_back({"n0", NodeType::release, "A release", {}, {}, {}});
  made.nodes.push_back({"n1", NodeType::official, "An official", {}, {}, {}});
  made.nodes.push_back({"n2", NodeType::resolution, "S/RES/1 (1946)", {}, {}, {}});
  for (std::uint64_t number = 0; number < 500; ++number) {
    const auto begin = static_cast<std::uint32_t>(made.release.text.size());
    made.release.text += synthetic_edge({}, number).sentence + "é\n";
    const Span span{begin, static_cast<std::uint32_t>(made.release.text.size()) - 1};
    made.sentences.push_back(span);
    made.nodes[1].mentions.push_back({Field::text, {begin, begin + 10}});
    made.edges.push_back({"n1",
                          Relation::cited,
                          "n2",
                          {},
                          Status::asserted,
                          "",
                          0.9,
                          {Field::text, span, {begin + 11, begin + 15}, "frame/cite", {}}});
  }
  return made;
}

void write_json(benchmark::State& state) {
  const auto extraction = long_extraction();
  Drain drain;
  std::ostream out(&drain);
  for (auto _ : state) {
    write_extraction(extraction, out);
  }
  const auto size = static_cast<std::int64_t>(extraction.release.text.size());
  state.SetBytesProcessed(state.iterations() * size);
}
BENCHMARK(write_json);

}  // namespace
}  // namespace pressgraph

BENCHMARK_MAIN();
