// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/clauses.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

constexpr std::uint32_t farthest_subject = 60;  // tokens left of its verb
constexpr std::uint32_t cue_window = 5;
constexpr std::uint32_t longest_list = 600;

bool is_preposition(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  const auto word = a.token(i).word;
  return word != 0 &&
         (word == w.of || word == w.in || word == w.at || word == w.with || word == w.on ||
          word == w.to || word == w.from || word == w.by || word == w.for_ || word == w.into ||
          word == w.against || word == w.between || word == w.near || word == w.as ||
          word == w.including || word == w.during || word == w.before);
}

bool is_actor(NodeType type) {
  return type == NodeType::official || type == NodeType::agency || type == NodeType::place;
}

std::uint32_t before_article(const Analysis& a, std::uint32_t begin) {
  return begin > 0 && a.is_word(begin - 1, a.knowledge.words.the) ? begin - 1 : begin;
}

}  // namespace

MentionIndex::MentionIndex(const Analysis& analysis)
    : a_(analysis), covering_(analysis.document.tokens.size(), none) {
  for (std::size_t i = 0; i < a_.names.size(); ++i) {
    const auto& name = a_.names[i];
    const auto first = name.title.empty() ? name.range.first : name.title.first;
    for (auto t = first; t < name.range.last; ++t) {
      const int other = covering_[t];
      if (other == none ||
          a_.names[static_cast<std::size_t>(other)].range.size() < name.range.last - first) {
        covering_[t] = static_cast<int>(i);
      }
    }
  }
}

std::uint32_t MentionIndex::begin(int mention) const {
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  return name.title.empty() ? name.range.first : name.title.first;
}

Subjects::Subjects(const Analysis& analysis, const MentionIndex& index)
    : a_(analysis), index_(index) {
  for (const auto& post : a_.posts) {
    if (post.rule != "title-before-name") {
      post_starts_.push_back(post.range);
    }
  }
  std::ranges::sort(post_starts_);
}

std::vector<Participant> Subjects::of(std::uint32_t verb) const {
  const auto sentence = a_.sentence(verb);
  const auto floor =
      std::max(sentence.first, verb > farthest_subject ? verb - farthest_subject : 0U);
  const auto& w = a_.knowledge.words;
  if (auto inverted = after_quotation(verb, sentence); !inverted.empty()) {
    return inverted;
  }
  std::vector<Participant> found;
  for (auto i = verb; i > floor;) {
    --i;
    const auto& t = a_.token(i);
    if (t.word != 0 && (t.word == w.he || t.word == w.she || t.word == w.they)) {
      return pronoun(i);
    }
    if (a_.has(i, word_collective) && index_.covering(i) == none) {
      return {};
    }
    const int mention = index_.covering(i);
    if (mention == none) {
      continue;
    }
    const auto begin = index_.begin(mention);
    const auto& name = a_.names[static_cast<std::size_t>(mention)];
    const auto start = before_article(a_, begin);
    const bool governed =
        start > sentence.first &&
        (is_preposition(a_, start - 1) || a_.token(start - 1).is(token_possessive) ||
         a_.punctuation(start - 1, '(') || in_post(start));
    const bool owner = a_.token(name.range.last < a_.document.tokens.size() ? name.range.last : i)
                           .is(token_possessive);
    i = std::min(i, begin);
    if (governed || owner || !is_actor(name.type) || name.node == none) {
      continue;
    }
    found.push_back({name.node, mention, name.range, name.rule});
    take_conjuncts(start, floor, found);
    return found;
  }
  return found;
}

// "...", said the Minister: the subject stands after the verb.
std::vector<Participant> Subjects::after_quotation(std::uint32_t verb, Range sentence) const {
  const auto closes = [&](std::uint32_t i) {
    return a_.punctuation(i, '>') || a_.punctuation(i, '"');
  };
  const bool quoted = verb > 0 && (closes(verb - 1) ||
                                   (verb > 1 && a_.punctuation(verb - 1, ',') && closes(verb - 2)));
  if (!quoted) {
    return {};
  }
  for (auto i = verb + 1; i < std::min(sentence.last, verb + 4); ++i) {
    const int mention = index_.covering(i);
    if (mention != none && is_actor(a_.names[static_cast<std::size_t>(mention)].type)) {
      const auto& name = a_.names[static_cast<std::size_t>(mention)];
      return name.node == none
                 ? std::vector<Participant>{}
                 : std::vector<Participant>{{name.node, mention, name.range, name.rule}};
    }
  }
  return {};
}

// Names inside "X, Director of Y," are no subjects.
bool Subjects::in_post(std::uint32_t i) const {
  const auto after = std::ranges::upper_bound(post_starts_, i, {}, &Range::first);
  return after != post_starts_.begin() && std::prev(after)->last > i;
}

// "A, B and C met": the names that "and" and commas tie to the one nearest the verb.
void Subjects::take_conjuncts(std::uint32_t begin, std::uint32_t floor,
                              std::vector<Participant>& out) const {
  auto at = begin;
  bool conjunction = false;
  for (int steps = 0; steps < 64 && at > floor; ++steps) {
    auto i = at - 1;
    const bool joined = a_.is_word(i, a_.knowledge.words.and_);
    conjunction |= joined;
    if (!joined && !(conjunction && a_.punctuation(i, ','))) {
      return;
    }
    i -= joined && i > floor && a_.punctuation(i - 1, ',') ? 1U : 0U;
    if (i <= floor) {
      return;
    }
    const int mention = index_.covering(i - 1);
    if (mention == none &&
        (a_.is_word(i - 1, a_.knowledge.words.he) || a_.is_word(i - 1, a_.knowledge.words.she))) {
      const auto person = pronoun(i - 1);
      out.insert(out.end(), person.begin(), person.end());
      return;
    }
    if (mention == none || !is_actor(a_.names[static_cast<std::size_t>(mention)].type)) {
      return;
    }
    const auto& name = a_.names[static_cast<std::size_t>(mention)];
    if (name.node != none) {
      out.push_back({name.node, mention, name.range, name.rule});
    }
    at = before_article(a_, index_.begin(mention));
    if (at > floor && is_preposition(a_, at - 1)) {
      return;
    }
  }
}

std::vector<Participant> Subjects::pronoun(std::uint32_t i) const {
  const auto& w = a_.knowledge.words;
  const auto word = a_.token(i).word;
  if (word == w.they) {
    auto all = last_;
    for (auto& one : all) {
      one.words = {i, i + 1};
      one.rule = "pronoun";
      one.mention = none;
    }
    return all;
  }
  const Gender wanted = word == w.he ? Gender::male : Gender::female;
  const auto fits = [&](int node) {
    const auto& draft = a_.nodes[static_cast<std::size_t>(node)];
    return draft.type == NodeType::official &&
           (draft.gender == wanted || draft.gender == Gender::unknown);
  };
  for (const auto& one : last_) {
    if (fits(one.node)) {
      return {{one.node, none, {i, i + 1}, "pronoun"}};
    }
  }
  for (auto node = recent_persons_.rbegin(); node != recent_persons_.rend(); ++node) {
    if (fits(*node)) {
      return {{*node, none, {i, i + 1}, "pronoun"}};
    }
  }
  return {};
}

void Subjects::note(const std::vector<Participant>& subjects) {
  if (subjects.empty()) {
    return;
  }
  last_ = subjects;
  for (const auto& subject : subjects) {
    if (a_.nodes[static_cast<std::size_t>(subject.node)].type == NodeType::official) {
      if (recent_persons_.size() > 8) {
        recent_persons_.erase(recent_persons_.begin());
      }
      recent_persons_.push_back(subject.node);
    }
  }
}

std::vector<int> read_list(const Analysis& analysis, const MentionIndex& index, std::uint32_t i,
                           std::uint32_t end, std::uint32_t& last) {
  const auto& a = analysis;
  const auto& w = a.knowledge.words;
  std::vector<int> items;
  last = i;
  std::uint32_t skipped = 0;
  end = std::min(end, i + longest_list);
  while (i < end && skipped < 12) {
    const int mention = index.covering(i);
    if (mention != none && a.names[static_cast<std::size_t>(mention)].node != none) {
      items.push_back(mention);
      i = a.names[static_cast<std::size_t>(mention)].range.last;
      last = i;
      skipped = 0;
      // An acronym, country or party in brackets after the name.
      if (a.punctuation(i, '(')) {
        for (auto j = i; j < std::min(end, i + 8); ++j) {
          if (a.punctuation(j, ')')) {
            i = j + 1;
            break;
          }
        }
      }
      continue;
    }
    const bool glue = a.punctuation(i, ',') || a.is_word(i, w.and_) || a.is_word(i, w.the) ||
                      a.punctuation(i, '&') || a.punctuation(i, '-') || a.punctuation(i, '*');
    const bool filler = a.is_word(i, w.of) || a.is_word(i, w.a) || !a.has(i, word_function);
    if (!glue && items.empty() && filler && a.taken[i] == 0 &&
        (a.has(i, word_common | word_modifier) || a.token(i).is(token_digit)) &&
        a.longest_hit(i, set_of(Kind::verb), end) == nullptr) {
      ++skipped;  // "with a group of more than 20 U.S. senators, among them ..."
    } else if (!glue) {
      break;
    }
    ++i;
  }
  return items;
}

Status status_at(const Analysis& analysis, std::uint32_t verb) {
  const auto& a = analysis;
  const auto sentence = a.sentence(verb);
  const auto floor = std::max(sentence.first, verb > cue_window ? verb - cue_window : 0U);
  Status status = Status::asserted;
  for (auto i = verb; i > floor;) {
    --i;
    if (a.punctuation(i, ',') || a.punctuation(i, ';')) {
      break;
    }
    const auto cue = [&](Kind kind) { return a.longest_hit(i, set_of(kind), verb) != nullptr; };
    if (cue(Kind::negation)) {
      return Status::negated;
    }
    if (cue(Kind::hypothetical)) {
      status = Status::hypothetical;
    } else if (cue(Kind::planned) && status == Status::asserted) {
      status = Status::planned;
    } else if (cue(Kind::scheduled) && status == Status::asserted) {
      status = Status::scheduled;
    }
  }
  return status;
}

}  // namespace pressgraph
