// SPDX-License-Identifier: Apache-2.0
// `build` and `merge`: a new store, of releases or of what others extracted.
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/pipeline.hpp"
#include "cli/store_writer.hpp"
#include "cli/terminal.hpp"
#include "graph/error.hpp"
#include "graph/judgements.hpp"
#include "graph/store.hpp"
#include "graph/store_file.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

/// A store that gets its name when it is whole; until then it lies beside it, and stays there when
/// the build is stopped, so that --resume can go on.
class NewStore {
 public:
  explicit NewStore(const Options& options)
      : path_(options.output), unfinished_(options.output + ".building") {
    if (!options.replace && fs::exists(path_)) {
      throw Error(path_.string() + ": exists already; name another store, or say --replace");
    }
    if (options.resume && !fs::exists(unfinished_)) {
      throw Error(unfinished_.string() + ": no interrupted build to resume");
    }
    if (!options.resume && fs::exists(unfinished_)) {
      forget();
    }
    store_.emplace(options.resume ? Store::resume(unfinished_) : Store::create(unfinished_));
  }

  Store& store() { return *store_; }

  /// Finishes the store, gives it its name and says what it holds.
  StoreCounts commit() {
    store_->finish();
    auto counts = store_->counts();
    store_.reset();
    fs::rename(unfinished_, path_);
    return counts;
  }

  [[nodiscard]] const fs::path& unfinished() const { return unfinished_; }

  /// Removes what lies beside the store. Throws where another process builds it.
  void forget() {
    if (!store_ && is_store_file(unfinished_)) {
      store_.emplace(Store::resume(unfinished_));  // takes its lock
    }
    store_.reset();
    for (const auto* suffix : {"", "-wal", "-shm"}) {
      fs::remove(unfinished_.string() + suffix);
    }
  }

 private:
  fs::path path_;
  fs::path unfinished_;
  std::optional<Store> store_;
};

bool is_store(const std::string& input) {
  return fs::is_regular_file(input) && is_store_file(input);
}

void print_made(const Options& options, const StoreCounts& store, const PipelineCounts& read) {
  Output output("-");
  fmt::print(output.stream(), "{}: {} read, {} skipped; {} releases, {} sentences\n",
             options.output, read.releases, read.skipped, store.releases, store.sentences);
  if (store.superseded != 0) {
    fmt::print(output.stream(), "{} {} of {} {}: kept, but the latest of each speaks\n",
               store.superseded, store.superseded == 1 ? "copy" : "copies", store.copied,
               store.copied == 1 ? "release" : "releases");
  }
  if (read.unread != 0) {
    fmt::print(output.stream(),
               "{} of them not in English: stored as they are, nothing extracted\n", read.unread);
  }
  print_counts(store, output.stream());
  output.commit();
}

// Stores among the inputs are taken as they are, all else is read.
PipelineCounts take_inputs(Options options, Store& store) {
  std::vector<std::string> files;
  PipelineCounts counts;  // of what comes from stores
  for (const auto& input : options.inputs) {
    if (is_store(input)) {
      counts.releases += store.add_store(input);
    } else {
      files.push_back(input);
    }
  }
  options.inputs = std::move(files);
  if (options.jobs > 1) {
    store.index_beside();
  }
  Batch batch(store);
  const auto take = [&batch](Outcome outcome) { batch.add(std::move(outcome)); };
  const auto known = [&store, resumed = options.resume](const Release& release) {
    return resumed && store.holds(release.source);
  };
  try {
    auto read = run_pipeline(options, {.shape = Batch::prepare, .take = take, .known = known});
    batch.write();
    read.releases += counts.releases;
    return read;
  } catch (const Interrupted&) {
    batch.write();
    throw;
  }
}

struct Made {
  StoreCounts store;
  PipelineCounts read;
};

// What is read is kept where it is stopped, until the store has its name.
Made fill(const Options& options, const std::vector<AuthorityEntry>& authority, NewStore& made) {
  try {
    const auto read = take_inputs(options, made.store());
    if (const auto path = judgements_of(options, options.output); fs::exists(path)) {
      made.store().judge(read_judgements(path));
    }
    if (!options.authority.empty()) {
      made.store().authorize(authority);
    }
    return {made.commit(), read};
  } catch (const Interrupted&) {
    print_warning(
        fmt::format("stopped; what was read is kept in {}: go on with --resume, or delete it",
                    made.unfinished().string()));
    throw;
  } catch (const std::exception&) {
    if (!options.resume) {
      made.forget();
    }
    throw;
  }
}

ExitStatus make_store(const Options& options) {
  const auto authority = authority_of(options);  // before what takes long
  NewStore made(options);
  const auto [store, read] = fill(options, authority, made);
  print_made(options, store, read);
  return read.skipped == 0 ? ExitStatus::ok : ExitStatus::skipped;
}

void declare_new_store(CLI::App& app, Options& options) {
  app.add_option("--output,-o", options.output, "The store to make")
      ->required()
      ->type_name("STORE");
  app.add_flag("--replace", options.replace, "Take the place of a store of that name");
  declare_judgements(app, options);
  declare_authority(app, options);
  declare_topics(app, options);
}

}  // namespace

void declare_build(CLI::App& app, Options& options) {
  declare_inputs(app, options);
  declare_new_store(app, options);
  app.add_flag("--resume", options.resume,
               "Go on with a build of this store that was stopped, without extracting again");
}

ExitStatus run_build(const Options& options) {
  return make_store(options);
}

void declare_merge(CLI::App& app, Options& options) {
  app.add_option("PART", options.inputs, "Files that `extract` wrote, and stores")
      ->required()
      ->type_name("");
  declare_new_store(app, options);
}

ExitStatus run_merge(const Options& options) {
  auto parts = options;
  parts.input_format = input_format_named("extraction");
  return make_store(parts);
}

}  // namespace pressgraph
