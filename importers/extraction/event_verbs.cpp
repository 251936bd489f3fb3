// SPDX-License-Identifier: Apache-2.0
// Events that a verb makes: "met with X", "spoke by phone with Y", "will travel to Z".
#include <algorithm>

#include "importers/extraction/event_parts.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_circumstance = 16;  // tokens between a verb and its party

class EventVerb {
 public:
  EventVerb(const EventScope& scope, std::uint32_t verb, const Hit& hit)
      : s_(scope),
        a_(scope.a),
        w_(scope.a.knowledge.words),
        frame_(scope.a.knowledge.verbs[hit.entry]),
        verb_(verb),
        end_(scope.sentence.last) {
    event_.event_class = frame_.event_class;
    event_.from_verb = true;
    event_.range = {verb, hit.last};
  }

  std::vector<EventMention> read() {
    const bool goes = frame_.frame == Frame::visit && is_led(event_.range.last);
    auto at = goes ? event_.range.last : skip_circumstances(event_.range.last);
    led_ = is_led(at);
    at += led_ ? 1U : 0U;
    const bool opens = verb_ == s_.sentence.first;  // "Meeting with X, the Minister said ..."
    const bool gerund = is_gerund() && !opens && !is_progressive();
    if ((frame_.frame != Frame::speak && gerund) || !found(at) || is_repeated()) {
      return {};
    }
    if (frame_.frame == Frame::speak && !is_by_telephone()) {
      event_.noun = frame_.noun;
    }
    date_event(s_, event_);
    std::vector<EventMention> events{event_};
    if (led_ && frame_.frame == Frame::meet) {
      and_with(events);
    }
    return events;
  }

 private:
  bool found(std::uint32_t at) {
    if (frame_.frame == Frame::visit) {
      return take_places(s_, event_, at);
    }
    if (frame_.guest) {
      return receives(at);
    }
    if (frame_.frame == Frame::say) {
      return calls_on(at);
    }
    if ((led_ || whom_met(at)) && take_parties(s_, event_, at)) {
      return true;
    }
    if (led_) {
      return unnamed_party(at);
    }
    const bool now = is_gerund() && is_progressive();  // "The Board is meeting in Vienna"
    return frame_.frame == Frame::meet && (!is_gerund() || now) &&
           ((!now && among_subjects()) || body_met());
  }

  // "received the Chancellor at the Palace", "welcomed Minister X to Oslo": two who meet there;
  // "was received by King X".
  bool receives(std::uint32_t at) {
    if (a_.is_word(at, w_.by) && follows_be(a_, s_.sentence.first, verb_)) {
      return official_before(s_, verb_) && whom_named(at + 1) && take_parties(s_, event_, at + 1);
    }
    if (!whom_named(at) || !official_before(s_, verb_) || !take_parties(s_, event_, at)) {
      return false;
    }
    const auto next = skip_when(past_parties(event_));
    if (next + 2 >= end_ || !(a_.is_word(next, w_.to) || a_.is_word(next, w_.at))) {
      return false;
    }
    const int place = s_.index.covering(a_.is_word(next + 1, w_.the) ? next + 2 : next + 1);
    if (place == none || s_.name(place).type != NodeType::place || is_role(place)) {
      return false;
    }
    event_.places = {place};
    return true;
  }

  // A person, by name or by a post and a name.
  [[nodiscard]] bool whom_named(std::uint32_t at) const {
    const auto first = at < end_ && a_.is_word(at, w_.the) ? at + 1 : at;
    const int guest = first < end_ ? s_.index.covering(first) : none;
    return guest != none && s_.index.begin(guest) <= first &&
           (s_.name(guest).type == NodeType::official || past_post(s_, at) > at);
  }

  // "to Oslo's delegation", "to Oslo as Ambassador".
  [[nodiscard]] bool is_role(int place) const {
    const auto last = s_.name(place).range.last;
    return last < end_ && (a_.token(last).is(token_possessive) || a_.is_word(last, w_.as));
  }

  [[nodiscard]] std::uint32_t skip_when(std::uint32_t at) const {
    while (at < end_ && is_adverb(at)) {
      ++at;
    }
    return at;
  }

  // "spoke over the phone with", "spoke with X by telephone".
  [[nodiscard]] bool is_by_telephone() const {
    for (auto i = verb_; i < end_; ++i) {
      if (a_.is_word(i, w_.phone) || a_.is_word(i, w_.telephone) || a_.is_word(i, w_.video)) {
        return true;
      }
    }
    return false;
  }

  // "spoke with X twice", "regularly meets X": of none in particular.
  [[nodiscard]] bool is_repeated() const {
    const auto first = verb_ > s_.sentence.first ? verb_ - 1 : verb_;
    const auto last = std::min(end_, past_parties(event_) + 1);
    for (auto i = first; i < last; ++i) {
      if (a_.longest_hit(i, set_of(Kind::repeated), end_) != nullptr) {
        return true;
      }
    }
    return false;
  }

  // "called on the President": not "called on the President to resign".
  bool calls_on(std::uint32_t at) {
    const auto first = a_.is_word(at, w_.the) ? at + 1 : at;
    const int mention = first < end_ ? s_.index.covering(first) : none;
    const bool person = mention != none && s_.index.begin(mention) <= first &&
                        s_.name(mention).type == NodeType::official && official_before(s_, verb_);
    if (!person || !take_parties(s_, event_, at)) {
      return false;
    }
    const auto next = past_parties(event_);
    event_.noun = frame_.noun;
    return next >= end_ || !(a_.is_word(next, w_.to) || a_.is_word(next, w_.for_));
  }

  [[nodiscard]] bool is_led(std::uint32_t at) const {
    return at < end_ && a_.token(at).word != 0 &&
           std::ranges::find(frame_.with, a_.token(at).word) != frame_.with.end();
  }

  [[nodiscard]] bool is_progressive() const { return follows_be(a_, s_.sentence.first, verb_); }

  [[nodiscard]] bool is_gerund() const { return a_.document.text(verb_).ends_with("ing"); }
  // "met with A, and with B": two meetings by one verb.
  void and_with(std::vector<EventMention>& events) const {
    constexpr std::size_t most = 8;
    auto at = next_with(past_parties(event_));
    while (at + 1 < end_ && events.size() < most) {
      auto next = event_;
      next.parties.clear();
      if (!take_parties(s_, next, at) && !take_unnamed_parties(s_, next, at)) {
        return;
      }
      next.again = true;
      next.words = at;
      at = next_with(past_parties(next));
      events.push_back(std::move(next));
    }
  }

  [[nodiscard]] std::uint32_t past_parties(const EventMention& event) const {
    return event.parties.empty()
               ? event.range.last
               : std::max(event.range.last, s_.index.end_of_item(event.parties.back()));
  }

  // One past the next ", and with" or "as well as with"; the sentence's end where a verb comes
  // first or there is none.
  [[nodiscard]] std::uint32_t next_with(std::uint32_t at) const {
    constexpr std::uint32_t farthest = 20;  // tokens
    for (auto i = at; i + 1 < std::min(end_, at + farthest); ++i) {
      const bool also = i > at + 1 && a_.is_word(i - 1, w_.as) && a_.is_word(i - 2, w_.well);
      const bool tied = i > at && (also || a_.is_word(i - 1, w_.and_));
      if (tied && a_.is_word(i, w_.with)) {
        return i + 1;
      }
      const auto* verb = a_.longest_hit(i, set_of(Kind::verb), end_);
      if (verb != nullptr && s_.index.covering(i) == none && !a_.capital(i)) {
        return end_;
      }
    }
    return end_;
  }

  // "met the President": not "met Tuesday", "met in Rome".
  [[nodiscard]] bool whom_met(std::uint32_t at) const {
    const auto first = a_.is_word(at, w_.the) ? at + 1 : at;
    const int mention = s_.index.covering(first);
    if (frame_.frame == Frame::meet && mention == none) {
      return past_post(s_, at) > at || is_group_of(first);
    }
    return frame_.frame == Frame::meet && mention != none && s_.index.begin(mention) <= first &&
           (s_.name(mention).type == NodeType::official || is_body_met(mention));
  }

  // "met representatives of the Chamber".
  [[nodiscard]] bool is_group_of(std::uint32_t at) const {
    return at + 2 < end_ && a_.has(at, word_group | word_staff) &&
           (a_.is_word(at + 1, w_.of) || a_.is_word(at + 1, w_.from)) && official_before(s_, verb_);
  }

  // "met the Bar Association": not "met the Council's demands", "met WHO standards".
  [[nodiscard]] bool is_body_met(int mention) const {
    const auto who = s_.subjects.of(verb_).who;
    const bool person = std::ranges::any_of(who, [&](const Participant& one) {
      return a_.nodes[static_cast<std::size_t>(one.node)].type == NodeType::official;
    });
    auto last_one = mention;
    while (s_.index.after(last_one) != none &&
           s_.name(s_.index.after(last_one)).range.last <= end_) {
      last_one = s_.index.after(last_one);
    }
    const auto next = s_.name(last_one).range.last;
    const bool more =
        next < end_ &&
        (a_.token(next).is(token_possessive) ||
         (a_.has(next, word_common) && !a_.has(next, word_function) && !is_adverb(next)));
    return person && s_.name(mention).type == NodeType::agency && !more;
  }

  // "met with private sector executives": a meeting all the same where an official is its subject.
  bool unnamed_party(std::uint32_t at) {
    event_.words = at;
    return official_before(s_, verb_) && take_unnamed_parties(s_, event_, at);
  }

  // "A, B and C met": the parties are the subjects.
  bool among_subjects() {
    // "to meet energy needs": what is met is no company.
    const auto next = std::min(verb_ + 1, end_ - 1);
    const bool object = a_.has(next, word_common) && !a_.capital(next) &&
                        !a_.has(next, word_function | word_circumstance | word_adverb);
    const bool manner =
        a_.is_word(next + 1, w_.to) || a_.is_word(next + 1, w_.by);  // "face to face"
    if (object && !manner && verb_ > s_.sentence.first && a_.is_word(verb_ - 1, w_.to)) {
      return false;
    }
    for (const auto& subject : s_.subjects.of(verb_).who) {
      if (subject.mention != none) {
        event_.parties.push_back(subject.mention);
      }
    }
    std::ranges::sort(event_.parties);
    if (event_.parties.size() < 2) {
      event_.parties.clear();
    }
    return !event_.parties.empty();
  }

  // "The Council met today at the level of ministers": the body holds the meeting.
  bool body_met() {
    const auto next = std::min(verb_ + 1, end_ - 1);
    const bool alone = a_.token(next).is(token_punctuation) || skip_circumstances(next) > next ||
                       a_.is_word(next, w_.to) || a_.is_word(next, w_.under);
    const auto subjects = s_.subjects.of(verb_).who;
    const bool body =
        alone && subjects.size() == 1 && subjects.front().mention != none &&
        a_.nodes[static_cast<std::size_t>(subjects.front().node)].type == NodeType::agency;
    event_.hosted = body;
    event_.owner = body ? subjects.front().mention : none;
    return body;
  }

  // Over when, how and where: "today", "last night", "by phone", "in Geneva", "on the margins of
  // the Assembly".
  [[nodiscard]] std::uint32_t skip_circumstances(std::uint32_t at) const {
    const auto bound = std::min(end_, at + longest_circumstance);
    while (at < bound) {
      const auto next = is_adverb(at) ? at + 1 : std::max(after_preposition(at), past_line(at));
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  // "by phone", "via video link", "over the telephone".
  [[nodiscard]] std::uint32_t past_line(std::uint32_t at) const {
    const bool leads = a_.is_word(at, w_.by) || a_.is_word(at, w_.over) || a_.is_word(at, w_.on) ||
                       a_.is_word(at, w_.via);
    const auto line = a_.is_word(at + 1, w_.the) ? at + 2 : at + 1;
    if (!leads || line >= end_ ||
        !(a_.is_word(line, w_.phone) || a_.is_word(line, w_.telephone) ||
          a_.is_word(line, w_.video))) {
      return at;
    }
    const bool link = a_.is_word(line + 1, w_.link) || a_.is_word(line + 1, w_.conference);
    return link ? line + 2 : line + 1;
  }

  [[nodiscard]] bool is_adverb(std::uint32_t at) const {
    return a_.taken[at] != 0 || a_.has(at, word_circumstance | word_weekday) ||
           a_.punctuation(at, ',') ||
           (a_.has(at, word_common) && a_.document.text(at).ends_with("ly"));
  }

  [[nodiscard]] std::uint32_t after_preposition(std::uint32_t at) const {
    if (!leads_to_circumstance(at)) {
      return at;
    }
    auto next = a_.is_word(at + 1, w_.the) || a_.is_word(at + 1, w_.its) ? at + 2 : at + 1;
    if (next + 2 < end_ && (a_.is_word(next, w_.margins) || a_.is_word(next, w_.sidelines)) &&
        a_.is_word(next + 1, w_.of)) {
      next += a_.is_word(next + 2, w_.the) ? 3U : 2U;
    }
    if (next >= end_) {
      return at;
    }
    const int mention = s_.index.covering(next);
    if (mention != none && s_.name(mention).type != NodeType::official) {
      return past_premises(end_of_places(mention));
    }
    const bool premises = a_.has(next, word_takes_place) && a_.is_word(at, w_.at);
    const bool date = a_.taken[next] != 0 || a_.has(next, word_weekday);
    return premises || date || a_.longest_hit(next, set_of(Kind::event_head), end_) != nullptr
               ? next + 1
               : at;
  }

  // "at X's headquarters": over an owner's ending and what it owns.
  [[nodiscard]] std::uint32_t past_premises(std::uint32_t last) const {
    const bool owner = last + 1 < end_ && a_.token(last).is(token_possessive);
    return owner && a_.has(last + 1, word_takes_place) ? last + 2 : last;
  }

  [[nodiscard]] bool leads_to_circumstance(std::uint32_t at) const {
    const bool from = a_.is_word(at, w_.from) && at + 1 < end_ &&
                      (a_.taken[at + 1] != 0 || frame_.frame == Frame::visit);
    return from || a_.is_word(at, w_.in) || a_.is_word(at, w_.at) || a_.is_word(at, w_.on) ||
           a_.is_word(at, w_.by);
  }

  // "in Berlin, Germany".
  [[nodiscard]] std::uint32_t end_of_places(int mention) const {
    while (s_.index.after(mention) != none &&
           s_.name(s_.index.after(mention)).type == NodeType::place) {
      mention = s_.index.after(mention);
    }
    return s_.index.end_of_item(mention);
  }

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  const VerbFrame& frame_;
  std::uint32_t verb_;
  std::uint32_t end_;
  EventMention event_;
  bool led_ = false;
};

}  // namespace

std::vector<EventMention> read_event_verb(const EventScope& scope, std::uint32_t i,
                                          const Hit& hit) {
  const auto frame = scope.a.knowledge.verbs[hit.entry].frame;
  if (frame == Frame::address && !scope.a.knowledge.verbs[hit.entry].noun.empty()) {
    auto speech = read_speech_verb(scope, i, hit);
    return speech ? std::vector<EventMention>{std::move(*speech)} : std::vector<EventMention>{};
  }
  const bool makes = frame == Frame::meet || frame == Frame::speak || frame == Frame::visit ||
                     (frame == Frame::say && (!scope.a.knowledge.verbs[hit.entry].noun.empty() ||
                                              scope.a.knowledge.verbs[hit.entry].guest));
  return makes ? EventVerb(scope, i, hit).read() : std::vector<EventMention>{};
}

}  // namespace pressgraph
