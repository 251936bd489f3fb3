// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_mended_page.hpp"

#include <limits>

#include <libxml/HTMLparser.h>

#include "importers/readers/xml_text.hpp"

namespace pressgraph {
namespace {

HtmlNode::Kind kind_of(const xmlNode* node) {
  switch (static_cast<int>(node->type)) {
    case XML_ELEMENT_NODE:
      return HtmlNode::Kind::element;
    case XML_TEXT_NODE:
      return HtmlNode::Kind::text;
    case XML_CDATA_SECTION_NODE:
      return HtmlNode::Kind::raw;
    default:
      return HtmlNode::Kind::comment;  // or a processing instruction: nothing that is read
  }
}

}  // namespace

MendedPage::MendedPage(std::string_view utf8) {
  if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return;
  }
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD;
  document_.reset(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
  const auto* top = document_ == nullptr ? nullptr : xmlDocGetRootElement(document_.get());
  if (top == nullptr) {
    return;
  }
  auto* made = root_ = node_of(top, nullptr);
  for (const auto* node = top;;) {
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
    } else {
      while (node != top && node->next == nullptr) {
        node = node->parent;
        made = made->parent;
      }
      if (node == top) {
        return;
      }
      node = node->next;
      made = made->parent;
    }
    made = node_of(node, made);
  }
}

HtmlNode* MendedPage::node_of(const xmlNode* node, HtmlNode* parent) {
  auto* made = nodes_.add(kind_of(node), parent);
  if (!made->is_element()) {
    made->text = view(node->content);
    return made;
  }
  made->name = nodes_.name(view(node->name));
  HtmlAttribute* last = nullptr;
  for (const auto* each = node->properties; each != nullptr; each = each->next) {
    auto* attribute = nodes_.add_attribute(nodes_.name(view(each->name)));
    attribute->value = each->children == nullptr ? "" : view(each->children->content);
    (last == nullptr ? made->attributes : last->next) = attribute;
    last = attribute;
  }
  return made;
}

}  // namespace pressgraph
