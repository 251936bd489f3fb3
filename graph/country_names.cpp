// SPDX-License-Identifier: Apache-2.0
#include "graph/country_names.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_words = 8;

// In small letters, "U.S." being "us".
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : slug(text) + "-") {
    if (c == '-' && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    } else if (c != '-' && c != '.') {
      word += c;
    }
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string all;
  for (auto i = first; i < last; ++i) {
    all += (all.empty() ? "" : " ") + words[i];
  }
  return all;
}

// By name the country's code; empty where several have it.
const std::unordered_map<std::string, std::string>& codes() {
  static const auto by_name = [] {
    std::unordered_map<std::string, std::string> found;
    for (const auto& [name, code] : identity_lists::country_names) {
      const auto words = plain_words(name);
      const auto [at, added] = found.try_emplace(joined(words, 0, words.size()), code);
      if (!added && at->second != code) {
        at->second.clear();
      }
    }
    return found;
  }();
  return by_name;
}

struct Named {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string code;
};

// The longest at each place, so that "South Sudan" is not Sudan.
std::vector<Named> named_in(const std::vector<std::string>& words) {
  std::vector<Named> all;
  const auto& known = codes();
  for (std::size_t i = 0; i < words.size();) {
    auto last = std::min(words.size(), i + most_words);
    auto name = joined(words, i, last);
    auto found = known.find(name);
    while (found == known.end() && last > i + 1) {
      --last;
      name.resize(name.size() - words[last].size() - 1);  // with the blank before it
      found = known.find(name);
    }
    if (found == known.end()) {
      ++i;
      continue;
    }
    if (!found->second.empty()) {
      all.push_back({i, last, found->second});
    }
    i = last;
  }
  return all;
}

// Whether `wanted` stands among words that have a blank before each and behind the last.
bool has_words(std::string_view words, std::string_view wanted) {
  for (auto at = words.find(wanted, 1); at != std::string_view::npos;
       at = words.find(wanted, at + 1)) {
    if (words[at - 1] == ' ' && words.substr(at + wanted.size()).starts_with(' ')) {
      return true;
    }
  }
  return false;
}

std::set<std::string> codes_in(const std::vector<std::string>& words) {
  std::set<std::string> found;
  for (auto& named : named_in(words)) {
    found.insert(std::move(named.code));
  }
  return found;
}

}  // namespace

std::set<std::string> countries_named(std::string_view text) {
  return codes_in(plain_words(text));
}

std::string without_country(std::string_view name, std::string_view code) {
  auto words = plain_words(name);
  const auto all = named_in(words);
  bool removed = false;
  for (auto left = all.size(); left > 0; --left) {  // from the last on: places before stay
    const auto& named = all[left - 1];
    if (named.code == code) {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(named.first),
                  words.begin() + static_cast<std::ptrdiff_t>(named.last));
      removed = true;
    }
  }
  return removed ? joined(words, 0, words.size()) : std::string();
}

std::string country_of_publisher(std::string_view publisher) {
  const auto words = plain_words(publisher);
  auto found = codes_in(words);
  const auto all = " " + joined(words, 0, words.size()) + " ";
  for (const auto& [seat, code] : identity_lists::seats) {
    if (has_words(all, seat)) {
      found.emplace(code);
    }
  }
  return found.size() == 1 ? *found.begin() : std::string();
}

}  // namespace pressgraph
