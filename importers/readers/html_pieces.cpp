// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_pieces.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

constexpr std::size_t most_attributes = 1000;  // of a tag

// Shorter texts have no room for so many.
constexpr std::size_t shortest_counted = 2 * most_attributes;  // bytes

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/';
}

bool begins_with(std::string_view text, std::string_view small) {
  return text.size() >= small.size() &&
         std::ranges::equal(text.substr(0, small.size()), small, {},
                            [](char c) { return static_cast<char>(c | 0x20); });
}

// Whether the tag's name that begins `text` is `small`, and no longer one.
bool is_name(std::string_view text, std::string_view small) {
  return begins_with(text, small) &&
         (text.size() == small.size() || is_blank(text[small.size()]) || text[small.size()] == '>');
}

struct Tag {
  std::size_t end = 0;  ///< one past it, and past what is no markup
  std::size_t attributes = 0;
};

// One past `words` behind `at`, or the end.
std::size_t past(std::string_view html, std::string_view words, std::size_t at) {
  const auto found = html.find(words, at);
  return found == std::string_view::npos ? html.size() : found + words.size();
}

// Where the raw text that begins at `at` ends: "</script".
std::size_t end_of_raw(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 1)) {
    if (is_name(html.substr(at + 2), name)) {
      return at;
    }
  }
  return html.size();
}

// The start tag whose '<' stands at `at`; what is in quotation marks behind a "=" is one value.
Tag read_start_tag(std::string_view html, std::size_t at) {
  Tag tag;
  bool blank = false;
  std::size_t i = at + 1;
  for (; i < html.size() && html[i] != '>'; ++i) {
    if ((html[i] == '"' || html[i] == '\'') && html[i - 1] == '=') {
      i = std::min(html.find(html[i], i + 1), html.size() - 1);
    }
    tag.attributes += blank && !is_blank(html[i]) ? 1U : 0U;
    blank = is_blank(html[i]);
  }
  tag.end = std::min(i + 1, html.size());
  for (const std::string_view raw : {"script", "style"}) {
    if (is_name(html.substr(at + 1), raw)) {
      tag.end = end_of_raw(html, tag.end, raw);
    }
  }
  return tag;
}

Tag read_tag(std::string_view html, std::size_t at) {
  const auto next = html.substr(at + 1, 1);
  if (!next.empty() && ((next[0] | 0x20) >= 'a' && (next[0] | 0x20) <= 'z')) {
    return read_start_tag(html, at);
  }
  return {html.substr(at).starts_with("<!--") ? past(html, "-->", at) : at + 1, 0};
}

}  // namespace

std::vector<std::string_view> html_pieces(std::string_view html) {
  std::vector<std::string_view> pieces;
  std::size_t first = 0;
  std::size_t markup = 0;
  const auto close = [&](std::size_t last) {
    if (last > first) {
      pieces.push_back(html.substr(first, last - first));
    }
    markup = 0;
  };
  auto at = html.size() < shortest_counted ? std::string_view::npos : html.find('<');
  while (at != std::string_view::npos) {
    const auto tag = read_tag(html, at);
    if (tag.attributes > most_attributes) {
      close(at);
      first = tag.end;
    } else if (markup + tag.attributes >= most_html_markup) {
      close(at);
      first = at;
    }
    markup += tag.attributes + 1;
    at = html.find('<', tag.end);
  }
  close(html.size());
  return pieces;
}

bool is_one_html_piece(std::string_view html) {
  const auto pieces = html_pieces(html);
  return html.empty() || (pieces.size() == 1 && pieces.front().size() == html.size());
}

}  // namespace pressgraph
