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

bool is_passive(const Analysis& a, const Hit& hit, std::uint32_t first) {
  const auto& w = a.knowledge.words;
  if (a.is_word(hit.last, w.by)) {
    return true;
  }
  const bool after_be = first > 0 && (a.is_word(first - 1, w.was) || a.is_word(first - 1, w.were) ||
                                      a.is_word(first - 1, w.be) || a.is_word(first - 1, w.is) ||
                                      a.is_word(first - 1, w.are) || a.is_word(first - 1, w.been));
  return after_be && a.document.text(first).ends_with("d");
}

}  // namespace

void find_clauses(Analysis& analysis) {
  auto& a = analysis;
  const MentionIndex index(a);
  Subjects subjects(a, index);
  std::size_t event = 0;
  for (const auto sentence : a.document.sentences) {
    for (auto i = sentence.first; i < sentence.last;) {
      const auto* hit = a.longest_hit(i, set_of(Kind::verb), sentence.last);
      if (hit == nullptr || index.covering(i) != none || inside_event(a, event, i)) {
        ++i;
        continue;
      }
      Clause clause{{i, hit->last}, hit->entry, is_passive(a, *hit, i), status_at(a, i), {}};
      clause.subjects = subjects.of(i);
      subjects.note(clause.subjects);
      i = hit->last;
      a.clauses.push_back(std::move(clause));
    }
  }
}

}  // namespace pressgraph
