// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "graph/error.hpp"
#include "graph/store.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_in_batch = 256;
constexpr std::uint64_t most_text_in_batch = 2ULL << 20U;

/// A store that gets its name when it is whole; until then its files lie beside it.
class NewStore {
 public:
  NewStore(fs::path path, bool replace)
      : path_(std::move(path)), temporary_(temporary_beside(path_)) {
    if (!replace && fs::exists(path_)) {
      throw Error(path_.string() + ": exists already; name another store, or say --replace");
    }
    store_.emplace(Store::create(temporary_));
  }
  NewStore(const NewStore&) = delete;
  NewStore& operator=(const NewStore&) = delete;
  NewStore(NewStore&&) = delete;
  NewStore& operator=(NewStore&&) = delete;

  ~NewStore() {
    store_.reset();
    for (const auto* suffix : {"", "-wal", "-shm", "-journal"}) {
      std::error_code ignored;
      fs::remove(temporary_.string() + suffix, ignored);
    }
  }

  Store& store() { return *store_; }

  /// Finishes the store, gives it its name and says what it holds.
  StoreCounts commit() {
    store_->finish();
    auto counts = store_->counts();
    store_.reset();
    fs::rename(temporary_, path_);
    return counts;
  }

 private:
  fs::path path_;
  fs::path temporary_;
  std::optional<Store> store_;
};

/// Extractions on their way into the store, so that one transaction takes many.
class Batch {
 public:
  explicit Batch(Store& store) : store_(store) {}

  void add(Extraction extraction) {
    text_ += extraction.release.text.size();
    extractions_.push_back(std::move(extraction));
    if (extractions_.size() >= most_in_batch || text_ >= most_text_in_batch) {
      write();
    }
  }

  void write() {
    if (!extractions_.empty()) {
      store_.add(extractions_);
      extractions_.clear();
      text_ = 0;
    }
  }

 private:
  Store& store_;
  std::vector<Extraction> extractions_;
  std::uint64_t text_ = 0;
};

void print_summary(const std::string& path, const StoreCounts& store, const PipelineCounts& read,
                   std::ostream& out) {
  fmt::print(out, "{}: {} read, {} skipped; {} releases, {} sentences\n", path, read.releases,
             read.skipped, store.releases, store.sentences);
  if (read.unread != 0) {
    fmt::print(out, "{} of them not in English: stored as they are, nothing extracted\n",
               read.unread);
  }
  fmt::print(out, "\nnodes\n");
  for (const auto& row : node_types) {
    fmt::print(out, "  {:<14}{:>9}\n", row.name,
               store.nodes.at(static_cast<std::size_t>(row.type)));
  }
  fmt::print(out, "\nedges\n");
  for (const auto& row : relations) {
    fmt::print(out, "  {:<14}{:>9}\n", row.name,
               store.edges.at(static_cast<std::size_t>(row.relation)));
  }
  fmt::print(out, "  {:<14}{:>9}  planned, hypothetical or negated\n", "(not shown)",
             store.hidden_edges);
}

}  // namespace

void declare_build(CLI::App& app, Options& options) {
  declare_inputs(app, options);
  app.add_option("--output,-o", options.output, "The store to make")
      ->required()
      ->type_name("STORE");
  app.add_flag("--replace", options.replace, "Take the place of a store of that name");
}

ExitStatus run_build(const Options& options) {
  NewStore made(options.output, options.replace);
  Batch batch(made.store());
  const auto take = [&batch](Outcome outcome) { batch.add(std::move(*outcome.extraction)); };
  const auto counts = run_pipeline(options, {.shape = {}, .take = take});
  batch.write();
  const auto summary = made.commit();
  Output output("-");
  print_summary(options.output, summary, counts, output.stream());
  output.commit();
  return counts.skipped == 0 ? ExitStatus::ok : ExitStatus::skipped;
}

}  // namespace pressgraph
