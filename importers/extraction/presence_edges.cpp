// SPDX-License-Identifier: Apache-2.0
// Who was there, as sentences of their own tell: "Also present were A and B", "The participants
// included C", "The meeting brought together officers from D".
#include <algorithm>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

constexpr int remembered_events = 32;  // looked back over for where a delegation went

// "President Macron of France": only tells who the one before it is.
bool qualifies(const Edges& edges, int mention) {
  const auto& a = edges.a;
  const auto& w = a.knowledge.words;
  const auto first = edges.name(mention).range.first;
  const int other = first == 0 ? none : edges.index.item_at(first);
  const auto at = first > 1 && a.is_word(first - 1, w.the) ? first - 1 : first;
  const bool aside = at > 0 && edges.name(mention).type == NodeType::place &&
                     (a.is_word(at - 1, w.to) || a.is_word(at - 1, w.in) ||
                      a.is_word(at - 1, w.at) || a.is_word(at - 1, w.on));
  if (aside) {
    return true;  // "Consul General to Dubai", "held in Oslo"
  }
  return other != none && other != mention && edges.name(other).type == NodeType::official &&
         edges.name(mention).type == NodeType::place && at > 0 && a.is_word(at - 1, w.of);
}

// "representatives of Tidal organizations from Chile, Norway and Peru": where those bodies are,
// which stand for no state.
bool tells_where_from(const Edges& edges, int mention) {
  constexpr int longest_list = 64;  // names
  const auto& a = edges.a;
  const auto& w = a.knowledge.words;
  if (edges.name(mention).type != NodeType::place) {
    return false;
  }
  auto first = mention;
  for (int step = 0; step < longest_list && edges.index.before(first) != none; ++step) {
    first = edges.index.before(first);
  }
  const auto begin = edges.name(first).range.first;
  const auto at = begin > 0 && a.is_word(begin - 1, w.the) ? begin - 1 : begin;
  return at > 1 && a.is_word(at - 1, w.from) && !a.capital(at - 2) && a.has(at - 2, word_common) &&
         !a.has(at - 2, word_function | word_group | word_staff | word_collective | word_post) &&
         a.has(at - 2, word_agency_head);  // "associations", "companies"
}

class PresenceEdges {
 public:
  explicit PresenceEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    for (const auto sentence : a_.document.sentences) {
      inverted(sentence);
      in_presence(sentence);
      participants_included(sentence);
      forces_included(sentence);
    }
    for (const auto& clause : a_.clauses) {
      const auto& verb = a_.knowledge.verbs[clause.entry];
      if (verb.stays) {
        is_there_for(clause);
      } else if (verb.frame == Frame::present) {
        present(clause);
      } else if (verb.frame == Frame::event && verb.relation == Relation::participated &&
                 !verb.helps) {
        without_object(clause);
      }
    }
  }

 private:
  // "The participants in the Conference also included A and B".
  void participants_included(Range sentence) {
    constexpr std::uint32_t longest = 16;  // tokens
    const auto end = std::min(sentence.last, sentence.first + longest);
    auto i = sentence.first;
    while (i < end && !are_people(i)) {
      ++i;
    }
    bool delegation = false;
    for (; i < end; ++i) {
      delegation |= a_.is_word(i, w_.delegation);
      const auto text = a_.document.text(i);
      if (text == "included" || text == "include" || text == "includes" || text == "are") {
        const auto* event = e_.event_after(sentence.first, i);
        Clause clause;
        clause.verb = {i, i + 1};
        const int told = delegation ? sent_to(sentence.first) : e_.event_told_of(sentence.first);
        add_everyone_named(e_, i + 1, sentence, event != nullptr ? event->node : told, clause);
        return;
      }
    }
  }

  // "The exercise also includes ships and aircraft from A, B and C": theirs take part.
  void forces_included(Range sentence) {
    constexpr std::uint32_t longest = 16;  // tokens
    const auto end =
        std::min(sentence.last - std::min(sentence.size(), 3U), sentence.first + longest);
    auto i = sentence.first;
    while (i < end && !(a_.is_word(i, w_.the) && !run_at(i + 1).empty())) {
      ++i;
    }
    if (i >= end) {
      return;
    }
    const auto kind = run_at(i + 1);
    i += 2;
    const auto status = a_.is_word(i, w_.will) ? Status::scheduled : Status::asserted;
    i += a_.is_word(i, w_.also) || a_.is_word(i, w_.will) ? 1U : 0U;
    if (!tells_who(i)) {
      return;
    }
    add_forces({i, sentence.last}, last_of(kind, sentence.first), status);
  }

  // Those who are listed behind "ships from", after the verb that `words` begins with.
  void add_forces(Range words, int event, Status status) {
    constexpr std::uint32_t farthest = 12;  // tokens
    const Range verb{words.first, words.first + 1};
    const auto bound = std::min(words.last, words.first + farthest);
    auto i = verb.last;
    while (i < bound && !a_.is_word(i, w_.from) && e_.index.covering(i) == none) {
      ++i;
    }
    const auto* hit = i > verb.last ? a_.longest_hit(i - 1, set_of(Kind::person), i) : nullptr;
    const bool forces = i > verb.last && (a_.has(i - 1, word_staff | word_group) ||
                                          (hit != nullptr && hit->entry == person_forces));
    if (event == none || i >= bound || !a_.is_word(i, w_.from) || !forces) {
      return;
    }
    std::uint32_t last = i;
    for (const int mention : read_list(a_, e_.index, i + 1, words.last, last)) {
      if (is_actor(e_.name(mention).type)) {
        e_.add(e_.name(mention).node, Relation::participated, event,
               {verb, "forces-included", status, 0.8});
      }
    }
  }

  // The class of "exercise" and "operation" at token `i`; empty for others.
  [[nodiscard]] std::string_view run_at(std::uint32_t i) const {
    const auto* hit = a_.longest_hit(i, set_of(Kind::event_head), i + 1);
    const std::string_view kind =
        hit == nullptr ? std::string_view() : a_.knowledge.event_classes[hit->entry];
    return kind == "exercise" || kind == "operation" ? kind : std::string_view();
  }

  [[nodiscard]] bool tells_who(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return text == "include" || text == "includes" || text == "included" || text == "involves" ||
           text == "involved";
  }

  // The event of that class told of last before token `i`, or none.
  [[nodiscard]] int last_of(std::string_view kind, std::uint32_t i) const {
    auto found = std::ranges::lower_bound(a_.events, i, {},
                                          [](const EventMention& e) { return e.range.first; });
    for (int steps = 0; steps < remembered_events && found != a_.events.begin(); ++steps) {
      --found;
      if (found->node != none && e_.class_of(*found) == kind) {
        return found->node;
      }
    }
    return none;
  }

  [[nodiscard]] bool are_people(std::uint32_t i) const {
    const auto word = a_.token(i).word;
    return word == w_.participants || word == w_.delegation ||
           (word == w_.attendees && a_.document.text(i) == "attendees");
  }

  // Where a delegation went: "leads the delegation to the Conference", else the trip told of.
  [[nodiscard]] int sent_to(std::uint32_t i) const {
    auto found = std::ranges::lower_bound(a_.events, i, {},
                                          [](const EventMention& e) { return e.range.first; });
    for (int steps = 0; steps < remembered_events && found != a_.events.begin(); ++steps) {
      --found;
      const auto first = found->range.first;
      const auto floor = first > 3 ? first - 3 : 0U;
      for (auto t = floor; t < first && found->node != none; ++t) {
        if (a_.is_word(t, w_.delegation)) {
          return found->node;
        }
      }
    }
    return e_.trip_told_of(i);
  }

  // "The President will be in Bali, Indonesia, on 13 November for the Summit": goes there, and
  // there it is.
  void is_there_for(const Clause& clause) {
    const auto end = a_.sentence(clause.verb.first).last;
    const auto* event = e_.event_after(clause.verb.last, end);
    std::uint32_t last = clause.verb.last;
    const auto places = read_list(a_, e_.index, clause.verb.last, end, last);
    if (event == nullptr || places.empty() || last > event->range.first ||
        e_.name(places.front()).type != NodeType::place || !leads_for(last, event->range.first)) {
      return;
    }
    e_.add_for(clause.subjects, Relation::participated, event->node,
               {clause.verb, "there-for-event", clause.status});
    for (const auto* one = event; one != nullptr; one = e_.joined_event(*one)) {
      for (const int place : places) {
        if (e_.name(place).type == NodeType::place) {
          e_.add(one->node, Relation::located_in, e_.name(place).node,
                 {{clause.verb.first, one->range.last}, "there-for-event", clause.status, 0.8});
        }
      }
    }
  }

  // Only when, and "for the", stands in [i, event).
  [[nodiscard]] bool leads_for(std::uint32_t i, std::uint32_t event) const {
    bool leads = false;
    for (; i < event; ++i) {
      const auto* verb = a_.is_word(i, w_.to) ? a_.longest_hit(i + 1, set_of(Kind::verb), event)
                                              : nullptr;  // "to attend"
      if (verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::event) {
        leads = true;
        i = verb->last - 1;
        continue;
      }
      leads |= a_.is_word(i, w_.for_);
      const bool when = a_.taken[i] != 0 || a_.punctuation(i, ',') || a_.punctuation(i, '-') ||
                        a_.has(i, word_circumstance | word_weekday | word_month) ||
                        a_.token(i).is(token_digit) || is_preposition(a_, i) ||
                        e_.index.covering(i) != none;
      const bool described = leads && (a_.has(i, word_common) &&
                                       a_.longest_hit(i, set_of(Kind::verb), event) == nullptr);
      if (!when && !described) {
        return false;
      }
    }
    return leads;
  }

  // "The lecture took place in the presence of A and B".
  void in_presence(Range sentence) {
    const auto end = sentence.last - std::min(sentence.size(), 2U);
    for (auto i = a_.next_word(sentence.first + 1, end, w_.presence); i < end;
         i = a_.next_word(i + 1, end, w_.presence)) {
      if (!a_.is_word(i + 1, w_.of) || a_.document.text(i) != "presence" ||
          !(a_.is_word(i - 1, w_.in) ||
            (i > 1 && a_.is_word(i - 1, w_.the) && a_.is_word(i - 2, w_.in)))) {
        continue;
      }
      const auto* event = e_.event_before(i, sentence.first);
      Ground ground{{i, i + 2}, "in-presence", Status::asserted, 0.8};
      std::uint32_t last = i;
      for (const int mention : read_list(a_, e_.index, i + 2, sentence.last, last)) {
        if (event != nullptr && e_.name(mention).type == NodeType::official) {
          e_.add(e_.name(mention).node, Relation::participated, event->node, ground);
        }
      }
    }
  }

  // "Present at the ceremony, which was held in Oslo, were also A and B", "Joining X at the meeting
  // were the Minister of Trade, A, and B".
  void inverted(Range sentence) {
    constexpr std::uint32_t longest = 40;  // tokens before "were"
    const bool opens =
        a_.is_word(sentence.first, w_.present) || a_.is_word(sentence.first, w_.joining) ||
        (a_.is_word(sentence.first, w_.also) && a_.is_word(sentence.first + 1, w_.present));
    const auto end = std::min(sentence.last, sentence.first + longest);
    for (auto i = sentence.first + 2; opens && i < end; ++i) {
      if (!names_those_present(i, end)) {
        continue;  // "which was held"
      }
      const auto* event = e_.event_after(sentence.first, i);
      Clause clause;
      clause.verb = {sentence.first, sentence.first + 1};
      add_everyone_named(e_, i + 1, sentence,
                         event != nullptr ? event->node : e_.event_told_of(sentence.first), clause);
      return;
    }
  }

  // "were also A", "were the Minister of Trade, A": a name or a post after the verb at `i`.
  [[nodiscard]] bool names_those_present(std::uint32_t i, std::uint32_t end) const {
    if (!a_.is_word(i, w_.were) && !a_.is_word(i, w_.was)) {
      return false;
    }
    auto next = a_.is_word(i + 1, w_.also) ? i + 2 : i + 1;
    next += next + 1 < end && a_.is_word(next, w_.the) ? 1U : 0U;
    return next < end &&
           (e_.index.covering(next) != none || (a_.capital(next) && a_.has(next, word_post)));
  }

  // "Also present were A and B", "A and B were in attendance".
  void present(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const int event = e_.event_told_of(clause.verb.first);
    if (event == none ||
        (a_.is_word(clause.verb.first, w_.these) && !follows_people(clause, sentence))) {
      return;
    }
    if (a_.knowledge.verbs[clause.entry].gathers) {
      gathered(clause, event, sentence);
      return;
    }
    e_.add_for(clause.subjects, Relation::participated, event,
               {clause.verb, "present", clause.status});
    if (clause.subjects.empty() || clause.verb.first < sentence.first + 3) {
      add_everyone_named(e_, clause.verb.last, sentence, event, clause);
    }
  }

  // "The ceremony was held in Oslo. A and B also attended.": what, the sentence before tells.
  void without_object(const Clause& clause) {
    const auto sentence = a_.sentence(clause.verb.first);
    const auto [first, last] = clause.verb;
    const auto before = first > sentence.first ? first - 1 : first;
    const bool ends = last >= sentence.last || a_.punctuation(last, '.');
    if (!ends || clause.passive || !is_shown(clause.status) || a_.is_word(before, w_.and_) ||
        a_.is_word(sentence.first, w_.in) || tells_of_other({sentence.first, first})) {
      return;  // "which he launched and led", "In the war, Norway participated."
    }
    const int event = e_.event_told_of(first);
    for (const auto& subject : clause.subjects) {
      if (event != none && subject.mention != none &&
          e_.event_after(sentence.first, first) == nullptr) {
        e_.add(subject.node, Relation::participated, event,
               {clause.verb, "present", clause.status});
      }
    }
  }

  // "the missions in which Norway took part", "Yale, which he attended".
  [[nodiscard]] bool tells_of_other(Range words) const {
    for (auto i = words.first; i < words.last; ++i) {
      if (a_.is_word(i, w_.which) || a_.is_word(i, w_.that) || a_.document.text(i) == "where") {
        return true;
      }
    }
    return false;
  }

  // "brought together 27 officers and prosecutors from A, B and C".
  void gathered(const Clause& clause, int event, Range sentence) {
    constexpr std::uint32_t farthest = 14;  // tokens
    bool people = false;
    const int first = e_.index.covering(clause.verb.last);
    if (first != none && e_.name(first).type == NodeType::official) {
      add_everyone_named(e_, clause.verb.last, sentence, event,
                         clause);  // "brought together X and Y"
      return;
    }
    for (auto i = clause.verb.last; i < std::min(sentence.last, clause.verb.last + farthest); ++i) {
      people |= a_.has(i, word_group | word_collective | word_staff);
      const bool leads = a_.is_word(i, w_.from) || a_.is_word(i, w_.including) ||
                         (a_.is_word(i, w_.of) && a_.has(i - 1, word_group));
      if (people && leads) {
        add_everyone_named(e_, i + 1, sentence, event, clause);
        return;
      }
    }
  }

  // "Twenty representatives took part. These include ...": the sentence before tells of people.
  [[nodiscard]] bool follows_people(const Clause& clause, Range sentence) const {
    if (clause.verb.first != sentence.first || sentence.first == 0) {
      return false;
    }
    const auto before = a_.sentence(sentence.first - 1);
    const auto found = std::ranges::lower_bound(a_.clauses, before.first, {},
                                                [](const Clause& c) { return c.verb.first; });
    const auto last = std::ranges::lower_bound(a_.clauses, before.last, {},
                                               [](const Clause& c) { return c.verb.first; });
    return std::any_of(found, last, [&](const Clause& c) {
      return c.verb.first < before.last &&
             a_.knowledge.verbs[c.entry].relation == Relation::participated;
    });
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
};

}  // namespace

void add_everyone_named(Edges& edges, std::uint32_t i, Range sentence, int event,
                        const Clause& clause) {
  const auto& a = edges.a;
  const auto end = std::min(sentence.last, i + list_window);
  for (; i < end; ++i) {
    const int mention = edges.index.covering(i);
    if (mention == none) {
      const auto* verb = a.longest_hit(i, set_of(Kind::verb), end);
      const bool other = verb != nullptr && !a.token(i).is(token_capital) &&
                         a.knowledge.verbs[verb->entry].frame != Frame::event &&
                         a.knowledge.verbs[verb->entry].frame != Frame::post;
      if (other) {
        return;
      }
      continue;
    }
    const auto& one = edges.name(mention);
    i = one.range.last - 1;
    if (is_actor(one.type) && !edges.in_post(one.range.first) && !qualifies(edges, mention) &&
        !tells_where_from(edges, mention)) {
      edges.add(one.node, Relation::participated, event,
                {clause.verb, "attended-by", clause.status, 0.8});
    }
  }
}

void find_presence_edges(Edges& edges) {
  PresenceEdges(edges).run();
}

}  // namespace pressgraph
