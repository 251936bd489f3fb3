// SPDX-License-Identifier: Apache-2.0
// The RDF formats beside Turtle: the same statements, in their own shape.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include <rapidjson/document.h>

#include "exporters/jsonld.hpp"
#include "exporters/lines.hpp"
#include "exporters/raptor.hpp"
#include "exporters/trig.hpp"
#include "exporters/void_description.hpp"
#include "tests/exporters/hostile_corpus.hpp"
#include "tests/exporters/rdf_reading.hpp"

namespace pressgraph {
namespace {

template <typename Sink, typename... Arguments>
std::string written(const SampleGraph& graph, Arguments... arguments) {
  std::ostringstream out;
  Sink sink(out, arguments...);
  state(graph, sink);
  sink.finish();
  return out.str();
}

std::string triples(const SampleGraph& graph) {
  return written<LineSink>(graph, LineSink::Lines::triples);
}

std::string quads(const SampleGraph& graph) {
  return written<LineSink>(graph, LineSink::Lines::quads);
}

std::string raptors(const SampleGraph& graph) {
  std::ostringstream out;
  RaptorSink sink("ntriples", out);
  state(graph, sink);
  sink.finish();
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

TEST(RdfFormats, AreTheSameGraphAsRaptorsNTriples) {
  for (const auto& graph : {sample_graph(), hostile_graph(), hostile_corpus()}) {
    const auto expected = parse_rdf("ntriples", raptors(graph));
    EXPECT_GT(expected.size(), 100U);
    EXPECT_EQ(parse_rdf("ntriples", triples(graph)), expected);
    EXPECT_EQ(parse_rdf("nquads", quads(graph)), expected);
    EXPECT_EQ(parse_rdf("trig", written<TrigSink>(graph)), expected);
  }
}

TEST(NTriples, SayNothingTwice) {
  auto lines = lines_of(triples(sample_graph()));
  const std::set<std::string> distinct(lines.begin(), lines.end());
  EXPECT_EQ(lines.size(), distinct.size());
}

TEST(NQuads, PutWhatAReleaseSaysIntoItsGraph) {
  const auto lines = lines_of(quads(sample_graph()));
  const std::string id = "<https://w3id.org/pressgraph/id/";
  const std::string graph = " " + id + "release/harbour-2024-03-01> .";
  for (const auto& line : lines) {
    const bool is_said = line.starts_with(id + "assertion/") ||
                         line.starts_with(id + "evidence/") ||
                         line.find("/ns#cited> <") != std::string::npos;
    EXPECT_EQ(line.ends_with(graph), is_said || line.starts_with(id + "quote/") ||
                                         line.starts_with(id + "position/") ||
                                         line.starts_with(id + "post/") ||
                                         line.find("/ns#holds> <") != std::string::npos ||
                                         line.find("/org#holds> <") != std::string::npos ||
                                         line.find("/ns#about> <") != std::string::npos ||
                                         line.find("schema.org/about> <") != std::string::npos ||
                                         line.find("terms/subject> <") != std::string::npos)
        << line;
  }
}

TEST(NQuads, RepeatADirectTripleInEachGraphThatSaysIt) {
  auto graph = sample_graph();
  auto other = graph.edges[2];
  other.id = "e0000000000000009";
  other.release = "release/other";
  graph.edges = {graph.edges[1], graph.edges[2], other};
  std::vector<std::string> direct;
  for (const auto& line : lines_of(quads(graph))) {
    if (line.find("/ns#cited> <") != std::string::npos &&
        line.find("#predicate>") == std::string::npos) {
      direct.push_back(line.substr(line.rfind('<')));
    }
  }
  EXPECT_EQ(direct, (std::vector<std::string>{
                        "<https://w3id.org/pressgraph/id/release/harbour-2024-03-01> .",
                        "<https://w3id.org/pressgraph/id/release/other> ."}));
}

TEST(Trig, OpensAGraphForWhatAReleaseSays) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[2]};
  graph.edges = {graph.edges[2]};
  const auto text = written<TrigSink>(graph);
  const auto at = text.find("<https://w3id.org/pressgraph/id/official/");
  EXPECT_EQ(text.substr(at, text.find("  rdf:subject") - at),
            R"x(<https://w3id.org/pressgraph/id/official/jon-olafsson>
  a pg:Official , foaf:Person , schema:Person ;
  rdfs:label "Jón Ólafsson" ;
  foaf:name "Jón Ólafsson" ;
  skos:altLabel "Mr. Ólafsson" , "Ólafsson" ;
  pg:releaseCount "1"^^xsd:integer .
<https://w3id.org/pressgraph/id/release/harbour-2024-03-01> {
<https://w3id.org/pressgraph/id/official/jon-olafsson>
  pg:cited <https://w3id.org/pressgraph/id/resolution/S-RES-9999> .
<https://w3id.org/pressgraph/id/assertion/e0000000000000002>
  a pg:Assertion , rdf:Statement ;
)x");
  EXPECT_TRUE(text.ends_with(" .\n}\n"));
}

rapidjson::Document json(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
  EXPECT_FALSE(document.HasParseError());
  return document;
}

TEST(JsonLd, HasNoNameTwiceInAnObject) {
  const auto document = json(written<JsonLdSink>(hostile_graph()));
  EXPECT_GT(document["@graph"].Size(), 10U);
  for (const auto& object : document["@graph"].GetArray()) {
    std::set<std::string> names;
    for (const auto& member : object.GetObject()) {
      EXPECT_TRUE(names.insert(member.name.GetString()).second) << member.name.GetString();
    }
  }
}

TEST(JsonLd, WritesANodeOnALine) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[4]};
  graph.edges.clear();
  const auto text = written<JsonLdSink>(graph);
  EXPECT_EQ(text.substr(text.find("  \"@graph\"")),
            R"x(  "@graph": [
{"@id":"https://w3id.org/pressgraph/id/resolution/S-RES-9998","@type":["pg:Resolution","eli:LegalResource","schema:Legislation"],"rdfs:label":["S/RES/9998 (2024)"],"dcterms:identifier":["S/RES/9998 (2024)"],"rdfs:seeAlso":[{"@id":"https://undocs.org/S/RES/9998(2024)"}],"pg:year":[{"@value":"2024","@type":"xsd:gYear"}],"pg:releaseCount":["1"]}
]}
)x");
}

TEST(JsonLd, IsAnEmptyGraphOfNothing) {
  EXPECT_EQ(json(written<JsonLdSink>(SampleGraph{}))["@graph"].Size(), 0U);
}

TEST(JsonLd, HasTheContextThatTheSchemasHold) {
  std::ifstream in(std::string(PRESSGRAPH_SOURCE_DIR) + "/schemas/context.jsonld");
  const std::string kept{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(kept, "{\n  \"@context\": " + jsonld_context() + "\n}\n");
}

TEST(VoidDescription, CountsTriplesClassesAndProperties) {
  VoidDescription description;
  const auto graph = sample_graph();
  state(graph, description);
  std::ostringstream out;
  description.write("https://w3id.org/pressgraph/id/", out);
  const auto lines = parse_rdf("turtle", out.str());
  const auto has = [&](const std::string& part) {
    return std::ranges::any_of(
        lines, [&](const auto& line) { return line.find(part) != std::string::npos; });
  };
  const auto count = std::to_string(lines_of(triples(graph)).size());
  EXPECT_TRUE(has("id/void> <http://rdfs.org/ns/void#triples> \"" + count + "\"^^"));
  EXPECT_TRUE(has("void/class/pg.Resolution> <http://rdfs.org/ns/void#entities> \"2\"^^"));
  EXPECT_TRUE(has("void/property/pg.cited> <http://rdfs.org/ns/void#triples> \"1\"^^"));
  EXPECT_TRUE(has("void#vocabulary> <http://www.w3.org/ns/prov#>"));
}

}  // namespace
}  // namespace pressgraph
