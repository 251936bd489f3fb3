// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "importers/readers/html_names.hpp"

/// The tree of a page, whoever parsed it. Nodes belong to their HtmlDocument.
namespace pressgraph {

struct HtmlAttribute {
  const HtmlName* name = nullptr;
  std::string_view value;
  HtmlAttribute* next = nullptr;
};

struct HtmlNode {
  enum class Kind : std::uint8_t { element, text, raw, comment };  ///< raw: of <script>, <style>

  enum class Asked : std::uint8_t { not_yet, no, yes };

  Kind kind = Kind::element;
  mutable Asked frame = Asked::not_yet;  ///< what is_frame has answered
  mutable std::uint32_t prose = 0;       ///< bytes of running text below, once it is measured
  const HtmlName* name = nullptr;        ///< of an element alone
  std::string_view text;                 ///< of all others
  HtmlAttribute* attributes = nullptr;
  HtmlNode* parent = nullptr;
  HtmlNode* children = nullptr;  ///< the first
  HtmlNode* last = nullptr;      ///< of its children
  HtmlNode* next = nullptr;

  [[nodiscard]] bool is_element() const { return kind == Kind::element; }
  [[nodiscard]] bool is_text() const { return kind == Kind::text; }
};

/// The name of an element; empty for other nodes.
inline std::string_view element_name(const HtmlNode* node) {
  return node->name == nullptr ? std::string_view() : node->name->text;
}

/// The value of an attribute; empty where there is none.
inline std::string_view attribute_of(const HtmlNode* node, std::string_view name) {
  for (const auto* each = node->attributes; each != nullptr; each = each->next) {
    if (each->name->text == name) {
      return each->value;
    }
  }
  return {};
}

/// Walks the tree without recursion: `enter` says whether to go into a node, `leave` comes after
/// its children.
template <typename Enter, typename Leave>
void walk(const HtmlNode* root, Enter enter, Leave leave) {
  const HtmlNode* node = root;
  while (node != nullptr) {
    if (enter(node) && node->children != nullptr) {
      node = node->children;
      continue;
    }
    leave(node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(node);
    }
    if (node == root) {
      return;
    }
    node = node->next;
  }
}

}  // namespace pressgraph
