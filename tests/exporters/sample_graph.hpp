// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "exporters/look.hpp"
#include "exporters/property_graph.hpp"
#include "exporters/statements.hpp"
#include "graph/store.hpp"

/// Small extractions in our own words, for the tests of the writers.
namespace pressgraph {

inline Span span_of(const std::string& text, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

/// A person, a body, an act and a meeting, with an asserted, a repeated, a scheduled and a negated
/// claim; the second sentence begins after characters of two to four bytes.
inline Extraction sample_extraction() {
  Extraction made;
  auto& release = made.release;
  release.id = "harbour-2024-03-01";
  release.title = "Mr. Ólafsson opens the Harbour Meeting";
  release.published = "2024-03-01";
  release.modified = "2024-03-02T10:00:00Z";
  release.publisher = "Harbour Council";
  release.url = "https://press.example.org/2024/harbour";
  release.topics = {"Ports", "Law of the sea"};
  release.language = "en";
  release.text =
      "“Mr. Jón Ólafsson” 🚢 opened the Harbour Meeting. He cited resolution 9999 (2024) "
      "and said \"yes\".\nMr. Ólafsson did not cite resolution 9998 (2024).";
  release.source = {"harbour.txt", 0, std::string(64, 'a')};
  const auto& text = release.text;
  const auto first = span_of(text, "“Mr. Jón Ólafsson” 🚢 opened the Harbour Meeting.");
  const auto second = span_of(text, "He cited resolution 9999 (2024) and said \"yes\".");
  const auto third = span_of(text, "Mr. Ólafsson did not cite resolution 9998 (2024).");
  made.sentences = {first, second, third};
  const auto he = Span{second.begin, second.begin + 2};
  made.nodes = {
      {"n0", NodeType::release, release.title, {}, {}, {}},
      {"n1",
       NodeType::official,
       "Jón Ólafsson",
       {"Mr. Ólafsson"},
       {{"country", "Iceland"}},
       {{Field::title, {0, 13}},
        {Field::text, span_of(text, "Mr. Jón Ólafsson")},
        {Field::text, he}}},
      {"n2",
       NodeType::event,
       "Harbour Meeting",
       {},
       {{"ordinal", "3"}, {"start", "2024-03-01"}},
       {{Field::text, span_of(text, "Harbour Meeting")}}},
      {"n3",
       NodeType::resolution,
       "S/RES/9999 (2024)",
       {"resolution 9999 (2024)"},
       {{"link", "https://undocs.org/S/RES/9999(2024)"}, {"year", "2024"}},
       {{Field::text, span_of(text, "resolution 9999 (2024)")}}},
      {"n4",
       NodeType::resolution,
       "S/RES/9998 (2024)",
       {},
       {{"year", "2024"}},
       {{Field::text, span_of(text, "resolution 9998 (2024)")}}},
      {"n5", NodeType::agency, "Harbour Council", {}, {}, {{Field::publisher, {0, 15}}}},
      {"n6", NodeType::topic, "Law of the sea", {}, {}, {{Field::topics, {6, 20}}}},
  };
  const auto opened = span_of(text, "opened");
  const auto cited = span_of(text, "cited");
  made.edges = {
      {"n1",
       Relation::addressed,
       "n2",
       {},
       Status::asserted,
       "",
       0.95,
       {Field::text, first, opened, "frame/open", {}}},
      {"n1",
       Relation::cited,
       "n3",
       {{"locator", "para. 5"}, {"locator", "para. 6"}},
       Status::asserted,
       "",
       0.9,
       {Field::text, second, cited, "frame/cite", {{{Field::text, he}, "pronoun"}}}},
      {"n1",
       Relation::cited,
       "n4",
       {},
       Status::negated,
       "n5",
       0.8,
       {Field::text, third, span_of(text, "did not cite"), "frame/cite", {}}},
      {"n0",
       Relation::about,
       "n6",
       {},
       Status::asserted,
       "",
       1.0,
       {Field::topics, {6, 20}, {6, 20}, "metadata/topics", {}}},
      {"n5",
       Relation::published,
       "n0",
       {},
       Status::asserted,
       "",
       1.0,
       {Field::publisher, {0, 15}, {0, 15}, "metadata/publisher", {}}},
  };
  made.schema_version = "1";
  made.lexicon_version = "0123456789abcdef";
  return made;
}

/// What a store makes of that extraction: nodes by id, edges by (subject, relation, object, id).
struct SampleGraph {
  Release release;
  std::vector<StoredNode> nodes;
  std::vector<StoredEdge> edges;
};

inline StoredEdge sample_edge(const std::string& id, const std::string& subject, Relation relation,
                              const std::string& object) {
  StoredEdge edge;
  edge.id = id;
  edge.subject = subject;
  edge.relation = relation;
  edge.object = object;
  edge.confidence = 0.9;
  edge.evidence.rule = "frame/cite";
  edge.code_points = {49, 96};
  edge.sentence = "He cited resolution 9999 (2024) and said \"yes\".";
  edge.release = "release/harbour-2024-03-01";
  edge.release_url = "https://press.example.org/2024/harbour";
  edge.date = "2024-03-01";
  return edge;
}

inline SampleGraph sample_graph() {
  SampleGraph graph;
  graph.release = sample_extraction().release;
  graph.nodes = {
      {"agency/harbour-council",
       NodeType::agency,
       "Harbour Council",
       {"the Council"},
       {{"acronym", "HC"}, {"colour", "blue"}, {"former_name", "Harbour Office until 2019-12-31"}},
       1},
      {"event/harbour-meeting",
       NodeType::event,
       "Harbour Meeting",
       {},
       {{"ordinal", "3"}, {"start", "2024-03-01"}},
       1},
      {"official/jon-olafsson",
       NodeType::official,
       "Jón Ólafsson",
       {"Mr. Ólafsson", "Ólafsson"},
       {},
       1},
      {"release/harbour-2024-03-01", NodeType::release, graph.release.title, {}, {}, 1},
      {"resolution/S-RES-9998",
       NodeType::resolution,
       "S/RES/9998 (2024)",
       {},
       {{"link", "https://undocs.org/S/RES/9998(2024)"}, {"year", "2024"}},
       1},
      {"resolution/S-RES-9999", NodeType::resolution, "S/RES/9999 (2024)", {}, {}, 1},
      {"topic/law-of-the-sea", NodeType::topic, "Law of the sea", {}, {}, 1},
  };
  const std::string jon = "official/jon-olafsson";
  auto first = sample_edge("e0000000000000001", jon, Relation::cited, "resolution/S-RES-9999");
  first.attributes = {{"locator", "para. 5"}, {"locator", "para. 6"}};
  first.evidence.chain = {{{Field::text, {56, 58}}, "pronoun"}};
  auto second = sample_edge("e0000000000000002", jon, Relation::cited, "resolution/S-RES-9999");
  auto negated = sample_edge("e0000000000000003", jon, Relation::cited, "resolution/S-RES-9998");
  negated.status = Status::negated;
  negated.claimed_by = "agency/harbour-council";
  auto holds = sample_edge("e0000000000000004", jon, Relation::holds, "agency/harbour-council");
  holds.attributes = {{"position", "Chair, 1st class"}};
  auto about = sample_edge("e0000000000000005", "release/harbour-2024-03-01", Relation::about,
                           "topic/law-of-the-sea");
  about.evidence.field = Field::topics;
  graph.edges = {negated, first, second, holds, about};
  return graph;
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
  statements.finish();
}

/// A look for each node.
inline std::vector<Look> sample_looks(const SampleGraph& graph) {
  std::vector<Look> looks(graph.nodes.size());
  for (std::size_t at = 0; at < looks.size(); ++at) {
    looks[at] = {std::to_string(at) + ".25", "-1.00", "4.00", {"2024-03-01"}};
  }
  return looks;
}

/// The edges of `graph` as its formats get them.
inline std::vector<Tie> sample_ties(const SampleGraph& graph, Claims claims) {
  std::vector<Tie> ties;
  for (const auto& edge : graph.edges) {
    if (claims == Claims::together && !ties.empty() && ties.back().edge.object == edge.object) {
      ++ties.back().claims;
    } else {
      ties.push_back({edge, 1, {edge.date}});
    }
  }
  return ties;
}

/// `graph` into `writer`, as a selection of a store would hand it over.
inline void write_sample(const SampleGraph& graph, Claims claims, PropertyGraphWriter& writer) {
  for (const auto& node : graph.nodes) {
    writer.node(node);
  }
  for (const auto& tie : sample_ties(graph, claims)) {
    writer.edge(tie);
  }
  writer.finish();
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
  graph.nodes[5].name = "A/CONF.1/INF/2, INFANTRY; \"INF\"";
  graph.nodes[1].attributes = {
      {"end", "2024-03-01T10:00:00Z"}, {"link", "urn:a:b"}, {"start", "2024-03"}};
  graph.edges[0].sentence = std::string(100000, '\\') + "\"";
  graph.edges[1].confidence = 1;
  graph.edges[2].confidence = 1e-9;
  graph.edges[4].sentence = "1, \"2\"; '3'\r\n4\t5 INF \\";
  graph.edges[3].attributes = {{"position", "Chair / Vice-Chair <a> \"b\" %"}};
  return graph;
}

}  // namespace pressgraph
