// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include "graph/model.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {

/// Fills title, dates, publisher, URL, language and topics from JSON-LD, then OpenGraph, Dublin
/// Core, microdata and other `<meta>`, then headings, `<time>`, known layouts and the URL: what is
/// found first stays. Tells `explain`, where there is one, of each value.
void read_html_metadata(const xmlNode* root, Release& release, const Explain& explain);

}  // namespace pressgraph
