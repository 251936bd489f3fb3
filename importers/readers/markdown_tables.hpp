// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// `markdown` with its tables (GitHub's: rows of "|" below a row of "---") as HTML, which cmark
/// lets pass: it knows no tables, and makes one line of them.
std::string with_tables_as_html(std::string_view markdown);

}  // namespace pressgraph
