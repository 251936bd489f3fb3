// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <libxml/tree.h>

#include "importers/readers/html_tidy_page.hpp"

/// A page as libxml2's tree: no network, no external entities, what is nested deeper than it bears
/// left out.
namespace pressgraph {

/// A page's tree, by TidyPage where it can and else by libxml2.
class HtmlDocument {
 public:
  explicit HtmlDocument(std::unique_ptr<TidyPage> tidy) : tidy_(std::move(tidy)) {}
  explicit HtmlDocument(xmlDoc* mended) : mended_(mended) {}

  /// The root element, or null.
  [[nodiscard]] const xmlNode* root() const {
    if (tidy_ != nullptr) {
      return tidy_->root();
    }
    return mended_ == nullptr ? nullptr : xmlDocGetRootElement(mended_.get());
  }

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };

  std::unique_ptr<TidyPage> tidy_;
  std::unique_ptr<xmlDoc, Free> mended_;
};

/// `utf8` as a page; without a root where it holds no element.
HtmlDocument parse_html(std::string_view utf8);

/// The same by libxml2 alone, for the tests.
HtmlDocument mended_html(std::string_view utf8);

/// The encoding that a `<meta>` near the start of `bytes` names; empty where none does.
std::string charset_of_page(std::string_view bytes);

inline std::string_view view(const xmlChar* text) {
  // libxml2 counts characters as unsigned bytes; the cast is between character types.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

inline std::string_view view(const xmlChar* text, std::ptrdiff_t length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)};
}

inline std::string_view element_name(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view();
}

/// Whether a name is `wanted`; most differ in their first letter.
inline bool is_called(const xmlChar* name, std::string_view wanted) {
  std::size_t at = 0;
  while (at < wanted.size() && name[at] == static_cast<xmlChar>(wanted[at])) {
    ++at;
  }
  return at == wanted.size() && name[at] == 0;
}

/// The value of an attribute; empty where there is none.
std::string_view attribute_of(const xmlNode* node, std::string_view name);

/// Walks the tree without recursion: `enter` says whether to go into a node, `leave` comes after
/// its children.
template <typename Enter, typename Leave>
void walk(const xmlNode* root, Enter enter, Leave leave) {
  const xmlNode* node = root;
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
