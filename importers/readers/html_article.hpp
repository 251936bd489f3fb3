// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "importers/readers/html_node.hpp"

/// Where the article of a page stands whose layout is not known. The page's frame must be settled.
namespace pressgraph {

/// The innermost element that holds most running text of what is around it, or the <article> around
/// it or beside it that holds a good part of it; null where the page has no running text.
const HtmlNode* find_article(const HtmlNode* root);

/// The paragraphs between the page's <h1> and the first of `article` that are no part of it: many
/// layouts have the summary of a release in a box of its own.
std::vector<const HtmlNode*> find_lead(const HtmlNode* root,
                                       const std::vector<const HtmlNode*>& article);

}  // namespace pressgraph
