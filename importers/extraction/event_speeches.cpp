// SPDX-License-Identifier: Apache-2.0
// Events that an address makes where no other is named: "briefed the Council on 4 May", "addressed
// students of the Harbour School".
#include <algorithm>

#include "importers/extraction/event_parts.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t to_other_event = 14;  // tokens from the verb to an event that it leads to

class SpeechVerb {
 public:
  SpeechVerb(const EventScope& scope, std::uint32_t verb, const Hit& hit)
      : s_(scope),
        a_(scope.a),
        w_(scope.a.knowledge.words),
        verb_(verb),
        end_(scope.sentence.last) {
    const auto& frame = a_.knowledge.verbs[hit.entry];
    event_.event_class = frame.event_class;
    event_.noun = frame.noun;
    event_.from_verb = true;
    event_.speech = true;
    event_.range = {verb, hit.last};
  }

  std::optional<EventMention> read() {
    auto at = event_.range.last;
    if (is_passive() || leads_to_event(at)) {
      return std::nullopt;
    }
    date_event(s_, event_);
    at += at < end_ && a_.is_word(at, w_.to) ? 1U : 0U;
    event_.words = at;
    return body(at) || people(at) ? std::optional(event_) : std::nullopt;
  }

 private:
  [[nodiscard]] bool is_passive() const {
    return verb_ > s_.sentence.first && is_be(a_, verb_ - 1);
  }

  [[nodiscard]] bool leads_to_event(std::uint32_t at) const {
    for (auto i = at; i < std::min(end_, at + to_other_event); ++i) {
      const int mention = s_.index.covering(i);
      const bool name = mention != none && s_.name(mention).type == NodeType::agency;
      if (a_.has(i, word_event_head) && !name && !(i > at && a_.is_word(i - 1, w_.on))) {
        return true;
      }
    }
    return false;
  }

  // "briefed the Council on 28 October": a day makes one happening of it.
  bool body(std::uint32_t at) {
    at += at < end_ && a_.is_word(at, w_.the) ? 1U : 0U;
    const int mention = at < end_ ? s_.index.covering(at) : none;
    const bool named = mention != none && s_.name(mention).type == NodeType::agency &&
                       s_.index.begin(mention) == at;
    const auto last = named ? s_.name(mention).range.last : at;
    const bool more = named && last < end_ &&
                      (a_.token(last).is(token_possessive) ||
                       (a_.has(last, word_common) && !a_.has(last, word_function) &&
                        a_.taken[last] == 0 && !a_.has(last, word_circumstance)));
    if (more && a_.has(last, word_group | word_staff) && is_dated(last)) {
      event_.range.last = last + 1;  // "the Council members"
      return true;
    }
    if (!named || more || (event_.start.empty() && !is_dated(last))) {
      return false;
    }
    event_.parties = {mention};
    event_.range.last = last;
    return true;
  }

  // A day without its year, in a release without a date.
  [[nodiscard]] bool is_dated(std::uint32_t last) const {
    constexpr std::uint32_t nearest = 12;  // tokens
    const auto first = verb_ > nearest ? std::max(s_.sentence.first, verb_ - nearest) : 0U;
    for (auto i = first; i < std::min(end_, last + nearest); ++i) {
      if (a_.taken[i] != 0 && a_.token(i).is(token_digit)) {
        return true;
      }
    }
    return false;
  }

  // "students of the Harbour School", "officials and medical staff at the Centre".
  bool people(std::uint32_t at) {
    if (at >= end_ || a_.is_word(at, w_.the)) {
      return false;  // those of an event told of
    }
    const auto last = end_of_common(s_, at);
    bool group = false;
    for (auto i = at; i < last; ++i) {
      group |= a_.has(i, word_group | word_staff);
    }
    const bool whose =
        group && last + 1 < end_ &&
        (a_.is_word(last, w_.of) || a_.is_word(last, w_.from) || a_.is_word(last, w_.at));
    const auto next = whose && a_.is_word(last + 1, w_.the) ? last + 2 : last + 1;
    const int mention = whose && next < end_ ? s_.index.covering(next) : none;
    if (mention == none || s_.name(mention).type == NodeType::official) {
      return false;
    }
    event_.range.last = s_.name(mention).range.last;
    return true;
  }

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  std::uint32_t verb_;
  std::uint32_t end_;
  EventMention event_;
};

}  // namespace

std::optional<EventMention> read_speech_verb(const EventScope& scope, std::uint32_t i,
                                             const Hit& hit) {
  return SpeechVerb(scope, i, hit).read();
}

}  // namespace pressgraph
