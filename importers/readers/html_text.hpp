// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/readers/html_node.hpp"
#include "importers/readers/html_selector.hpp"

namespace pressgraph {

/// How much text stands below `node`, links and frame aside, in bytes.
std::size_t text_length(const HtmlNode* node);

/// The text of an element with its blocks as lines, its frame and what `drop` fits left out:
/// paragraphs apart by an empty line, "- " before items, " | " between cells, "> " nowhere.
std::string text_of_element(const HtmlNode* root, const std::vector<HtmlSelector>& drop = {});

/// The text of a piece of HTML such as a feed's `content`, in the form in which text is stored.
std::string text_of_html(std::string_view html);

/// `text_of_html` where `text` has HTML's tags or character references, else `text`, in the form in
/// which text is stored. Where no tag parts paragraphs, its lines do.
std::string text_of_markup(std::string_view text);

/// One line without tags: a title.
std::string line_of_markup(std::string_view text);

}  // namespace pressgraph
