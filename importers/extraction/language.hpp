// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// The language that `text` is written in as BCP 47 ("en", "pt", "zh-Hant"), told from its words;
/// empty where it is too short or too mixed to tell. REQUIRES: `text` is UTF-8.
std::string language_of(std::string_view text);

/// Whether extraction reads the language: English, or one that could not be told.
bool is_read(std::string_view language);

}  // namespace pressgraph
