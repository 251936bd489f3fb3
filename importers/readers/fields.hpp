// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/model.hpp"
#include "importers/readers/reader.hpp"

/// What all readers do with what they found: dates, text, ids.
namespace pressgraph {

/// Valid UTF-8 without NUL and byte order mark; CRLF and CR become LF. What is no UTF-8 becomes
/// U+FFFD.
std::string clean_text(std::string_view bytes);

std::string lower_ascii(std::string_view text);

/// `text` as an ISO 8601 date or date-time, as precise as it is: ISO 8601 and its compact form,
/// "16 October 2017", "October 16, 2017", RFC 822, "2017/10/16", "16.10.2017". Empty where it is
/// none of these, or a day and a month that nobody can tell apart ("04/05/2017").
std::string iso_date_in(std::string_view text);

/// `link` with the host of `base`, where it has none; empty where neither has one.
std::string whole_link(const std::string& link, const std::string& base);

/// Whether `id` is one on its own site alone: a number, also "2017/12", or nothing.
bool is_number(std::string_view id);

/// Gives `release` its id where it has none (docs/design.md, Identity): from its URL, else from the
/// file's name, the `number` that it has there, if any, and its text; and its topics without
/// blanks.
void finish_release(Release& release, const std::string& path, std::string_view number = {});

}  // namespace pressgraph
