// SPDX-License-Identifier: Apache-2.0
// What the words before a verb make of it: asserted, scheduled, planned, hypothetical or negated.
#include <algorithm>

#include "importers/extraction/clauses.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t cue_window = 6;

// "invited the Prime Minister to visit": what may come of it.
bool is_invited(const Analysis& a, std::uint32_t verb, std::uint32_t first) {
  constexpr std::uint32_t farthest = 14;  // tokens
  if (verb < first + 2 || !a.is_word(verb - 1, a.knowledge.words.to)) {
    return false;
  }
  for (auto i = verb - 1; i > first && verb - i < farthest; --i) {
    const auto text = a.document.text(i - 1);
    if (text == "invited" || text == "invites" || text == "inviting") {
      return true;
    }
    if (a.punctuation(i - 1, ';')) {
      break;
    }
  }
  return false;
}

Status status_by_cues(const Analysis& analysis, std::uint32_t verb) {
  const auto& a = analysis;
  const auto sentence = a.sentence(verb);
  const auto floor = std::max(sentence.first, verb > cue_window ? verb - cue_window : 0U);
  Status status = Status::asserted;
  for (auto i = verb; i > floor;) {
    --i;
    if (a.punctuation(i, ',') || a.punctuation(i, ';')) {
      break;
    }
    if (a.taken[i] != 0) {
      continue;  // "On 26 May the parties signed": a month
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

}  // namespace

Status status_at(const Analysis& analysis, std::uint32_t verb) {
  return is_invited(analysis, verb, analysis.sentence(verb).first) ? Status::planned
                                                                   : status_by_cues(analysis, verb);
}

Status Subjects::status_of(std::uint32_t verb) const {
  const auto own = status_at(a_, verb);
  const auto how = link(verb);
  if (own != Status::asserted || how == Link::apart || how == Link::participle) {
    return own;
  }
  const auto& last = a_.clauses.back();
  if (how == Link::infinitive) {
    // What is asked, promised or agreed is not done yet.
    const bool said = a_.knowledge.verbs[last.entry].says;
    return said && is_shown(last.status) ? Status::planned : last.status;
  }
  // "will travel to X and attend Y": a verb without an ending of its own.
  const auto form = a_.document.text(verb);
  const bool own_ending = form.ends_with("ed") || form.ends_with("s") || form.ends_with("ing");
  return own_ending ? own : last.status;
}

}  // namespace pressgraph
