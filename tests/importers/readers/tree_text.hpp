// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "importers/readers/html_tree.hpp"

namespace pressgraph {

/// All of the tree below `root` that a reader of pages may look at, for comparisons.
inline std::string tree_text(const HtmlNode* root) {
  std::string text;
  walk(
      root,
      [&](const HtmlNode* node) {
        text += '\n' + std::to_string(static_cast<int>(node->kind)) + ' ';
        text += node->text;
        text += element_name(node);
        for (const auto* each = node->attributes; each != nullptr; each = each->next) {
          text.append(" ").append(each->name->text).append("=").append(each->value);
        }
        return node->is_element();
      },
      [&](const HtmlNode* node) { text += node->is_element() ? "\n/" : ""; });
  return text;
}

}  // namespace pressgraph
