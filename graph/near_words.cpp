// SPDX-License-Identifier: Apache-2.0
#include "graph/near_words.hpp"

#include <algorithm>
#include <utility>

#include "graph/statement.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most = 6;
constexpr double least_likeness = 0.25;

double ratio(std::size_t shared, std::size_t a, std::size_t b) {
  return a == 0 || b == 0 ? 0.0 : 2.0 * static_cast<double>(shared) / static_cast<double>(a + b);
}

// Into a vector that is there: this is done for thousands of words.
void fill(Trigrams& all, std::string_view text) {
  all.clear();
  constexpr std::uint32_t blank = ' ';
  std::uint32_t gram = (blank << 8U) | blank;
  const auto add = [&](unsigned char c) {
    gram = ((gram << 8U) | c) & 0xFFFFFFU;
    all.push_back(gram);
  };
  std::ranges::for_each(text, [&](char c) { add(static_cast<unsigned char>(c)); });
  add(blank);
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

// The likest so far, the least like last.
class Nearest {
 public:
  explicit Nearest(std::string_view word) { fill(wanted_, word); }

  void offer(std::string word) {
    // A shorter word has no more trigrams than letters and one.
    const auto grams = word.size() + 1;
    if (grams < wanted_.size() && ratio(grams, grams, wanted_.size()) < least()) {
      return;
    }
    fill(found_, word);
    const auto like = likeness(wanted_, found_);
    if (like <= least_likeness || like < least()) {
      return;
    }
    std::pair one(-like, std::move(word));
    ranked_.insert(std::ranges::lower_bound(ranked_, one), std::move(one));
    ranked_.resize(std::min(ranked_.size(), most));
  }

  std::vector<std::string> take() {
    std::vector<std::string> words;
    words.reserve(ranked_.size());
    for (auto& [like, word] : ranked_) {
      words.push_back(std::move(word));
    }
    return words;
  }

 private:
  [[nodiscard]] double least() const {
    return ranked_.size() < most ? least_likeness : -ranked_.back().first;
  }

  Trigrams wanted_;
  Trigrams found_;
  std::vector<std::pair<double, std::string>> ranked_;
};

}  // namespace

Trigrams trigrams(std::string_view text) {
  Trigrams all;
  fill(all, text);
  return all;
}

double likeness(const Trigrams& a, const Trigrams& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    shared += *x == *y ? 1U : 0U;
    const bool first = *x <= *y;
    const bool second = *y <= *x;
    x += first ? 1 : 0;
    y += second ? 1 : 0;
  }
  return ratio(shared, a.size(), b.size());
}

std::vector<std::string> near_words(sqlite3* database, std::string_view word) {
  const std::string first(word.substr(0, 2));
  auto last = first;
  if (!last.empty()) {
    ++last.back();
  }
  Statement beginning(database, "SELECT word FROM spelling WHERE word >= ? AND word < ?");
  Nearest nearest(word);
  for (beginning.bind(first, last); beginning.step();) {
    nearest.offer(beginning.text(0));
  }
  return nearest.take();
}

}  // namespace pressgraph
