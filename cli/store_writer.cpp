// SPDX-License-Identifier: Apache-2.0
#include "cli/store_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/file_input.hpp"
#include "graph/error.hpp"
#include "importers/authority/authority.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_in_batch = 256;
constexpr std::uint64_t most_text_in_batch = 2ULL << 20U;

// No more than `most` bytes of a file, which may be without end.
std::string beginning_of(const std::string& path, std::size_t most) {
  constexpr std::size_t step = 1ULL << 20U;
  std::string bytes;
  try {
    const auto in = open_file(path);
    while (*in && bytes.size() < most) {
      const auto before = bytes.size();
      bytes.resize(std::min(before + step, most));
      in->read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
      bytes.resize(before + static_cast<std::size_t>(in->gcount()));
    }
  } catch (const Error& error) {
    throw Error(path + ": " + error.what());
  }
  return bytes;
}

}  // namespace

void Batch::prepare(Outcome& outcome) {
  outcome.ready = ready_extraction(std::move(*outcome.extraction));
  outcome.extraction.reset();
}

void Batch::add(Outcome outcome) {
  text_ += outcome.bytes;
  extractions_.push_back(std::move(*outcome.ready));
  if (extractions_.size() >= most_in_batch || text_ >= most_text_in_batch) {
    write();
  }
}

void Batch::write() {
  if (!extractions_.empty()) {
    store_.add_ready(extractions_);
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

std::vector<AuthorityEntry> authority_of(const Options& options) {
  std::vector<AuthorityEntry> all;
  const AuthorityLimits limits;
  for (const auto& path : options.authority) {
    auto entries = read_authority(beginning_of(path, limits.bytes + 1), path, limits);
    all.insert(all.end(), std::make_move_iterator(entries.begin()),
               std::make_move_iterator(entries.end()));
  }
  return all;
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
