// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/readers/html_node.hpp"

namespace pressgraph {

/// Elements of a page, told by what stands in their tags: a small part of CSS's selectors.
/// Compounds of an element's name, ".class", "#id" and "[attribute=value]", each inside the one
/// before it: "main .node--press-release h1". Names of elements in lower case, all else as it is
/// written.
class HtmlSelector {
 public:
  /// Throws Error that quotes `text` where it is none.
  explicit HtmlSelector(std::string_view text);

  /// Whether `node` is one of them. Goes up the tree no further than it has to.
  [[nodiscard]] bool fits(const HtmlNode* node) const;

 private:
  struct Compound {
    std::string element;  ///< empty: any
    std::string id;       ///< the same
    std::vector<std::string> classes;
    std::vector<std::pair<std::string, std::string>> attributes;

    [[nodiscard]] bool fits(const HtmlNode* node) const;
  };

  static Compound compound_of(std::string_view text, std::string_view whole);

  std::vector<Compound> compounds_;  ///< the outermost first
};

}  // namespace pressgraph
