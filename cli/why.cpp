// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "graph/explain.hpp"

namespace pressgraph {
namespace {

/// The sentence with the trigger between marks, or in bold on a terminal.
std::string marked(const Explanation& explanation) {
  const bool bold = colours_on(STDOUT_FILENO);
  const auto& sentence = explanation.edge.sentence;
  const auto [begin, end] = explanation.trigger;
  return fmt::format("{}{}{}{}{}", sentence.substr(0, begin), bold ? "\x1b[1m" : "[",
                     sentence.substr(begin, end - begin), bold ? "\x1b[0m" : "]",
                     sentence.substr(end));
}

std::string described(const StoredNode& node) {
  return fmt::format("{} ({})", node.name, node.id);
}

void print(const Explanation& explanation, std::ostream& out) {
  const auto& edge = explanation.edge;
  const auto& evidence = edge.evidence;
  fmt::print(out, "{}\n  {}\n  {}\n\n", described(explanation.subject), name(edge.relation),
             described(explanation.object));
  fmt::print(out, "{}\n\n", marked(explanation));
  fmt::print(out, "rule        {}\n", evidence.rule);
  for (const auto& step : explanation.chain) {
    fmt::print(out, "reference   \"{}\": {}\n", step.words, step.rule);
  }
  for (const auto& attribute : edge.attributes) {
    fmt::print(out, "{:<11} {}\n", attribute.name, attribute.value);
  }
  fmt::print(out, "status      {}\nconfidence  {:.2f}\n", name(edge.status), edge.confidence);
  if (!explanation.claimed_by.empty()) {
    fmt::print(out, "claimed by  {}\n", explanation.claimed_by);
  }
  fmt::print(out, "release     {}\n", explanation.release.title);
  fmt::print(out, "published   {}\n", explanation.release.published);
  fmt::print(out, "read from   {}\n", explanation.release.source.path);
  fmt::print(out, "place       {} {}-{}\n", name(evidence.field), edge.code_points.begin,
             edge.code_points.end);
}

}  // namespace

void declare_why(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_option("EDGE", options.arguments, "The id of an edge, as `query` prints it")
      ->required()
      ->expected(1)
      ->type_name("");
}

ExitStatus run_why(const Options& options) {
  const auto store = Store::open(options.store);
  const auto& id = options.arguments.front();
  const auto explanation = why(store, id);
  if (!explanation) {
    print_error(fmt::format("'{}' is no edge of this store", id));
    return ExitStatus::not_found;
  }
  Output output("-");
  print(*explanation, output.stream());
  output.commit();
  return ExitStatus::ok;
}

}  // namespace pressgraph
