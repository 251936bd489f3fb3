// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_selector.hpp"

#include <algorithm>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

bool has_word(std::string_view words, std::string_view word) {
  for (auto at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || is_blank(words[at - 1])) && (end == words.size() || is_blank(words[end]))) {
      return true;
    }
  }
  return false;
}

[[noreturn]] void fail(std::string_view selector) {
  throw Error("selector '" + std::string(selector) +
              "', expected names of elements, .class, #id and [attribute=value], with blanks "
              "between an element and those inside it");
}

// Takes a name off the front of `rest`.
std::string take_name(std::string_view& rest, std::string_view whole) {
  const auto end = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_name) - rest.begin());
  if (end == 0) {
    fail(whole);
  }
  std::string name(rest.substr(0, end));
  rest.remove_prefix(end);
  return name;
}

}  // namespace

HtmlSelector::Compound HtmlSelector::compound_of(std::string_view text, std::string_view whole) {
  Compound compound;
  auto rest = text;
  if (is_name(rest.front())) {
    compound.element = take_name(rest, whole);
  }
  while (!rest.empty()) {
    const char kind = rest.front();
    rest.remove_prefix(1);
    if (kind == '.') {
      compound.classes.push_back(take_name(rest, whole));
    } else if (kind == '#') {
      compound.id = take_name(rest, whole);
    } else if (kind == '[') {
      const auto equals = rest.find('=');
      const auto close = rest.find(']');
      if (equals == std::string_view::npos || close == std::string_view::npos || equals > close) {
        fail(whole);
      }
      compound.attributes.emplace_back(rest.substr(0, equals),
                                       rest.substr(equals + 1, close - equals - 1));
      rest.remove_prefix(close + 1);
    } else {
      fail(whole);
    }
  }
  return compound;
}

HtmlSelector::HtmlSelector(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && !is_blank(text[end])) {
      ++end;
    }
    compounds_.push_back(compound_of(text.substr(at, end - at), text));
    at = end;
  }
  if (compounds_.empty()) {
    fail(text);
  }
}

bool HtmlSelector::Compound::fits(const HtmlNode* node) const {
  if (!element.empty() && element_name(node) != element) {
    return false;
  }
  if (node->attributes == nullptr && (!id.empty() || !classes.empty())) {
    return false;
  }
  if (!id.empty() && attribute_of(node, "id") != id) {
    return false;
  }
  if (!classes.empty()) {
    const auto words = attribute_of(node, "class");
    if (!std::ranges::all_of(classes, [&](const auto& word) { return has_word(words, word); })) {
      return false;
    }
  }
  return std::ranges::all_of(
      attributes, [&](const auto& pair) { return attribute_of(node, pair.first) == pair.second; });
}

// The innermost must be `node`; each other is sought above, the nearest first, which is enough as
// every compound only asks for some element around.
bool HtmlSelector::fits(const HtmlNode* node) const {
  if (!node->is_element() || !compounds_.back().fits(node)) {
    return false;
  }
  auto wanted = compounds_.size() - 1;
  for (const auto* above = node->parent; wanted > 0 && above != nullptr && above->is_element();
       above = above->parent) {
    wanted -= compounds_[wanted - 1].fits(above) ? 1U : 0U;
  }
  return wanted == 0;
}

}  // namespace pressgraph
