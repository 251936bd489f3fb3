// SPDX-License-Identifier: Apache-2.0
// Any text as a release: every span lies in its field, every edge joins nodes of the extraction,
// and the line that is written reads back as the same extraction.
#include <algorithm>
#include <cstdint>
#include <sstream>

#include "exporters/exporter.hpp"
#include "importers/extraction/extract.hpp"
#include "importers/readers/reader.hpp"
#include "tests/fuzz/require.hpp"

namespace pressgraph {
namespace {

bool lies_in(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

Span whole(const Release& release, Field field) {
  return {0, static_cast<std::uint32_t>(field_text(release, field).size())};
}

void check_edge(const Extraction& extraction, const Edge& edge) {
  const auto known = [&extraction](const std::string& id) {
    return std::ranges::find(extraction.nodes, id, &Node::id) != extraction.nodes.end();
  };
  const auto& evidence = edge.evidence;
  require(known(edge.subject) && known(edge.object), "an edge joins nodes that are there");
  require(edge.claimed_by.empty() || known(edge.claimed_by), "who claims an edge is there");
  require(!evidence.rule.empty(), "an edge names its rule");
  require(lies_in(evidence.span, whole(extraction.release, evidence.field)),
          "evidence lies in its field");
  require(lies_in(evidence.trigger, evidence.span), "a trigger lies in the evidence");
}

void check(const Extraction& extraction) {
  for (const auto& node : extraction.nodes) {
    for (const auto& mention : node.mentions) {
      require(lies_in(mention.span, whole(extraction.release, mention.field)),
              "a mention lies in its field");
    }
  }
  for (const auto& edge : extraction.edges) {
    check_edge(extraction, edge);
  }
}

std::string line_of(const Extraction& extraction) {
  std::ostringstream out;
  write_extraction(extraction, out);
  return std::move(out).str();
}

void check_reads_back(const std::string& line) {
  std::istringstream in(line);
  std::string again;
  read_stream(in, "fuzz", InputFormat::extraction, ReadLimits{}, [&again](const Record& record) {
    const auto* extraction = std::get_if<Extraction>(&record);
    require(extraction != nullptr, "what was written is read");
    again += line_of(*extraction);
    return true;
  });
  require(again == line, "what was written reads back the same");
}

}  // namespace
}  // namespace pressgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pressgraph;
  static const Extractor extractor;
  std::istringstream in(std::string(data, data + size));
  read_stream(in, "fuzz", InputFormat::text, ReadLimits{}, [](Record record) {
    if (auto* release = std::get_if<Release>(&record)) {
      const auto extraction = extractor.extract(std::move(*release));
      check(extraction);
      check_reads_back(line_of(extraction));
    }
    return true;
  });
  return 0;
}
