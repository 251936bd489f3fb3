// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/lexicons.hpp"

namespace pressgraph {

/// Fills `words` with the numbers that `vocabulary` has for the words the engine asks for itself;
/// adds those that no schema names.
void number_known_words(KnownWords& words, Vocabulary& vocabulary);

}  // namespace pressgraph
