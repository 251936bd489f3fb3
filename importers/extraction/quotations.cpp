// SPDX-License-Identifier: Apache-2.0
// What was said, and by whom: quotations with the verb of saying beside them, and what follows
// "said that". A quotation that opens a paragraph with no verb beside it goes on with the speaker
// before it.
#include <algorithm>

#include "importers/extraction/analysis.hpp"
#include "importers/extraction/lists.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t shortest_quotation = 4;   // words; less is a title or a scare quote
constexpr std::uint32_t longest_quotation = 600;  // tokens
constexpr std::uint32_t longest_inner = 8;        // tokens of a quotation within another
constexpr std::uint32_t beside = 14;              // tokens between a quotation and its verb
constexpr std::uint32_t longest_indirect = 120;
constexpr std::uint32_t shortest_told = 4;  // tokens before ", he said"

class QuotationFinder {
 public:
  explicit QuotationFinder(Analysis& analysis) : a_(analysis) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    for (std::uint32_t i = 0; (i = next_mark(i, count)) < count;) {
      const auto close = opens(i) ? closing(i, count) : i;
      if (close > i + shortest_quotation) {
        quoted({i + 1, close});
        i = close < count && a_.token(close).is(token_paragraph) ? close : close + 1;
      } else {
        ++i;
      }
    }
    for (const auto& clause : a_.clauses) {
      indirect(clause);
      unmarked(clause);
      told_before(clause);
    }
    std::ranges::sort(a_.statements, {}, [](const StatementMention& s) { return s.words.first; });
  }

 private:
  [[nodiscard]] std::uint32_t next_mark(std::uint32_t i, std::uint32_t count) const {
    while (i < count && a_.token(i).punctuation != '<' && a_.token(i).punctuation != '"') {
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool opens(std::uint32_t i) const {
    const auto& t = a_.token(i);
    return t.punctuation == '<' ||
           (t.punctuation == '"' &&
            (t.is(token_space) || t.is(token_paragraph) || i == 0 || after_colon(i)));
  }

  [[nodiscard]] bool after_colon(std::uint32_t i) const { return a_.punctuation(i - 1, ':'); }

  // The mark that closes the quotation opened at `i`, or `i`. One that is opened again in the next
  // paragraph goes on: its paragraphs are found one by one.
  [[nodiscard]] std::uint32_t closing(std::uint32_t i, std::uint32_t count) const {
    const char close = a_.token(i).punctuation == '<' ? '>' : '"';
    for (auto at = i + 1; at < std::min(count, i + longest_quotation); ++at) {
      if (a_.token(at).punctuation == close) {
        const auto inner = at > i + 1 && close == '"' ? inner_closing(at, count) : at;
        if (inner == at) {
          return at;
        }
        at = inner;
        continue;
      }
      if (a_.token(at).is(token_paragraph)) {
        return at;
      }
    }
    return a_.token(i).is(token_paragraph) && count < i + longest_quotation ? count : i;
  }

  // They feel "comfortable" there: a straight mark before a word opens a quotation within the
  // quotation where one soon closes it. The latter; else `i`.
  [[nodiscard]] std::uint32_t inner_closing(std::uint32_t i, std::uint32_t count) const {
    if (!a_.token(i).is(token_space) || i + 1 >= count || a_.token(i + 1).is(token_space)) {
      return i;
    }
    for (auto at = i + 1; at < std::min(count, i + longest_inner); ++at) {
      if (a_.token(at).is(token_paragraph)) {
        return i;
      }
      if (a_.punctuation(at, '"')) {
        return a_.token(at).is(token_space) ? i : at;
      }
    }
    return i;
  }

  [[nodiscard]] bool says(const Clause& clause) const {
    return a_.knowledge.verbs[clause.entry].says && !clause.passive;
  }

  [[nodiscard]] const Clause* clause_near(Range words) const {
    const auto after = std::ranges::lower_bound(a_.clauses, words.last, {},
                                                [](const Clause& c) { return c.verb.first; });
    if (after != a_.clauses.end() && after->verb.first < words.last + beside && says(*after) &&
        same_paragraph(words.last - 1, after->verb.first)) {
      return &*after;
    }
    auto before = std::ranges::lower_bound(a_.clauses, words.first, {},
                                           [](const Clause& c) { return c.verb.first; });
    if (before == a_.clauses.begin()) {
      return nullptr;
    }
    --before;
    const bool near = before->verb.last + beside > words.first && says(*before) &&
                      same_paragraph(before->verb.first, words.first);
    return near ? &*before : nullptr;
  }

  [[nodiscard]] bool same_paragraph(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first + 1; i <= last && i < a_.document.tokens.size(); ++i) {
      if (a_.token(i).is(token_paragraph)) {
        return false;
      }
    }
    return true;
  }

  // "under the theme of "Safe Tides", the Council said": what something is called.
  [[nodiscard]] bool is_title(std::uint32_t mark) const {
    const auto& w = a_.knowledge.words;
    const bool tied = mark > 1 && (a_.is_word(mark - 1, w.of) || a_.punctuation(mark - 1, ':') ||
                                   a_.punctuation(mark - 1, ','));
    const auto at = tied ? mark - 2 : mark - 1;
    return mark > 1 &&
           (a_.is_word(at, w.theme) || a_.is_word(at, w.titled) || a_.is_word(at, w.entitled));
  }

  void quoted(Range words) {
    if (is_title(words.first - 1)) {
      return;
    }
    const auto* clause = clause_near(words);
    const bool opens = a_.token(words.first - 1).is(token_paragraph);
    if (clause == nullptr && opens) {
      introduced(words);
    }
    if (clause != nullptr && !clause->subjects.empty() && !is_quoted(*clause, words)) {
      last_ = clause->subjects.front();
      add(clause->subjects,
          {words, {}, clause->verb, "direct", "quotation-beside-verb", clause->status});
    } else if (clause == nullptr && last_.node != none && opens) {
      add({last_}, {words, {}, {words.first - 1, words.first}, "direct", "quotation-goes-on"});
    }
  }

  // "Latvia fights for its right," the President said: Latvia is of what is said.
  static bool is_quoted(const Clause& clause, Range words) {
    return clause.verb.first >= words.last && clause.subjects.front().words.first >= words.first &&
           clause.subjects.front().words.last <= words.last;
  }

  // Who speaks in the paragraphs that follow: the body whose act is given in full, by its first
  // line, "The Security Council,"; or whoever the lines before it tell.
  void introduced(Range words) {
    const auto at = a_.is_word(words.first, a_.knowledge.words.the) ? words.first + 1 : words.first;
    auto name = std::ranges::lower_bound(a_.names, at, {},
                                         [](const NameMention& n) { return n.range.first; });
    for (; name != a_.names.end() && name->range.first == at; ++name) {
      const auto last = name->range.last;
      if (name->type == NodeType::agency && name->node != none && a_.punctuation(last, ',') &&
          (last + 1 >= words.last || a_.token(last + 1).is(token_paragraph))) {
        last_ = {name->node, none, name->range, "act-in-full"};
        return;
      }
    }
    if (words.first > 1 && a_.punctuation(words.first - 2, ':')) {
      introduced_by(a_.sentence(words.first - 2));
    }
  }

  // "Minister X talked to the press:"
  void introduced_by(Range lead) {
    auto clause = std::ranges::lower_bound(a_.clauses, lead.first, {},
                                           [](const Clause& c) { return c.verb.first; });
    for (; clause != a_.clauses.end() && clause->verb.first < lead.last; ++clause) {
      const bool one = clause->subjects.size() == 1;
      const int node = one ? clause->subjects.front().node : none;
      if (node != none && a_.nodes[static_cast<std::size_t>(node)].type == NodeType::official) {
        last_ = clause->subjects.front();
        return;
      }
    }
  }

  void indirect(const Clause& clause) {
    const auto that = clause.verb.last;
    if (!says(clause) || clause.subjects.empty() || !a_.is_word(that, a_.knowledge.words.that)) {
      return;
    }
    const auto most = std::min(a_.sentence(clause.verb.first).last, that + 1 + longest_indirect);
    const auto end = before_next_saying(that + 1, most);
    // "said that, under the plan, ..."; not "said that's it"
    const auto first = a_.punctuation(that + 1, ',') ? that + 2 : that + 1;
    if (end > that + 3 && !a_.token(first).is(token_possessive)) {  // not "supports that vision."
      add(clause.subjects, {{first, end}, {}, clause.verb, "indirect", "said-that", clause.status});
    }
  }

  // "said that A and stated that B": where A ends.
  [[nodiscard]] std::uint32_t before_next_saying(std::uint32_t first, std::uint32_t end) const {
    for (auto i = first; i + 2 < end; ++i) {
      if (!a_.is_word(i, a_.knowledge.words.and_)) {
        continue;
      }
      const auto* verb = a_.longest_hit(i + 1, set_of(Kind::verb), end);
      if (verb != nullptr && a_.knowledge.verbs[verb->entry].says && !a_.capital(i + 1) &&
          (i == first || a_.is_word(verb->last, a_.knowledge.words.that))) {
        return i > first && a_.punctuation(i - 1, ',') ? i - 1 : i;
      }
    }
    return end;
  }

  // "The matter is closed, said Minister X.": the words of the sentence before the verb, where no
  // marks tell more.
  void unmarked(const Clause& clause) {
    const auto first = a_.sentence(clause.verb.first).first;
    const bool after = clause.verb.first > first + 1 && clause.subjects.size() == 1 &&
                       a_.punctuation(clause.verb.first - 1, ',') &&
                       a_.has(clause.verb.first, word_quoting) &&
                       clause.subjects.front().words.first > clause.verb.first;
    if (!after || !says(clause) || holds_mark({first, clause.verb.first})) {
      return;
    }
    add(clause.subjects, {{first, clause.verb.first - 1},
                          {},
                          clause.verb,
                          "direct",
                          "quotation-without-marks",
                          clause.status});
  }

  // "The work had been hard, he added.": what stands before the speaker, to the sentence's begin.
  void told_before(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    if (clause.subjects.size() != 1 || clause.passive || clause.verb.last + 1 != sentence.last ||
        !a_.punctuation(clause.verb.last, '.') || !says(clause)) {
      return;
    }
    const auto& speaker = clause.subjects.front();
    auto first = speaker.words.first;
    if (speaker.mention != none && !name(speaker.mention).title.empty()) {
      first = std::min(first, name(speaker.mention).title.first);
    }
    if (first < sentence.first + shortest_told || speaker.words.last != clause.verb.first ||
        !a_.punctuation(first - 1, ',') || holds_mark(sentence)) {
      return;
    }
    const auto comma = first - 1;
    if (opens_adjunct(sentence.first) && !has_finite_verb({sentence.first, comma})) {
      return;  // "After years of work on the Treaty, Norway agreed."
    }
    add(clause.subjects,
        {{sentence.first, comma}, {}, clause.verb, "indirect", "said-before", clause.status});
  }

  // "In a letter to the Council", "Asked about the Treaty", "After years of work".
  [[nodiscard]] bool opens_adjunct(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return is_preposition(a_, i) || text == "After" || text == "Following" ||
           text.ends_with("ed") || text.ends_with("ing");
  }

  // "is", "would", "has": what stands before may be a sentence of its own.
  [[nodiscard]] bool has_finite_verb(Range words) const {
    const auto& w = a_.knowledge.words;
    for (auto i = words.first; i < words.last; ++i) {
      const auto word = a_.token(i).word;
      const auto text = a_.document.text(i);
      if (word != 0 && (word == w.is || word == w.are || word == w.was || word == w.were ||
                        word == w.will || word == w.would || word == w.has || word == w.have ||
                        word == w.had || text == "can" || text == "must" || text == "should")) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] const NameMention& name(int mention) const {
    return a_.names[static_cast<std::size_t>(mention)];
  }

  [[nodiscard]] bool holds_mark(Range words) const {
    for (auto i = words.first; i < words.last; ++i) {
      const char c = a_.token(i).punctuation;
      if (c == '"' || c == '<' || c == '>') {
        return true;
      }
    }
    return false;
  }

  void add(const std::vector<Participant>& speakers, StatementMention statement) {
    for (const auto& speaker : speakers) {
      statement.speaker = speaker;
      a_.statements.push_back(statement);
    }
  }

  Analysis& a_;
  Participant last_;
};

}  // namespace

void find_quotations(Analysis& analysis) {
  QuotationFinder(analysis).run();
}

}  // namespace pressgraph
