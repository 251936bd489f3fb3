// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "importers/extraction/analysis.hpp"

namespace pressgraph {

/// What the text calls the post whose words are `position`, for one holder: "Assistant Attorney" of
/// "Assistant Attorneys Roe and Doe", the holder's own title beside a mere affiliation. Empty where
/// it has no name: "served in the Senate".
std::string position_text(const Analysis& analysis, const PostMention& post, Range position);

/// The post behind the word `lead`, which stands at token `i`, and an article; empty where `lead`
/// does not stand there or none follows. `lead` is a number of the Vocabulary.
std::string title_after(const Analysis& analysis, std::uint32_t i, std::uint32_t lead);

}  // namespace pressgraph
