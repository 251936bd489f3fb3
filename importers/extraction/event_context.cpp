// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/event_context.hpp"

#include <algorithm>

namespace pressgraph {

std::uint32_t EventContext::before_adjectives() const {
  constexpr std::uint32_t most = 3;
  auto at = event_.range.first;
  auto plain = at;  // as far as no verb's form stands between
  while (at > first_ && event_.range.first - at < most && is_adjective(at - 1)) {
    --at;
    const bool verb = a_.longest_hit(at, set_of(Kind::verb), end_) != nullptr;
    plain = plain == at + 1 && !verb ? at : plain;
  }
  return at > first_ && is_article(a_, at - 1) ? at : plain;
}

bool EventContext::is_adjective(std::uint32_t i) const {
  const bool compound = a_.document.text(i).find('-') != std::string_view::npos;
  const bool led = a_.document.text(i).ends_with("-led");  // "Harrow-led"
  return (!a_.capital(i) || led) && (compound || a_.has(i, word_common | word_event_modifier)) &&
         a_.taken[i] == 0 && !a_.token(i).is(token_punctuation) &&
         !a_.has(i, word_function | word_circumstance | word_group | word_collective);
}

bool EventContext::is_of_body() const {
  return event_.parties.size() == 1 && has_article() && a_.has(head_, word_plain_event) &&
         a_.is_word(event_.head + 1, w_.of) &&
         s_.name(event_.parties.front()).type == NodeType::agency;
}

bool EventContext::is_hosted_to() const {
  const auto at = before_adjectives();
  const auto to = at > first_ && is_article(a_, at - 1) ? at - 2 : at - 1;
  const int guest =
      to > first_ && to < end_ && a_.is_word(to, w_.to) ? s_.index.item_at(to - 1) : none;
  if (guest == none || s_.name(guest).type != NodeType::official) {
    return false;
  }
  const auto leftmost = s_.index.begin(s_.index.first_conjunct(guest));
  const auto before =
      leftmost > first_ && a_.is_word(leftmost - 1, w_.the) ? leftmost - 1 : leftmost;
  const auto* verb =
      before > first_ ? a_.longest_hit(before - 1, set_of(Kind::verb), end_) : nullptr;
  return verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::event &&
         a_.knowledge.verbs[verb->entry].relation == Relation::hosted;
}

bool EventContext::is_mission(bool placed) const {
  const auto at = before_adjectives();
  const bool his = at > first_ && (a_.is_word(at - 1, w_.his) || a_.is_word(at - 1, w_.her));
  return s_.is_visit(event_) && placed && (his || (has_article() && official_before(s_, head_)));
}

bool EventContext::is_followed() const {
  constexpr std::uint32_t longest = 4;  // auxiliaries
  const auto first = past_when(past_place(event_.range.last));
  if (begins_or_ends(first)) {
    return true;
  }
  for (auto i = first; i < std::min(end_, first + longest); ++i) {
    if (a_.is_word(i, w_.place) && i > first) {
      return true;  // ", which took place"
    }
  }
  for (auto i = first; i < std::min(end_, first + longest + 1); ++i) {
    const auto* verb = a_.longest_hit(i, set_of(Kind::verb), end_);
    if (verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::event) {
      return true;
    }
    if (!a_.has(i, word_function | word_circumstance)) {
      return false;
    }
  }
  return false;
}

bool EventContext::is_given() const {
  auto i = event_.range.last;
  while (i + 1 < end_ && (a_.taken[i] != 0 || a_.is_word(i, w_.on))) {
    ++i;
  }
  i = past_when(past_place(i));
  const int by = i + 1 < end_ && a_.is_word(i, w_.by) ? s_.index.covering(i + 1) : none;
  return by != none && s_.name(by).type == NodeType::official && has_article() &&
         a_.has(event_.head, word_speech);
}

// "The conference ended on Friday", not "the signing concludes the negotiations".
bool EventContext::begins_or_ends(std::uint32_t i) const {
  const bool verb = i + 1 < end_ && a_.has(i, word_takes_place) && !a_.has(i, word_function);
  return verb && (a_.token(i + 1).is(token_punctuation) || is_preposition(a_, i + 1) ||
                  a_.has(i + 1, word_circumstance) || a_.taken[i + 1] != 0);
}

// Over "on 4 May".
std::uint32_t EventContext::past_when(std::uint32_t i) const {
  auto at = i + 1 < end_ && a_.is_word(i, w_.on) && a_.taken[i + 1] != 0 ? i + 1 : i;
  while (at < end_ && a_.taken[at] != 0) {
    ++at;
  }
  return at;
}

// "In a separate meeting, A and B ...": where the sentence is.
bool EventContext::opens_sentence() const {
  auto at = before_adjectives();
  at -= at > first_ && is_article(a_, at - 1) ? 1U : 0U;
  auto after = past_place(event_.range.last);
  while (after < end_ && a_.taken[after] != 0) {
    ++after;  // "in Oslo 20 November"
  }
  return at == first_ + 1 && after < end_ && a_.punctuation(after, ',') &&
         (a_.is_word(first_, w_.in) || a_.is_word(first_, w_.at) || a_.is_word(first_, w_.during));
}

// Over "in Oslo", "at the Palace".
std::uint32_t EventContext::past_place(std::uint32_t i) const {
  const bool leads = i + 1 < end_ && (a_.is_word(i, w_.in) || a_.is_word(i, w_.at));
  const auto at = leads && a_.is_word(i + 1, w_.the) ? i + 2 : i + 1;
  const int place = leads && at < end_ ? s_.index.covering(at) : none;
  return place != none && s_.name(place).type == NodeType::place ? s_.name(place).range.last : i;
}

bool EventContext::is_led() const {
  auto at = before_adjectives();
  at -= at > first_ && (is_article(a_, at - 1) || is_number(a_, at - 1)) ? 1U : 0U;
  constexpr std::uint32_t longest_verb = 3;  // tokens: "took part in"
  for (auto verb = at > first_ + longest_verb ? at - longest_verb : first_; verb < at; ++verb) {
    const auto* hit = a_.longest_hit(verb, set_of(Kind::verb), end_);
    if (hit == nullptr) {
      continue;
    }
    const auto frame = a_.knowledge.verbs[hit->entry].frame;
    if (frame == Frame::address && is_addressed(*hit, verb, at)) {
      return true;
    }
    if (frame == Frame::event && is_near(*hit, verb, at)) {
      return hit->last >= at || a_.is_word(hit->last, w_.in) || a_.is_word(hit->last, w_.at);
    }
  }
  return false;
}

bool EventContext::is_near(const Hit& hit, std::uint32_t verb, std::uint32_t at) const {
  const bool its = a_.is_word(at, w_.its);  // "concluded its session"
  return (hit.last == at || hit.last + 1 == at || (its && hit.last == at + 1)) &&
         !a_.document.text(verb).starts_with("ha");
}

// "opened its eighty-fifth session", "will address the opening session of the Forum"; not "the
// opening of the session".
bool EventContext::is_addressed(const Hit& hit, std::uint32_t verb, std::uint32_t at) const {
  if (hit.last + 1 == event_.range.first && a_.is_word(hit.last, w_.its)) {
    return true;
  }
  const bool part = a_.is_word(event_.range.last, w_.of) || a_.is_word(event_.head + 1, w_.of);
  return hit.last == at && hit.last == verb + 1 &&
         !(part && a_.knowledge.event_classes[event_.event_class] == "ceremony");
}

bool EventContext::has_article() const {
  const auto first = before_adjectives();
  const bool measured = a_.has(head_, word_plain_event) &&
                        before_measure(a_, first_, first) < first;  // not "series of workshops"
  return first > first_ && (is_article(a_, first - 1) || is_number(a_, first - 1) || measured);
}

std::uint32_t EventContext::lead() const {
  const auto at = before_adjectives();
  if (at <= first_) {
    return none_leads;
  }
  const bool article =
      at > first_ + 1 && (a_.is_word(at - 1, w_.a) || a_.is_word(at - 1, w_.the) ||
                          a_.is_word(at - 1, w_.his) || a_.is_word(at - 1, w_.her));
  const auto i = article ? at - 2 : at - 1;
  const bool leads = a_.is_word(i, w_.for_) || a_.is_word(i, w_.during) ||
                     a_.is_word(i, w_.following) || a_.is_word(i, w_.before) ||
                     a_.is_word(i, w_.in) || a_.is_word(i, w_.at) || a_.document.text(i) == "after";
  return leads ? i : none_leads;
}

bool EventContext::is_held() const {
  auto first = before_measure(a_, first_, before_adjectives());
  first -=
      first > first_ && s_.is_several(event_) && a_.document.text(first - 1) == "several" ? 1U : 0U;
  first -= first > first_ && a_.is_word(first - 1, w_.its) ? 1U : 0U;
  const auto* verb =
      first > first_ ? a_.longest_hit(first - 1, set_of(Kind::verb), first) : nullptr;
  return verb != nullptr && a_.knowledge.verbs[verb->entry].held;
}

bool EventContext::happens_here(bool weak) const {
  if (a_.is_headline(head_) && is_led()) {
    return true;  // "League hosts conference to review progress"
  }
  if (weak || !(has_article() || modified())) {
    return false;
  }
  if ((is_where() && !modified()) || (opens_sentence() && !s_.is_visit(event_))) {
    return true;
  }
  const auto& range = event_.range;
  const auto first =
      std::max(first_, range.first > event_verb_window ? range.first - event_verb_window : 0U);
  for (auto t = first; t < std::min(end_, range.last + event_verb_window); ++t) {
    const auto* verb = a_.longest_hit(t, set_of(Kind::verb), end_);
    const bool apart = verb != nullptr && (t >= range.last || verb->last <= range.first);
    if (apart && takes_place_by(a_.knowledge.verbs[verb->entry], t)) {
      return true;
    }
  }
  return false;
}

bool EventContext::takes_place_by(const VerbFrame& verb, std::uint32_t i) const {
  return verb.frame == Frame::event || verb.frame == Frame::address ||
         (verb.gathers && i >= event_.range.last) || (verb.frame == Frame::act && is_where());
}

// "signed the accord at a ceremony".
bool EventContext::is_where() const {
  const auto at = before_adjectives();
  return at > first_ + 1 && is_article(a_, at - 1) &&
         (a_.is_word(at - 2, w_.at) || a_.is_word(at - 2, w_.during));
}

bool EventContext::is_to_come() const {
  constexpr std::uint32_t farthest = 12;  // tokens
  const auto last = std::min(end_, event_.range.last + farthest);
  for (auto i = event_.range.last; i < last; ++i) {
    if (const auto* cue = a_.longest_hit(i, set_of(Kind::scheduled), end_)) {
      // not "a meeting with X on elections that will be held"
      const bool next = i == event_.range.last || s_.index.covering(i - 1) != none ||
                        a_.taken[i - 1] != 0 || a_.punctuation(i - 1, ')');
      return next && cue->last < end_ && a_.has(cue->last, word_takes_place);
    }
    const bool verb = a_.longest_hit(i, set_of(Kind::verb), end_) != nullptr && !a_.capital(i) &&
                      s_.index.covering(i) == none;
    if (verb || a_.longest_hit(i, set_of(Kind::event_head), end_) != nullptr ||
        a_.punctuation(i, ';') || a_.punctuation(i, ':')) {
      break;
    }
  }
  // "the Summit to be held in Oslo"; not "the first summit to be held there", "talks on the Summit
  // to be held"
  const auto at = event_.range.last;
  for (auto i = event_.head + 1; i < at; ++i) {
    if (a_.longest_hit(i, set_of(Kind::event_head), at) != nullptr) {
      return false;
    }
  }
  return at + 2 < end_ && a_.is_word(at, w_.to) && a_.has(at + 1, word_takes_place) &&
         a_.has(at + 2, word_takes_place) && !is_ordinal(a_, event_.range.first);
}

bool EventContext::is_aside() const {
  const auto first = event_.range.first;
  const auto at = first > first_ && a_.is_word(first - 1, w_.the) ? first - 1 : first;
  if (at <= first_ + 2) {
    return false;
  }
  const bool margins = a_.is_word(at - 1, w_.of) &&
                       (a_.is_word(at - 2, w_.margins) || a_.is_word(at - 2, w_.sidelines) ||
                        a_.is_word(at - 2, w_.ahead));
  return margins || (a_.is_word(at - 1, w_.to) &&
                     (a_.is_word(at - 2, w_.up) || a_.is_word(at - 2, w_.lead_up)));
}

}  // namespace pressgraph
