// SPDX-License-Identifier: Apache-2.0
// Where events took place: what follows their phrase, where the sentence says it is, the trip that
// they are part of.
#include <algorithm>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

class PlaceEdges {
 public:
  explicit PlaceEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    std::uint32_t paragraph = 0;
    if (!a_.events.empty()) {
      note_stop(0);
    }
    for (const auto& event : a_.events) {
      while (paragraph < event.range.first) {
        ++paragraph;
        if (a_.token(paragraph).is(token_paragraph)) {
          here_.clear();
        }
        if (a_.sentence(paragraph).first == paragraph) {
          note_stop(paragraph);
        }
      }
      note_opening(event);
      if (event.node != none) {
        locate(event);
      }
      if (is_visit(event) && !event.places.empty() && is_made(event)) {
        here_ = event.places;
        here_from_ = event.range;
      }
    }
    by_dateline();
  }

 private:
  [[nodiscard]] bool is_visit(const EventMention& event) const {
    return a_.knowledge.event_classes[event.event_class] == "visit";
  }

  // A trip that is made, not one that is only spoken of.
  [[nodiscard]] bool is_made(const EventMention& event) const {
    const auto* clause = event.from_verb ? e_.clause_at(event.range.first) : nullptr;
    return clause != nullptr ? is_shown(clause->status)
                             : a_.is_headline(event.range.first) || e_.in_title(event.node);
  }

  void locate(const EventMention& event) {
    for (const int place : event.places) {
      const auto* clause = event.from_verb ? e_.clause_at(event.range.first) : nullptr;
      e_.add(event.node, Relation::located_in, e_.name(place).node,
             {event.range, "visit-to", clause == nullptr ? Status::asserted : clause->status, 0.85,
              clause == nullptr});
    }
    const bool found = !event.places.empty() || after_phrase(event) || place_where(event) ||
                       arrived_for(event) || place_before(event) || held_before(event);
    if (!found && !is_visit(event) && !event.definite) {
      by_context(event);
    }
  }

  // "In Oslo later on Monday, the Secretary General will be received by the King.": a town where
  // somebody in office is, and meets others in the sentences after.
  void note_stop(std::uint32_t first) {
    constexpr std::uint32_t farthest = 10;  // tokens to the person
    const auto end = std::min(a_.sentence(first).last, first + farthest);
    const int place =
        a_.is_word(first, w_.in) && first + 2 < end ? e_.index.covering(first + 1) : none;
    if (place == none || e_.name(place).type != NodeType::place || is_country(place)) {
      return;
    }
    std::uint32_t last = first;
    const auto places = read_list(a_, e_.index, first + 1, end, last);
    auto i = last;
    while (i < end && (a_.taken[i] != 0 || a_.punctuation(i, ',') || a_.is_word(i, w_.on) ||
                       a_.has(i, word_circumstance | word_weekday | word_month) ||
                       a_.is_word(i, w_.the) || a_.document.text(i) == "later")) {
      ++i;
    }
    const int person = i > last && i < end ? e_.index.covering(i) : none;
    if (person != none && e_.name(person).type == NodeType::official && is_all_places(places)) {
      here_ = places;
      here_from_ = {first, last};
    }
  }

  [[nodiscard]] bool is_country(int mention) const {
    const int thing = e_.name(mention).thing;
    return thing != none && a_.knowledge.things[static_cast<std::size_t>(thing)].kind == "country";
  }

  [[nodiscard]] bool is_all_places(const std::vector<int>& mentions) const {
    return std::ranges::all_of(mentions, [&](int m) { return e_.name(m).type == NodeType::place; });
  }

  // "In Bali, Indonesia, she will attend ...": where the sentence and those after it are.
  void note_opening(const EventMention& event) {
    const auto sentence = a_.sentence(event.range.first);
    if (is_visit(event) && event.range.first <= sentence.first + 3 && !event.places.empty() &&
        a_.is_word(sentence.first, w_.during)) {
      here_ = event.places;  // "During his visit to Oslo, he met with X"
      here_from_ = event.range;
      return;
    }
    const auto in = sentence.first + (a_.is_word(sentence.first, w_.also) ? 1U : 0U);
    if (!a_.is_word(in, w_.in) && !a_.is_word(in, w_.at) && !a_.is_word(in, w_.on)) {
      return;
    }
    std::uint32_t last = in;
    std::vector<int> places;
    for (const int place : read_list(a_, e_.index, in + 1, sentence.last, last)) {
      if (e_.name(place).type == NodeType::place) {
        places.push_back(place);
      }
    }
    if (!places.empty() && last < event.range.first) {
      here_ = places;
      here_from_ = {sentence.first, last};
    }
  }

  // "DOHA, Qatar – The Assembly opened": the title's or the first sentence's event, where nothing
  // says where it is.
  void by_dateline() {
    const auto line = a_.document.dateline;
    if (line.empty()) {
      return;
    }
    const int event = lead_event(line.last);
    std::vector<int> here;
    for (auto i = line.first; i < line.last; ++i) {
      const int place = e_.index.covering(i);
      if (place != none && e_.name(place).type == NodeType::place &&
          e_.name(place).range.first == i) {
        here.push_back(place);
      }
    }
    const bool placed = std::ranges::any_of(a_.edges, [&](const EdgeDraft& e) {
      return e.subject == event && e.relation == Relation::located_in &&
             std::ranges::none_of(here, [&](int place) { return e_.name(place).node == e.object; });
    });
    if (event == none || placed) {
      return;
    }
    for (const int place : here) {
      e_.add(event, Relation::located_in, e_.name(place).node,
             {e_.name(place).range, "dateline", Status::asserted, 0.7, true});
    }
  }

  // No call and no visit: those are elsewhere as well.
  [[nodiscard]] int lead_event(std::uint32_t first) const {
    const auto end = a_.sentence(first < a_.document.tokens.size() ? first : first - 1).last;
    const auto lead = std::ranges::find_if(a_.events, [&](const EventMention& e) {
      return e.node != none && !e.aside && !is_visit(e) && e_.class_of(e) != "call" &&
             (e.range.first >= first || a_.is_headline(e.range.first));
    });
    return lead != a_.events.end() && lead->range.first < end ? lead->node : none;
  }

  void by_context(const EventMention& event) {
    for (const int place : here_) {
      e_.add(event.node, Relation::located_in, e_.name(place).node,
             {here_from_, "event-on-trip", Status::asserted, 0.7, true});
    }
    if (!here_.empty() && event.named && here_from_.first >= a_.sentence(event.range.first).first) {
      if (const auto* clause = e_.clause_at(here_from_.first)) {
        e_.add_for(clause->subjects, Relation::participated, event.node,
                   {here_from_, "event-on-trip", clause->status});
      }
    }
  }

  // "in Krasnodar", "at the Palais Wilson in Geneva (Switzerland)" after the event, before the next
  // one.
  bool after_phrase(const EventMention& event) {
    const auto end = std::min(a_.sentence(event.range.first).last, event.range.last + reach);
    if (!event.from_verb && event.head + 1 < event.range.last &&
        a_.is_word(event.head + 1, w_.in) && in_place(event, event.head + 1, event.range.last)) {
      return true;  // "a meeting in Oslo with X"
    }
    const auto first = past_others(event, end);
    if (first + 1 < end && a_.punctuation(first, '(') && in_place(event, first, end)) {
      return true;  // "the 116th Session (Oslo, 18 May)"
    }
    for (auto i = std::max(first, past_own_audience(event, end)); i + 1 < end; ++i) {
      if (a_.is_word(i, w_.in) || a_.is_word(i, w_.at)) {
        if (in_place(event, i, end)) {
          return true;
        }
      } else if (const auto audience = past_audience(i, end); audience > i) {
        i = audience - 1;
      } else if (leaves_event(event, i)) {
        return false;
      }
    }
    return false;
  }

  // Whether what follows at `i` is told of something else.
  [[nodiscard]] bool leaves_event(const EventMention& event, std::uint32_t i) const {
    return is_calls_topic(event, i) || (starts_event(i, event) && !follows_another(i)) ||
           !stays_with_event(i);
  }

  // "at the Agency's Vienna headquarters": of an owner the place after it.
  [[nodiscard]] int seat_of(int mention) const {
    const bool owner = mention != none && e_.name(mention).type == NodeType::agency &&
                       a_.is_possessive(e_.name(mention).range.last);
    return owner ? e_.index.covering(e_.name(mention).range.last + 1) : mention;
  }

  // "Held at the Palace in Oslo, the conference ...".
  bool held_before(const EventMention& event) {
    constexpr std::uint32_t longest = 16;  // tokens
    const auto first = a_.sentence(event.range.first).first;
    const auto& text = a_.document.text(first);
    const bool held = text == "Held" || text == "Convened" || text == "Organized" ||
                      text == "Organised" || text == "Hosted";
    if (!held || event.range.first > first + longest) {
      return false;
    }
    bool any = false;
    for (auto i = first + 1; i + 1 < event.range.first; ++i) {
      if (a_.is_word(i, w_.in) || a_.is_word(i, w_.at)) {
        any |= in_place(event, i, event.range.first);
      }
    }
    return any;
  }

  // "flew back to Oslo, where he held talks with X".
  bool place_where(const EventMention& event) {
    constexpr std::uint32_t farthest = 12;  // tokens from "where" to the event
    const auto first = a_.sentence(event.range.first).first;
    const auto floor =
        std::max(first, event.range.first > farthest ? event.range.first - farthest : 0U);
    for (auto i = event.range.first; i > floor + 1;) {
      --i;
      if (a_.document.text(i) != "where") {
        continue;
      }
      const auto at = a_.punctuation(i - 1, ',') && i > 1 ? i - 2 : i - 1;
      const int place = e_.index.covering(at);
      if (place == none || e_.name(place).type != NodeType::place) {
        return false;
      }
      e_.add(event.node, Relation::located_in, e_.name(place).node,
             {{e_.name(place).range.first, i + 1}, "place-where", Status::asserted, 0.8, true});
      return true;
    }
    return false;
  }

  // "gave the keynote in Washington, DC, at the Conference".
  bool place_before(const EventMention& event) {
    const auto first = a_.sentence(event.range.first).first;
    auto at = event.range.first;
    at -= at > first && (a_.is_word(at - 1, w_.the) || a_.is_word(at - 1, w_.a)) ? 1U : 0U;
    if (at <= first + 3 || event.from_verb ||
        !(a_.is_word(at - 1, w_.at) || a_.is_word(at - 1, w_.during))) {
      return false;
    }
    at -= a_.punctuation(at - 2, ',') ? 2U : 1U;
    int place = e_.index.covering(at - 1);
    while (place != none && e_.index.before(place) != none &&
           e_.name(e_.index.before(place)).type == NodeType::place) {
      place = e_.index.before(place);
    }
    const auto begin = place == none ? at : e_.index.begin(place);
    if (place == none || e_.name(place).type != NodeType::place || begin <= first ||
        !a_.is_word(begin - 1, w_.in)) {
      return false;
    }
    e_.add(event.node, Relation::located_in, e_.name(place).node,
           {{begin - 1, event.range.last}, "place-before", Status::asserted, 0.75, true});
    wider_place(event, e_.name(place).range.last, event.range.first);
    return true;
  }

  // "arrived in Oslo on Tuesday for talks with X", "travelled to Rome for the conference".
  bool arrived_for(const EventMention& event) {
    constexpr std::uint32_t farthest = 12;  // tokens
    const auto first = a_.sentence(event.range.first).first;
    auto at = event.range.first;
    at -= at > first && (a_.is_word(at - 1, w_.the) || a_.is_word(at - 1, w_.a)) ? 1U : 0U;
    at = before_attending(at, first);
    if (at <= first + 2 || !(a_.is_word(at - 1, w_.for_) || a_.is_word(at - 1, w_.to))) {
      return false;
    }
    const auto floor = std::max(first, at > farthest ? at - farthest : 0U);
    for (auto i = at - 1; i-- > floor + 1;) {
      const int place = e_.index.covering(i);
      const bool led = a_.is_word(i - 1, w_.in) || a_.is_word(i - 1, w_.to);
      if (place != none && e_.name(place).type == NodeType::place &&
          e_.name(place).range.first == i && led) {
        e_.add(event.node, Relation::located_in, e_.name(place).node,
               {{i - 1, event.range.last}, "arrived-for", Status::asserted, 0.75, true});
        return true;
      }
      if (!stays_with_event(i) || a_.punctuation(i, ',')) {
        return false;
      }
    }
    return false;
  }

  // "to attend the conference", "to take part in": where the verb stands; `at` where none does.
  [[nodiscard]] std::uint32_t before_attending(std::uint32_t at, std::uint32_t first) const {
    constexpr std::uint32_t longest = 4;  // tokens
    for (auto i = at; i > first + 1 && at - i < longest;) {
      --i;
      const auto* verb = a_.longest_hit(i, set_of(Kind::verb), at);
      const bool attends = verb != nullptr && verb->last + 1 >= at && a_.is_word(i - 1, w_.to) &&
                           a_.knowledge.verbs[verb->entry].frame == Frame::event;
      if (attends) {
        return i;
      }
    }
    return a_.is_word(at - 1, w_.to) ? first : at;
  }

  // "met with X, and high-level representatives of the government, at Y": past those unnamed.
  [[nodiscard]] std::uint32_t past_others(const EventMention& event, std::uint32_t end) const {
    constexpr std::uint32_t longest = 14;  // tokens
    auto at = event.range.last;
    at += at < end && a_.punctuation(at, ',') ? 1U : 0U;
    if (event.parties.empty() || at >= end || !a_.is_word(at, w_.and_)) {
      return event.range.last;
    }
    bool people = false;
    for (auto i = at + 1; i < std::min(end, at + longest); ++i) {
      people |= a_.has(i, word_group | word_staff | word_collective);
      if (people && (a_.is_word(i, w_.in) || a_.is_word(i, w_.at))) {
        return i;
      }
      const bool more = !a_.token(i).is(token_punctuation) && !a_.is_word(i, w_.on) &&
                        !a_.is_word(i, w_.to) &&
                        a_.longest_hit(i, set_of(Kind::verb), end) == nullptr;
      if (!more) {
        break;
      }
    }
    return event.range.last;
  }

  // "a briefing on the history of ports in Norway": the country belongs to what it is on.
  [[nodiscard]] bool is_of_topic(const EventMention& event, std::uint32_t in, int place) const {
    const int thing = e_.name(place).thing;
    const bool country =
        thing != none && a_.knowledge.things[static_cast<std::size_t>(thing)].kind == "country";
    if (!country || event.from_verb || in != event.range.last || a_.capital(in - 1)) {
      return false;
    }
    bool on = false;
    for (auto i = event.range.first; i + 1 < in; ++i) {
      on |= a_.is_word(i, w_.on);
      if (on && a_.is_word(i, w_.of)) {
        return true;
      }
    }
    return false;
  }

  bool in_place(const EventMention& event, std::uint32_t in, std::uint32_t end) {
    const auto at = a_.is_word(in + 1, w_.the) ? in + 2 : in + 1;
    const int place = at < end ? seat_of(e_.index.covering(at)) : none;
    if (place == none || e_.name(place).type != NodeType::place) {
      return false;
    }
    if (is_of_topic(event, in, place)) {
      return false;
    }
    const auto last = e_.name(place).range.last;
    e_.add(event.node, Relation::located_in, e_.name(place).node,
           {{in, last}, "event-in-place", Status::asserted, 0.8, true});
    wider_place(event, last, end);
    return true;
  }

  // What may stand between an event and its place: dates, names, "hosted by", "will be held".
  [[nodiscard]] bool stays_with_event(std::uint32_t i) const {
    if (a_.taken[i] != 0 || e_.index.covering(i) != none ||
        a_.has(i, word_function | word_circumstance) || a_.punctuation(i, ',') ||
        a_.punctuation(i, '(') || a_.punctuation(i, ')') || a_.punctuation(i, ':') ||
        a_.token(i).is(token_digit) || a_.token(i).is(token_possessive) || a_.capital(i) ||
        a_.has(i, word_event_modifier)) {
      return true;
    }
    const auto* verb = a_.longest_hit(i, set_of(Kind::verb), a_.sentence(i).last);
    return a_.has(i, word_takes_place | word_partner) ||
           (verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::event);
  }

  // "Calls with Officials on the Situation in Harrow": what they spoke of, behind no date's "on".
  [[nodiscard]] bool is_calls_topic(const EventMention& event, std::uint32_t i) const {
    return a_.is_word(i, w_.on) && a_.taken[i + 1] == 0 && !a_.has(i + 1, word_weekday) &&
           e_.class_of(event) == "call";
  }

  // The same where the event's name ends with the first of them: "workshop for judges".
  [[nodiscard]] std::uint32_t past_own_audience(const EventMention& event,
                                                std::uint32_t end) const {
    constexpr std::uint32_t longest = 4;  // tokens
    const auto last = event.range.last;
    for (auto i = last; i > event.head + 1 && last - i < longest; --i) {
      if (a_.is_word(i - 1, w_.for_)) {
        return std::max(last, past_audience(i - 1, end));
      }
    }
    return last;
  }

  // One past "for 25 police officers", "for judges, prosecutors and guards": whom it was held for;
  // `i` where none are.
  [[nodiscard]] std::uint32_t past_audience(std::uint32_t i, std::uint32_t end) const {
    auto last = i;
    if (!a_.is_word(i, w_.for_)) {
      return i;
    }
    for (auto t = i + 1; t < end; ++t) {
      const bool plain = !a_.capital(t) && a_.has(t, word_common) && a_.taken[t] == 0 &&
                         !a_.has(t, word_function) && e_.index.covering(t) == none &&
                         a_.longest_hit(t, set_of(Kind::verb), end) == nullptr;
      const bool glue =
          a_.punctuation(t, ',') || a_.is_word(t, w_.and_) || a_.token(t).is(token_digit);
      if (!plain && !glue) {
        break;
      }
      const bool people = a_.has(t, word_staff | word_group | word_collective) ||
                          a_.document.text(t).ends_with("ors") ||
                          a_.document.text(t).ends_with("ers") ||
                          a_.document.text(t).ends_with("ists");
      last = plain && people ? t + 1 : last;
    }
    return last;
  }

  // "a meeting with the media following talks in Kyiv": both are there.
  [[nodiscard]] bool follows_another(std::uint32_t i) const {
    return i > 0 && (a_.is_word(i - 1, w_.following) || a_.is_word(i - 1, w_.before));
  }

  [[nodiscard]] bool starts_event(std::uint32_t i, const EventMention& event) const {
    const auto found = std::ranges::lower_bound(
        a_.events, i, {}, [](const EventMention& e) { return e.range.first; });
    return found != a_.events.end() && found->range.first == i && found->node != event.node &&
           !found->definite;
  }

  // "Davos (Switzerland)", "Lyon, France", "Delhi in India".
  void wider_place(const EventMention& event, std::uint32_t at, std::uint32_t end) {
    const bool in = at + 1 < end && a_.is_word(at, w_.in);
    if (at + 1 >= end || !(a_.punctuation(at, ',') || a_.punctuation(at, '(') || in)) {
      return;
    }
    const int wider = e_.index.covering(at + 1);
    const int thing = wider == none ? none : e_.name(wider).thing;
    if (thing != none && e_.name(wider).type == NodeType::place &&
        (!in || a_.knowledge.things[static_cast<std::size_t>(thing)].kind == "country")) {
      e_.add(event.node, Relation::located_in, e_.name(wider).node,
             {e_.name(wider).range, "place-in-country", Status::asserted, 0.8, true});
    }
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  std::vector<int> here_;  // where the paragraph is, by a trip or an opening "In X,"
  Range here_from_;
};

}  // namespace

void find_place_edges(Edges& edges) {
  PlaceEdges(edges).run();
}

}  // namespace pressgraph
