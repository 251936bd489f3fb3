// SPDX-License-Identifier: Apache-2.0
#include "graph/even_names.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/country_names.hpp"
#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"

namespace pressgraph {
namespace {

namespace lists = identity_lists;

// What was found of names, which come again and again. Bounded: forgets all when it is full, and
// takes no name that is longer than names are.
template <typename Value>
class Known {
 public:
  template <typename Find>
  Value of(std::string_view name, const Find& find) {
    if (const auto known = values_.find(name); known != values_.end()) {
      return known->second;
    }
    auto value = find(name);  // which may ask for other names
    if (name.size() > longest) {
      return value;
    }
    if (values_.size() >= most) {
      values_.clear();
    }
    values_.emplace(name, value);
    return value;
  }

 private:
  static constexpr std::size_t most = 4096;
  static constexpr std::size_t longest = 512;  // bytes

  struct Hash {
    // NOLINTNEXTLINE(readability-identifier-naming): what a map must have
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>()(name);
    }
  };

  std::unordered_map<std::string, Value, Hash, std::equal_to<>> values_;
};

std::string evened_text(std::string_view name) {
  auto text = " " + slug(name) + " ";
  std::ranges::replace(text, '-', ' ');
  for (const auto& phrases : {lists::foreign_phrases, lists::phrases}) {
    for (const auto& [from, to] : phrases) {
      const auto at = text.find(" " + std::string(from) + " ");
      if (at != std::string::npos) {
        text.replace(at + 1, from.size(), to);
      }
    }
  }
  return text;
}

using WordsByWord = std::unordered_map<std::string_view, std::string_view>;

const WordsByWord& even_by_word() {
  static const auto even = [] {
    WordsByWord words;
    for (const auto& pairs : {lists::spellings, lists::translations}) {
      for (const auto& [from, to] : pairs) {
        words.try_emplace(from, to);
      }
    }
    return words;
  }();
  return even;
}

std::string evened_word(std::string word) {
  while (word.ends_with('.')) {
    word.pop_back();
  }
  const auto even = even_by_word().find(word);
  return even == even_by_word().end() ? word : std::string(even->second);
}

// Appends what stands between the blanks of `text`: a word of another language may be two.
void append_words(std::vector<std::string>& words, std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
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
      append_words(words, word);
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

// Whether `words`, single spaces between them, have `word` (or several) among them.
bool has_word(std::string_view words, std::string_view word) {
  const auto is_edge = [&](std::size_t at) { return at >= words.size() || words[at] == ' '; };
  for (auto at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + word.size())) {
      return true;
    }
  }
  return false;
}

bool has_one_of(lists::Words list, const std::string& words) {
  return std::ranges::any_of(list, [&](std::string_view word) { return has_word(words, word); });
}

std::string found_words(std::string_view name) {
  // What stands in brackets explains.
  const auto words = words_of(evened_text(name.substr(0, std::min(name.size(), name.find(" (")))));
  std::string all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

bool found_many_a_country(std::string_view name) {
  const auto words = even_words(name);
  return is_local_name(words) ||
         (has_one_of(lists::local_words, words) && !has_word(words, "national"));
}

bool found_once_a_country(std::string_view name) {
  return has_one_of(lists::state_words, even_words(name)) && !is_many_a_country(name);
}

bool found_common(std::string_view name) {
  const auto words = even_words(name);
  if (words.empty() || are_common_words(words)) {
    return !words.empty();
  }
  if (!has_one_of(lists::common_heads, words)) {
    return false;
  }
  // "Embassy of the United States": one in each country.
  const auto countries = countries_named(name);
  return countries.empty() ||
         (countries.size() == 1 &&
          are_common_words(even_words(without_country(name, *countries.begin()))) &&
          is_many_a_country(name));
}

}  // namespace

bool is_local_name(const std::string& words) {
  static const auto names = [] {
    std::unordered_set<std::string> evened;
    for (const auto name : lists::local_names) {
      evened.insert(even_words(name));
    }
    return evened;
  }();
  return names.contains(words);
}

bool is_translated_name(std::string_view name) {
  auto words = slug(name);
  std::ranges::replace(words, '-', ' ');
  const auto has = [&words](const lists::Pair& pair) { return has_word(words, pair.from); };
  return std::ranges::any_of(lists::translations, has) ||
         std::ranges::any_of(lists::foreign_phrases, has);
}

bool are_common_words(const std::string& words) {
  return all_among(lists::common_words, words) || is_local_name(words);
}

bool is_shared_name(std::string_view name) {
  return has_one_of(lists::shared_words, even_words(name));
}

bool may_be_of(std::string_view name, std::string_view country) {
  const auto words = even_words(name);
  return std::ranges::none_of(lists::never_of, [&](const lists::Pair& never) {
    std::vector<std::string> all;
    append_words(all, never.from);
    return never.to == country && std::ranges::all_of(all, [&words](const std::string& word) {
             return has_word(words, word);
           });
  });
}

bool is_kind_of_instrument(std::string_view name) {
  const auto words = even_words(name);
  return !words.empty() && all_among(lists::instrument_words, words);
}

bool is_common_name(std::string_view name) {
  thread_local Known<bool> known;
  return known.of(name, found_common);
}

bool is_once_a_country(std::string_view name) {
  thread_local Known<bool> known;
  return known.of(name, found_once_a_country);
}

bool is_many_a_country(std::string_view name) {
  thread_local Known<bool> known;
  return known.of(name, found_many_a_country);
}

std::string even_words(std::string_view name) {
  thread_local Known<std::string> known;
  return known.of(name, found_words);
}

}  // namespace pressgraph
