// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graph/model.hpp"
#include "importers/readers/reader.hpp"

/// What all readers do with what they found: dates, text, ids.
namespace pressgraph {

/// Valid UTF-8 without NUL and byte order mark; CRLF and CR become LF. What is no UTF-8 becomes
/// U+FFFD.
std::string clean_text(std::string_view bytes);

/// `text` as an ISO 8601 date or date-time: ISO prefixes stay as precise as they are, "16 October
/// 2017", "October 16, 2017" and RFC 822 dates become days. Empty where it is none of these.
std::string iso_date_in(std::string_view text);

/// Gives `release` its id where it has none (docs/design.md, Identity): from its URL, else from the
/// file's name and its text, and its topics without blanks.
void finish_release(Release& release, const std::string& path);

}  // namespace pressgraph
