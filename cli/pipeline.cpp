// SPDX-License-Identifier: Apache-2.0
#include "cli/pipeline.hpp"

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

/// Turns a record into its outcome.
struct Process {
  const Extractor& extractor;
  bool packed;

  Outcome operator()(BadRecord bad) const {
    Outcome outcome;
    outcome.path = bad.path;
    outcome.bad = std::move(bad);
    return outcome;
  }

  Outcome operator()(Extraction extraction) const {
    Outcome outcome;
    outcome.path = extraction.release.source.path;
    outcome.bytes = extraction.release.text.size();
    outcome.unread = !is_read(extraction.release.language);
    outcome.extraction = std::move(extraction);
    return outcome;
  }

  Outcome operator()(Release release) const {
    auto [extraction, before] = extractor.extract_packed(std::move(release));
    if (!packed) {
      return (*this)(unpacked({std::move(extraction), std::move(before)}));
    }
    auto outcome = (*this)(std::move(extraction));
    outcome.before = std::move(before);
    return outcome;
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
    if (options_.jobs == 1) {
      read_all([this](Record record) {
        take(work(std::move(record)));
        return true;
      });
    } else {
      OrderedPool pool(
          options_.jobs, [this](Record record) { return work(std::move(record)); },
          [this](Outcome outcome) { take(std::move(outcome)); });
      read_all([&pool](Record record) { return pool.push(std::move(record)); });
      pool.finish();
    }
    progress_.finish(counts_.unread);
    report_.commit();
    return counts_;
  }

 private:
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

  [[nodiscard]] Outcome work(Record record) const {
    auto outcome = std::visit(Process{extractor_, steps_.packed}, std::move(record));
    if (thesaurus_ && outcome.extraction) {
      thesaurus_->link(*outcome.extraction);
    }
    if (steps_.shape && !outcome.bad) {
      steps_.shape(outcome);
    }
    return outcome;
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
