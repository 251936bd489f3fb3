// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_text.hpp"

#include <algorithm>
#include <array>

#include "importers/readers/fields.hpp"
#include "importers/readers/html_frame.hpp"
#include "importers/readers/html_pieces.hpp"
#include "importers/readers/html_tree.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

constexpr std::array<std::string_view, 24> block_elements{
    "p",     "div", "section",    "article", "main", "ul", "ol",   "li",
    "table", "tr",  "blockquote", "h1",      "h2",   "h3", "h4",   "h5",
    "h6",    "pre", "dl",         "dt",      "dd",   "hr", "body", "figure"};

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// Whether it is the one paragraph of a table's cell: word processors write each cell so.
bool is_all_of_cell(const HtmlNode* node) {
  const auto around = node->parent == nullptr ? std::string_view() : element_name(node->parent);
  if (around != "td" && around != "th") {
    return false;
  }
  for (const auto* other = node->parent->children; other != nullptr; other = other->next) {
    if (other != node &&
        (other->is_element() || (other->is_text() && other->text.find_first_not_of(" \t\r\n") !=
                                                         std::string_view::npos))) {
      return false;
    }
  }
  return element_name(node) == "p" || element_name(node) == "div";
}

// The text of an element with its blocks as lines.
class TextWriter {
 public:
  explicit TextWriter(const std::vector<HtmlSelector>& drop) : drop_(drop) {}

  std::string of(const HtmlNode* root) {
    root_ = root;
    walk(
        root, [&](const HtmlNode* node) { return enter(node); },
        [&](const HtmlNode* node) { leave(node); });
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\n')) {
      out_.pop_back();
    }
    return std::move(out_);
  }

 private:
  bool enter(const HtmlNode* node) {
    if (node->is_text()) {
      text(node->text);
      return false;
    }
    if (!node->is_element() || (node != root_ && is_left_out(node))) {
      return false;
    }
    const auto element = element_name(node);
    if (element == "pre" && pre_ == nullptr) {
      enter_pre(node);
    } else if (element == "br") {
      forced_break();
    } else if (contains(block_elements, element) && !is_all_of_cell(node)) {
      begin_block(element);
    } else if ((element == "td" || element == "th") && !out_.empty() && out_.back() != '\n') {
      out_ += out_.back() == ' ' ? "| " : " | ";
    }
    return true;
  }

  [[nodiscard]] bool is_left_out(const HtmlNode* node) const {
    return is_frame(node) ||
           std::ranges::any_of(drop_, [node](const HtmlSelector& each) { return each.fits(node); });
  }

  void begin_block(std::string_view element) {
    line_break(element == "li" || element == "tr" || element == "dd" ? 1 : 2);
    if (element == "li") {
      out_ += "- ";
    }
  }

  void enter_pre(const HtmlNode* node) {
    line_break(2);
    pre_ = node;
    pre_begins_ = out_.size();
  }

  // Its lines are lines, but for those that were broken to fit a width.
  void leave_pre() {
    pre_ = nullptr;
    const auto lines = joined_lines(out_.substr(pre_begins_));
    out_.resize(pre_begins_);
    out_ += lines;
  }

  void leave(const HtmlNode* node) {
    if (node == pre_) {
      leave_pre();
    }
    if (node->is_element() && contains(block_elements, element_name(node)) &&
        element_name(node) != "li" && !is_all_of_cell(node)) {
      line_break(element_name(node) == "tr" ? 1 : 2);
    }
  }

  // <br>: two of them part paragraphs.
  void forced_break() {
    while (!out_.empty() && out_.back() == ' ') {
      out_.pop_back();
    }
    if (!out_.empty() && !out_.ends_with("\n\n")) {
      out_ += '\n';
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

  // In <pre>.
  void end_line() {
    while (out_.size() > pre_begins_ && out_.back() == ' ') {
      out_.pop_back();
    }
    if (!out_.empty() && !out_.ends_with("\n\n")) {
      out_ += '\n';
    }
  }

  void text(std::string_view words) {
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto first = at;
      while (at < words.size() && !is_space(words[at])) {
        ++at;
      }
      out_ += words.substr(first, at - first);
      if (pre_ != nullptr && at < words.size() && words[at] == '\n') {
        end_line();
      } else if (at < words.size() && !out_.empty() && out_.back() != ' ' && out_.back() != '\n') {
        out_ += ' ';
      }
    }
  }

  const std::vector<HtmlSelector>& drop_;
  const HtmlNode* root_ = nullptr;  // chosen as the article, whatever its class
  std::string out_;
  const HtmlNode* pre_ = nullptr;  // around what is written now
  std::size_t pre_begins_ = 0;     // in out_
};

// Where "<" and "&" stand, one after another. Each is sought alone, which is many times as fast as
// both at once.
class MarkupSigns {
 public:
  explicit MarkupSigns(std::string_view text)
      : text_(text), tag_(text.find('<')), reference_(text.find('&')) {}

  std::size_t next() {
    auto& first = tag_ < reference_ ? tag_ : reference_;
    const auto at = first;
    if (at != std::string_view::npos) {
      first = text_.find(text_[at], at + 1);
    }
    return at;
  }

 private:
  std::string_view text_;
  std::size_t tag_;
  std::size_t reference_;
};

// Whether tags or character references stand in `text`, and it is not prose about "a < b".
bool has_markup(std::string_view text) {
  MarkupSigns signs(text);
  for (auto at = signs.next(); at != std::string_view::npos; at = signs.next()) {
    const auto rest = text.substr(at + 1, 32);
    const auto end = rest.find_first_of(text[at] == '&' ? ";" : ">");
    if (end == std::string_view::npos || end == 0) {
      // An attribute may be longer than what is looked at.
      if (text[at] == '<' && (rest.starts_with("a ") || rest.starts_with("p ") ||
                              rest.starts_with("div ") || rest.starts_with("img "))) {
        return true;
      }
      continue;
    }
    const auto inside = rest.substr(0, end);
    const bool tag = text[at] == '<' && (is_letter(inside.front()) || inside.front() == '/' ||
                                         inside.starts_with("!--"));
    const bool reference =
        text[at] == '&' && (inside.front() == '#' || std::ranges::all_of(inside, is_letter));
    if (tag || reference) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::size_t text_length(const HtmlNode* node) {
  std::size_t length = 0;
  walk(
      node,
      [&](const HtmlNode* child) {
        length += child->is_text() ? child->text.size() : 0;
        return child->is_element() && element_name(child) != "a" && !is_frame(child);
      },
      [](const HtmlNode*) {});
  return length;
}

std::string text_of_element(const HtmlNode* root, const std::vector<HtmlSelector>& drop) {
  return TextWriter(drop).of(root);
}

std::string text_of_html(std::string_view html) {
  std::string text;
  for (const auto piece : html_pieces(html)) {
    const auto document = parse_html("<html><body>" + std::string(piece));
    const auto* root = document.root();
    const auto part = root == nullptr ? std::string() : text_of_element(root);
    text += text.empty() || part.empty() ? "" : "\n";
    text += part;
  }
  return plain_text(clean_text(text));
}

std::string text_of_markup(std::string_view text) {
  if (!has_markup(text)) {
    return plain_text(text);
  }
  const auto lower = lower_ascii(text);
  const bool has_blocks = std::ranges::any_of(
      std::array<std::string_view, 3>{"<p", "<br", "<div"},
      [&](std::string_view tag) { return lower.find(tag) != std::string::npos; });
  if (has_blocks) {
    return text_of_html(text);
  }
  // Without them, lines are lines: WordPress stores paragraphs so.
  std::string html;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    html += text.substr(at, end - at);
    html += end < text.size() ? "<br>" : "";
    at = end + 1;
  }
  return text_of_html(html);
}

std::string line_of_markup(std::string_view text) {
  auto line = text_of_markup(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace pressgraph
