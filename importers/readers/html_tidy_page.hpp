// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "importers/readers/html_nodes.hpp"

namespace pressgraph {

/// A page that was parsed in its own text, which its nodes point into.
class TidyPage {
 public:
  /// `utf8` some ten times as fast as libxml2 parses it, and as the same tree but for the DOCTYPE.
  /// Null where that cannot be promised: of what only few pages have, libxml2 makes sense itself.
  static std::unique_ptr<TidyPage> parse(std::string_view utf8);

  [[nodiscard]] const HtmlNode* root() const { return root_; }

 private:
  friend class TidyParser;

  explicit TidyPage(std::string_view utf8) : text_(utf8) {}

  std::string text_;
  HtmlNodes nodes_;
  HtmlNode* root_ = nullptr;
};

}  // namespace pressgraph
