// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "importers/readers/html_tree.hpp"

namespace pressgraph {

/// All of the tree below `root` that a reader of pages may look at, for comparisons.
inline std::string tree_text(const xmlNode* root) {
  std::string text;
  walk(
      root,
      [&](const xmlNode* node) {
        text += '\n' + std::to_string(node->type) + ' ';
        if (node->type != XML_ELEMENT_NODE) {
          text += view(node->content);
          return false;
        }
        text += view(node->name);
        for (const auto* each = node->properties; each != nullptr; each = each->next) {
          text.append(" ").append(view(each->name));
          if (each->children != nullptr) {
            text.append("=").append(view(each->children->content));
          }
        }
        return true;
      },
      [&](const xmlNode* node) { text += node->type == XML_ELEMENT_NODE ? "\n/" : ""; });
  return text;
}

}  // namespace pressgraph
