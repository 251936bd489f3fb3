// SPDX-License-Identifier: Apache-2.0
// Who spoke at an event or to a body, by a verb: "addressed", "delivered remarks at", "the meeting
// heard from", "said X at the briefing".
#include <algorithm>

#include "importers/extraction/speakers.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t to_object = 12;  // tokens from a verb of addressing to what it leads to

class AddressEdges {
 public:
  explicit AddressEdges(Edges& edges)
      : e_(edges), a_(edges.a), w_(edges.a.knowledge.words), speakers_(edges) {}

  void run() {
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
  }

 private:
  void address(const Clause& clause) {
    if (clause.passive) {
      addressed_by(clause);
      return;
    }
    if (is_made_by(clause) || (a_.knowledge.verbs[clause.entry].speech && !gives_speech(clause))) {
      return;  // the verb makes the event that its subjects address
    }
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = event_of(clause, sentence);
    // "launched the workshop" speaks at it, "launched a report at the workshop" need not.
    const bool launch = a_.document.text(clause.verb.first).starts_with("launch");
    if (event != nullptr && event->range.first <= clause.verb.last + (launch ? 3 : to_object)) {
      address_event(clause, *event);
    } else if (at_unnamed_event(clause)) {
      speakers_.add_officials(clause.subjects, e_.event_told_of(clause.verb.first),
                              {clause.verb, "spoke-there", clause.status});
    } else if (!launch && !makes_open(clause) && body_addressed(clause, sentence)) {
      return;
    } else if (a_.knowledge.verbs[clause.entry].audience) {
      address_audience(clause);
    } else if ((a_.has(clause.verb.last - 1, word_speech) || is_speaker(clause.verb.last - 1)) &&
               ends_here(clause.verb.last, sentence)) {
      speakers_.add_officials(clause.subjects, e_.event_told_of(clause.verb.first),
                              {clause.verb, "speech-told-of", clause.status});
    }
  }

  // The next event, unless it is what an audience hears of: "briefed the Council on his talks".
  [[nodiscard]] const EventMention* event_of(const Clause& clause, Range sentence) const {
    const auto* event = e_.event_after(clause.verb.last, sentence.last);
    if (event == nullptr || !a_.knowledge.verbs[clause.entry].audience) {
      return event;
    }
    for (auto i = clause.verb.last; i < event->range.first; ++i) {
      if (a_.is_word(i, w_.on) || a_.is_word(i, w_.about)) {
        return nullptr;
      }
    }
    return event;
  }

  // "was one of the keynote speakers"
  [[nodiscard]] bool is_speaker(std::uint32_t i) const {
    return a_.is_word(i, w_.speaker) || a_.is_word(i, w_.speakers);
  }

  // "also spoke at the opening": of the event told of.
  [[nodiscard]] bool at_unnamed_event(const Clause& clause) const {
    const auto at = clause.verb.last;
    const bool led = a_.is_word(at - 1, w_.at) || a_.is_word(at - 1, w_.during);
    return led && at + 1 < a_.document.tokens.size() && a_.is_word(at, w_.the) &&
           a_.has(at + 1, word_event_head) && !a_.capital(at + 1);
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
      speakers_.add(clause.subjects, event, clause.verb, "verb-of-address", clause.status);
      for (const auto* next = e_.joined_event(event); next != nullptr;
           next = e_.joined_event(*next)) {
        speakers_.add(clause.subjects, *next, clause.verb, "verb-of-address", clause.status);
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
    const auto* body = a_.knowledge.verbs[clause.entry].audience ? heard_by_body(clause) : nullptr;
    const int node = event != nullptr  ? event->node
                     : body != nullptr ? speakers_.meeting_of(body->node)
                                       : e_.event_told_of(clause.verb.first);
    const auto by = past_when(clause.verb.last, sentence.last);
    if (node == none || !a_.is_word(by, w_.by)) {
      return;
    }
    std::uint32_t last = by;
    for (const int mention : read_list(a_, e_.index, by + 1, sentence.last, last)) {
      if (event == nullptr && e_.name(mention).type != NodeType::official) {
        continue;
      }
      e_.add(e_.name(mention).node, Relation::addressed, node,
             {clause.verb, "addressed-by", clause.status});
    }
  }

  // "was briefed on 4 May by": over the date.
  [[nodiscard]] std::uint32_t past_when(std::uint32_t i, std::uint32_t end) const {
    auto at = i + 1 < end && a_.is_word(i, w_.on) && a_.taken[i + 1] != 0 ? i + 1 : i;
    while (at + 1 < end && (a_.taken[at] != 0 || a_.has(at, word_circumstance | word_weekday))) {
      ++at;
    }
    return at;
  }

  void agency_addressed(const Clause& clause, const NameMention& body, Range sentence) {
    const auto first = body.range.first;
    const auto before = a_.is_word(first - 1, w_.the) ? first - 2 : first - 1;
    if (a_.is_word(before, w_.at) && body.thing == none) {
      return;  // "gave a speech at the Harrow Institute": where, not to whom
    }
    const auto after = body.range.last;
    const int told = e_.event_told_of(clause.verb.first);
    if (after < sentence.last && a_.has(after, word_collective) && !a_.capital(after) &&
        told != none) {
      add_speakers_at(clause, told, "addressed-participants");
      return;
    }
    e_.add_for(clause.subjects, Relation::addressed, speakers_.meeting_of(body.node),
               {clause.verb, "verb-of-address", clause.status});
  }

  // "briefed the Security Council", "addressed the participants".
  bool body_addressed(const Clause& clause, Range sentence) {
    for (auto i = clause.verb.last; i < std::min(sentence.last, clause.verb.last + 5); ++i) {
      const int mention = speakers_.last_owned(e_.index.covering(i));
      if (mention != none && e_.name(mention).type == NodeType::agency &&
          e_.name(mention).node != none) {
        agency_addressed(clause, e_.name(mention), sentence);
        return true;
      }
      if (mention != none && e_.name(mention).type == NodeType::official) {
        return true;  // a person told or briefed is a party, no audience
      }
      if (a_.is_word(i, w_.on) || a_.is_word(i, w_.that)) {
        return false;  // "told me that the Council is at work"
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
    const int event = e_.event_told_of(clause.verb.first);
    if (!clause.passive && event != none && leads_to_people(clause.verb.last)) {
      add_speakers_at(clause, event, "addressed-audience");
    }
  }

  // "the students", "U.S. lawmakers": not "the students' concerns", "the crisis".
  [[nodiscard]] bool leads_to_people(std::uint32_t i) const {
    constexpr std::uint32_t longest = 6;  // tokens
    for (const auto end = std::min(a_.sentence(i - 1).last, i + longest); i < end; ++i) {
      const bool many =
          a_.is_word(i, w_.states) || a_.is_word(i, w_.countries) || a_.document.text(i) == "group";
      if (many || a_.has(i, word_group | word_collective | word_staff)) {
        const bool goes_on = i + 1 < end && a_.has(i + 1, word_common) &&
                             !a_.has(i + 1, word_function | word_circumstance) &&
                             a_.longest_hit(i + 1, set_of(Kind::verb), end) == nullptr;
        return !goes_on && !a_.is_possessive(i + 1);
      }
      if (a_.token(i).is(token_punctuation) || is_preposition(a_, i)) {
        return false;
      }
    }
    return false;
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
    if (a_.knowledge.verbs[clause.entry].relation != Relation::addressed) {
      held_under(clause);
      return;
    }
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
      const bool owns = a_.is_possessive(e_.name(mention).range.last);  // "about X's plan"
      if (e_.name(mention).type == NodeType::official && !e_.in_post(i) && !owns) {
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

  // "was held under the patronage of A": on the event before it, or told of.
  void held_under(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* before = e_.event_before(clause.verb.first, sentence.first);
    const int event = before != nullptr ? before->node : e_.event_told_of(clause.verb.first);
    std::uint32_t last = clause.verb.last;
    for (const int mention : read_list(a_, e_.index, clause.verb.last, sentence.last, last)) {
      e_.add(e_.name(mention).node, a_.knowledge.verbs[clause.entry].relation, event,
             {clause.verb, "held-under", clause.status, 0.8});
    }
  }

  [[nodiscard]] const Participant* heard_by_body(const Clause& clause) const {
    const auto body = std::ranges::find_if(clause.subjects, [&](const Participant& p) {
      return e_.type_of(p.node) == NodeType::agency;
    });
    return body == clause.subjects.end() ? nullptr : &*body;
  }

  // "welcomed President X at the ceremony", "was welcomed by X": the person; `none` where the verb
  // leads to none.
  [[nodiscard]] int person_spoken_to(const Clause& clause) const {
    if (clause.passive) {
      return person_before(clause.verb.first);
    }
    auto at = clause.verb.last;
    at += a_.is_word(at, a_.knowledge.words.the) ? 1U : 0U;
    const int mention = at < a_.document.tokens.size() ? e_.index.covering(at) : none;
    const bool person = mention != none && e_.index.begin(mention) == at &&
                        e_.name(mention).type == NodeType::official;
    return person ? e_.name(mention).node : none;
  }

  // Who stands last before token `i` in its sentence, where it is a person.
  [[nodiscard]] int person_before(std::uint32_t i) const {
    const auto first = a_.sentence(i).first;
    const auto floor = std::max(first, i > reach ? i - reach : 0U);
    while (i > floor) {
      const int mention = e_.index.item_at(--i);
      if (mention != none) {
        return e_.name(mention).type == NodeType::official ? e_.name(mention).node : none;
      }
    }
    return none;
  }

  // "X said at the briefing": speaking at an event that is not X's own meeting.
  void said_at_event(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = e_.event_after(clause.verb.last, sentence.last);
    if (event == nullptr || event->aside || event->range.first == sentence.first ||
        !at_event(*event) || in_what_is_said(clause, *event) || e_.class_of(*event) == "visit") {
      return;
    }
    auto whom = person_spoken_to(clause);
    whom = std::ranges::any_of(clause.subjects, [&](const auto& p) { return p.node == whom; })
               ? none
               : whom;  // "..., said X at the meeting"
    if (whom != none) {
      e_.add(whom, Relation::participated, event->node,
             {clause.verb, "welcomed-there", clause.status, 0.8});
    }
    for (const auto& subject : clause.subjects) {
      const bool person = e_.type_of(subject.node) == NodeType::official;
      if (person && (e_.is_between_persons(event->node) || whom != none)) {
        e_.add_for({subject}, Relation::participated, event->node,
                   {clause.verb, "said-at-event", clause.status});
      } else if (person) {
        speakers_.add({subject}, *event, clause.verb, "said-at-event", clause.status);
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

  // "X said that she had met Y during a visit": another verb's event. "hoped that at the summit all
  // would agree", "looks forward to seeing Y at the summit": none of its own.
  [[nodiscard]] bool in_what_is_said(const Clause& clause, const EventMention& event) const {
    for (auto i = clause.verb.last; i < event.range.first; ++i) {
      if (a_.is_word(i, w_.that) || a_.is_word(i, w_.forward) || a_.is_word(i, w_.including)) {
        return true;
      }
    }
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

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  Speakers speakers_;
};

}  // namespace

void find_address_edges(Edges& edges) {
  AddressEdges(edges).run();
}

}  // namespace pressgraph
