// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/knowledge.hpp"

#include <algorithm>
#include <utility>

namespace pressgraph {

Knowledge::Knowledge(std::span<const SchemaFile> files) : Knowledge(files, lexicons_of(files)) {}

Knowledge::Knowledge(std::span<const SchemaFile> files, Lexicons lexicons)
    : Lexicons(std::move(lexicons)), citations(files), boilerplate(files) {}

std::vector<WordSet> Knowledge::flags_of(std::span<const Token> tokens) const {
  std::vector<WordSet> all;
  all.reserve(tokens.size());
  for (const auto& token : tokens) {
    all.push_back(flags(token));
  }
  return all;
}

int Knowledge::body(std::string_view id) const {
  const auto found = std::ranges::find_if(things, [&](const NamedThing& thing) {
    return thing.type == NodeType::agency && thing.id == id;
  });
  return found == things.end() ? -1 : static_cast<int>(found - things.begin());
}

}  // namespace pressgraph
