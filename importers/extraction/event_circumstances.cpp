// SPDX-License-Identifier: Apache-2.0
// When and where, told right behind an event: "held today (17) at the Secretariat".
#include <algorithm>

#include "importers/extraction/event_parts.hpp"

namespace pressgraph {
namespace {

// One past the date or the place that begins at `i`, or `i` where neither does.
std::uint32_t past_date_or_place(const Analysis& a, std::uint32_t i) {
  auto last = i;
  while (last < a.document.tokens.size() && a.taken[last] != 0) {
    ++last;
  }
  if (last > i) {
    return last;
  }
  const auto place = std::ranges::lower_bound(
      a.names, i, {}, [](const NameMention& name) { return name.range.first; });
  const bool found =
      place != a.names.end() && place->range.first == i && place->type == NodeType::place;
  return found ? place->range.last : i;
}

// One past "(17)", the day of "today", or `i`.
std::uint32_t past_day(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const bool day = i + 2 < end && a.punctuation(i, '(') && a.token(i + 1).is(token_digit) &&
                   a.punctuation(i + 2, ')');
  return day ? i + 3 : i;
}

// One past "on Monday", "at the Secretariat", "(17)" at `i`; `i` where none of these stands there.
std::uint32_t past_circumstance(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const auto& w = a.knowledge.words;
  if (!a.is_word(i, w.in) && !a.is_word(i, w.at) && !a.is_word(i, w.on)) {
    return past_day(a, i, end);
  }
  const auto next = a.is_word(i + 1, w.the) ? i + 2 : i + 1;
  const auto past = next < end ? past_date_or_place(a, next) : next;
  return past > next ? past : i;
}

// What may stand between an event and when and where it was: "held", "was", "today". It is called
// the same where it was not held.
bool leads_to_circumstance(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const auto* verb = a.longest_hit(i, set_of(Kind::verb), end);
  return a.has(i, word_takes_place | word_circumstance) || a.punctuation(i, ',') ||
         a.is_word(i, a.knowledge.words.not_) ||
         (verb != nullptr && a.knowledge.verbs[verb->entry].frame == Frame::event);
}

}  // namespace

std::uint32_t past_circumstances(const Analysis& a, std::uint32_t at) {
  constexpr std::uint32_t longest = 6;  // tokens between
  const auto end = a.sentence(at - 1).last;
  auto last = at;
  for (auto i = at; i + 1 < end && i < last + longest; ++i) {
    if (const auto past = past_circumstance(a, i, end); past > i) {
      last = past;
      i = past - 1;
    } else if (!leads_to_circumstance(a, i, end)) {
      break;
    }
  }
  return last;
}

}  // namespace pressgraph
