// SPDX-License-Identifier: Apache-2.0
// What is read of an input, before anything is extracted from it.
#include <string>
#include <variant>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/own_files.hpp"
#include "cli/page_layouts.hpp"
#include "cli/report.hpp"
#include "cli/terminal.hpp"
#include "graph/error.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

/// A release as a line of JSON, in the spelling that the JSON reader knows.
std::string line_of(const Release& release) {
  rapidjson::StringBuffer line;
  rapidjson::Writer<rapidjson::StringBuffer> json(line);
  const auto put = [&json](const char* key, const std::string& value) {
    if (!value.empty()) {
      json.Key(key);
      json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
  };
  json.StartObject();
  put("id", release.id);
  put("title", release.title);
  put("published", release.published);
  put("modified", release.modified);
  put("publisher", release.publisher);
  put("url", release.url);
  put("language", release.language);
  if (!release.topics.empty()) {
    json.Key("topics");
    json.StartArray();
    for (const auto& topic : release.topics) {
      json.String(topic.data(), static_cast<rapidjson::SizeType>(topic.size()));
    }
    json.EndArray();
  }
  put("text", release.text);
  json.EndObject();
  return std::string(line.GetString(), line.GetSize()) + "\n";
}

/// The same for people, with the beginning of its text.
void explain(const Release& release, std::ostream& out) {
  const auto row = [&out](const char* field, const std::string& value) {
    fmt::print(out, "  {:<10}{}\n", field, value.empty() ? "(none)" : value);
  };
  fmt::print(out, "{}\n",
             release.source.record == 0
                 ? release.source.path
                 : fmt::format("{} record {}", release.source.path, release.source.record));
  row("id", release.id);
  row("title", release.title);
  row("published", release.published);
  row("modified", release.modified);
  row("publisher", release.publisher);
  row("url", release.url);
  row("language", release.language);
  row("topics", fmt::format("{}", fmt::join(release.topics, " | ")));
  row("sha256", release.source.sha256);
  row("text", fmt::format("{} bytes: {}", release.text.size(),
                          release.text.substr(0, release.text.find('\n'))));
}

class Show {
 public:
  Show(const Options& options, std::ostream& out)
      : options_(options), out_(out), report_(options.report) {}

  bool operator()(const Record& record) {
    stop_if_interrupted();
    if (const auto* bad = std::get_if<BadRecord>(&record)) {
      report_.add(*bad, options_.strict ? "stopped" : bad->done);
      if (options_.strict) {
        report_.commit();
        throw Error(bad->text());
      }
      ++skipped_;
      print_warning(bad->text());
      return true;
    }
    const auto* extraction = std::get_if<Extraction>(&record);
    const auto& release = extraction == nullptr ? std::get<Release>(record) : extraction->release;
    if (options_.explain) {
      explain(release, out_);
    } else {
      out_ << line_of(release);
    }
    return true;
  }

  ExitStatus finish() {
    report_.commit();
    return skipped_ == 0 ? ExitStatus::ok : ExitStatus::skipped;
  }

 private:
  const Options& options_;
  std::ostream& out_;
  Report report_;
  std::uint64_t skipped_ = 0;
};

}  // namespace

void declare_read(CLI::App& app, Options& options) {
  declare_inputs(app, options);
  app.add_option("--output,-o", options.output, "Where to write (default: standard output)")
      ->type_name("PATH");
  app.add_flag("--explain", options.explain,
               "Say what was found for each field, and what believed");
}

ExitStatus run_read(const Options& options) {
  Output output(options.output);
  Show show(options, output.stream());
  const auto layouts = page_layouts(options);
  auto limits = options.limits;
  limits.layouts = layouts.get();
  limits.passes_over = own_files(options);
  if (options.explain) {
    limits.explain = [&output](const FoundValue& found) {
      fmt::print(output.stream(), "  {} {:<10}{}  ({})\n", found.believed ? "+" : "-", found.field,
                 found.value, found.from);
    };
  }
  for (const auto& input : options.inputs) {
    read_path(input, options.input_format, limits,
              [&show](const Record& record) { return show(record); });
  }
  output.commit();
  if (!options.quiet) {
    print_repairs(repaired_characters());
  }
  return show.finish();
}

}  // namespace pressgraph
