// SPDX-License-Identifier: Apache-2.0
// What belongs to an event's phrase before its head ("the Minister's first official"), and its
// title in quotation marks on either side.
#include <algorithm>

#include "importers/extraction/event_parts.hpp"
#include "importers/extraction/fold.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_left = 14;   // tokens before the head
constexpr std::uint32_t longest_title = 24;  // tokens of a quoted title

class EventTitle {
 public:
  EventTitle(const EventScope& scope, EventMention& event)
      : s_(scope),
        a_(scope.a),
        w_(scope.a.knowledge.words),
        event_(event),
        first_(scope.sentence.first),
        end_(scope.sentence.last),
        head_(event.range.first) {}

  bool take() {
    event_.range.first = left_edge();
    take_quoted_title();
    return quoted_;
  }

 private:
  std::uint32_t left_edge() {
    auto first = head_;
    while (first > first_ && first + longest_left > head_) {
      const auto next = one_left(first);
      if (next == first) {
        break;
      }
      first = next;
      if (closed_) {
        break;
      }
    }
    first = with_hundreds(first);
    // "the 4 August meeting", but "following November 2 discussions": a date alone tells when.
    while (first < head_ && a_.taken[first] != 0 && first > first_ && !is_article(a_, first - 1)) {
      ++first;
    }
    first = behind_subject(first);
    while (first < head_ &&
           (a_.has(first, word_function) || a_.punctuation(first, '-') || is_headline_verb(first) ||
            leads_headline(first) || (type_before(first) == NodeType::official && hosts(first)))) {
      ++first;
    }
    return first;
  }

  // "Readout Following Meeting with X".
  [[nodiscard]] bool leads_headline(std::uint32_t i) const {
    return a_.is_word(i, w_.following) && a_.is_headline(i);
  }

  // "White House Releases State Dinner Menu": behind who does something and what is done; not "IAEA
  // Safeguards Symposium", "States Parties Meeting".
  [[nodiscard]] std::uint32_t behind_subject(std::uint32_t first) const {
    for (auto i = head_; i-- > first + 1;) {
      const bool more = i + 1 < head_ && !a_.token(i + 1).is(token_possessive);
      const bool leads = more && type_before(i) != NodeType::place &&
                         (a_.has(i + 1, word_event_modifier) || is_ordinal(a_, i + 1));
      if ((leads || (more && hosts(i))) && is_headline_verb(i)) {
        return i + 1;
      }
    }
    return first;
  }

  // "Harbour Task Force Hosts Deep Water Summit", of which no list has the host; "Host Country
  // Meeting" has a noun.
  [[nodiscard]] bool hosts(std::uint32_t i) const {
    const auto* verb = a_.longest_hit(i, set_of(Kind::verb), i + 1);
    const bool several = i > first_ && a_.document.text(i - 1).ends_with('s') &&
                         a_.has(i - 1, word_common) &&  // "Federal Agencies Convene Youth Summit"
                         !(a_.has(i, word_post) && a_.has(i + 1, word_common));  // "Host Country"
    return verb != nullptr && (several || a_.document.text(i).ends_with('s')) &&
           a_.knowledge.verbs[verb->entry].relation == Relation::hosted;
  }

  // Of the name that ends there, if it may do something; else a place.
  [[nodiscard]] NodeType type_before(std::uint32_t i) const {
    const int before = i > first_ ? s_.index.covering(i - 1) : none;
    if (i > first_ && before == none && a_.has(i - 1, word_post)) {
      return NodeType::official;  // "President Inaugurates Harbour Show"
    }
    const auto type =
        before == none ? NodeType::place : a_.names[static_cast<std::size_t>(before)].type;
    return type == NodeType::agency || type == NodeType::official ? type : NodeType::place;
  }

  // "one hundred and fifteenth session": over the words of the number.
  [[nodiscard]] std::uint32_t with_hundreds(std::uint32_t first) const {
    if (first >= head_ || !is_ordinal(a_, first)) {
      return first;
    }
    while (first > first_ + 1) {
      const auto at = a_.is_word(first - 1, w_.and_) ? first - 2 : first - 1;
      const bool number =
          a_.document.text(at) == "hundred" || a_.knowledge.small_numbers[a_.token(at).word] != 0;
      if (!number) {
        break;
      }
      first = at;
    }
    return first;
  }

  // "President Addresses Harbour Forum": a capital of the title's own.
  [[nodiscard]] bool is_headline_verb(std::uint32_t i) const {
    return (a_.is_headline(i) || a_.is_heading(i)) && s_.index.covering(i) == none &&
           !a_.has(i, word_event_modifier | word_event_head) &&
           (a_.longest_hit(i, set_of(Kind::verb), end_) != nullptr || is_what_someone_does(i));
  }

  // "White House Releases State Dinner Menu": a verb that no list has, by its "s".
  [[nodiscard]] bool is_what_someone_does(std::uint32_t i) const {
    auto stem = folded(a_.document.text(i));
    if (type_before(i) == NodeType::place || !a_.has(i, word_common) || !stem.ends_with('s') ||
        stem.ends_with("ss")) {
      return false;
    }
    stem.pop_back();
    const auto& k = a_.knowledge;
    return (k.word_flags[k.vocabulary.find(stem)] & word_common) != 0;
  }

  // Where the piece that ends before `first` begins, or `first`. Sets closed_ where nothing more
  // belongs to the phrase.
  std::uint32_t one_left(std::uint32_t first) {
    const auto before = first - 1;
    if (a_.token(before).is(token_possessive)) {
      closed_ = true;
      const auto start = owner(before);
      return start == before ? first : start;
    }
    if (const auto title = before_quoted(before); title != before) {
      quoted_ = true;
      closed_ = true;
      return title;
    }
    if (const auto acronym = before_acronym(before); acronym != before) {
      return acronym;
    }
    if (!belongs(before) && !links_name(before)) {
      return first;
    }
    const int name = s_.index.covering(before);
    return name == none ? before : std::max(first_, s_.index.begin(name));
  }

  [[nodiscard]] bool is_quote(std::uint32_t i, char directed) const {
    return a_.punctuation(i, directed) || a_.punctuation(i, '"');
  }

  // "the “Better Harbours” event": where the quoted title that closes at `i` opens, or `i`.
  [[nodiscard]] std::uint32_t before_quoted(std::uint32_t i) const {
    const auto floor = std::max(first_, i > longest_title ? i - longest_title : 0U);
    for (auto t = is_quote(i, '>') ? i : floor; t > floor;) {
      --t;
      if (is_quote(t, '<')) {
        return t + 2 < i && a_.capital(t + 1) ? t : i;
      }
    }
    return i;
  }

  // The quoted title after "on", "titled", "under the theme".
  void take_quoted_title() {
    auto i = event_.range.last;
    while (i < std::min(end_, event_.range.last + 5) && leads_to_title(i)) {
      ++i;
    }
    if (i + 1 >= end_ || !is_quote(i, '<') || !a_.capital(i + 1)) {
      return;
    }
    for (auto t = i + 2; t < std::min(end_, i + longest_title); ++t) {
      if (is_quote(t, '>')) {
        event_.range.last = t + 1;
        quoted_ = true;
        return;
      }
    }
  }

  [[nodiscard]] bool leads_to_title(std::uint32_t i) const {
    return a_.is_word(i, w_.on) || a_.is_word(i, w_.titled) || a_.is_word(i, w_.entitled) ||
           a_.is_word(i, w_.the) || a_.is_word(i, w_.theme) || a_.punctuation(i, ',') ||
           a_.is_word(i, w_.of) || a_.is_word(i, w_.under);
  }

  // "Asia-Pacific Economic Cooperation (APEC) forum": where the name before the bracket begins, or
  // `i`.
  [[nodiscard]] std::uint32_t before_acronym(std::uint32_t i) const {
    if (!a_.punctuation(i, ')') || i < first_ + 3 || !a_.punctuation(i - 2, '(')) {
      return i;
    }
    const int name = s_.index.covering(i - 3);
    return name == none || s_.name(name).type != NodeType::agency ? i : s_.index.begin(name);
  }

  [[nodiscard]] bool belongs(std::uint32_t i) const {
    const auto& t = a_.token(i);
    const bool date = a_.has(i, word_month) || t.is(token_digit);  // "the 4 August meeting"
    if ((a_.taken[i] != 0 && !date) || (t.is(token_punctuation) && !a_.punctuation(i, '-'))) {
      return false;
    }
    if (const int name = s_.index.covering(i); name != none) {
      const auto type = s_.name(name).type;
      return type == NodeType::agency || type == NodeType::place;
    }
    if (a_.has(i, word_event_modifier) || t.is(token_digit)) {
      return true;
    }
    if (is_ordinal(a_, i) || is_counted(i)) {
      return true;
    }
    // "the United We Stand Summit"
    const bool inner = i > first_ + 1 && a_.capital(i - 1) && !a_.token(i - 1).is(token_sentence) &&
                       !a_.is_headline(i) && !is_preposition(a_, i) && !t.is(token_all_caps);
    return t.is(token_capital) && (!a_.has(i, word_function) || inner) &&
           !(t.is(token_sentence) && a_.has(i, word_common));
  }

  // "four-country", "18-nation".
  [[nodiscard]] bool is_counted(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    const auto hyphen = text.find('-');
    return hyphen != std::string_view::npos &&
           a_.knowledge.small_numbers[a_.knowledge.vocabulary.find(text.substr(0, hyphen))] != 0;
  }

  // "the 14th Annual Heads of Harbours Conference": "of" within a name that a number opens.
  [[nodiscard]] bool links_name(std::uint32_t i) const {
    const bool inside =
        (a_.is_word(i, w_.of) || a_.is_word(i, w_.for_) || a_.is_word(i, w_.and_)) &&
        a_.capital(head_) && i > first_ + 1 && a_.capital(i - 1);
    for (auto t = i; inside && t > first_ && i - t < longest_left; --t) {
      if (is_ordinal(a_, t - 1)) {
        return true;
      }
    }
    return inside && a_.is_word(i, w_.and_) && after_article(i);
  }

  // "the International Climate and Energy Summit", "the Kenya-Uganda Trade and Energy Summit":
  // nothing but words of the title's own after "the", and places.
  [[nodiscard]] bool after_article(std::uint32_t i) const {
    for (auto t = i; t-- > first_ && i - t < longest_left;) {
      if (a_.is_word(t, w_.the)) {
        return i - t > 1;
      }
      const int name = s_.index.covering(t);
      const bool place = name != none && s_.name(name).type == NodeType::place;
      if ((name != none && !place) || (!a_.capital(t) && !ties_names(a_, t))) {
        return false;
      }
    }
    return false;
  }

  // "Secretary Blinken's Call": the phrase begins with its owner. "Foreign Ministers' Meeting":
  // part of the name.
  std::uint32_t owner(std::uint32_t mark) {
    if (mark == first_) {
      return mark;
    }
    const int name = s_.index.covering(mark - 1);
    if (name != none && s_.name(name).node != none && is_actor(s_.name(name).type)) {
      event_.owner = name;
      event_.parties.push_back(name);
      return with_other_owner(s_.index.begin(name));
    }
    auto first = mark;
    while (first > first_ && belongs(first - 1)) {
      --first;
    }
    return first;
  }

  // "Special Envoy Kerry and Assistant Secretary Medina's Travel": both own it.
  std::uint32_t with_other_owner(std::uint32_t begin) {
    if (begin < first_ + 2 || !a_.is_word(begin - 1, w_.and_)) {
      return begin;
    }
    const int other = s_.index.covering(begin - 2);
    if (other == none || s_.name(other).type != NodeType::official) {
      return begin;
    }
    event_.parties.push_back(other);
    return s_.index.begin(other);
  }

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  EventMention& event_;
  std::uint32_t first_;
  std::uint32_t end_;
  std::uint32_t head_;  // the first word of the head
  bool quoted_ = false;
  bool closed_ = false;  // nothing more belongs to the phrase
};

}  // namespace

bool take_title(const EventScope& scope, EventMention& event) {
  return EventTitle(scope, event).take();
}

}  // namespace pressgraph
