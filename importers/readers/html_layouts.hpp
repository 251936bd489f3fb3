// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/readers/html_node.hpp"
#include "importers/readers/html_selector.hpp"

namespace pressgraph {

/// How the pages of a site, or of a theme that many sites use, are laid out.
struct HtmlLayout {
  std::string name;
  std::vector<std::string> sites;     ///< hosts, without "www."; those below them too
  std::vector<HtmlSelector> signs;    ///< a page that has one of these is laid out so
  std::vector<HtmlSelector> article;  ///< of these, the first that the page has holds the text
  std::vector<HtmlSelector> lead;     ///< of these, the first that the page has stands before it
  bool all = false;                   ///< each such element is a part of it, not the first alone
  std::vector<HtmlSelector> title;    ///< the first that the page has
  std::vector<HtmlSelector> date;
  std::vector<HtmlSelector> topics;  ///< every one
  std::vector<HtmlSelector> drop;    ///< what in the article is none of it
};

/// What a layout finds on a page. The nodes are the page's.
struct PageParts {
  std::string_view layout;  ///< its name; empty where none is known
  bool of_site = false;     ///< it is the layout of the page's host, and tells all of the text
  std::vector<const HtmlNode*> article;
  const HtmlNode* title = nullptr;
  const HtmlNode* date = nullptr;
  std::vector<const HtmlNode*> topics;
  const std::vector<HtmlSelector>* drop = nullptr;
};

/// schemas/layouts.toml, compiled. Immutable; share among threads.
class HtmlLayouts {
 public:
  /// Reads `toml`, which messages call `path`. Throws Error that names layout and what is wrong.
  HtmlLayouts(std::string_view toml, std::string_view path);

  /// The parts of a page that came from `url` (may be empty): by the layout of its host, else by
  /// the first whose sign it has and that finds an article with half of the page's running text, or
  /// more. A layout without sites and signs is tried on every page, after the others; it gives
  /// title and date where no layout finds an article. The page's frame must be settled.
  [[nodiscard]] PageParts find(const HtmlNode* root, std::string_view url) const;

  [[nodiscard]] const std::vector<HtmlLayout>& all() const { return layouts_; }

 private:
  std::vector<HtmlLayout> layouts_;
};

}  // namespace pressgraph
