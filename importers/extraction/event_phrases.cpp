// SPDX-License-Identifier: Apache-2.0
// Phrases whose head is an event: told of only where something says which event is meant.
#include <algorithm>

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
        head_(i) {
    event_.event_class = static_cast<std::uint8_t>(head.entry);
    event_.head = head.last - 1;
    event_.range = {i, head.last};
  }

  std::optional<EventMention> read() {
    quoted_ = take_title(s_, event_);
    capital_ =
        a_.capital(head_) && !(a_.token(head_).is(token_sentence) && event_.range.first == head_);
    complements_ = take_complements(s_, event_, capital_);
    take_year();
    tied_before();
    parties_after_circumstances();
    parties_by_words();
    event_.named = is_named() && !called_by_place();
    event_.definite = !event_.named && !complements_.described && points_back();
    in_place_of_name();
    const bool speech =
        owned() && a_.has(head_, word_speech) && s_.name(event_.owner).type == NodeType::official;
    if (speech || is_in_list() || !is_told_of()) {
      return std::nullopt;  // "the Envoy's briefing" is a speech at another event
    }
    if (s_.is_visit(event_) && !owned() && !event_.definite) {
      traveller();
    }
    party_before();
    date_event(s_, event_);
    event_.aside = is_aside();
    return event_;
  }

 private:
  [[nodiscard]] bool owned() const { return event_.owner != none; }
  [[nodiscard]] bool modified() const { return event_.range.first < head_; }

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

  // Heads too common to name an event by themselves need a capital, parties, a number or an owner.
  bool is_told_of() {
    const auto& event = event_;
    const bool held_now = is_held() && a_.knowledge.event_classes[event.event_class] != "exercise";
    const bool numbered = complements_.described && has_ordinal();
    const bool weak = a_.has(head_, word_event_weak) && event_.head == head_ &&
                      event.parties.size() < 2 && !numbered &&
                      !(held_now && official_before(s_, head_)) && event.hosts.empty() &&
                      !is_of_body() && !is_mission() && !is_hosted_to() &&
                      !((modified() || complements_.described || has_article()) && is_followed()) &&
                      !(is_led() && (complements_.described || modified() || has_article()));
    const bool whose = owned() && !is_country(s_, event.owner);  // not "Ukraine's course"
    if (weak && !capital_ && !quoted_ && !whose && !any_official()) {
      return false;
    }
    const bool happens = happens_here(weak);
    event_.told = event.definite && (happens || is_followed() || located_);
    if (weak && event.definite && !modified() && !is_followed()) {
      return false;
    }
    return event.named || event.definite || !event.parties.empty() || numbered || happens ||
           is_hosted_to() || is_given() || is_described(weak) ||
           (held_now && !weak && !a_.is_word(event.range.last, w_.with));
  }

  [[nodiscard]] bool is_described(bool weak) const {
    const bool visit = s_.is_visit(event_);
    const bool title = a_.is_headline(head_) && event_.range.first == first_;  // "Meeting on ports"
    return (owned() && (complements_.described || visit)) || (visit && complements_.placed) ||
           (complements_.described && !weak && (has_article() || title));
  }

  [[nodiscard]] bool points_back() const {
    const auto first = before_adjectives();
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

  // Over adjectives no list has: "an open briefing", "held important discussions".
  [[nodiscard]] std::uint32_t before_adjectives() const {
    constexpr std::uint32_t most = 3;
    auto at = event_.range.first;
    auto plain = at;  // as far as no verb's form stands between
    while (at > first_ && event_.range.first - at < most && is_adjective(at - 1)) {
      --at;
      const bool verb = a_.longest_hit(at, set_of(Kind::verb), end_) != nullptr;
      plain = plain == at + 1 && !verb ? at : plain;
    }
    return at > first_ && is_article(a_, at - 1) ? at : plain;
  }

  [[nodiscard]] bool is_adjective(std::uint32_t i) const {
    const bool compound = a_.document.text(i).find('-') != std::string_view::npos;
    return !a_.capital(i) && (compound || a_.has(i, word_common | word_event_modifier)) &&
           a_.taken[i] == 0 && !a_.token(i).is(token_punctuation) &&
           !a_.has(i, word_function | word_circumstance | word_group | word_collective);
  }

  // "during a special session of the Council": whose it is tells it from others.
  [[nodiscard]] bool is_of_body() const {
    return event_.parties.size() == 1 && has_article() && a_.has(head_, word_plain_event) &&
           a_.is_word(event_.head + 1, w_.of) &&
           s_.name(event_.parties.front()).type == NodeType::agency;
  }

  // "hosted the Minister to lunch": a guest stands before "to".
  [[nodiscard]] bool is_hosted_to() const {
    const auto at = before_adjectives();
    const auto to = at > first_ && is_article(a_, at - 1) ? at - 2 : at - 1;
    const int guest =
        to > first_ && to < end_ && a_.is_word(to, w_.to) ? s_.index.item_at(to - 1) : none;
    if (guest == none || s_.name(guest).type != NodeType::official) {
      return false;
    }
    const auto leftmost = s_.index.begin(s_.index.conjuncts(guest).front());
    const auto before =
        leftmost > first_ && a_.is_word(leftmost - 1, w_.the) ? leftmost - 1 : leftmost;
    const auto* verb =
        before > first_ ? a_.longest_hit(before - 1, set_of(Kind::verb), end_) : nullptr;
    return verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::event &&
           a_.knowledge.verbs[verb->entry].relation == Relation::hosted;
  }

  // "a high-level mission to Geneva" that somebody makes.
  [[nodiscard]] bool is_mission() const {
    const auto at = before_adjectives();
    const bool his = at > first_ && (a_.is_word(at - 1, w_.his) || a_.is_word(at - 1, w_.her));
    return s_.is_visit(event_) && complements_.placed &&
           (his || (has_article() && official_before(s_, head_)));
  }

  // "The discussions were attended by", "The conference took place": what happens to it comes right
  // after it.
  [[nodiscard]] bool is_followed() const {
    constexpr std::uint32_t longest = 4;  // auxiliaries
    const auto first = past_when(past_place(event_.range.last));
    if (begins_or_ends(first)) {
      return true;
    }
    for (auto i = first; i < std::min(end_, first + longest); ++i) {
      if (a_.is_word(i, w_.place) && i > first) {
        return true;  // ", which took place"
      }
    }
    for (auto i = first; i < std::min(end_, first + longest + 1); ++i) {
      const auto* verb = a_.longest_hit(i, set_of(Kind::verb), end_);
      if (verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::event) {
        return true;
      }
      if (!a_.has(i, word_function | word_circumstance)) {
        return false;
      }
    }
    return false;
  }

  // "A press briefing on 4 May in Oslo by Minister X".
  [[nodiscard]] bool is_given() const {
    auto i = event_.range.last;
    while (i + 1 < end_ && (a_.taken[i] != 0 || a_.is_word(i, w_.on))) {
      ++i;
    }
    i = past_when(past_place(i));
    const int by = i + 1 < end_ && a_.is_word(i, w_.by) ? s_.index.covering(i + 1) : none;
    return by != none && s_.name(by).type == NodeType::official && has_article() &&
           a_.has(event_.head, word_speech);
  }

  // "The conference ended on Friday", not "the signing concludes the negotiations".
  [[nodiscard]] bool begins_or_ends(std::uint32_t i) const {
    const bool verb = i + 1 < end_ && a_.has(i, word_takes_place) && !a_.has(i, word_function);
    return verb && (a_.token(i + 1).is(token_punctuation) || is_preposition(a_, i + 1) ||
                    a_.has(i + 1, word_circumstance) || a_.taken[i + 1] != 0);
  }

  // Over "on 4 May".
  [[nodiscard]] std::uint32_t past_when(std::uint32_t i) const {
    auto at = i + 1 < end_ && a_.is_word(i, w_.on) && a_.taken[i + 1] != 0 ? i + 1 : i;
    while (at < end_ && a_.taken[at] != 0) {
      ++at;
    }
    return at;
  }

  // "In a separate meeting, A and B ...": where the sentence is.
  [[nodiscard]] bool opens_sentence() const {
    auto at = before_adjectives();
    at -= at > first_ && is_article(a_, at - 1) ? 1U : 0U;
    auto after = past_place(event_.range.last);
    while (after < end_ && a_.taken[after] != 0) {
      ++after;  // "in Oslo 20 November"
    }
    return at == first_ + 1 && after < end_ && a_.punctuation(after, ',') &&
           (a_.is_word(first_, w_.in) || a_.is_word(first_, w_.at) ||
            a_.is_word(first_, w_.during));
  }

  // Over "in Oslo", "at the Palace".
  [[nodiscard]] std::uint32_t past_place(std::uint32_t i) const {
    const bool leads = i + 1 < end_ && (a_.is_word(i, w_.in) || a_.is_word(i, w_.at));
    const auto at = leads && a_.is_word(i + 1, w_.the) ? i + 2 : i + 1;
    const int place = leads && at < end_ ? s_.index.covering(at) : none;
    return place != none && s_.name(place).type == NodeType::place ? s_.name(place).range.last : i;
  }

  // "attended a special session", "hosted two training courses": a verb of events leads to it.
  [[nodiscard]] bool is_led() const {
    auto at = before_adjectives();
    at -= at > first_ && (is_article(a_, at - 1) || is_number(a_, at - 1)) ? 1U : 0U;
    constexpr std::uint32_t longest_verb = 3;  // tokens: "took part in"
    for (auto verb = at > first_ + longest_verb ? at - longest_verb : first_; verb < at; ++verb) {
      const auto* hit = a_.longest_hit(verb, set_of(Kind::verb), end_);
      if (hit == nullptr) {
        continue;
      }
      const auto frame = a_.knowledge.verbs[hit->entry].frame;
      if (frame == Frame::address && is_addressed(*hit, verb, at)) {
        return true;
      }
      if (frame == Frame::event && is_near(*hit, verb, at)) {
        return hit->last >= at || a_.is_word(hit->last, w_.in) || a_.is_word(hit->last, w_.at);
      }
    }
    return false;
  }

  [[nodiscard]] bool is_near(const Hit& hit, std::uint32_t verb, std::uint32_t at) const {
    const bool its = a_.is_word(at, w_.its);  // "concluded its session"
    return (hit.last == at || hit.last + 1 == at || (its && hit.last == at + 1)) &&
           !a_.document.text(verb).starts_with("ha");
  }

  // "opened its eighty-fifth session", "will address the opening session of the Forum"; not "the
  // opening of the session".
  [[nodiscard]] bool is_addressed(const Hit& hit, std::uint32_t verb, std::uint32_t at) const {
    if (hit.last + 1 == event_.range.first && a_.is_word(hit.last, w_.its)) {
      return true;
    }
    const bool part = a_.is_word(event_.range.last, w_.of) || a_.is_word(event_.head + 1, w_.of);
    return hit.last == at && hit.last == verb + 1 &&
           !(part && a_.knowledge.event_classes[event_.event_class] == "ceremony");
  }

  [[nodiscard]] bool has_article() const {
    const auto first = before_adjectives();
    const bool measured = a_.has(head_, word_plain_event) &&
                          before_measure(a_, first_, first) < first;  // not "series of workshops"
    return first > first_ && (is_article(a_, first - 1) || is_number(a_, first - 1) || measured);
  }

  // "held talks", "conducted consultations": no article is wanted.
  [[nodiscard]] bool is_held() const {
    auto first = before_measure(a_, first_, before_adjectives());
    first -= first > first_ && a_.is_word(first - 1, w_.its) ? 1U : 0U;
    const auto* verb =
        first > first_ ? a_.longest_hit(first - 1, set_of(Kind::verb), first) : nullptr;
    return verb != nullptr && a_.knowledge.verbs[verb->entry].held;
  }

  // "a roundtable", "a three-day workshop": an event where somebody hosts, holds or attends it in
  // this sentence.
  [[nodiscard]] bool happens_here(bool weak) const {
    if (a_.is_headline(head_) && is_led()) {
      return true;  // "League hosts conference to review progress"
    }
    if (weak || !(has_article() || modified())) {
      return false;
    }
    if ((is_where() && !modified()) || (opens_sentence() && !s_.is_visit(event_))) {
      return true;
    }
    const auto& range = event_.range;
    const auto first =
        std::max(first_, range.first > event_verb_window ? range.first - event_verb_window : 0U);
    for (auto t = first; t < std::min(end_, range.last + event_verb_window); ++t) {
      const auto* verb = a_.longest_hit(t, set_of(Kind::verb), end_);
      const bool apart = verb != nullptr && (t >= range.last || verb->last <= range.first);
      if (apart && takes_place_by(a_.knowledge.verbs[verb->entry], t)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool takes_place_by(const VerbFrame& verb, std::uint32_t i) const {
    return verb.frame == Frame::event || verb.frame == Frame::address ||
           (verb.gathers && i >= event_.range.last) || (verb.frame == Frame::act && is_where());
  }

  // "signed the accord at a ceremony".
  [[nodiscard]] bool is_where() const {
    const auto at = before_adjectives();
    return at > first_ + 1 && is_article(a_, at - 1) &&
           (a_.is_word(at - 2, w_.at) || a_.is_word(at - 2, w_.during));
  }

  // "on the margins of the", "ahead of the", "in the lead-up to the".
  [[nodiscard]] bool is_aside() const {
    const auto first = event_.range.first;
    const auto at = first > first_ && a_.is_word(first - 1, w_.the) ? first - 1 : first;
    if (at <= first_ + 2) {
      return false;
    }
    const bool margins = a_.is_word(at - 1, w_.of) &&
                         (a_.is_word(at - 2, w_.margins) || a_.is_word(at - 2, w_.sidelines) ||
                          a_.is_word(at - 2, w_.ahead));
    return margins || (a_.is_word(at - 1, w_.to) &&
                       (a_.is_word(at - 2, w_.up) || a_.is_word(at - 2, w_.lead_up)));
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
    }
  }

  // "Secretary X and Minister Y before their meeting"; "the U.S.-Norway strategic dialogue".
  void parties_by_words() {
    const auto first = event_.range.first;
    if (first > first_ && a_.is_word(first - 1, w_.their) && event_.parties.empty() &&
        (a_.is_headline(head_) || !a_.has(head_, word_event_weak))) {
      their();
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
    auto at = before_adjectives();
    const bool with = !event_.parties.empty() && !owned() && event_.hosts.empty() &&
                      (kind == "meeting" || kind == "call" ||
                       (kind == "ceremony" && a_.is_word(event_.head + 1, w_.with))) &&
                      !capital_;
    if (!with || at <= first_ + 1) {
      return;
    }
    const bool article = a_.is_word(at - 1, w_.a) || a_.is_word(at - 1, w_.the) ||
                         a_.is_word(at - 1, w_.his) || a_.is_word(at - 1, w_.her);
    at -= article ? 1U : 0U;
    const bool led =
        at > first_ && (a_.is_word(at - 1, w_.for_) || a_.is_word(at - 1, w_.during) ||
                        a_.is_word(at - 1, w_.following) || a_.is_word(at - 1, w_.before) ||
                        a_.is_word(at - 1, w_.in) || a_.is_word(at - 1, w_.at) || is_after(at - 1));
    const auto* verb = at > first_ + 1 ? a_.longest_hit(at - 2, set_of(Kind::verb), end_) : nullptr;
    const bool asked = verb != nullptr && verb->last >= at;  // "called for talks with"
    if (led && !asked) {
      traveller();
    }
  }

  [[nodiscard]] bool is_after(std::uint32_t i) const { return a_.document.text(i) == "after"; }

  // "X, currently on a state visit to Y": X makes it.
  void traveller() {
    const auto at = event_.range.last + 1;
    const bool opens =
        event_.range.first <= first_ + 4 && at + 1 < end_ && a_.punctuation(at - 1, ',');
    const int next = opens ? s_.index.covering(a_.is_word(at, w_.the) ? at + 1 : at)
                           : none;  // "On her first visit to Y, X said"
    if (next != none && s_.name(next).type == NodeType::official && s_.name(next).node != none) {
      event_.parties.push_back(next);
      return;
    }
    for (const auto& subject : s_.subjects.of(event_.range.first).who) {
      const bool known = std::ranges::any_of(
          event_.parties, [&](int party) { return s_.name(party).node == subject.node; });
      if (!known && subject.mention != none &&
          s_.name(subject.mention).type == NodeType::official) {
        event_.parties.push_back(subject.mention);
      }
    }
  }

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  std::uint32_t first_;
  std::uint32_t end_;
  std::uint32_t head_;
  EventMention event_;
  EventComplements complements_;
  bool capital_ = false;
  bool quoted_ = false;
  bool located_ = false;
};

}  // namespace

std::optional<EventMention> read_event_phrase(const EventScope& scope, std::uint32_t i,
                                              const Hit& head) {
  const auto end = scope.sentence.last;
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
  const bool goes_on = scope.a.capital(i) && head.last < end && scope.a.capital(head.last) &&
                       !scope.a.is_headline(i) && !scope.a.token(head.last).is(token_all_caps) &&
                       scope.a.has(head.last, word_common) && scope.a.taken[head.last] == 0 &&
                       !scope.a.has(head.last, word_function | word_post | word_modifier) &&
                       scope.index.covering(head.last) == none;
  if (goes_on) {
    return std::nullopt;  // "Lost Travel Documents"
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
