// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <map>

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
  const auto* const id = value.member("@id");
  const auto* const text = value.member("@value");
  const auto* const type = value.member("@type");
  const std::size_t known = (id != nullptr ? 1U : 0U) + (text != nullptr ? 1U : 0U) +
                            (text != nullptr && type != nullptr ? 1U : 0U);
  if (known == 0 || known != value.members.size() || (id != nullptr && text != nullptr)) {
    throw Error("a value of " + quoted(property) +
                " that is no text, no '@id' and no '@value' with its '@type'");
  }
  if (id != nullptr) {
    line.iri(context.expanded(id->text));
  } else {
    line.literal(text->text, type == nullptr ? "" : context.expanded(type->text), "");
  }
}

void read_node(const Context& context, const Json& node, const TakeItem& take) {
  const auto* const id = node.member("@id");
  if (!context.is_read() || id == nullptr) {
    throw Error(context.is_read() ? "a node object without '@id'"
                                  : "node objects before the context");
  }
  StatementLine line;
  for (const auto& [property, value] : node.members) {
    if (property == "@id") {
      continue;
    }
    const bool is_one = value.kind != Json::Kind::array;
    for (std::size_t at = 0; at < (is_one ? 1 : value.elements.size()); ++at) {
      line.iri(context.expanded(id->text));
      line.iri(property == "@type" ? std::string(rdf_type) : context.expanded(property));
      append_value(context, property, is_one ? value : value.elements[at], line);
      take(line.done());
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
