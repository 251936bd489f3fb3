// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/named_node.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "graph/queries.hpp"

namespace pressgraph {
namespace {

using Ask = Table (*)(const Store& store, const Options& options);

struct Question {
  std::string_view name;
  std::size_t arguments;  ///< how many it takes; `search` takes all its words as one
  std::string_view usage;
  std::string_view description;
  Ask ask;
};

QueryOptions restrictions(const Options& options) {
  return {.since = options.since,
          .until = options.until,
          .min_confidence = options.min_confidence,
          .limit = options.limit};
}

Table table_of(const std::vector<AnswerRow>& answer) {
  Table table{{"who", "relation", "what", "date", "event", "sentence", "release", "url", "edge"},
              {}};
  for (const auto& row : answer) {
    table.rows.push_back({row.who, std::string(name(row.relation)), row.what, row.date, row.event,
                          row.sentence, row.release, row.url, row.edge});
  }
  return table;
}

using AboutOne = std::vector<AnswerRow> (*)(const Store&, std::string_view, const QueryOptions&);

/// Asks `question` about the first argument, which must be of one of `types`.
template <AboutOne question, std::uint16_t types>
Table ask_about_one(const Store& store, const Options& options) {
  const auto node = the_node(store, options.arguments.front(), types);
  return table_of(question(store, node, restrictions(options)));
}

Table ask_path(const Store& store, const Options& options) {
  const auto from = the_node(store, options.arguments.at(0), any_node);
  const auto to = the_node(store, options.arguments.at(1), any_node);
  return table_of(path(store, from, to, restrictions(options)));
}

bool within(std::string_view date, const Options& options) {
  const auto reaches = [date](const std::string& limit) {
    return date.substr(0, std::min(date.size(), limit.size()));
  };
  return (options.since.empty() || (!date.empty() && reaches(options.since) >= options.since)) &&
         (options.until.empty() || (!date.empty() && reaches(options.until) <= options.until));
}

Table ask_search(const Store& store, const Options& options) {
  constexpr std::size_t most_hits = 1000;
  const bool restricted = !options.since.empty() || !options.until.empty();
  const auto limit = options.limit == 0 ? most_hits : options.limit;
  const auto words = fmt::format("{}", fmt::join(options.arguments, " "));
  Table table{{"date", "title", "sentence", "release"}, {}};
  for (const auto& hit : store.search(words, restricted ? most_hits : limit)) {
    if (within(hit.date, options) && table.rows.size() < limit) {
      table.rows.push_back(
          {hit.date, hit.title, hit.sentence, hit.url.empty() ? hit.release : hit.url});
    }
  }
  return table;
}

Table ask_stats(const Store& store, const Options& /*options*/) {
  const auto counts = store.counts();
  Table table{{"what", "count"}, {}};
  const auto add = [&table](std::string what, std::uint64_t count) {
    table.rows.push_back({std::move(what), fmt::format("{}", count)});
  };
  add("releases", counts.releases);
  add("sentences", counts.sentences);
  for (const auto& row : node_types) {
    add(fmt::format("nodes: {}", row.name), counts.nodes.at(static_cast<std::size_t>(row.type)));
  }
  for (const auto& row : relations) {
    add(fmt::format("edges: {}", row.name),
        counts.edges.at(static_cast<std::size_t>(row.relation)));
  }
  add("edges not shown", counts.hidden_edges);
  return table;
}

constexpr std::size_t most_rows = 1'000'000'000;

constexpr std::uint16_t hosts_and_events = actors | bit(NodeType::event);
constexpr std::uint16_t addressees = bit(NodeType::event) | bit(NodeType::agency);
constexpr std::uint16_t citing = hosts_and_events | bit(NodeType::release);

constexpr std::array<Question, 8> questions{{
    {"who-cited", 1, "RESOLUTION", "who cited it", ask_about_one<who_cited, acts>},
    {"cited-by", 1, "NAME", "what it cited", ask_about_one<cited_by, citing>},
    {"addressed", 1, "EVENT", "who spoke there", ask_about_one<addressed, addressees>},
    {"hosted", 1, "NAME", "what it hosted, or who hosted it",
     ask_about_one<hosted, hosts_and_events>},
    {"about", 1, "NAME", "all its edges", ask_about_one<about, any_node>},
    {"path", 2, "A B", "the shortest way from A to B", ask_path},
    {"search", 1, "WORDS", "sentences that hold all of them", ask_search},
    {"stats", 0, "", "how much there is of each type", ask_stats},
}};

const Question* question_named(std::string_view name) {
  const auto* found = std::ranges::find(questions, name, &Question::name);
  return found == questions.end() ? nullptr : found;
}

std::string check_question(const std::string& name) {
  std::string names;
  for (const auto& question : questions) {
    names += names.empty() ? "" : ", ";
    names += question.name;
  }
  return question_named(name) != nullptr
             ? std::string()
             : fmt::format("'{}' is no question, expected one of {}", name, names);
}

std::string description_of_questions() {
  std::string text = "The question:";
  for (const auto& question : questions) {
    text += fmt::format("\n{}{}{}: {}", question.name, question.usage.empty() ? "" : " ",
                        question.usage, question.description);
  }
  return text;
}

void check_arguments(const Options& options) {
  const auto& question = *question_named(options.question);
  const auto count = options.arguments.size();
  const bool any_number = question.ask == ask_search && count > 0;
  if (count != question.arguments && !any_number) {
    throw CLI::ValidationError(fmt::format("query {} takes {} argument{}, got {}", question.name,
                                           question.arguments, question.arguments == 1 ? "" : "s",
                                           count));
  }
}

}  // namespace

void declare_query(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_option("QUESTION", options.question, description_of_questions())
      ->required()
      ->check(CLI::Validator(check_question, ""))
      ->type_name("");
  app.add_option("ARG", options.arguments, "What the question is about")->type_name("");
  declare_restrictions(app, options);
  app.add_option("--limit", options.limit, "No more rows than this")
      ->check(CLI::Range(std::size_t{1}, most_rows))
      ->type_name("N");
  app.add_option("--format,-f", options.format, "How to print the answer (default: table)")
      ->check(CLI::IsMember({"table", "json", "csv"}));
  app.callback([&options] { check_arguments(options); });
}

ExitStatus run_query(const Options& options) {
  const auto store = Store::open(options.store);
  try {
    print_answer(options.format, options.question,
                 question_named(options.question)->ask(store, options));
  } catch (const NotFound& name) {
    print_error(name.message);
    return ExitStatus::not_found;
  }
  return ExitStatus::ok;
}

}  // namespace pressgraph
