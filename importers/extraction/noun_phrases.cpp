// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/noun_phrases.hpp"

#include <algorithm>

#include "importers/extraction/fold.hpp"
#include "importers/extraction/phrase_parts.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_core = 12;  // capitalised words in a row
constexpr WordSet heads =
    word_agency_head | word_instrument_head | word_event_head | word_place_head;

// "Department of State" before "'s Foreign Service Institute": the name of a body ends there.
bool ends_body(const Analysis& a, std::uint32_t possessive) {
  constexpr std::uint32_t longest = 8;  // words
  for (auto at = possessive;
       at-- > 0 && at + longest > possessive && !a.token(at).is(token_line);) {
    const auto* hit = a.longest_hit(at, set_of(Kind::body), possessive);
    if (hit != nullptr && hit->last == possessive) {
      return true;
    }
  }
  return false;
}

// Where "of" leads to the word before token `possessive`, over "Economic and Social"; 0 where none
// does.
std::uint32_t leading_of(const Analysis& a, std::uint32_t possessive) {
  constexpr std::uint32_t longest = 5;  // words
  const auto& w = a.knowledge.words;
  for (auto at = possessive; at-- > 1 && at + longest + 1 > possessive;) {
    if (a.is_word(at, w.of)) {
      return at + 1 < possessive ? at : 0;
    }
    if (!a.capital(at) && !a.is_word(at, w.and_)) {
      return 0;
    }
  }
  return 0;
}

// "Ministry of Trade" before "'s Bureau of Standards", "Bureau of Economic Affairs" before "'
// Budget Office"; not "Ministry of Women" before "'s Affairs", "Health and Children" before "'s
// Services".
bool owns_agency(const Analysis& a, std::uint32_t possessive, std::uint32_t end) {
  const auto of = leading_of(a, possessive);
  if (of == 0 || !a.has(of - 1, word_parent_head) || !a.capital(of - 1)) {
    return false;
  }
  const auto unit = read_noun_phrase(a, possessive + 1, end);
  return unit && unit->type == NodeType::agency && (of + 2 == possessive || unit->range.size() > 1);
}

// The "'s" of "International Women's Forum" or "Prosecutor's Office": after a common word that is
// itself no body, no name and no short form of either.
bool is_inner_possessive(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  if (!a.token(i).is(token_possessive) || i == 0 || i + 1 >= end || !a.capital(i + 1) ||
      !a.capital(i - 1) || a.has(i - 1, heads | word_function | word_month | word_weekday)) {
    return false;
  }
  if (a.has(i - 1, word_post)) {
    return a.has(i + 1, word_agency_head) && !a.has(i + 1, word_event_head) && !ends_body(a, i);
  }
  return a.has(i - 1, word_common) && !ends_body(a, i) && !owns_agency(a, i, end) &&
         a.longest_hit(i - 1, name_kinds | set_of(Kind::demonym), i) == nullptr;
}

// A word that can stand alone as what an organisation, law or place is called by. Of a class of
// bodies or a tie of states, the name of a country is not enough.
bool is_distinctive(const Analysis& a, std::uint32_t i, bool of_class) {
  if (a.token(i).is(token_punctuation) || a.token(i).is(token_possessive)) {
    return false;
  }
  const auto* hit = a.longest_hit(i, name_kinds | set_of(Kind::demonym), i + 4);
  if (of_class) {
    const auto text = a.document.text(i);
    const bool tie = text.find('-') != std::string_view::npos || a.token(i).is(token_all_caps);
    return !a.has(i, word_common | word_weekday | word_month) && !tie &&
           (hit == nullptr || (hit->kind != Kind::country && hit->kind != Kind::demonym));
  }
  return hit != nullptr || !a.has(i, word_common | word_weekday | word_month) ||
         (a.token(i).is(token_all_caps) && !a.token(i + 1).is(token_all_caps));
}

// How the words before a head tell what it is the head of.
struct Before {
  std::uint32_t words = 0;
  std::uint32_t own = 0;  // not generic
  bool distinctive = false;
};

Before before_head(const Analysis& a, Range words, bool of_class) {
  Before before;
  for (auto i = words.first; i < words.last; ++i) {
    const bool word = a.capital(i);
    before.words += word ? 1U : 0U;
    before.own += word && !a.has(i, word_generic) ? 1U : 0U;
    before.distinctive |= is_distinctive(a, i, of_class);
  }
  return before;
}

// "the Narcotics Control Strategy Report (NCSR)": what has an acronym is a name.
bool has_acronym(const Analysis& a, Range core) {
  const auto open = core.last;
  if (open + 2 >= a.document.tokens.size() || core.size() < 3 || !a.punctuation(open, '(') ||
      !a.token(open + 1).is(token_all_caps) || !a.punctuation(open + 2, ')')) {
    return false;
  }
  const auto acronym = a.document.text(open + 1);
  return acronym.size() >= 3 && acronym.front() == a.document.text(core.first).front();
}

// "the Harbour Report", "the annual Harbour Report".
bool is_definite(const Analysis& a, std::uint32_t first) {
  const auto& w = a.knowledge.words;
  const bool small = first > 1 && !a.capital(first - 1) && a.has(first - 1, word_common) &&
                     !a.has(first - 1, word_function);
  return a.is_word(first - 1, w.the) || (small && a.is_word(first - 2, w.the));
}

// Whether the words before the head, or the complement after it, make it a name of its own.
bool is_named(const Analysis& a, Range core, std::uint32_t head, std::uint32_t last,
              HeadWord kind) {
  const bool complemented = last > head + 1;
  if (head == core.first) {
    return complemented && (!kind.weak || a.has(head, word_agency_of | word_company));
  }
  const bool of_class = a.has(head, word_class_head);
  const auto before = before_head(a, {core.first, head}, of_class);
  if (before.distinctive || complemented) {
    return true;
  }
  if (kind.type == NodeType::instrument && !a.has(head, word_programme) &&
      has_acronym(a, {core.first, last})) {
    return true;
  }
  if (of_class) {
    return false;
  }
  if (kind.weak && kind.type != NodeType::agency) {
    // "the Bipartisan Harbours Law", also in a list of names, between commas: an article and two
    // words of its own with capitals
    const bool listed = core.first > 1 && a.punctuation(core.first - 1, ',') &&
                        a.capital(core.first - 2) && a.punctuation(last, ',') &&
                        last + 1 < a.document.tokens.size() && a.capital(last + 1);
    return kind.type == NodeType::instrument && before.own >= 1 && before.words >= 2 &&
           last == head + 1 && core.last == last && core.first > 0 &&
           (listed || is_definite(a, core.first)) && !a.is_heading(head) &&
           !a.has(head, word_programme | word_order) && !a.document.text(head).ends_with('s');
  }
  if (kind.weak) {
    return before.own >= 1 && before.words >= 2 && !a.is_heading(head);
  }
  return before.own >= 1 || before.words >= 2;
}

// "Acts": what "and" joins before them is two.
bool are_several(const Analysis& a, std::uint32_t head) {
  const auto& w = a.knowledge.words;
  return a.is_word(head, w.acts) || a.is_word(head, w.agreements) || a.is_word(head, w.treaties);
}

// "Liaison Team Major General Roe": where the run of capitals `words` ends, before the rank of a
// person whom a head stands before.
std::uint32_t before_rank(const Analysis& a, Range words) {
  for (auto i = words.first + 1; i < words.last; ++i) {
    const auto* rank = a.longest_hit(i, set_of(Kind::rank) | set_of(Kind::honorific), words.last);
    if (rank != nullptr && rank->last < words.last && a.has(i - 1, word_agency_head)) {
      return i;
    }
  }
  return words.last;
}

// "Administration and Information Office": common words that "and" ties to a run that ends in a
// head.
std::uint32_t end_of_core(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const auto last = end_of_capitals(a, i, end);
  const auto* known = a.longest_hit(i, name_kinds, last);
  // "HHS Support and Assistance Mission", "U.S. Senate Energy and Harbours Committee": an owner
  // before the common words
  const bool owner = known != nullptr && known->kind == Kind::body && known->last < last &&
                     (known->last > i + 1 || a.token(i).is(token_all_caps));
  // "National Railways and Ports Administration": a plural head that "National" makes no name of
  const bool open = last == i + 2 && a.has(i, word_generic | word_modifier) &&
                    a.has(last - 1, word_common | word_agency_head) &&
                    a.document.text(last - 1).ends_with('s');
  if (last == i || last + 1 >= end || !a.is_word(last, a.knowledge.words.and_) ||
      (known != nullptr && !owner)) {
    return last;
  }
  const auto joined = before_rank(a, {last + 1, end_of_capitals(a, last + 1, end)});
  const auto head_before = last > i + 1 ? head_at(a, last - 1) : std::nullopt;
  // "the Harbour Policy and Security Committee"
  const bool matter = i > 0 && a.is_word(i - 1, a.knowledge.words.the) && head_before &&
                      head_before->type == NodeType::instrument;
  const bool headed_before = head_before && !((owner || matter) && head_before->weak);
  // "Occupational Safety and Health Act", "Antiterrorism and Effective Death Penalty Act",
  // "National Railways and Ports Support Programme"
  // but "Clean Tides and Harbour Treaty Acts" are two.
  const bool act = joined > last + 2 && a.has(joined - 1, word_instrument_head) && i > 0 &&
                   !are_several(a, joined - 1) && a.is_word(i - 1, a.knowledge.words.the) &&
                   (!head_at(a, last - 1) || (a.has(i, word_generic) && joined > last + 3));
  if (headed_before && !open && !act) {
    return last;
  }
  for (auto t = owner ? known->last : i; t < last; ++t) {
    if (owner && a.has(t, word_group | word_staff | word_collective)) {
      return last;  // "State Department Officials and Border Police"
    }
    const bool plain =
        a.has(t, word_common) || (open && t + 1 == last) || (act && a.token(t).word == 0);
    if (!plain || a.has(t, word_post | word_given)) {
      return last;
    }
  }
  const bool headed = joined > last + 2 && (act || a.has(joined - 1, word_agency_head)) &&
                      a.longest_hit(last + 1, name_kinds, joined) == nullptr;
  return headed ? joined : last;
}

// "Harrow Tides, Inc.", "Arkell Co., Ltd.": what closes a company's name stands after a comma.
std::uint32_t with_company(const Analysis& a, std::uint32_t last, std::uint32_t end) {
  while (last + 1 < end && a.punctuation(last, ',') && a.has(last + 1, word_company) &&
         a.capital(last + 1)) {
    last += 2;
  }
  return last;
}

// "Agenda 2063", "Vision 2030": a head first, and a number or a country that makes it a name.
std::optional<NounPhrase> head_first(const Analysis& a, Range core) {
  const auto flags = a.knowledge.flags(a.token(core.first));
  if ((flags & word_instrument_head) == 0 || core.size() < 2) {
    return std::nullopt;
  }
  const auto next = core.first + 1;
  const bool year = core.size() == 2 && a.token(next).is(token_digit) &&
                    a.token(next).end - a.token(next).begin == 4;
  const auto* hit = a.longest_hit(next, set_of(Kind::country), core.last);
  const bool country = hit != nullptr && (hit->last == core.last || a.has(hit->last, word_post));
  if (!year && !country) {
    return std::nullopt;
  }
  return NounPhrase{
      NodeType::instrument, {core.first, country ? hit->last : core.last}, core.first};
}

// "Invests" of a heading, a listed verb, or before a sum, any word: by its "s", and no noun that a
// body's name may hold.
bool is_heading_verb(const Analysis& a, std::uint32_t i) {
  const auto stem = folded(a.document.text(i));
  if (a.has(i, heads) || !stem.ends_with('s') || stem.ends_with("ss")) {
    return false;
  }
  const auto& k = a.knowledge;
  const auto word = std::string_view(stem).substr(0, stem.size() - 1);
  const auto flags = k.word_flags[k.vocabulary.find(word)];
  if (a.punctuation(i + 1, '$')) {
    return (flags & word_common) != 0;
  }
  return a.is_heading(i) &&
         (a.longest_hit(i, set_of(Kind::verb), i + 1) != nullptr || (flags & word_base_verb) != 0);
}

// "Department of Trade Chair", "Department of Trade Invests", "Department of Trade Web site": where
// a listed body's name ends at `i`, what follows up to `last` is a post, a heading's verb or the
// first word of a small noun, and none of the name's.
bool ends_name_before(const Analysis& a, std::uint32_t i, std::uint32_t last) {
  const bool post = last == i + 1 && a.has(i, word_post) && !a.has(i, word_agency_head) &&
                    !a.document.text(i).ends_with('s');
  const auto text = a.document.text(i);
  const bool web = (text == "Web" || text == "web") && i + 1 < a.document.tokens.size() &&
                   folded(a.document.text(i + 1)).starts_with("site");
  return post || web || is_heading_verb(a, i);
}

// "High Representative of the European Union for Foreign Affairs": what a listed body is "for" is
// the post's, and no part of the body's name.
std::uint32_t end_of_listed(const Analysis& a, std::uint32_t i, std::uint32_t head,
                            std::uint32_t last) {
  const auto* body = a.longest_hit(i, set_of(Kind::body), last);
  const auto& w = a.knowledge.words;
  const bool court = body != nullptr &&
                     a.knowledge.things[body->entry].kind == "court";  // its district is its name
  const bool more = body != nullptr && !court && head < body->last && body->last < last &&
                    (a.is_word(body->last, w.for_) || a.is_word(body->last, w.on) ||
                     a.is_word(body->last, w.against) || ends_name_before(a, body->last, last));
  return more ? body->last : last;
}

// "Agency for Nuclear Safety in Latin America and the Caribbean (ANSLAC)": where it works, up to
// the bracket that calls it short.
std::uint32_t up_to_acronym(const Analysis& a, std::uint32_t last, std::uint32_t end) {
  constexpr std::uint32_t longest = 8;  // tokens
  if (last + 4 >= end || !a.is_word(last, a.knowledge.words.in)) {
    return last;
  }
  const auto bound = std::min(end - 2, last + longest);
  for (auto i = last + 1; i < bound; ++i) {
    if (a.punctuation(i, '(')) {
      return a.token(i + 1).is(token_all_caps) && a.punctuation(i + 2, ')') ? i : last;
    }
    if (!a.capital(i) && !a.is_word(i, a.knowledge.words.and_) &&
        !a.is_word(i, a.knowledge.words.the)) {
      return last;
    }
  }
  return last;
}

// "Third Council of Europe Summit": a listed body, and an event's head.
std::optional<NounPhrase> event_of_listed(const Analysis& a, std::uint32_t i, std::uint32_t last) {
  const auto head = last - 1;
  if (last < i + 3 || !a.has(head, word_event_head) || !a.capital(head) ||
      a.has(head, word_agency_head)) {
    return std::nullopt;
  }
  for (auto t = i; t < std::min(head, i + 3); ++t) {
    const auto* body = a.longest_hit(t, set_of(Kind::body), head);
    if (body != nullptr && body->last == head && body->last > t + 1) {
      return NounPhrase{NodeType::event, {i, last}, head};
    }
  }
  return std::nullopt;
}

// "M/V Carib Vision": what begins at the letter after the stroke, or after that letter.
bool is_of_vessel(const Analysis& a, std::uint32_t i) {
  const auto letter = [&](std::uint32_t t) {
    return t > 0 && a.punctuation(t - 1, '/') && a.capital(t) &&
           a.token(t).end - a.token(t).begin == 1;
  };
  return letter(i) || (i > 0 && letter(i - 1));
}

// "U.S.-European Union relations": nothing of its own after the two names.
bool is_tied_to_listed(const Analysis& a, Range phrase) {
  for (auto i = phrase.first + 1; i + 1 < phrase.last; ++i) {
    const auto* name = ties_names(a, i) ? a.longest_hit(i + 1, name_kinds, phrase.last) : nullptr;
    if (name != nullptr && name->last == phrase.last) {
      return true;
    }
  }
  return false;
}

// "the Market Regulation for Inclusive Growth program": a small head after the capitals tells what
// they name.
bool is_of_other(const Analysis& a, NodeType type, std::uint32_t last, std::uint32_t end) {
  return type == NodeType::instrument && last < end && !a.capital(last) &&
         a.has(last, word_programme);
}

}  // namespace

bool is_and(const Analysis& a, std::uint32_t i) {
  return a.is_word(i, a.knowledge.words.and_) || a.punctuation(i, '&');
}

std::optional<HeadWord> head_at(const Analysis& a, std::uint32_t i) {
  const auto flags = a.knowledge.flags(a.token(i));
  if ((flags & heads) == 0) {
    return std::nullopt;
  }
  if ((flags & word_agency_head) != 0) {
    return HeadWord{NodeType::agency, (flags & word_agency_weak) != 0};
  }
  if ((flags & word_instrument_head) != 0) {
    return HeadWord{NodeType::instrument, (flags & word_instrument_weak) != 0};
  }
  if ((flags & word_event_head) != 0) {
    return HeadWord{NodeType::event, (flags & word_event_weak) != 0};
  }
  return HeadWord{NodeType::place, false};
}

std::optional<std::uint32_t> head_of(const Analysis& a, Range core) {
  for (auto i = core.last; i > core.first; --i) {
    if (head_at(a, i - 1)) {
      return i - 1;
    }
  }
  return std::nullopt;
}

unsigned cardinal_at(const Analysis& a, std::uint32_t i) {
  constexpr unsigned most = 9;
  const unsigned number = a.knowledge.small_numbers[a.token(i).word];
  return number <= most && !a.has(i, word_ordinal) && !a.token(i).is(token_digit) ? number : 0;
}

bool ties_names(const Analysis& a, std::uint32_t i) {
  if (i == 0 || i + 1 >= a.document.tokens.size()) {
    return false;
  }
  const auto& t = a.token(i);
  return t.punctuation == '-' && a.document.buffer[t.begin] == '-' && !t.is(token_space) &&
         a.capital(i - 1) && a.capital(i + 1) && a.token(i + 1).begin == t.end;
}

namespace {

// "The Honorable", "Mr."; not "King", which is a firm's too.
bool begins_person(const Analysis& a, std::uint32_t i) {
  return a.is_word(i, a.knowledge.words.the) ||
         (i < a.document.tokens.size() && a.token(i).is(token_dot) &&
          a.has(i, word_honorific_m | word_honorific_f));
}

}  // namespace

bool in_core(const Analysis& a, std::uint32_t i) {
  const auto& t = a.token(i);
  if (a.taken[i] != 0) {
    return false;
  }
  if (t.punctuation == '-' && ties_names(a, i)) {
    return true;
  }
  if (a.capital(i)) {
    return !a.has(i, word_function) || (t.is(token_all_caps) && !a.is_heading(i)) ||
           t.word == a.knowledge.words.i;
  }
  // Not "Director of the Tides Agency & Mr. Ben Roe".
  return t.is(token_digit) || (t.punctuation == '&' && !begins_person(a, i + 1));
}

std::uint32_t end_of_capitals(const Analysis& analysis, std::uint32_t i, std::uint32_t end) {
  const auto bound = std::min(end, i + longest_core);
  const auto first = i;
  while (i < bound &&
         (in_core(analysis, i) || (i > first && is_inner_possessive(analysis, i, bound)))) {
    ++i;
  }
  while (i > first && (analysis.punctuation(i - 1, '&') || analysis.punctuation(i - 1, '-'))) {
    --i;  // what it ties stands beyond the bound
  }
  return i;
}

namespace {

// "Americas Partnership for Economic Prosperity": what states agree on, and no body.
bool is_plan(const Analysis& a, std::uint32_t head, std::uint32_t last) {
  return head + 1 < last && a.is_word(head + 1, a.knowledge.words.for_) &&
         a.has(head, word_agency_of) && a.has(head, word_programme);
}

// Which of several of one name: "II", where "I" alone is a pronoun as well, or "Two", which an
// aeroplane has too: "Air Force One".
bool is_which(const Analysis& a, std::uint32_t head) {
  const auto text = a.document.text(head + 1);
  const bool cardinal = cardinal_at(a, head + 1) != 0 && a.capital(head + 1) &&
                        !a.is_heading(head) &&
                        a.longest_hit(head - 1, set_of(Kind::carrier), head) == nullptr;
  return cardinal || text == "II" || text == "III" || text == "IV";
}

// "Rules-Based International Order".
bool is_idea(const Analysis& a, Range core, std::uint32_t head) {
  const auto* idea = head > core.first
                         ? a.longest_hit(head - 1, set_of(Kind::instrument_head), head + 1)
                         : nullptr;
  const auto* whole = a.longest_hit(head, set_of(Kind::instrument_head), core.last + longest_core);
  return (idea != nullptr && idea->last == head + 1 && idea->entry == head_of_idea) ||
         (whole != nullptr && whole->last > head + 1 && whole->entry == head_of_idea);
}

// "Latina Law Professor", "Chief Strategy Officer", "Professor of Harbour Strategy", "at Harrow
// Law": what somebody works on, or where; the post or unit stands beside it.
bool is_field_of_work(const Analysis& a, Range core, std::uint32_t head) {
  const auto& w = a.knowledge.words;
  if (a.is_heading(head) || a.longest_hit(head, set_of(Kind::field), head + 1) == nullptr) {
    return false;
  }
  const bool before_post = head + 1 < core.last && a.has(head + 1, word_post | word_agency_head);
  auto first = core.first;
  const auto floor = first > longest_core ? first - longest_core : 0U;
  while (first > floor + 1 && !a.token(first).is(token_sentence) &&
         (a.capital(first - 1) || (is_and(a, first - 1) && a.capital(first - 2)))) {
    --first;  // "Director for Baltic and Harbour Policy"
  }
  const bool behind_post = first > 1 && !a.has(head, word_programme) &&
                           a.has(first - 2, word_post) &&
                           (a.is_word(first - 1, w.of) || a.is_word(first - 1, w.for_));
  const bool school = core.first > 0 && a.is_word(core.first - 1, w.at) && core.size() == 2;
  return before_post || behind_post || school;
}

// "Secretary-General Urges International Community": a post and its verb, which has a capital in a
// headline as well.
bool is_headline_clause(const Analysis& a, Range core) {
  const auto* post = a.is_headline(core.first)
                         ? a.longest_hit(core.first, set_of(Kind::post), core.last)
                         : nullptr;
  return post != nullptr && post->last < core.last &&
         a.longest_hit(post->last, set_of(Kind::verb), core.last) != nullptr &&
         !a.has(post->last, heads);
}

// "Section 232", "Chapter 11". REQUIRES: a token follows `head`.
bool is_part_of_law(const Analysis& a, std::uint32_t head) {
  const auto text = a.document.text(head);
  return (text == "Section" || text == "Chapter") && a.token(head + 1).is(token_digit);
}

// "White House Deputy Communications Director", "Department of State Harbour Region Special Envoy":
// a listed body's post, and no body of that name; "UNDP Regional Bureau Director" has one.
bool is_of_title(const Analysis& a, Range phrase, std::uint32_t end) {
  const auto last = phrase.last;
  const auto* body = last < end && a.capital(last) && a.has(last, word_post)
                         ? a.longest_hit(phrase.first, set_of(Kind::body), last)
                         : nullptr;
  if (body == nullptr || body->last >= last) {
    return false;
  }
  const auto ranks = [&](std::uint32_t i) {
    return a.has(i, word_modifier) && !a.has(i, word_agency_head);
  };
  const bool field = body->last + 2 == last && a.has(last - 1, word_agency_weak) &&
                     a.document.text(last - 1).ends_with('s');
  return ranks(last - 1) || (field && ranks(body->last));
}

}  // namespace

std::optional<NounPhrase> read_noun_phrase(const Analysis& analysis, std::uint32_t i,
                                           std::uint32_t end) {
  Range core{i, end_of_core(analysis, i, end)};
  if (core.empty() || analysis.token(i).is(token_punctuation) || is_of_vessel(analysis, i) ||
      is_headline_clause(analysis, core)) {
    return std::nullopt;
  }
  core.last = with_company(analysis, core.last, end);
  const auto head = head_of(analysis, core);
  if (!head || (*head + 1 < core.last && analysis.has(*head + 1, word_speech))) {
    return std::nullopt;  // "MFA Press Statement"
  }
  if (*head == core.first) {
    if (auto phrase = head_first(analysis, core)) {
      return phrase;
    }
  }
  auto kind = *head_at(analysis, *head);
  if (kind.type == NodeType::agency && *head + 1 < core.last && is_part_of_law(analysis, *head)) {
    return std::nullopt;  // "U.S. Section 232"
  }
  if (kind.type == NodeType::instrument &&
      (is_idea(analysis, core, *head) || is_field_of_work(analysis, core, *head))) {
    return std::nullopt;
  }
  if (kind.type == NodeType::event) {
    // "Chile-Peru Water Forum": the two are its parties, and names of their own.
    for (auto t = i + 1; t < *head; ++t) {
      if (ties_names(analysis, t)) {
        return read_noun_phrase(analysis, i, t);
      }
    }
  }
  if (const auto* venue = *head > core.first
                              ? analysis.longest_hit(*head - 1, set_of(Kind::place_head), *head + 1)
                              : nullptr;
      venue != nullptr && venue->last == *head + 1) {
    kind = {NodeType::place, false};  // "Conference Centre"
  }
  // "Protocol No. 15 to the Convention": the number of an act that goes on
  const bool numbered = kind.type == NodeType::instrument && core.last == *head + 3 &&
                        analysis.document.text(*head + 1).starts_with("No") &&
                        analysis.token(*head + 2).is(token_digit) &&
                        analysis.is_word(core.last, analysis.knowledge.words.to);
  // "United Nations Angola Verification Mission II"
  const bool counted = kind.type == NodeType::agency && *head > i && core.last == *head + 2 &&
                       is_which(analysis, *head);
  auto last = numbered || counted ? core.last : *head + 1;
  const bool seated =
      analysis.has(*head, word_seated) && last < core.last &&
      analysis.longest_hit(last, set_of(Kind::place) | set_of(Kind::country), end) != nullptr;
  if (last == core.last || seated) {
    last = with_complements(analysis, last, end, kind.type);
  }
  last = end_of_listed(analysis, i, *head, last);
  last = kind.type == NodeType::agency ? up_to_acronym(analysis, last, end) : last;
  if (const auto event = event_of_listed(analysis, i, last)) {
    return event;
  }
  if (!is_named(analysis, core, *head, last, kind) || is_of_other(analysis, kind.type, last, end)) {
    return std::nullopt;
  }
  if (is_tied_to_listed(analysis, {i, last}) || is_of_title(analysis, {i, last}, end)) {
    return std::nullopt;
  }
  const bool plan = is_plan(analysis, *head, last);
  return NounPhrase{plan ? NodeType::instrument : kind.type, {i, last}, *head};
}

namespace {

// Where the agency ends that begins at `at`; `at` where none does.
std::uint32_t end_of_agency(const Analysis& analysis, std::uint32_t at, std::uint32_t end) {
  const auto* hit = analysis.longest_hit(at, set_of(Kind::body), end);
  const auto known = hit == nullptr ? at : hit->last;
  const auto phrase = read_noun_phrase(analysis, at, end);
  return phrase && phrase->type == NodeType::agency ? std::max(known, phrase->range.last) : known;
}

}  // namespace

Range owned_unit(const Analysis& analysis, Range body, std::uint32_t end) {
  while (true) {
    auto at = body.last;
    if (at + 2 < end && analysis.punctuation(at, '(') && analysis.punctuation(at + 2, ')')) {
      at += 3;
    }
    if (at + 1 >= end || !analysis.token(at).is(token_possessive)) {
      return body;
    }
    const auto last = end_of_agency(analysis, at + 1, end);
    if (last == at + 1) {
      return body;
    }
    body = {at + 1, last};
  }
}

}  // namespace pressgraph
