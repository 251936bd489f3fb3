// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/coverage.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "importers/extraction/analysis.hpp"
#include "importers/extraction/citation_text.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_name = 8;
constexpr std::uint32_t not_a_name = word_month | word_weekday | word_post | word_honorific |
                                     word_rank | word_function | word_event_head | word_ordinal;

bool is_small(const Document& document, std::uint32_t token) {
  const char c = document.text(token).front();
  return c >= 'a' && c <= 'z';
}

/// "SC/13121" -> "SC/#".
std::string shape_of(std::string_view symbol) {
  std::string shape;
  for (const char c : symbol) {
    const char as = c >= '0' && c <= '9' ? '#' : c;
    if (as != '#' || shape.empty() || shape.back() != '#') {
      shape.push_back(as);
    }
  }
  return shape;
}

bool is_symbol_like(std::string_view chunk) {
  const auto any = [&](auto test) { return std::ranges::any_of(chunk, test); };
  return chunk.size() >= 5 && chunk.size() <= 40 && chunk.find('/') != std::string_view::npos &&
         any([](char c) { return c >= 'A' && c <= 'Z'; }) &&
         any([](char c) { return c >= '0' && c <= '9'; }) &&
         !any([](char c) { return c == '@' || c == '_' || c == '=' || c == '%'; }) &&
         !holds(chunk, "http") && !holds(chunk, "www.") && !holds(chunk, ".com") &&
         !holds(chunk, ".gov");
}

class GapFinder {
 public:
  GapFinder(const Extraction& extraction, const Knowledge& knowledge)
      : extraction_(extraction), a_(knowledge, extraction.release) {
    find_boilerplate(a_);
    read_text(a_);
    find_phrases(a_);
    find_citations(a_);
    used_.assign(a_.document.tokens.size(), 0);
    use_mentions();
    use_hits();
  }

  std::vector<Gap> run() {
    const auto with_edge = sentences_with_edge();
    for (std::size_t s = 0; s < a_.document.sentences.size(); ++s) {
      const auto sentence = a_.document.sentences[s];
      if (sentence.empty() || a_.is_headline(sentence.first)) {
        continue;
      }
      span_ = a_.document.mention_of(a_.document.bytes(sentence)).span;
      names(sentence);
      symbols(sentence);
      verbs(sentence);
      if (with_edge[s] == 0) {
        event(sentence);
      }
    }
    return std::move(gaps_);
  }

 private:
  enum Use : std::uint8_t { used = 1, actor = 2 };

  [[nodiscard]] Range tokens_of(Field field, Span span) const {
    const auto offset = field == Field::text ? a_.document.body : 0U;
    const auto at = [&](std::uint32_t byte) {
      return static_cast<std::uint32_t>(
          std::ranges::lower_bound(a_.document.tokens, byte + offset, {}, &Token::begin) -
          a_.document.tokens.begin());
    };
    return {at(span.begin), at(span.end)};
  }

  void use(Range range, unsigned how) {
    for (auto i = range.first; i < range.last; ++i) {
      used_[i] = static_cast<std::uint8_t>(used_[i] | how);
    }
  }

  void use_node(const Node& node) {
    const bool acts = node.type == NodeType::official || node.type == NodeType::agency;
    for (const auto& mention : node.mentions) {
      if (mention.field == Field::text || mention.field == Field::title) {
        use(tokens_of(mention.field, mention.span), acts ? used | actor : used);
      }
    }
  }

  void use_mentions() {
    for (const auto& node : extraction_.nodes) {
      // A quotation's words are not used up by it.
      if (node.type == NodeType::statement || node.type == NodeType::release) {
        continue;
      }
      use_node(node);
    }
    for (const auto& citation : a_.citations) {
      use(tokens_of(Field::title, citation.group), used);
    }
  }

  // Titles, demonyms and heads are understood though they are no nodes of their own.
  void use_hits() {
    constexpr KindSet understood = set_of(Kind::post) | set_of(Kind::honorific) |
                                   set_of(Kind::rank) | set_of(Kind::demonym) |
                                   set_of(Kind::event_head) | set_of(Kind::country);
    for (std::uint32_t i = 0; i < used_.size(); ++i) {
      for (auto h = a_.hits_from[i]; h < a_.hits_from[i + 1]; ++h) {
        if ((set_of(a_.hits[h].kind) & understood) != 0) {
          use({i, a_.hits[h].last}, used);
        }
      }
    }
  }

  [[nodiscard]] std::vector<std::uint8_t> sentences_with_edge() const {
    std::vector<std::uint8_t> with(a_.document.sentences.size());
    for (const auto& edge : extraction_.edges) {
      if (edge.relation == Relation::mentions || edge.evidence.field != Field::text) {
        continue;
      }
      const auto range = tokens_of(Field::text, edge.evidence.span);
      if (!range.empty()) {
        with[a_.document.sentence_of[range.first]] = 1;
      }
    }
    return with;
  }

  void add(GapKind kind, std::string what) { gaps_.push_back({kind, std::move(what), span_}); }

  [[nodiscard]] bool is_name_word(std::uint32_t i) const {
    return a_.capital(i) && used_[i] == 0 && !a_.has(i, not_a_name) &&
           !a_.token(i).is(token_punctuation);
  }

  void names(Range sentence) {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      auto last = i;
      while (last < sentence.last && last - i < longest_name && is_name_word(last)) {
        ++last;
      }
      if (last == i) {
        continue;
      }
      // A capital alone at the start tells nothing; a heading in capitals is no name.
      const bool at_start = i == sentence.first || a_.token(i).is(token_line);
      const bool heading =
          last - i > 1 && a_.token(i).is(token_all_caps) && a_.token(last - 1).is(token_all_caps);
      if (!heading && !(at_start && last - i == 1) && a_.document.text(Range{i, last}).size() > 1) {
        add(GapKind::name, one_line(a_.document.text(Range{i, last})));
      }
      i = last - 1;
    }
  }

  static std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
      const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (!space || (!line.empty() && line.back() != ' ')) {
        line.push_back(space ? ' ' : c);
      }
    }
    return line;
  }

  void symbols(Range sentence) {
    for (auto i = sentence.first; i < sentence.last;) {
      auto last = i + 1;
      while (last < sentence.last && !a_.token(last).is(token_space) &&
             !a_.token(last).is(token_line)) {
        ++last;
      }
      auto chunk = a_.document.text(Range{i, last});
      constexpr std::string_view around = "()[]{},.;:\"'*";
      chunk.remove_prefix(std::min(chunk.find_first_not_of(around), chunk.size()));
      chunk = chunk.substr(0, chunk.find_last_not_of(around) + 1);
      const bool claimed = std::any_of(used_.begin() + i, used_.begin() + last,
                                       [](std::uint8_t how) { return how != 0; });
      if (!claimed && is_symbol_like(chunk)) {
        add(GapKind::symbol, shape_of(chunk));
      }
      i = last;
    }
  }

  // "X VERB that ..."
  void verbs(Range sentence) {
    const auto& words = a_.knowledge.words;
    for (auto i = sentence.first + 1; i + 1 < sentence.last; ++i) {
      const bool doer = (used_[i - 1] & actor) != 0 || a_.is_word(i - 1, words.he) ||
                        a_.is_word(i - 1, words.she) || a_.is_word(i - 1, words.they);
      if (!doer || !a_.is_word(i + 1, words.that) || !is_small(a_.document, i) ||
          a_.has(i, word_function) || is_verb(i)) {
        continue;
      }
      add(GapKind::verb, std::string(a_.document.text(i)));
    }
  }

  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    return a_.longest_hit(i, set_of(Kind::verb), i + 1) != nullptr;
  }

  void event(Range sentence) {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const auto* head = a_.longest_hit(i, set_of(Kind::event_head), sentence.last);
      if (head != nullptr) {
        auto what = one_line(a_.document.text(Range{i, head->last}));
        std::ranges::transform(what, what.begin(), folded_letter);
        add(GapKind::event, std::move(what));
        return;
      }
    }
  }

  const Extraction& extraction_;
  Analysis a_;
  std::vector<std::uint8_t> used_;  ///< by token: bits of Use
  std::vector<Gap> gaps_;
  Span span_;
};

}  // namespace

std::string_view to_string(GapKind kind) {
  constexpr std::array<std::string_view, 4> names{"name", "symbol", "verb", "event"};
  return names[static_cast<std::size_t>(kind)];
}

std::vector<Gap> find_gaps(const Extraction& extraction, const Knowledge& knowledge) {
  return GapFinder(extraction, knowledge).run();
}

}  // namespace pressgraph
