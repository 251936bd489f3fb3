// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <map>
#include <span>

#include "exporters/verification/json_file.hpp"
#include "exporters/verification/json_values.hpp"
#include "exporters/verification/rdf_file.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

/// What a context says: prefixes, and the type of the plain strings of a property.
class Context {
 public:
  void read(const Json& context) {
    for (const auto& [name, value] : context.members) {
      const auto* const type = value.member("@type");
      if (value.kind == Json::Kind::string) {
        prefixes_[name] = value.text;
      } else if (type != nullptr && value.members.size() == 1) {
        types_[name] = type->text;
      } else {
        throw Error("the context says of " + quoted(name) +
                    " more than a type, which is not read here");
      }
    }
    is_read_ = true;
  }

  [[nodiscard]] bool is_read() const { return is_read_; }

  /// The IRI of a prefixed name; what has no prefix of the context is an IRI already.
  [[nodiscard]] std::string expanded(std::string_view name) const {
    const auto colon = name.find(':');
    const auto found = prefixes_.find(name.substr(0, colon));
    if (colon == std::string_view::npos || found == prefixes_.end() ||
        name.substr(colon + 1).starts_with("//")) {
      return std::string(name);
    }
    return found->second + std::string(name.substr(colon + 1));
  }

  /// "@id", a datatype, or nothing.
  [[nodiscard]] std::string_view type_of(const std::string& property) const {
    const auto found = types_.find(property);
    return found == types_.end() ? std::string_view() : found->second;
  }

 private:
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::map<std::string, std::string, std::less<>> types_;
  bool is_read_ = false;
};

/// A value that is an object: `{"@id": ...}` or `{"@value": ..., "@type": ...}`.
void append_object(const Context& context, const std::string& property, const Json& value,
                   StatementLine& line) {
  const auto* const id = value.member("@id");
  if (id != nullptr && value.members.size() == 1) {
    line.iri(context.expanded(id->text));
    return;
  }
  const auto* const text = value.member("@value");
  const auto* const type = value.member("@type");
  const std::size_t known = type == nullptr ? 1 : 2;
  if (text == nullptr || value.members.size() != known) {
    throw Error("a value of " + quoted(property) +
                " that is no text, no '@id' and no '@value' with its '@type'");
  }
  line.literal(text->text, type == nullptr ? "" : context.expanded(type->text), "");
}

/// One value of `property` of one node object.
void append_value(const Context& context, const std::string& property, const Json& value,
                  StatementLine& line) {
  if (value.kind == Json::Kind::string) {
    const auto type = property == "@type" ? "@id" : context.type_of(property);
    if (type == "@id") {
      line.iri(context.expanded(value.text));
    } else {
      line.literal(value.text, type.empty() ? "" : context.expanded(type), "");
    }
    return;
  }
  append_object(context, property, value, line);
}

void read_property(const Context& context, const std::string& id, const std::string& property,
                   const Json& value, const TakeItem& take) {
  const std::span<const Json> values =
      value.kind == Json::Kind::array ? std::span(value.elements) : std::span(&value, 1);
  StatementLine line;
  for (const auto& one : values) {
    line.iri(context.expanded(id));
    line.iri(property == "@type" ? std::string(rdf_type) : context.expanded(property));
    append_value(context, property, one, line);
    take(line.done());
  }
}

void read_node(const Context& context, const Json& node, const TakeItem& take) {
  const auto* const id = node.member("@id");
  if (!context.is_read()) {
    throw Error("node objects before the context");
  }
  if (id == nullptr) {
    throw Error("a node object without '@id'");
  }
  for (const auto& [property, value] : node.members) {
    if (property != "@id") {
      read_property(context, id->text, property, value, take);
    }
  }
}

}  // namespace

void read_jsonld(std::istream& in, const TakeItem& take) {
  constexpr std::array<std::string_view, 2> paths{"@context", "@graph/*"};
  Context context;
  each_json_value(in, paths, [&](std::string_view path, const Json& value) {
    if (path == "@context") {
      context.read(value);
    } else {
      read_node(context, value, take);
    }
  });
}

}  // namespace pressgraph
