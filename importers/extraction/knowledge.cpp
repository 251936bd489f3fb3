// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/knowledge.hpp"

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

}  // namespace pressgraph
