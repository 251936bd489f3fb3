// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "graph/model.hpp"
#include "importers/readers/html_layouts.hpp"
#include "importers/readers/html_node.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {

/// Fills title, dates, publisher, URL, language and topics from JSON-LD, then OpenGraph, Dublin
/// Core, microdata and other `<meta>`, then what `parts` gives, headings, `<time>` and the URL:
/// what is found first stays. Tells `explain`, where there is one, of each value.
void read_html_metadata(const HtmlNode* root, const PageParts& parts, Release& release,
                        const Explain& explain);

/// Where the page says that it is: its canonical link, else OpenGraph's, else `otherwise`.
std::string url_of_page(const HtmlNode* root, const std::string& otherwise);

}  // namespace pressgraph
