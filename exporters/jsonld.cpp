// SPDX-License-Identifier: Apache-2.0
#include "exporters/jsonld.hpp"

#include <algorithm>
#include <array>

#include "exporters/hand_on.hpp"
#include "exporters/json.hpp"
#include "exporters/terms.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_beside = std::size_t{1} << 20U;

/// What the context says of the values of a property: a value of this kind is a plain string.
struct Coercion {
  std::string_view property;
  std::string_view type;  ///< "@id", or a datatype
};

constexpr std::array<Coercion, 19> coercions{{
    {"cito:cites", "@id"},
    {"oa:end", "xsd:nonNegativeInteger"},
    {"oa:hasSelector", "@id"},
    {"oa:hasSource", "@id"},
    {"oa:start", "xsd:nonNegativeInteger"},
    {"org:holds", "@id"},
    {"org:postIn", "@id"},
    {"org:subOrganizationOf", "@id"},
    {"pg:claimedBy", "@id"},
    {"pg:confidence", "xsd:decimal"},
    {"pg:evidence", "@id"},
    {"pg:releaseCount", "xsd:integer"},
    {"prov:actedOnBehalfOf", "@id"},
    {"prov:wasAttributedTo", "@id"},
    {"prov:wasDerivedFrom", "@id"},
    {"rdf:object", "@id"},
    {"rdf:predicate", "@id"},
    {"rdf:subject", "@id"},
    {"schema:mentions", "@id"},
}};

std::string_view coercion_of(std::string_view property) {
  const auto* const found = std::ranges::find(coercions, property, &Coercion::property);
  if (found != coercions.end()) {
    return found->type;
  }
  return std::ranges::find(relation_terms, property) != relation_terms.end() ? "@id" : "";
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  append_json(out, name);
  out += ':';
  append_json(out, value);
}

void append_coercion(std::string& out, std::string_view property, std::string_view type) {
  out += ",\n    ";
  append_json(out, property);
  out += ": {";
  append_member(out, "@type", type);
  out += '}';
}

/// A resource as a string: a prefixed name as it is, an IRI without what JSON would escape.
void append_resource(std::string& out, const Object& object) {
  out += '"';
  if (object.kind == Object::Kind::name) {
    out += object.value;
  } else {
    append_iri(out, object.value);
  }
  out += '"';
}

void append_value(std::string& out, std::string_view predicate, const Object& object) {
  const auto coercion = coercion_of(predicate);
  if (object.kind != Object::Kind::literal) {
    const bool plain = coercion == "@id" || predicate == "rdf:type";
    out += plain ? "" : R"({"@id":)";
    append_resource(out, object);
    out += plain ? "" : "}";
    return;
  }
  const auto text = without_noncharacters(object.value);
  if (object.datatype == coercion) {
    append_json(out, text);
    return;
  }
  out += '{';
  append_member(out, "@value", text);
  if (!object.datatype.empty()) {
    out += ',';
    append_member(out, "@type", object.datatype);
  }
  out += '}';
}

}  // namespace

std::string jsonld_context() {
  std::string text = "{";
  for (const auto& prefix : prefixes) {
    text += text.size() == 1 ? "\n    " : ",\n    ";
    append_member(text, prefix.name, prefix.iri);
  }
  for (const auto& row : coercions) {
    append_coercion(text, row.property, row.type);
  }
  for (const auto property : relation_terms) {
    append_coercion(text, property, "@id");
  }
  return text + "\n  }";
}

void JsonLdSink::Objects::begin(std::string_view of) {
  end();
  iri = of;
}

void JsonLdSink::Objects::end() {
  if (!members.empty()) {
    text += "]}";
    members.clear();
  }
}

JsonLdSink::JsonLdSink(std::ostream& out) : out_(out) {
  const auto head = "{\n  \"@context\": " + jsonld_context() + ",\n  \"@graph\": [";
  out_.write(head.data(), static_cast<std::streamsize>(head.size()));
}

void JsonLdSink::subject(std::string_view iri) {
  merge();
  main_.iri = iri;
  aside_ = false;
}

void JsonLdSink::aside(std::string_view iri) {
  aside_ = true;
  beside_.begin(iri);
}

void JsonLdSink::back() {
  aside_ = false;
  if (beside_.text.size() > most_beside) {
    merge();
  }
}

void JsonLdSink::add(std::string_view predicate, const Object& object) {
  auto& objects = aside_ ? beside_ : main_;
  auto& members = objects.members;
  if (!members.empty() && members.back() == predicate) {
    objects.text += ',';
    append_value(objects.text, predicate, object);
    return;
  }
  if (std::ranges::find(members, predicate) != members.end()) {
    objects.end();  // a name may stand once in an object
  }
  if (members.empty()) {
    objects.text += ",\n{\"@id\":";
    append_resource(objects.text, Object::iri(objects.iri));
  } else {
    objects.text += ']';
  }
  members.push_back(predicate);
  objects.text += ',';
  append_json(objects.text, predicate == "rdf:type" ? "@type" : predicate);
  objects.text += ":[";
  append_value(objects.text, predicate, object);
  flush(most_buffered);
}

void JsonLdSink::finish() {
  merge();
  main_.text += "\n]}\n";
  flush(0);
}

/// Ends the open objects and puts what stood beside after them.
void JsonLdSink::merge() {
  main_.end();
  beside_.end();
  flush(most_buffered);
  main_.text += beside_.text;
  beside_.text.clear();
}

void JsonLdSink::flush(std::size_t kept) {
  if (main_.text.size() <= kept) {
    return;
  }
  const std::size_t comma = is_first_ && main_.text.front() == ',' ? 1 : 0;
  is_first_ = false;
  out_.write(main_.text.data() + comma, static_cast<std::streamsize>(main_.text.size() - comma));
  main_.text.clear();
}

}  // namespace pressgraph
