// SPDX-License-Identifier: Apache-2.0
// Phrases whose head is an event: told of only where something says which event is meant.
#include <algorithm>

#include "importers/extraction/event_context.hpp"
#include "importers/extraction/event_parts.hpp"

namespace pressgraph {
namespace {

class EventPhrase {
 public:
  EventPhrase(const EventScope& scope, std::uint32_t i, const Hit& head)
      : s_(scope),
        a_(scope.a),
        w_(scope.a.knowledge.words),
        first_(scope.sentence.first),
        end_(scope.sentence.last),
        head_(i),
        context_(scope, event_, i) {
    event_.event_class = static_cast<std::uint8_t>(head.entry);
    event_.head = head.last - 1;
    event_.range = {i, head.last};
  }

  std::optional<EventMention> read() {
    letters_ = take_letters();
    quoted_ = take_title(s_, event_);
    take_spelt_out();
    coded_ = take_code_name();
    capital_ =
        a_.capital(head_) && !(a_.token(head_).is(token_sentence) && event_.range.first == head_);
    complements_ = take_complements(s_, event_, capital_);
    take_year();
    arrived_before();
    tied_before();
    talks_before();
    parties_after_circumstances();
    parties_by_words();
    event_.named = coded_ || (is_named() && !called_by_place());
    event_.definite = !event_.named && !complements_.described && points_back();
    in_place_of_name();
    const bool speech =
        owned() && a_.has(head_, word_speech) && s_.name(event_.owner).type == NodeType::official;
    if (speech || is_in_list() || !is_told_of() || is_appeal() || is_audience()) {
      return std::nullopt;  // "the Envoy's briefing" is a speech at another event
    }
    if (s_.is_visit(event_) && !owned() && !event_.definite && !is_anothers()) {
      add_travellers(s_, event_);
    }
    party_before();
    date_event(s_, event_);
    event_.aside = context_.is_aside();
    event_.to_come = context_.is_to_come();
    return event_;
  }

 private:
  // "the Vice President's Call to Action": what all are asked to do.
  [[nodiscard]] bool is_appeal() const {
    constexpr WordSet people = word_group | word_staff | word_post | word_collective;
    const auto what = event_.head + 2;
    return capital_ && a_.is_word(event_.head, w_.call) && a_.is_word(event_.head + 1, w_.to) &&
           what + 1 < end_ && a_.capital(what) && s_.index.covering(what) == none &&
           !a_.has(what, people) && !a_.has(what + 1, people) &&
           !a_.document.text(what).ends_with('s');
  }

  // "was attended by a distinguished gathering": those who came.
  [[nodiscard]] bool is_audience() const {
    const auto at = context_.before_adjectives();
    return at > first_ + 2 && a_.is_word(event_.head, w_.gathering) && is_article(a_, at - 1) &&
           a_.is_word(at - 2, w_.by);
  }

  // "the Prime Minister's recent trip", who is not named there: no trip of whoever speaks of it.
  [[nodiscard]] bool is_anothers() const {
    const auto at = context_.before_adjectives();
    return at > first_ + 1 && a_.token(at - 1).is(token_possessive) &&
           (a_.has(at - 2, word_post) || a_.is_word(at - 2, w_.delegation));
  }

  [[nodiscard]] bool owned() const { return event_.owner != none; }
  [[nodiscard]] bool modified() const { return event_.range.first < head_; }

  // "an HSR mission", "a Harbour Safety Review (HSR) mission": letters that are no body's make it a
  // review, not a body's own mission. The token of the letters, or 0.
  std::uint32_t take_letters() {
    const auto& classes = a_.knowledge.event_classes;
    const bool bracket =
        head_ > first_ + 3 && a_.punctuation(head_ - 1, ')') && a_.punctuation(head_ - 3, '(');
    const auto at = bracket ? head_ - 2 : head_ - 1;
    if (a_.document.text(head_) != "mission" || a_.capital(head_) || head_ <= first_ + 1 ||
        !a_.token(at).is(token_all_caps) || a_.document.text(at).size() < 3 ||
        !a_.is_word(head_ + 1, w_.to) || is_bodys(at)) {
      return 0;
    }
    const auto review = std::ranges::find(classes, "review");
    if (review == classes.end()) {
      return 0;
    }
    event_.event_class = static_cast<std::uint8_t>(review - classes.begin());
    return at;
  }

  // "NATO mission to Harrow".
  [[nodiscard]] bool is_bodys(std::uint32_t i) const {
    const int mention = s_.index.covering(i);
    return (mention != none && s_.name(mention).type != NodeType::instrument) ||
           a_.longest_hit(i, name_kinds, i + 1) != nullptr;
  }

  // "Integrated Safety Assessment for Reactors (ISAR) mission": what the letters stand for, from
  // the farthest capital that is their first one.
  void take_spelt_out() {
    constexpr std::uint32_t longest = 12;  // tokens
    if (letters_ == 0) {
      return;
    }
    const auto open = letters_ - 1;
    const bool bracket = a_.punctuation(open, '(');
    event_.range.first = bracket ? event_.range.first : std::min(event_.range.first, letters_);
    const char front = a_.document.text(letters_).front();
    for (auto i = open; bracket && i > first_ && open - i < longest; --i) {
      const bool small = a_.is_word(i - 1, w_.of) || a_.is_word(i - 1, w_.for_) ||
                         a_.is_word(i - 1, w_.and_) || a_.is_word(i - 1, w_.the);
      if (!small && !a_.capital(i - 1)) {
        break;
      }
      const bool opens = a_.capital(i - 1) && a_.document.text(i - 1).front() == front;
      event_.range.first = opens ? i - 1 : event_.range.first;
    }
  }

  // "exercise Harrow Shield 22", "operation Open Ode"; not "to exercise Harrow's rights", "Exercise
  // Director Anna Roe".
  bool take_code_name() {
    constexpr std::uint32_t longest = 4;  // words
    const auto& kind = a_.knowledge.event_classes[event_.event_class];
    const auto at = event_.range.last;
    if ((kind != "exercise" && kind != "operation") || quoted_ || at != head_ + 1 ||
        a_.is_headline(head_) || is_doing(head_)) {
      return false;
    }
    auto last = at;
    while (last < end_ && last < at + longest && is_code_word(last)) {
      ++last;
    }
    const bool single = last == at + 1 && a_.has(at, word_common) && a_.capital(head_);
    if (last == at || single ||
        (last < end_ &&
         (a_.token(last).is(token_possessive) || a_.has(last, word_post) || a_.capital(last)))) {
      return false;
    }
    const bool year = last + 1 < end_ && a_.token(last).is(token_digit) && a_.taken[last] == 0 &&
                      !a_.has(last + 1, word_month) &&
                      (!a_.has(last + 1, word_common) || a_.has(last + 1, word_function));
    event_.range.last = year ? last + 1 : last;
    return true;
  }

  // "to exercise", "may exercise", "States exercise": the verb.
  [[nodiscard]] bool is_doing(std::uint32_t i) const {
    if (i == first_ || a_.capital(i)) {
      return false;
    }
    const auto word = a_.token(i - 1).word;
    const auto text = a_.document.text(i - 1);
    const bool modal = word == w_.to || word == w_.will || word == w_.would || word == w_.we ||
                       word == w_.they || text == "may" || text == "can" || text == "must" ||
                       text == "should" || text == "could" || text == "shall" || text == "might" ||
                       text == "not" || text == "who" || text == "I" || text == "you";
    return modal ||
           (text.ends_with('s') && a_.has(i - 1, word_common) && !is_preposition(a_, i - 1) &&
            a_.longest_hit(i - 1, set_of(Kind::verb), i) == nullptr);
  }

  // A capital of such a name: no state, no post, no body's head.
  [[nodiscard]] bool is_code_word(std::uint32_t i) const {
    const int mention = s_.index.covering(i);
    const bool listed = mention != none && (s_.name(mention).thing != none ||
                                            s_.name(mention).type == NodeType::agency ||
                                            !s_.name(mention).title.empty());
    return a_.capital(i) && !a_.token(i).is(token_digit) && !listed && a_.taken[i] == 0 &&
           !a_.has(i, word_function | word_post | word_agency_head | word_event_head);
  }

  // "World Harbour Summit 2025": the year belongs to the name.
  void take_year() {
    constexpr std::size_t digits = 4;
    const auto at = event_.range.last;
    if (!capital_ || at != event_.head + 1 || at >= end_ || !a_.token(at).is(token_digit)) {
      return;
    }
    const auto year = a_.document.text(at);
    const bool plain = year.size() == digits &&
                       (year.starts_with("19") || year.starts_with("20")) &&
                       !a_.punctuation(at + 1, '-') && !a_.punctuation(at + 1, '/');
    event_.range.last += plain ? 1U : 0U;
  }

  // "arrived in Oslo, Norway, on Monday for a two-day visit", "is in Oslo on an official visit".
  void arrived_before() {
    if (capital_ || complements_.placed || owned() || !s_.is_visit(event_)) {
      return;
    }
    auto at = context_.before_adjectives();
    const bool led = at > first_ && (a_.is_word(at - 1, w_.a) || a_.is_word(at - 1, w_.an) ||
                                     a_.is_word(at - 1, w_.his) || a_.is_word(at - 1, w_.her));
    at -= led ? 1U : 0U;
    if (at < first_ + 3 || !(a_.is_word(at - 1, w_.on) || a_.is_word(at - 1, w_.for_))) {
      return;
    }
    event_.places = places_before(at - 1);
    complements_.placed = !event_.places.empty();
  }

  // "in Oslo, Norway, on Monday" up to `at`.
  [[nodiscard]] std::vector<int> places_before(std::uint32_t at) const {
    constexpr std::uint32_t farthest = 8;  // tokens
    const auto is_place = [&](int mention) {
      return mention != none && s_.name(mention).type == NodeType::place;
    };
    const auto floor = std::max(first_ + 2, at > farthest ? at - farthest : 0U);
    auto last = at;
    while (last > floor && s_.index.covering(last - 1) == none && tells_when(last - 1)) {
      --last;
    }
    const int place = s_.index.covering(last - 1);
    if (!is_place(place)) {
      return {};
    }
    const int before = s_.index.before(place);
    const int nearest = is_place(before) ? before : place;
    const auto first = s_.index.begin(nearest);
    if (first < first_ + 3 || !a_.is_word(first - 1, w_.in) || a_.is_word(first - 3, w_.not_) ||
        !(is_be(a_, first - 2) || a_.document.text(first - 2).starts_with("arriv"))) {
      return {};
    }
    return nearest == place ? std::vector{place} : std::vector{nearest, place};
  }

  [[nodiscard]] bool tells_when(std::uint32_t i) const {
    return a_.taken[i] != 0 || a_.punctuation(i, ',') || a_.is_word(i, w_.on) ||
           a_.has(i, word_circumstance | word_weekday | word_month) || a_.token(i).is(token_digit);
  }

  // "a discussion held today (17) at the Secretariat with officials of the Ministry": those who are
  // told of behind where it was take part; its name they do not make longer.
  void parties_after_circumstances() {
    const auto range = event_.range;
    const auto at = event_.parties.empty() ? past_circumstances(a_, range.last) : range.last;
    if (at > range.last && at + 1 < end_ && a_.is_word(at, w_.with)) {
      take_parties(s_, event_, at + 1);
      event_.range = range;
    }
  }

  // ---- whether it is told of ----

  // "Greece, the Global Forum on Tides, Hungary and India": a body among others that act.
  [[nodiscard]] bool is_in_list() const {
    auto at = event_.range.first;
    at -= at > first_ && is_article(a_, at - 1) ? 1U : 0U;
    const auto next = event_.range.last + 1;
    if (!capital_ || at < first_ + 2 || next >= end_ || !a_.punctuation(at - 1, ',') ||
        !a_.punctuation(next - 1, ',')) {
      return false;
    }
    const int before = s_.index.item_at(at - 2);
    const int after = s_.index.covering(a_.is_word(next, w_.the) ? next + 1 : next);
    return before != none && after != none && s_.name(before).type != NodeType::official &&
           is_actor(s_.name(before).type) && s_.name(after).type == s_.name(before).type;
  }

  [[nodiscard]] bool is_named() const {
    const bool modified = modified_by_name();
    if (quoted_ || (capital_ && (modified || (complements_.described && complements_.named)))) {
      return true;
    }
    auto first = event_.range.first;
    while (first + 1 < head_ && !a_.capital(first) && a_.has(first, word_event_modifier)) {
      ++first;  // "the upcoming OSCE meeting"
    }
    const bool opens = a_.capital(first) && !a_.token(first).is(token_sentence);
    return !capital_ && !owned() && modified && (opens || a_.is_headline(head_));
  }

  // "at the Summit in Wales": where it was tells which.
  void in_place_of_name() {
    const auto at = event_.range.last;
    if (!event_.definite || !capital_ || a_.is_headline(head_) || at + 1 >= end_ ||
        !a_.is_word(at, w_.in)) {
      return;
    }
    const int place = s_.index.covering(at + 1);
    if (place != none && s_.name(place).type == NodeType::place &&
        s_.name(place).range.first == at + 1) {
      located_ = true;
    }
  }

  // "the Phnom Penh workshop": the one told of, by where it was.
  [[nodiscard]] bool called_by_place() const {
    const auto first = event_.range.first;
    if (capital_ || quoted_ || complements_.described || first == head_ || first == first_ ||
        !a_.is_word(first - 1, w_.the)) {
      return false;
    }
    for (auto t = first; t < head_; ++t) {
      const int mention = s_.index.covering(t);
      if (mention == none || s_.name(mention).type != NodeType::place) {
        return false;
      }
    }
    return true;
  }

  // A mission of experts that somebody sends or that took place on a day; not "the HSR mission".
  [[nodiscard]] bool is_review_told() {
    if (capital_ || owned()) {
      return false;
    }
    date_event(s_, event_);
    const bool described = complements_.described || event_.range.first < head_;
    return described && (context_.is_led() || context_.is_followed() || !event_.start.empty());
  }

  // "held several meetings with X", "arrived for meetings with X and Y", not "meetings with
  // officials": those met are named, and somebody is said to have met them.
  [[nodiscard]] bool is_series_told() const {
    const bool with = a_.is_word(head_ + 1, w_.with) || a_.is_word(head_ + 1, w_.between);
    const bool named = any_official() || std::ranges::any_of(event_.parties, [&](int party) {
                         return is_body_met(party) || is_state_met(party);
                       });
    return with && named && !owned() && !event_.definite &&
           (context_.is_held() || is_occasion(context_.lead()));
  }

  // "during meetings with X", "arrived for meetings with X"; not "the law provides for meetings".
  [[nodiscard]] bool is_occasion(std::uint32_t lead) const {
    return lead != none_leads && !a_.is_word(lead, w_.before) && !a_.is_word(lead, w_.at) &&
           (!a_.is_word(lead, w_.for_) || any_official());
  }

  // "meetings with the Harbour Union", not "with the Chair of the Harbour Union", who is not named.
  [[nodiscard]] bool is_body_met(int party) const {
    auto at = s_.index.begin(party);
    at -= at > 0 && a_.is_word(at - 1, w_.the) ? 1U : 0U;
    return s_.name(party).type == NodeType::agency &&
           !(at > 1 && a_.is_word(at - 1, w_.of) && a_.capital(at - 2));
  }

  // "meetings with Norway and Chile", not "with the Norwegian and U.S. | and French leaders".
  [[nodiscard]] bool is_state_met(int party) const {
    const auto next = s_.name(party).range.last;
    return is_country(s_, party) &&
           (next >= end_ || s_.index.after(party) != none || !a_.is_word(next, w_.and_));
  }

  bool is_told_of() {
    if (s_.is_several(event_)) {
      return is_series_told();
    }
    if (s_.is_review(event_)) {
      return is_review_told();
    }
    const bool operation = a_.knowledge.event_classes[event_.event_class] == "operation";
    if (coded_ || operation) {
      return coded_ && (!operation || (!capital_ && (context_.is_led() || context_.is_followed())));
    }
    return is_common_told();
  }

  // Heads too common to name an event by themselves need a capital, parties, a number or an owner.
  bool is_common_told() {
    const auto& event = event_;
    const bool held_now =
        context_.is_held() && a_.knowledge.event_classes[event.event_class] != "exercise";
    const bool numbered = complements_.described && has_ordinal();
    const bool weak =
        a_.has(head_, word_event_weak) && event_.head == head_ && event.parties.size() < 2 &&
        !numbered && !(held_now && official_before(s_, head_)) && event.hosts.empty() &&
        !context_.is_of_body() && !context_.is_mission(complements_.placed) &&
        !context_.is_hosted_to() &&
        !((modified() || complements_.described || context_.has_article()) &&
          context_.is_followed()) &&
        !(context_.is_led() && (complements_.described || modified() || context_.has_article()));
    const bool whose = owned() && !is_country(s_, event.owner);  // not "Ukraine's course"
    if (weak && !capital_ && !quoted_ && !whose && !any_official()) {
      return false;
    }
    const bool happens = context_.happens_here(weak);
    event_.told = event.definite && (happens || context_.is_followed() || located_);
    if (weak && event.definite && !modified() && !context_.is_followed()) {
      return false;
    }
    return event.named || event.definite || !event.parties.empty() || numbered || happens ||
           context_.is_hosted_to() || context_.is_given() || is_described(weak) ||
           (held_now && !weak && !a_.is_word(event.range.last, w_.with));
  }

  [[nodiscard]] bool is_described(bool weak) const {
    const bool visit = s_.is_visit(event_);
    const bool title = a_.is_headline(head_) && event_.range.first == first_;  // "Meeting on ports"
    return (owned() && (complements_.described || visit)) || (visit && complements_.placed) ||
           (complements_.described && !weak && (context_.has_article() || title));
  }

  [[nodiscard]] bool points_back() const {
    const auto first = context_.before_adjectives();
    return first > first_ && (a_.is_word(first - 1, w_.the) || a_.is_word(first - 1, w_.this_) ||
                              a_.is_word(first - 1, w_.that));
  }

  [[nodiscard]] bool modified_by_name() const {
    for (auto t = event_.range.first; t < head_; ++t) {
      if (a_.capital(t) || a_.token(t).is(token_digit)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool has_ordinal() const {
    for (auto t = event_.range.first; t < head_; ++t) {
      if (is_ordinal(a_, t)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool any_official() const {
    return std::ranges::any_of(
        event_.parties, [&](int party) { return s_.name(party).type == NodeType::official; });
  }

  // ---- parties that stand elsewhere ----

  // "U.S.-Norway Dialogue", "U.S. – AUC Dialogue": a dash between names ends no event's name.
  void tied_before() {
    const auto first = event_.range.first;
    if (first < first_ + 2 || !a_.punctuation(first - 1, '-') || !a_.capital(first)) {
      return;
    }
    const int left = s_.index.covering(first - 2);
    if (left != none && s_.name(left).range.last + 1 == first &&
        s_.name(left).type != NodeType::official && is_actor(s_.name(left).type)) {
      event_.range.first = std::max(first_, s_.name(left).range.first);
      take_number();
    }
  }

  // "talks and meetings with X": one phrase.
  void talks_before() {
    const auto first = event_.range.first;
    const bool joined = s_.is_several(event_) && first == head_ && first > first_ + 1 &&
                        a_.is_word(first - 1, w_.and_);
    if (joined && a_.longest_hit(first - 2, set_of(Kind::event_head), first) != nullptr) {
      event_.range.first = first - 2;
    }
  }

  // "the 6th U.S.-Norway Dialogue", "the Second Annual U.S.-Norway Dialogue".
  void take_number() {
    auto& first = event_.range.first;
    const bool modified = first > first_ + 1 && a_.capital(first - 1) &&
                          a_.has(first - 1, word_event_modifier) && is_ordinal(a_, first - 2);
    const auto number = modified ? first - 1 : first;
    if (number > first_ && is_ordinal(a_, number - 1) && a_.taken[number - 1] == 0) {
      first = number - 1;
    }
  }

  // "Secretary X and Minister Y before their meeting"; "the U.S.-Norway strategic dialogue".
  void parties_by_words() {
    const auto first = event_.range.first;
    if (first > first_ && a_.is_word(first - 1, w_.their) && event_.parties.empty()) {
      if (a_.is_headline(head_) || !a_.has(head_, word_event_weak)) {
        their();
      }
      their_after();
    }
    for (auto t = first; t + 2 < head_; ++t) {
      const int left = s_.index.covering(t);
      const int right = s_.index.covering(t + 2);
      const bool pair = a_.punctuation(t + 1, '-') && left != none && right != none &&
                        left != right && are_parties(left, right);
      if (pair) {
        event_.parties.push_back(left);
        event_.parties.push_back(right);
        return;
      }
    }
  }

  // States; a body only beside a state or where the two talk, since a summit of two bodies has more
  // of its own there.
  [[nodiscard]] bool are_parties(int left, int right) const {
    const auto is_actor_of = [&](int mention) {
      return is_country(s_, mention) || s_.name(mention).type == NodeType::agency;
    };
    return is_actor_of(left) && is_actor_of(right) &&
           (is_country(s_, left) || is_country(s_, right) || a_.has(head_, word_plain_event));
  }

  // "At their first meeting in Oslo on Monday, A and B discussed": those who stand behind it.
  void their_after() {
    constexpr std::uint32_t farthest = 10;  // tokens to the comma
    const auto before = context_.before_adjectives();
    const bool opens = before <= first_ + 2 || a_.punctuation(before - 3, '-');  // a dateline
    if (!event_.parties.empty() || !opens) {
      return;
    }
    auto comma = event_.range.last;
    const auto bound = std::min(end_, comma + farthest);
    while (comma < bound && !a_.punctuation(comma, ',') && is_circumstance(comma)) {
      ++comma;
    }
    if (comma + 1 >= bound || !a_.punctuation(comma, ',')) {
      return;
    }
    std::uint32_t last = comma;
    auto both = read_list(a_, s_.index, comma + 1, end_, last);
    const bool persons = std::ranges::all_of(
        both, [&](int party) { return s_.name(party).type == NodeType::official; });
    if (both.size() > 1 && persons) {
      event_.parties = std::move(both);
      event_.theirs = true;
    }
  }

  [[nodiscard]] bool is_circumstance(std::uint32_t i) const {
    const int mention = s_.index.covering(i);
    return tells_when(i) || a_.is_word(i, w_.in) || a_.is_word(i, w_.at) || a_.is_word(i, w_.the) ||
           (mention != none && s_.name(mention).type == NodeType::place);
  }

  void their() {
    const auto first = event_.range.first;
    for (auto t = first; t > first_ && first - t < event_verb_window;) {
      --t;
      const int mention = s_.index.covering(t);
      auto both = mention == none ? std::vector<int>{} : s_.index.conjuncts(mention);
      if (both.size() > 1) {
        event_.parties = std::move(both);
        event_.theirs = true;
        return;
      }
    }
  }

  // "X arrived for talks with Y", "after his meeting with Y": X is the other party.
  void party_before() {
    const auto kind = a_.knowledge.event_classes[event_.event_class];
    const bool with = !event_.parties.empty() && !owned() && event_.hosts.empty() &&
                      (kind == "meeting" || kind == "meetings" || kind == "call" ||
                       (kind == "ceremony" && a_.is_word(event_.head + 1, w_.with))) &&
                      !capital_;
    const auto lead = with ? context_.lead() : none_leads;
    const auto* verb = lead != none_leads && lead > first_
                           ? a_.longest_hit(lead - 1, set_of(Kind::verb), end_)
                           : nullptr;
    const bool asked = verb != nullptr && verb->last > lead;  // "called for talks with"
    if (lead != none_leads && !asked) {
      add_travellers(s_, event_);
    }
  }

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  std::uint32_t first_;
  std::uint32_t end_;
  std::uint32_t head_;
  EventMention event_;
  EventContext context_;
  EventComplements complements_;
  bool capital_ = false;
  bool quoted_ = false;
  std::uint32_t letters_ = 0;  // the token of "HSR" in "HSR mission"
  bool coded_ = false;         // has a code name
  bool located_ = false;
};

}  // namespace

namespace {

// "talks | and meetings with X": the second head tells of both.
bool goes_on_as_meetings(const EventScope& scope, std::uint32_t last) {
  const auto end = scope.sentence.last;
  const auto& a = scope.a;
  const auto* next = last + 1 < end && a.is_word(last, a.knowledge.words.and_)
                         ? a.longest_hit(last + 1, set_of(Kind::event_head), end)
                         : nullptr;
  return next != nullptr && next->last < end &&
         a.knowledge.event_classes[next->entry] == "meetings" &&
         a.is_word(next->last, a.knowledge.words.with);
}

// "Lost Travel | Documents"; not "Exercise | Harrow Shield", a code name.
bool goes_on_as_name(const EventScope& scope, std::uint32_t i, const Hit& head) {
  const auto& a = scope.a;
  const auto next = head.last;
  const auto& kind = a.knowledge.event_classes[head.entry];
  const bool coded = kind == "exercise" || kind == "operation";
  return !coded && a.capital(i) && next < scope.sentence.last && a.capital(next) &&
         !a.is_headline(i) && !a.token(next).is(token_all_caps) && a.has(next, word_common) &&
         a.taken[next] == 0 && !a.has(next, word_function | word_post | word_modifier) &&
         scope.index.covering(next) == none;
}

}  // namespace

std::optional<EventMention> read_event_phrase(const EventScope& scope, std::uint32_t i,
                                              const Hit& head) {
  const auto end = scope.sentence.last;
  if (goes_on_as_meetings(scope, head.last)) {
    return std::nullopt;
  }
  if (head.last < end && scope.a.longest_hit(head.last, set_of(Kind::event_head), end) != nullptr) {
    return std::nullopt;  // "bilateral meeting", "conference call": the last one is the head
  }
  const auto& w = scope.a.knowledge.words;
  const bool idiom = i > scope.sentence.first && head.last < end &&
                     scope.a.is_word(head.last, w.of) && !scope.a.capital(i) &&
                     (scope.a.is_word(i - 1, w.in) ||
                      (scope.a.document.text(i) == "course" && scope.a.is_word(i - 1, w.the)));
  if (idiom) {
    return std::nullopt;  // "in celebration of", "over the course of"
  }
  if (goes_on_as_name(scope, i, head)) {
    return std::nullopt;
  }
  const bool partners = scope.a.capital(i) && head.last < end && !scope.a.capital(head.last) &&
                        !scope.a.is_headline(i) &&
                        (scope.a.has(head.last, word_group | word_staff) ||
                         scope.a.is_word(head.last, scope.a.knowledge.words.countries)) &&
                        !scope.a.has(head.last, word_function | word_collective);
  if (partners) {
    return std::nullopt;  // "Coastal Dialogue countries"
  }
  const bool adjective = scope.a.has(i, word_event_modifier) && head.last < end &&
                         scope.a.has(head.last, word_common) && !scope.a.capital(head.last) &&
                         !scope.a.has(head.last, word_function | word_circumstance) &&
                         (scope.a.has(head.last, word_speech) ||
                          scope.a.longest_hit(head.last, set_of(Kind::verb), end) == nullptr);
  if (adjective) {
    return std::nullopt;  // "bilateral relations", "the opening address"
  }
  return EventPhrase(scope, i, head).read();
}

}  // namespace pressgraph
