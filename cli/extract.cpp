// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "exporters/exporter.hpp"

namespace pressgraph {
namespace {

// A line is made whole by the workers, unless it would be large: then it is written in pieces.
constexpr std::size_t longest_whole = 1U << 20U;  // bytes of text

PackedEdges of_confidence(const PackedEdges& edges, double least) {
  PackedEdges kept;
  edges.each([&kept, least](const Edge& edge) {
    if (edge.confidence >= least) {
      kept.add(edge);
    }
  });
  return kept;
}

void shape(Outcome& outcome, double least) {
  if (least > 0) {
    std::erase_if(outcome.extraction->edges,
                  [least](const Edge& edge) { return edge.confidence < least; });
    outcome.before.edges = of_confidence(outcome.before.edges, least);
  }
  const bool whole = outcome.before.nodes.size() == 0;
  if (whole && outcome.extraction->release.text.size() <= longest_whole) {
    outcome.line = extraction_line(*outcome.extraction);
    outcome.extraction.reset();
  }
}

}  // namespace

void declare_extract(CLI::App& app, Options& options) {
  declare_inputs(app, options);
  declare_topics(app, options);
  declare_confidence(app, options);
  app.add_option("--output,-o", options.output, "Where to write (default: standard output)")
      ->type_name("PATH");
}

ExitStatus run_extract(const Options& options) {
  Output output(options.output);
  const PipelineSteps steps{
      .shape = [least = options.min_confidence](Outcome& outcome) { shape(outcome, least); },
      .take =
          [&output](const Outcome& outcome) {
            if (outcome.extraction) {
              write_extraction(*outcome.extraction, outcome.before, output.stream());
            } else {
              output.stream() << outcome.line.view();
            }
          },
      .packed = true};
  const auto counts = run_pipeline(options, steps);
  output.commit();
  return counts.skipped == 0 ? ExitStatus::ok : ExitStatus::skipped;
}

}  // namespace pressgraph
