// SPDX-License-Identifier: Apache-2.0
#include "cli/store_writer.hpp"

#include <utility>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_in_batch = 256;
constexpr std::uint64_t most_text_in_batch = 2ULL << 20U;

}  // namespace

void Batch::add(Extraction extraction) {
  text_ += extraction.release.text.size();
  extractions_.push_back(std::move(extraction));
  if (extractions_.size() >= most_in_batch || text_ >= most_text_in_batch) {
    write();
  }
}

void Batch::write() {
  if (!extractions_.empty()) {
    store_.add(extractions_);
    extractions_.clear();
    text_ = 0;
  }
}

std::filesystem::path judgements_of(const Options& options, const std::string& store) {
  if (!options.judgements.empty() && !std::filesystem::exists(options.judgements)) {
    throw Error(options.judgements + ": no such file of judgements");
  }
  return options.judgements.empty() ? store + ".judgements" : options.judgements;
}

void print_counts(const StoreCounts& counts, std::ostream& out) {
  fmt::print(out, "\nnodes\n");
  for (const auto& row : node_types) {
    fmt::print(out, "  {:<14}{:>9}\n", row.name,
               counts.nodes.at(static_cast<std::size_t>(row.type)));
  }
  fmt::print(out, "\nedges\n");
  for (const auto& row : relations) {
    fmt::print(out, "  {:<14}{:>9}\n", row.name,
               counts.edges.at(static_cast<std::size_t>(row.relation)));
  }
  fmt::print(out, "  {:<14}{:>9}  planned, hypothetical or negated\n", "(not shown)",
             counts.hidden_edges);
}

}  // namespace pressgraph
