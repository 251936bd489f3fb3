// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace pressgraph {
namespace {

constexpr unsigned most_jobs = 256;

std::string names_of_input_formats() {
  std::string names;
  for (const auto& row : input_formats()) {
    names += names.empty() ? "" : ", ";
    names += row.name;
  }
  return names;
}

/// Of "2017", "2017-10" or "2017-10-16": what there is of them is in reach. A 31 June restricts as
/// well as a 30.
bool is_month_and_day(const std::string& text) {
  const auto part = [&](std::size_t at) { return text.size() > at ? text.substr(at, 2) : "01"; };
  return part(5) >= "01" && part(5) <= "12" && part(8) >= "01" && part(8) <= "31";
}

/// Empty where `text` is a date as precise as wanted, else what is wrong.
std::string check_date(const std::string& text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  const auto fits = [](char character, char expected) {
    return expected == 'd' ? character >= '0' && character <= '9' : character == expected;
  };
  const bool whole_part = text.size() == 4 || text.size() == 7 || text.size() == 10;
  if (whole_part && std::equal(text.begin(), text.end(), shape.begin(), fits) &&
      is_month_and_day(text)) {
    return {};
  }
  return fmt::format("'{}' is no date, expected one like 2017, 2017-10 or 2017-10-16", text);
}

std::string check_confidence(const std::string& text) {
  double value = 0;
  if (CLI::detail::lexical_cast(text, value) && value >= 0 && value <= 1) {
    return {};
  }
  return fmt::format("'{}' is not between 0 and 1", text);
}

}  // namespace

void declare_general(CLI::App& app, Options& options) {
  app.add_option("--jobs", options.jobs, "Threads that extract (default: one a processor)")
      ->check(CLI::Range(1U, most_jobs))
      ->type_name("N");
  app.add_flag("--quiet", options.quiet, "No progress; errors are printed all the same");
  app.add_option("--schemas", options.schemas, "Take the knowledge from this folder")
      ->type_name("DIR");
  app.add_option_function<std::string>(
         "--input-format",
         [&options](const std::string& name) {
           options.input_format = input_format_named(name);
           if (!options.input_format) {
             throw CLI::ValidationError("--input-format", fmt::format("'{}' is none of {}", name,
                                                                      names_of_input_formats()));
           }
         },
         "Read every input as this format (default: told from the content)")
      ->type_name("FORMAT");
}

void declare_inputs(CLI::App& app, Options& options) {
  app.add_option("INPUT", options.inputs, "Files, folders, or - for standard input")
      ->required()
      ->type_name("");
  app.add_option("--max-record", options.limits.max_record,
                 "Skip what is larger than this (default: 16M)")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("SIZE");
  app.add_flag("--strict", options.strict, "Stop at the first input that cannot be read");
  app.add_option("--report", options.report, "Write a line of JSON for each of them to this file")
      ->type_name("FILE");
}

void declare_topics(CLI::App& app, Options& options) {
  app.add_option("--topics", options.topics,
                 "Link the releases' topics to the concepts of this thesaurus (CSV or SKOS)")
      ->type_name("FILE");
}

void declare_store(CLI::App& app, Options& options) {
  app.add_option("STORE", options.store, "A store that `build` wrote")->required()->type_name("");
}

void declare_judgements(CLI::App& app, Options& options) {
  app.add_option("--judgements", options.judgements,
                 "The file of judgements (default: STORE.judgements, where there is one)")
      ->type_name("FILE");
}

void declare_authority(CLI::App& app, Options& options) {
  app.add_option("--authority", options.authority,
                 "Your own list of officials, bodies and places: RDF (.ttl, .nt, .rdf) or a table "
                 "(.csv, .tsv); may come several times")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void declare_restrictions(CLI::App& app, Options& options) {
  app.add_option("--since", options.since, "Nothing published before this date")
      ->check(CLI::Validator(check_date, ""))
      ->type_name("DATE");
  app.add_option("--until", options.until, "Nothing published after this date")
      ->check(CLI::Validator(check_date, ""))
      ->type_name("DATE");
  declare_confidence(app, options);
}

void declare_confidence(CLI::App& app, Options& options) {
  app.add_option("--min-confidence", options.min_confidence, "Leave out edges that are less sure")
      ->check(CLI::Validator(check_confidence, ""))
      ->type_name("0..1");
}

}  // namespace pressgraph
