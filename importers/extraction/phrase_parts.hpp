// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "importers/extraction/analysis.hpp"

/// What capitalised noun phrases are made of: cores, heads and complements.
namespace pressgraph {

/// What a word makes of the phrase that it heads.
struct HeadWord {
  NodeType type = NodeType::agency;
  bool weak = false;  ///< too common to make a name with common words alone
};

std::optional<HeadWord> head_at(const Analysis& analysis, std::uint32_t i);

/// "and", "&".
bool is_and(const Analysis& analysis, std::uint32_t i);

/// The last word of `core` that is a head.
std::optional<std::uint32_t> head_of(const Analysis& analysis, Range core);

/// Whether the token at `i` can stand in the capitalised run of a name.
bool in_core(const Analysis& analysis, std::uint32_t i);

/// One past what follows the phrase that ends at `last`, headed at `head`, and belongs to it: "of
/// X", "for Y and Z", "in Quito". REQUIRES: `last` is one past the head.
std::uint32_t with_complements(const Analysis& analysis, std::uint32_t last, std::uint32_t end,
                               NodeType type);

}  // namespace pressgraph
