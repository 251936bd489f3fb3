// SPDX-License-Identifier: Apache-2.0
// A saved page: libxml2's HTML parser makes a tree (no network, no external entities, depth bounded
// by it); the block with the most running text is the article, and the page's frame is left out by
// element and by the words of its class and id.
#include <algorithm>
#include <array>
#include <sstream>

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include "graph/identity.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/formats.hpp"
#include "importers/readers/html_metadata.hpp"

namespace pressgraph {
namespace {

// libxml2 counts characters as unsigned bytes; the cast is between character types.
std::string_view view(const xmlChar* text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

constexpr std::array<std::string_view, 16> frame_elements{
    "script", "style", "nav",    "header", "footer",   "aside", "form",   "noscript",
    "iframe", "svg",   "button", "select", "template", "head",  "figure", "dialog"};
constexpr std::array<std::string_view, 22> frame_words{
    "nav",    "menu",     "footer",     "header",     "sidebar", "share",
    "social", "cookie",   "related",    "breadcrumb", "banner",  "advert",
    "promo",  "comment",  "subscribe",  "newsletter", "skip-",   "toolbar",
    "pager",  "masthead", "usa-banner", "site-info"};
constexpr std::array<std::string_view, 24> block_elements{
    "p",     "div", "section",    "article", "main", "ul", "ol",   "li",
    "table", "tr",  "blockquote", "h1",      "h2",   "h3", "h4",   "h5",
    "h6",    "pre", "dl",         "dt",      "dd",   "hr", "body", "figure"};

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::string attribute_of(const xmlNode* node, std::string_view wanted) {
  for (const auto* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (view(attribute->name) == wanted && attribute->children != nullptr) {
      return std::string(view(attribute->children->content));
    }
  }
  return {};
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return text;
}

bool is_frame(const xmlNode* node) {
  const auto element = view(node->name);
  if (contains(frame_elements, element)) {
    return true;
  }
  if (element == "article" || element == "main" || element == "body" || element == "html") {
    return false;
  }
  if (attribute_of(node, "hidden") == "hidden" || attribute_of(node, "aria-hidden") == "true") {
    return true;
  }
  const auto words = lower(attribute_of(node, "class") + " " + attribute_of(node, "id") + " " +
                           attribute_of(node, "role"));
  return words.size() > 1 && std::ranges::any_of(frame_words, [&](std::string_view word) {
           return words.find(word) != std::string::npos;
         });
}

// Walks the tree without recursion: `enter` says whether to go into an element, `leave` comes after
// its children.
template <typename Enter, typename Leave>
void walk(const xmlNode* root, Enter enter, Leave leave) {
  const xmlNode* node = root;
  while (node != nullptr) {
    const bool into = enter(node);
    if (into && node->children != nullptr) {
      node = node->children;
      continue;
    }
    leave(node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(node);
    }
    if (node == root) {
      return;
    }
    node = node->next;
  }
}

// The text of an element with its blocks as lines.
class TextWriter {
 public:
  std::string of(const xmlNode* root) {
    walk(
        root, [&](const xmlNode* node) { return enter(node); },
        [&](const xmlNode* node) { leave(node); });
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\n')) {
      out_.pop_back();
    }
    return std::move(out_);
  }

 private:
  bool enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE) {
      text(view(node->content));
      return false;
    }
    if (node->type != XML_ELEMENT_NODE || is_frame(node)) {
      return false;
    }
    const auto element = view(node->name);
    if (element == "br") {
      line_break(1);
    } else if (contains(block_elements, element)) {
      line_break(element == "li" || element == "tr" || element == "dd" ? 1 : 2);
      if (element == "li") {
        out_ += "- ";
      }
    }
    return true;
  }

  void leave(const xmlNode* node) {
    if (node->type == XML_ELEMENT_NODE && contains(block_elements, view(node->name)) &&
        view(node->name) != "li") {
      line_break(view(node->name) == "tr" ? 1 : 2);
    }
  }

  void line_break(std::size_t count) {
    while (!out_.empty() && out_.back() == ' ') {
      out_.pop_back();
    }
    if (out_.ends_with("-") && out_.size() > 1 && out_[out_.size() - 2] == '\n') {
      out_ += ' ';
      return;  // "- " of a list item whose text is in a block of its own
    }
    std::size_t have = 0;
    while (have < out_.size() && have < count && out_[out_.size() - 1 - have] == '\n') {
      ++have;
    }
    if (!out_.empty()) {
      out_.append(count - have, '\n');
    }
  }

  void text(std::string_view words) {
    for (const char c : words) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) {
        out_ += c;
      } else if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n') {
        out_ += ' ';
      }
    }
  }

  std::string out_;
};

std::size_t text_length(const xmlNode* node) {
  std::size_t length = 0;
  walk(
      node,
      [&](const xmlNode* child) {
        length += child->type == XML_TEXT_NODE ? view(child->content).size() : 0;
        return child->type == XML_ELEMENT_NODE && view(child->name) != "a" && !is_frame(child);
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

const xmlNode* marked_article(const xmlNode* root) {
  const xmlNode* found = nullptr;
  std::size_t longest = 0;
  walk(
      root,
      [&](const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || is_frame(node)) {
          return false;
        }
        const bool marked =
            view(node->name) == "article" || attribute_of(node, "itemprop") == "articleBody";
        const auto length = marked ? text_length(node) : 0;
        if (length > longest) {
          found = node;
          longest = length;
        }
        return !marked;
      },
      [](const xmlNode*) {});
  return longest > 200 ? found : nullptr;
}

struct DocumentDeleter {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::unique_ptr<xmlDoc, DocumentDeleter> parse(const std::string& bytes, const std::string& path) {
  const bool utf8 = bytes.starts_with("\xEF\xBB\xBF") ||
                    clean_text(bytes).find("\xEF\xBF\xBD") == std::string::npos;
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  return std::unique_ptr<xmlDoc, DocumentDeleter>(
      htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), path.c_str(),
                     utf8 ? "UTF-8" : nullptr, options));
}

}  // namespace

bool read_html(const Input& input) {
  std::ostringstream all;
  all << input.in.rdbuf();
  const auto bytes = all.str();
  if (bytes.size() > std::min<std::uint64_t>(input.limits.max_record, 1U << 30U)) {
    return input.sink(BadRecord{input.path, 0, fmt_bytes(bytes.size()) + " of HTML",
                                "at most " + fmt_bytes(input.limits.max_record)});
  }
  const auto document = parse(bytes, input.path);
  const auto* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr) {
    return input.sink(BadRecord{input.path, 0, "HTML without an element", "a saved web page"});
  }
  Release release;
  read_html_metadata(root, release);
  const auto* article = marked_article(root);
  article = article != nullptr ? article : best_block(root);
  release.text = article == nullptr ? std::string() : clean_text(TextWriter().of(article));
  if (release.text.empty()) {
    return input.sink(
        BadRecord{input.path, 0, "a page without running text", "one with an article"});
  }
  release.source = {input.path, 0, sha256_hex(bytes)};
  finish_release(release, input.path);
  return input.sink(std::move(release));
}

}  // namespace pressgraph
