// SPDX-License-Identifier: Apache-2.0
// `identity`: who may be one with whom, and what a reader says of it.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/store_writer.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "graph/candidates.hpp"
#include "graph/judgements.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t usual_limit = 50;

void print(const Options& options, const Table& table) {
  Output output("-");
  if (options.format == "json") {
    print_json("identity", table, output.stream());
  } else if (options.format == "csv") {
    print_csv(table, output.stream());
  } else {
    print_table(table, terminal_width(STDOUT_FILENO), output.stream());
  }
  output.commit();
}

std::string counted(const StoredNode& node) {
  return fmt::format("{} ({})", node.id, node.releases);
}

ExitStatus list(const Options& options) {
  const auto store = Store::open(options.store);
  Table table{{"one", "other", "why", "sentence of one", "sentence of other"}, {}};
  for (const auto& pair : candidates(store, options.limit == 0 ? usual_limit : options.limit)) {
    table.rows.push_back({counted(pair.first), counted(pair.second), pair.reason,
                          pair.first_sentence, pair.second_sentence});
  }
  print(options, table);
  return ExitStatus::ok;
}

ExitStatus not_found(const std::string& id) {
  print_error(fmt::format("'{}' is no id in this store", id));
  return ExitStatus::not_found;
}

ExitStatus show_members(const Options& options) {
  const auto store = Store::open(options.store);
  const auto found = members(store, options.arguments.front());
  if (found.empty()) {
    return not_found(options.arguments.front());
  }
  Table table{{"who", "releases", "why", "sentence"}, {}};
  for (const auto& member : found) {
    table.rows.push_back(
        {member.key, fmt::format("{}", member.releases), member.reason, member.sentence});
  }
  print(options, table);
  return ExitStatus::ok;
}

// The file first: it is what is kept; the store follows it.
ExitStatus follow(const Options& options, std::string_view what) {
  const auto path = judgements_of(options, options.store);
  const auto judgements = read_judgements(path);
  const auto authority = authority_of(options);
  auto store = Store::change(options.store);
  store.judge(judgements);
  if (!options.authority.empty()) {
    store.authorize(authority);
  }
  store.finish();
  Output output("-");
  fmt::print(output.stream(), "{}{}: {} judgements\n", what, path.string(), judgements.size());
  output.commit();
  return ExitStatus::ok;
}

ExitStatus judge(const Options& options) {
  Judgement judgement;
  judgement.same = options.question == "same";
  {
    const auto store = Store::open(options.store);
    judgement.first = judged_id(store, options.arguments.at(0));
    judgement.second = judged_id(store, options.arguments.at(1));
  }
  if (judgement.first.empty() || judgement.second.empty()) {
    return not_found(options.arguments.at(judgement.first.empty() ? 0 : 1));
  }
  const auto path = options.judgements.empty() ? options.store + ".judgements" : options.judgements;
  append_judgement(path, judgement);
  return follow(options,
                fmt::format("{} {} {}\n", options.question, judgement.first, judgement.second));
}

ExitStatus undo(const Options& options) {
  const auto undone = undo_judgement(judgements_of(options, options.store));
  return follow(options, fmt::format("undone: {} {} {}\n", undone.same ? "same" : "different",
                                     undone.first, undone.second));
}

ExitStatus apply_file(const Options& options) {
  return follow(options, {});
}

struct Action {
  std::string_view name;
  std::size_t arguments;
  std::string_view usage;
  std::string_view description;
  ExitStatus (*run)(const Options&);
};

constexpr std::array<Action, 6> actions{{
    {"list", 0, "", "pairs that may be one, with the words of each (the default)", list},
    {"members", 1, "ID", "all whom a node stands for, and why", show_members},
    {"same", 2, "A B", "judge that A and B are one", judge},
    {"different", 2, "A B", "judge that they are two", judge},
    {"undo", 0, "", "take the last judgement back", undo},
    {"apply", 0, "", "let the store follow the file of judgements", apply_file},
}};

const Action* action_named(std::string_view name) {
  const auto* found = std::ranges::find(actions, name, &Action::name);
  return found == actions.end() ? nullptr : found;
}

std::string check_action(const std::string& name) {
  std::string names;
  for (const auto& action : actions) {
    names += names.empty() ? "" : ", ";
    names += action.name;
  }
  return action_named(name) != nullptr
             ? std::string()
             : fmt::format("'{}' is no action, expected one of {}", name, names);
}

std::string description_of_actions() {
  std::string text = "What to do:";
  for (const auto& action : actions) {
    text += fmt::format("\n{}{}{}: {}", action.name, action.usage.empty() ? "" : " ", action.usage,
                        action.description);
  }
  return text;
}

void check_arguments(const Options& options) {
  const auto& action = *action_named(options.question.empty() ? "list" : options.question);
  if (!options.authority.empty() && action.name != "apply") {
    throw CLI::ValidationError("--authority goes with identity STORE apply");
  }
  if (options.arguments.size() != action.arguments) {
    throw CLI::ValidationError(fmt::format("identity {} takes {} argument{}, got {}", action.name,
                                           action.arguments, action.arguments == 1 ? "" : "s",
                                           options.arguments.size()));
  }
}

}  // namespace

void declare_identity(CLI::App& app, Options& options) {
  declare_store(app, options);
  app.add_option("ACTION", options.question, description_of_actions())
      ->check(CLI::Validator(check_action, ""))
      ->type_name("");
  app.add_option("ID", options.arguments, "What it is about, as `query` and `identity` print it")
      ->type_name("");
  app.add_option("--limit", options.limit, "No more pairs than this (default: 50)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
      ->type_name("N");
  app.add_option("--format,-f", options.format, "How to print a list (default: table)")
      ->check(CLI::IsMember({"table", "json", "csv"}));
  declare_judgements(app, options);
  declare_authority(app, options);
  app.callback([&options] { check_arguments(options); });
}

ExitStatus run_identity(const Options& options) {
  return action_named(options.question.empty() ? "list" : options.question)->run(options);
}

}  // namespace pressgraph
