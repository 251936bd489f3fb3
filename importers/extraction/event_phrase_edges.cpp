// SPDX-License-Identifier: Apache-2.0
// Who hosted an event and who took part in it, by the event's own phrase: "X's meeting with Y".
#include <algorithm>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

class EventPhraseEdges {
 public:
  explicit EventPhraseEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    for (const auto& event : a_.events) {
      if (event.node != none) {
        by_phrase(event);
      }
    }
  }

 private:
  void by_phrase(const EventMention& event) {
    verbless_ = !event.from_verb;
    const auto status = event.from_verb ? by_verb(event) : status_of(event);
    for (const int party : event.parties) {
      party_of(event, party, status);
    }
    for (const int host : event.hosts) {
      e_.add(e_.name(host).node, Relation::hosted, event.node,
             {event.range, "hosted-by", status, 0.9, verbless_});
    }
    if (!event.hosts.empty()) {
      partners_after(event, status);
    }
    if (e_.class_of(event) == "honour") {
      honoured(event);
    }
  }

  // "the Inauguration of His Excellency X": X is there, whoever else plans to be.
  void honoured(const EventMention& event) {
    const auto of = event.head + 1;
    const int whom = of + 1 < event.range.last && a_.is_word(of, w_.of)
                         ? e_.index.covering(a_.is_word(of + 1, w_.the) ? of + 2 : of + 1)
                         : none;
    if (whom != none && e_.name(whom).type == NodeType::official) {
      e_.add(e_.name(whom).node, Relation::participated, event.node,
             {event.range, "honoured-there", Status::asserted, 0.8, true});
    }
  }

  // "a conference convened by A in partnership with B": a host too.
  void partners_after(const EventMention& event, Status status) {
    constexpr std::uint32_t farthest = 4;  // tokens
    const auto end = a_.sentence(event.range.first).last;
    for (auto i = event.range.last; i + 2 < std::min(end, event.range.last + farthest); ++i) {
      if (!a_.has(i, word_partner) || !a_.is_word(i + 1, w_.with)) {
        continue;
      }
      add_bodies_listed(e_, {i + 1, end}, Relation::hosted, event.node,
                        {{}, "with-partner", status, 0.75, verbless_});
      return;
    }
  }

  // Returns what the verb makes of it.
  Status by_verb(const EventMention& event) {
    const auto* clause = e_.clause_at(event.range.first);
    if (clause == nullptr) {
      return Status::asserted;
    }
    for (const auto& subject : clause->subjects) {
      if (!event.speech) {
        e_.note_party(subject.node, event.node);
      }
    }
    e_.add_for(clause->subjects, relation_by_verb(event), event.node,
               {event.range, event.speech ? "makes-address" : "verb-of-meeting", clause->status});
    return clause->status;
  }

  static Relation relation_by_verb(const EventMention& event) {
    return event.speech   ? Relation::addressed
           : event.hosted ? Relation::hosted
                          : Relation::participated;
  }

  // A phrase is what the verb that leads to it is: "plans to hold a meeting with X".
  [[nodiscard]] Status status_of(const EventMention& event) {
    const auto first = a_.sentence(event.range.first).first;
    if (is_only_wanted(event, first)) {
      verbless_ = true;  // says nothing of the event where it is told of elsewhere
      return Status::planned;
    }
    auto clause = std::ranges::lower_bound(a_.clauses, event.range.first, {},
                                           [](const Clause& c) { return c.verb.first; });
    const bool led = clause != a_.clauses.begin() && leads_to(*--clause, event, first);
    verbless_ = !led && !event.to_come;
    if (led && clause->status != Status::asserted) {
      return clause->status;
    }
    return event.to_come ? Status::scheduled : Status::asserted;
  }

  [[nodiscard]] bool leads_to(const Clause& clause, const EventMention& event,
                              std::uint32_t first) const {
    const auto frame = a_.knowledge.verbs[clause.entry].frame;
    return clause.verb.first >= first && clause.verb.last + 6 > event.range.first &&
           (frame == Frame::event || frame == Frame::address);
  }

  // "ready for direct talks with X", "called for a summit": a cue that ends at the phrase.
  [[nodiscard]] bool is_only_wanted(const EventMention& event, std::uint32_t first) const {
    constexpr std::uint32_t nearest = 5;  // tokens: the cue, an article, adjectives
    const auto end = event.range.first;
    for (auto i = end > first + nearest ? end - nearest : first; i + 1 < end; ++i) {
      const auto* cue = a_.longest_hit(i, set_of(Kind::planned), end);
      if (cue != nullptr &&
          (a_.is_word(cue->last - 1, w_.for_) || a_.is_word(cue->last - 1, w_.of) ||
           a_.document.text(cue->last - 1).ends_with("ing") ||
           (a_.is_word(cue->last - 1, w_.to) && is_any(event, cue->last)))) {
        return true;
      }
    }
    return false;
  }

  // "openness to meeting with X", "open to a meeting with X": one that nobody has set.
  [[nodiscard]] bool is_any(const EventMention& event, std::uint32_t at) const {
    const bool article = a_.is_word(at, w_.a) || a_.is_word(at, w_.an);
    return (article && event.range.first <= at + 2) ||
           (at == event.range.first && !a_.capital(at) && a_.document.text(at).ends_with("ing"));
  }

  void party_of(const EventMention& event, int party, Status status) {
    const auto type = e_.type_of(e_.name(party).node);
    if (party == event.owner && owner_hosts(event)) {
      e_.add(e_.name(party).node, Relation::hosted, event.node,
             {event.range, "host-in-name", status, 0.85, verbless_});
      return;
    }
    if (body_meets(event, party) && names_more(event)) {
      return;
    }
    if (body_meets(event, party)) {
      e_.add(e_.name(party).node, Relation::hosted, event.node,
             {event.range, "meeting-of-body", status, 0.85, verbless_});
      return;
    }
    e_.note_party(e_.name(party).node, event.node);
    const bool visit = e_.class_of(event) == "visit";
    if (!visit || party == event.owner || type == NodeType::official) {
      e_.add(e_.name(party).node, Relation::participated, event.node,
             {event.range, party == event.owner ? "owner-of-event" : "party-of-event", status, 0.85,
              verbless_});
    }
  }

  // "the meeting of the Board": a body's own.
  [[nodiscard]] bool body_meets(const EventMention& event, int party) const {
    return event.parties.size() == 1 && party != event.owner && !event.from_verb &&
           e_.type_of(e_.name(party).node) == NodeType::agency &&
           a_.is_word(event.head + 1, w_.of) &&
           event.range.last <= e_.index.end_of_name(party);  // no "NATO Foreign Ministers"
  }

  // "signing ceremony of the United Nations | Convention": more of a name that begins with the
  // body's.
  [[nodiscard]] bool names_more(const EventMention& event) const {
    const auto next = event.range.last;
    return next < a_.sentence(event.range.first).last && a_.capital(next) &&
           !a_.token(next).is(token_line) && !a_.token(next).is(token_digit);
  }

  // "Lithuania's conference", "the President's dinner": whose it is gives it.
  [[nodiscard]] bool owner_hosts(const EventMention& event) const {
    const auto kind = e_.class_of(event);
    const auto type = e_.type_of(e_.name(event.owner).node);
    return kind == "ceremony"
               ? type == NodeType::official
               : kind == "meeting" && type != NodeType::official && event.parties.size() == 1;
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  bool verbless_ = false;  // no verb leads to the phrase at hand
};

}  // namespace

void find_event_phrase_edges(Edges& edges) {
  EventPhraseEdges(edges).run();
}

}  // namespace pressgraph
