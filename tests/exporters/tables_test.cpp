// SPDX-License-Identifier: Apache-2.0
// CSV, JSON lines, Cytoscape's JSON and dot.
#include <algorithm>
#include <sstream>
#include <utility>

#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include "exporters/bundle.hpp"
#include "exporters/dot.hpp"
#include "exporters/json_graph.hpp"
#include "graph/identity.hpp"
#include "tests/exporters/folder_in_memory.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

const std::string base = "https://w3id.org/pressgraph/id/";

template <typename Writer>
std::map<std::string, std::string> folder_of(const SampleGraph& graph,
                                             Claims claims = Claims::apart) {
  FolderInMemory folder;
  Writer writer(base, claims, folder);
  write_sample(graph, claims, writer);
  return folder.contents();
}

TEST(Csv, QuotesTextAndKeepsFormulasFromRunning) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"plain", "\"plain\""},
      {"a \"b\", c;d", "\"a \"\"b\"\", c;d\""},
      {"two\r\nlines\tand a tab", "\"two lines and a tab\""},
      {"=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""},
      {"+1", "\"'+1\""},
      {"-1", "\"'-1\""},
      {"@SUM(A1)", "\"'@SUM(A1)\""},
      {"\t=1", "\"' =1\""},
      {"a=1", "\"a=1\""},
      {"bell\x07", "\"bell\""},
  };
  for (const auto& [text, expected] : table) {
    std::string out;
    append_csv_for_spreadsheets(out, text);
    EXPECT_EQ(out, expected);
  }
}

TEST(Csv, WritesATableOfNodesAndOneOfEdges) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[0]};
  graph.edges = {graph.edges[1]};
  const auto files = folder_of<CsvTables>(graph);
  EXPECT_EQ(
      files.at("nodes.csv"),
      "id,type,name,iri,aliases,releases,acronym,authority,body,country,end,exactMatch,family,"
      "formerName,link,mode,ordinal,parent,placeName,position,sameAs,start,subjectMatter,symbol,"
      "words,year,attributes\n"
      "agency/harbour-council,Agency,\"Harbour Council\",\"https://w3id.org/pressgraph/id/"
      "agency/harbour-council\",\"the Council\",1,\"HC\",,,,,,,\"Harbour Office until "
      "2019-12-31\",,,,,,,,,,,,,\"colour=blue\"\n");
  EXPECT_EQ(files.at("edges.csv"),
            "id,subject,relation,object,weight,confidence,date,sentence,sourceUrl,release,status,"
            "claimedBy,rule,field,begin,finish,iri,statedDate,validTo,locator,mode,position,role,"
            "stance,validFrom,attributes\n"
            "e0000000000000001,official/jon-olafsson,cited,resolution/S-RES-9999,1,0.9,"
            "\"2024-03-01\",\"He cited resolution 9999 (2024) and said \"\"yes\"\".\","
            "\"https://press.example.org/2024/harbour\",\"release/harbour-2024-03-01\","
            "\"asserted\",,\"frame/cite\",\"text\",49,96,\"https://w3id.org/pressgraph/id/"
            "assertion/e0000000000000001\",,,\"para. 5 | para. 6\",,,,,,\n");
}

TEST(CsvBundle, HasAFileATypeAndARelationBetweenTypesAndItsLoaders) {
  std::vector<std::string> names;
  for (const auto& [name, text] : folder_of<CsvBundle>(sample_graph())) {
    names.push_back(name);
  }
  EXPECT_THAT(names,
              testing::ElementsAre(
                  "arango.sh", "kuzu.cypher", "load.cypher", "manifest.json", "memgraph.cypher",
                  "nebula.yaml", "neo4j-import.sh", "nodes_Agency.csv", "nodes_Event.csv",
                  "nodes_Official.csv", "nodes_Release.csv", "nodes_Resolution.csv",
                  "nodes_Topic.csv", "postgres.sql", "rels_ABOUT_Release_Topic.csv",
                  "rels_CITED_Official_Resolution.csv", "rels_HOLDS_Official_Agency.csv"));
}

TEST(CsvBundle, NamesTypesAsNeo4jAdminDoes) {
  const auto files = folder_of<CsvBundle>(sample_graph());
  const auto& officials = files.at("nodes_Official.csv");
  EXPECT_TRUE(officials.starts_with("id:ID,name,iri,aliases:string[],releases:long,acronym,"));
  EXPECT_NE(officials.find("\n\"official.jon-olafsson\",\"Jón Ólafsson\",\"https://w3id.org/"
                           "pressgraph/id/official/jon-olafsson\",\"Mr. Ólafsson;Ólafsson\",1,"),
            std::string::npos);
  const auto& citations = files.at("rels_CITED_Official_Resolution.csv");
  EXPECT_TRUE(citations.starts_with(
      ":START_ID,:END_ID,id,rank:long,weight:double,confidence:double,date,sentence,"));
  EXPECT_NE(citations.find("\n\"official.jon-olafsson\",\"resolution.S-RES-9999\","
                           "\"e0000000000000001\",1,1,0.9,"),
            std::string::npos);
}

TEST(CsvBundle, CountsAndHashesItsFilesInTheManifest) {
  const auto files = folder_of<CsvBundle>(sample_graph());
  rapidjson::Document manifest;
  manifest.Parse(files.at("manifest.json").c_str());
  ASSERT_FALSE(manifest.HasParseError());
  std::size_t listed = 0;
  const auto& entries = manifest["files"];
  std::for_each(entries.MemberBegin(), entries.MemberEnd(), [&](const auto& file) {
    const auto& text = files.at(file.name.GetString());
    const auto lines = std::ranges::count(text, '\n');
    EXPECT_EQ(file.value["rows"].GetInt64(), lines - 1) << file.name.GetString();
    EXPECT_EQ(file.value["sha256"].GetString(), sha256_hex(text)) << file.name.GetString();
    ++listed;
  });
  EXPECT_EQ(listed, 9U);
}

TEST(CsvBundle, HasNoLineEndInsideAField) {
  for (const auto& [name, text] : folder_of<CsvBundle>(hostile_graph())) {
    if (name.ends_with(".csv")) {
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        EXPECT_EQ(std::ranges::count(line, '"') % 2, 0) << name;
        EXPECT_EQ(line.find('\r'), std::string::npos) << name;
      }
    }
  }
}

// neo4j-admin has no way to escape it.
TEST(CsvBundle, PutsNoPartingCharacterIntoAnAlias) {
  EXPECT_EQ(neo4j_array({"a; b", "c"}), "a, b;c");
  EXPECT_EQ(neo4j_array({}), "");
}

TEST(CsvBundle, QuotesEveryColumnInItsScripts) {
  const auto files = folder_of<CsvBundle>(sample_graph(), Claims::together);
  EXPECT_NE(files.at("kuzu.cypher").find("`end` STRING"), std::string::npos);
  EXPECT_NE(files.at("postgres.sql").find("\"end\" text"), std::string::npos);
  EXPECT_NE(files.at("load.cypher").find("`claims`: toInteger(row.`claims:long`)"),
            std::string::npos);
  EXPECT_NE(files.at("nebula.yaml").find("CREATE EDGE IF NOT EXISTS `CITED`(`weight` double NULL"),
            std::string::npos);
  EXPECT_NE(
      files.at("neo4j-import.sh").find("--relationships=CITED=rels_CITED_Official_Resolution.csv"),
      std::string::npos);
}

TEST(JsonLines, WritesANodeOrEdgeALine) {
  auto graph = sample_graph();
  graph.nodes = {graph.nodes[5]};
  graph.edges = {graph.edges[2]};
  std::ostringstream out;
  JsonLinesWriter writer(base, Claims::apart, out);
  write_sample(graph, Claims::apart, writer);
  EXPECT_EQ(
      out.str(),
      R"x({"node":"resolution/S-RES-9999","type":"Resolution","name":"S/RES/9999 (2024)","iri":"https://w3id.org/pressgraph/id/resolution/S-RES-9999","releases":1}
{"edge":"e0000000000000002","subject":"official/jon-olafsson","relation":"cited","object":"resolution/S-RES-9999","weight":1,"confidence":0.9,"date":"2024-03-01","sentence":"He cited resolution 9999 (2024) and said \"yes\".","sourceUrl":"https://press.example.org/2024/harbour","release":"release/harbour-2024-03-01","status":"asserted","rule":"frame/cite","field":"text","begin":49,"finish":96,"iri":"https://w3id.org/pressgraph/id/assertion/e0000000000000002"}
)x");
}

TEST(Cytoscape, IsJsonWithPositions) {
  for (const auto& graph : {SampleGraph{}, sample_graph(), hostile_graph()}) {
    std::ostringstream out;
    CytoscapeWriter writer({base, Claims::apart, sample_looks(graph)}, out);
    write_sample(graph, Claims::apart, writer);
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(out.str().c_str());
    ASSERT_FALSE(document.HasParseError());
    EXPECT_EQ(document["elements"]["nodes"].Size(), graph.nodes.size());
    EXPECT_EQ(document["elements"]["edges"].Size(), graph.edges.size());
    for (const auto& node : document["elements"]["nodes"].GetArray()) {
      EXPECT_TRUE(node["position"]["x"].IsNumber());
    }
  }
}

TEST(Dot, QuotesWhatItWrites) {
  auto graph = hostile_graph();
  graph.nodes = {graph.nodes[0]};
  graph.edges = {graph.edges[1]};
  std::ostringstream out;
  DotWriter writer(out);
  write_sample(graph, Claims::apart, writer);
  EXPECT_EQ(out.str(), R"x(digraph pressgraph {
  charset="UTF-8";
  node [shape=ellipse, style=filled, fontcolor="#000000"];
  "agency/harbour-council" [label="CR LF TAB FFBSBELLDEL END\\", fillcolor="#ff7f0e60", class="Agency"];
  "official/jon-olafsson" -> "resolution/S-RES-9999" [id="e0000000000000001", label="cited", weight=1, tooltip="He cited resolution 9999 (2024) and said \"yes\"."];
}
)x");
}

}  // namespace
}  // namespace pressgraph
