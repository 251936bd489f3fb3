// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/possessives.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "importers/extraction/fold.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_owner = 6;  // words of a name whose last one has lost its ending
constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_all_capitals(std::string_view word) {
  return word.find_first_not_of(capitals) == std::string_view::npos;
}

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() &&
         ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

// "Council's", "Councils'": an apostrophe of `size` bytes at `at` that ends a word's owner; not
// that of "O'Neill".
bool is_ending(std::string_view text, std::size_t at, std::size_t size) {
  const auto next = at + size;
  const bool owned = next < text.size() && text[next] == 's' && !is_letter(text, next + 1);
  return owned || (at > 0 && text[at - 1] == 's' && !is_letter(text, next));
}

bool has_ending(std::string_view text, std::string_view mark) {
  for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (is_ending(text, at, mark.size())) {
      return true;
    }
  }
  return false;
}

// Whether a text of this length would have a possessive if its publisher had not lost all
// apostrophes.
bool lost_apostrophes(std::string_view text) {
  constexpr std::size_t shortest = 600;  // bytes
  return text.size() >= shortest && !has_ending(text, "'") && !has_ending(text, "\xE2\x80\x99");
}

class PossessiveFinder {
 public:
  PossessiveFinder(Document& document, const Vocabulary& vocabulary, const PhraseTrie& phrases)
      : document_(document),
        vocabulary_(vocabulary),
        phrases_(phrases),
        today_(vocabulary.find("today")),
        lost_(lost_apostrophes(document.buffer)) {}

  void run() {
    std::vector<Token> tokens;
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    std::uint32_t done = 0;
    for (std::uint32_t i = 0; i + 1 < count; ++i) {
      if (may_own(i) && owns(i)) {
        const auto begin = document_.tokens.begin();
        tokens.insert(tokens.end(), begin + done, begin + i);
        push_owner(tokens, document_.tokens[i]);
        done = i + 1;
      }
    }
    if (done != 0) {
      tokens.insert(tokens.end(), document_.tokens.begin() + done, document_.tokens.end());
      document_.tokens = std::move(tokens);
    }
  }

 private:
  // A capitalised word that ends in "s", before more of its line.
  [[nodiscard]] bool may_own(std::uint32_t i) const {
    const auto& token = document_.tokens[i];
    const auto& next = document_.tokens[i + 1];
    return token.is(token_capital) && token.end - token.begin >= 4 &&
           document_.buffer[token.end - 1] == 's' && !next.is(token_line) &&
           !next.is(token_punctuation) && (next.is(token_capital) || lost_);
  }

  [[nodiscard]] bool owns(std::uint32_t i) {
    const auto word = document_.text(i);
    const auto stem = word.substr(0, word.size() - 1);
    const auto number = vocabulary_.find(folded(stem));
    const bool before_name = document_.tokens[i + 1].is(token_capital);
    const bool unknown = document_.tokens[i].word == 0;
    const bool acronym = unknown && is_all_capitals(stem);
    if (lost_ && before_name &&
        (acronym || (number == today_ && number != 0) || (unknown && owns_task_force(i)))) {
      return true;
    }
    if (number == 0) {
      return false;
    }
    if (lost_ && before_name && heads_agency(i, number) && is_named_elsewhere(i)) {
      return true;
    }
    if (is_all_capitals(stem) && before_name && ends_name(i, i, number)) {
      return true;  // "the FBIs New York Field Office"
    }
    if (lost_ && unknown && !acronym) {
      return ends_name(i, i, number);  // "Kenyas President": there is no such plural
    }
    return (before_name || lost_) && i > 0 && ends_name(i, i - 1, number) &&
           !ends_name(i, i - 1, document_.tokens[i].word);
  }

  // "President Nowaks Harbour Fraud Task Force"
  [[nodiscard]] bool owns_task_force(std::uint32_t i) {
    constexpr std::uint32_t longest = 8;  // words
    if (i == 0 || !document_.tokens[i - 1].is(token_capital) || !begins(i - 1, Kind::post)) {
      return false;
    }
    const auto end = std::min(static_cast<std::uint32_t>(document_.tokens.size()), i + longest);
    for (auto at = i + 1; at < end; ++at) {
      const auto& token = document_.tokens[at];
      if (!token.is(token_capital) || token.is(token_line) || token.is(token_punctuation)) {
        return false;
      }
      if (at > i + 1 && begins(at, Kind::agency_head)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool begins(std::uint32_t i, Kind kind) {
    hits_.clear();
    phrases_.find(document_, i, i + 1, hits_);
    return std::ranges::any_of(hits_, [kind](const Hit& hit) { return hit.kind == kind; });
  }

  [[nodiscard]] bool heads_agency(std::uint32_t i, std::uint32_t number) {
    auto& token = document_.tokens[i];
    const auto written = std::exchange(token.word, number);
    const bool heads = begins(i, Kind::agency_head);
    token.word = written;
    return heads;
  }

  // "the Harbour Departments Fraud Section", where the text has "the Harbour Department" too, and
  // as often.
  [[nodiscard]] bool is_named_elsewhere(std::uint32_t i) {
    if (i == 0 || !document_.tokens[i - 1].is(token_capital) ||
        document_.tokens[i - 1].is(token_punctuation)) {
      return false;
    }
    if (pairs_.empty()) {
      note_pairs();
    }
    const auto begin = document_.tokens[i - 1].begin;
    const auto written =
        std::string_view(document_.buffer).substr(begin, document_.tokens[i].end - begin);
    const auto stem = pairs_.find(written.substr(0, written.size() - 1));
    return stem != pairs_.end() && stem->second >= pairs_[written];
  }

  // Two words with capitals, as they are written, and how often.
  void note_pairs() {
    const std::string_view text = document_.buffer;
    for (std::size_t i = 0; i + 1 < document_.tokens.size(); ++i) {
      const auto& first = document_.tokens[i];
      const auto& second = document_.tokens[i + 1];
      if (first.is(token_capital) && second.is(token_capital) && !second.is(token_line)) {
        ++pairs_[text.substr(first.begin, second.end - first.begin)];
      }
    }
  }

  // Whether a name of the lexicons that begins at `latest` or before ends at `i`, the word there
  // being `number`.
  [[nodiscard]] bool ends_name(std::uint32_t i, std::uint32_t latest, std::uint32_t number) {
    auto& token = document_.tokens[i];
    const auto whole = token;
    token.end -= number != token.word ? 1U : 0U;  // without its ending
    token.word = number;
    if (is_all_capitals(document_.text(i))) {
      token.flags |= token_all_caps;
    }
    const auto earliest = i >= longest_owner ? i - longest_owner : 0;
    const bool lone = latest == i;
    const auto kinds = set_of(Kind::body) | (lone ? set_of(Kind::country) : 0U);
    bool found = false;
    for (auto at = latest + 1; at-- > earliest && !found;) {
      hits_.clear();
      phrases_.find(document_, at, i + 1, hits_);
      found = std::ranges::any_of(hits_, [&](const Hit& hit) {
        return hit.last == i + 1 && (set_of(hit.kind) & kinds) != 0;
      });
    }
    token = whole;
    return found;
  }

  // The token cut into the name and its ending, as if the apostrophe stood between them.
  void push_owner(std::vector<Token>& tokens, Token token) const {
    const Token ending{token.end - 1, token.end, vocabulary_.find("'s"), token_possessive, '\''};
    token.end = ending.begin;
    const auto text =
        std::string_view(document_.buffer).substr(token.begin, token.end - token.begin);
    token.word = vocabulary_.find(folded(text));
    if (is_all_capitals(text)) {
      token.flags |= token_all_caps;
    }
    tokens.push_back(token);
    tokens.push_back(ending);
  }

  Document& document_;
  const Vocabulary& vocabulary_;
  const PhraseTrie& phrases_;
  std::uint32_t today_;
  bool lost_;
  std::vector<Hit> hits_;                                      // reused
  std::unordered_map<std::string_view, std::uint32_t> pairs_;  // filled when first asked for
};

}  // namespace

void restore_possessives(Document& document, const Vocabulary& vocabulary,
                         const PhraseTrie& phrases) {
  PossessiveFinder(document, vocabulary, phrases).run();
}

}  // namespace pressgraph
