// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <raptor2.h>

#include "exporters/statements.hpp"
#include "tests/exporters/sample_graph.hpp"

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

/// `graph` into `sink`, as a store would hand it over.
inline void state(const SampleGraph& graph, StatementSink& sink) {
  Statements statements("https://w3id.org/pressgraph/id/", sink);
  for (const auto& node : graph.nodes) {
    statements.node(node, node.type == NodeType::release ? &graph.release : nullptr);
    for (const auto& edge : graph.edges) {
      if (edge.subject == node.id) {
        statements.edge(edge);
      }
    }
  }
}

/// The sample with texts, names and addresses that break careless writers.
inline SampleGraph hostile_graph() {
  auto graph = sample_graph();
  graph.release.title = "A/CONF.1/INF/2 \"\"\"quoted\"\"\" ends in a backslash\\";
  graph.release.url = "https://press.example.org/a b{c}|d\\e^f`g<h>\"i%zz%41";
  graph.nodes[0].name =
      "CR\rLF\nTAB\tFF\fBS\bBELL\x07"
      "DEL\x7f END\\";
  graph.nodes[0].aliases = {"\xEF\xBF\xBE",
                            "\xF0\x9F\x87\xBA",
                            "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                            "e\xCC\x81",
                            "\\u0041",
                            "\xC2\x85 NEL \xC2\x9F",
                            "'''",
                            "<a href=\"x\">&amp;]]>"};
  graph.nodes[0].attributes = {{"end", "2024-02-30"}, {"link", "not an address"}};
  graph.nodes[1].attributes = {
      {"end", "2024-03-01T10:00:00Z"}, {"link", "urn:a:b"}, {"start", "2024-03"}};
  graph.edges[0].sentence = std::string(100000, '\\') + "\"";
  graph.edges[1].confidence = 1;
  graph.edges[2].confidence = 1e-9;
  graph.edges[3].attributes = {{"position", "Chair / Vice-Chair <a> \"b\" %"}};
  return graph;
}

}  // namespace pressgraph
