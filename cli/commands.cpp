// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <array>

namespace pressgraph {
namespace {

constexpr std::array<Command, 15> table{{
    {"build", "Read releases into a new store",
     "pressgraph build examples --output press.pressgraph", declare_build, run_build},
    {"add", "Read releases into a store that is there",
     "pressgraph add press.pressgraph today.jsonl", declare_add, run_add},
    {"remove", "Take releases out of a store",
     "pressgraph remove press.pressgraph release/un-1540-committee", declare_remove, run_remove},
    {"merge", "Make one store of parts that were extracted or built elsewhere",
     "pressgraph merge part-1.jsonl part-2.jsonl --output press.pressgraph", declare_merge,
     run_merge},
    {"identity", "List who may be one with whom, and judge",
     "pressgraph identity press.pressgraph same official/j.-biden official/joe-biden",
     declare_identity, run_identity},
    {"check", "Prove that a store is whole", "pressgraph check press.pressgraph", declare_check,
     run_check},
    {"extract", "Write what each release says as one line of JSON",
     "pressgraph extract releases.jsonl --output extractions.jsonl", declare_extract, run_extract},
    {"coverage", "List what was seen in releases but not used",
     "pressgraph coverage releases.jsonl --limit 50", declare_coverage, run_coverage},
    {"read", "Write what is read of each release, and with --explain why",
     "pressgraph read --explain page.html", declare_read, run_read},
    {"query", "Ask a store a question",
     "pressgraph query press.pressgraph who-cited \"UNSCR 2396\" --since 2018-01-01", declare_query,
     run_query},
    {"export", "Write a store in a format that other tools read",
     "pressgraph export press.pressgraph --format turtle --output press.ttl", declare_export,
     run_export},
    {"why", "Show the words and the rule that an edge rests on",
     "pressgraph why press.pressgraph e0123456789abcdef", declare_why, run_why},
    {"verify", "Read every evidence span again and compare",
     "pressgraph verify press.pressgraph --sources", declare_verify, run_verify},
    {"verify-export", "Read files that were exported and hold them to the store",
     "pressgraph verify-export press.pressgraph press.ttl press.graphml.gz", declare_verify_export,
     run_verify_export},
    {"formats", "List the formats that are read and written", "pressgraph formats", declare_formats,
     run_formats},
}};

}  // namespace

std::span<const Command> commands() {
  return table;
}

}  // namespace pressgraph
