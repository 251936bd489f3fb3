// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/tree.h>

#include "graph/model.hpp"

namespace pressgraph {

/// Fills title, dates, publisher, URL, language and topics from JSON-LD, then OpenGraph and other
/// `<meta>`, then `<time>`, `<title>` and `<h1>`: what is found first stays.
void read_html_metadata(const xmlNode* root, Release& release);

}  // namespace pressgraph
