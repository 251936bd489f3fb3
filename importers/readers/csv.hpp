// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// What a first line "sep=;", for spreadsheets alone, tells; NUL where `line` is no such.
char told_delimiter(std::string_view line);

/// What separates the columns of a header: comma, semicolon, tab or bar, whichever stands there
/// most.
char delimiter_of(std::string_view header);

/// The values of one row (RFC 4180), their quotation marks off.
std::vector<std::string> columns_of(std::string_view row, char delimiter);

}  // namespace pressgraph
