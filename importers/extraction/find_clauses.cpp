// SPDX-License-Identifier: Apache-2.0
// Each verb of the lexicons with its subjects, in text order, so that "he" and "they" can be told
// by who spoke or acted last.
#include <algorithm>

#include "importers/extraction/clauses.hpp"

namespace pressgraph {
namespace {

bool inside_event(const Analysis& a, std::size_t& event, std::uint32_t i) {
  while (event < a.events.size() && a.events[event].range.last <= i) {
    ++event;
  }
  return event < a.events.size() && a.events[event].range.first <= i && !a.events[event].from_verb;
}

// "hosted by", "organized jointly by": where "by" stands, or `end`.
std::uint32_t by_after(const Analysis& a, std::uint32_t last, std::uint32_t end) {
  const auto bound = std::min(end, last + 3);
  for (auto i = last; i < bound; ++i) {
    if (a.is_word(i, a.knowledge.words.by)) {
      return i;
    }
    if (!a.has(i, word_circumstance) && !a.document.text(i).ends_with("ly")) {
      break;
    }
  }
  return end;
}

bool is_passive(const Analysis& a, const Hit& hit, std::uint32_t first, std::uint32_t end) {
  const auto& w = a.knowledge.words;
  const auto form = a.document.text(first);
  const bool participle = form.ends_with("d") || form.ends_with("n") || form.ends_with("ght");
  if (participle && by_after(a, hit.last, end) < end) {
    return true;
  }
  const bool after_be = first > 0 && (a.is_word(first - 1, w.was) || a.is_word(first - 1, w.were) ||
                                      a.is_word(first - 1, w.be) || a.is_word(first - 1, w.is) ||
                                      a.is_word(first - 1, w.are) || a.is_word(first - 1, w.been));
  return after_be && participle;
}

// "was stated by the President": whoever says it stands after "by".
Subject by_whom(const Analysis& a, const MentionIndex& index, const Hit& hit, Range sentence,
                Subject subject) {
  if (a.knowledge.verbs[hit.entry].frame != Frame::say ||
      !a.is_word(hit.last, a.knowledge.words.by)) {
    return subject;
  }
  Subject by;
  std::uint32_t last = hit.last;
  for (const int mention : read_list(a, index, hit.last + 1, sentence.last, last)) {
    const auto& name = a.names[static_cast<std::size_t>(mention)];
    if (is_actor(name.type)) {
      by.who.push_back({name.node, mention, name.range, name.rule});
    }
  }
  return by.who.empty() ? subject : by;
}

// "Addressing the conference, X said ...": the verb that opens the sentence is done by the subject
// of the next one.
void share_with_opening(Analysis& a, Range sentence, std::size_t first) {
  if (first + 1 >= a.clauses.size()) {
    return;
  }
  auto& opening = a.clauses[first];
  auto following = first + 1;  // over "at the course organised by X"
  while (following + 1 < a.clauses.size() && a.clauses[following].passive &&
         a.clauses[following].subjects.empty()) {
    ++following;
  }
  const auto& next = a.clauses[following];
  const bool opens = opening.verb.first <= sentence.first + 1 && opening.subjects.empty() &&
                     a.document.text(opening.verb.first).ends_with("ing");
  if (opens) {
    opening.subjects = next.subjects;
    opening.collective = next.collective;
  }
}

// "SECRETARY X: Good morning", "AHMED X (Country) said": whose paragraph this is.
int speaker_lead(const Analysis& a, const MentionIndex& index, Range sentence) {
  const int mention = index.covering(sentence.first);
  if (mention == none || index.begin(mention) != sentence.first) {
    return none;
  }
  const auto& name = a.names[static_cast<std::size_t>(mention)];
  const bool person = name.type == NodeType::official && name.node != none;
  return person && a.punctuation(index.end_of_item(mention), ':') ? mention : none;
}

// "A noted that B works on it. He said ...": whoever reports goes on, not whom the report is of.
void turn_back_to_reporter(const Analysis& a, Subjects& subjects, std::size_t first) {
  if (first + 1 >= a.clauses.size()) {
    return;
  }
  const auto& report = a.clauses[first];
  const auto next = report.verb.last;
  const bool reports = a.knowledge.verbs[report.entry].says && !report.passive &&
                       report.subjects.size() == 1 && next < a.document.tokens.size() &&
                       a.is_word(next, a.knowledge.words.that);
  if (reports) {
    subjects.note({report.subjects, false});
  }
}

// The clause of the verb at token `i`, noted as the last one.
void add_clause(Analysis& a, const MentionIndex& index, Subjects& subjects, const Hit& hit,
                std::uint32_t i) {
  const auto sentence = a.sentence(i);
  const bool passive = is_passive(a, hit, i, sentence.last);
  auto subject = passive ? by_whom(a, index, hit, sentence, subjects.of(i)) : subjects.of(i);
  subjects.note(subject);
  a.clauses.push_back({{i, hit.last},
                       hit.entry,
                       passive,
                       subjects.status_of(i),
                       std::move(subject.who),
                       subject.collective});
}

}  // namespace

void find_clauses(Analysis& analysis) {
  auto& a = analysis;
  const auto& index = mention_index(a);
  Subjects subjects(a, index);
  constexpr auto verbs = set_of(Kind::verb);
  std::size_t event = 0;
  for (const auto sentence : a.document.sentences) {
    if (const int lead = speaker_lead(a, index, sentence); lead != none) {
      subjects.turn(lead);
    }
    const auto first = a.clauses.size();
    for (auto i = sentence.first; (i = a.next_begin(i, sentence.last, verbs)) < sentence.last;) {
      const auto* hit = a.longest_hit(i, verbs, sentence.last);
      if (hit == nullptr || index.covering(i) != none || inside_event(a, event, i) ||
          is_noun_here(a, index, i, a.clauses.empty() ? nullptr : &a.clauses.back())) {
        ++i;
        continue;
      }
      add_clause(a, index, subjects, *hit, i);
      i = hit->last;
    }
    share_with_opening(a, sentence, first);
    turn_back_to_reporter(a, subjects, first);
    if (a.clauses.size() == first) {
      subjects.turn_to_opening(sentence);
    }
  }
}

}  // namespace pressgraph
