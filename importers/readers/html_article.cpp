// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_article.hpp"

#include <algorithm>

#include "importers/readers/html_frame.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_parts = 64;  // each is compared with each element before the text
constexpr std::size_t least_lead = 60;  // bytes: a date, a byline or a place has fewer

bool is_part_of_text(std::string_view element) {
  return element == "p" || element == "ul" || element == "ol" || element == "li" ||
         element == "blockquote";
}

// The child with the most running text; null where there is none.
const HtmlNode* fullest_child(const HtmlNode* node) {
  const HtmlNode* best = nullptr;
  for (const auto* child = node->children; child != nullptr; child = child->next) {
    if (child->is_element() && !is_frame(child) &&
        (best == nullptr || child->prose > best->prose)) {
      best = child;
    }
  }
  return best;
}

const HtmlNode* fullest_article(const HtmlNode* root) {
  const HtmlNode* best = nullptr;
  walk(
      root,
      [&](const HtmlNode* node) {
        if (!node->is_element() || is_frame(node)) {
          return false;
        }
        if (element_name(node) == "article" && (best == nullptr || node->prose > best->prose)) {
          best = node;
        }
        return true;
      },
      [](const HtmlNode*) {});
  return best;
}

// Whether the page goes on in elements beside it that are made like it, as builders of pages do.
bool is_one_of_several(const HtmlNode* node) {
  if (node->parent == nullptr || attribute_of(node, "class").empty()) {
    return false;
  }
  for (const auto* other = node->parent->children; other != nullptr; other = other->next) {
    if (other != node && other->name == node->name && other->prose > 0 && !is_frame(other) &&
        attribute_of(other, "class") == attribute_of(node, "class")) {
      return true;
    }
  }
  return false;
}

// How much text stands directly in a block, not in blocks inside it or in links.
std::size_t own_length(const HtmlNode* block) {
  std::size_t length = 0;
  walk(
      block,
      [&](const HtmlNode* node) {
        length += node->is_text() ? node->text.size() : 0;
        return node == block || (node->is_element() && !is_block(node) &&
                                 element_name(node) != "a" && !is_frame(node));
      },
      [](const HtmlNode*) {});
  return length;
}

class LeadFinder {
 public:
  explicit LeadFinder(const std::vector<const HtmlNode*>& article) : article_(article) {}

  bool enter(const HtmlNode* node) {
    if (done_ || !node->is_element()) {
      return false;
    }
    const auto element = element_name(node);
    if (element == "h1") {
      after_heading_ = true;
      lead_.clear();
      return false;
    }
    if (is_frame(node)) {
      // The heading and what belongs to it often stand in a header.
      header_ = header_ == nullptr && is_header(node) ? node : header_;
      return header_ == node;
    }
    inside_ = inside_ == nullptr && is_of_article(node) ? node : inside_;
    if ((element != "p" && element != "div") || own_length(node) < least_lead) {
      return true;
    }
    done_ = inside_ != nullptr && header_ == nullptr;
    if (!done_ && after_heading_) {
      lead_.push_back(node);
    }
    return false;
  }

  void leave(const HtmlNode* node) {
    header_ = header_ == node ? nullptr : header_;
    inside_ = inside_ == node ? nullptr : inside_;
  }

  // Only what stands before the article.
  std::vector<const HtmlNode*> found() {
    return done_ ? std::move(lead_) : std::vector<const HtmlNode*>();
  }

 private:
  [[nodiscard]] bool is_of_article(const HtmlNode* node) const {
    return std::ranges::find(article_, node) != article_.end();
  }

  const std::vector<const HtmlNode*>& article_;
  const HtmlNode* header_ = nullptr;  // that node is in, and which part of the article
  const HtmlNode* inside_ = nullptr;
  bool after_heading_ = false;
  bool done_ = false;
  std::vector<const HtmlNode*> lead_;
};

}  // namespace

const HtmlNode* find_article(const HtmlNode* root) {
  if (root->prose == 0) {
    return nullptr;
  }
  const auto* found = root;
  for (const auto* child = fullest_child(found); child != nullptr; child = fullest_child(found)) {
    if (child->prose * 10ULL < found->prose * 7ULL || is_part_of_text(element_name(child))) {
      break;
    }
    found = child;
  }
  if (is_one_of_several(found)) {
    found = found->parent;
  }
  const auto* marked = fullest_article(root);
  return marked != nullptr && marked->prose * 10ULL >= found->prose * 3ULL ? marked : found;
}

std::vector<const HtmlNode*> find_lead(const HtmlNode* root,
                                       const std::vector<const HtmlNode*>& article) {
  if (article.size() > most_parts) {
    return {};
  }
  LeadFinder finder(article);
  walk(
      root, [&](const HtmlNode* node) { return finder.enter(node); },
      [&](const HtmlNode* node) { finder.leave(node); });
  return finder.found();
}

}  // namespace pressgraph
