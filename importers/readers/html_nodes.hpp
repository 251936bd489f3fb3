// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "importers/readers/html_node.hpp"

namespace pressgraph {

/// Where the nodes of one page are, and its names that are not known.
class HtmlNodes {
 public:
  /// A node as the last child of `parent`, where there is one.
  HtmlNode* add(HtmlNode::Kind kind, HtmlNode* parent);

  HtmlAttribute* add_attribute(const HtmlName* name);

  /// The one name that `text`, in small letters, has here.
  const HtmlName* name(std::string_view text);

  /// `text` for as long as the page.
  std::string_view keep(std::string_view text) { return kept_.emplace_back(text); }

  /// How many names are not known.
  [[nodiscard]] std::size_t own_names() const { return names_.size(); }

 private:
  static constexpr std::size_t block = 128;

  template <typename Thing>
  struct Blocks {
    Thing* next() {
      if (used == block) {
        all.push_back(std::make_unique<std::array<Thing, block>>());
        used = 0;
      }
      return &(*all.back())[used++];
    }

    std::vector<std::unique_ptr<std::array<Thing, block>>> all;
    std::size_t used = block;
  };

  Blocks<HtmlNode> nodes_;
  Blocks<HtmlAttribute> attributes_;
  std::deque<std::string> kept_;
  std::deque<HtmlName> names_;
};

}  // namespace pressgraph
