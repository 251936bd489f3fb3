// SPDX-License-Identifier: Apache-2.0
#include "cli/pipeline.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "cli/interrupt.hpp"
#include "cli/own_files.hpp"
#include "cli/page_layouts.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "graph/error.hpp"
#include "importers/authority/topics.hpp"
#include "importers/extraction/extract.hpp"
#include "importers/extraction/language.hpp"

namespace pressgraph {
namespace {

Extractor extractor_of(const Options& options) {
  return options.schemas.empty() ? Extractor() : Extractor(options.schemas);
}

std::optional<TopicThesaurus> thesaurus_of(const Options& options) {
  return options.topics.empty() ? std::nullopt
                                : std::optional(TopicThesaurus::read(options.topics));
}

Outcome outcome_of(BadRecord bad) {
  Outcome outcome;
  outcome.path = bad.path;
  outcome.bad = std::move(bad);
  return outcome;
}

Outcome outcome_of(PackedExtraction packed) {
  Outcome outcome;
  outcome.path = packed.extraction.release.source.path;
  outcome.bytes = packed.extraction.release.text.size();
  outcome.unread = !is_read(packed.extraction.release.language);
  outcome.extraction = std::move(packed.extraction);
  outcome.before = std::move(packed.before);
  return outcome;
}

Outcome outcome_of(Extraction extraction) {
  return outcome_of(PackedExtraction{std::move(extraction), {}});
}

// What is there already stands in its place; that of the releases is still missing.
struct Sorted {
  std::vector<Outcome> outcomes;
  std::vector<std::size_t> places;  ///< of the releases
  std::vector<Release> releases;

  explicit Sorted(std::vector<Record> records) : outcomes(records.size()) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (auto* release = std::get_if<Release>(&records[i])) {
        places.push_back(i);
        releases.push_back(std::move(*release));
      } else if (auto* bad = std::get_if<BadRecord>(&records[i])) {
        outcomes[i] = outcome_of(std::move(*bad));
      } else {
        outcomes[i] = outcome_of(std::get<Extraction>(std::move(records[i])));
      }
    }
  }
};

class Pipeline {
 public:
  Pipeline(const Options& options, const PipelineSteps& steps)
      : options_(options),
        steps_(steps),
        extractor_(extractor_of(options)),
        layouts_(page_layouts(options)),
        limits_(options.limits),
        thesaurus_(thesaurus_of(options)),
        progress_(options.inputs, options.quiet),
        report_(options.report) {
    limits_.layouts = layouts_.get();
    limits_.passes_over = own_files(options);
  }

  PipelineCounts run() {
    const auto work = [this](std::vector<Record> records) {
      return outcomes_of(std::move(records));
    };
    if (options_.jobs == 1) {
      run_on_this_thread(work);
    } else {
      OrderedPool pool(options_.jobs, work, [this](Outcome outcome) { take(std::move(outcome)); });
      read_all([&pool](Record record) { return pool.push(std::move(record)); });
      pool.finish();
    }
    progress_.finish(counts_.unread);
    report_.commit();
    return counts_;
  }

 private:
  void run_on_this_thread(const OrderedPool::Work& work) {
    RecordBatch batch;
    const auto take_batch = [&] {
      for (auto& outcome : work(batch.take())) {
        take(std::move(outcome));
      }
    };
    try {
      read_all([&](Record record) {
        if (!batch.has_room_for(record)) {
          take_batch();
        }
        batch.add(std::move(record));
        return true;
      });
    } catch (...) {
      take_batch();  // what was read before is not lost
      throw;
    }
    take_batch();
  }

  void read_all(const RecordSink& sink) const {
    const auto unless_interrupted = [this, &sink](Record record) {
      stop_if_interrupted();
      return is_known(record) || sink(std::move(record));
    };
    for (const auto& input : options_.inputs) {
      if (!read_path(input, options_.input_format, limits_, unless_interrupted)) {
        return;
      }
      stop_if_interrupted();
    }
  }

  [[nodiscard]] bool is_known(const Record& record) const {
    if (!steps_.known) {
      return false;
    }
    if (const auto* release = std::get_if<Release>(&record)) {
      return steps_.known(*release);
    }
    const auto* extraction = std::get_if<Extraction>(&record);
    return extraction != nullptr && steps_.known(extraction->release);
  }

  [[nodiscard]] std::vector<Outcome> outcomes_of(std::vector<Record> records) const {
    Sorted sorted(std::move(records));
    auto extractions = extractor_.extract_packed(std::move(sorted.releases));
    for (std::size_t i = 0; i < extractions.size(); ++i) {
      sorted.outcomes[sorted.places[i]] = steps_.packed
                                              ? outcome_of(std::move(extractions[i]))
                                              : outcome_of(unpacked(std::move(extractions[i])));
    }
    std::ranges::for_each(sorted.outcomes, [this](Outcome& outcome) { shape(outcome); });
    return std::move(sorted.outcomes);
  }

  void shape(Outcome& outcome) const {
    if (thesaurus_ && outcome.extraction) {
      thesaurus_->link(*outcome.extraction);
    }
    if (steps_.shape && !outcome.bad) {
      steps_.shape(outcome);
    }
  }

  void take(Outcome outcome) {
    progress_.add(outcome.path, outcome.bytes);
    if (outcome.bad) {
      report_.add(*outcome.bad, options_.strict ? "stopped" : outcome.bad->done);
      if (options_.strict) {
        report_.commit();
        throw Error(outcome.bad->text());
      }
      ++counts_.skipped;
      progress_.warn(outcome.bad->text());
      return;
    }
    ++counts_.releases;
    counts_.unread += outcome.unread ? 1U : 0U;
    steps_.take(std::move(outcome));
  }

  const Options& options_;
  const PipelineSteps& steps_;
  Extractor extractor_;
  std::shared_ptr<const HtmlLayouts> layouts_;
  ReadLimits limits_;
  std::optional<TopicThesaurus> thesaurus_;
  Progress progress_;
  Report report_;
  PipelineCounts counts_;
};

}  // namespace

PipelineCounts run_pipeline(const Options& options, const PipelineSteps& steps) {
  return Pipeline(options, steps).run();
}

}  // namespace pressgraph
