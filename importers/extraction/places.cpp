// SPDX-License-Identifier: Apache-2.0
// Places that no list has, told by the words around them, and buildings named after who sits there.
#include <algorithm>

#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_place = 3;  // words
constexpr std::uint32_t venue_window = 25;  // tokens from what takes place to where

constexpr WordSet no_place = word_common | word_month | word_weekday | word_given | word_post |
                             word_agency_head | word_instrument_head | word_event_head |
                             word_honorific | word_function;

bool is_place(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  return a.longest_hit(i, set_of(Kind::place) | set_of(Kind::country), end) != nullptr;
}

class UnlistedPlace {
 public:
  UnlistedPlace(const Analysis& analysis, std::uint32_t i, std::uint32_t end)
      : a_(analysis), w_(analysis.knowledge.words), i_(i), end_(end) {}

  [[nodiscard]] NameMention read() const {
    NameMention mention;
    mention.type = NodeType::place;
    const auto last = end_of_name();
    if (last == i_) {
      return mention;
    }
    if (a_.punctuation(last, ',') && last + 1 < end_ && is_place(a_, last + 1, end_)) {
      mention.rule = "place-before-place";
    } else if (beside_area(last)) {
      mention.rule = "place-of-kind";
    } else if (after_preposition(last)) {
      mention.rule = "place-after-preposition";
    } else if (in_list(last)) {
      mention.rule = "place-in-list";
    } else {
      return mention;
    }
    mention.range = {i_, last};
    return mention;
  }

 private:
  // Capitals of no other meaning, written as names are.
  [[nodiscard]] std::uint32_t end_of_name() const {
    const auto last = end_of_capitals(a_, i_, end_);
    if (last > i_ + longest_place || a_.is_heading(i_)) {
      return i_;
    }
    for (auto i = i_; i < last; ++i) {
      if (!a_.capital(i) || a_.token(i).is(token_all_caps) || a_.has(i, no_place) ||
          a_.longest_hit(i, set_of(Kind::demonym), end_) != nullptr) {
        return i_;
      }
    }
    return last;
  }

  // "in Kurdish politics": what goes on in small letters is no place's name.
  [[nodiscard]] bool is_noun(std::uint32_t i) const {
    return i < end_ && !a_.capital(i) && a_.has(i, word_common) &&
           !a_.has(i, word_function | word_adverb) && !a_.token(i).is(token_punctuation);
  }

  [[nodiscard]] bool after_preposition(std::uint32_t last) const {
    return i_ > 0 && (a_.is_word(i_ - 1, w_.in) || a_.is_word(i_ - 1, w_.near)) &&
           !a_.token(i_).is(token_sentence) && !is_noun(last);
  }

  // "the village of X", "the X district".
  [[nodiscard]] bool beside_area(std::uint32_t last) const {
    const bool before = i_ > 1 && a_.is_word(i_ - 1, w_.of) && a_.has(i_ - 2, word_area);
    // "the central African region": more adjectives
    const bool adjectives = i_ > 0 && !a_.capital(i_ - 1) && a_.has(i_ - 1, word_common) &&
                            !a_.has(i_ - 1, word_function);
    return before || (!adjectives && (last < end_ && a_.has(last, word_area) && !a_.capital(last) &&
                                      !a_.token(i_).is(token_sentence)));
  }

  // "in Kharkiv, X and Y": the item after a place, closed as an item is.
  [[nodiscard]] bool in_list(std::uint32_t last) const {
    if (a_.names.empty() || a_.names.back().type != NodeType::place || i_ == 0) {
      return false;
    }
    const bool joined = a_.punctuation(i_ - 1, ',') || a_.is_word(i_ - 1, w_.and_);
    auto before = i_ - 1;
    before -= joined && before > 0 && a_.punctuation(before - 1, ',') ? 1U : 0U;
    const bool closed = last >= end_ || a_.punctuation(last, ',') || a_.punctuation(last, '.') ||
                        a_.is_word(last, w_.and_);
    return joined && a_.names.back().range.last == before && closed &&
           a_.sentence(i_).first <= a_.names.back().range.first;
  }

  const Analysis& a_;
  const KnownWords& w_;
  std::uint32_t i_;
  std::uint32_t end_;
};

// One past the last person named so far, if one is behind token `floor`; else 0.
std::uint32_t last_person(const Analysis& a, std::uint32_t floor) {
  for (auto i = a.names.size(); i > 0 && a.names[i - 1].range.last > floor; --i) {
    if (a.names[i - 1].type == NodeType::official) {
      return a.names[i - 1].range.last;
    }
  }
  return 0;
}

// Whether something takes place in the words before `i`: a verb of meeting or an event's head, and
// no post in between, which would be held there.
bool takes_place_before(const Analysis& a, std::uint32_t i) {
  const auto sentence = a.sentence(i);
  const auto floor = std::max(sentence.first, i > venue_window ? i - venue_window : 0U);
  const bool named = !a.names.empty() && a.names.back().type == NodeType::official &&
                     a.names.back().range.last == i;
  const auto person = last_person(a, floor);
  bool area = true;  // of a post: "Assistant Secretary for Global Public Affairs at the Department"
  for (auto t = i; t > floor;) {
    --t;
    if (i - t <= 3 && !named && a.has(t, word_post | word_agency_head | word_rank)) {
      return false;  // "Consultant at the Ministry", not "with President X at the Ministry"
    }
    area = area && t >= person && (a.capital(t) || a.has(t, word_function));
    if (area && a.has(t, word_post)) {
      return false;
    }
    if (a.has(t, word_event_head)) {
      return true;
    }
    const auto* verb = a.longest_hit(t, set_of(Kind::verb), sentence.last);
    if (verb != nullptr) {
      const auto frame = a.knowledge.verbs[verb->entry].frame;
      if (frame == Frame::meet || frame == Frame::visit || frame == Frame::event ||
          frame == Frame::address) {
        return true;
      }
    }
  }
  return false;
}

bool has_seat(const Analysis& a, Range range) {
  for (auto i = range.first; i < range.last; ++i) {
    if (a.has(i, word_seat)) {
      return true;
    }
  }
  return false;
}

// "welcomed the Prime Minister to the Palace".
bool is_welcomed(const Analysis& a, std::uint32_t to) {
  constexpr std::uint32_t farthest = 14;  // tokens
  const auto floor = std::max(a.sentence(to).first, to > farthest ? to - farthest : 0U);
  for (auto i = to; i > floor; --i) {
    if (a.document.text(i - 1) == "welcomed" || a.document.text(i - 1) == "welcomes") {
      return true;
    }
  }
  return false;
}

bool is_visit(const Analysis& a, std::uint32_t i) {
  const auto* verb = a.longest_hit(i, set_of(Kind::verb), i + 1);
  return verb != nullptr && a.knowledge.verbs[verb->entry].frame == Frame::visit;
}

}  // namespace

NameMention read_unlisted_place(const Analysis& analysis, std::uint32_t i, std::uint32_t end) {
  const bool cut = i > 0 && analysis.capital(i - 1) && !analysis.has(i - 1, word_function) &&
                   !analysis.token(i).is(token_sentence) &&
                   analysis.document.text(i).find('-') != std::string_view::npos;
  if (analysis.token(i).is(token_digit) || cut) {
    NameMention empty;  // "Black Sea-Azov region" is none of a "Sea-Azov"
    return empty;
  }
  return UnlistedPlace(analysis, i, end).read();
}

bool is_venue(const Analysis& a, Range range) {
  if (range.first < 2 || !has_seat(a, range)) {
    return false;
  }
  auto at = range.first - 1;
  at -= a.is_word(at, a.knowledge.words.the) ? 1U : 0U;
  if (is_visit(a, at)) {
    return true;
  }
  return (a.is_word(at, a.knowledge.words.at) && takes_place_before(a, at)) ||
         (a.is_word(at, a.knowledge.words.to) && is_welcomed(a, at));
}

}  // namespace pressgraph
