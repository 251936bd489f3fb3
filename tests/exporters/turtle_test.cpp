// SPDX-License-Identifier: Apache-2.0
#include "exporters/turtle.hpp"

#include <sstream>
#include <utility>

#include "exporters/raptor.hpp"
#include "tests/exporters/rdf_reading.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

std::string turtle_of(const SampleGraph& graph) {
  std::ostringstream out;
  TurtleSink sink(out);
  state(graph, sink);
  sink.finish();
  return out.str();
}

std::string through_raptor(const SampleGraph& graph, const std::string& syntax) {
  std::ostringstream out;
  RaptorSink sink(syntax, out);
  state(graph, sink);
  sink.finish();
  return out.str();
}

TEST(Turtle, EscapesWhatAStringCannotHold) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"plain", R"("plain")"},
      {"", R"("")"},
      {"a\"b", R"("a\"b")"},
      {"ends in \\", R"("ends in \\")"},
      {"\n\r\t\b\f", R"("\n\r\t\b\f")"},
      {std::string("\x01\x1f\x7f", 3), R"("\u0001\u001F\u007F")"},
      {"a\xEF\xBF\xBE\xEF\xBF\xBD\xEF\xBF\xBF", "\"a\xEF\xBF\xBD\""},
      {"\xEF", "\"\xEF\""},
      {"\"\"\"", R"("\"\"\"")"},
      {"é\xF0\x9F\x9A\xA2", "\"é\xF0\x9F\x9A\xA2\""},
  };
  for (const auto& [text, expected] : table) {
    std::string out;
    append_string(out, text);
    EXPECT_EQ(out, expected);
  }
}

TEST(Turtle, PercentEncodesWhatAnIriCannotHold) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"https://a.example/b?c=d#e", "https://a.example/b?c=d#e"},
      {"https://a.example/a b{c}", "https://a.example/a%20b%7Bc%7D"},
      {"<>\"|^`\\", "%3C%3E%22%7C%5E%60%5C"},
      {"a%41b%4", "a%41b%254"},
      {"%", "%25"},
      {"https://é.example/", "https://é.example/"},
      {"a\n\x7f", "a%0A%7F"},
      {"\u0080\uE000\uFDD0\U000F0000\U0001FFFE",
       "%C2%80%EE%80%80%EF%B7%90%F3%B0%80%80%F0%9F%BF%BE"},
      {"\u00A0\uF900\uFF0C\U0001F6A2", "\u00A0\uF900\uFF0C\U0001F6A2"},
      {"https://a.example/b#c#d", "https://a.example/b#c%23d"},
      {"https://[::1]:80/?a[]=[1]", "https://[::1]:80/?a%5B%5D=%5B1%5D"},
      {"\uFFFEa\uFFFF\uFFFD ", "%EF%BF%BEa%EF%BF%BF%EF%BF%BD%20"},
  };
  for (const auto& [text, expected] : table) {
    std::string out;
    append_iri(out, text);
    EXPECT_EQ(out, expected);
  }
}

TEST(Turtle, TakesNoTextForAnAddress) {
  for (const auto* const address :
       {"https://a.example", "https://a.example:80/b", "https://u:p@a.example/", "https://[::1]:8/",
        "https://a.example/@[b]", "https:", "urn:a:b", "mailto:a@b.example"}) {
    EXPECT_TRUE(is_absolute_iri(address)) << address;
  }
  for (const auto* const text :
       {"", "a", "//a.example/", "../a", ":a", "1a:b", "a b:c", "https://[bad/a", "https://[::g]/",
        "https://a.example:port/", "https://a@b@c.example/", "https://a[1].example/"}) {
    EXPECT_FALSE(is_absolute_iri(text)) << text;
  }
}

TEST(Turtle, TellsDatesFromOtherText) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"2024", "xsd:gYear"},
      {"2024-02", "xsd:gYearMonth"},
      {"2024-02-29", "xsd:date"},
      {"2024-02-29T23:59:59Z", "xsd:dateTime"},
      {"2024-02-29T23:59:59.5+02:00", "xsd:dateTime"},
      {"2023-02-29", ""},
      {"2024-13", ""},
      {"2024-02-29T24:00:00", ""},
      {"2024-02-29T10:00", ""},
      {"2024-02-2", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(date_type(text), expected) << text;
  }
}

TEST(Turtle, GroupsASubjectAndPutsItsAssertionsAfterIt) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[2]};
  graph.edges = {graph.edges[1], graph.edges[2]};
  const auto text = turtle_of(graph);
  EXPECT_EQ(text.substr(text.find("\n<")), R"(
<https://w3id.org/pressgraph/id/official/jon-olafsson>
  a pg:Official , foaf:Person , schema:Person ;
  rdfs:label "Jón Ólafsson" ;
  foaf:name "Jón Ólafsson" ;
  skos:altLabel "Mr. Ólafsson" , "Ólafsson" ;
  pg:releaseCount "1"^^xsd:integer ;
  pg:cited <https://w3id.org/pressgraph/id/resolution/S-RES-9999> .
<https://w3id.org/pressgraph/id/assertion/e0000000000000001>
  a pg:Assertion , rdf:Statement ;
  rdf:subject <https://w3id.org/pressgraph/id/official/jon-olafsson> ;
  rdf:predicate pg:cited ;
  rdf:object <https://w3id.org/pressgraph/id/resolution/S-RES-9999> ;
  pg:status "asserted" ;
  pg:confidence "0.9"^^xsd:decimal ;
  pg:locator "para. 5" , "para. 6" ;
  pg:rule "frame/cite" ;
  pg:resolvedBy "pronoun" ;
  pg:knownAt "2024-03-01"^^xsd:date ;
  prov:wasDerivedFrom <https://w3id.org/pressgraph/id/release/harbour-2024-03-01> ;
  pg:evidence <https://w3id.org/pressgraph/id/evidence/e0000000000000001> .
<https://w3id.org/pressgraph/id/evidence/e0000000000000001>
  a oa:SpecificResource ;
  oa:hasSource <https://w3id.org/pressgraph/id/release/harbour-2024-03-01> ;
  oa:hasSelector <https://w3id.org/pressgraph/id/quote/e0000000000000001> , <https://w3id.org/pressgraph/id/position/e0000000000000001> ;
  pg:field "text" .
<https://w3id.org/pressgraph/id/quote/e0000000000000001>
  a oa:TextQuoteSelector ;
  oa:exact "He cited resolution 9999 (2024) and said \"yes\"." .
<https://w3id.org/pressgraph/id/position/e0000000000000001>
  a oa:TextPositionSelector ;
  oa:start "49"^^xsd:nonNegativeInteger ;
  oa:end "96"^^xsd:nonNegativeInteger .
<https://w3id.org/pressgraph/id/assertion/e0000000000000002>
  a pg:Assertion , rdf:Statement ;
  rdf:subject <https://w3id.org/pressgraph/id/official/jon-olafsson> ;
  rdf:predicate pg:cited ;
  rdf:object <https://w3id.org/pressgraph/id/resolution/S-RES-9999> ;
  pg:status "asserted" ;
  pg:confidence "0.9"^^xsd:decimal ;
  pg:rule "frame/cite" ;
  pg:knownAt "2024-03-01"^^xsd:date ;
  prov:wasDerivedFrom <https://w3id.org/pressgraph/id/release/harbour-2024-03-01> ;
  pg:evidence <https://w3id.org/pressgraph/id/evidence/e0000000000000002> .
<https://w3id.org/pressgraph/id/evidence/e0000000000000002>
  a oa:SpecificResource ;
  oa:hasSource <https://w3id.org/pressgraph/id/release/harbour-2024-03-01> ;
  oa:hasSelector <https://w3id.org/pressgraph/id/quote/e0000000000000002> , <https://w3id.org/pressgraph/id/position/e0000000000000002> ;
  pg:field "text" .
<https://w3id.org/pressgraph/id/quote/e0000000000000002>
  a oa:TextQuoteSelector ;
  oa:exact "He cited resolution 9999 (2024) and said \"yes\"." .
<https://w3id.org/pressgraph/id/position/e0000000000000002>
  a oa:TextPositionSelector ;
  oa:start "49"^^xsd:nonNegativeInteger ;
  oa:end "96"^^xsd:nonNegativeInteger .
)");
}

TEST(Turtle, SaysAFormerNameWithItsLastDayAndAloneAsALabelOnce) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[0]};
  graph.nodes[0].aliases = {"Quay Board"};
  graph.nodes[0].attributes = {{"former_name", "Coal Wharf until 1956-06"},
                               {"former_name", "Harbour Council until 1960"},
                               {"former_name", "Quay Board"},
                               {"former_name", "Quay Board until 1999"}};
  graph.edges.clear();
  const auto text = turtle_of(graph);
  EXPECT_EQ(text.substr(text.find("\n<")), R"(
<https://w3id.org/pressgraph/id/agency/harbour-council>
  a pg:Agency , org:Organization , foaf:Organization ;
  rdfs:label "Harbour Council" ;
  skos:prefLabel "Harbour Council" ;
  skos:altLabel "Coal Wharf" , "Quay Board" ;
  pg:formerName "Coal Wharf until 1956-06" , "Harbour Council until 1960" ;
  pg:attribute "former_name=Quay Board" ;
  pg:formerName "Quay Board until 1999" ;
  pg:releaseCount "1"^^xsd:integer .
)");
}

TEST(Turtle, GivesNoDirectTripleToWhatIsNotShown) {
  const auto lines = parse_rdf("turtle", turtle_of(sample_graph()));
  std::size_t direct = 0;
  std::size_t asserted = 0;
  for (const auto& line : lines) {
    direct += line.find("/ns#cited> <") != std::string::npos ? 1U : 0U;
    asserted += line.find("#predicate> <https://w3id.org/pressgraph/ns#cited>") != std::string::npos
                    ? 1U
                    : 0U;
  }
  EXPECT_EQ(direct, 1U);
  EXPECT_EQ(asserted, 3U);
}

TEST(Turtle, IsTheSameGraphAsRaptorsNTriples) {
  for (const auto& graph : {sample_graph(), hostile_graph()}) {
    const auto lines = parse_rdf("ntriples", through_raptor(graph, "ntriples"));
    EXPECT_GT(lines.size(), 100U);
    EXPECT_EQ(parse_rdf("turtle", turtle_of(graph)), lines);
  }
}

TEST(Turtle, KeepsASubjectsOwnStatementsTogetherUntilTooMuchWaits) {
  auto graph = sample_graph();
  const auto official = graph.nodes[2];
  auto edge = graph.edges[2];
  graph.nodes = {official};
  graph.edges.clear();
  for (int count = 0; count < 3000; ++count) {
    edge.object = "resolution/R-" + std::to_string(10000 + count);
    edge.id = "e" + std::to_string(10000 + count);
    graph.edges.push_back(edge);
  }
  const auto text = turtle_of(graph);
  std::size_t blocks = 0;
  for (auto at = text.find("\n<https://w3id.org/pressgraph/id/official/"); at != std::string::npos;
       at = text.find("\n<https://w3id.org/pressgraph/id/official/", at + 1)) {
    ++blocks;
  }
  EXPECT_GT(blocks, 1U);
  EXPECT_LT(blocks, 10U);
  EXPECT_EQ(parse_rdf("turtle", text), parse_rdf("ntriples", through_raptor(graph, "ntriples")));
}

TEST(Turtle, IsTheSameBytesTwice) {
  EXPECT_EQ(turtle_of(hostile_graph()), turtle_of(hostile_graph()));
}

TEST(Turtle, HasNoBlankNodesListsOrLongStrings) {
  const auto text = turtle_of(hostile_graph());
  EXPECT_EQ(text.find("_:"), std::string::npos);
  EXPECT_EQ(text.find("\n  []"), std::string::npos);
  EXPECT_EQ(text.find(" \"\"\""), std::string::npos);
}

TEST(RdfXml, IsTheSameGraph) {
  const auto graph = sample_graph();
  EXPECT_EQ(parse_rdf("rdfxml", through_raptor(graph, "rdfxml")),
            parse_rdf("turtle", turtle_of(graph)));
}

TEST(RdfXml, LeavesOutTheCharactersThatXmlCannotHold) {
  auto graph = hostile_graph();
  const auto lines = parse_rdf("rdfxml", through_raptor(graph, "rdfxml"));
  graph.nodes[0].name = "CR\rLF\nTAB\tFFBSBELLDEL END\\";
  EXPECT_EQ(lines, parse_rdf("turtle", turtle_of(graph)));
}

TEST(Turtle, QuotesATripleOnceWithWhatTheSurestClaimSays) {
  auto graph = sample_graph();
  graph.edges[2].confidence = 0.95;
  graph.edges[2].sentence = "He cited it.";
  std::ostringstream out;
  TurtleSink sink(out, TurtleSink::Quoted::written);
  state(graph, sink);
  sink.finish();
  const auto text = out.str();
  const std::string id = "<https://w3id.org/pressgraph/id/";
  const auto cited = "<< " + id + "official/jon-olafsson> pg:cited " + id +
                     "resolution/S-RES-9999> >>\n  pg:claimCount \"2\"^^xsd:integer ;\n"
                     "  pg:status \"asserted\" ;\n  pg:confidence \"0.95\"^^xsd:decimal ;\n";
  const auto at = text.find(cited);
  ASSERT_NE(at, std::string::npos) << text;
  const auto block = text.substr(at, text.find(" .\n", at) - at);
  EXPECT_TRUE(block.find("oa:exact \"He cited it.\"") != std::string::npos) << block;
  EXPECT_TRUE(block.ends_with("dcterms:source \"https://press.example.org/2024/harbour\""))
      << block;
  EXPECT_EQ(text.find("resolution/S-RES-9999> >>", at + cited.size()), std::string::npos);
  EXPECT_EQ(text.find("S-RES-9998> >>"), std::string::npos) << "a negated claim is no triple";
}

}  // namespace
}  // namespace pressgraph
