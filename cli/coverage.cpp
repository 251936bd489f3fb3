// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/coverage.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "cli/table.hpp"
#include "importers/extraction/extract.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t rows_by_default = 20;
constexpr std::size_t longest_example = 200;

/// A gap wherever it was met.
struct Tally {
  std::size_t count = 0;
  std::string example;
  std::string release;
};

using Tallies = std::map<std::pair<GapKind, std::string>, Tally>;

/// The sentence on one line, cut between characters where it is long.
std::string example_of(std::string_view text, Span span) {
  std::string line;
  for (const char c : text.substr(span.begin, span.end - span.begin)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space || (!line.empty() && line.back() != ' ')) {
      line.push_back(space ? ' ' : c);
    }
  }
  if (line.size() > longest_example) {
    auto end = longest_example;
    while (end > 0 && (line[end] & '\xC0') == '\x80') {
      --end;
    }
    line = line.substr(0, end) + "...";
  }
  return line;
}

void count(const Extraction& extraction, const std::vector<Gap>& gaps, Tallies& tallies) {
  for (const auto& gap : gaps) {
    auto& tally = tallies[{gap.kind, gap.what}];
    if (tally.count++ == 0) {
      tally.example = example_of(extraction.release.text, gap.sentence);
      tally.release = extraction.release.id;
    }
  }
}

/// Kind by kind, the most frequent first; `limit` rows of each.
Table table_of(const Tallies& tallies, std::size_t limit) {
  std::vector<Tallies::const_iterator> order;
  for (auto tally = tallies.begin(); tally != tallies.end(); ++tally) {
    order.push_back(tally);
  }
  std::ranges::stable_sort(order, [](auto a, auto b) {
    return std::pair(a->first.first, b->second.count) < std::pair(b->first.first, a->second.count);
  });
  Table table{{"missed", "what", "count", "example", "release"}, {}};
  std::array<std::size_t, 4> rows{};
  for (const auto& tally : order) {
    const auto& [kind, what] = tally->first;
    if (rows.at(static_cast<std::size_t>(kind))++ < limit) {
      table.rows.push_back({std::string(to_string(kind)), what,
                            fmt::format("{}", tally->second.count), tally->second.example,
                            tally->second.release});
    }
  }
  return table;
}

}  // namespace

void declare_coverage(CLI::App& app, Options& options) {
  declare_inputs(app, options);
  app.add_option("--limit", options.limit,
                 fmt::format("No more rows of each kind than this (default: {})", rows_by_default))
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}))
      ->type_name("N");
  app.add_option("--format,-f", options.format, "How to print the list (default: table)")
      ->check(CLI::IsMember({"table", "json", "csv"}));
}

ExitStatus run_coverage(const Options& options) {
  const auto extractor = options.schemas.empty() ? Extractor() : Extractor(options.schemas);
  Tallies tallies;
  const PipelineSteps steps{.shape = {}, .take = [&](const Outcome& outcome) {
                              count(*outcome.extraction, extractor.gaps(*outcome.extraction),
                                    tallies);
                            }};
  const auto counts = run_pipeline(options, steps);
  const auto limit = options.limit == 0 ? rows_by_default : options.limit;
  print_answer(options.format, "coverage", table_of(tallies, limit));
  return counts.skipped == 0 ? ExitStatus::ok : ExitStatus::skipped;
}

}  // namespace pressgraph
