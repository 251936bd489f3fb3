// SPDX-License-Identifier: Apache-2.0
// Who spoke at an event or to a body: "addressed", "delivered remarks at", "the meeting heard
// from", "remarks by", "said X at the briefing".
#include <algorithm>
#include <unordered_map>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t to_object = 12;  // tokens from a verb of addressing to what it leads to

class AddressEdges {
 public:
  explicit AddressEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    note_meetings();
    for (const auto& clause : a_.clauses) {
      switch (a_.knowledge.verbs[clause.entry].frame) {
        case Frame::address:
          address(clause);
          break;
        case Frame::heard:
          heard_from(clause);
          break;
        case Frame::say:
          said_at_event(clause);
          said_by_delegate(clause);
          break;
        case Frame::meet:
        case Frame::speak:
        case Frame::visit:
        case Frame::event:
        case Frame::act:
        case Frame::post:
        case Frame::present:
          break;
      }
    }
    nominal();
  }

 private:
  // Speaking at one's own meeting, call or visit is taking part in it.
  [[nodiscard]] bool is_party(const EventMention& event, int node) const {
    return std::ranges::any_of(event.parties,
                               [&](int party) { return e_.name(party).node == node; });
  }

  void add_speakers(const std::vector<Participant>& subjects, const EventMention& event,
                    Range trigger, std::string_view rule, Status status) {
    for (const auto& subject : subjects) {
      if (!is_party(event, subject.node)) {
        e_.add_for({subject}, Relation::addressed, event.node, {trigger, rule, status});
      }
    }
  }

  void address(const Clause& clause) {
    if (clause.passive) {
      addressed_by(clause);
      return;
    }
    if (is_made_by(clause) || (a_.knowledge.verbs[clause.entry].speech && !gives_speech(clause))) {
      return;  // the verb makes the event that its subjects address
    }
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = e_.event_after(clause.verb.last, sentence.last);
    // "launched the workshop" speaks at it, "launched a report at the workshop" need not.
    const bool launch = a_.document.text(clause.verb.first).starts_with("launch");
    if (event != nullptr && event->range.first <= clause.verb.last + (launch ? 3 : to_object)) {
      address_event(clause, *event);
    } else if (!launch && !makes_open(clause) && body_addressed(clause, sentence)) {
      return;
    } else if (a_.knowledge.verbs[clause.entry].audience) {
      address_audience(clause);
    } else if (a_.has(clause.verb.last - 1, word_speech) && ends_here(clause.verb.last, sentence)) {
      officials_address(clause.subjects, e_.event_told_of(clause.verb.first),
                        {clause.verb, "speech-told-of", clause.status});
    }
  }

  [[nodiscard]] bool gives_speech(const Clause& clause) const {
    constexpr std::uint32_t nearest = 6;  // tokens
    const auto end = std::min(a_.sentence(clause.verb.first).last, clause.verb.last + nearest);
    for (auto i = clause.verb.last; i < end; ++i) {
      if (a_.has(i, word_speech)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_made_by(const Clause& clause) const {
    const auto made = std::ranges::lower_bound(a_.events, clause.verb.first, {},
                                               [](const EventMention& e) { return e.range.first; });
    return made != a_.events.end() && made->range.first == clause.verb.first && made->speech;
  }

  // "opened the Centre", "inaugurated the Department": no speech to it, as "opened the Council" is.
  [[nodiscard]] bool makes_open(const Clause& clause) const {
    const auto at = clause.verb.last;
    const int body = e_.index.covering(
        at + 1 < a_.document.tokens.size() && a_.is_word(at, w_.the) ? at + 1 : at);
    const auto head = body == none ? at : e_.name(body).range.last - 1;
    const bool meets =
        body != none &&
        (a_.has(head, word_event_head) ||
         (a_.has(head, word_agency_short) && !a_.has(head, word_place_head | word_organ_head)));
    return !meets && a_.knowledge.verbs[clause.entry].opens;
  }

  void address_event(const Clause& clause, const EventMention& event) {
    if (own_session(clause, event)) {
      e_.add_for(clause.subjects, Relation::hosted, event.node,
                 {clause.verb, "opens-own-session", clause.status});
    } else {
      add_speakers(clause.subjects, event, clause.verb, "verb-of-address", clause.status);
    }
  }

  // Officials who are no party of it speak at `event`, if there is one.
  void officials_address(const std::vector<Participant>& subjects, int event,
                         const Ground& ground) {
    for (const auto& subject : subjects) {
      const bool speaks = e_.type_of(subject.node) == NodeType::official;
      if (event != none && speaks && !e_.is_party(subject.node, event)) {
        e_.add_for({subject}, Relation::addressed, event, ground);
      }
    }
  }

  // "delivering remarks on the President's behalf", "delivered the keynote.": nothing says where.
  [[nodiscard]] bool ends_here(std::uint32_t i, Range sentence) const {
    return i >= sentence.last || a_.punctuation(i, '.') || a_.punctuation(i, ',') ||
           a_.is_word(i, w_.on) || a_.is_word(i, w_.and_);
  }

  // "The Committee opened its eighty-fifth session": it holds it.
  [[nodiscard]] bool own_session(const Clause& clause, const EventMention& event) const {
    const bool body =
        clause.subjects.size() == 1 && e_.type_of(clause.subjects.front().node) == NodeType::agency;
    const auto at = clause.verb.last;
    return body && clause.verb.last == clause.verb.first + 1 && event.range.first <= at + 1 &&
           (a_.is_word(at, w_.its) || a_.is_headline(at));
  }

  // "The session was opened by X", "addressed by A and B".
  void addressed_by(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = e_.event_before(clause.verb.first, sentence.first);
    const int node = event != nullptr ? event->node : e_.event_told_of(clause.verb.first);
    if (node == none || !a_.is_word(clause.verb.last, w_.by)) {
      return;
    }
    std::uint32_t last = clause.verb.last;
    for (const int mention : read_list(a_, e_.index, clause.verb.last + 1, sentence.last, last)) {
      if (event == nullptr && e_.name(mention).type != NodeType::official) {
        continue;
      }
      e_.add(e_.name(mention).node, Relation::addressed, node,
             {clause.verb, "addressed-by", clause.status});
    }
  }

  // "briefed the Security Council", "addressed the participants".
  bool body_addressed(const Clause& clause, Range sentence) {
    for (auto i = clause.verb.last; i < std::min(sentence.last, clause.verb.last + 5); ++i) {
      const int mention = last_owned(e_.index.covering(i));
      if (mention != none && e_.name(mention).type == NodeType::agency &&
          e_.name(mention).node != none) {
        const auto after = e_.name(mention).range.last;
        if (after < sentence.last && a_.has(after, word_collective) && !a_.capital(after) &&
            e_.event_told_of(clause.verb.first) != none) {
          add_speakers_at(clause, e_.event_told_of(clause.verb.first), "addressed-participants");
          return true;
        }
        e_.add_for(clause.subjects, Relation::addressed, meeting_of(e_.name(mention).node),
                   {clause.verb, "verb-of-address", clause.status});
        return true;
      }
      if (mention != none && e_.name(mention).type == NodeType::official) {
        return true;  // a person told or briefed is a party, no audience
      }
      if (a_.is_word(i, w_.on)) {
        return false;
      }
      if (a_.has(i, word_collective)) {
        add_speakers_at(clause, e_.event_told_of(clause.verb.first), "addressed-participants");
        return true;
      }
    }
    return false;
  }

  // "briefed the delegates", "addressed the students": the audience of the event told of last.
  void address_audience(const Clause& clause) {
    const bool object = clause.verb.last < a_.document.tokens.size() &&
                        !a_.token(clause.verb.last).is(token_punctuation);
    const int event = e_.event_told_of(clause.verb.first);
    if (!object || clause.passive || event == none) {
      return;
    }
    add_speakers_at(clause, event, "addressed-audience");
  }

  void add_speakers_at(const Clause& clause, int event, std::string_view rule) {
    for (const auto& subject : clause.subjects) {
      const bool speaks =
          e_.type_of(subject.node) == NodeType::official || a_.knowledge.verbs[clause.entry].says;
      if (speaks && !e_.is_party(subject.node, event)) {
        e_.add_for({subject}, Relation::addressed, event, {clause.verb, rule, clause.status});
      }
    }
  }

  // "Participants heard from A, B and C."
  void heard_from(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const int event = e_.event_told_of(clause.verb.first);
    const auto* body = heard_by_body(clause);
    const int heard = body != nullptr && event == none ? body->node : event;
    const auto end = std::min(sentence.last, clause.verb.last + list_window);
    for (auto i = clause.verb.last; i < end; ++i) {
      const int mention = e_.index.covering(i);
      if (mention == none) {
        continue;
      }
      if (e_.name(mention).type == NodeType::official && !e_.in_post(i)) {
        e_.add(e_.name(mention).node, Relation::addressed, heard,
               {clause.verb, "heard-from", clause.status, 0.8});
      }
      i = std::max(i, e_.name(mention).range.last - 1);
    }
    if (event != none && body != nullptr) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "heard", clause.status});
    }
  }

  [[nodiscard]] const Participant* heard_by_body(const Clause& clause) const {
    const auto body = std::ranges::find_if(clause.subjects, [&](const Participant& p) {
      return e_.type_of(p.node) == NodeType::agency;
    });
    return body == clause.subjects.end() ? nullptr : &*body;
  }

  // "X said at the briefing": speaking at an event that is not X's own meeting.
  void said_at_event(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = e_.event_after(clause.verb.last, sentence.last);
    if (event == nullptr || event->range.first == sentence.first || !at_event(*event) ||
        in_what_is_said(clause, *event)) {
      return;
    }
    for (const auto& subject : clause.subjects) {
      if (e_.type_of(subject.node) == NodeType::official) {
        add_speakers({subject}, *event, clause.verb, "said-at-event", clause.status);
      }
    }
  }

  // "Ada Nwosu (Ghana) said": as minutes write of who speaks at the meeting told of.
  void said_by_delegate(const Clause& clause) {
    if (clause.subjects.size() != 1 || clause.subjects.front().mention == none ||
        !is_shown(clause.status)) {
      return;
    }
    const auto& subject = clause.subjects.front();
    const auto& name = e_.name(subject.mention);
    if (name.type != NodeType::official || !a_.punctuation(name.range.last, '(')) {
      return;
    }
    const int country = e_.index.covering(name.range.last + 1);
    const int event = country != none && e_.name(country).type == NodeType::place &&
                              a_.punctuation(e_.name(country).range.last, ')')
                          ? e_.event_told_of(clause.verb.first)
                          : none;
    if (event != none && !e_.is_party(subject.node, event)) {
      e_.add_for({subject}, Relation::addressed, event,
                 {clause.verb, "delegate-said", clause.status});
    }
  }

  // "X said that she had met Y during a visit": another verb's event.
  [[nodiscard]] bool in_what_is_said(const Clause& clause, const EventMention& event) const {
    const auto next = std::ranges::upper_bound(a_.clauses, clause.verb.first, {},
                                               [](const Clause& c) { return c.verb.first; });
    if (next != a_.clauses.end() && next->verb.last <= event.range.first) {
      return true;
    }
    // "the decisions taken at the Summit": what another participle tells.
    auto at = event.range.first;
    while (at > clause.verb.last && event.range.first - at < 3 && !a_.is_word(at, w_.at) &&
           !a_.is_word(at, w_.during)) {
      --at;
    }
    const auto before = a_.document.text(at - 1);
    return at > clause.verb.last && !a_.capital(at - 1) &&
           (before.ends_with("ed") || before.ends_with("en") || before == "made");
  }

  [[nodiscard]] bool at_event(const EventMention& event) const {
    auto before = event.range.first - 1;
    const bool article = a_.is_word(before, w_.a) || a_.is_word(before, w_.the) ||
                         a_.is_word(before, w_.an) || a_.is_word(before, w_.this_);
    before -= article && before > 0 ? 1U : 0U;
    // "at the close of the", "at the opening of the"
    if (before > 2 && a_.is_word(before, w_.of) && a_.is_word(before - 2, w_.the) &&
        a_.has(before - 1, word_common)) {
      before -= 3;
      return a_.is_word(before, w_.at);
    }
    return a_.is_word(before, w_.at) || a_.is_word(before, w_.during) || a_.is_word(before, w_.to);
  }

  // "remarks by X", "in her remarks at the conference, X ...".
  void nominal() {
    for (std::uint32_t i = 1; i + 2 < a_.document.tokens.size(); ++i) {
      if (!a_.has(i, word_speech)) {
        continue;
      }
      const auto sentence = a_.sentence(i);
      if (a_.is_headline(i)) {
        speech_in_title(i, sentence);
      } else {
        speech(i, sentence);
      }
    }
  }

  void speech(std::uint32_t i, Range sentence) {
    const auto* event = e_.event_after(i + 1, sentence.last);
    if (a_.has(i, word_event_head) && a_.token(i - 1).is(token_possessive) && i > 1) {
      speech_of(i);
    }
    if (event != nullptr && owner_speaks(i, *event)) {
      return;
    }
    if (a_.is_word(i + 1, w_.by)) {
      speech_by(i, event, sentence);
    } else if (event != nullptr && event->range.first <= i + 4 &&
               (a_.is_word(i + 1, w_.at) || a_.is_word(i + 1, w_.to))) {
      speech_at(i, *event, sentence);
    } else if (a_.is_word(i + 1, w_.to) || a_.is_word(i + 1, w_.before)) {
      speech_to_body(i, sentence);
    } else {
      speech_there(i, sentence);
    }
  }

  // "the Secretary's message to the Conference".
  bool owner_speaks(std::uint32_t i, const EventMention& event) {
    const bool owned = i > 1 && a_.token(i - 1).is(token_possessive) &&
                       event.range.first <= i + 4 &&
                       (a_.is_word(i + 1, w_.to) || a_.is_word(i + 1, w_.at));
    const int mention = owned ? e_.index.covering(i - 2) : none;
    if (mention == none || e_.name(mention).type != NodeType::official) {
      return false;
    }
    if (!is_party(event, e_.name(mention).node)) {
      e_.add(e_.name(mention).node, Relation::addressed, event.node,
             {{i - 1, i + 2}, "speech-of", Status::asserted, 0.8});
    }
    return true;
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
      officials_address(clause->subjects, event, {{at, i + 1}, "remarks-there", clause->status});
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
    const bool before = next != a_.clauses.begin() &&
                        std::prev(next)->verb.first >= sentence.first &&
                        std::prev(next)->verb.last + nearest > in;
    return before ? &*std::prev(next) : nullptr;
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

  // Who tells a body something speaks at its meeting, if the release tells of one; else to it.
  [[nodiscard]] int meeting_of(int body) const {
    const auto found = meetings_.find(body);
    return found == meetings_.end() || found->second == none ? body : found->second;
  }

  // The one event that each body hosts; `none` where it hosts several.
  void note_meetings() {
    for (const auto& edge : a_.edges) {
      if (edge.relation == Relation::hosted && is_shown(edge.status)) {
        const auto [found, added] = meetings_.try_emplace(edge.subject, edge.object);
        found->second = added || found->second == edge.object ? edge.object : none;
      }
    }
  }

  // "the Agency's Board": what the last of a chain of possessives names.
  [[nodiscard]] int last_owned(int mention) const {
    while (mention != none && a_.is_possessive(e_.name(mention).range.last)) {
      const int next = e_.index.covering(e_.name(mention).range.last + 1);
      if (next == none || e_.name(next).type != NodeType::agency) {
        break;
      }
      mention = next;
    }
    return mention;
  }

  // "In his statement to the Board, he referred to ...".
  void speech_to_body(std::uint32_t i, Range sentence) {
    const auto at = a_.is_word(i + 2, w_.the) ? i + 3 : i + 2;
    const int body = last_owned(e_.index.covering(at));
    if (body == none || e_.name(body).type != NodeType::agency) {
      return;
    }
    const auto next = std::ranges::lower_bound(a_.clauses, i + 1, {},
                                               [](const Clause& c) { return c.verb.first; });
    const bool follows = next != a_.clauses.end() && next->verb.first < sentence.last &&
                         next->verb.first < i + reach && i <= sentence.first + 4;
    if (follows) {
      e_.add_for(next->subjects, Relation::addressed, meeting_of(e_.name(body).node),
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

  void speech_by(std::uint32_t i, const EventMention* event, Range sentence) {
    const auto* known = event != nullptr ? event : e_.event_before(i, sentence.first);
    const int node = known != nullptr ? known->node : e_.event_told_of(i);
    std::uint32_t last = i;
    for (const int mention : read_list(a_, e_.index, i + 2, sentence.last, last)) {
      e_.add(e_.name(mention).node, Relation::addressed, node,
             {{i, i + 2}, "remarks-by", Status::asserted, 0.75});
    }
  }

  // "In her remarks at the conference, X said": the subject of the verb that follows.
  void speech_at(std::uint32_t i, const EventMention& event, Range sentence) {
    const auto next = std::ranges::lower_bound(a_.clauses, event.range.last, {},
                                               [](const Clause& c) { return c.verb.first; });
    const bool follows = next != a_.clauses.end() && next->verb.first < sentence.last &&
                         next->verb.first < event.range.last + reach;
    if (follows) {
      add_speakers(next->subjects, event, {i, i + 2}, "remarks-at", next->status);
    }
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  std::unordered_map<int, int> meetings_;  // by the node of the body that hosts it
};

}  // namespace

void find_address_edges(Edges& edges) {
  AddressEdges(edges).run();
}

}  // namespace pressgraph
