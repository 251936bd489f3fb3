// SPDX-License-Identifier: Apache-2.0
#include "exporters/graphml.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

std::string graphml_of(const SampleGraph& graph, std::string_view profile = "universal",
                       Claims claims = Claims::apart) {
  std::ostringstream out;
  GraphmlWriter writer({graphml_profile_named(profile), claims, "https://w3id.org/pressgraph/id/",
                        sample_looks(graph)},
                       out);
  write_sample(graph, claims, writer);
  return out.str();
}

void complain(void*, xmlErrorPtr error) {
  ADD_FAILURE() << "line " << error->line << ": " << error->message;
}

/// Fails the test with what libxml2 finds wrong.
void expect_valid(const std::string& text, const std::string& schema_name = "universal") {
  xmlSetStructuredErrorFunc(nullptr, complain);
  const auto path = std::string(PRESSGRAPH_SOURCE_DIR) + "/schemas/graphml-" + schema_name + ".xsd";
  auto* parser = xmlSchemaNewParserCtxt(path.c_str());
  auto* schema = xmlSchemaParse(parser);
  ASSERT_NE(schema, nullptr);
  auto* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                 XML_PARSE_NONET | XML_PARSE_HUGE);
  ASSERT_NE(document, nullptr);
  auto* validator = xmlSchemaNewValidCtxt(schema);
  EXPECT_EQ(xmlSchemaValidateDoc(validator, document), 0);
  xmlSchemaFreeValidCtxt(validator);
  xmlFreeDoc(document);
  xmlSchemaFree(schema);
  xmlSchemaFreeParserCtxt(parser);
  xmlSetStructuredErrorFunc(nullptr, nullptr);
}

/// The values of `attribute` in the keys of `text` whose scope is `scope`.
std::vector<std::string> in_keys(const std::string& text, const std::string& attribute,
                                 const std::string& scope) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto at = line.find(" " + attribute + "=\"");
    if (line.find("<key ") != std::string::npos && at != std::string::npos &&
        (scope.empty() || line.find("for=\"" + scope + "\"") != std::string::npos)) {
      const auto begin = at + attribute.size() + 3;
      found.push_back(line.substr(begin, line.find('"', begin) - begin));
    }
  }
  return found;
}

TEST(Graphml, IsValidAgainstItsSchema) {
  expect_valid(graphml_of({}));
  expect_valid(graphml_of(sample_graph()));
  expect_valid(graphml_of(hostile_graph()));
}

TEST(Graphml, IsValidInEveryProfile) {
  for (const auto& profile : graphml_profiles()) {
    const std::string schema = profile.has_yed         ? "yed"
                               : profile.labels_as_xml ? "universal"
                                                       : "strict";
    for (const auto& graph : {SampleGraph{}, sample_graph(), hostile_graph()}) {
      expect_valid(graphml_of(graph, profile.name), schema);
      expect_valid(graphml_of(graph, profile.name, Claims::together), schema);
    }
  }
}

TEST(Graphml, DrawsForGephi) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[5]};
  graph.edges.clear();
  graph.nodes[0].name = "A/CONF.1/INF/2";
  const auto text = graphml_of(graph, "gephi", Claims::together);
  const auto at = text.find("    <node ");
  EXPECT_EQ(
      text.substr(at, text.find("      <data key=\"n_iri\">") - at),
      "    <node id=\"resolution.S-RES-9999\" labels=\":Resolution\"><desc>A/CONF.1/INF/2</desc>"
      R"(
      <data key="kind">Resolution</data>
      <data key="n_x">0.25</data>
      <data key="n_y">-1.00</data>
      <data key="n_size">4.00</data>
      <data key="n_color">#d62728</data>
      <data key="n_name">A/CONF.1/I)"
      "\u2060NF/2</data>\n");
}

TEST(Graphml, DrawsForYed) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[5]};
  graph.edges = {graph.edges[2]};
  const auto text = graphml_of(graph, "yed");
  EXPECT_NE(text.find(R"(<data key="y_node"><y:ShapeNode><y:Geometry height="4.00" width="4.00" )"
                      R"(x="0.25" y="-1.00"/><y:Fill color="#d62728"/><y:NodeLabel>)"
                      R"(S/RES/9999 (2024)</y:NodeLabel>)"),
            std::string::npos);
  EXPECT_NE(text.find("<y:EdgeLabel>cited</y:EdgeLabel>"), std::string::npos);
}

TEST(Graphml, LeavesOutWhatAPropertyGraphDoesNotNeed) {
  const auto neo4j = graphml_of(sample_graph(), "neo4j");
  EXPECT_EQ(neo4j.find("labelV"), std::string::npos);
  EXPECT_EQ(neo4j.find("<desc>"), std::string::npos);
  const auto tinkerpop = graphml_of(sample_graph(), "tinkerpop");
  EXPECT_EQ(tinkerpop.find(" labels=\""), std::string::npos);
  EXPECT_EQ(tinkerpop.find(" label=\""), std::string::npos);
  EXPECT_NE(tinkerpop.find("<data key=\"labelE\">CITED</data>"), std::string::npos);
}

TEST(Graphml, WritesANodeWithItsLabelFirst) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[0]};
  graph.edges.clear();
  const auto text = graphml_of(graph);
  EXPECT_EQ(text.substr(text.find("  <graph ")), R"(  <graph id="G" edgedefault="directed">
    <data key="g_title">pressgraph</data>
    <node id="agency.harbour-council" labels=":Agency"><desc>Harbour Council</desc>
      <data key="labelV">Agency</data>
      <data key="n_name">Harbour Council</data>
      <data key="n_iri">https://w3id.org/pressgraph/id/agency/harbour-council</data>
      <data key="n_aliases">the Council</data>
      <data key="n_releases">1</data>
      <data key="n_acronym">HC</data>
      <data key="n_formerName">Harbour Office until 2019-12-31</data>
      <data key="n_attributes">colour=blue</data>
    </node>
  </graph>
</graphml>
)");
}

TEST(Graphml, WritesAnEdgeWithItsEvidence) {
  auto graph = sample_graph();
  graph.edges = {graph.edges[1]};
  const auto text = graphml_of(graph);
  EXPECT_EQ(text.substr(text.find("    <edge ")),
            R"(    <edge id="e0000000000000001" source="official.jon-olafsson" )"
            R"(target="resolution.S-RES-9999" label="CITED"><desc>cited</desc>
      <data key="labelE">CITED</data>
      <data key="e_weight">1</data>
      <data key="e_confidence">0.9</data>
      <data key="e_date">2024-03-01</data>
      <data key="e_sentence">He cited resolution 9999 (2024) and said &quot;yes&quot;.</data>
      <data key="e_sourceUrl">https://press.example.org/2024/harbour</data>
      <data key="e_release">release/harbour-2024-03-01</data>
      <data key="e_status">asserted</data>
      <data key="e_rule">frame/cite</data>
      <data key="e_field">text</data>
      <data key="e_begin">49</data>
      <data key="e_finish">96</data>
      <data key="e_iri">https://w3id.org/pressgraph/id/assertion/e0000000000000001</data>
      <data key="e_locator">para. 5 | para. 6</data>
    </edge>
  </graph>
</graphml>
)");
}

TEST(Graphml, DeclaresKeysThatNoReaderTripsOver) {
  const auto text = graphml_of({});
  auto ids = in_keys(text, "id", "");
  for (auto& id : ids) {
    std::ranges::transform(id, id.begin(), [](unsigned char c) { return std::tolower(c); });
  }
  std::ranges::sort(ids);
  EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
  const std::set<std::string> reserved{
      "id", "label", "key", "value", "vertex", "edge",  "element", "property", "size",       "x",
      "y",  "z",     "r",   "g",     "b",      "color", "SUID",    "selected", "interaction"};
  for (const std::string scope : {"graph", "node", "edge"}) {
    auto names = in_keys(text, "attr.name", scope);
    std::ranges::sort(names);
    EXPECT_FALSE(names.empty());
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
    for (const auto& name : names) {
      EXPECT_FALSE(reserved.contains(name)) << name;
    }
  }
}

TEST(Graphml, MakesNmtokensOfAnyId) {
  EXPECT_EQ(nmtoken("official/antonio-guterres"), "official.antonio-guterres");
  EXPECT_EQ(nmtoken("resolution/S-RES-2322"), "resolution.S-RES-2322");
  EXPECT_EQ(nmtoken("a b_é"), "a_20b_5f_c3_a9");
}

TEST(Graphml, LeavesOutCharactersThatXmlCannotHold) {
  auto graph = hostile_graph();
  graph.nodes[0].name =
      "a\x01"
      "b\xEF\xBF\xBE"
      "c\xED\xA0\x80"
      "d\xF0\x9F\x87\xBA\r\n<&>\"";
  const auto text = graphml_of(graph);
  EXPECT_NE(text.find("<desc>abcd\xF0\x9F\x87\xBA&#xD;\n&lt;&amp;&gt;&quot;</desc>"),
            std::string::npos);
}

}  // namespace
}  // namespace pressgraph
