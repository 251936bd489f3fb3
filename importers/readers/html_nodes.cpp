// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_nodes.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

// Pages have few; those that have many have each as often as it comes, so that looking for them
// takes no more than their number.
constexpr std::size_t most_looked_for = 64;

}  // namespace

HtmlNode* HtmlNodes::add(HtmlNode::Kind kind, HtmlNode* parent) {
  auto* made = nodes_.next();
  made->kind = kind;
  made->parent = parent;
  if (parent != nullptr) {
    (parent->last == nullptr ? parent->children : parent->last->next) = made;
    parent->last = made;
  }
  return made;
}

HtmlAttribute* HtmlNodes::add_attribute(const HtmlName* name) {
  auto* made = attributes_.next();
  made->name = name;
  return made;
}

const HtmlName* HtmlNodes::name(std::string_view text) {
  if (const auto* known = known_html_name(text); known != nullptr) {
    return known;
  }
  const auto end =
      names_.begin() + static_cast<std::ptrdiff_t>(std::min(names_.size(), most_looked_for));
  const auto found = std::ranges::find(names_.begin(), end, text, &HtmlName::text);
  if (found != end) {
    return &*found;
  }
  names_.push_back({keep(text)});
  return &names_.back();
}

}  // namespace pressgraph
