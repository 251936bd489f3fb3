// SPDX-License-Identifier: Apache-2.0
// Who and where an event's phrase names after its head, and when it was: parties, places, dates.
#include <algorithm>

#include "importers/extraction/event_parts.hpp"
#include "importers/extraction/fold.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_common = 8;  // plain words that stand for unnamed parties
constexpr std::uint32_t nearest_date = 30;   // tokens
constexpr std::uint32_t date_before = 8;     // what a date before the phrase counts farther

// "U.S. exchange programs", "Japanese officials": a country before a plain word.
bool qualifies(const EventScope& scope, std::uint32_t i) {
  const auto& a = scope.a;
  const int mention = scope.index.covering(i);
  const bool country = mention != none ? is_country(scope, mention)
                                       : a.longest_hit(i, set_of(Kind::demonym), i + 1) != nullptr;
  return country && i + 1 < scope.sentence.last && a.has(i + 1, word_common) && !a.capital(i + 1);
}

// Those who are listed from token `i` on, people and bodies, as parties.
void add_listed(const EventScope& scope, EventMention& event, std::uint32_t i) {
  std::uint32_t last = i;
  for (const int mention : read_list(scope.a, scope.index, i, scope.sentence.last, last)) {
    if (is_actor(scope.name(mention).type) && scope.name(mention).type != NodeType::place) {
      event.parties.push_back(mention);
    }
  }
}

// "with a delegation of the Union, which included X and Y": where those listed begin; where the
// event ends, if none do.
std::uint32_t past_members(const EventScope& scope, const EventMention& event) {
  const auto& a = scope.a;
  const auto& w = a.knowledge.words;
  const auto at = event.range.last;
  if (at + 3 >= scope.sentence.last || !a.punctuation(at, ',') || !a.is_word(at + 1, w.which)) {
    return at;
  }
  const bool listed =
      a.document.text(at + 2) == "included" || a.document.text(at + 2) == "includes";
  for (auto i = event.range.first; listed && i < at; ++i) {
    if (a.is_word(i, w.delegation)) {
      return at + 3;
    }
  }
  return at;
}

// "with President X and senior Harrovian ministers, including Minister Y": those too.
// `people`: the phrase ends in them already: "with business groups, including A and B".
void take_included(const EventScope& scope, EventMention& event, bool people = false) {
  constexpr std::uint32_t longest = 8;  // tokens
  const auto& a = scope.a;
  const auto& w = a.knowledge.words;
  const auto end = std::min(scope.sentence.last, event.range.last + longest);
  if (const auto members = past_members(scope, event); members > event.range.last) {
    add_listed(scope, event, members);
    return;
  }
  for (auto i = event.range.last; i + 1 < end; ++i) {
    people |= a.has(i, word_group | word_staff | word_collective);
    if (people && a.is_word(i, w.including)) {
      add_listed(scope, event, i + 1);
      return;
    }
    const bool compound = a.document.text(i).find('-') != std::string_view::npos;  // "high-level"
    const bool plain = a.is_word(i, w.and_) || a.punctuation(i, ',') || a.has(i, word_common) ||
                       a.is_word(i, w.of) || a.token(i).is(token_digit) || compound ||
                       a.capital(i) || scope.index.covering(i) != none;
    if (!plain || a.longest_hit(i, set_of(Kind::verb), end) != nullptr) {
      return;
    }
  }
}

// Whether somebody's own name, title included, begins at token `i`.
bool begins_person(const EventScope& scope, int mention, std::uint32_t i) {
  return scope.name(mention).type == NodeType::official && scope.index.begin(mention) == i &&
         scope.name(mention).rule != "definite-post";
}

// Whether a name begins at token `i` or after the comma there.
bool named_after(const EventScope& scope, std::uint32_t i) {
  return scope.index.covering(scope.a.punctuation(i, ',') ? i + 1 : i) != none;
}

// A title's capitals, and the small words between: "Assistant to the President".
bool goes_on_title(const Analysis& a, std::uint32_t i, std::uint32_t first) {
  const auto& w = a.knowledge.words;
  return a.capital(i) ||
         (i > first && (a.is_word(i, w.of) || a.is_word(i, w.to) || a.is_word(i, w.for_) ||
                        a.is_word(i, w.and_) || a.is_word(i, w.the)));
}

// A word of "renowned American actor, director and producer".
bool is_description(const Analysis& a, std::uint32_t i) {
  const bool plain = !a.capital(i) && a.has(i, word_common) &&
                     (!a.has(i, word_function) || a.is_word(i, a.knowledge.words.and_));
  return plain || a.punctuation(i, ',') ||
         a.longest_hit(i, set_of(Kind::demonym), i + 1) != nullptr;
}

// Whether somebody begins at token `i` whose profession is told there or before it.
bool begins_professional(const EventScope& scope, std::uint32_t i) {
  const auto& a = scope.a;
  const int mention = scope.index.covering(i);
  const bool told = (a.has(i, word_post) && !a.capital(i)) || a.has(i - 1, word_post);
  return mention != none && begins_person(scope, mention, i) && told && !a.capital(i - 1);
}

// One past such a description at `at`, where somebody whose profession that is follows; `at` where
// nobody does.
std::uint32_t past_description(const EventScope& scope, std::uint32_t at) {
  constexpr std::uint32_t longest = 12;  // tokens
  const auto& a = scope.a;
  const auto& w = a.knowledge.words;
  const auto end = std::min(scope.sentence.last, at + longest);
  const bool article = at < end && (a.is_word(at, w.the) || a.is_word(at, w.a));
  auto i = article ? at + 1 : at;
  while (i < end && scope.index.covering(i) == none && is_description(a, i)) {
    ++i;
  }
  return i > at && i < end && begins_professional(scope, i) ? i : at;
}

}  // namespace

std::uint32_t past_post(const EventScope& scope, std::uint32_t at) {
  constexpr std::uint32_t longest = 16;  // tokens
  const auto& a = scope.a;
  const bool article = at < scope.sentence.last && a.is_word(at, a.knowledge.words.the);
  const auto first = article ? at + 1 : at;
  const auto end = std::min(scope.sentence.last, at + longest);
  bool post = false;
  auto i = first;
  while (i + 1 < end && (i == first || !named_after(scope, i)) && goes_on_title(a, i, first)) {
    post |= a.has(i, word_post | word_modifier);
    ++i;
  }
  const auto next = i < end && a.punctuation(i, ',') ? i + 1 : i;
  const int mention = i > first && next < end ? scope.index.covering(next) : none;
  return post && mention != none && begins_person(scope, mention, next) ? next : at;
}

bool take_parties(const EventScope& scope, EventMention& event, std::uint32_t at) {
  std::uint32_t last = at;
  auto found = read_list(scope.a, scope.index, at, scope.sentence.last, last);
  std::erase_if(found, [&](int mention) { return !is_actor(scope.name(mention).type); });
  if (found.empty()) {
    const auto post = past_post(scope, at);
    const auto name = post > at ? post : past_description(scope, at);
    return name > at && take_parties(scope, event, name);
  }
  event.parties.insert(event.parties.end(), found.begin(), found.end());
  event.range.last = std::min(last, scope.index.end_of_name(found.back()));
  take_included(scope, event);
  // "NATO Foreign Ministers": those of the last one named.
  const auto& a = scope.a;
  auto at_post = event.range.last;
  while (scope.name(found.back()).type != NodeType::official && at_post < scope.sentence.last &&
         a.capital(at_post) && a.has(at_post, word_modifier | word_post | word_group) &&
         scope.index.covering(at_post) == none) {
    event.range.last = ++at_post;
  }
  return true;
}

namespace {

// "Nordic Leaders", of a headline: an adjective that no list has, and people.
bool is_of_region(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const auto text = a.document.text(i);
  const bool adjective = text.ends_with("ic") || text.ends_with("an") || text.ends_with("ese") ||
                         text.ends_with("ish");
  return adjective && a.is_headline(i) && a.capital(i) && i + 1 < end &&
         a.has(i + 1, word_group | word_staff);
}

// One past the country, demonym or region at `i`; `i` where none stands there.
std::uint32_t end_of_national(const EventScope& scope, std::uint32_t i) {
  const auto& a = scope.a;
  const int mention = scope.index.covering(i);
  if (mention != none && is_country(scope, mention)) {
    return scope.name(mention).range.last;
  }
  if (const auto* hit = a.longest_hit(i, set_of(Kind::demonym), scope.sentence.last)) {
    return hit->last;
  }
  return mention == none && is_of_region(a, i, scope.sentence.last) ? i + 1 : i;
}

// One past "French, German, and UK Counterparts" at `at`; `at` where none stand there.
std::uint32_t end_of_nationals(const EventScope& scope, std::uint32_t at) {
  const auto& a = scope.a;
  const auto end = scope.sentence.last;
  bool any = false;
  auto i = at;
  while (i < end) {
    const auto next = end_of_national(scope, i);
    const bool joins = any && (a.punctuation(i, ',') || a.is_word(i, a.knowledge.words.and_));
    if (next == i && !joins) {
      break;
    }
    any = true;
    i = std::max(next, i + 1);
  }
  const bool people = any && i < end && a.has(i, word_common | word_group | word_staff) &&
                      (!a.capital(i) || a.is_headline(i)) &&
                      a.longest_hit(i, set_of(Kind::verb), end) == nullptr;
  return people ? i + 1 : at;
}

}  // namespace

bool take_unnamed_parties(const EventScope& scope, EventMention& event, std::uint32_t at) {
  const auto last = std::max(end_of_common(scope, at), end_of_nationals(scope, at));
  if (last < at + 2) {
    return false;
  }
  event.range.last = last;
  event.shared = true;
  take_included(scope, event, true);
  return true;
}

namespace {

// "visited five Latin American states: A, B and C": where the list begins.
std::uint32_t past_count(const EventScope& scope, std::uint32_t at) {
  constexpr std::uint32_t longest = 8;  // tokens
  const auto& a = scope.a;
  const bool count = at < scope.sentence.last && (a.token(at).is(token_digit) ||
                                                  a.knowledge.small_numbers[a.token(at).word] != 0);
  for (auto i = at; count && i + 1 < std::min(scope.sentence.last, at + longest); ++i) {
    if (a.punctuation(i, ':')) {
      return i + 1;
    }
    if (a.token(i).is(token_punctuation)) {
      break;
    }
  }
  return at;
}

}  // namespace

bool take_places(const EventScope& scope, EventMention& event, std::uint32_t at) {
  std::uint32_t last = at;
  auto found = read_list(scope.a, scope.index, past_count(scope, at), scope.sentence.last, last);
  const auto person = std::ranges::find_if(found, [&](int mention) {
    return scope.name(mention).type == NodeType::official;  // the next one's trip
  });
  const bool whole = person == found.end();
  found.erase(person, found.end());
  // "a trip to Oslo, as well as the General Assembly": nor what is no place behind one
  if (!found.empty() && scope.name(found.front()).type == NodeType::place) {
    found.erase(
        std::ranges::find_if(found, [&](int m) { return scope.name(m).type != NodeType::place; }),
        found.end());
  }
  // "on his visit to Oslo, Norway and Chile agreed": the next clause's subjects.
  const auto* verb = whole && found.size() > 2 && is_preposition(scope.a, scope.sentence.first) &&
                             last < scope.sentence.last && !scope.a.capital(last)
                         ? scope.a.longest_hit(last, set_of(Kind::verb), scope.sentence.last)
                         : nullptr;
  if (verb != nullptr && !scope.a.document.text(last).ends_with("ing")) {
    found.resize(1);
  }
  if (found.empty()) {
    return false;
  }
  event.range.last = std::min(last, scope.index.end_of_item(found.back()));
  event.places = std::move(found);
  return true;
}

std::uint32_t end_of_common(const EventScope& scope, std::uint32_t at) {
  const auto& a = scope.a;
  const auto& w = a.knowledge.words;
  const auto goes_on = [&](std::uint32_t i) {
    const bool plain =
        (a.has(i, word_common | word_event_modifier) || qualifies(scope, i)) && a.taken[i] == 0;
    const bool tied = !a.has(i, word_function) || a.is_word(i, w.of) || a.is_word(i, w.and_) ||
                      a.is_word(i, w.a) || a.is_word(i, w.the);
    // "Meeting with Commissioner for Owners' Rights", of a headline
    const bool owner = i > at && i + 1 < scope.sentence.last && a.token(i).is(token_possessive) &&
                       a.is_headline(i) && a.capital(i + 1);
    return (plain || owner) && tied && !a.has(i, word_event_head) && !a.is_word(i, w.following) &&
           a.longest_hit(i, set_of(Kind::verb), scope.sentence.last) == nullptr;
  };
  auto last = at;
  while (last < std::min(scope.sentence.last, at + longest_common) && goes_on(last)) {
    ++last;
  }
  while (last > at && (a.has(last - 1, word_function) ||
                       a.document.text(last - 1).ends_with("ly"))) {  // "of approximately 100"
    --last;
  }
  return last;
}

bool is_be(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  return a.is_word(i, w.is) || a.is_word(i, w.are) || a.is_word(i, w.was) || a.is_word(i, w.were) ||
         a.is_word(i, w.be) || a.is_word(i, w.been);
}

bool follows_be(const Analysis& a, std::uint32_t first, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  const bool between = i > first + 1 && (a.is_word(i - 1, w.not_) || a.is_word(i - 1, w.also));
  return i > first && is_be(a, between ? i - 2 : i - 1);
}

bool is_article(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  return a.is_word(i, w.a) || a.is_word(i, w.an) || a.is_word(i, w.the) || a.is_word(i, w.its) ||
         a.is_word(i, w.this_);
}

bool is_ordinal(const Analysis& a, std::uint32_t i) {
  const auto text = a.document.text(i);
  const auto hyphen = text.rfind('-');  // "eighty-fifth"
  const bool compound = hyphen != std::string_view::npos && !a.token(i).is(token_digit) &&
                        a.knowledge.has_word(folded(text.substr(hyphen + 1)), word_ordinal);
  return a.has(i, word_ordinal) || compound ||
         (a.token(i).is(token_digit) && (text.ends_with("th") || text.ends_with("st") ||
                                         text.ends_with("nd") || text.ends_with("rd")));
}

bool is_number(const Analysis& a, std::uint32_t i) {
  return a.token(i).is(token_digit) || a.knowledge.small_numbers[a.token(i).word] != 0;
}

std::uint32_t before_measure(const Analysis& a, std::uint32_t first, std::uint32_t at) {
  if (at < first + 3 || !a.is_word(at - 1, a.knowledge.words.of)) {
    return at;
  }
  const auto text = a.document.text(at - 2);
  const bool measure = text == "days" || text == "day" || text == "weeks" || text == "hours" ||
                       text == "rounds" || text == "round" || text == "series" || text == "number";
  return measure && (is_number(a, at - 3) || is_article(a, at - 3)) ? at - 3 : at;
}

bool is_country(const EventScope& scope, int mention) {
  const auto& name = scope.name(mention);
  return name.type == NodeType::place && name.thing != none &&
         scope.a.knowledge.things[static_cast<std::size_t>(name.thing)].kind == "country";
}

bool official_before(const EventScope& scope, std::uint32_t i) {
  const auto& w = scope.a.knowledge.words;
  const auto floor =
      std::max(scope.sentence.first, i > event_verb_window ? i - event_verb_window : 0U);
  for (auto t = i; t > floor;) {
    --t;
    const int mention = scope.index.covering(t);
    if (scope.a.is_word(t, w.he) || scope.a.is_word(t, w.she) ||
        (mention != none && scope.name(mention).type == NodeType::official)) {
      return true;
    }
  }
  return false;
}

namespace {

// "the first since the Statement was signed on 11 November": another act's date stands in
// [first, date).
bool is_others(const Analysis& a, std::uint32_t first, std::uint32_t date) {
  for (auto i = first; i < date; ++i) {
    const auto* verb = a.longest_hit(i, set_of(Kind::verb), date);
    const bool act = verb != nullptr && a.knowledge.verbs[verb->entry].frame == Frame::act;
    if (act || a.document.text(i) == "since") {
      return true;
    }
  }
  return false;
}

// "a Summit of the Americas in 2001": of another year than the release.
std::string year_behind(const Analysis& a, std::uint32_t i) {
  constexpr std::size_t digits = 4;
  if (i + 1 >= a.document.tokens.size() || !a.is_word(i, a.knowledge.words.in)) {
    return {};
  }
  const auto text = a.document.text(i + 1);
  const bool year = text.size() == digits && (text.starts_with("19") || text.starts_with("20")) &&
                    text.find_first_not_of("0123456789") == std::string_view::npos;
  // not "in 2000 villages"
  const bool closed = i + 2 >= a.document.tokens.size() || a.token(i + 2).is(token_punctuation) ||
                      a.has(i + 2, word_function);
  return year && closed && !a.release.published.starts_with(text) ? std::string(text)
                                                                  : std::string();
}

}  // namespace

void date_event(const EventScope& scope, EventMention& event) {
  const auto& a = scope.a;
  const auto& dates = a.dates;
  const DateMention* best = nullptr;
  std::uint32_t best_distance = nearest_date;
  auto date = std::ranges::lower_bound(dates, scope.sentence.first, {},
                                       [](const DateMention& d) { return d.range.first; });
  for (; date != dates.end() && date->range.first < scope.sentence.last; ++date) {
    const bool after = date->range.first >= event.range.last;
    const auto distance =
        after ? date->range.first - event.range.last
              : event.range.first - std::min(event.range.first, date->range.last) + date_before;
    if (distance < best_distance && !(after && is_others(a, event.range.last, date->range.first))) {
      best = &*date;
      best_distance = distance;
    }
  }
  if (best != nullptr) {
    event.start = best->start;
    event.end = best->end;
  } else if (auto year = year_behind(a, event.range.last); !year.empty()) {
    event.start = year;
    event.end = std::move(year);
  }
}

}  // namespace pressgraph
