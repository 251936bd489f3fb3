// SPDX-License-Identifier: Apache-2.0
// What stands beside a name and tells that it is a person's.
#include "importers/extraction/fold.hpp"
#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

std::uint32_t skip_article(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  return a.is_word(i, w.the) || a.is_word(i, w.a) || a.is_word(i, w.an) ? i + 1 : i;
}

// ", Director of X", ", who", ", of Harrow", ", 56,".
bool is_told_of(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  if (i >= end) {
    return false;
  }
  const auto& w = a.knowledge.words;
  return a.is_word(i, w.of) || a.is_word(i, w.who) || a.token(i).is(token_digit) ||
         read_title(a, skip_article(a, i), end).post;
}

// "the top official in Harrow, X, visited": a word for a person before the commas.
bool is_apposed(const Analysis& a, Range name, std::uint32_t end) {
  constexpr std::uint32_t longest = 8;  // tokens
  const bool between = name.first > 1 && a.punctuation(name.first - 1, ',') &&
                       a.longest_hit(name.last + 1, set_of(Kind::verb), end) != nullptr;
  const auto first = a.sentence(name.first).first;
  const auto floor = name.first > first + longest ? name.first - longest : first;
  for (auto i = between ? name.first - 1 : floor; i > floor;) {
    --i;
    const auto plural = folded(a.document.text(i)) + "s";
    const auto flags = a.knowledge.word_flags[a.knowledge.vocabulary.find(plural)];
    if (!a.capital(i) && (flags & (word_staff | word_group)) != 0) {
      return true;
    }
    if (a.token(i).is(token_punctuation)) {
      return false;
    }
  }
  return false;
}

// "Chilean citizen X", "his wife, X".
bool is_called_person(const Analysis& a, std::uint32_t first) {
  const bool comma = first > 1 && a.punctuation(first - 1, ',');
  const auto at = comma ? first - 2 : first - 1;
  const auto* hit = first == 0 ? nullptr : a.longest_hit(at, set_of(Kind::person), at + 1);
  return hit != nullptr && !a.capital(at) && (!comma || hit->entry == person_relative);
}

bool acts_like_person(const Analysis& a, Range name, std::uint32_t end) {
  const auto last = name.last;
  if (last >= end) {
    return false;
  }
  if (a.punctuation(last, '(')) {
    const auto* hit = a.longest_hit(last + 1, set_of(Kind::country), end);
    return hit != nullptr && a.punctuation(hit->last, ')');
  }
  if (a.punctuation(last, ',')) {
    return is_told_of(a, last + 1, end) || is_apposed(a, name, end);
  }
  const auto* verb = a.longest_hit(last, set_of(Kind::verb), end);
  if (verb == nullptr) {
    return a.is_word(last, a.knowledge.words.who);
  }
  const auto frame = a.knowledge.verbs[verb->entry].frame;
  return frame == Frame::say || frame == Frame::meet || frame == Frame::speak;
}

}  // namespace

bool is_person(const Analysis& a, Range name, std::uint32_t end) {
  const bool namesake = name.last < end && a.capital(name.last) &&
                        a.has(end_of_capitals(a, name.last, end) - 1, word_award);
  if (namesake || a.has(name.first, word_place_first)) {
    return false;
  }
  for (auto i = name.first; i < name.last; ++i) {
    if (a.has(i, word_given) || a.token(i).is(token_initial)) {
      return true;
    }
  }
  // "to be Director, vice Ada Nwosu".
  const bool succeeded = name.first > 0 && !a.capital(name.first - 1) &&
                         a.is_word(name.first - 1, a.knowledge.words.vice);
  return succeeded || is_called_person(a, name.first) || acts_like_person(a, name, end);
}

bool is_next_person(const Analysis& a, std::uint32_t i) {
  const auto& before = a.names.back();
  return before.type == NodeType::official && i > before.range.last && i - before.range.last <= 2 &&
         (a.is_word(i - 1, a.knowledge.words.and_) || a.punctuation(i - 1, ','));
}

}  // namespace pressgraph
