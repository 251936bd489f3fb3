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

std::size_t text_length(const xmlNode* node) {
  std::size_t length = 0;
  walk(
      node,
      [&](const xmlNode* child) {
        length += child->type == XML_TEXT_NODE ? view(child->content).size() : 0;
        return child->type == XML_ELEMENT_NODE && element_name(child) != "a" && !is_frame(child);
      },
      [](const xmlNode*) {});
  return length;
}

// Paragraph text directly below each element counts for it, and half for the element around it.
const xmlNode* best_block(const xmlNode* root) {
  const xmlNode* best = nullptr;
  double best_score = 0;
  walk(
      root,
      [&](const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || is_frame(node)) {
          return false;
        }
        double score = 0;
        for (const auto* child = node->children; child != nullptr; child = child->next) {
          const auto element =
              child->type == XML_ELEMENT_NODE ? view(child->name) : std::string_view();
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
      [](const xmlNode*) {});
  return best;
}

// The element that is marked as the article by a known layout, by its name or by microdata, and has
// more than a few words; null where none is.
const xmlNode* marked_article(const xmlNode* root) {
  const xmlNode* found = nullptr;
  bool found_known = false;
  std::size_t longest = 0;
  walk(
      root,
      [&](const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || is_frame(node)) {
          return false;
        }
        const bool known = is_body_class(attribute_of(node, "class"));
        const bool marked = known || view(node->name) == "article" ||
                            attribute_of(node, "itemprop") == "articleBody";
        const auto length = marked ? text_length(node) : 0;
        if (known && length > least_article) {
          found = found_known ? found : node;
          found_known = true;
          longest = std::max(longest, length);
          return false;
        }
        if (length > longest && !found_known) {
          found = node;
          longest = length;
        }
        return view(node->name) == "article" || !marked;
      },
      [](const xmlNode*) {});
  return longest > least_article ? found : nullptr;
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
  const auto* root = root_of(document);
  if (root == nullptr) {
    return input.sink(BadRecord{input.path, 0, "HTML without an element", "a saved web page"});
  }
  Release release;
  read_html_metadata(root, release, input.limits.explain);
  const auto* article = marked_article(root);
  article = article != nullptr ? article : best_block(root);
  release.text =
      article == nullptr ? std::string() : plain_text(clean_text(text_of_element(article)));
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
