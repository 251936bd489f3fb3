// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/page_layouts.hpp"
#include "cli/terminal.hpp"
#include "graph/error.hpp"
#include "graph/explain.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {
namespace {

/// The release that stands in `record`, where it is the one that was read from `source`.
std::optional<Release> release_at(Record record, const Source& source) {
  if (auto* release = std::get_if<Release>(&record)) {
    return release->source.record == source.record ? std::optional(std::move(*release))
                                                   : std::nullopt;
  }
  if (auto* extraction = std::get_if<Extraction>(&record)) {
    auto& release = extraction->release;
    return release.source == source ? std::optional(std::move(release)) : std::nullopt;
  }
  return std::nullopt;
}

SourceReader reader_of(const Options& options) {
  const auto layouts = page_layouts(options);
  return [format = options.input_format, layouts](const Release& stored) {
    std::optional<Release> found;
    const auto sink = [&](Record record) {
      stop_if_interrupted();
      found = release_at(std::move(record), stored.source);
      return !found;
    };
    ReadLimits limits;
    limits.layouts = layouts.get();
    try {
      read_path(stored.source.path, format, limits, sink);
    } catch (const Error& error) {
      print_warning(error.what());
    }
    return found;
  };
}

}  // namespace

void declare_verify(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_flag("--sources", options.sources, "Read the releases again from where they came from");
}

ExitStatus run_verify(const Options& options) {
  const auto store = Store::open(options.store);
  const auto result = verify(store, options.sources ? reader_of(options) : SourceReader{});
  for (const auto& failure : result.failures) {
    print_error(failure);
  }
  Output output("-");
  fmt::print(output.stream(), "{} edges checked, {} releases read again, {} failures\n",
             result.edges, result.releases, result.failed);
  output.commit();
  return result.failed == 0 ? ExitStatus::ok : ExitStatus::failure;
}

}  // namespace pressgraph
