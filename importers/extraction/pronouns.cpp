// SPDX-License-Identifier: Apache-2.0
// Who "he", "she", "they" and "it" are: whom the release spoke of last.
#include <algorithm>

#include "importers/extraction/clauses.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t remembered_persons = 8;

}  // namespace

// "The Secretary met with X today. They discussed ...": `one` and whom that person met last; nobody
// where nothing tells of a meeting, for then others than `one` are meant.
Subject Subjects::those_who_met(const Participant& one, std::uint32_t i) const {
  constexpr std::uint32_t farthest = 8;  // sentences
  constexpr int most = 32;               // events: of a list of meetings, "they" are all
  const auto here = a_.document.sentence_of[i];
  auto event = std::ranges::lower_bound(a_.events, i, {},
                                        [](const EventMention& e) { return e.range.first; });
  for (int looked = 0; event != a_.events.begin() && looked < most; ++looked) {
    --event;
    const auto verb = event->range.first;
    if (here - a_.document.sentence_of[verb] > farthest) {
      break;
    }
    if (!event->from_verb) {
      continue;
    }
    const auto clause = std::ranges::lower_bound(a_.clauses, verb, {},
                                                 [](const Clause& c) { return c.verb.first; });
    const bool met = clause != a_.clauses.end() && clause->verb.first == verb &&
                     std::ranges::any_of(clause->subjects,
                                         [&](const auto& who) { return who.node == one.node; });
    if (met) {
      return with_parties(*clause, *event);
    }
  }
  return {};
}

Subject Subjects::with_parties(const Clause& clause, const EventMention& event) const {
  constexpr std::size_t most = 16;  // whom a pronoun stands for one by one
  Subject all{clause.subjects, false};
  for (const int party : event.parties) {
    if (all.who.size() > most) {
      return {};
    }
    const auto& name = a_.names[static_cast<std::size_t>(party)];
    const bool known =
        std::ranges::any_of(all.who, [&](const auto& who) { return who.node == name.node; });
    if (name.type == NodeType::official && name.node != none && !known) {
      all.who.push_back({name.node, party, name.range, name.rule});
    }
  }
  return all.who.size() > 1 ? all : Subject{};
}

Subject Subjects::pronoun(std::uint32_t i, std::uint32_t verb) const {
  const auto& w = a_.knowledge.words;
  const auto word = a_.token(i).word;
  if (word == w.it) {
    return body_before(i, verb);
  }
  if (word == w.they) {
    const bool person =
        last_.who.size() == 1 && !last_.collective &&
        a_.nodes[static_cast<std::size_t>(last_.who.front().node)].type == NodeType::official;
    auto all = person ? those_who_met(last_.who.front(), i) : last_;
    all.collective |= !person;
    for (auto& one : all.who) {
      one = {one.node, none, {i, i + 1}, "pronoun"};
    }
    return all;
  }
  return person_meant(i, word == w.he ? Gender::male : Gender::female);
}

// Whom "he" or "she" at token `i` stands for.
Subject Subjects::person_meant(std::uint32_t i, Gender wanted) const {
  const auto fits = [&](int node) {
    const auto& draft = a_.nodes[static_cast<std::size_t>(node)];
    return draft.type == NodeType::official &&
           (draft.gender == wanted || draft.gender == Gender::unknown);
  };
  const int speaker = speaker_before(i);
  if (speaker != none && fits(speaker)) {
    return {{{speaker, none, {i, i + 1}, "pronoun"}}, false};
  }
  for (const auto& one : last_.who) {
    if (fits(one.node)) {
      return {{{one.node, none, {i, i + 1}, "pronoun"}}, false};
    }
  }
  const auto recent = std::find_if(recent_persons_.rbegin(), recent_persons_.rend(), fits);
  if (recent == recent_persons_.rend()) {
    return {};
  }
  return {{{*recent, none, {i, i + 1}, "pronoun"}}, false};
}

// "The Council condemned the attack. It also recalled ...": the body that opens the sentence
// before, or that "it" stood for there, where it speaks.
Subject Subjects::body_before(std::uint32_t it, std::uint32_t verb) const {
  const auto& w = a_.knowledge.words;
  const bool beside =
      verb == it + 1 ||
      (verb == it + 2 && (a_.is_word(it + 1, w.also) || a_.has(it + 1, word_adverb)));
  const auto* hit =
      beside && it > 0 ? a_.longest_hit(verb, set_of(Kind::verb), a_.sentence(it).last) : nullptr;
  if (hit == nullptr || a_.knowledge.verbs[hit->entry].frame != Frame::say) {
    return {};
  }
  const auto before = a_.sentence(it - 1);
  const int node = a_.is_word(before.first, w.it) ? body_said_last(it) : body_opening(before);
  return node == none ? Subject{} : Subject{{{node, none, {it, it + 1}, "pronoun"}}, false};
}

// The node of the body that spoke last, in the sentence before `it`; `none` where none did.
int Subjects::body_said_last(std::uint32_t it) const {
  const bool near = !a_.clauses.empty() && a_.document.sentence_of[a_.clauses.back().verb.first] ==
                                               a_.document.sentence_of[it - 1];
  const int node = near && last_.who.size() == 1 ? last_.who.front().node : none;
  return node != none && a_.nodes[static_cast<std::size_t>(node)].type == NodeType::agency ? node
                                                                                           : none;
}

// The node of the one body that the sentence begins with; `none` where there is none, or where an
// act is named that might say so itself.
int Subjects::body_opening(Range sentence) const {
  const auto at =
      a_.is_word(sentence.first, a_.knowledge.words.the) ? sentence.first + 1 : sentence.first;
  const int mention = at < sentence.last ? index_.covering(at) : none;
  if (mention == none || index_.begin(mention) != at || names_act(sentence)) {
    return none;
  }
  const auto& body = a_.names[static_cast<std::size_t>(mention)];
  const bool alone = index_.after(mention) == none && index_.whose_post(mention, at) == mention &&
                     !governed(mention, sentence);
  return body.type == NodeType::agency && alone && is_deliberative(body) &&
                 acts_next(index_.end_of_item(mention), sentence.last)
             ? body.node
             : none;
}

// An organ, which speaks by what it decides: what NATO or a ministry does makes things that "it"
// may be as well.
bool Subjects::is_deliberative(const NameMention& body) const {
  return body.thing != none &&
         a_.knowledge.things[static_cast<std::size_t>(body.thing)].kind == "organ";
}

// "The Council today condemned", not "The Council mission".
bool Subjects::acts_next(std::uint32_t i, std::uint32_t end) const {
  while (i < end && (a_.has(i, word_circumstance | word_weekday) || a_.taken[i] != 0 ||
                     a_.is_word(i, a_.knowledge.words.also) || a_.punctuation(i, ','))) {
    ++i;
  }
  return i < end && (a_.document.text(i).ends_with("ed") ||
                     a_.longest_hit(i, set_of(Kind::verb), end) != nullptr);
}

bool Subjects::names_act(Range sentence) const {
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const int mention = index_.covering(i);
    if (a_.has(i, word_instrument_head) ||
        (mention != none && !is_actor(a_.names[static_cast<std::size_t>(mention)].type))) {
      return true;
    }
  }
  return false;
}

// "A told. "B has signed it," he said": A, who spoke before the quotation that ends at `i`; `none`
// where none ends there, or where nobody is spoken of in it.
int Subjects::speaker_before(std::uint32_t i) const {
  constexpr std::uint32_t longest = 200;  // tokens quoted
  constexpr int most = 24;                // clauses in them
  if (i < 2 || !a_.punctuation(i - 1, '"')) {
    return none;
  }
  auto open = i - 2;
  while (open > 0 && i - open < longest && !a_.punctuation(open, '"')) {
    --open;
  }
  const bool quoted = std::ranges::any_of(last_.who, [&](const Participant& one) {
    return one.words.first > open && one.words.last < i && one.mention != none;
  });
  if (!quoted) {
    return none;
  }
  auto clause = a_.clauses.rbegin();
  for (int step = 0; clause != a_.clauses.rend() && clause->verb.last > open && step < most;
       ++step) {
    ++clause;
  }
  const bool one = clause != a_.clauses.rend() && clause != a_.clauses.rbegin() &&
                   clause->verb.last <= open && a_.knowledge.verbs[clause->entry].says &&
                   clause->subjects.size() == 1;
  return one ? clause->subjects.front().node : none;
}

void Subjects::note(const Subject& subject) {
  if (subject.who.empty() && !subject.collective) {
    return;
  }
  last_ = subject;
  for (const auto& one : subject.who) {
    if (a_.nodes[static_cast<std::size_t>(one.node)].type == NodeType::official) {
      if (recent_persons_.size() > remembered_persons) {
        recent_persons_.erase(recent_persons_.begin());
      }
      recent_persons_.push_back(one.node);
    }
  }
}

void Subjects::turn(int mention) {
  note(named(mention));
}

void Subjects::turn_to_opening(Range sentence) {
  const auto at =
      a_.is_word(sentence.first, a_.knowledge.words.the) ? sentence.first + 1 : sentence.first;
  const int mention = at < sentence.last ? index_.covering(at) : none;
  const bool person = mention != none && index_.begin(mention) == at &&
                      a_.names[static_cast<std::size_t>(mention)].type == NodeType::official;
  if (person && !governed(mention, sentence)) {
    turn(mention);
  }
}

}  // namespace pressgraph
