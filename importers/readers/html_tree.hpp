// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "importers/readers/html_node.hpp"

namespace pressgraph {

class TidyPage;
class MendedPage;

/// A page: no network, no external entities, what is nested deeper than libxml2 bears left out.
class HtmlDocument {
 public:
  HtmlDocument(std::unique_ptr<TidyPage> tidy, std::unique_ptr<MendedPage> mended);
  HtmlDocument(HtmlDocument&& other) noexcept;
  HtmlDocument& operator=(HtmlDocument&& other) noexcept;
  HtmlDocument(const HtmlDocument&) = delete;
  HtmlDocument& operator=(const HtmlDocument&) = delete;
  ~HtmlDocument();

  /// The root element, or null.
  [[nodiscard]] const HtmlNode* root() const;

 private:
  std::unique_ptr<TidyPage> tidy_;  // one of the two
  std::unique_ptr<MendedPage> mended_;
};

/// `utf8` as a page, by TidyPage where it can and else by libxml2; without a root where it holds no
/// element.
HtmlDocument parse_html(std::string_view utf8);

/// The same by libxml2 alone, for the tests.
HtmlDocument mended_html(std::string_view utf8);

/// The encoding that a `<meta>` near the start of `bytes` names; empty where none does.
std::string charset_of_page(std::string_view bytes);

}  // namespace pressgraph
