// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_layouts.hpp"

#include <algorithm>
#include <span>

#include <toml++/toml.h>

#include "graph/error.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_frame.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t least_article = 100;  // bytes of text

class Loader {
 public:
  explicit Loader(std::string_view path) : path_(path) {}

  std::vector<HtmlLayout> read(const toml::table& file) {
    std::vector<HtmlLayout> layouts;
    const auto* rows = file["layout"].as_array();
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
      const auto* row = rows->get(i)->as_table();
      if (row == nullptr) {
        fail("a layout that is no table");
      }
      layouts.push_back(layout(*row));
    }
    return layouts;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(std::string(path_) + ": " + (name_.empty() ? "" : "layout '" + name_ + "': ") +
                what);
  }

  HtmlLayout layout(const toml::table& row) {
    HtmlLayout made;
    name_ = row["name"].value_or(std::string());
    if (name_.empty()) {
      fail("a layout without a name");
    }
    made.name = name_;
    made.sites = strings(row, "sites");
    made.signs = selectors(row, "signs");
    made.article = selectors(row, "article");
    made.lead = selectors(row, "lead");
    made.all = row["all"].value_or(false);
    made.title = selectors(row, "title");
    made.date = selectors(row, "date");
    made.topics = selectors(row, "topics");
    made.drop = selectors(row, "drop");
    return made;
  }

  std::vector<std::string> strings(const toml::table& row, std::string_view key) const {
    std::vector<std::string> all;
    const auto* values = row[key].as_array();
    for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) {
      const auto text = values->get(i)->value<std::string>();
      if (!text) {
        fail("'" + std::string(key) + "' holds something else, expected strings");
      }
      all.push_back(*text);
    }
    return all;
  }

  std::vector<HtmlSelector> selectors(const toml::table& row, std::string_view key) const {
    std::vector<HtmlSelector> all;
    for (const auto& text : strings(row, key)) {
      try {
        all.emplace_back(text);
      } catch (const Error& error) {
        fail(error.what());
      }
    }
    return all;
  }

  std::string_view path_;
  std::string name_;
};

std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) {
    return {};
  }
  url.remove_prefix(scheme + 3);
  auto host = lower_ascii(url.substr(0, url.find_first_of("/:?#")));
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_at(const HtmlLayout& layout, std::string_view host) {
  return std::ranges::any_of(layout.sites, [&](const std::string& site) {
    return host == site || (host.size() > site.size() && host.ends_with(site) &&
                            host[host.size() - site.size() - 1] == '.');
  });
}

bool fits_any(const HtmlNode* node, const std::vector<HtmlSelector>& selectors) {
  return std::ranges::any_of(selectors,
                             [node](const HtmlSelector& each) { return each.fits(node); });
}

// Which of `layouts` the page has a sign of, found in one walk.
std::vector<bool> signs_on(const HtmlNode* root, std::span<const HtmlLayout> layouts) {
  std::vector<bool> found(layouts.size());
  walk(
      root,
      [&](const HtmlNode* node) {
        // Signs are told by attributes.
        if (node->is_element() && node->attributes != nullptr) {
          for (std::size_t i = 0; i < layouts.size(); ++i) {
            found[i] = found[i] || fits_any(node, layouts[i].signs);
          }
        }
        return node->is_element();
      },
      [](const HtmlNode*) {});
  return found;
}

// The outermost elements that `selector` fits. Only with `frames` also those in the page's frame,
// where titles and dates may stand, but no text.
std::vector<const HtmlNode*> elements(const HtmlNode* root, const HtmlSelector& selector,
                                      bool frames) {
  std::vector<const HtmlNode*> found;
  walk(
      root,
      [&](const HtmlNode* node) {
        if (selector.fits(node)) {
          found.push_back(node);
          return false;
        }
        return node->is_element() && (frames || !is_frame(node));
      },
      [](const HtmlNode*) {});
  return found;
}

const HtmlNode* first_of(const HtmlNode* root, const std::vector<HtmlSelector>& selectors) {
  const HtmlNode* found = nullptr;
  for (const auto& selector : selectors) {
    walk(
        root,
        [&](const HtmlNode* node) {
          found = found == nullptr && selector.fits(node) ? node : found;
          return found == nullptr && node->is_element();
        },
        [](const HtmlNode*) {});
    if (found != nullptr) {
      break;
    }
  }
  return found;
}

std::vector<const HtmlNode*> article_of(const HtmlNode* root, const HtmlLayout& layout) {
  for (const auto& selector : layout.article) {
    auto found = elements(root, selector, false);
    std::size_t length = 0;
    for (const auto* node : found) {
      length += text_length(node);
    }
    if (length <= least_article) {
      continue;
    }
    if (!layout.all) {
      // The first that is more than a caption.
      const auto first = std::ranges::find_if(
          found, [](const HtmlNode* node) { return text_length(node) > least_article; });
      found = {first == found.end() ? found.front() : *first};
    }
    return found;
  }
  return {};
}

// Names of classes are common property: a teaser may be a ".news-body" too.
bool holds_most(const std::vector<const HtmlNode*>& article, const HtmlNode* root) {
  std::uint64_t prose = 0;
  for (const auto* part : article) {
    prose += part->prose;
  }
  return !article.empty() && prose * 2 >= root->prose;
}

PageParts parts_of(const HtmlNode* root, const HtmlLayout& layout) {
  PageParts parts;
  parts.article = article_of(root, layout);
  if (const auto* lead = first_of(root, layout.lead); lead != nullptr && !parts.article.empty()) {
    parts.article.insert(parts.article.begin(), lead);
  }
  parts.layout = layout.name;
  parts.title = first_of(root, layout.title);
  parts.date = first_of(root, layout.date);
  for (const auto& selector : layout.topics) {
    const auto found = elements(root, selector, true);
    parts.topics.insert(parts.topics.end(), found.begin(), found.end());
  }
  parts.drop = &layout.drop;
  return parts;
}

}  // namespace

HtmlLayouts::HtmlLayouts(std::string_view toml, std::string_view path) {
  try {
    layouts_ = Loader(path).read(toml::parse(toml, path));
  } catch (const toml::parse_error& error) {
    throw Error(std::string(path) + ":" + std::to_string(error.source().begin.line) + ": " +
                std::string(error.description()));
  }
}

std::shared_ptr<const HtmlLayouts> read_layouts(std::string_view toml, std::string_view path) {
  return std::make_shared<const HtmlLayouts>(toml, path);
}

PageParts HtmlLayouts::find(const HtmlNode* root, std::string_view url) const {
  const auto host = host_of(url);
  for (const auto& layout : layouts_) {
    if (is_at(layout, host)) {
      if (auto parts = parts_of(root, layout); !parts.article.empty()) {
        parts.of_site = true;
        return parts;
      }
    }
  }
  const auto signs = signs_on(root, layouts_);
  PageParts without_article;
  for (std::size_t i = 0; i < layouts_.size(); ++i) {
    const auto& layout = layouts_[i];
    const bool any_page = layout.sites.empty() && layout.signs.empty();
    if (!signs[i] && !any_page) {
      continue;
    }
    auto parts = parts_of(root, layout);
    if (holds_most(parts.article, root)) {
      return parts;
    }
    parts.article.clear();
    if (any_page) {
      without_article = std::move(parts);
    }
  }
  return without_article;
}

}  // namespace pressgraph
