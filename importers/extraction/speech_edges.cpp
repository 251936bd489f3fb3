// SPDX-License-Identifier: Apache-2.0
// Who spoke at an event or to a body, by a noun: "remarks by X", "in her address at the
// conference", "X's message to the Forum".
#include <algorithm>

#include "importers/extraction/speakers.hpp"

namespace pressgraph {
namespace {

class SpeechEdges {
 public:
  explicit SpeechEdges(Edges& edges)
      : e_(edges), a_(edges.a), w_(edges.a.knowledge.words), speakers_(edges) {}

  // "remarks by X", "in her remarks at the conference, X ...".
  void run() {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    const auto end = count - std::min(count, 1U);
    for (auto i = a_.next_with(1, end, word_speech); i < end;
         i = a_.next_with(i + 1, end, word_speech)) {
      const auto sentence = a_.sentence(i);
      if (a_.is_headline(i)) {
        speech_in_title(i, sentence);
      } else {
        speech(i, sentence);
      }
    }
  }

 private:
  void speech(std::uint32_t i, Range sentence) {
    const auto* event = e_.event_after(i + 1, sentence.last);
    if (a_.has(i, word_event_head) && a_.token(i - 1).is(token_possessive) && i > 1) {
      speech_of(i);
    }
    if (event != nullptr && owner_speaks(i, *event)) {
      return;
    }
    const auto by = a_.has(i, word_event_head) ? by_after(i + 1, sentence.last) : i + 1;
    if (a_.is_word(by, w_.by)) {
      speech_by(i, by, event, sentence);
    } else if (event != nullptr && event->range.first <= i + 4 &&
               (a_.is_word(i + 1, w_.at) || a_.is_word(i + 1, w_.to))) {
      speech_at(i, *event, sentence);
    } else if (a_.is_word(i + 1, w_.to) || a_.is_word(i + 1, w_.before)) {
      speech_to_body(i, sentence);
    } else {
      speech_there(i, sentence);
    }
  }

  // "the Secretary's video message to the Conference", "the Secretary's remarks, as prepared for
  // delivery, at the Conference".
  bool owner_speaks(std::uint32_t i, const EventMention& event) {
    const auto mark = owner_mark(i);
    const auto lead = past_aside(i + 1, event.range.first);
    const bool owned = mark > 0 && event.range.first <= lead + 3 &&
                       (a_.is_word(lead, w_.to) || a_.is_word(lead, w_.at));
    const int mention = owned ? e_.index.covering(mark - 1) : none;
    if (mention == none || e_.name(mention).type != NodeType::official) {
      return false;
    }
    if (!speakers_.is_party(event, e_.name(mention).node)) {
      e_.add(e_.name(mention).node, Relation::addressed, event.node,
             {{mark, i + 1}, "speech-of", Status::asserted, 0.8});
    }
    return true;
  }

  // The possessive before the speech at `i`, over "video" and the like; 0 where there is none.
  [[nodiscard]] std::uint32_t owner_mark(std::uint32_t i) const {
    constexpr std::uint32_t farthest = 4;  // tokens
    for (auto t = i; t-- > 0 && t + farthest >= i;) {
      if (a_.token(t).is(token_possessive)) {
        return t;
      }
      const bool plain = a_.has(t, word_common | word_event_modifier) && !a_.capital(t) &&
                         !a_.has(t, word_function);
      if (!plain) {
        return 0;
      }
    }
    return 0;
  }

  // One past the words between commas that begin at `i`, before `end`; `i` where none do.
  [[nodiscard]] std::uint32_t past_aside(std::uint32_t i, std::uint32_t end) const {
    constexpr std::uint32_t longest = 8;  // tokens
    for (auto t = i + 1; a_.punctuation(i, ',') && t < std::min(end, i + longest); ++t) {
      if (a_.punctuation(t, ',')) {
        return t + 1;
      }
    }
    return i;
  }

  // "In the closing address, X said ...", "X stressed in her opening remarks that ...": at the
  // event told of.
  void speech_there(std::uint32_t i, Range sentence) {
    constexpr std::uint32_t to_day = 9;  // tokens: "on the opening day of the"
    auto at = i;
    while (at > sentence.first && i - at < 3 && !a_.is_word(at, w_.in)) {
      --at;
    }
    if (!a_.is_word(at, w_.in) || at + 1 >= i || !is_determiner(at + 1)) {
      return;
    }
    const auto* day = e_.event_after(i + 1, std::min(sentence.last, i + to_day));
    const int event = day != nullptr ? day->node : e_.event_told_of(i);
    const auto* clause = speaking_clause(at, i, sentence);
    if (clause != nullptr) {
      speakers_.add_officials(clause->subjects, event,
                              {{at, i + 1}, "remarks-there", clause->status});
    }
  }

  [[nodiscard]] bool is_determiner(std::uint32_t i) const {
    return a_.is_word(i, w_.his) || a_.is_word(i, w_.her) || a_.is_word(i, w_.the) ||
           a_.is_word(i, w_.their) || a_.is_word(i, w_.a) || a_.is_word(i, w_.an);
  }

  // The clause of the speech whose words are at [in, speech]: the next one where they open the
  // sentence, else the one just before them; nullptr where there is none.
  [[nodiscard]] const Clause* speaking_clause(std::uint32_t in, std::uint32_t speech,
                                              Range sentence) const {
    constexpr std::uint32_t nearest = 8;  // tokens from the verb
    const auto next = std::ranges::lower_bound(a_.clauses, speech + 1, {},
                                               [](const Clause& c) { return c.verb.first; });
    if (in <= sentence.first + 1) {
      const bool follows =
          next != a_.clauses.end() && next->verb.first < std::min(sentence.last, speech + reach);
      return follows ? &*next : nullptr;
    }
    if (next == a_.clauses.begin() || std::prev(next)->verb.first < sentence.first) {
      return nullptr;
    }
    const auto& clause = *std::prev(next);
    auto last = clause.verb.last;  // past "said Minister X, Head of Y"
    for (const auto& subject : clause.subjects) {
      last = subject.mention == none ? last : std::max(last, e_.index.end_of_item(subject.mention));
    }
    return last + nearest > in ? &clause : nullptr;
  }

  // "Opening remarks by X at the meeting of Y", "X's Address to the Conference": where a title
  // names speaker and event both.
  void speech_in_title(std::uint32_t i, Range sentence) {
    std::uint32_t last = i + 1;
    const auto speakers = a_.is_word(i + 1, w_.by)
                              ? read_list(a_, e_.index, i + 2, sentence.last, last)
                              : owner_of_speech(i, sentence);
    const bool leads = a_.is_word(last, w_.at) || a_.is_word(last, w_.to) ||
                       a_.is_word(last, w_.during) || a_.is_word(last, w_.before);
    const auto* event = leads ? e_.event_after(last, sentence.last) : nullptr;
    if (event == nullptr || event->range.first > last + 2) {
      return;
    }
    for (const int speaker : speakers) {
      if (e_.name(speaker).type == NodeType::official) {
        e_.add(e_.name(speaker).node, Relation::addressed, event->node,
               {{i, last}, "remarks-in-title", Status::asserted, 0.85});
      }
    }
  }

  // "X's keynote address": the mention of X, if there is one.
  [[nodiscard]] std::vector<int> owner_of_speech(std::uint32_t i, Range sentence) const {
    constexpr std::uint32_t farthest = 4;  // tokens
    auto mark = i;
    while (mark > sentence.first && i - mark < farthest && !a_.token(mark).is(token_possessive)) {
      --mark;
    }
    const int owner = mark > sentence.first && a_.token(mark).is(token_possessive)
                          ? e_.index.covering(mark - 1)
                          : none;
    return owner == none ? std::vector<int>{} : std::vector{owner};
  }

  // "In his statement to the Board, he referred to ...".
  void speech_to_body(std::uint32_t i, Range sentence) {
    if (i + 3 >= sentence.last) {
      return;
    }
    const auto at = a_.is_word(i + 2, w_.the) ? i + 3 : i + 2;
    const int body = speakers_.last_owned(e_.index.covering(at));
    const bool known = body != none && e_.name(body).type == NodeType::agency;
    // "In her final address to the Assembly": the one told of.
    const bool told = body == none && a_.is_word(i + 2, w_.the) && a_.capital(at) &&
                      a_.has(at, word_event_head | word_agency_short);
    if (!known && !told) {
      return;
    }
    const int object = known ? speakers_.meeting_of(e_.name(body).node) : e_.event_told_of(i);
    const auto next = std::ranges::lower_bound(a_.clauses, i + 1, {},
                                               [](const Clause& c) { return c.verb.first; });
    const bool follows = next != a_.clauses.end() && next->verb.first < sentence.last &&
                         next->verb.first < i + reach && i <= sentence.first + 4;
    if (follows) {
      e_.add_for(next->subjects, Relation::addressed, object,
                 {{i, i + 2}, "statement-to", next->status});
    }
  }

  // "We welcomed the Special Envoy's briefing": at the event told of.
  void speech_of(std::uint32_t i) {
    const int mention = e_.index.covering(i - 2);
    if (mention != none && e_.name(mention).type == NodeType::official) {
      e_.add(e_.name(mention).node, Relation::addressed, e_.event_told_of(i),
             {{i - 1, i + 1}, "speech-of", Status::asserted, 0.7});
    }
  }

  // `by`: where "by" stands; an event at `i` is itself what is given.
  void speech_by(std::uint32_t i, std::uint32_t by, const EventMention* event, Range sentence) {
    const auto* known = by > i + 1 || a_.has(i, word_event_head)
                            ? e_.event_before(by, sentence.first)
                        : event != nullptr ? event
                                           : e_.event_before(i, sentence.first);
    // "the recent statements by X": of no one occasion
    const bool apart = known == nullptr && a_.is_word(i, w_.statements);
    const int node = known != nullptr ? known->node : apart ? none : e_.event_told_of(i);
    std::uint32_t last = by;
    for (const int mention : read_list(a_, e_.index, by + 1, sentence.last, last)) {
      e_.add(e_.name(mention).node, Relation::addressed, node,
             {{i, by + 1}, "remarks-by", Status::asserted, 0.75});
    }
  }

  // "an open briefing to the Council on 19 May (see the note) by": over where, when and brackets.
  [[nodiscard]] std::uint32_t by_after(std::uint32_t i, std::uint32_t end) const {
    constexpr std::uint32_t farthest = 20;  // tokens
    bool bracket = false;
    for (auto at = i; at + 1 < std::min(end, i + farthest); ++at) {
      if (a_.is_word(at, w_.by)) {
        return at;
      }
      bracket = (bracket || a_.punctuation(at, '(')) && !a_.punctuation(at, ')');
      const bool where = a_.is_word(at, w_.in) || a_.is_word(at, w_.to) || a_.is_word(at, w_.on) ||
                         a_.is_word(at, w_.the) || a_.taken[at] != 0 ||
                         e_.index.covering(at) != none || a_.punctuation(at, ')');
      if (!where && !bracket) {
        return i;
      }
    }
    return i;
  }

  // "In her remarks at the conference, X said": the subject of the verb that follows.
  void speech_at(std::uint32_t i, const EventMention& event, Range sentence) {
    const auto next = std::ranges::lower_bound(a_.clauses, event.range.last, {},
                                               [](const Clause& c) { return c.verb.first; });
    const bool follows = next != a_.clauses.end() && next->verb.first < sentence.last &&
                         next->verb.first < event.range.last + reach;
    if (follows) {
      speakers_.add(next->subjects, event, {i, i + 2}, "remarks-at", next->status);
    }
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  Speakers speakers_;
};

}  // namespace

void find_speech_edges(Edges& edges) {
  SpeechEdges(edges).run();
}

}  // namespace pressgraph
