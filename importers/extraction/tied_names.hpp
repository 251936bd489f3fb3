// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/phrases.hpp"
#include "importers/extraction/vocabulary.hpp"

namespace pressgraph {

/// Cuts a word that ties two names of the lexicons, "EU-Ukraine" of "EU-Ukraine Summit", into the
/// two and the dash, as "U.S.-Norway" is cut already. A word that is a name itself stays:
/// "Timor-Leste". The bytes stay as they are. Linear in the number of tokens.
void split_tied_names(Document& document, const Vocabulary& vocabulary, const PhraseTrie& phrases);

}  // namespace pressgraph
