// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "graph/schema.hpp"

/// Which public terms stand for the graph's own: the tables that the RDF and GraphML writers go by.
/// `schemas/ontology.ttl` declares each pg: term named here.
namespace pressgraph {

/// The classes of a node, its own first, and the property that holds its name.
struct NodeTerms {
  NodeType type;
  std::array<std::string_view, 4> classes;  ///< empty at the end where fewer
  std::string_view name;
};

constexpr std::array<NodeTerms, 9> node_terms{{
    {NodeType::release,
     {"pg:Release", "schema:NewsArticle", "foaf:Document", "prov:Entity"},
     "dcterms:title"},
    {NodeType::official, {"pg:Official", "foaf:Person", "schema:Person", ""}, "foaf:name"},
    {NodeType::agency,
     {"pg:Agency", "org:Organization", "foaf:Organization", ""},
     "skos:prefLabel"},
    {NodeType::resolution,
     {"pg:Resolution", "eli:LegalResource", "schema:Legislation", ""},
     "dcterms:identifier"},
    {NodeType::instrument, {"pg:Instrument", "eli:LegalResource", "", ""}, "dcterms:title"},
    {NodeType::event, {"pg:Event", "schema:Event", "prov:Activity", ""}, "schema:name"},
    {NodeType::place, {"pg:Place", "schema:Place", "", ""}, "skos:prefLabel"},
    {NodeType::topic, {"pg:Topic", "skos:Concept", "", ""}, "skos:prefLabel"},
    {NodeType::statement, {"pg:Statement", "schema:Quotation", "prov:Entity", ""}, "schema:text"},
}};

constexpr const NodeTerms& terms(NodeType type) {
  return node_terms[static_cast<std::size_t>(type)];
}

/// The property of a relation, in the order of the schema's table.
constexpr std::array<std::string_view, 13> relation_terms{
    "pg:addressed", "pg:cited",    "pg:hosted",  "pg:participated", "pg:adopted",
    "pg:holds",     "pg:spokeFor", "pg:partOf",  "pg:locatedIn",    "pg:about",
    "pg:published", "pg:said",     "pg:mentions"};

constexpr std::string_view term(Relation relation) {
  return relation_terms[static_cast<std::size_t>(relation)];
}

/// What a shown edge also says in public terms, where both ends are of these types.
struct CompanionTerm {
  Relation relation;
  std::uint16_t subjects;
  std::uint16_t objects;
  std::string_view property;
  bool inverse;  ///< the property leads from the object to the subject
};

constexpr std::array<CompanionTerm, 13> companion_terms{{
    {Relation::addressed, actors, bit(NodeType::event), "schema:performer", true},
    {Relation::cited, bit(NodeType::release), acts, "cito:cites", false},
    {Relation::hosted, actors, bit(NodeType::event), "schema:organizer", true},
    {Relation::participated, actors, bit(NodeType::event), "schema:attendee", true},
    {Relation::adopted, bit(NodeType::agency), bit(NodeType::resolution), "eli:passed_by", true},
    {Relation::spoke_for, any_node, any_node, "prov:actedOnBehalfOf", false},
    {Relation::part_of, bit(NodeType::agency), bit(NodeType::agency), "org:subOrganizationOf",
     false},
    {Relation::located_in, any_node, any_node, "schema:location", false},
    {Relation::about, any_node, any_node, "schema:about", false},
    {Relation::about, any_node, any_node, "dcterms:subject", false},
    {Relation::published, any_node, any_node, "dcterms:publisher", true},
    {Relation::said, bit(NodeType::official) | bit(NodeType::agency), any_node,
     "prov:wasAttributedTo", true},
    {Relation::mentions, any_node, any_node, "schema:mentions", false},
}};

/// How the value of an attribute is written: dates and links as such where they are well formed;
/// what is no former name (graph/former_names.hpp) as `other_attribute`.
enum class ValueKind : std::uint8_t { text, date, link, former_name };

struct AttributeTerm {
  std::string_view name;      ///< in the graph
  std::string_view property;  ///< in RDF
  std::string_view column;    ///< in GraphML: no name that a consumer keeps for itself
  ValueKind kind;
};

/// By name. An attribute that is not here goes to `other_attribute` as "name=value".
constexpr std::array<AttributeTerm, 20> node_attributes{{
    {"acronym", "pg:acronym", "acronym", ValueKind::text},
    {"authority", "pg:authority", "authority", ValueKind::text},
    {"body", "pg:body", "body", ValueKind::text},
    {"country", "pg:country", "country", ValueKind::text},
    {"end", "schema:endDate", "end", ValueKind::date},
    {"exact_match", "skos:exactMatch", "exactMatch", ValueKind::link},
    {"family", "pg:family", "family", ValueKind::text},
    {"former_name", "pg:formerName", "formerName", ValueKind::former_name},
    {"link", "rdfs:seeAlso", "link", ValueKind::link},
    {"mode", "pg:mode", "mode", ValueKind::text},
    {"ordinal", "pg:ordinal", "ordinal", ValueKind::text},
    {"parent", "pg:parent", "parent", ValueKind::text},
    {"place", "pg:placeName", "placeName", ValueKind::text},
    {"position", "pg:position", "position", ValueKind::text},
    {"same_as", "owl:sameAs", "sameAs", ValueKind::link},
    {"start", "schema:startDate", "start", ValueKind::date},
    {"subject", "pg:subjectMatter", "subjectMatter", ValueKind::text},
    {"symbol", "pg:symbol", "symbol", ValueKind::text},
    {"text", "pg:words", "words", ValueKind::text},
    {"year", "pg:year", "year", ValueKind::date},
}};

constexpr std::array<AttributeTerm, 8> edge_attributes{{
    {"date", "pg:date", "statedDate", ValueKind::date},
    {"end", "pg:validTo", "validTo", ValueKind::date},
    {"locator", "pg:locator", "locator", ValueKind::text},
    {"mode", "pg:mode", "mode", ValueKind::text},
    {"position", "pg:position", "position", ValueKind::text},
    {"role", "pg:role", "role", ValueKind::text},
    {"stance", "pg:stance", "stance", ValueKind::text},
    {"start", "pg:validFrom", "validFrom", ValueKind::date},
}};

constexpr AttributeTerm other_attribute{"", "pg:attribute", "attributes", ValueKind::text};

/// The row called `name`, or `other_attribute`.
constexpr const AttributeTerm& attribute_term(std::span<const AttributeTerm> table,
                                              std::string_view name) {
  for (const auto& row : table) {
    if (row.name == name) {
      return row;
    }
  }
  return other_attribute;
}

}  // namespace pressgraph
