// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libxml/tree.h>

#include "importers/readers/html_names.hpp"

namespace pressgraph {

/// A page that was parsed in its own text. Its nodes are as libxml2 has them, but belong to this
/// object and point into it: nothing of libxml2 may free or change them.
class TidyPage {
 public:
  /// `utf8` some ten times as fast as libxml2 parses it, and as the same tree but for the DOCTYPE.
  /// Null where that cannot be promised: of what only few pages have, libxml2 makes sense itself.
  static std::unique_ptr<TidyPage> parse(std::string_view utf8);

  [[nodiscard]] const xmlNode* root() const { return root_; }

 private:
  friend class TidyParser;

  explicit TidyPage(std::string_view utf8) : text_(utf8) {}

  std::string text_;
  std::vector<std::unique_ptr<xmlNode[]>> nodes_;       // NOLINT(modernize-avoid-c-arrays)
  std::vector<std::unique_ptr<xmlAttr[]>> attributes_;  // NOLINT(modernize-avoid-c-arrays)
  std::deque<std::string> others_;  ///< names that are not known, values that others follow at once
  std::deque<HtmlName> names_;      ///< those that are not known
  xmlNode* root_ = nullptr;
};

}  // namespace pressgraph
