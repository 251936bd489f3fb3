// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <raptor2.h>

/// A second opinion on what the writers write: Raptor's own parsers.
namespace pressgraph {

/// The statements of `text` as N-Triples lines, duplicates gone; a complaint fails the test.
inline std::set<std::string> parse_rdf(const std::string& syntax, const std::string& text) {
  struct Parsed {
    raptor_world* world = raptor_new_world();
    std::set<std::string> lines;
  } parsed;
  raptor_world_set_log_handler(parsed.world, nullptr, [](void*, raptor_log_message* message) {
    ADD_FAILURE() << "Raptor: " << message->text;
  });
  raptor_parser* parser = raptor_new_parser(parsed.world, syntax.c_str());
  raptor_parser_set_statement_handler(parser, &parsed, [](void* user, raptor_statement* statement) {
    auto& into = *static_cast<Parsed*>(user);
    std::string line;
    for (const auto* term : {statement->subject, statement->predicate, statement->object}) {
      auto* word = reinterpret_cast<char*>(raptor_term_to_string(const_cast<raptor_term*>(term)));
      line.append(word).append(" ");
      raptor_free_memory(word);
    }
    into.lines.insert(line);
  });
  raptor_uri* base =
      raptor_new_uri(parsed.world, reinterpret_cast<const unsigned char*>("http://base.example/"));
  raptor_parser_parse_start(parser, base);
  EXPECT_EQ(raptor_parser_parse_chunk(parser, reinterpret_cast<const unsigned char*>(text.data()),
                                      text.size(), 1),
            0);
  raptor_free_uri(base);
  raptor_free_parser(parser);
  raptor_free_world(parsed.world);
  return parsed.lines;
}

}  // namespace pressgraph
