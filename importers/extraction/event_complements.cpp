// SPDX-License-Identifier: Apache-2.0
// What follows the head of an event's phrase.
#include <algorithm>

#include "importers/extraction/event_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_topic = 10;  // words written small

class Complements {
 public:
  Complements(const EventScope& scope, EventMention& event, bool capital)
      : s_(scope),
        a_(scope.a),
        w_(scope.a.knowledge.words),
        event_(event),
        capital_(capital),
        end_(scope.sentence.last) {}

  EventComplements read() {
    while (event_.range.last < end_) {
      const auto before = event_.range.last;
      if (!one(before) && !after_circumstance(before)) {
        break;
      }
      found_.described = true;
      if (event_.range.last == before) {
        break;
      }
    }
    held_between();
    return found_;
  }

 private:
  bool one(std::uint32_t at) {
    const auto word = a_.token(at).word;
    if (word == 0) {
      return false;
    }
    if (word == w_.with || word == w_.between) {
      return (take_parties(s_, event_, at + 1) && with_other(word) && with_more()) ||
             take_unnamed_parties(s_, event_, at + 1);
    }
    if (word == w_.of) {
      return tours(at + 1) || of(at + 1);
    }
    if (word == w_.to) {
      return to(at + 1);
    }
    return word == w_.on || word == w_.for_ ? about(at, word == w_.on) : otherwise(at);
  }

  // "between the President of Chile and the President of the Bank", "between Ada Roe and her son,
  // Ben Roe": it takes two.
  bool with_other(std::uint32_t word) {
    const auto at = event_.range.last;
    if (word == w_.between && event_.parties.size() == 1 && at + 1 < end_ &&
        a_.is_word(at, w_.and_) && !take_parties(s_, event_, at + 1)) {
      event_.range.last = std::max(at, end_of_members(at + 1));
    }
    return true;
  }

  // "meetings with A, with B and with C": one event of several meetings.
  bool with_more() {
    constexpr int most = 16;
    for (int more = 0; more < most && s_.is_several(event_); ++more) {
      const auto last = std::max(event_.range.last, s_.index.end_of_item(event_.parties.back()));
      auto at = last;
      at += at < end_ && a_.punctuation(at, ',') ? 1U : 0U;
      at += at < end_ && a_.is_word(at, w_.and_) ? 1U : 0U;
      if (at == last || at + 1 >= end_ || !a_.is_word(at, w_.with) ||
          !take_parties(s_, event_, at + 1)) {
        break;
      }
    }
    return true;
  }

  // One past "members of the 'Clean Harrow' Task Force"; 0 where nobody stands.
  [[nodiscard]] std::uint32_t end_of_members(std::uint32_t at) const {
    constexpr std::uint32_t longest = 14;  // tokens
    if (at + 3 >= end_ || !a_.has(at, word_group | word_staff | word_collective) ||
        !a_.is_word(at + 1, w_.of)) {
      return 0;
    }
    auto i = at + (a_.is_word(at + 2, w_.the) ? 3U : 2U);
    const auto is_quoted = [&](std::uint32_t t) {
      const char mark = a_.token(t).punctuation;
      return mark == '\'' || mark == '<' || mark == '>' || mark == '"';
    };
    while (i < std::min(end_, at + longest) && (a_.capital(i) || is_quoted(i))) {
      ++i;
    }
    return a_.capital(i - 1) ? i : 0;
  }

  // "a courtesy call on the Minister", "a workshop on trade".
  bool about(std::uint32_t at, bool on) {
    if (on && on_official(at + 1)) {
      return take_parties(s_, event_, at + 1);
    }
    return a_.taken[at + 1 < end_ ? at + 1 : at] == 0 && topic(at + 1);
  }

  bool otherwise(std::uint32_t at) { return across(at) || hosted_by(at) || in_honour(at); }

  // "a tour across Micronesia".
  bool across(std::uint32_t at) {
    const auto text = a_.document.text(at);
    if (!s_.is_visit(event_) || (text != "across" && text != "through" && text != "around")) {
      return false;
    }
    found_.placed = take_places(s_, event_, at + 1);
    return found_.placed;
  }

  // "a visit to Oslo", "an open briefing to the Council".
  bool to(std::uint32_t at) {
    if (found_.placed) {
      return false;  // "a visit to Oslo to see the Harbour Office": what for is no part of it
    }
    if (s_.is_visit(event_) || s_.is_review(event_)) {
      found_.placed = take_places(s_, event_, at);
      return found_.placed || (s_.is_review(event_) && to_premises(at));
    }
    return a_.has(event_.head, word_speech) && !a_.capital(event_.head) && to_body(at);
  }

  // "a review mission to the Harrow Research Reactor", "to the Harrow power plant".
  bool to_premises(std::uint32_t at) {
    constexpr std::uint32_t longest = 6;  // words
    const auto first = at < end_ && a_.is_word(at, w_.the) ? at + 1 : at;
    auto last = first;
    while (last < end_ && last < first + longest && a_.capital(last) && a_.taken[last] == 0) {
      ++last;
    }
    const bool named = last > first;
    while (named && last < end_ && last < first + longest && a_.has(last, word_common) &&
           !a_.has(last, word_function | word_circumstance | word_takes_place) &&
           a_.taken[last] == 0 && a_.longest_hit(last, set_of(Kind::verb), end_) == nullptr) {
      ++last;
    }
    event_.range.last = named ? last : event_.range.last;
    return named;
  }

  // "Discussions have been held in Oslo between A and B", "talks took place with C".
  void held_between() {
    constexpr std::uint32_t longest = 14;  // tokens
    if (!event_.parties.empty() || event_.shared ||
        !(a_.has(event_.head, word_plain_event) || s_.is_visit(event_))) {
      return;
    }
    bool took_place = false;
    const auto range = event_.range;
    for (auto i = range.last; i + 1 < std::min(end_, range.last + longest); ++i) {
      const bool between = a_.is_word(i, w_.between);
      if (took_place && (between || a_.is_word(i, w_.with)) && take_parties(s_, event_, i + 1)) {
        event_.range = range;
        event_.theirs = true;
        found_.described = true;
        return;
      }
      took_place |= a_.has(i, word_takes_place) && !a_.has(i, word_function);
      const bool aside = a_.has(i, word_function | word_circumstance | word_takes_place) ||
                         a_.taken[i] != 0 || a_.punctuation(i, ',') ||
                         (took_place && s_.index.covering(i) != none);
      if (!aside) {
        return;
      }
    }
  }

  // "discussions yesterday on trade with X".
  bool after_circumstance(std::uint32_t at) {
    constexpr std::uint32_t longest = 4;  // tokens
    auto i = at;
    while (i + 1 < end_ && i < at + longest &&
           (a_.taken[i] != 0 || a_.has(i, word_weekday) || a_.has(i, word_circumstance))) {
      ++i;
    }
    if (i == at) {
      i = past_place(at);  // "a meeting in Rome with X", but "with the support of X"
      const auto next = i + 2 < end_ && a_.is_word(i + 1, w_.the) ? i + 2 : i + 1;
      if (i > at && (next >= end_ || s_.index.covering(next) == none)) {
        return false;
      }
    }
    return i > at && (a_.is_word(i, w_.with) || (a_.is_word(i, w_.on) && a_.taken[at] != 0)) &&
           one(i);
  }

  [[nodiscard]] std::uint32_t past_place(std::uint32_t i) const {
    const int place = i + 1 < end_ && a_.is_word(i, w_.in) ? s_.index.covering(i + 1) : none;
    const bool found = place != none && s_.name(place).type == NodeType::place &&
                       s_.name(place).range.first == i + 1;
    return found ? std::min(s_.name(place).range.last, end_ - 1) : i;
  }

  bool of(std::uint32_t at) {
    const bool found = capital_ ? topic(at) || take_parties(s_, event_, at)
                                : take_parties(s_, event_, at) || topic(at);
    owned_part();
    return found;
  }

  // "the 35th session of the Fund's General Conference": what the owner's is meets, not the owner.
  void owned_part() {
    const auto mark = event_.range.last;
    auto last = mark + 1;
    while (last < end_ && a_.capital(last) && a_.taken[last] == 0) {
      ++last;
    }
    if (!a_.is_possessive(mark) || last == mark + 1) {
      return;
    }
    event_.range.last = last;
    if (!event_.parties.empty()) {
      event_.parties.pop_back();
    }
    const int body = s_.index.covering(mark + 1);
    if (body != none && s_.name(body).type == NodeType::agency) {
      event_.parties.push_back(body);
    }
  }

  // "a tour of the Pacific".
  bool tours(std::uint32_t at) {
    const auto first = at < end_ && a_.is_word(at, w_.the) ? at + 1 : at;
    const int place = first < end_ ? s_.index.covering(first) : none;
    found_.placed = place != none && s_.is_visit(event_) &&
                    s_.name(place).type == NodeType::place &&
                    a_.is_word(event_.head, a_.knowledge.words.tour) && take_places(s_, event_, at);
    return found_.placed;
  }

  // "an open briefing to the Council".
  bool to_body(std::uint32_t at) {
    at += at < end_ && a_.is_word(at, w_.the) ? 1U : 0U;
    const int mention = at < end_ ? s_.index.covering(at) : none;
    return mention != none && s_.name(mention).type == NodeType::agency &&
           take_parties(s_, event_, at);
  }

  // "a courtesy call on the Minister".
  [[nodiscard]] bool on_official(std::uint32_t at) const {
    at += at < end_ && a_.is_word(at, w_.the) ? 1U : 0U;
    const int mention = at < end_ ? s_.index.covering(at) : none;
    return a_.knowledge.event_classes[event_.event_class] == "call" && mention != none &&
           s_.name(mention).type == NodeType::official;
  }

  // "hosted by", "convened by".
  bool hosted_by(std::uint32_t at) {
    const auto* verb = a_.longest_hit(at, set_of(Kind::verb), end_);
    const bool hosting = verb != nullptr && at + 1 < end_ && verb->last == at + 1 &&
                         a_.is_word(at + 1, w_.by) &&
                         a_.knowledge.verbs[verb->entry].frame == Frame::event &&
                         a_.knowledge.verbs[verb->entry].relation == Relation::hosted;
    if (!hosting) {
      return false;
    }
    std::uint32_t last = at;
    event_.hosts = read_list(a_, s_.index, at + 2, end_, last);
    event_.range.last = event_.hosts.empty() ? at : last;
    return !event_.hosts.empty();
  }

  // "a dinner in honor of X".
  bool in_honour(std::uint32_t at) {
    const bool leads = a_.is_word(at, w_.in) && at + 2 < end_ &&
                       (a_.is_word(at + 1, w_.honor) || a_.is_word(at + 1, w_.honour)) &&
                       a_.is_word(at + 2, w_.of);
    return leads && take_parties(s_, event_, at + 3);
  }

  // "on Libya", "of Heads of Special Services", "on food security": capitals where the head has
  // one, else a few words.
  bool topic(std::uint32_t at) {
    auto i = at;
    while (i < end_ && i < at + 4 * longest_topic && a_.taken[i] == 0 && !takes_place(i) &&
           goes_on(i, at)) {
      ++i;
    }
    while (i > at && (a_.has(i - 1, word_function) || a_.token(i - 1).is(token_punctuation) ||
                      tells_manner(i - 1))) {
      --i;
    }
    for (auto t = at; t < i; ++t) {
      found_.named |= a_.capital(t);
    }
    event_.range.last = i > at ? i : event_.range.last;
    return i > at;
  }

  // "the opening of the bridge symbolically marked", "a conference of approximately 100 persons".
  [[nodiscard]] bool tells_manner(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return !a_.capital(i) && text.size() > 6 &&
           (text.ends_with("ally") || text.ends_with("ously") || text.ends_with("ively") ||
            text.ends_with("ently") || text.ends_with("ately"));
  }

  // "took place", "will take place".
  [[nodiscard]] bool takes_place(std::uint32_t i) const {
    return i + 1 < end_ && a_.has(i, word_takes_place) && a_.is_word(i + 1, w_.place);
  }

  // "for Baltic Leaders' Week", of a title; not "the Forum for Harbours' Year of Tides".
  [[nodiscard]] bool owns_next(std::uint32_t i, std::uint32_t at) const {
    const bool whole = i == at + 1 && a_.is_word(at - 1, w_.for_);
    return capital_ && !whole && i > at && i + 1 < end_ && a_.token(i).is(token_possessive) &&
           a_.capital(i - 1) && a_.capital(i + 1) && a_.has(i + 1, word_common) &&
           !a_.has(i + 1, word_post);
  }

  [[nodiscard]] bool goes_on(std::uint32_t i, std::uint32_t at) const {
    const auto& t = a_.token(i);
    const bool verb = i > at && a_.longest_hit(i, set_of(Kind::verb), end_) != nullptr;
    const bool more = i + 1 < end_;
    const bool glue = a_.has(i, word_function) && !verb && !is_clause_word(i) &&
                      !(a_.is_word(i, w_.the) && a_.capital(i - 1));
    const bool comma = a_.punctuation(i, ',') && more && a_.capital(i + 1) && capital_ &&
                       s_.index.covering(i + 1) == none;
    const bool tied = glue && more && (a_.capital(i + 1) || a_.has(i + 1, word_function));
    const bool inner = capital_ && a_.has(i, word_common) && !a_.has(i, word_function) && !verb &&
                       i > at && a_.capital(i - 1) && i + 2 < end_ && a_.is_word(i + 1, w_.and_) &&
                       a_.capital(i + 2) && s_.index.covering(i + 2) == none;
    if (t.is(token_capital) || t.punctuation == '&' || comma || tied || inner ||
        ties_names(a_, i) || owns_next(i, at)) {
      return true;  // "on Peace building and Sustaining Peace"
    }
    if (!capital_ && more && i < at + longest_topic && glues_small(i, at)) {
      return true;
    }
    return !capital_ && i < at + longest_topic && a_.has(i, word_common) &&
           !a_.has(i, word_function) && !verb;
  }

  // "on the protection of civilians in armed conflict", "on export control and non-proliferation".
  [[nodiscard]] bool glues_small(std::uint32_t i, std::uint32_t at) const {
    const bool plain = a_.has(i + 1, word_common) && !a_.capital(i + 1) &&
                       !a_.has(i + 1, word_function | word_circumstance) && a_.taken[i + 1] == 0 &&
                       a_.longest_hit(i + 1, set_of(Kind::verb), end_) == nullptr;
    const bool article = a_.is_word(i, w_.the);
    const bool and_the =
        i > at && a_.is_word(i, w_.and_) && a_.is_word(i + 1, w_.the) && i + 2 < end_ &&
        a_.has(i + 2, word_common) && !a_.capital(i + 2) &&
        !a_.has(i + 2, word_function | word_group | word_collective | word_staff) &&
        a_.taken[i + 2] == 0;
    const bool of_the = i > at && a_.is_word(i, w_.of) && a_.is_word(i + 1, w_.the);
    return of_the || and_the ||
           (plain &&
            (article || (i > at && (a_.is_word(i, w_.of) || a_.is_word(i, w_.in) ||
                                    (a_.is_word(i, w_.and_) && !a_.has(i + 1, word_group))))));
  }

  [[nodiscard]] bool is_clause_word(std::uint32_t i) const {
    const auto word = a_.token(i).word;
    return word == w_.in || word == w_.at || word == w_.by || word == w_.with || word == w_.who ||
           word == w_.which || word == w_.that || word == w_.is || word == w_.was ||
           word == w_.as || word == w_.will || word == w_.hosted || word == w_.from ||
           word == w_.during || word == w_.before;
  }

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  EventMention& event_;
  bool capital_;
  std::uint32_t end_;
  EventComplements found_;
};

}  // namespace

EventComplements take_complements(const EventScope& scope, EventMention& event, bool capital) {
  return Complements(scope, event, capital).read();
}

}  // namespace pressgraph
