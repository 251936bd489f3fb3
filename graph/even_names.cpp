// SPDX-License-Identifier: Apache-2.0
#include "graph/even_names.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"

namespace pressgraph {
namespace {

namespace lists = identity_lists;

std::string evened_text(std::string_view name) {
  auto text = " " + slug(name) + " ";
  std::ranges::replace(text, '-', ' ');
  for (const auto& [from, to] : lists::phrases) {
    const auto at = text.find(" " + std::string(from) + " ");
    if (at != std::string::npos) {
      text.replace(at + 1, from.size(), to);
    }
  }
  return text;
}

std::string evened_word(std::string word) {
  while (word.ends_with('.')) {
    word.pop_back();
  }
  const auto even = std::ranges::find(lists::spellings, std::string_view(word), &lists::Pair::from);
  return even == lists::spellings.end() ? word : std::string(even->to);
}

// Sorted, articles and prepositions left out.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string before;  // a prefix, to be joined with what follows
  std::string word;
  for (const char c : text) {
    if (c != ' ') {
      word += c;
      continue;
    }
    word = evened_word(std::move(word)).insert(0, before);
    if (lists::holds(lists::prefixes, word)) {
      before = std::move(word);
    } else if (!lists::holds(lists::small_words, word) && word != before) {
      words.push_back(std::move(word));
      before.clear();
    }
    word.clear();
  }
  if (!before.empty()) {
    words.push_back(std::move(before));
  }
  std::ranges::sort(words);
  return words;
}

// The words between blanks, all of them in `list`.
bool all_among(lists::Words list, std::string_view words) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (!lists::holds(list, words.substr(0, end))) {
      return false;
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return true;
}

}  // namespace

bool are_common_words(const std::string& words) {
  return all_among(lists::common_words, words);
}

bool is_common_name(std::string_view name) {
  const auto words = even_words(name);
  return !words.empty() && are_common_words(words);
}

bool is_kind_of_instrument(std::string_view name) {
  const auto words = even_words(name);
  return !words.empty() && all_among(lists::instrument_words, words);
}

std::string even_words(std::string_view name) {
  // What stands in brackets explains.
  const auto words = words_of(evened_text(name.substr(0, std::min(name.size(), name.find(" (")))));
  std::string all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

}  // namespace pressgraph
