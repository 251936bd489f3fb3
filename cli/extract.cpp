// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "exporters/exporter.hpp"

namespace pressgraph {

void declare_extract(CLI::App& app, Options& options) {
  declare_inputs(app, options);
  declare_topics(app, options);
  app.add_option("--output,-o", options.output, "Where to write (default: standard output)")
      ->type_name("PATH");
}

ExitStatus run_extract(const Options& options) {
  Output output(options.output);
  const PipelineSteps steps{
      .shape =
          [](Outcome& outcome) {
            outcome.line = extraction_line(*outcome.extraction);
            outcome.extraction.reset();
          },
      .take = [&output](const Outcome& outcome) { output.stream() << outcome.line; }};
  const auto counts = run_pipeline(options, steps);
  output.commit();
  return counts.skipped == 0 ? ExitStatus::ok : ExitStatus::skipped;
}

}  // namespace pressgraph
