// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/tied_names.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/extraction/fold.hpp"

namespace pressgraph {
namespace {

class TiedNames {
 public:
  TiedNames(Document& document, const Vocabulary& vocabulary, const PhraseTrie& phrases)
      : document_(document), vocabulary_(vocabulary), phrases_(phrases) {}

  void run() {
    std::vector<Token> tokens;
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    std::uint32_t done = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto dash = dash_of(i);
      if (dash == 0 || !splits(i, dash)) {
        continue;
      }
      const auto begin = document_.tokens.begin();
      tokens.insert(tokens.end(), begin + done, begin + i);
      tokens.insert(tokens.end(), {left_, dash_, right_});
      done = i + 1;
    }
    if (done != 0) {
      tokens.insert(tokens.end(), document_.tokens.begin() + done, document_.tokens.end());
      document_.tokens = std::move(tokens);
    }
  }

 private:
  // Where the one dash of a capital word stands, as a byte of the buffer; 0 where none does.
  [[nodiscard]] std::uint32_t dash_of(std::uint32_t i) const {
    const auto& token = document_.tokens[i];
    if (!token.is(token_capital) || token.is(token_compound)) {
      return 0;
    }
    const auto text = document_.text(i);
    const auto dash = text.find('-');
    const bool one = dash != std::string_view::npos && dash > 1 && dash + 2 < text.size() &&
                     text.find('-', dash + 1) == std::string_view::npos;
    return one ? token.begin + static_cast<std::uint32_t>(dash) : 0;
  }

  bool splits(std::uint32_t i, std::uint32_t dash) {
    const auto& token = document_.tokens[i];
    if (phrases_.begin_with(token.word)) {
      return false;
    }
    left_ = part(token, token.begin, dash);
    constexpr int opening = token_paragraph | token_line | token_space | token_sentence;
    left_.flags = static_cast<std::uint16_t>(left_.flags | (token.flags & opening));
    dash_ = {dash, dash + 1, vocabulary_.find("-"), token_punctuation, '-'};
    right_ = part(token, dash + 1, token.end);
    const auto names = [&](const Token& one) {
      return one.is(token_capital) ? kinds_of(i, one) : KindSet{0};
    };
    const auto left = names(left_);
    const auto right = left == 0 ? KindSet{0} : names(right_);
    constexpr auto actor = set_of(Kind::country) | set_of(Kind::body);
    return left != 0 && right != 0 && ((left | right) & actor) != 0;
  }

  [[nodiscard]] Token part(const Token& whole, std::uint32_t begin, std::uint32_t end) const {
    const auto text = std::string_view(document_.buffer).substr(begin, end - begin);
    Token token{begin, end, vocabulary_.find(folded(text)), 0, 0};
    const bool capital = text.front() >= 'A' && text.front() <= 'Z';
    const bool all = std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    const int flags = (capital ? token_capital : 0) |
                      (all && text.size() > 1 ? token_all_caps : 0) |
                      (end == whole.end ? whole.flags & token_dot : 0);
    token.flags = static_cast<std::uint16_t>(flags);
    return token;
  }

  // What the word alone is a name of. The trie reads the document, so that the word stands at token
  // `i` meanwhile.
  [[nodiscard]] KindSet kinds_of(std::uint32_t i, const Token& word) {
    constexpr auto wanted = set_of(Kind::country) | set_of(Kind::body) | set_of(Kind::place);
    const auto written = std::exchange(document_.tokens[i], word);
    hits_.clear();
    phrases_.find(document_, i, i + 1, hits_);
    document_.tokens[i] = written;
    KindSet kinds = 0;
    for (const auto& hit : hits_) {
      kinds |= hit.last == i + 1 ? set_of(hit.kind) & wanted : 0;
    }
    return kinds;
  }

  Document& document_;
  const Vocabulary& vocabulary_;
  const PhraseTrie& phrases_;
  Token left_, dash_, right_;
  std::vector<Hit> hits_;  // reused
};

}  // namespace

void split_tied_names(Document& document, const Vocabulary& vocabulary, const PhraseTrie& phrases) {
  TiedNames(document, vocabulary, phrases).run();
}

}  // namespace pressgraph
