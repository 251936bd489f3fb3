// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/release_speaker.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

constexpr std::size_t head_sentences = 8;     // where a release says whose statement it is
constexpr std::uint32_t longest_byline = 16;  // tokens
constexpr std::uint32_t longest_lead = 12;    // tokens before the colon of "MODERATOR:"
constexpr std::uint32_t longest_dateline =
    6;  // tokens before the title's subject: "Releases 07 27 2006"

}  // namespace

ReleaseSpeaker::ReleaseSpeaker(const Edges& edges) : e_(edges), a_(edges.a) {
  find_turns();
  find_author();
}

int ReleaseSpeaker::at(std::uint32_t i) const {
  const auto after =
      std::ranges::upper_bound(turns_, i, {}, [](const auto& turn) { return turn.first; });
  if (after != turns_.begin()) {
    return std::prev(after)->second;
  }
  return i >= speech_begins_ ? author_ : none;
}

bool ReleaseSpeaker::is_anonymous(std::uint32_t i) const {
  const auto after =
      std::ranges::upper_bound(turns_, i, {}, [](const auto& turn) { return turn.first; });
  return after != turns_.begin() && std::prev(after)->second == none;
}

int ReleaseSpeaker::official_at(std::uint32_t i) const {
  const int mention = e_.index.covering(i);
  return mention != none && e_.name(mention).type == NodeType::official ? e_.name(mention).node
                                                                        : none;
}

// "* * * President of Latvia Ilse Kalnins:": where the words begin.
std::uint32_t ReleaseSpeaker::past_stars(Range sentence) const {
  auto first = sentence.first;
  while (first + 1 < sentence.last && a_.punctuation(first, '*')) {
    ++first;
  }
  return first;
}

// Sentences that begin "President of Latvia Ilse Kalnins:", and lines that begin "SECRETARY X:";
// "QUESTION:" ends what X says.
void ReleaseSpeaker::find_turns() {
  for (const auto sentence : a_.document.sentences) {
    const auto first = past_stars(sentence);
    if (!a_.capital(first) || a_.is_headline(first)) {
      continue;
    }
    const int mention = e_.index.covering(first);
    const bool named = mention != none && e_.index.begin(mention) == first &&
                       a_.punctuation(e_.index.end_of_item(mention), ':');
    const int speaker = named ? official_at(first) : none;
    if (speaker != none || (a_.token(first).is(token_line) && (named || is_lead(sentence)))) {
      turns_.emplace_back(first, speaker);
    }
  }
  const bool any =
      std::ranges::any_of(turns_, [](const auto& turn) { return turn.second != none; });
  if (!any) {
    turns_.clear();
  }
}

// "QUESTION:", "MR. PRICE:", "Question:".
bool ReleaseSpeaker::is_lead(Range sentence) const {
  const auto bound = std::min(sentence.last, sentence.first + longest_lead);
  for (auto i = sentence.first; i < bound; ++i) {
    if (a_.punctuation(i, ':')) {
      return i > sentence.first;
    }
    if (!a_.token(i).is(token_all_caps) && !(i == sentence.first && a_.punctuation(i + 1, ':')) &&
        !a_.token(i).is(token_punctuation)) {
      return false;
    }
  }
  return false;
}

void ReleaseSpeaker::find_author() {
  const auto& sentences = a_.document.sentences;
  if (sentences.empty()) {
    return;
  }
  if (is_joint(sentences.front())) {
    return;  // the words of several are the release's
  }
  bool strict = false;
  for (std::size_t s = 0; s < std::min(sentences.size(), head_sentences) && author_ == none; ++s) {
    author_ = speech_of(sentences[s]);
    if (author_ == none && s > 0) {
      author_ = byline(sentences[s]);
      strict = is_spokesperson(sentences[s].last - 1);
    }
    speech_begins_ = sentences[s].last;
  }
  if (author_ == none) {
    author_ = signature();
    speech_begins_ = sentences.front().last;
    strict = true;
  }
  if (author_ == none) {
    author_ = subject_of_headline();
    speech_begins_ = sentences.front().last;
    strict = true;
  }
  if (author_ != none && !first_person(strict)) {
    author_ = none;
  }
}

// Whoever a letter or message is signed by: a name on a line of its own near its end.
int ReleaseSpeaker::signature() const {
  constexpr std::size_t nearest = 4;  // sentences from the end: "THE WHITE HOUSE", the day
  const auto& sentences = a_.document.sentences;
  for (std::size_t back = 1; back <= std::min(nearest, sentences.size() - 1); ++back) {
    const auto line = sentences[sentences.size() - back];
    const int name = e_.index.covering(line.first);
    if (name != none && e_.name(name).type == NodeType::official &&
        e_.index.begin(name) == line.first && a_.token(line.first).is(token_line) &&
        e_.index.end_of_item(name) + 1 >= line.last) {
      return e_.name(name).node;
    }
  }
  return none;
}

bool ReleaseSpeaker::is_joint(Range title) const {
  for (auto i = title.first; i < title.last; ++i) {
    if (a_.is_word(i, a_.knowledge.words.joint)) {
      return true;
    }
  }
  return false;
}

int ReleaseSpeaker::speech_of(Range sentence) const {
  for (const int by :
       {statement_by(sentence), owner_of_speech(sentence), given_statement(sentence)}) {
    if (by != none) {
      return by;
    }
  }
  return none;
}

// "X, Secretary of State" on a line of its own.
int ReleaseSpeaker::byline(Range sentence) const {
  const int by = official_at(sentence.first);
  if (by == none || sentence.size() >= longest_byline || a_.punctuation(sentence.last - 1, '.')) {
    return none;
  }
  const int mention = e_.index.covering(sentence.first);
  const auto last = e_.name(mention).range.last;
  const bool alone = last == sentence.last && a_.token(sentence.first).is(token_line);
  const bool line =
      e_.index.begin(mention) == sentence.first && (a_.punctuation(last, ',') || alone);
  return line ? by : none;
}

// "Senator X today made the following statement:", "Senator X today released a statement on ..."
int ReleaseSpeaker::given_statement(Range sentence) const {
  const auto& w = a_.knowledge.words;
  for (auto i = sentence.first + 1; i < sentence.last; ++i) {
    const bool following = a_.has(i, word_speech) && a_.is_word(i - 1, w.following);
    const bool one = a_.is_word(i, w.statement) && a_.is_word(i - 1, w.a);
    if (!following && !one) {
      continue;
    }
    const auto first = std::max(sentence.first, i > reach ? i - reach : 0U);
    bool given = following;
    for (auto t = i; t-- > first;) {
      given = given || a_.has(t, word_gives_out);
      if (const int by = official_at(t); by != none && given) {
        return by;
      }
    }
  }
  return none;
}

// "John Roe Opposes the Nomination": the title's first name, where the text below never names him:
// the words are his.
int ReleaseSpeaker::subject_of_headline() const {
  const auto headline = a_.document.sentences.front();
  const auto* first = a_.names.empty() ? nullptr : &a_.names.front();
  const bool opens =
      first != nullptr && first->type == NodeType::official &&
      first->range.first < std::min(headline.last, headline.first + longest_dateline);
  const auto below = [&](const NameMention& name) {
    return name.node == first->node && name.range.first >= headline.last;
  };
  return opens && std::ranges::none_of(a_.names, below) ? first->node : none;
}

// "Statement by X", "Remarks of President Y".
int ReleaseSpeaker::statement_by(Range sentence) const {
  const auto& w = a_.knowledge.words;
  for (auto i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    if (a_.has(i - 1, word_speech) &&
        (a_.is_word(i, w.by) || a_.is_word(i, w.from) || a_.is_word(i, w.of))) {
      return official_at(a_.is_word(i + 1, w.the) ? i + 2 : i + 1);
    }
  }
  return none;
}

// "President X's address to the nation" in the title, "Following are X's remarks at the Forum:".
int ReleaseSpeaker::owner_of_speech(Range sentence) const {
  if (!a_.is_headline(sentence.first) &&
      !a_.is_word(sentence.first, a_.knowledge.words.following)) {
    return none;
  }
  for (auto i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    if (!a_.token(i).is(token_possessive)) {
      continue;
    }
    for (auto t = i + 1; t < std::min(sentence.last, i + 5); ++t) {
      if (a_.has(t, word_speech)) {
        return official_at(i - 1);
      }
    }
  }
  return none;
}

// A spokesperson's "we" is the office's.
bool ReleaseSpeaker::is_spokesperson(std::uint32_t i) const {
  const auto& w = a_.knowledge.words;
  return a_.is_word(i, w.spokesperson) || a_.is_word(i, w.spokesman) ||
         a_.is_word(i, w.spokeswoman);
}

// Outside quotations; by "I" and "my" alone where `strict`.
bool ReleaseSpeaker::first_person(bool strict) const {
  const auto& w = a_.knowledge.words;
  auto quoted = a_.statements.begin();
  for (auto i = speech_begins_; i < a_.document.tokens.size(); ++i) {
    const auto word = a_.token(i).word;
    const bool mine = word == w.i || word == w.my;
    const bool ours = word == w.we || word == w.our;
    if (word == 0 || !(mine || (ours && !strict))) {
      continue;
    }
    while (quoted != a_.statements.end() && quoted->words.last <= i) {
      ++quoted;
    }
    const bool inside = quoted != a_.statements.end() && quoted->words.first <= i &&
                        quoted->mode == "direct" && quoted->speaker.node != author_;
    if (!inside) {
      return true;
    }
  }
  return false;
}

}  // namespace pressgraph
