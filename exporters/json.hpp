// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// Appends `text` as a JSON string, with its quotes; UTF-8 stays as it is.
void append_json(std::string& out, std::string_view text);

/// The same without the quotation marks.
void append_json_inside(std::string& out, std::string_view text);

}  // namespace pressgraph
