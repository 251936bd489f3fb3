// SPDX-License-Identifier: Apache-2.0
// A saved page: the block with the most running text is the article, and the page's frame is left
// out.
#include <algorithm>

#include "graph/identity.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_layouts.hpp"
#include "importers/readers/html_metadata.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/html_tree.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t least_article = 200;

// Paragraph text directly below each element counts for it, and half for the element around it.
const HtmlNode* best_block(const HtmlNode* root) {
  const HtmlNode* best = nullptr;
  double best_score = 0;
  walk(
      root,
      [&](const HtmlNode* node) {
        if (!node->is_element() || is_frame(node)) {
          return false;
        }
        double score = 0;
        for (const auto* child = node->children; child != nullptr; child = child->next) {
          const auto element = child->is_element() ? element_name(child) : std::string_view();
          if (element == "p" || element == "blockquote" || element == "ul" || element == "ol" ||
              element == "h2" || element == "h3") {
            score += static_cast<double>(text_length(child));
          }
        }
        if (score > best_score) {
          best = node;
          best_score = score;
        }
        return true;
      },
      [](const HtmlNode*) {});
  return best;
}

// The longest <article> that has more than a few words; null where none is.
const HtmlNode* marked_article(const HtmlNode* root) {
  const HtmlNode* found = nullptr;
  std::size_t longest = least_article;
  walk(
      root,
      [&](const HtmlNode* node) {
        if (!node->is_element() || is_frame(node)) {
          return false;
        }
        const auto length = element_name(node) == "article" ? text_length(node) : 0;
        if (length > longest) {
          found = node;
          longest = length;
        }
        return true;
      },
      [](const HtmlNode*) {});
  return found;
}

// The text of the article that a layout tells, else of the one that is found.
std::string text_of_page(const HtmlNode* root, const PageParts& parts) {
  static const std::vector<HtmlSelector> nothing;
  const auto& drop = parts.drop == nullptr ? nothing : *parts.drop;
  auto article = parts.article;
  if (article.empty()) {
    const auto* found = marked_article(root);
    found = found != nullptr ? found : best_block(root);
    article.assign(found == nullptr ? 0 : 1, found);
  }
  std::string text;
  for (const auto* part : article) {
    text += text.empty() ? "" : "\n\n";
    text += text_of_element(part, drop);
  }
  return plain_text(clean_text(text));
}

}  // namespace

bool read_html(const Input& input) {
  const auto bytes = read_whole(input.in, input.limits.max_record);
  if (bytes.size() > input.limits.max_record) {
    return input.sink(too_large(input, "a page"));
  }
  const auto declared =
      input.around.charset.empty() ? charset_of_page(bytes) : input.around.charset;
  const auto document = parse_html(decoded(bytes, declared));
  const auto* root = document.root();
  if (root == nullptr) {
    return input.sink(BadRecord{input.path, 0, "HTML without an element", "a saved web page"});
  }
  Release release;
  const auto parts = input.limits.layouts == nullptr
                         ? PageParts()
                         : input.limits.layouts->find(root, url_of_page(root, input.around.url));
  read_html_metadata(root, parts, release, input.limits.explain);
  release.text = text_of_page(root, parts);
  drop_repeated_title(release.text, release.title);
  if (release.text.empty()) {
    return input.sink(
        BadRecord{input.path, 0, "a page without running text", "one with an article"});
  }
  if (release.url.find("://") == std::string::npos) {
    release.url = input.around.url;
  }
  release.source = {input.path, 0, sha256_hex(bytes)};
  finish_release(release, input.path);
  return input.sink(std::move(release));
}

}  // namespace pressgraph
