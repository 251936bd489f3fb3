// SPDX-License-Identifier: Apache-2.0
#include "graph/person_names.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"

namespace pressgraph {
namespace {

namespace lists = identity_lists;

using Words = std::vector<std::string>;

// The first of `sounds` that `word` begins with; null where none is.
const lists::Pair* sound_at(std::string_view word) {
  // Most letters begin few of them or none.
  static const auto by_letter = [] {
    std::array<std::vector<const lists::Pair*>, 26> rows;
    for (const auto& row : lists::sounds) {
      rows.at(static_cast<std::size_t>(row.from.front() - 'a')).push_back(&row);
    }
    return rows;
  }();
  if (word.front() < 'a' || word.front() > 'z') {
    return nullptr;
  }
  for (const auto* row : by_letter.at(static_cast<std::size_t>(word.front() - 'a'))) {
    if (word.starts_with(row->from)) {
      return row;
    }
  }
  return nullptr;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// The first letter and the consonants.
std::string consonants(const std::string& sounded) {
  std::string out;
  for (const char c : sounded) {
    if (out.empty() || !is_vowel(c)) {
      out += c;
    }
  }
  return out;
}

// Levenshtein's distance, as far as 3.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto changed = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

// "Ivanov" and "Ivanova", "Daniel" and "Daniela": a man and a woman.
bool differ_in_gender(const std::string& a, const std::string& b) {
  const auto& longer = a.size() > b.size() ? a : b;
  const auto& shorter = a.size() > b.size() ? b : a;
  const bool ends_so = longer.ends_with('a') || longer.ends_with("aia");
  return longer.size() != shorter.size() && ends_so && !shorter.ends_with('a');
}

// Vowels that one transliteration writes for another's: "Hussein" and "Husain", "Lukashenko" and
// "Lukashenka"; but not those of "Berg" and "Burg".
bool are_near(char a, char b) {
  constexpr std::array<std::string_view, 4> near{"ae", "ei", "ao", "ou"};
  return std::ranges::any_of(near, [a, b](std::string_view pair) {
    return pair.find(a) != std::string_view::npos && pair.find(b) != std::string_view::npos;
  });
}

// Whether two sounds of the same consonants differ in one vowel, near or left out.
bool differ_in_a_vowel(const std::string& x, const std::string& y) {
  if (x.size() != y.size()) {
    return distance(x, y) == 1;
  }
  const auto [at, other] = std::mismatch(x.begin(), x.end(), y.begin());
  return are_near(*at, *other) && std::equal(at + 1, x.end(), other + 1);
}

constexpr std::size_t shortest_varied_family = 6;
constexpr std::size_t shortest_telling_family = 5;

bool are_one_family(const std::string& a, const std::string& b) {
  if (a == b) {
    return true;
  }
  const auto x = sound(a);
  const auto y = sound(b);
  return x == y ||
         (x.size() >= shortest_varied_family && y.size() >= shortest_varied_family &&
          consonants(x) == consonants(y) && !differ_in_gender(x, y) && differ_in_a_vowel(x, y));
}

bool are_one_given_name(const std::string& a, const std::string& b) {
  const auto x = sound(a);
  const auto y = sound(b);
  return x == y || (x.size() >= 4 && y.size() >= 4 && consonants(x) == consonants(y) &&
                    x.ends_with('a') == y.ends_with('a') && distance(x, y) <= 2);
}

// By each form, the rows of lists::given_forms that have it.
const std::unordered_map<std::string_view, std::vector<std::size_t>>& rows_of_forms() {
  static const auto by_form = [] {
    std::unordered_map<std::string_view, std::vector<std::size_t>> rows;
    for (std::size_t i = 0; i < lists::given_forms.size(); ++i) {
      for (auto forms = lists::given_forms[i]; !forms.empty();) {
        const auto end = std::min(forms.find(' '), forms.size());
        rows[forms.substr(0, end)].push_back(i);
        forms.remove_prefix(std::min(end + 1, forms.size()));
      }
    }
    return rows;
  }();
  return by_form;
}

bool are_forms_of_one(const std::string& a, const std::string& b) {
  const auto& rows = rows_of_forms();
  const auto first = rows.find(a);
  const auto second = first == rows.end() ? rows.end() : rows.find(b);
  if (second == rows.end()) {
    return false;
  }
  return std::ranges::any_of(first->second, [&second](std::size_t row) {
    return std::ranges::find(second->second, row) != second->second.end();
  });
}

// How two given or middle names may be one.
NameLikeness given_likeness(const std::string& a, const std::string& b) {
  if (a == b) {
    return NameLikeness::same;
  }
  if (a.size() == 1 || b.size() == 1) {
    return a.front() == b.front() ? NameLikeness::initials : NameLikeness::none;
  }
  if (are_one_given_name(a, b)) {
    return NameLikeness::spelling;
  }
  return are_forms_of_one(a, b) ? NameLikeness::form : NameLikeness::none;
}

// The words between the first and the last: those that both have must agree, in their order. What
// one has more may be left out, an initial ("H. W." and "W.") aside.
NameLikeness middle_likeness(const Words& a, const Words& b) {
  const auto& fewer = a.size() < b.size() ? a : b;
  const auto& more = a.size() < b.size() ? b : a;
  auto worst = fewer.size() == more.size() ? NameLikeness::same : NameLikeness::middle;
  std::size_t at = 1;
  for (std::size_t i = 1; i + 1 < fewer.size(); ++i) {
    auto found = NameLikeness::none;
    for (; at + 1 < more.size() && found == NameLikeness::none; ++at) {
      found = given_likeness(fewer[i], more[at]);
      if (found == NameLikeness::none && more[at].size() == 1) {
        return found;
      }
    }
    // Here an initial tells no less than a middle name that is left out.
    worst = std::max(worst, found == NameLikeness::initials ? NameLikeness::middle : found);
  }
  return worst;
}

NameLikeness in_order(const Words& a, const Words& b) {
  if (!are_one_family(a.back(), b.back())) {
    return NameLikeness::none;
  }
  const auto family = a.back() == b.back() ? NameLikeness::same : NameLikeness::spelling;
  if (a.size() == 1 || b.size() == 1) {
    // A vowel may be another's where no given name says that he is the same: "Cecilia", "Sicilia".
    const auto alone = a.size() == b.size() ? family : NameLikeness::family;
    return sound(a.back()) == sound(b.back()) ? alone : NameLikeness::none;
  }
  const auto given = given_likeness(a.front(), b.front());
  const auto middle = middle_likeness(a, b);
  // "Seung Min Kim", "Sung Kim": many have so short a family name, and one of them half the given
  // name of another.
  const bool doubtful = a.back().size() < shortest_telling_family && given != NameLikeness::same &&
                        given != NameLikeness::initials && middle == NameLikeness::middle;
  return doubtful ? NameLikeness::none : std::max({family, given, middle});
}

// "Pedro Sánchez" and "Pedro Sánchez Pérez-Castejón": the shorter is how the longer begins.
bool begins_with(const Words& longer, const Words& shorter) {
  if (shorter.size() < 2 || shorter.size() >= longer.size() || shorter.front().size() == 1) {
    return false;
  }
  return std::equal(shorter.begin(), shorter.end(), longer.begin());
}

// "Gustavo Petro" and "Gustavo Francisco Petro Urrego": the father's name before the mother's.
bool has_mothers_name(const Words& longer, const Words& shorter) {
  constexpr std::size_t two_and_two = 4;
  return shorter.size() == 2 && longer.size() == two_and_two && shorter.front().size() > 1 &&
         longer.front() == shorter.front() && longer[2] == shorter.back();
}

bool is_left_out(const std::string& word, bool first) {
  return lists::holds(lists::particles, word) ||
         (!first && lists::holds(lists::inner_particles, word));
}

// "Miranda Du": what stands last is a family name, whatever it is elsewhere.
bool is_left_out_last(const std::string& word) {
  return lists::holds(lists::particles, word);
}

bool is_generation(const std::string& word) {
  return lists::holds(lists::generations, word);
}

bool family_first(const Words& a, const Words& b) {
  if (a.size() < 2 || a.size() != b.size()) {
    return false;
  }
  const auto matches = [&a](Words turned, std::ptrdiff_t by) {
    std::rotate(turned.begin(), turned.begin() + by, turned.end());
    return std::ranges::equal(a, turned, are_one_family);
  };
  return matches(b, 1) || matches(b, static_cast<std::ptrdiff_t>(b.size()) - 1);
}

}  // namespace

PersonName person_name(std::string_view text) {
  PersonName name;
  std::string word;
  std::string last;
  for (const char c : slug(text) + "-") {
    if (c != '-' && c != '.') {
      word += c;
      continue;
    }
    if (word.empty()) {
      continue;
    }
    if (!name.words.empty() && is_generation(word)) {
      name.generation = word == "junior" ? "jr" : word;
    } else if (!is_left_out(word, name.words.empty())) {
      name.words.push_back(word);
    }
    last = std::exchange(word, {});
  }
  if (!name.words.empty() && last != name.words.back() && !is_generation(last) &&
      !is_left_out_last(last)) {
    name.words.push_back(std::move(last));
  }
  constexpr std::size_t title_and_name = 3;
  while (name.words.size() >= title_and_name && lists::holds(lists::titles, name.words.front())) {
    name.words.erase(name.words.begin());
  }
  return name;
}

NameLikeness likeness(const PersonName& a, const PersonName& b) {
  if (a.words.empty() || b.words.empty() ||
      (a.generation != b.generation && !a.generation.empty() && !b.generation.empty())) {
    return NameLikeness::none;
  }
  if (const auto found = in_order(a.words, b.words); found != NameLikeness::none) {
    return found;
  }
  if (begins_with(a.words, b.words) || begins_with(b.words, a.words) ||
      has_mothers_name(a.words, b.words) || has_mothers_name(b.words, a.words)) {
    return NameLikeness::middle;
  }
  return family_first(a.words, b.words) ? NameLikeness::order : NameLikeness::none;
}

std::string sound(std::string_view word) {
  std::string out;
  while (!word.empty()) {
    const auto* rule = sound_at(word);
    const auto heard = rule == nullptr ? word.substr(0, 1) : rule->to;
    for (const char c : heard) {
      if (out.empty() || out.back() != c) {
        out += c;
      }
    }
    word.remove_prefix(rule == nullptr ? 1 : rule->from.size());
  }
  // "Sarah", "Abdullah": the last letter is not heard.
  if (out.size() > 2 && out.back() == 'h' && is_vowel(out[out.size() - 2])) {
    out.pop_back();
  }
  return out;
}

std::vector<std::string> blocking_keys(const PersonName& name) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < name.words.size(); ++i) {
    const auto& word = name.words[i];
    if (word.size() > 1 && (i > 0 || name.words.size() == 1)) {
      keys.push_back("p" + consonants(sound(word)));
    }
  }
  // A family name that stands first leads to the others by all words together.
  if (name.words.size() > 1) {
    Words heard;
    for (const auto& word : name.words) {
      heard.push_back(consonants(sound(word)));
    }
    std::ranges::sort(heard);
    std::string all = "q";
    for (const auto& word : heard) {
      all += word + ".";
    }
    keys.push_back(std::move(all));
  }
  return keys;
}

std::string_view description(NameLikeness likeness) {
  constexpr std::array<std::string_view, 8> words{"the same name",
                                                  "the same name, family name first",
                                                  "another spelling of the name",
                                                  "another form of the given name",
                                                  "with or without a middle name",
                                                  "initials",
                                                  "the family name alone",
                                                  "another name"};
  return words[static_cast<std::size_t>(likeness)];
}

}  // namespace pressgraph
