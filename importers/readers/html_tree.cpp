// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_tree.hpp"

#include <limits>

#include <libxml/HTMLparser.h>

#include "importers/readers/fields.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t where_charsets_stand = 4096;

bool ends_name(char c) {
  return c == '"' || c == '\'' || c == ' ' || c == ';' || c == '>' || c == '/';
}

}  // namespace

HtmlDocument parse_html(std::string_view utf8) {
  auto tidy = TidyPage::parse(utf8);
  return tidy != nullptr ? HtmlDocument(std::move(tidy)) : mended_html(utf8);
}

HtmlDocument mended_html(std::string_view utf8) {
  if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return HtmlDocument(static_cast<xmlDoc*>(nullptr));
  }
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD;
  return HtmlDocument(
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
}

std::string charset_of_page(std::string_view bytes) {
  const auto head = lower_ascii(bytes.substr(0, where_charsets_stand));
  for (auto at = head.find("charset="); at != std::string::npos;
       at = head.find("charset=", at + 1)) {
    const auto tag = head.rfind('<', at);
    if (tag == std::string::npos || !std::string_view(head).substr(tag).starts_with("<meta")) {
      continue;
    }
    auto begin = at + 8;
    begin += head.substr(begin, 1) == "\"" || head.substr(begin, 1) == "'" ? 1U : 0U;
    auto end = begin;
    while (end < head.size() && !ends_name(head[end])) {
      ++end;
    }
    return head.substr(begin, end - begin);
  }
  return {};
}

std::string_view attribute_of(const xmlNode* node, std::string_view name) {
  for (const auto* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (is_called(attribute->name, name) && attribute->children != nullptr) {
      return view(attribute->children->content);
    }
  }
  return {};
}

}  // namespace pressgraph
