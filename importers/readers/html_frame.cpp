// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_frame.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "importers/readers/fields.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t least_paragraph = 50;  // bytes: labels, dates and bylines have fewer
constexpr std::size_t longest_teaser = 400;

constexpr std::array<std::string_view, 5> frame_elements{"header", "footer", "aside", "form",
                                                         "figure"};
constexpr std::array<std::string_view, 4> page_elements{"article", "main", "body", "html"};
// Words of a class, an id or a role, whole or at the edge of a longer one: "submenu", "menubar".
constexpr std::array<std::string_view, 25> frame_words{
    "menu",   "footer",  "header",   "sidebar",    "share",      "social",  "cookie",
    "banner", "related", "advert",   "breadcrumb", "promo",      "comment", "subscribe",
    "pager",  "toolbar", "masthead", "newsletter", "navigation", "navbar",  "caption",
    "popup",  "popular", "gallery",  "byline"};
constexpr std::array<std::string_view, 3> whole_words{"nav", "skip", "overlay"};
// What lies over or below an article may be longer than it.
constexpr std::array<std::string_view, 4> beside_article{"comment", "cookie", "popup", "overlay"};
template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_no_text(const HtmlNode* node) {
  return (node->name->flags & html_is_no_text) != 0;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || is_capital(c) || (c >= '0' && c <= '9');
}

bool stands_at_edge(std::string_view token, std::string_view word) {
  return (token.front() == word.front() && token.starts_with(word)) ||
         (token.back() == word.back() && token.ends_with(word));
}

bool is_frame_word(std::string_view token) {
  return contains(whole_words, token) || token.ends_with("nav") ||
         std::ranges::any_of(
             frame_words, [token](std::string_view word) { return stands_at_edge(token, word); });
}

// The word of `value` that begins at `at`, in small letters, which is moved behind it; empty where
// none does. "MainMenu" and "main_menu" are two words.
std::string word_at(std::string_view value, std::size_t& at) {
  std::string word;
  while (at < value.size() && is_word(value[at]) &&
         (word.empty() || !is_capital(value[at]) || is_capital(value[at - 1]))) {
    word += is_capital(value[at]) ? static_cast<char>(value[at] + ('a' - 'A')) : value[at];
    ++at;
  }
  return word;
}

// Whether a word of the element's names is such.
template <typename Test>
bool has_word(const HtmlNode* node, Test test) {
  for (const auto* attribute : {"class", "id", "role"}) {
    const auto value = attribute_of(node, attribute);
    for (std::size_t at = 0; at < value.size();) {
      const auto word = word_at(value, at);
      if (!word.empty() && test(word)) {
        return true;
      }
      at += word.empty() ? 1U : 0U;
    }
  }
  return false;
}

bool is_hidden(const HtmlNode* node) {
  for (const auto* each = node->attributes; each != nullptr; each = each->next) {
    if (each->name->text == "hidden" ||
        (each->name->text == "aria-hidden" && each->value == "true")) {
      return true;
    }
  }
  const auto style = attribute_of(node, "style");
  const auto at = style.find("display:");
  return at != std::string_view::npos &&
         style.substr(std::min(style.find_first_not_of(' ', at + 8), style.size()))
             .starts_with("none");
}

// ASP.NET and SharePoint put the whole page into one form.
bool is_whole_page(const HtmlNode* node) {
  return element_name(node) == "form" && node->parent != nullptr &&
         element_name(node->parent) == "body";
}

bool is_named_like_frame(const HtmlNode* node) {
  const auto element = element_name(node);
  if (is_no_text(node)) {
    return true;
  }
  if (contains(frame_elements, element)) {
    return !is_whole_page(node);
  }
  return !contains(page_elements, element) && node->attributes != nullptr &&
         (is_hidden(node) || has_word(node, is_frame_word));
}

std::size_t length_of(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? 0 : text.find_last_not_of(blanks) + 1 - first;
}

// Measures running text: what stands in a block beside links, where it is more than a label.
class Prose {
 public:
  explicit Prose(std::size_t least) : least_(least) {}

  void open(const HtmlNode* node) {
    node->prose = 0;
    links_ += element_name(node) == "a" ? 1 : 0;
    if (is_block(node) || own_.empty()) {
      own_.push_back(0);
    }
  }

  void text(const HtmlNode* node) { own_.back() += links_ == 0 ? length_of(node->text) : 0; }

  void close(const HtmlNode* node) {
    links_ -= element_name(node) == "a" ? 1 : 0;
    if (is_block(node) || node->parent == nullptr) {
      node->prose += static_cast<std::uint32_t>(own_.back() < least_ ? 0 : own_.back());
      own_.pop_back();
    }
    if (node->parent != nullptr) {
      node->parent->prose += node->prose;
    }
  }

  [[nodiscard]] bool is_in_link() const { return links_ > 0; }

 private:
  std::size_t least_;
  std::vector<std::size_t> own_;  // of each block around
  int links_ = 0;
};

// The running text of a page, whatever is named like a frame.
void measure_all(const HtmlNode* root, std::size_t least) {
  Prose prose(least);
  walk(
      root,
      [&](const HtmlNode* node) {
        if (node->is_text()) {
          prose.text(node);
        }
        if (!node->is_element() || is_no_text(node)) {
          return false;
        }
        prose.open(node);
        return true;
      },
      [&](const HtmlNode* node) {
        if (node->is_element() && !is_no_text(node)) {
          prose.close(node);
        }
      });
}

class Settler {
 public:
  Settler(const HtmlNode* root, std::size_t least) : total_(root->prose), prose_(least) {}

  bool enter(const HtmlNode* node) {
    if (node->is_text()) {
      const auto length = length_of(node->text);
      prose_.text(node);
      open_.back().length += length;
      open_.back().linked += prose_.is_in_link() ? length : 0;
      return false;
    }
    if (!node->is_element() || settled(node)) {
      return false;
    }
    prose_.open(node);
    open_.push_back({});
    return true;
  }

  void leave(const HtmlNode* node) {
    if (!node->is_element() || node->frame == HtmlNode::Asked::yes) {
      return;
    }
    const auto in_link = prose_.is_in_link();
    auto done = open_.back();
    open_.pop_back();
    drop_teasers(node, done);
    prose_.close(node);
    const auto element = element_name(node);
    done.linked_heading |=
        is_heading(element) && done.length > 0 && (in_link || done.linked == done.length);
    if (is_block_of_links(node, done)) {
      node->frame = HtmlNode::Asked::yes;
    }
    if (open_.empty()) {
      return;
    }
    auto& around = open_.back();
    around.length += done.length;
    around.linked += done.linked;
    around.links += done.links + (element == "a" ? 1 : 0);
    around.linked_heading |= done.linked_heading;
    if (done.linked_heading && node->prose <= longest_teaser && !is_heading(element)) {
      teasers_.push_back(node);
      ++around.teasers;
    }
  }

 private:
  struct Open {
    std::size_t length = 0;  ///< of its text, and of that in links
    std::size_t linked = 0;
    std::size_t links = 0;
    std::size_t teasers = 0;  ///< of its children, the last of teasers_
    bool linked_heading = false;
  };

  static bool is_heading(std::string_view element) {
    return element.size() == 2 && element[0] == 'h' && element[1] >= '2' && element[1] <= '5';
  }

  // Whether it is a frame, as far as that is known before what stands in it.
  bool settled(const HtmlNode* node) const {
    bool frame = is_named_like_frame(node);
    if (frame && !is_no_text(node)) {
      const bool beside = has_word(node, [](std::string_view token) {
        return std::ranges::any_of(
            beside_article, [token](std::string_view word) { return stands_at_edge(token, word); });
      });
      frame = node->prose == 0 || node->prose * 10ULL < total_ * (beside ? 9ULL : 5ULL);
    }
    node->frame = frame ? HtmlNode::Asked::yes : HtmlNode::Asked::no;
    return frame;
  }

  // Two or more of a kind in a row whose heading is a link: each tells of another page.
  void drop_teasers(const HtmlNode* node, const Open& done) {
    const auto first = teasers_.end() - static_cast<std::ptrdiff_t>(done.teasers);
    for (auto each = first; each != teasers_.end(); ++each) {
      const bool like_last = each != first && (*std::prev(each))->name == (*each)->name;
      const auto next = std::next(each);
      const bool like_next = next != teasers_.end() && (*next)->name == (*each)->name;
      if ((like_last || like_next) && (*each)->frame == HtmlNode::Asked::no) {
        (*each)->frame = HtmlNode::Asked::yes;
        node->prose -= (*each)->prose;
      }
    }
    teasers_.erase(first, teasers_.end());
  }

  static bool is_block_of_links(const HtmlNode* node, const Open& done) {
    const auto element = element_name(node);
    const bool box = element == "div" || element == "section" || element == "article";
    // A cell of a table may well be one link or two.
    return node->prose == 0 && done.linked * 2 > done.length &&
           ((box && done.links > 0) || (element == "td" && done.links > 3));
  }

  std::size_t total_;
  Prose prose_;
  std::vector<Open> open_;
  std::vector<const HtmlNode*> teasers_;
};

void settle(const HtmlNode* root, std::size_t least) {
  measure_all(root, least);
  Settler settler(root, least);
  walk(
      root, [&](const HtmlNode* node) { return settler.enter(node); },
      [&](const HtmlNode* node) { settler.leave(node); });
}

}  // namespace

bool is_block(const HtmlNode* node) {
  return (node->name->flags & html_is_block) != 0;
}

bool is_header(const HtmlNode* node) {
  return element_name(node) == "header" ||
         has_word(node, [](std::string_view token) { return stands_at_edge(token, "header"); });
}

bool is_frame(const HtmlNode* node) {
  if (node->frame == HtmlNode::Asked::not_yet) {
    node->frame = is_named_like_frame(node) ? HtmlNode::Asked::yes : HtmlNode::Asked::no;
  }
  return node->frame == HtmlNode::Asked::yes;
}

void settle_frame(const HtmlNode* root) {
  settle(root, least_paragraph);
  if (root->prose == 0) {
    settle(root, 1);  // a page of one short line
  }
}

}  // namespace pressgraph
