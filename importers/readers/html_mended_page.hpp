// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include <libxml/tree.h>

#include "importers/readers/html_nodes.hpp"

namespace pressgraph {

/// A page that libxml2 parsed, which makes a tree of whatever it is given.
class MendedPage {
 public:
  explicit MendedPage(std::string_view utf8);

  /// Null where it holds no element.
  [[nodiscard]] const HtmlNode* root() const { return root_; }

 private:
  HtmlNode* node_of(const xmlNode* node, HtmlNode* parent);

  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  std::unique_ptr<xmlDoc, Free> document_;  ///< which the nodes' texts stay in
  HtmlNodes nodes_;
  HtmlNode* root_ = nullptr;
};

}  // namespace pressgraph
