// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/schemas.hpp"

namespace pressgraph {

/// Holds a lexicon that the user supplies to what its file may say: which tables, which fields, of
/// which kind, and no entry without what it needs. A wrong line would else be passed over in
/// silence. Throws Error that names file, line, what is wrong and what was expected; nothing for a
/// file of another name.
void check_lexicon(const SchemaFile& file);

}  // namespace pressgraph
