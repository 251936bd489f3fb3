// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/phrases.hpp"
#include "importers/extraction/vocabulary.hpp"

namespace pressgraph {

/// Gives names the possessive ending back whose apostrophe a publisher lost: "the Justice
/// Departments Civil Rights Division" is cut as "the Justice Department's" is. The bytes stay as
/// they are; one token becomes two. Linear in the number of tokens.
void restore_possessives(Document& document, const Vocabulary& vocabulary,
                         const PhraseTrie& phrases);

}  // namespace pressgraph
