// SPDX-License-Identifier: Apache-2.0
// Which phrases tell of one event: the same name, the same parties, or a definite phrase that
// points back.
#include <algorithm>
#include <set>
#include <string>

#include "importers/extraction/analysis.hpp"
#include "importers/extraction/calendar.hpp"
#include "importers/extraction/event_parts.hpp"
#include "importers/extraction/fold.hpp"

namespace pressgraph {
namespace {

constexpr std::ptrdiff_t remembered = 64;  // events that a phrase may point back to

struct EventState {
  int node = none;
  std::uint8_t event_class = 0;
  bool named = false;
  bool numbered = false;  // "the 70th Assembly": one, whatever day of it is told of
  bool regular = false;   // "the annual Summit"
  bool in_title = false;
  bool from_verb = false;
  bool to_come = false;
  bool past_year = false;  // "the 2023 Summit" in a release of 2024
  Range met;               // the verb whose subjects alone met: "A, B and C met"
  std::set<int> parties;   // nodes of all who take part
  std::set<int> others;    // the same without owner and subject
  std::set<int> places;
  std::set<std::string> countries;  // that a visit goes to, also by its cities
  std::set<std::string> words;
  std::string head;
  std::string kind;   // the head, where it tells more than that people met
  std::string organ;  // "presidium" of "meeting of the presidium of the Congress"
  std::string start;
  std::string end;
};

std::set<std::string> word_set(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : folded(text) + " ") {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                      (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (part) {
      word += c;
    } else if (!word.empty()) {
      if (word != "the" && word != "of" && word != "and" && word != "a" && word != "s") {
        words.insert(word);
      }
      word.clear();
    }
  }
  return words;
}

template <typename Value>
bool includes(const std::set<Value>& whole, const std::set<Value>& part) {
  return !part.empty() && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

class EventResolver {
 public:
  explicit EventResolver(Analysis& analysis) : a_(analysis) {}

  void run() {
    note_officials();
    for (auto& event : a_.events) {
      if (is_private_journey(event)) {
        continue;
      }
      auto state = state_of(event);
      event.node = event.definite ? point_back(event) : find_or_make(event, state);
      const bool telling = !a_.has(event.head, word_plain_event) ||
                           event.head > event.range.first;  // "the commemorative event"
      if (event.node == none && event.told && telling) {
        event.node = find_or_make(event, state);  // "the seminar, organised by X": a new one
      }
    }
    for (const auto& state : states_) {
      put_dates(state);
    }
  }

 private:
  [[nodiscard]] int node_of(int mention) const {
    return a_.names[static_cast<std::size_t>(mention)].node;
  }

  [[nodiscard]] const Clause* clause_at(std::uint32_t verb) const {
    const auto found = std::ranges::lower_bound(a_.clauses, verb, {},
                                                [](const Clause& c) { return c.verb.first; });
    return found != a_.clauses.end() && found->verb.first == verb ? &*found : nullptr;
  }

  // Who bears a title or holds a post somewhere.
  void note_officials() {
    for (const auto& name : a_.names) {
      if (name.type == NodeType::official && !name.title.empty()) {
        officials_.insert(name.node);
      }
    }
    for (const auto& post : a_.posts) {
      officials_.insert(node_of(post.holder));
    }
  }

  // "In 2008, Roe travelled to Chile", of somebody without an office: no visit. One to come is
  // announced by an office.
  [[nodiscard]] bool is_private_journey(const EventMention& event) const {
    if (!event.from_verb || event.places.empty() || a_.is_headline(event.range.first)) {
      return false;
    }
    const auto* clause = clause_at(event.range.first);
    return clause != nullptr && !clause->subjects.empty() && clause->status != Status::scheduled &&
           std::ranges::all_of(clause->subjects, [&](const Participant& subject) {
             return a_.nodes[static_cast<std::size_t>(subject.node)].type == NodeType::official &&
                    !officials_.contains(subject.node);
           });
  }

  [[nodiscard]] EventState state_of(const EventMention& event) const {
    EventState state;
    state.event_class = event.event_class;
    state.named = event.named;
    state.numbered = event.named && is_ordinal(a_, event.range.first);
    state.regular = is_regular(event);
    state.from_verb = event.from_verb;
    state.to_come = event.to_come;
    state.met = are_subjects(event) ? event.range : Range{};
    state.in_title = a_.is_headline(event.range.first);
    note_parties(event, state);
    for (const int place : event.places) {
      state.places.insert(node_of(place));
    }
    if (event.named) {
      state.words = word_set(a_.document.text(event.range));
      state.past_year = is_of_past_year(state);
    }
    if (!event.from_verb) {
      state.organ = organ_in(event.range);
      state.head = folded(a_.document.text(head_of(event)));
      state.kind = a_.has(event.head, word_plain_event) ? std::string() : state.head;
    }
    state.countries = countries_of(event);
    state.start = event.start;
    state.end = event.end;
    return state;
  }

  // A part of a body that its name does not have: a word written small between two "of".
  [[nodiscard]] std::string organ_in(Range range) const {
    const auto& w = a_.knowledge.words;
    for (auto i = range.first + 1; i + 1 < range.last; ++i) {
      const auto before = a_.is_word(i - 1, w.the) && i > range.first + 1 ? i - 2 : i - 1;
      if (!a_.capital(i) && a_.has(i, word_agency_head) && a_.is_word(before, w.of) &&
          a_.is_word(i + 1, w.of)) {
        return folded(a_.document.text(i));
      }
    }
    return {};
  }

  [[nodiscard]] bool are_subjects(const EventMention& event) const {
    return event.from_verb && !event.parties.empty() &&
           std::ranges::all_of(event.parties, [&](int party) {
             return a_.names[static_cast<std::size_t>(party)].range.first < event.range.first;
           });
  }

  void note_parties(const EventMention& event, EventState& state) const {
    for (const int party : event.parties) {
      const auto type = a_.names[static_cast<std::size_t>(party)].type;
      if (state.in_title && party == event.owner && type == NodeType::agency) {
        continue;  // "White House Meeting with X": who met X there, the text tells
      }
      if (stands_for_people(party)) {
        continue;
      }
      state.parties.insert(node_of(party));
      if (party != event.owner) {
        state.others.insert(node_of(party));
      }
    }
    const auto* clause = event.from_verb ? clause_at(event.range.first) : nullptr;
    if (clause != nullptr) {
      for (const auto& subject : clause->subjects) {
        state.parties.insert(subject.node);
      }
    }
    for (const int node : who_acts_there(event)) {
      state.parties.insert(node);
    }
  }

  // "Harrow leaders": who met is told by their names elsewhere.
  [[nodiscard]] bool stands_for_people(int party) const {
    const auto& name = a_.names[static_cast<std::size_t>(party)];
    return name.type == NodeType::place && a_.is_headline(name.range.first) &&
           name.range.last < a_.document.tokens.size() &&
           a_.has(name.range.last, word_group | word_staff | word_collective);
  }

  // The whole head: "press conference" is no "conference".
  [[nodiscard]] Range head_of(const EventMention& event) const {
    const auto first = std::max(event.range.first, event.head > 2 ? event.head - 2 : 0U);
    for (auto i = first; i < event.head; ++i) {
      const auto* hit = a_.longest_hit(i, set_of(Kind::event_head), event.head + 1);
      if (hit != nullptr && hit->last == event.head + 1) {
        return {i, event.head + 1};
      }
    }
    return {event.head, event.head + 1};
  }

  // "During their meeting with X, Y reiterated ...": Y took part.
  [[nodiscard]] std::vector<int> who_acts_there(const EventMention& event) const {
    const auto& w = a_.knowledge.words;
    const auto sentence = a_.sentence(event.range.first);
    const bool opens = event.range.first <= sentence.first + 3 &&
                       (a_.is_word(sentence.first, w.during) || a_.is_word(sentence.first, w.at) ||
                        (a_.is_word(sentence.first, w.following) && event.owner == none &&
                         !is_visit(event.event_class) && !event.parties.empty()));
    const auto next = std::ranges::lower_bound(a_.clauses, event.range.last, {},
                                               [](const Clause& c) { return c.verb.first; });
    std::vector<int> nodes;
    if (opens && next != a_.clauses.end() && next->verb.first < sentence.last) {
      for (const auto& subject : next->subjects) {
        nodes.push_back(subject.node);
      }
    }
    return nodes;
  }

  [[nodiscard]] std::set<std::string> countries_of(const EventMention& event) const {
    std::set<std::string> countries;
    for (const int place : event.places) {
      const int thing = a_.names[static_cast<std::size_t>(place)].thing;
      if (thing != none) {
        countries.emplace(a_.knowledge.things[static_cast<std::size_t>(thing)].country);
      }
    }
    countries.erase("");
    return countries;
  }

  static bool overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::ranges::any_of(a, [&](const std::string& one) { return b.contains(one); });
  }

  [[nodiscard]] bool is_visit(std::uint8_t event_class) const {
    return a_.knowledge.event_classes[event_class] == "visit";
  }

  [[nodiscard]] bool same(const EventState& a, const EventState& b) const {
    const bool numbered = a.named && b.named && a.words == b.words && a.numbered && b.numbered;
    if (!numbered && !a.start.empty() && !b.start.empty() && a.start != b.start && a.end != b.end) {
      return false;
    }
    if (a.organ != b.organ && !a.head.empty() && !b.head.empty()) {
      return false;
    }
    if (same_name(a, b)) {
      return true;
    }
    if (are_called_otherwise(a, b)) {
      return false;
    }
    const bool visit = is_visit(a.event_class);
    if (visit != is_visit(b.event_class) || one_of_several(a, b)) {
      return false;
    }
    return visit ? same_trip(a, b) : same_kind(a, b) && same_parties(a, b);
  }

  // "held meetings with A and B" and "met with B": that one is told apart.
  [[nodiscard]] bool one_of_several(const EventState& a, const EventState& b) const {
    const auto is_several = [&](const EventState& event) {
      return a_.knowledge.event_classes[event.event_class] == "meetings";
    };
    return is_several(a) != is_several(b) && std::min(a.others.size(), b.others.size()) < 2;
  }

  [[nodiscard]] static bool same_name(const EventState& a, const EventState& b) {
    const bool nested = includes(a.words, b.words) || includes(b.words, a.words);
    return a.named && b.named && nested && std::min(a.words.size(), b.words.size()) >= 2;
  }

  // "the Malta-Latvia Media Forum" beside "the Malta-Latvia Schools Forum": each has words that
  // neither the other has nor those who take part.
  [[nodiscard]] bool are_called_otherwise(const EventState& a, const EventState& b) const {
    if (!a.named || !b.named || a.from_verb || b.from_verb || a.kind.empty() || a.kind != b.kind) {
      return false;
    }
    std::set<std::string> known;
    for (const auto* event : {&a, &b}) {
      for (const int party : event->parties) {
        known.merge(word_set(a_.nodes[static_cast<std::size_t>(party)].name));
      }
    }
    const auto more = [&known](const EventState& event, const EventState& other) {
      return std::ranges::any_of(event.words, [&](const std::string& word) {
        return !other.words.contains(word) && !known.contains(word);
      });
    };
    return more(a, b) && more(b, a);
  }

  [[nodiscard]] bool is_of_past_year(const EventState& event) const {
    constexpr std::size_t digits = 4;
    const auto year = a_.release.published.substr(0, digits);
    return !year.empty() && std::ranges::any_of(event.words, [&](const std::string& word) {
      return is_year(word) && word < year;
    });
  }

  static bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
  }

  // A release tells of one trip, stage by stage and city by city.
  [[nodiscard]] static bool same_trip(const EventState& a, const EventState& b) {
    const auto venue = [](const EventState& e) {
      return e.from_verb && !e.in_title && !e.places.empty() && e.countries.empty();
    };
    if (venue(a) != venue(b)) {
      return false;  // a museum on the way is a visit of its own
    }
    const bool same_traveller = includes(a.parties, b.parties) || includes(b.parties, a.parties);
    if ((a.in_title || b.in_title) && (same_traveller || overlap(a.countries, b.countries))) {
      return true;
    }
    const bool strangers = !a.parties.empty() && !b.parties.empty() && !same_traveller;
    const bool somewhere = includes(a.places, b.places) || includes(b.places, a.places);
    return !strangers && (somewhere || (same_traveller && (a.places.empty() || b.places.empty() ||
                                                           overlap(a.countries, b.countries))));
  }

  // "the press conference with X" beside "the meeting with X" are two.
  [[nodiscard]] static bool same_kind(const EventState& a, const EventState& b) {
    if (a.kind == b.kind) {
      return true;
    }
    const bool phrases = !a.from_verb && !b.from_verb;
    return (a.kind.empty() || b.kind.empty()) && (!phrases || a.in_title || b.in_title);
  }

  [[nodiscard]] static bool same_parties(const EventState& a, const EventState& b) {
    if (a.others.empty() || b.others.empty()) {
      return false;
    }
    const bool met = includes(a.parties, b.others) || includes(b.parties, a.others);
    const bool others_meet = a.parties.size() > 1 && b.parties.size() > 1 &&
                             !includes(a.parties, b.parties) && !includes(b.parties, a.parties);
    return met && !others_meet && (a.event_class == b.event_class || !(a.named && b.named));
  }

  // What the title calls by name, the first sentences tell of without one: "met today", "held a
  // virtual meeting".
  [[nodiscard]] bool retells_title(const EventMention& event, const EventState& known,
                                   const EventState& state) const {
    const bool early = a_.document.sentence_of[event.range.first] < 6;
    if (early && known.in_title && known.others.empty() && are_bodies(state.others) &&
        known.event_class == state.event_class && known.kind == state.kind &&
        known.head == state.head && !is_visit(state.event_class)) {
      return true;  // "held a video meeting with senators" under "Video meeting with senators"
    }
    const bool alike = known.kind.empty() || known.head == state.head ||
                       (state.kind.empty() && state.others.empty());
    // "the Meeting with the Advisors of Japan and Korea": the text gives their names
    const bool unnamed =
        known.others.empty() ||
        (are_all(NodeType::place, known.others) && !state.others.empty() &&
         are_all(NodeType::official, state.others) && known.others.size() <= state.others.size());
    return early && alike && !state.named && known.named && known.in_title && unnamed &&
           known.event_class == state.event_class && !is_visit(state.event_class) &&
           !is_another(event, known) && !is_held_beside(event, known);
  }

  [[nodiscard]] bool are_all(NodeType type, const std::set<int>& nodes) const {
    return std::ranges::all_of(
        nodes, [&](int node) { return a_.nodes[static_cast<std::size_t>(node)].type == type; });
  }

  // "the debate of the Council" may be the title's "debate", that with a minister is another.
  [[nodiscard]] bool are_bodies(const std::set<int>& nodes) const {
    return are_all(NodeType::agency, nodes);
  }

  // "A, B and C met in Rome for the fourth Ministerial Meeting": what they met for is the meeting.
  [[nodiscard]] bool met_for(const EventState& known, const EventMention& event) const {
    constexpr std::uint32_t farthest = 20;  // tokens
    const auto& w = a_.knowledge.words;
    const auto first = event.range.first;
    const auto from = known.met.last;
    if (known.met.empty() || event.from_verb || !event.named || first < from + 1 ||
        first > from + farthest || a_.sentence(first).first != a_.sentence(from - 1).first) {
      return false;
    }
    const auto lead =
        a_.is_word(first - 1, w.the) || a_.is_word(first - 1, w.their) ? first - 2 : first - 1;
    const bool leads = lead >= from && (a_.is_word(lead, w.for_) || a_.is_word(lead, w.at) ||
                                        a_.is_word(lead, w.during));
    for (auto i = from; leads && i < lead; ++i) {
      if (a_.begins(i, set_of(Kind::verb)) && !a_.capital(i)) {
        return false;
      }
    }
    return leads;
  }

  int find_or_make(const EventMention& event, EventState& state) {
    for (const bool past_year : {false, true}) {
      const int node = past_year || !state.past_year ? find(event, state, past_year) : none;
      if (node != none) {
        return node;
      }
    }
    NodeDraft draft;
    draft.type = NodeType::event;
    draft.name = shown(event);
    a_.nodes.push_back(std::move(draft));
    state.node = static_cast<int>(a_.nodes.size()) - 1;
    describe(event, state.node);
    states_.push_back(state);
    return state.node;
  }

  // Among those of a year that is past, or among the others.
  int find(const EventMention& event, EventState& state, bool past_year) {
    const auto oldest = static_cast<std::ptrdiff_t>(states_.size()) > remembered
                            ? states_.rbegin() + remembered
                            : states_.rend();
    for (auto known = states_.rbegin(); known != oldest; ++known) {
      if (known->past_year != past_year) {
        continue;
      }
      const bool named_now = met_for(*known, event);
      if (named_now || (same(*known, state) && !is_special(event, *known)) ||
          retells_title(event, *known, state)) {
        merge(*known, state);
        if (named_now) {
          a_.nodes[static_cast<std::size_t>(known->node)].name = text(event.range);
        }
        describe(event, known->node);
        return known->node;
      }
    }
    return none;
  }

  static void merge(EventState& into, const EventState& from) {
    into.parties.insert(from.parties.begin(), from.parties.end());
    into.others.insert(from.others.begin(), from.others.end());
    into.places.insert(from.places.begin(), from.places.end());
    into.countries.insert(from.countries.begin(), from.countries.end());
    into.words.insert(from.words.begin(), from.words.end());
    into.named |= from.named;
    into.to_come |= from.to_come;
    if (into.start.empty()) {
      into.start = from.start;
      into.end = from.end;
    }
  }

  [[nodiscard]] std::string text(Range range) const { return std::string(a_.document.text(range)); }

  // From the first of some names to the last, titles included.
  [[nodiscard]] Range from_to(const std::vector<int>& mentions) const {
    const auto& first = a_.names[static_cast<std::size_t>(mentions.front())];
    const auto& last = a_.names[static_cast<std::size_t>(mentions.back())];
    return {first.title.empty() ? first.range.first : first.title.first, last.range.last};
  }

  // "met with X" is shown as "meeting with X", "their meeting" as "meeting of X and Y".
  [[nodiscard]] std::string shown(const EventMention& event) const {
    if (event.theirs && !event.parties.empty()) {
      return text(event.range) + " of " + text(from_to(event.parties));
    }
    return event.from_verb ? shown_verb(event) : text(event.range);
  }

  // "meeting with ", "conversation with ".
  [[nodiscard]] std::string called_with(const EventMention& event) const {
    return event.noun.empty() ? a_.knowledge.event_classes[event.event_class] + " with "
                              : std::string(event.noun) + " ";
  }

  [[nodiscard]] std::string shown_verb(const EventMention& event) const {
    if (event.speech) {
      return std::string(event.noun) + " to " + text({event.words, event.range.last});
    }
    const auto& kind = a_.knowledge.event_classes[event.event_class];
    const auto& objects = is_visit(event.event_class) ? event.places : event.parties;
    if (event.words != 0 && (event.again || objects.empty())) {
      return called_with(event) + text({event.words, event.range.last});
    }
    if (objects.empty()) {
      return event.owner == none ? text(event.range)
                                 : kind + " of the " + text(from_to({event.owner}));
    }
    const auto names = from_to(objects);
    if (names.first < event.range.first) {
      constexpr std::size_t most = 6;  // names that one can still read
      return kind + " of " +
             (objects.size() > most ? text(from_to({objects.front()})) + " and " +
                                          std::to_string(objects.size() - 1) + " others"
                                    : text(names));
    }
    if (!event.noun.empty()) {
      return std::string(event.noun) + " " + text({names.first, event.range.last});
    }
    if (const auto others = before_including(event, names.first); !others.empty()) {
      return kind + " with " + text(others);
    }
    return kind + (kind == "visit" ? " to " : " with ") + text({names.first, event.range.last});
  }

  // "met with senior officials, including X": the officials, or nothing.
  [[nodiscard]] Range before_including(const EventMention& event, std::uint32_t name) const {
    const auto& w = a_.knowledge.words;
    std::uint32_t first = 0;
    for (auto i = event.range.first; i < name; ++i) {
      first = a_.is_word(i, w.with) ? i + 1 : first;
      if (first != 0 && i > first && a_.is_word(i, w.including)) {
        return {first, a_.punctuation(i - 1, ',') ? i - 1 : i};
      }
    }
    return {};
  }

  // "discussion at the Secretariat" of "discussion was held today at the Secretariat".
  [[nodiscard]] std::string with_circumstances(Range event) const {
    const auto& w = a_.knowledge.words;
    const auto last = past_circumstances(a_, event.last);
    for (auto i = last; i-- > event.last;) {
      if (a_.is_word(i, w.in) || a_.is_word(i, w.at) || a_.is_word(i, w.on)) {
        return text(event) + " " + text({i, last});
      }
    }
    return text({event.first, last});
  }

  void describe(const EventMention& event, int node) {
    auto& draft = a_.nodes[static_cast<std::size_t>(node)];
    draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(event.range)));
    const auto full = a_.document.text(event.range);
    if (event.named && !a_.is_headline(event.range.first) && full.size() > draft.name.size()) {
      draft.name = full;
    }
    const bool bare = !event.named && !event.definite && !event.from_verb;
    const auto whole = bare ? text({event.range.first, past_circumstances(a_, event.range.last)})
                            : std::string(full);
    if (bare && draft.name.find(' ') == std::string::npos && whole.size() > draft.name.size()) {
      draft.name = with_circumstances(event.range);  // "discussion" tells of no one in particular
    }
    for (auto alias : {shown(event), std::string(full), whole}) {
      if (std::ranges::find(draft.aliases, alias) == draft.aliases.end() &&
          draft.aliases.size() < 32) {
        draft.aliases.push_back(std::move(alias));
      }
    }
  }

  // Whether the head of a definite phrase is a word of the event's name.
  [[nodiscard]] bool head_in_name(const EventMention& event, const EventState& state) const {
    const auto head = folded(a_.document.text(event.range.last - 1));
    const auto& draft = a_.nodes[static_cast<std::size_t>(state.node)];
    return folded(draft.name).find(head) != std::string::npos;
  }

  // "the talks" are not the conference that they were held beside, the "roundtable discussion" may
  // be the round table.
  [[nodiscard]] bool is_held_beside(const EventMention& event, const EventState& known) const {
    if (!a_.begins(event.head, set_of(Kind::talks)) || !known.named || known.kind.empty()) {
      return false;
    }
    const auto words = word_set(a_.nodes[static_cast<std::size_t>(known.node)].name);
    for (auto i = event.range.first; i < event.range.last; ++i) {
      if (i != event.head && words.contains(folded(a_.document.text(i)))) {
        return false;
      }
    }
    return true;
  }

  // "the previous summit", where that is no word of the event's name.
  [[nodiscard]] bool is_another(const EventMention& event, const EventState& known) const {
    return says_more(event, known, Kind::other_event);
  }

  // "the Harrow Special Summit" after "the annual Harrow Summit", not "the Special Committee's
  // Summit"; a title may be short of words.
  [[nodiscard]] bool is_special(const EventMention& event, const EventState& known) const {
    return known.regular && event.named && known.named && !known.in_title && !event.from_verb &&
           says_more(event, known, Kind::special_event);
  }

  [[nodiscard]] bool is_regular(const EventMention& event) const {
    const auto first = event.range.first;
    for (auto i = first > 0 ? first - 1 : first; i < event.head; ++i) {
      if (a_.longest_hit(i, set_of(Kind::regular_event), event.head) != nullptr) {
        return true;
      }
    }
    return false;
  }

  // Whether a word of that kind before the head is none of the name of the event known.
  [[nodiscard]] bool says_more(const EventMention& event, const EventState& known,
                               Kind kind) const {
    for (auto i = event.range.first; i < event.head; ++i) {
      const bool inner = i > event.range.first && i + 1 < event.head;
      if (!(kind == Kind::special_event && inner) &&
          a_.longest_hit(i, set_of(kind), event.head) != nullptr) {
        const auto words = word_set(a_.nodes[static_cast<std::size_t>(known.node)].name);
        return !words.contains(folded(a_.document.text(i)));
      }
    }
    return false;
  }

  // The event named last of the same class, or of any class for "the event"; the title's where none
  // comes before.
  int point_back(const EventMention& event) {
    for (const bool past_year : {false, true}) {
      const int node = point_back(event, [&](const EventState& known) {
        const bool kin = known.event_class == event.event_class || known.named;
        return kin && known.past_year == past_year && head_in_name(event, known);
      });
      if (node != none) {
        return node;
      }
    }
    const auto last = event.range.last - 1;
    const bool generic = a_.is_word(last, a_.knowledge.words.event) ||
                         a_.is_word(last, a_.knowledge.words.gathering);
    const bool titled = a_.capital(event.head) && !a_.token(event.head).is(token_sentence) &&
                        !a_.is_headline(event.head);  // "the Summit": one called so
    return point_back(event, [&](const EventState& known) {
      const bool fits = known.event_class == event.event_class && !titled &&
                        (a_.has(event.head, word_plain_event) || known.named) &&
                        !is_held_beside(event, known);
      return fits || generic;
    });
  }

  // The last of those that `may_be` it.
  template <typename MayBe>
  int point_back(const EventMention& event, const MayBe& may_be) {
    const auto oldest = static_cast<std::ptrdiff_t>(states_.size()) > remembered
                            ? states_.rbegin() + remembered
                            : states_.rend();
    const auto found = std::find_if(states_.rbegin(), oldest, [&](const EventState& known) {
      return may_be(known) && !is_another(event, known);
    });
    if (found == oldest) {
      return none;
    }
    describe(event, found->node);
    return found->node;
  }

  // A call, meeting or visit that the text does not date took place on the release's own date.
  void put_dates(const EventState& state) {
    auto start = state.start;
    auto end = state.end;
    if (start.empty() && !state.to_come && !state.parties.empty() &&
        state.node == states_.front().node && day_of(a_.release.published)) {
      start = end = a_.release.published.substr(0, 10);
    }
    if (start.empty()) {
      return;
    }
    auto& attributes = a_.nodes[static_cast<std::size_t>(state.node)].attributes;
    attributes.push_back({"end", end});
    attributes.push_back({"start", start});
  }

  Analysis& a_;
  std::set<int> officials_;  // nodes
  std::vector<EventState> states_;
};

}  // namespace

void resolve_events(Analysis& analysis) {
  EventResolver(analysis).run();
}

}  // namespace pressgraph
