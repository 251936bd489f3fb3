// SPDX-License-Identifier: Apache-2.0
#include "exporters/statements.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "exporters/decimal.hpp"
#include "graph/former_names.hpp"

namespace pressgraph {
namespace {

/// Letters, digits and -._~ as they are, the rest percent-encoded: one segment of a path.
std::string segment(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      encoded += c;
      continue;
    }
    encoded += '%';
    encoded += "0123456789ABCDEF"[byte >> 4U];
    encoded += "0123456789ABCDEF"[byte & 15U];
  }
  return encoded;
}

/// True where `row` says the same of an edge between these ids.
bool may_stand_for(const CompanionTerm& row, std::string_view subject, std::string_view object) {
  const auto is_of = [](std::string_view id, std::uint16_t types) {
    const auto prefix = id.substr(0, id.find('/'));
    return std::ranges::any_of(node_types, [&](const NodeTypeInfo& type) {
      return (types & bit(type.type)) != 0 && type.prefix == prefix;
    });
  };
  return is_of(subject, row.subjects) && is_of(object, row.objects);
}

/// What a node is called but for its name: by those who tell of it, and what it was called once.
std::set<std::string_view> labels_of(const StoredNode& node) {
  std::set<std::string_view> labels(node.aliases.begin(), node.aliases.end());
  for (const auto& attribute : node.attributes) {
    const auto former = attribute.name == former_name_attribute ? former_name(attribute.value)
                                                                : std::optional<FormerName>();
    if (former && former->name != node.name) {
      labels.insert(former->name);
    }
  }
  return labels;
}

/// The digits of `value`, in `digits`.
std::string_view decimal(std::uint64_t value, std::array<char, 20>& digits) {
  const auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), static_cast<std::size_t>(end - digits.data())};
}

}  // namespace

std::string_view Statements::iri(std::string_view kind, std::string_view id) {
  iri_.assign(base_);
  iri_ += kind;
  iri_ += id;
  return iri_;
}

void Statements::link(std::string_view predicate, std::string_view id) {
  sink_.add(predicate, Object::iri(iri("", id)));
}

void Statements::text(std::string_view predicate, std::string_view value) {
  if (!value.empty()) {
    sink_.add(predicate, Object::literal(value));
  }
}

void Statements::date(std::string_view predicate, std::string_view value) {
  if (!value.empty()) {
    sink_.add(predicate, Object::literal(value, date_type(value)));
  }
}

void Statements::address(std::string_view predicate, std::string_view value) {
  if (!is_absolute_iri(value)) {
    text(predicate, value);
    return;
  }
  sink_.add(predicate, Object::iri(value));
}

void Statements::attributes(const std::vector<Attribute>& all,
                            std::span<const AttributeTerm> table) {
  for (const auto& attribute : all) {
    const auto& row = attribute_term(table, attribute.name);
    if (row.name.empty() || (row.kind == ValueKind::former_name && !former_name(attribute.value))) {
      scratch_ = attribute.name + "=" + attribute.value;
      text(other_attribute.property, scratch_);
    } else if (row.kind == ValueKind::date) {
      date(row.property, attribute.value);
    } else if (row.kind == ValueKind::link) {
      address(row.property, attribute.value);
    } else {
      text(row.property, attribute.value);
    }
  }
}

void Statements::node(const StoredNode& node, const Release* read) {
  describe_triple();
  const auto& known = terms(node.type);
  sink_.subject(iri("", node.id));
  for (const auto name : known.classes) {
    if (!name.empty()) {
      sink_.add("rdf:type", Object::name(name));
    }
  }
  text("rdfs:label", node.name);
  text(known.name, node.name);
  for (const auto& label : labels_of(node)) {
    text("skos:altLabel", label);
  }
  if (read != nullptr) {
    release(*read);
  }
  attributes(node.attributes, node_attributes);
  std::array<char, 20> digits{};
  sink_.add("pg:releaseCount", Object::literal(decimal(node.releases, digits), "xsd:integer"));
  last_direct_.clear();
  posts_.clear();
}

void Statements::release(const Release& release) {
  text("dcterms:identifier", release.id);
  date("dcterms:issued", release.published);
  date("dcterms:modified", release.modified);
  text("pg:publisherName", release.publisher);
  address("dcterms:source", release.url);
  text("dcterms:language", release.language);
  for (const auto& topic : std::set<std::string>(release.topics.begin(), release.topics.end())) {
    text("schema:keywords", topic);
  }
  text("pg:sha256", release.source.sha256);
}

void Statements::edge(const StoredEdge& edge) {
  if (sink_.has_graphs()) {
    sink_.graph(iri("", edge.release));
  }
  if (is_shown(edge.status)) {
    direct(edge);
    post(edge);
  }
  assertion(edge);
  if (sink_.has_graphs()) {
    sink_.graph("");
  }
}

void Statements::direct(const StoredEdge& edge) {
  scratch_ = name(edge.relation);
  scratch_ += ' ';
  scratch_ += edge.object;
  if (scratch_ != last_direct_) {
    last_direct_ = scratch_;
    describe_triple();
    direct_in_.clear();
  }
  if (direct_in_.insert(sink_.has_graphs() ? edge.release : "").second) {
    link(term(edge.relation), edge.object);
    companions(edge);
  }
  if (sink_.has_quoted_triples()) {
    count_claim(edge);
  }
}

void Statements::count_claim(const StoredEdge& edge) {
  ++claims_;
  if (!surest_ || edge.confidence > surest_->confidence) {
    surest_ = edge;
  }
}

/// What the surest claim of the last direct triple says of it, in literals alone: n10s makes
/// properties of a relationship from them, and drops the rest.
void Statements::describe_triple() {
  if (!surest_) {
    return;
  }
  const auto edge = std::move(*surest_);
  surest_.reset();
  const std::string object(iri("", edge.object));
  sink_.aside_quoted(iri("", edge.subject), term(edge.relation), object);
  std::array<char, 20> digits{};
  sink_.add("pg:claimCount", Object::literal(decimal(claims_, digits), "xsd:integer"));
  text("pg:status", name(edge.status));
  sink_.add("pg:confidence", Object::literal(confidence_text(edge.confidence), "xsd:decimal"));
  attributes(edge.attributes, edge_attributes);
  text("pg:rule", edge.evidence.rule);
  date("pg:knownAt", edge.date);
  text("oa:exact", edge.sentence);
  text("dcterms:source", edge.release_url);
  sink_.back();
  claims_ = 0;
}

void Statements::finish() {
  describe_triple();
}

/// The same in public terms, for who does not know ours and infers nothing.
void Statements::companions(const StoredEdge& edge) {
  for (const auto& row : companion_terms) {
    if (row.relation != edge.relation || !may_stand_for(row, edge.subject, edge.object)) {
      continue;
    }
    if (!row.inverse) {
      link(row.property, edge.object);
      continue;
    }
    sink_.aside(iri("", edge.object));
    link(row.property, edge.subject);
    sink_.back();
  }
}

/// A position held is an org:Post beside the direct triple: org:holds leads to posts only.
void Statements::post(const StoredEdge& edge) {
  const auto position = attribute(edge.attributes, "position");
  if (edge.relation != Relation::holds || position.empty()) {
    return;
  }
  const auto path = segment(edge.object) + "/" + segment(position);
  if (!posts_.insert((sink_.has_graphs() ? edge.release : "") + " " + path).second) {
    return;
  }
  sink_.add("org:holds", Object::iri(iri("post/", path)));
  const auto graph = sink_.has_graphs() ? edge.release : "";
  if (!described_posts_.insert(std::hash<std::string>{}(graph + " " + path)).second) {
    return;
  }
  sink_.aside(iri("post/", path));
  sink_.add("rdf:type", Object::name("org:Post"));
  text("skos:prefLabel", position);
  link("org:postIn", edge.object);
  sink_.back();
}

void Statements::assertion(const StoredEdge& edge) {
  sink_.aside(iri("assertion/", edge.id));
  sink_.add("rdf:type", Object::name("pg:Assertion"));
  sink_.add("rdf:type", Object::name("rdf:Statement"));
  link("rdf:subject", edge.subject);
  sink_.add("rdf:predicate", Object::name(term(edge.relation)));
  link("rdf:object", edge.object);
  text("pg:status", name(edge.status));
  sink_.add("pg:confidence", Object::literal(confidence_text(edge.confidence), "xsd:decimal"));
  if (!edge.claimed_by.empty()) {
    link("pg:claimedBy", edge.claimed_by);
  }
  attributes(edge.attributes, edge_attributes);
  text("pg:rule", edge.evidence.rule);
  std::set<std::string> rules;
  for (const auto& step : edge.evidence.chain) {
    if (rules.insert(step.rule).second) {
      text("pg:resolvedBy", step.rule);
    }
  }
  date("pg:knownAt", edge.date);
  link("prov:wasDerivedFrom", edge.release);
  sink_.add("pg:evidence", Object::iri(iri("evidence/", edge.id)));
  evidence(edge);
  sink_.back();
}

void Statements::evidence(const StoredEdge& edge) {
  sink_.aside(iri("evidence/", edge.id));
  sink_.add("rdf:type", Object::name("oa:SpecificResource"));
  link("oa:hasSource", edge.release);
  sink_.add("oa:hasSelector", Object::iri(iri("quote/", edge.id)));
  sink_.add("oa:hasSelector", Object::iri(iri("position/", edge.id)));
  text("pg:field", name(edge.evidence.field));
  sink_.aside(iri("quote/", edge.id));
  sink_.add("rdf:type", Object::name("oa:TextQuoteSelector"));
  sink_.add("oa:exact", Object::literal(edge.sentence));
  sink_.aside(iri("position/", edge.id));
  sink_.add("rdf:type", Object::name("oa:TextPositionSelector"));
  std::array<char, 20> digits{};
  sink_.add("oa:start",
            Object::literal(decimal(edge.code_points.begin, digits), "xsd:nonNegativeInteger"));
  sink_.add("oa:end",
            Object::literal(decimal(edge.code_points.end, digits), "xsd:nonNegativeInteger"));
}

std::uint64_t write_statements(const Store& store, const Selection& selection,
                               std::string_view base, StatementSink& sink) {
  const SelectedGraph graph(store, selection, Sources::kept);
  Statements statements(base, sink);
  std::uint64_t nodes = 0;
  graph.each_node_with_edges(
      [&](const StoredNode& node) {
        const auto read = node.type == NodeType::release ? store.release(node.id) : std::nullopt;
        statements.node(node, read ? &*read : nullptr);
        ++nodes;
      },
      [&](const StoredEdge& edge) { statements.edge(edge); });
  statements.finish();
  return nodes;
}

}  // namespace pressgraph
