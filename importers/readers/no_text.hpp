// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// What `bytes`, which no format claims, are where they are no text: "binary data (PNG)", "a script
/// or a style sheet", "a drawing (SVG)". Empty where they may be text, in whatever encoding.
std::string what_is_no_text(std::string_view bytes);

}  // namespace pressgraph
