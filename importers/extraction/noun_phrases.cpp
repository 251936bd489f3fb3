// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/noun_phrases.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_core = 12;    // capitalised words in a row
constexpr std::uint32_t longest_phrase = 40;  // tokens

bool in_core(const Analysis& a, std::uint32_t i) {
  const auto& t = a.token(i);
  if (a.taken[i] != 0) {
    return false;
  }
  if (t.is(token_capital)) {
    return !a.has(i, word_function) || t.is(token_all_caps) || t.word == a.knowledge.words.i;
  }
  return t.is(token_digit) || t.punctuation == '&';
}

// A word that can stand alone as what an organisation, law or place is called by.
bool is_distinctive(const Analysis& a, std::uint32_t i) {
  return !a.has(i, word_common | word_weekday | word_month) ||
         a.longest_hit(i, name_kinds | set_of(Kind::demonym), i + 4) != nullptr ||
         a.token(i).is(token_all_caps);
}

bool is_connector(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  const auto word = a.token(i).word;
  return word == w.of || word == w.for_ || word == w.on || word == w.against || word == w.du ||
         word == w.de;
}

bool is_place_connector(const Analysis& a, std::uint32_t i) {
  return a.is_word(i, a.knowledge.words.at) || a.is_word(i, a.knowledge.words.in);
}

std::uint32_t skip_article(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const auto& w = a.knowledge.words;
  return i < end && (a.is_word(i, w.the) || a.is_word(i, w.a) || a.is_word(i, w.an)) ? i + 1 : i;
}

struct HeadWord {
  NodeType type = NodeType::agency;
  bool weak = false;
};

std::optional<HeadWord> head_at(const Analysis& a, std::uint32_t i) {
  const auto flags = a.knowledge.flags(a.token(i));
  if ((flags & word_agency_head) != 0) {
    return HeadWord{NodeType::agency, (flags & word_agency_weak) != 0};
  }
  if ((flags & word_instrument_head) != 0) {
    return HeadWord{NodeType::instrument, (flags & word_instrument_weak) != 0};
  }
  if ((flags & word_event_head) != 0) {
    return HeadWord{NodeType::event, (flags & word_event_weak) != 0};
  }
  if ((flags & word_place_head) != 0) {
    return HeadWord{NodeType::place, false};
  }
  return std::nullopt;
}

// The last word of [first, last) that is a head with something before it that it can be the head
// of.
std::optional<std::uint32_t> head_of(const Analysis& a, Range core) {
  for (auto i = core.last; i > core.first; --i) {
    if (head_at(a, i - 1)) {
      return i - 1;
    }
  }
  return std::nullopt;
}

// What follows a connector: one past a run of capitals, a list of them included, or `i` where none
// begins.
class Complement {
 public:
  Complement(const Analysis& analysis, std::uint32_t end) : a_(analysis), end_(end) {}

  [[nodiscard]] std::uint32_t read(std::uint32_t i) const {
    const auto begin = skip_article(a_, i, end_);
    auto last = piece(begin);
    if (last == begin) {
      return i;
    }
    if (ends_list_) {
      return last;
    }
    return rest_of_list(last);
  }

 private:
  // One capitalised run; a known name ends it, so that nothing more is taken in.
  [[nodiscard]] std::uint32_t piece(std::uint32_t i) const {
    ends_list_ = false;
    if (i >= end_ || !in_core(a_, i) || !a_.capital(i)) {
      return i;
    }
    const auto run = end_of_capitals(a_, i, end_);
    const auto* known = a_.longest_hit(i, name_kinds, end_);
    if (known != nullptr && known->last >= run) {
      ends_list_ = true;
      return known->last;
    }
    return before_person(i, run);
  }

  // "Foreign Affairs and Trade Chris Seed": a given name begins a person, not more of the phrase.
  [[nodiscard]] std::uint32_t before_person(std::uint32_t i, std::uint32_t run) const {
    for (auto j = i + 1; j < run; ++j) {
      const bool given = a_.has(j, word_given) && !a_.has(j, word_common | word_agency_head);
      if (given && j + 1 < run && !head_of(a_, {j, run})) {
        return j;
      }
      if (a_.has(j, word_honorific | word_post) && !head_of(a_, {j, run})) {
        return j;
      }
    }
    return run;
  }

  [[nodiscard]] bool joins_list(std::uint32_t i, std::uint32_t last) const {
    if (last == i || a_.has(i, word_given | word_honorific | word_post | word_modifier)) {
      return last != i && a_.has(i, word_modifier) && !head_of(a_, {i, last});
    }
    const auto* known = a_.longest_hit(i, name_kinds, end_);
    const bool names_body = head_at(a_, last - 1) &&
                            head_at(a_, last - 1)->type == NodeType::agency &&
                            !head_at(a_, last - 1)->weak;
    return known == nullptr && !names_body && a_.has(i, word_common);
  }

  [[nodiscard]] std::uint32_t rest_of_list(std::uint32_t last) const {
    auto at = last;
    std::uint32_t closed = last;
    while (at < end_ && at < last + longest_phrase) {
      const bool comma = a_.punctuation(at, ',');
      auto next = comma ? at + 1 : at;
      const bool conjunction =
          next < end_ && (a_.is_word(next, a_.knowledge.words.and_) || a_.punctuation(next, '&'));
      next = conjunction ? next + 1 : next;
      if (!comma && !conjunction) {
        break;
      }
      const auto item = piece(next);
      if (!joins_list(next, item)) {
        break;
      }
      at = item;
      if (conjunction) {
        closed = item;
        break;
      }
    }
    return closed;
  }

  const Analysis& a_;
  std::uint32_t end_;
  mutable bool ends_list_ = false;
};

// Takes in "of X", "for Y and Z", "on W" after the phrase.
std::uint32_t with_complements(const Analysis& a, std::uint32_t last, std::uint32_t end,
                               NodeType type) {
  const std::uint32_t bound = std::min(end, last + longest_phrase);
  const Complement complement(a, bound);
  while (last + 1 < bound) {
    const bool place = type == NodeType::agency && is_place_connector(a, last) &&
                       a.has(last - 1, word_agency_head) && !a.has(last - 1, word_agency_weak);
    const bool to = type == NodeType::instrument && a.is_word(last, a.knowledge.words.to);
    const bool named = to || (is_connector(a, last) &&
                              (type != NodeType::place || a.is_word(last, a.knowledge.words.of)));
    if (!named && !place) {
      break;
    }
    if (place && !a.is_word(last - 1, a.knowledge.vocabulary.find("embassy")) &&
        !a.is_word(last - 1, a.knowledge.vocabulary.find("consulate"))) {
      break;
    }
    const auto next = complement.read(last + 1);
    if (next == last + 1) {
      break;
    }
    last = next;
  }
  return last;
}

// Whether the words before the head, or the complement after it, make it a name of its own.
bool is_named(const Analysis& a, Range core, std::uint32_t head, std::uint32_t last, bool weak) {
  const bool complemented = last > head + 1;
  if (head == core.first) {
    return complemented && !weak;
  }
  if (!weak) {
    return true;
  }
  for (auto i = core.first; i < head; ++i) {
    if (is_distinctive(a, i)) {
      return true;
    }
  }
  return complemented && head > core.first;
}

}  // namespace

std::uint32_t end_of_capitals(const Analysis& analysis, std::uint32_t i, std::uint32_t end) {
  const auto bound = std::min(end, i + longest_core);
  while (i < bound && in_core(analysis, i)) {
    ++i;
  }
  while (i > 0 && analysis.punctuation(i - 1, '&')) {
    --i;
  }
  return i;
}

namespace {

// "Administration and Information Office": common words that "and" ties to a run that ends in a
// head.
std::uint32_t end_of_core(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const auto last = end_of_capitals(a, i, end);
  if (last == i || last + 1 >= end || !a.is_word(last, a.knowledge.words.and_) ||
      a.longest_hit(i, name_kinds, last) != nullptr || (last > i + 1 && head_at(a, last - 1))) {
    return last;
  }
  for (auto t = i; t < last; ++t) {
    if (!a.has(t, word_common) || a.has(t, word_post | word_given)) {
      return last;
    }
  }
  const auto joined = end_of_capitals(a, last + 1, end);
  const bool headed = joined > last + 2 && a.has(joined - 1, word_agency_head) &&
                      a.longest_hit(last + 1, name_kinds, joined) == nullptr;
  return headed ? joined : last;
}

}  // namespace

std::optional<NounPhrase> read_noun_phrase(const Analysis& analysis, std::uint32_t i,
                                           std::uint32_t end) {
  const Range core{i, end_of_core(analysis, i, end)};
  if (core.empty() || analysis.punctuation(i, '&')) {
    return std::nullopt;
  }
  const auto head = head_of(analysis, core);
  if (!head) {
    return std::nullopt;
  }
  const auto kind = head_at(analysis, *head);
  auto last = *head + 1;
  if (last == core.last) {
    last = with_complements(analysis, last, end, kind->type);
  }
  if (!is_named(analysis, core, *head, last, kind->weak)) {
    return std::nullopt;
  }
  return NounPhrase{kind->type, {i, last}, *head};
}

}  // namespace pressgraph
