// SPDX-License-Identifier: Apache-2.0
// Names inside names: whose organ an agency is, as its own name says.
#include <algorithm>

#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

class InnerNames {
 public:
  InnerNames(Analysis& analysis, int outer)
      : a_(analysis),
        w_(analysis.knowledge.words),
        outer_(outer),
        range_(analysis.names[static_cast<std::size_t>(outer)].range),
        first_(analysis.names.size()) {}

  void add() {
    listed();
    chamber();
    prefix();
    after_of();
  }

 private:
  // Known countries and bodies.
  void listed() {
    const int thing = a_.names[static_cast<std::size_t>(outer_)].thing;
    bool may_begin = true;
    for (auto i = range_.first; i < range_.last;) {
      const auto bound = i == range_.first ? range_.last - 1 : range_.last;
      const auto* hit = may_begin
                            ? a_.longest_hit(i, set_of(Kind::country) | set_of(Kind::body), bound)
                            : nullptr;
      if (hit != nullptr && static_cast<int>(hit->entry) == thing && i == range_.first) {
        hit = a_.longest_hit(i, set_of(Kind::body), i + 1);  // "UN" of "UN Environment Programme"
      }
      const bool others = hit != nullptr && hit->kind == Kind::country && begins_body(i, *hit);
      if (hit == nullptr || others || static_cast<int>(hit->entry) == thing) {
        may_begin = leads_to_name(i) || is_before_owner(i);
        i = hit == nullptr ? i + 1 : hit->last;
        continue;
      }
      if (i == range_.first && is_firm_itself(*hit)) {
        a_.names[static_cast<std::size_t>(outer_)].thing = static_cast<int>(hit->entry);
        return;
      }
      if (i == range_.first && is_states_own(*hit)) {
        take(i, *hit);
        return;
      }
      hit = i == range_.first ? nearer(*hit) : hit;
      if (is_named_there(i, *hit)) {
        take(i, *hit);
      }
      i = hit->last;
    }
  }

  // "Harrow & Ode, LLP": the listed firm, with its legal form.
  [[nodiscard]] bool is_firm_itself(const Hit& hit) const {
    if (hit.kind != Kind::body || a_.knowledge.things[hit.entry].kind != "company" ||
        !a_.has(range_.last - 1, word_company)) {
      return false;
    }
    for (auto t = hit.last; t < range_.last; ++t) {
      if (!a_.has(t, word_company) && !a_.token(t).is(token_punctuation)) {
        return false;
      }
    }
    return true;
  }

  // "Harms Office of the Singapore Police Force": the state owns the body whose name it begins.
  [[nodiscard]] bool begins_body(std::uint32_t i, const Hit& state) const {
    if (i < range_.first + 2 || !a_.is_word(i - 1, w_.the) || state.last >= range_.last ||
        !a_.capital(state.last)) {
      return false;
    }
    const auto phrase = read_noun_phrase(a_, i, range_.last);
    return phrase && phrase->type == NodeType::agency && phrase->range.last == range_.last;
  }

  // "UN Human Rights Council": of the UN, not of what is called "UN Human Rights".
  [[nodiscard]] const Hit* nearer(const Hit& hit) const {
    const auto last = hit.last;
    const bool cut = hit.kind == Kind::body && last + 1 == range_.last && a_.capital(last) &&
                     last > range_.first + 1 && !a_.has(last - 1, word_agency_head) &&
                     !a_.token(last - 1).is(token_all_caps);
    const auto* shorter =
        cut ? a_.longest_hit(range_.first, set_of(Kind::body), last - 1) : nullptr;
    return shorter != nullptr ? shorter : &hit;
  }

  // "Latvia National Security Council": a state, and what a listed body is called: its own of that
  // name.
  [[nodiscard]] bool is_states_own(const Hit& state) const {
    const auto* body = state.kind == Kind::country && state.last + 1 < range_.last
                           ? a_.longest_hit(state.last, set_of(Kind::body), range_.last)
                           : nullptr;
    return body != nullptr && body->last == range_.last;
  }

  // "National Guard of Latvia" is none of another state's.
  [[nodiscard]] bool is_named_there(std::uint32_t i, const Hit& hit) const {
    const bool numbered = i == range_.first + 1 && a_.token(range_.first).is(token_digit) &&
                          hit.last == range_.last;  // "1373 Counter-Terrorism Committee"
    const bool itself =
        (i == range_.first && hit.kind == Kind::body && !a_.capital(hit.last)) || numbered;
    return (hit.kind != Kind::country || is_owner(i, hit)) && is_same_state(hit) && !itself &&
           !is_sent_to(i) && !is_its_own(hit) && !is_whole_again(i, hit) &&
           !is_letters_alone(i, hit) && !is_field_cut(i, hit);
  }

  // "Department of War Studies" is none of the Department of War's: the field goes on.
  [[nodiscard]] bool is_field_cut(std::uint32_t i, const Hit& hit) const {
    const auto last = hit.last;
    return hit.kind == Kind::body && i == range_.first && last + 1 == range_.last && last > i + 2 &&
           a_.is_word(i + 1, w_.of) && a_.has(last, word_common) && !a_.has(last, word_agency_head);
  }

  // "U.S. Mission to the European Union": of who sends it.
  [[nodiscard]] bool is_sent_to(std::uint32_t i) const {
    const auto before = a_.is_word(i - 1, w_.the) && i > range_.first + 1 ? i - 2 : i - 1;
    return i > range_.first && a_.is_word(before, w_.to);
  }

  // "Harrow Bank Group", of which the Harrow Bank is one.
  [[nodiscard]] bool is_its_own(const Hit& hit) const {
    const auto outer = a_.names[static_cast<std::size_t>(outer_)].thing;
    return outer != none && hit.kind == Kind::body &&
           a_.knowledge.things[hit.entry].parent ==
               a_.knowledge.things[static_cast<std::size_t>(outer)].id;
  }

  // "AU Optronics", "AU Optronics Corporation": initials before no unit, or before a firm, are not
  // the public body that has these.
  [[nodiscard]] bool is_letters_alone(std::uint32_t i, const Hit& hit) const {
    if (hit.kind != Kind::body || i != range_.first || hit.last != i + 1 ||
        !a_.token(i).is(token_all_caps)) {
      return false;
    }
    const auto outer = a_.names[static_cast<std::size_t>(outer_)].thing;
    const bool listed = outer != none;
    if (listed && a_.knowledge.things[static_cast<std::size_t>(outer)].kind != "company") {
      return false;
    }
    if (listed || a_.has(range_.last - 1, word_company)) {
      const auto kind = a_.knowledge.things[hit.entry].kind;
      return kind == "igo" || kind == "organ" || kind == "agency" || kind == "ministry";
    }
    for (auto t = hit.last; t < range_.last; ++t) {
      const bool unit = a_.has(
          t, word_agency_head | word_agency_short | word_organ_head | word_place_head | word_post);
      if (unit || !a_.capital(t) ||
          a_.longest_hit(t, name_kinds | set_of(Kind::demonym), range_.last) != nullptr) {
        return false;
      }
    }
    return true;
  }

  // "UN Human Rights Committee": an owner, and what the whole is called without it.
  [[nodiscard]] bool is_whole_again(std::uint32_t i, const Hit& hit) const {
    return hit.kind == Kind::body && hit.last == range_.last && a_.names.size() > first_ &&
           a_.names.back().type == NodeType::agency && a_.names.back().range.last == i;
  }

  void take(std::uint32_t i, const Hit& hit) {
    NameMention inner;
    inner.type = a_.knowledge.things[hit.entry].type;
    inner.thing = static_cast<int>(hit.entry);
    inner.range = {i, hit.last};
    const int added = push(inner);
    if (inner.type == NodeType::agency) {
      add_inner_names(a_, added);
    }
  }

  // After "of", "the", an owner's ending; after "and" it is more of the same name.
  [[nodiscard]] bool leads_to_name(std::uint32_t i) const {
    return !a_.capital(i) && !a_.is_word(i, w_.and_) && !a_.punctuation(i, '&') &&
           !a_.punctuation(i, ',');
  }

  // "Standing | NATO Harbour Group": an adjective first, and the letters of the body whose it is.
  [[nodiscard]] bool is_before_owner(std::uint32_t i) const {
    return i == range_.first && i + 2 < range_.last && a_.has(i, word_common) &&
           !a_.has(i, word_agency_head) && !a_.token(i).is(token_all_caps) &&
           a_.token(i + 1).is(token_all_caps);
  }

  // "Georgia General Assembly": a body after the name of a state is that state's own.
  [[nodiscard]] bool is_same_state(const Hit& hit) const {
    const auto& before = a_.names.back();
    if (is_other_states(hit)) {
      return false;
    }
    if (a_.names.size() > first_ && before.type == NodeType::agency && before.thing != none &&
        hit.kind == Kind::body) {
      const auto organ = a_.knowledge.things[hit.entry];  // "INTERPOL General Assembly"
      return organ.parent.empty() ||
             organ.parent == a_.knowledge.things[static_cast<std::size_t>(before.thing)].id;
    }
    const bool follows = a_.names.size() > first_ && before.type == NodeType::place &&
                         before.thing != none && hit.kind == Kind::body;
    return !follows || a_.knowledge.things[static_cast<std::size_t>(before.thing)].country ==
                           a_.knowledge.things[hit.entry].country;
  }

  // "CPC" in the name of a Chinese body is no other country's.
  [[nodiscard]] bool is_other_states(const Hit& hit) const {
    const int outer = a_.names[static_cast<std::size_t>(outer_)].thing;
    if (outer == none || hit.kind != Kind::body) {
      return false;
    }
    const auto whole = a_.knowledge.things[static_cast<std::size_t>(outer)].country;
    const auto part = a_.knowledge.things[hit.entry].country;
    return !whole.empty() && !part.empty() && whole != part;
  }

  [[nodiscard]] bool is_state_body(int thing) const {
    const auto kind = a_.knowledge.things[static_cast<std::size_t>(thing)].kind;
    return kind == "ministry" || kind == "agency" || kind == "government" || kind == "military" ||
           kind == "legislature" || kind == "court" || kind == "bank";
  }

  // A country in a name says whose organ it is at its front or after "of", and of an organ alone;
  // where a mission goes or sits is no mention of the place.
  [[nodiscard]] bool is_owner(std::uint32_t i, const Hit& country) const {
    const int thing = a_.names[static_cast<std::size_t>(outer_)].thing;
    if (thing != none && (i == range_.first || is_state_body(thing))) {
      return a_.knowledge.things[static_cast<std::size_t>(thing)].country ==
             a_.knowledge.things[country.entry].country;
    }
    auto before = i;
    before -= before > range_.first && a_.is_word(before - 1, w_.the) ? 1U : 0U;
    const bool placed = i == range_.first || a_.is_word(before - 1, w_.of);
    if (!placed) {
      return false;
    }
    for (auto t = range_.first; t < range_.last; ++t) {
      if (a_.has(t, word_organ_head)) {
        return true;
      }
    }
    return is_called_like_organ(before);
  }

  // "National Security Council of Latvia", "Presidential Council of Latvia": what the lists have as
  // another state's, or the president's own, before "of" and its state that begins at `of`.
  [[nodiscard]] bool is_called_like_organ(std::uint32_t of) const {
    if (of == range_.first) {
      return false;
    }
    const auto* body = a_.longest_hit(range_.first, set_of(Kind::body), of - 1);
    const auto called =
        body == nullptr || body->last != of - 1 ? NamedThing{} : a_.knowledge.things[body->entry];
    const bool organ = !called.country.empty() &&
                       (called.kind == "organ" || is_state_body(static_cast<int>(body->entry)));
    return organ || a_.document.text(range_.first) == "Presidential";
  }

  // "Senate Fisheries Committee": of the Senate.
  void chamber() {
    if (range_.size() > 2 && a_.has(range_.first, word_alone) && a_.capital(range_.first + 1) &&
        !covered(range_.first) && has_head({range_.first + 1, range_.last})) {
      push_agency({range_.first, range_.first + 1});
    }
  }

  // "Harrow University School of Law", "Arkell, Inc. of Greater Harrow": the whole name of a body,
  // and the name of its unit after it.
  void prefix() {
    for (auto p = range_.first + 1; p + 1 < range_.last; ++p) {
      const auto last = end_of_parent(p);
      if (last == p || last >= range_.last || covered(range_.first) || covered(p)) {
        continue;
      }
      if (const auto* body = a_.longest_hit(p, set_of(Kind::body), range_.last);
          body != nullptr && body->last > last) {
        take(p, *body);  // "Latvia Army National Guard"
        return;
      }
      const auto phrase = read_noun_phrase(a_, range_.first, last);
      if (phrase && phrase->type == NodeType::agency && phrase->range.last == last) {
        push_agency({range_.first, last});
        return;
      }
    }
  }

  // One past the parent's name, if its head stands at `p` and a unit's name follows; else `p`.
  [[nodiscard]] std::uint32_t end_of_parent(std::uint32_t p) const {
    if (a_.has(p, word_company) && a_.is_word(p + 1, w_.of)) {
      return p + 1;
    }
    const bool unit = a_.has(p, word_parent_head) && p + 2 < range_.last && a_.capital(p + 1) &&
                      has_head({p + 1, range_.last});
    return unit ? p + 1 : of_place(p);
  }

  // "University of Texas | School of Law".
  [[nodiscard]] std::uint32_t of_place(std::uint32_t i) const {
    if (!a_.is_word(i, w_.of) || !a_.has(i - 1, word_parent_head)) {
      return i;
    }
    const auto* hit = a_.longest_hit(i + 1, name_kinds, range_.last);
    const bool unit = hit != nullptr && hit->last + 1 < range_.last && a_.capital(hit->last) &&
                      has_head({hit->last, range_.last});
    return unit ? hit->last : i;
  }

  [[nodiscard]] bool has_head(Range words) const {
    for (auto i = words.first; i < words.last; ++i) {
      if (a_.has(i, word_agency_head)) {
        return true;
      }
    }
    return false;
  }

  // "Institute for the Study of Diplomacy of the Harrow University": the part after "of" with a
  // head of its own.
  void after_of() {
    for (auto i = range_.first + 1; i < range_.last; ++i) {
      const auto word = a_.token(i - 1).word;
      if (word == 0 || (word != w_.of && word != w_.the && word != w_.at) || !a_.capital(i) ||
          covered(i) || is_sent_to(i)) {
        continue;
      }
      if (word == w_.the && explained_by_initials(i)) {
        push_agency({i, range_.last});
        return;
      }
      const auto phrase = read_noun_phrase(a_, i, range_.last);
      if (phrase && is_legal_form(*phrase)) {
        return;
      }
      if (phrase && is_unit_after(*phrase)) {
        push_agency({range_.first, phrase->head});
        return;
      }
      // A forum that has a chapter or secretariat is a body.
      const bool apart = word != w_.of || (phrase && !a_.has(phrase->head, word_agency_weak));
      // "Organization of the Harbour Conference" is listed, and the Conference is not.
      const bool listed = a_.names[static_cast<std::size_t>(outer_)].thing != none;
      const bool body =
          phrase && apart &&
          (phrase->type == NodeType::agency || (phrase->type == NodeType::event && !listed));
      if (body && phrase->range.size() >= 2) {
        push_agency(phrase->range);
        return;
      }
    }
  }

  // "Fraud Division of the Criminal Investigation Department (CID)": the bracket has the initials
  // of what begins at `i`.
  [[nodiscard]] bool explained_by_initials(std::uint32_t i) const {
    const auto at = range_.last;
    return range_.size() > 3 && i + 1 < at && at + 2 < a_.document.tokens.size() &&
           a_.punctuation(at, '(') && a_.punctuation(at + 2, ')') &&
           a_.token(at + 1).is(token_all_caps) && a_.has(at - 1, word_agency_head) &&
           are_initials_of(a_, {i, at}, a_.document.text(at + 1));
  }

  // "Department of Fisheries Bureau of Northern Affairs": the bureau is the department's.
  [[nodiscard]] bool is_unit_after(const NounPhrase& phrase) const {
    const auto* body = a_.longest_hit(phrase.range.first, set_of(Kind::body), range_.last);
    const bool listed = body != nullptr && body->last >= phrase.range.last;
    if (listed || phrase.head == phrase.range.first || !a_.is_word(phrase.head + 1, w_.of) ||
        !a_.has(phrase.head, word_organ_head)) {
      return false;
    }
    for (auto i = phrase.range.first; i < phrase.head; ++i) {
      if (!a_.has(i, word_common)) {
        return false;
      }
    }
    return phrase.range.first > range_.first + 1 && a_.is_word(phrase.range.first - 1, w_.of) &&
           a_.has(phrase.range.first - 2, word_organ_head);
  }

  // "China Ltd." of "Metal Corporation of China Ltd.": the form is the whole company's.
  [[nodiscard]] bool is_legal_form(const NounPhrase& phrase) const {
    const auto* hit = a_.longest_hit(phrase.range.first, name_kinds, range_.last);
    return hit != nullptr && hit->last == phrase.head && a_.has(phrase.head, word_company);
  }

  [[nodiscard]] bool covered(std::uint32_t i) const {
    return std::any_of(a_.names.begin() + static_cast<std::ptrdiff_t>(first_), a_.names.end(),
                       [&](const NameMention& name) {
                         return name.range.first <= i && i < name.range.last &&
                                name.type != NodeType::official;
                       });
  }

  void push_agency(Range range) {
    NameMention inner;
    inner.type = NodeType::agency;
    inner.range = range;
    add_inner_names(a_, push(inner));
  }

  int push(NameMention& inner) {
    inner.inside = outer_;
    inner.rule = "name-in-name";
    a_.names.push_back(inner);
    return static_cast<int>(a_.names.size()) - 1;
  }

  Analysis& a_;
  const KnownWords& w_;
  int outer_;
  Range range_;
  std::size_t first_;  // of the names added here
};

}  // namespace

bool is_initial_of(const Analysis& analysis, std::uint32_t i, char letter) {
  const auto number = cardinal_at(analysis, i);
  return analysis.document.text(i).front() == letter ||
         (number != 0 && static_cast<char>('0' + number) == letter);
}

bool are_initials_of(const Analysis& analysis, Range words, std::string_view letters) {
  for (auto t = words.first; t < words.last; ++t) {
    if (!analysis.capital(t)) {
      continue;
    }
    if (letters.empty() || !is_initial_of(analysis, t, letters.front())) {
      return false;
    }
    letters.remove_prefix(1);
  }
  return letters.empty();
}

void add_inner_names(Analysis& analysis, int outer) {
  if (analysis.names[static_cast<std::size_t>(outer)].type == NodeType::agency) {
    InnerNames(analysis, outer).add();
  }
}

}  // namespace pressgraph
