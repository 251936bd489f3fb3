// SPDX-License-Identifier: Apache-2.0
#include "exporters/void_description.hpp"

#include "exporters/turtle.hpp"

namespace pressgraph {
namespace {

std::string integer(std::uint64_t value) {
  return "\"" + std::to_string(value) + "\"^^xsd:integer";
}

/// An IRI, appended to.
std::string resource(std::string_view base, std::string_view rest) {
  std::string text = "<";
  append_iri(text, std::string(base) + std::string(rest));
  return text + ">";
}

/// A part's own IRI: "void/class/pg.Release".
std::string part_of(std::string_view base, std::string_view kind, std::string_view name) {
  std::string local(name);
  local.at(local.find(':')) = '.';
  return resource(base, "void/" + std::string(kind) + "/" + local);
}

}  // namespace

void VoidDescription::add(std::string_view predicate, const Object& object) {
  ++triples_;
  ++properties_[predicate];
  if (predicate != "rdf:type") {
    return;
  }
  if (example_.empty()) {
    example_ = subject_;
  }
  const auto known = classes_.find(object.value);
  if (known == classes_.end()) {
    classes_.emplace(object.value, 1);
  } else {
    ++known->second;
  }
}

void VoidDescription::write(std::string_view base, std::ostream& out) const {
  std::set<std::string_view> used;
  std::string text = prefix_declarations() + "\n" + resource(base, "void");
  std::string parts;
  text += "\n  a void:Dataset ;\n  dcterms:title \"Press releases as a graph, by pressgraph\" ;\n";
  text += "  void:uriSpace ";
  append_string(text, base);
  text += " ;\n  void:triples " + integer(triples_);
  if (!example_.empty()) {
    text += " ;\n  void:exampleResource " + resource(example_, "");
  }
  for (const auto& [name, count] : classes_) {
    used.insert(std::string_view(name).substr(0, name.find(':')));
    text += " ;\n  void:classPartition " + part_of(base, "class", name);
    parts += part_of(base, "class", name) + " void:class " + name + " ; void:entities " +
             integer(count) + " .\n";
  }
  for (const auto& [name, count] : properties_) {
    used.insert(name.substr(0, name.find(':')));
    text += " ;\n  void:propertyPartition " + part_of(base, "property", name);
    parts += part_of(base, "property", name) + " void:property " + std::string(name) +
             " ; void:triples " + integer(count) + " .\n";
  }
  for (const auto prefix : used) {
    text += " ;\n  void:vocabulary " + resource(expand(std::string(prefix) + ":"), "");
  }
  out << text << " .\n\n" << parts;
}

}  // namespace pressgraph
