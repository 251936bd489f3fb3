// SPDX-License-Identifier: Apache-2.0
// Who makes a visit, or meets, where the event's phrase does not name them.
#include <algorithm>

#include "importers/extraction/event_parts.hpp"

namespace pressgraph {
namespace {

class Travellers {
 public:
  Travellers(const EventScope& scope, EventMention& event)
      : s_(scope),
        a_(scope.a),
        w_(scope.a.knowledge.words),
        first_(scope.sentence.first),
        end_(scope.sentence.last),
        event_(event) {}

  // "X, currently on a state visit to Y": X makes it.
  void run() {
    const auto at = event_.range.last + 1;
    const bool opens =
        event_.range.first <= first_ + 4 && at + 1 < end_ && a_.punctuation(at - 1, ',');
    const int next = opens ? s_.index.covering(a_.is_word(at, w_.the) ? at + 1 : at)
                           : none;  // "On her first visit to Y, X said"
    if (next != none && s_.name(next).type == NodeType::official && s_.name(next).node != none) {
      event_.parties.push_back(next);
      return;
    }
    const auto who = last_who();
    const bool away =
        who > first_ && (a_.is_word(who + 1, w_.not_) || a_.is_word(who + 2, w_.not_));
    if (away || those_before(who)) {
      return;  // "who will not be in Oslo on a visit": nobody makes it
    }
    for (const auto& subject : s_.subjects.of(event_.range.first).who) {
      const bool known = std::ranges::any_of(
          event_.parties, [&](int party) { return s_.name(party).node == subject.node; });
      if (!known && subject.mention != none &&
          s_.name(subject.mention).type == NodeType::official && !is_hers(subject.node)) {
        event_.parties.push_back(subject.mention);
      }
    }
  }

 private:
  // "The President noted the importance of her visit", who is a man.
  [[nodiscard]] bool is_hers(int person) const {
    const auto i = event_.range.first;
    const auto node = static_cast<std::size_t>(person);
    return i > first_ && a_.is_word(i - 1, w_.her) && a_.nodes[node].gender == Gender::male;
  }

  // The last "who" shortly before the visit that leads to where somebody is; `first_` where none.
  [[nodiscard]] std::uint32_t last_who() const {
    constexpr std::uint32_t farthest = 12;  // tokens
    auto who = event_.range.first;
    const auto floor = std::max(first_ + 1, who > farthest ? who - farthest : 0U);
    while (who > floor && !a_.is_word(who, w_.who)) {
      --who;
    }
    const bool leads = who > floor && s_.index.covering(who) == none && comes(who + 1);
    return leads ? who : first_;  // not "X, who received him during his visit"
  }

  // "A met with X and Y, who are on a visit": X and Y make it.
  bool those_before(std::uint32_t who) {
    if (who == first_) {
      return false;
    }
    const bool several = a_.is_word(who + 1, w_.are) || a_.is_word(who + 1, w_.were);
    auto last = who - (a_.punctuation(who - 1, ',') ? 1U : 0U);
    bool found = false;
    for (int person = person_ending(last); person != none; person = person_ending(last)) {
      event_.parties.push_back(person);
      found = true;
      const auto& name = s_.name(person);
      const auto begin = name.title.empty() ? name.range.first : name.title.first;
      const bool joined = several && begin > first_ + 1 &&
                          (a_.is_word(begin - 1, w_.and_) || a_.punctuation(begin - 1, ','));
      if (!joined) {
        break;
      }
      last = begin - 1;
    }
    return found;
  }

  // "who is in Oslo on a visit", "who arrived". REQUIRES: a token stands at `i`.
  [[nodiscard]] bool comes(std::uint32_t i) const {
    return a_.is_word(i, w_.is) || a_.is_word(i, w_.was) || a_.is_word(i, w_.are) ||
           a_.is_word(i, w_.were) || a_.is_word(i, w_.will) || a_.document.text(i) == "arrived";
  }

  [[nodiscard]] int person_ending(std::uint32_t last) const {
    const int mention = last > first_ ? s_.index.covering(last - 1) : none;
    const bool person = mention != none && s_.name(mention).range.last == last &&
                        s_.name(mention).type == NodeType::official &&
                        s_.name(mention).node != none;
    return person ? mention : none;
  }

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  std::uint32_t first_;
  std::uint32_t end_;
  EventMention& event_;
};

}  // namespace

void add_travellers(const EventScope& scope, EventMention& event) {
  Travellers(scope, event).run();
}

}  // namespace pressgraph
