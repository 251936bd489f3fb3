// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The node and relation types of the graph: the one table that every reader, writer and query goes
/// by. `schemas/ontology.ttl` and the JSON Schemas are held to it by a test.
namespace pressgraph {

enum class NodeType : std::uint8_t {
  release,
  official,
  agency,
  resolution,
  instrument,
  event,
  place,
  topic,
  statement
};

enum class Relation : std::uint8_t {
  addressed,
  cited,
  hosted,
  participated,
  adopted,
  holds,
  spoke_for,
  part_of,
  located_in,
  about,
  published,
  said,
  mentions
};

/// How true an edge is, by the release's own words. `asserted` and `scheduled` are shown by
/// default.
enum class Status : std::uint8_t { asserted, scheduled, planned, hypothetical, negated };

/// Which field of a release a span points into.
enum class Field : std::uint8_t { text, title, published, publisher, url, topics };

struct NodeTypeInfo {
  NodeType type;
  std::string_view name;  ///< "Official": the label in files, the ontology's class (`pg:Official`)
  std::string_view prefix;  ///< "official": the first part of an id, `official/antonio-guterres`
  std::string_view colour;  ///< "#rrggbb"
};

struct RelationInfo {
  Relation relation;
  std::string_view name;   ///< "spoke_for": in JSON, tables and queries
  std::string_view term;   ///< "spokeFor": the ontology's property (`pg:spokeFor`)
  std::string_view label;  ///< "SPOKE_FOR": the edge type in property graphs
  std::uint16_t subjects;  ///< bit set of the NodeTypes that it may start from
  std::uint16_t objects;   ///< bit set of the NodeTypes that it may lead to
};

constexpr std::uint16_t bit(NodeType type) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(type));
}

constexpr std::array<NodeTypeInfo, 9> node_types{{
    {NodeType::release, "Release", "release", "#7f7f7f"},
    {NodeType::official, "Official", "official", "#1f77b4"},
    {NodeType::agency, "Agency", "agency", "#ff7f0e"},
    {NodeType::resolution, "Resolution", "resolution", "#d62728"},
    {NodeType::instrument, "Instrument", "instrument", "#e377c2"},
    {NodeType::event, "Event", "event", "#2ca02c"},
    {NodeType::place, "Place", "place", "#8c564b"},
    {NodeType::topic, "Topic", "topic", "#bcbd22"},
    {NodeType::statement, "Statement", "statement", "#9467bd"},
}};

constexpr std::uint16_t any_node = (1U << node_types.size()) - 1;
constexpr std::uint16_t actors =
    bit(NodeType::official) | bit(NodeType::agency) | bit(NodeType::place);
constexpr std::uint16_t acts = bit(NodeType::resolution) | bit(NodeType::instrument);

constexpr std::array<RelationInfo, 13> relations{{
    {Relation::addressed, "addressed", "addressed", "ADDRESSED",
     bit(NodeType::official) | bit(NodeType::agency), bit(NodeType::event) | bit(NodeType::agency)},
    {Relation::cited, "cited", "cited", "CITED",
     actors | bit(NodeType::event) | bit(NodeType::release), acts},
    {Relation::hosted, "hosted", "hosted", "HOSTED", actors, bit(NodeType::event)},
    {Relation::participated, "participated", "participated", "PARTICIPATED", actors,
     bit(NodeType::event)},
    {Relation::adopted, "adopted", "adopted", "ADOPTED", actors | bit(NodeType::event), acts},
    {Relation::holds, "holds", "holds", "HOLDS", bit(NodeType::official),
     bit(NodeType::agency) | bit(NodeType::place)},
    {Relation::spoke_for, "spoke_for", "spokeFor", "SPOKE_FOR", bit(NodeType::official),
     bit(NodeType::official) | bit(NodeType::agency)},
    {Relation::part_of, "part_of", "partOf", "PART_OF", bit(NodeType::agency),
     bit(NodeType::agency) | bit(NodeType::place)},
    {Relation::located_in, "located_in", "locatedIn", "LOCATED_IN", bit(NodeType::event),
     bit(NodeType::place)},
    {Relation::about, "about", "about", "ABOUT", bit(NodeType::release), bit(NodeType::topic)},
    {Relation::published, "published", "published", "PUBLISHED", bit(NodeType::agency),
     bit(NodeType::release)},
    {Relation::said, "said", "said", "SAID", actors | bit(NodeType::event),
     bit(NodeType::statement)},
    {Relation::mentions, "mentions", "mentions", "MENTIONS", bit(NodeType::release), any_node},
}};

constexpr std::array<std::string_view, 5> status_names{"asserted", "scheduled", "planned",
                                                       "hypothetical", "negated"};
constexpr std::array<std::string_view, 6> field_names{"text",      "title", "published",
                                                      "publisher", "url",   "topics"};

constexpr const NodeTypeInfo& info(NodeType type) {
  return node_types[static_cast<std::size_t>(type)];
}
constexpr const RelationInfo& info(Relation relation) {
  return relations[static_cast<std::size_t>(relation)];
}
constexpr std::string_view name(NodeType type) {
  return info(type).name;
}
constexpr std::string_view name(Relation relation) {
  return info(relation).name;
}
constexpr std::string_view name(Status status) {
  return status_names[static_cast<std::size_t>(status)];
}
constexpr std::string_view name(Field field) {
  return field_names[static_cast<std::size_t>(field)];
}

/// The value whose name is exactly `text`, or none.
std::optional<NodeType> node_type_named(std::string_view text);
std::optional<Relation> relation_named(std::string_view text);
std::optional<Status> status_named(std::string_view text);
std::optional<Field> field_named(std::string_view text);

/// True where the table lets `relation` join a node of type `subject` to one of type `object`.
constexpr bool may_join(Relation relation, NodeType subject, NodeType object) {
  return (info(relation).subjects & bit(subject)) != 0 &&
         (info(relation).objects & bit(object)) != 0;
}

/// True for what default queries and exports show: asserted, or firmly scheduled.
constexpr bool is_shown(Status status) {
  return status == Status::asserted || status == Status::scheduled;
}

}  // namespace pressgraph
