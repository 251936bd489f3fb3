// SPDX-License-Identifier: Apache-2.0
// The table of graph/schema.hpp, schemas/ontology.ttl, the JSON Schema and the terms that the
// writers use say the same.
#include <fstream>
#include <iterator>

#include <rapidjson/document.h>

#include "exporters/terms.hpp"
#include "exporters/turtle.hpp"
#include "tests/exporters/rdf_reading.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

using Names = std::set<std::string>;

const std::string pg = "<https://w3id.org/pressgraph/ns#";
const std::string rdf_type = "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <";
const std::string owl = "http://www.w3.org/2002/07/owl#";

std::string file(const std::string& path) {
  std::ifstream in(std::string(PRESSGRAPH_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Names& ontology() {
  static const Names lines = parse_rdf("turtle", file("schemas/ontology.ttl"));
  return lines;
}

/// The local names of the pg: terms declared as `kind`.
Names declared(const std::string& kind) {
  Names names;
  for (const auto& line : ontology()) {
    const auto at = line.find(rdf_type + owl + kind + ">");
    if (line.starts_with(pg) && at != std::string::npos) {
      names.insert(line.substr(pg.size(), at - pg.size()));
    }
  }
  return names;
}

/// The local names of the pg: objects of `subject predicate`.
Names objects(std::string_view subject, const std::string& predicate) {
  const auto start = pg + std::string(subject) + "> <" + expand(predicate) + "> " + pg;
  Names names;
  for (const auto& line : ontology()) {
    if (line.starts_with(start)) {
      names.insert(line.substr(start.size(), line.find('>', start.size()) - start.size()));
    }
  }
  return names;
}

/// The one object of `subject predicate`, both as N-Triples writes them, or nothing.
std::string object(const std::string& subject, const std::string& predicate) {
  const auto start = subject + " <" + expand(predicate) + "> ";
  const auto found = ontology().lower_bound(start);
  return found != ontology().end() && found->starts_with(start)
             ? found->substr(start.size(), found->size() - start.size() - 1)
             : "";
}

/// The local names of the pg: classes that `term`'s `predicate` is, or is the union of.
Names classes(std::string_view term, const std::string& predicate) {
  const auto found = object(pg + std::string(term) + ">", predicate);
  auto list = object(found, "owl:unionOf");
  std::vector<std::string> all{found};
  if (!list.empty()) {
    all.clear();
  }
  for (; !list.empty(); list = object(list, "rdf:rest")) {
    all.push_back(object(list, "rdf:first"));
  }
  Names names;
  for (const auto& name : all) {
    if (name.starts_with(pg)) {
      names.insert(name.substr(pg.size(), name.size() - pg.size() - 1));
    }
  }
  return names;
}

Names types_of(std::uint16_t set) {
  Names names;
  for (const auto& row : node_types) {
    if ((set & bit(row.type)) != 0) {
      names.insert(std::string(row.name));
    }
  }
  return names;
}

Names values(const std::string& definition) {
  rapidjson::Document schema;
  schema.Parse(file("schemas/extraction.schema.json").c_str());
  EXPECT_FALSE(schema.HasParseError());
  Names names;
  for (const auto& value : schema["$defs"][definition.c_str()]["enum"].GetArray()) {
    names.insert(value.GetString());
  }
  return names;
}

void add_local(Names& names, std::string_view name) {
  if (name.starts_with("pg:")) {
    names.insert(std::string(name.substr(3)));
  }
}

/// Notes every pg: term that passes.
class TermSink final : public StatementSink {
 public:
  void subject(std::string_view) override {}
  void aside(std::string_view) override {}
  void back() override {}
  [[nodiscard]] bool has_quoted_triples() const override { return true; }
  void add(std::string_view predicate, const Object& object) override {
    add_local(seen, predicate);
    if (object.kind == Object::Kind::name) {
      add_local(seen, object.value);
    }
  }

  Names seen;
};

TEST(Ontology, HasAClassForEachNodeTypeAndTheAssertion) {
  auto expected = types_of(any_node);
  expected.insert("Assertion");
  EXPECT_EQ(declared("Class"), expected);
}

TEST(Ontology, LetsEachRelationJoinWhatTheSchemaLetsItJoin) {
  for (const auto& row : relations) {
    EXPECT_EQ(objects(row.term, "schema:domainIncludes"), types_of(row.subjects)) << row.name;
    EXPECT_EQ(objects(row.term, "schema:rangeIncludes"), types_of(row.objects)) << row.name;
    EXPECT_EQ(classes(row.term, "rdfs:domain"), types_of(row.subjects)) << row.name;
    EXPECT_EQ(classes(row.term, "rdfs:range"), types_of(row.objects)) << row.name;
    EXPECT_EQ(term(row.relation), "pg:" + std::string(row.term));
  }
}

TEST(Ontology, SaysOfEachPropertyWhatItJoins) {
  for (const std::string kind : {"ObjectProperty", "DatatypeProperty"}) {
    for (const auto& name : declared(kind)) {
      EXPECT_NE(object(pg + name + ">", "rdfs:domain"), "") << name;
      EXPECT_NE(object(pg + name + ">", "rdfs:range"), "") << name;
    }
  }
}

TEST(Ontology, HasEveryTermThatTheWritersUseAndNoMore) {
  TermSink sink;
  state(sample_graph(), sink);
  auto used = sink.seen;
  for (const auto& row : node_terms) {
    for (const auto name : row.classes) {
      add_local(used, name);
    }
  }
  for (const auto& row : relations) {
    used.insert(std::string(row.term));
  }
  for (const auto& row : node_attributes) {
    add_local(used, row.property);
  }
  for (const auto& row : edge_attributes) {
    add_local(used, row.property);
  }
  Names all = declared("Class");
  all.merge(declared("ObjectProperty"));
  all.merge(declared("DatatypeProperty"));
  EXPECT_EQ(used, all);
}

TEST(Ontology, DescribesEachTermWithLabelCommentAndExample) {
  for (const std::string kind : {"Class", "ObjectProperty", "DatatypeProperty"}) {
    for (const auto& name : declared(kind)) {
      for (const std::string property : {"rdfs:label", "rdfs:comment", "skos:example"}) {
        const auto start = pg + name + "> <" + expand(property) + "> \"";
        const auto found = ontology().lower_bound(start);
        EXPECT_TRUE(found != ontology().end() && found->starts_with(start)) << start;
      }
    }
  }
}

TEST(Ontology, HasExamplesThatAreTurtle) {
  std::string text;
  for (const auto& prefix : prefixes) {
    text += "@prefix " + std::string(prefix.name) + ": <" + std::string(prefix.iri) + "> .\n";
  }
  const auto start = "<" + expand("skos:example") + "> \"";
  std::size_t examples = 0;
  for (const auto& line : ontology()) {
    const auto at = line.find(start);
    if (at != std::string::npos) {
      auto example = line.substr(at + start.size());
      example.resize(example.rfind('"'));
      std::erase(example, '\\');
      text += example + "\n";
      ++examples;
    }
  }
  EXPECT_EQ(parse_rdf("turtle", text).size(), examples);
}

TEST(ExtractionSchema, NamesTheTypesRelationsStatusesAndFieldsOfTheGraph) {
  EXPECT_EQ(values("nodeType"), types_of(any_node));
  Names names;
  for (const auto& row : relations) {
    names.insert(std::string(row.name));
  }
  EXPECT_EQ(values("relation"), names);
  EXPECT_EQ(values("status"), Names(status_names.begin(), status_names.end()));
  EXPECT_EQ(values("field"), Names(field_names.begin(), field_names.end()));
}

}  // namespace
}  // namespace pressgraph
