// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// What the RDF writers share: the vocabularies' names and the stream of statements that each
/// format writes down in its own way.
namespace pressgraph {

struct Prefix {
  std::string_view name;
  std::string_view iri;
};

constexpr std::string_view ontology_iri = "https://w3id.org/pressgraph/ns#";

/// In the order that files declare them.
constexpr std::array<Prefix, 15> prefixes{{
    {"pg", ontology_iri},
    {"cito", "http://purl.org/spar/cito/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"eli", "http://data.europa.eu/eli/ontology#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "https://schema.org/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"void", "http://rdfs.org/ns/void#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

/// The whole IRI of a prefixed name. REQUIRES: its prefix is in the table.
std::string expand(std::string_view name);

/// The object of a statement. Views what it was made from.
struct Object {
  enum class Kind : std::uint8_t { name, iri, literal };

  Kind kind;
  std::string_view value;     ///< a prefixed name, a whole IRI, or the literal's text
  std::string_view datatype;  ///< a prefixed name; empty for a plain literal

  static Object name(std::string_view name) { return {Kind::name, name, {}}; }
  static Object iri(std::string_view iri) { return {Kind::iri, iri, {}}; }
  static Object literal(std::string_view text, std::string_view datatype = {}) {
    return {Kind::literal, text, datatype};
  }
};

/// Takes statements in the order they are made. IRIs may hold characters that an IRI may not: sinks
/// pass them through `append_iri`.
class StatementSink {
 public:
  StatementSink() = default;
  StatementSink(const StatementSink&) = delete;
  StatementSink& operator=(const StatementSink&) = delete;
  StatementSink(StatementSink&&) = delete;
  StatementSink& operator=(StatementSink&&) = delete;
  virtual ~StatementSink() = default;

  /// What follows is about `iri`.
  virtual void subject(std::string_view iri) = 0;

  /// What follows is about `iri`, until `back` returns to the subject: for a sink that keeps a
  /// subject's own statements together.
  virtual void aside(std::string_view iri) = 0;
  virtual void back() = 0;

  /// True for a sink that takes statements about statements: RDF-star.
  [[nodiscard]] virtual bool has_quoted_triples() const { return false; }

  /// What follows is about the triple of `iri`, `predicate` and the resource `object`, until
  /// `back`. Called only where `has_quoted_triples`.
  virtual void aside_quoted(std::string_view iri, std::string_view predicate,
                            std::string_view object);

  /// `predicate` is a prefixed name that lives as long as the program.
  virtual void add(std::string_view predicate, const Object& object) = 0;

  /// True for a sink that keeps what each release says in a graph of its own.
  [[nodiscard]] virtual bool has_graphs() const { return false; }

  /// What follows is said in the graph `iri`; empty: in the default graph. Called between subjects,
  /// or before `aside` and after `back`, and only where `has_graphs`.
  virtual void graph(std::string_view iri);
};

/// Appends `iri` with every character that RFC 3987 forbids percent-encoded, and a lone % too.
void append_iri(std::string& out, std::string_view iri);

/// True for text that begins with a scheme, and an authority, if any, that readers of IRIs take:
/// what may stand as an IRI without a base.
bool is_absolute_iri(std::string_view text);

/// The datatype of an ISO 8601 date as precise as it is ("xsd:date", "xsd:gYear", ...); empty for
/// text that is none.
std::string_view date_type(std::string_view text);

}  // namespace pressgraph
