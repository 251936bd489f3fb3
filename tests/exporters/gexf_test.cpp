// SPDX-License-Identifier: Apache-2.0
#include "exporters/gexf.hpp"

#include <sstream>

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "exporters/graphml.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

std::string gexf_of(const SampleGraph& graph) {
  std::ostringstream out;
  GexfWriter writer({"https://w3id.org/pressgraph/id/", sample_looks(graph),
                     sample_ties(graph, Claims::together).size()},
                    out);
  write_sample(graph, Claims::together, writer);
  return out.str();
}

void complain(void*, xmlErrorPtr error) {
  ADD_FAILURE() << "line " << error->line << ": " << error->message;
}

void expect_valid(const std::string& text) {
  xmlSetStructuredErrorFunc(nullptr, complain);
  const auto path = std::string(PRESSGRAPH_SOURCE_DIR) + "/schemas/gexf.rng";
  auto* parser = xmlRelaxNGNewParserCtxt(path.c_str());
  auto* schema = xmlRelaxNGParse(parser);
  ASSERT_NE(schema, nullptr);
  auto* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                 XML_PARSE_NONET | XML_PARSE_HUGE);
  ASSERT_NE(document, nullptr);
  auto* validator = xmlRelaxNGNewValidCtxt(schema);
  EXPECT_EQ(xmlRelaxNGValidateDoc(validator, document), 0);
  xmlRelaxNGFreeValidCtxt(validator);
  xmlFreeDoc(document);
  xmlRelaxNGFree(schema);
  xmlRelaxNGFreeParserCtxt(parser);
  xmlSetStructuredErrorFunc(nullptr, nullptr);
}

TEST(Gexf, IsValidAgainstItsSchema) {
  expect_valid(gexf_of({}));
  expect_valid(gexf_of(sample_graph()));
  expect_valid(gexf_of(hostile_graph()));
}

TEST(Gexf, DrawsANodeAndSaysWhenItWasNamed) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[5]};
  graph.edges.clear();
  const auto text = gexf_of(graph);
  EXPECT_EQ(text.substr(text.find("    <nodes ")), R"x(    <nodes count="1">
      <node id="resolution.S-RES-9999" label="S/RES/9999 (2024)">
        <attvalues>
          <attvalue for="kind" value="Resolution"/>
          <attvalue for="name" value="S/RES/9999 (2024)"/>
          <attvalue for="iri" value="https://w3id.org/pressgraph/id/resolution/S-RES-9999"/>
          <attvalue for="releases" value="1"/>
        </attvalues>
        <spells><spell timestamp="2024-03-01"/></spells>
        <viz:size value="4.00"/>
        <viz:position x="0.25" y="-1.00" z="0"/>
        <viz:color r="214" g="39" b="40"/>
      </node>
    </nodes>
    <edges count="0">
    </edges>
  </graph>
</gexf>
)x");
}

TEST(Gexf, WritesOneEdgeForClaimsThatSayTheSame) {
  auto graph = sample_graph();
  graph.edges = {graph.edges[1], graph.edges[2]};
  const auto text = gexf_of(graph);
  const auto at = text.find("      <edge ");
  EXPECT_EQ(
      text.substr(at, text.find("        <attvalues>", at) - at),
      R"x(      <edge id="e0000000000000001" source="official.jon-olafsson" )x"
      R"x(target="resolution.S-RES-9999" type="directed" kind="CITED" label="cited" weight="2">
)x");
  EXPECT_NE(text.find("<attvalue for=\"claims\" value=\"2\"/>", at), std::string::npos);
  EXPECT_EQ(text.find("<edge ", at + 10), std::string::npos);
}

TEST(Gexf, HasNoSpellWhereNoDayIsKnown) {
  auto graph = sample_graph();
  graph.edges = {graph.edges[1]};
  graph.edges[0].date = "2024-03";
  const auto text = gexf_of(graph);
  EXPECT_EQ(text.find("<spell", text.find("<edges")), std::string::npos);
}

TEST(Gexf, HasOneBlockOfAttributesAClass) {
  const auto text = gexf_of(sample_graph());
  std::size_t blocks = 0;
  for (auto at = text.find("<attributes "); at != std::string::npos;
       at = text.find("<attributes ", at + 1)) {
    ++blocks;
  }
  EXPECT_EQ(blocks, 2U);
}

// Gephi puts Infinity for INF inside every value, but not in a label.
TEST(Gexf, KeepsInfOutOfValuesAndNotOutOfLabels) {
  auto graph = sample_graph();
  graph.nodes[1].name = "A/CONF.1/INF/2";
  const auto text = gexf_of(graph);
  EXPECT_NE(text.find(" label=\"A/CONF.1/INF/2\""), std::string::npos);
  EXPECT_NE(text.find("value=\"A/CONF.1/I\u2060NF/2\""), std::string::npos);
  EXPECT_EQ(text.find("value=\"A/CONF.1/INF/2"), std::string::npos);
  EXPECT_EQ(without_inf("INFANTRY, INF and inf"), "I\u2060NFANTRY, I\u2060NF and inf");
}

TEST(Gexf, KeepsLineEndsInAttributes) {
  EXPECT_NE(gexf_of(hostile_graph()).find("label=\"CR&#xD;LF&#xA;TAB&#x9;FFBSBELLDEL END\\\""),
            std::string::npos);
}

}  // namespace
}  // namespace pressgraph
