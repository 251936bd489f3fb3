// SPDX-License-Identifier: Apache-2.0
// A saved page: the article is what its layout tells, else the part with the most running text, and
// the page's frame is left out.
#include "graph/identity.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_article.hpp"
#include "importers/readers/html_frame.hpp"
#include "importers/readers/html_layouts.hpp"
#include "importers/readers/html_metadata.hpp"
#include "importers/readers/html_pieces.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/html_tree.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

// The text of the article that a layout tells, else of the one that is found.
std::string text_of_page(const HtmlNode* root, const PageParts& parts) {
  static const std::vector<HtmlSelector> nothing;
  const auto& drop = parts.drop == nullptr ? nothing : *parts.drop;
  auto article = parts.article;
  if (const auto* found = article.empty() ? find_article(root) : nullptr; found != nullptr) {
    article = {found};
  }
  if (!parts.of_site) {
    const auto lead = find_lead(root, article);
    article.insert(article.begin(), lead.begin(), lead.end());
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
  auto page = decoded(bytes, declared);
  if (!is_one_html_piece(page)) {
    return input.sink(BadRecord{
        input.path, 0, "a page of more than 60,000 tags, or a tag of more than 1,000 attributes",
        "a saved page of one release"});
  }
  const auto document = parse_html(page);
  page = std::string();  // a tree has a copy of its own
  const auto* root = document.root();
  if (root == nullptr) {
    return input.sink(BadRecord{input.path, 0, "HTML without an element", "a saved web page"});
  }
  settle_frame(root);
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
