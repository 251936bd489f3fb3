// SPDX-License-Identifier: Apache-2.0
#include "graph/name_numbers.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "graph/identity.hpp"

namespace pressgraph {
namespace {

// "One" and "a second" say too much else.
constexpr std::array<std::array<std::string_view, 2>, 20> number_words{
    {{"first", "first"},
     {"second", "second"},
     {"third", "three"},
     {"fourth", "four"},
     {"fifth", "five"},
     {"sixth", "six"},
     {"seventh", "seven"},
     {"eighth", "eight"},
     {"ninth", "nine"},
     {"tenth", "ten"},
     {"eleventh", "eleven"},
     {"twelfth", "twelve"},
     {"thirteenth", "thirteen"},
     {"fourteenth", "fourteen"},
     {"fifteenth", "fifteen"},
     {"sixteenth", "sixteen"},
     {"seventeenth", "seventeen"},
     {"eighteenth", "eighteen"},
     {"nineteenth", "nineteen"},
     {"twentieth", "twenty"}}};

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

void sort_once(std::vector<std::string>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool differ(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return !a.empty() && !b.empty() && both.empty();
}

}  // namespace

std::string number_of_word(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ending) && is_digits(word.substr(0, word.size() - ending.size()))) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (is_digits(word)) {
    return std::string(word);
  }
  const auto* found = std::ranges::find_if(number_words, [&](const auto& forms) {
    return std::ranges::find(forms, word) != forms.end();
  });
  return found == number_words.end() ? std::string()
                                     : std::to_string(found - number_words.begin() + 1);
}

NameNumbers numbers_in(const std::vector<std::string>& names) {
  NameNumbers found;
  for (const auto& name : names) {
    std::string word;
    for (const char c : slug(name) + "-") {
      if (c != '-' && c != '.') {
        word += c;
        continue;
      }
      if (auto number = number_of_word(word); !number.empty()) {
        (is_year(number) ? found.years : found.others).push_back(std::move(number));
      }
      word.clear();
    }
  }
  sort_once(found.years);
  sort_once(found.others);
  return found;
}

bool numbers_differ(const NameNumbers& a, const NameNumbers& b) {
  return differ(a.years, b.years) || differ(a.others, b.others);
}

}  // namespace pressgraph
