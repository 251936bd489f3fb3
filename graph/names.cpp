// SPDX-License-Identifier: Apache-2.0
#include "graph/names.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"

namespace pressgraph {
namespace {

// Each once, sorted.
std::vector<std::string> words_of(std::string_view comparable) {
  std::vector<std::string> words;
  while (!comparable.empty()) {
    const auto end = std::min(comparable.find(' '), comparable.size());
    if (end > 0) {
      words.emplace_back(comparable.substr(0, end));
    }
    comparable.remove_prefix(std::min(end + 1, comparable.size()));
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

std::string comparable_name(std::string_view name) {
  auto text = slug(name);
  std::ranges::replace(text, '-', ' ');
  std::erase(text, '.');
  for (auto space = text.find(' '); space != std::string::npos; space = text.find(' ')) {
    if (!identity_lists::holds(identity_lists::leading, text.substr(0, space))) {
      break;
    }
    text.erase(0, space + 1);
  }
  return text;
}

std::vector<std::string> name_words(std::string_view name) {
  return words_of(comparable_name(name));
}

bool is_word(std::string_view key) {
  return !key.starts_with('=');
}

std::string whole_name_key(std::string_view comparable) {
  return fmt::format("={:08x}", hash64(comparable) >> 32U);
}

std::vector<std::string> name_keys(std::string_view name) {
  const auto comparable = comparable_name(name);
  auto keys = words_of(comparable);
  if (!keys.empty()) {
    keys.push_back(whole_name_key(comparable));
  }
  return keys;
}

}  // namespace pressgraph
