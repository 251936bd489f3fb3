// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/schema.hpp"

/// The values that pass between reading, extraction, the graph and the writers. Plain structs: no
/// invariant beyond what is said here, copied and moved freely. All text is UTF-8.
namespace pressgraph {

/// A half-open range of *bytes* of one field of a release. Files count Unicode code points instead
/// (Web Annotation, section 4.2.4); see `graph/code_points.hpp`.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
};

/// A name and its value, as text. Lists of them are kept sorted by name; a name may come twice.
struct Attribute {
  std::string name;
  std::string value;

  auto operator<=>(const Attribute&) const = default;
};

/// Where a release was read.
struct Source {
  std::string path;  ///< as named on the command line or found in a folder; "-" for standard input
  std::uint64_t record =
      0;  ///< 1-based line (JSONL) or record in the file; 0 where the file is the record
  std::string sha256;         ///< lower-case hex, of the bytes of the record
  std::string captured = {};  ///< when a crawl fetched it: ISO 8601; empty where unknown

  auto operator<=>(const Source&) const = default;
};

/// A press release as stored after reading: decoded to valid UTF-8, without NUL. Every offset
/// refers to this `text`.
struct Release {
  std::string id;  ///< slug: explicit id, else from the URL, else file name and hash
  std::string title;
  std::string published;  ///< ISO 8601 date or date-time, as precise as known; empty where unknown
  std::string modified;   ///< the same
  std::string publisher;
  std::string url;
  std::vector<std::string> topics;  ///< the publisher's own categories, in their order
  std::string language;             ///< BCP 47; empty where unknown
  std::string text;
  Source source;

  auto operator<=>(const Release&) const = default;
};

/// One place where a node is named or referred to.
struct Mention {
  Field field = Field::text;
  Span span;

  auto operator<=>(const Mention&) const = default;
};

struct Node {
  std::string id;  ///< local within an Extraction ("n7"), `type/slug` in the graph
  NodeType type = NodeType::agency;
  std::string name;
  std::vector<std::string> aliases;  ///< other forms, without `name`, sorted, each once
  std::vector<Attribute>
      attributes;  ///< start, end, ordinal, country, year, acronym, authority, ...
  std::vector<Mention>
      mentions;  ///< in text order; empty where only metadata or a name implies the node

  auto operator<=>(const Node&) const = default;
};

/// One step from the words of an edge to the node they stand for: "He" -> "Mr. Kovalenko" -> ...
struct Reference {
  Mention mention;
  std::string
      rule;  ///< "pronoun", "surname", "acronym", "definite", "citation-back-reference", ...

  auto operator<=>(const Reference&) const = default;
};

/// The characters that an edge rests on.
struct Evidence {
  Field field = Field::text;
  Span span;     ///< the sentence (or the metadata value)
  Span trigger;  ///< the word or phrase in it that fired the rule; inside `span`
  std::string rule;
  std::vector<Reference>
      chain;  ///< how subject and object were found, in order; empty where both are named here

  auto operator<=>(const Evidence&) const = default;
};

struct Edge {
  std::string subject;  ///< a node id
  Relation relation = Relation::mentions;
  std::string object;                 ///< a node id
  std::vector<Attribute> attributes;  ///< date, position, role, locator, mode, ...
  Status status = Status::asserted;
  std::string claimed_by;  ///< the node that says so; empty for the narrator
  double confidence = 1.0;
  Evidence evidence;

  auto operator<=>(const Edge&) const = default;
};

/// All that one release gives, and all that merging needs.
/// A part of a release's text that tells nothing of its subject: "###", contacts, notes to editors.
struct MarkedSpan {
  Span span;
  std::string rule;  ///< the name of the part in schemas/boilerplate.toml

  auto operator<=>(const MarkedSpan&) const = default;
};

struct Extraction {
  Release release;
  std::vector<Span> sentences;               ///< in `release.text`, in order, not overlapping
  std::vector<Node> nodes;                   ///< the first is the release's own
  std::vector<Edge> edges;                   ///< of every status
  std::vector<MarkedSpan> boilerplate = {};  ///< in `release.text`, in order, not overlapping;
                                             ///< makes no node and no edge
  std::string schema_version;                ///< of this format
  std::string lexicon_version;               ///< hash of the schemas that made it

  auto operator<=>(const Extraction&) const = default;
};

/// The text of `field`; topics joined by "|".
std::string field_text(const Release& release, Field field);

/// The value of the first attribute called `name`, or an empty view. Valid as long as `attributes`.
std::string_view attribute(const std::vector<Attribute>& attributes, std::string_view name);

}  // namespace pressgraph
