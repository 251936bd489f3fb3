// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/readers/html_node.hpp"

/// What of a page is its frame: menus, footers, share buttons, cookie notes, teasers of others. And
/// where its running text stands, which is told by what is no frame, and tells it.
namespace pressgraph {

/// Whether `node` belongs to the frame: as settle_frame found, else by its element, class, id or
/// role.
bool is_frame(const HtmlNode* node);

/// Whether it is a frame that titles stand in, those of pages and those of articles.
bool is_header(const HtmlNode* node);

/// Whether a paragraph may stand in the element `node`: text that it holds beside links is running
/// text.
bool is_block(const HtmlNode* node);

/// Settles for a whole page which elements are its frame, and the `prose` of each. What is named
/// like a frame and yet holds half of all running text is none (themes call the page itself
/// "has-sidebar" or "header-style-2"); rows of teasers, and blocks that are links, are frames
/// whatever their name.
void settle_frame(const HtmlNode* root);

}  // namespace pressgraph
