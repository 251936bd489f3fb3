// SPDX-License-Identifier: Apache-2.0
// `add`, `remove` and `check`: a store that is there already.
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "cli/store_writer.hpp"
#include "cli/terminal.hpp"
#include "graph/check.hpp"
#include "graph/judgements.hpp"

namespace pressgraph {
namespace {

// The judgements of a file that is there take the place of those that the store knows.
void judge_anew(const Options& options, Store& store) {
  if (const auto path = judgements_of(options, options.store); std::filesystem::exists(path)) {
    store.judge(read_judgements(path));
  }
}

std::string release_id(const std::string& text) {
  return text.starts_with("release/") ? text : "release/" + text;
}

}  // namespace

void declare_add(CLI::App& app, Options& options) {
  declare_store(app, options);
  declare_inputs(app, options);
  declare_topics(app, options);
  declare_judgements(app, options);
  declare_authority(app, options);
}

ExitStatus run_add(const Options& options) {
  const auto authority = authority_of(options);
  auto store = Store::change(options.store);
  Batch batch(store);
  const auto take = [&batch](Outcome outcome) { batch.add(std::move(outcome)); };
  const auto counts = run_pipeline(options, {.shape = Batch::prepare, .take = take});
  batch.write();
  judge_anew(options, store);
  if (!options.authority.empty()) {
    store.authorize(authority);
  }
  store.finish();
  Output output("-");
  fmt::print(output.stream(), "{}: {} read, {} skipped; {} releases\n", options.store,
             counts.releases, counts.skipped, store.release_count());
  output.commit();
  return counts.skipped == 0 ? ExitStatus::ok : ExitStatus::skipped;
}

void declare_remove(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_option("RELEASE", options.arguments, "Ids of releases, as `query` prints them")
      ->required()
      ->type_name("");
}

ExitStatus run_remove(const Options& options) {
  auto store = Store::change(options.store);
  bool all = true;
  std::size_t removed = 0;
  for (const auto& release : options.arguments) {
    if (store.remove(release_id(release))) {
      ++removed;
    } else {
      print_error(fmt::format("'{}' is no release of this store", release));
      all = false;
    }
  }
  store.finish();
  Output output("-");
  fmt::print(output.stream(), "{}: {} removed; {} releases\n", options.store, removed,
             store.release_count());
  output.commit();
  return all ? ExitStatus::ok : ExitStatus::not_found;
}

void declare_check(CLI::App& app, Options& options) {
  declare_store(app, options);
}

ExitStatus run_check(const Options& options) {
  const auto lines = check(options.store);
  for (const auto& line : lines) {
    print_error(line);
  }
  Output output("-");
  fmt::print(output.stream(), "{}: {}\n", options.store, lines.empty() ? "whole" : "damaged");
  output.commit();
  return lines.empty() ? ExitStatus::ok : ExitStatus::failure;
}

}  // namespace pressgraph
