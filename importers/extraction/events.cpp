// SPDX-License-Identifier: Apache-2.0
// Phrases that tell of an event: named ones ("the Second Berlin Conference on Libya"), described
// ones
// ("a bilateral meeting with X", "X's trip to Y"), and those that a verb makes ("met with X").
#include <algorithm>

#include "importers/extraction/clauses.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_left = 14;
constexpr std::uint32_t longest_topic = 10;
constexpr std::uint32_t longest_title = 24;  // tokens of a quoted title
constexpr std::uint32_t verb_window = 40;
constexpr std::uint32_t longest_circumstance = 16;  // tokens between a verb and its party

class EventFinder {
 public:
  explicit EventFinder(Analysis& analysis)
      : a_(analysis), w_(analysis.knowledge.words), index_(analysis), subjects_(analysis, index_) {}

  void run() {
    for (const auto sentence : a_.document.sentences) {
      sentence_ = sentence;
      end_ = sentence.last;
      for (auto i = sentence.first; i < end_;) {
        i = std::max(i + 1, read(i));
      }
    }
  }

 private:
  std::uint32_t read(std::uint32_t i) {
    const int inside = index_.covering(i);
    if (inside != none && (a_.names[static_cast<std::size_t>(inside)].range.last > i + 1 ||
                           ends_agency(a_.names[static_cast<std::size_t>(inside)]))) {
      return i;
    }
    const bool body = a_.capital(i) && a_.has(i, word_agency_head) &&
                      !a_.token(i).is(token_sentence) &&
                      !(inside != none && is_session(a_.names[static_cast<std::size_t>(inside)]));
    if (const auto* head = a_.longest_hit(i, set_of(Kind::event_head), end_);
        head != nullptr && !body && is_noun(i, head->last)) {
      if (const auto last = noun(i, *head); last > i) {
        return last;
      }
    }
    const auto* verb = a_.longest_hit(i, set_of(Kind::verb), end_);
    return verb == nullptr ? i : by_verb(i, *verb);
  }

  // "Houston Chapter of the Harbour Forum" names who acts there, not what takes place.
  // "The 91st General Assembly" is a session of it.
  [[nodiscard]] bool ends_agency(const NameMention& name) const {
    return name.type == NodeType::agency && name.range.size() > 1 && !is_session(name) &&
           (name.thing == none || a_.has(name.range.last - 1, word_agency_head));
  }

  [[nodiscard]] bool is_session(const NameMention& name) const {
    const auto first = name.range.first;
    return first > sentence_.first &&
           (is_ordinal(first - 1) || (first > sentence_.first + 1 && is_ordinal(first - 2)));
  }

  [[nodiscard]] bool is_ordinal(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return a_.has(i, word_ordinal) ||
           (a_.token(i).is(token_digit) && (text.ends_with("th") || text.ends_with("st") ||
                                            text.ends_with("nd") || text.ends_with("rd")));
  }

  // "visit", "call" and "meeting" are verbs too: a noun has an article, an adjective, an owner or a
  // capital before it.
  [[nodiscard]] bool is_noun(std::uint32_t i, std::uint32_t last) const {
    const auto& t = a_.token(i);
    if (t.is(token_capital) && !t.is(token_sentence)) {
      return true;
    }
    if (last < end_ && (a_.is_word(last, w_.with) || a_.is_word(last, w_.between)) &&
        ends_in_ing(i)) {
      return i > sentence_.first && !is_auxiliary(i - 1);
    }
    if (i == sentence_.first) {
      return last < end_ && (a_.is_word(last, w_.with) || a_.is_word(last, w_.between) ||
                             a_.is_word(last, w_.of) || a_.is_word(last, w_.to));
    }
    const auto& before = a_.token(i - 1);
    const auto word = before.word;
    return before.punctuation == '>' || before.punctuation == '"' || before.is(token_possessive) ||
           before.is(token_capital) || before.is(token_digit) ||
           a_.has(i - 1, word_event_modifier | word_event_head) || word == w_.the || word == w_.a ||
           word == w_.an || word == w_.this_ || word == w_.that || word == w_.his ||
           word == w_.her || word == w_.their || word == w_.its || word == w_.our ||
           a_.has(i - 1, word_common) == (word != w_.to && !is_pronoun(word));
  }

  [[nodiscard]] bool ends_in_ing(std::uint32_t i) const {
    return a_.document.text(i).ends_with("ing");
  }
  [[nodiscard]] bool is_pronoun(std::uint32_t word) const {
    return word == w_.he || word == w_.she || word == w_.they || word == w_.we || word == w_.i ||
           word == w_.will;
  }
  [[nodiscard]] bool is_auxiliary(std::uint32_t i) const {
    return a_.is_word(i, w_.is) || a_.is_word(i, w_.are) || a_.is_word(i, w_.was) ||
           a_.is_word(i, w_.were) || a_.is_word(i, w_.be) || a_.is_word(i, w_.been);
  }

  // One phrase with the head at [i, head.last): left over what belongs to it, right over its
  // complements.
  std::uint32_t noun(std::uint32_t i, const Hit& head) {
    if (head.last < end_ && a_.longest_hit(head.last, set_of(Kind::event_head), end_) != nullptr) {
      return i;  // "bilateral meeting", "conference call": the last one is the head
    }
    EventMention event;
    event.event_class = static_cast<std::uint8_t>(head.entry);
    event.head = head.last - 1;
    quoted_ = false;
    event.range = {left_edge(i, event), head.last};
    if (const auto title = after_quoted(head.last); title != head.last) {
      event.range.last = title;
      quoted_ = true;
    }
    const bool capital =
        a_.capital(i) && !(a_.token(i).is(token_sentence) && event.range.first == i);
    const bool modified = event.range.first < i;
    bool described = complements(event, capital);
    event.named =
        capital && (modified_by_name(event.range.first, i) || (described && named_complement_));
    event.definite = !event.named && !described && points_back(event.range.first, i, modified);
    if (event.definite && !a_.is_word(event.range.first - 1, w_.the) &&
        !a_.is_word(event.range.first - 1, w_.this_) &&
        !a_.is_word(event.range.first - 1, w_.that)) {
      event.definite = false;
    }
    event.named |= quoted_;
    parties_by_words(event, i);
    const bool owned = owner_ != none;
    event.named |= !capital && !owned && a_.capital(event.range.first) &&
                   !a_.token(event.range.first).is(token_sentence) &&
                   modified_by_name(event.range.first, i);
    event.named |=
        !capital && !owned && a_.is_headline(i) && modified_by_name(event.range.first, i);
    if (owned && a_.has(i, word_speech) && owner_is_official()) {
      return i;  // "the Envoy's briefing" is a speech at another event
    }
    const bool held_now = is_held(event.range.first);
    const bool numbered = described && has_ordinal({event.range.first, i});
    const bool weak = a_.has(i, word_event_weak) && event.parties.size() < 2 && !numbered &&
                      !(held_now && official_before(i));
    if (weak && !capital && !quoted_ && owner_ == none && !any_official(event)) {
      return i;
    }
    const bool enough =
        event.named || event.definite || !event.parties.empty() ||
        (owned && (described || is_visit(event))) || (is_visit(event) && has_place_) ||
        (described && !weak && has_article(event.range.first)) || held(event, modified, weak) ||
        (held_now && !weak && !a_.is_word(event.range.last, w_.with)) || numbered;
    event.told = event.definite && held(event, modified, weak);
    if (!enough || (weak && event.definite && !modified)) {
      return i;
    }
    if (is_visit(event) && owner_ == none && !event.definite) {
      traveller(event);
    }
    date_of(event);
    event.aside = is_aside(event.range.first);
    a_.events.push_back(event);
    return event.range.last;
  }

  // "on the margins of the", "ahead of the".
  [[nodiscard]] bool is_aside(std::uint32_t first) const {
    const auto at = first > sentence_.first && a_.is_word(first - 1, w_.the) ? first - 1 : first;
    return at > sentence_.first + 1 && a_.is_word(at - 1, w_.of) &&
           (a_.is_word(at - 2, w_.margins) || a_.is_word(at - 2, w_.sidelines) ||
            a_.is_word(at - 2, w_.ahead));
  }

  [[nodiscard]] bool has_ordinal(Range words) const {
    for (auto t = words.first; t < words.last; ++t) {
      if (is_ordinal(t)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool owner_is_official() const {
    return a_.names[static_cast<std::size_t>(owner_)].type == NodeType::official;
  }

  // "Secretary X and Minister Y before their meeting"; "the U.S.-Norway strategic dialogue".
  void parties_by_words(EventMention& event, std::uint32_t head) const {
    const auto first = event.range.first;
    if (first > sentence_.first && a_.is_word(first - 1, w_.their) && event.parties.empty() &&
        (a_.is_headline(head) || !a_.has(head, word_event_weak))) {
      their(event, first);
    }
    for (auto t = first; t + 2 < head; ++t) {
      const int left = index_.covering(t);
      const int right = index_.covering(t + 2);
      const bool pair = a_.punctuation(t + 1, '-') && left != none && right != none &&
                        is_country(left) && is_country(right) && left != right;
      if (pair) {
        event.parties.push_back(left);
        event.parties.push_back(right);
        return;
      }
    }
  }

  [[nodiscard]] bool is_country(int mention) const {
    const auto& name = a_.names[static_cast<std::size_t>(mention)];
    return name.type == NodeType::place && name.thing != none &&
           a_.knowledge.things[static_cast<std::size_t>(name.thing)].kind == "country";
  }

  void their(EventMention& event, std::uint32_t first) const {
    for (auto t = first; t > sentence_.first && first - t < verb_window;) {
      --t;
      const int mention = index_.covering(t);
      const auto both = mention == none ? std::vector<int>{} : index_.conjuncts(mention);
      if (both.size() > 1) {
        event.parties = both;
        event.theirs = true;
        return;
      }
    }
  }

  // "X, currently on a state visit to Y": X makes it.
  void traveller(EventMention& event) const {
    for (const auto& subject : subjects_.of(event.range.first).who) {
      if (subject.mention != none &&
          a_.nodes[static_cast<std::size_t>(subject.node)].type == NodeType::official) {
        event.parties.push_back(subject.mention);
      }
    }
  }

  [[nodiscard]] bool any_official(const EventMention& event) const {
    return std::ranges::any_of(event.parties, [&](int party) {
      return a_.names[static_cast<std::size_t>(party)].type == NodeType::official;
    });
  }

  [[nodiscard]] bool is_visit(const EventMention& event) const {
    return a_.knowledge.event_classes[event.event_class] == "visit";
  }

  [[nodiscard]] bool has_article(std::uint32_t first) const {
    return first > sentence_.first &&
           (a_.is_word(first - 1, w_.a) || a_.is_word(first - 1, w_.an) ||
            a_.is_word(first - 1, w_.the));
  }

  // "held talks", "conducted consultations": no article is wanted.
  [[nodiscard]] bool is_held(std::uint32_t first) const {
    if (first == sentence_.first) {
      return false;
    }
    const auto* verb = a_.longest_hit(first - 1, set_of(Kind::verb), first);
    return verb != nullptr && a_.knowledge.verbs[verb->entry].held;
  }

  // "a roundtable", "a three-day workshop": an event where somebody hosts, holds or attends it in
  // this sentence.
  [[nodiscard]] bool held(const EventMention& event, bool modified, bool weak) const {
    if (weak || !(has_article(event.range.first) || modified)) {
      return false;
    }
    const auto first = std::max(
        sentence_.first, event.range.first > verb_window ? event.range.first - verb_window : 0U);
    for (auto t = first; t < std::min(end_, event.range.last + verb_window); ++t) {
      const auto* verb = a_.longest_hit(t, set_of(Kind::verb), end_);
      if (verb == nullptr) {
        continue;
      }
      const auto& frame = a_.knowledge.verbs[verb->entry];
      if ((frame.frame == Frame::event || frame.frame == Frame::address) &&
          (t >= event.range.last || verb->last <= event.range.first)) {
        return true;
      }
    }
    return false;
  }

  std::uint32_t left_edge(std::uint32_t i, EventMention& event) {
    owner_ = none;
    auto first = i;
    while (first > sentence_.first && first + longest_left > i) {
      const auto before = first - 1;
      if (a_.token(before).is(token_possessive)) {
        const auto start = owner(before, event);
        if (start == before) {
          break;
        }
        first = start;
        break;
      }
      if (const auto title = before_quoted(before); title != before) {
        quoted_ = true;
        first = title;
        break;
      }
      if (const auto acronym = before_acronym(before); acronym != before) {
        first = acronym;
        continue;
      }
      if (!belongs(before)) {
        break;
      }
      const int name = index_.covering(before);
      first = name == none ? before : std::max(sentence_.first, index_.begin(name));
    }
    while (first < i && (a_.has(first, word_function) || a_.punctuation(first, '-'))) {
      ++first;
    }
    return first;
  }

  // "the “Better Harbours” event": where the quoted title that closes at `i` opens, or `i`.
  [[nodiscard]] std::uint32_t before_quoted(std::uint32_t i) const {
    if (!a_.punctuation(i, '>') && !a_.punctuation(i, '"')) {
      return i;
    }
    const auto floor = std::max(sentence_.first, i > longest_title ? i - longest_title : 0U);
    for (auto t = i; t > floor;) {
      --t;
      if (a_.punctuation(t, '<') || a_.punctuation(t, '"')) {
        return t + 2 < i && a_.capital(t + 1) ? t : i;
      }
    }
    return i;
  }

  // One past the quoted title after "on", "titled", "under the theme", or `at`.
  [[nodiscard]] std::uint32_t after_quoted(std::uint32_t at) const {
    auto i = at;
    while (i < std::min(end_, at + 5) &&
           (a_.is_word(i, w_.on) || a_.is_word(i, w_.titled) || a_.is_word(i, w_.entitled) ||
            a_.is_word(i, w_.the) || a_.is_word(i, w_.theme) || a_.punctuation(i, ',') ||
            a_.is_word(i, w_.of) || a_.is_word(i, w_.under))) {
      ++i;
    }
    if (i >= end_ || !(a_.punctuation(i, '<') || a_.punctuation(i, '"')) || !a_.capital(i + 1)) {
      return at;
    }
    for (auto t = i + 2; t < std::min(end_, i + longest_title); ++t) {
      if (a_.punctuation(t, '>') || a_.punctuation(t, '"')) {
        return t + 1;
      }
    }
    return at;
  }

  // "Asia-Pacific Economic Cooperation (APEC) forum": where the name before the bracket begins, or
  // `i`.
  [[nodiscard]] std::uint32_t before_acronym(std::uint32_t i) const {
    if (!a_.punctuation(i, ')') || i < sentence_.first + 3 || !a_.punctuation(i - 2, '(')) {
      return i;
    }
    const int name = index_.covering(i - 3);
    return name == none || a_.names[static_cast<std::size_t>(name)].type != NodeType::agency
               ? i
               : index_.begin(name);
  }

  [[nodiscard]] bool belongs(std::uint32_t i) const {
    const auto& t = a_.token(i);
    if (a_.taken[i] != 0 || (t.is(token_punctuation) && !a_.punctuation(i, '-'))) {
      return false;
    }
    const int name = index_.covering(i);
    if (name != none) {
      const auto type = a_.names[static_cast<std::size_t>(name)].type;
      return type == NodeType::agency || type == NodeType::place;
    }
    if (a_.has(i, word_event_modifier) || t.is(token_digit)) {
      return true;
    }
    return t.is(token_capital) && !a_.has(i, word_function) &&
           !(t.is(token_sentence) && a_.has(i, word_common) && !a_.has(i, word_event_modifier));
  }

  // "Secretary Blinken's Call": the phrase begins with its owner. "Foreign Ministers' Meeting":
  // part of the name.
  std::uint32_t owner(std::uint32_t mark, EventMention& event) {
    if (mark == sentence_.first) {
      return mark;
    }
    const int name = index_.covering(mark - 1);
    if (name != none && a_.names[static_cast<std::size_t>(name)].node != none) {
      const auto type = a_.names[static_cast<std::size_t>(name)].type;
      if (type == NodeType::official || type == NodeType::place || type == NodeType::agency) {
        owner_ = name;
        event.owner = name;
        event.parties.push_back(name);
        return with_conjuncts(index_.begin(name), event);
      }
    }
    auto first = mark;
    while (first > sentence_.first && belongs(first - 1)) {
      --first;
    }
    return first;
  }

  // "Special Envoy Kerry and Assistant Secretary Medina's Travel": both own it.
  [[nodiscard]] std::uint32_t with_conjuncts(std::uint32_t begin, EventMention& event) const {
    if (begin < sentence_.first + 2 || !a_.is_word(begin - 1, w_.and_)) {
      return begin;
    }
    const int other = index_.covering(begin - 2);
    if (other == none || a_.names[static_cast<std::size_t>(other)].type != NodeType::official) {
      return begin;
    }
    event.parties.push_back(other);
    return index_.begin(other);
  }

  [[nodiscard]] bool modified_by_name(std::uint32_t first, std::uint32_t head) const {
    for (auto t = first; t < head; ++t) {
      if (a_.capital(t) || a_.token(t).is(token_digit)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool points_back(std::uint32_t first, std::uint32_t head, bool modified) const {
    if (first == sentence_.first) {
      return false;
    }
    (void)head;
    const auto word = a_.token(first - 1).word;
    return word != 0 && ((word == w_.the && !modified) || word == w_.this_ || word == w_.that ||
                         (word == w_.the && modified));
  }

  // Takes in what follows the head; true where it says which event is meant.
  bool complements(EventMention& event, bool capital) {
    named_complement_ = false;
    has_place_ = false;
    bool described = false;
    while (event.range.last < end_) {
      const auto before = event.range.last;
      if (!one_complement(event, capital)) {
        break;
      }
      described = true;
      if (event.range.last == before) {
        break;
      }
    }
    return described;
  }

  bool one_complement(EventMention& event, bool capital) {
    const auto at = event.range.last;
    const auto word = a_.token(at).word;
    if (word == 0) {
      return false;
    }
    if (word == w_.with || word == w_.between) {
      return parties(event, at + 1) || unnamed_parties(event, at + 1);
    }
    if (word == w_.of) {
      return capital ? topic(event, at + 1, true) || parties(event, at + 1)
                     : parties(event, at + 1) || topic(event, at + 1, false);
    }
    if (word == w_.to && is_visit(event)) {
      return places(event, at + 1);
    }
    if (word == w_.on || word == w_.for_) {
      return a_.taken[at + 1 < end_ ? at + 1 : at] == 0 && topic(event, at + 1, capital);
    }
    if (hosting(at)) {
      std::uint32_t last = at;
      event.hosts = read_list(a_, index_, at + 2, end_, last);
      event.range.last = event.hosts.empty() ? at : last;
      return !event.hosts.empty();
    }
    if (word == w_.in && at + 2 < end_ &&
        (a_.is_word(at + 1, w_.honor) || a_.is_word(at + 1, w_.honour)) &&
        a_.is_word(at + 2, w_.of)) {
      return parties(event, at + 3);
    }
    return false;
  }

  // "hosted by", "convened by".
  [[nodiscard]] bool hosting(std::uint32_t at) const {
    const auto* verb = a_.longest_hit(at, set_of(Kind::verb), end_);
    return verb != nullptr && at + 1 < end_ && verb->last == at + 1 && a_.is_word(at + 1, w_.by) &&
           a_.knowledge.verbs[verb->entry].frame == Frame::event &&
           a_.knowledge.verbs[verb->entry].relation == Relation::hosted;
  }

  bool parties(EventMention& event, std::uint32_t at) {
    std::uint32_t last = at;
    auto found = read_list(a_, index_, at, end_, last);
    const auto is_party = [&](int mention) {
      const auto type = a_.names[static_cast<std::size_t>(mention)].type;
      return type == NodeType::official || type == NodeType::agency || type == NodeType::place;
    };
    found.erase(std::remove_if(found.begin(), found.end(), [&](int m) { return !is_party(m); }),
                found.end());
    if (found.empty()) {
      return false;
    }
    event.parties.insert(event.parties.end(), found.begin(), found.end());
    event.range.last = std::min(last, index_.end_of_name(found.back()));
    return true;
  }

  // "with media representatives", "with senior members of civil society".
  [[nodiscard]] bool unnamed_parties(EventMention& event, std::uint32_t at) const {
    const auto last = end_of_common(at);
    if (last < at + 2) {
      return false;
    }
    event.range.last = last;
    event.shared = true;
    return true;
  }

  // "U.S. exchange programs", "Japanese officials": a country before a plain word.
  [[nodiscard]] bool qualifies(std::uint32_t i) const {
    const int mention = index_.covering(i);
    const bool country = mention != none
                             ? is_country(mention)
                             : a_.longest_hit(i, set_of(Kind::demonym), i + 1) != nullptr;
    return country && i + 1 < end_ && a_.has(i + 1, word_common) && !a_.capital(i + 1);
  }

  // One past the common nouns from `at` on.
  [[nodiscard]] std::uint32_t end_of_common(std::uint32_t at) const {
    auto last = at;
    while (last < std::min(end_, at + 8) && (a_.has(last, word_common) || qualifies(last)) &&
           a_.taken[last] == 0 &&
           (!a_.has(last, word_function) || a_.is_word(last, w_.of) || a_.is_word(last, w_.and_) ||
            a_.is_word(last, w_.a) || a_.is_word(last, w_.the)) &&
           !a_.has(last, word_event_head) && !a_.is_word(last, w_.following) &&
           a_.longest_hit(last, set_of(Kind::verb), end_) == nullptr) {
      ++last;
    }
    while (last > at && a_.has(last - 1, word_function)) {
      --last;
    }
    return last;
  }

  bool places(EventMention& event, std::uint32_t at) {
    std::uint32_t last = at;
    const auto found = read_list(a_, index_, at, end_, last);
    if (found.empty() ||
        a_.names[static_cast<std::size_t>(found.front())].type == NodeType::official) {
      return false;
    }
    event.range.last = last;
    event.places = found;
    has_place_ = true;
    return true;
  }

  // "on Libya", "of Heads of Special Services", "on food security": capitals where the head has
  // one, else a few words.
  bool topic(EventMention& event, std::uint32_t at, bool capital) {
    auto i = at;
    while (i < end_ && i < at + 4 * longest_topic && a_.taken[i] == 0) {
      const auto& t = a_.token(i);
      const bool glue = a_.has(i, word_function) && !a_.longest_hit(i, set_of(Kind::verb), end_) &&
                        !is_clause_word(i) && !(a_.is_word(i, w_.the) && a_.capital(i - 1));
      const bool comma = a_.punctuation(i, ',') && i + 1 < end_ && a_.capital(i + 1) && capital;
      if (!(t.is(token_capital) || t.punctuation == '&' || comma ||
            (glue && i + 1 < end_ && (a_.capital(i + 1) || a_.has(i + 1, word_function))))) {
        if (capital || i >= at + longest_topic ||
            !(a_.has(i, word_common) && !a_.has(i, word_function)) ||
            a_.longest_hit(i, set_of(Kind::verb), end_) != nullptr) {
          break;
        }
      }
      ++i;
    }
    while (i > at && (a_.has(i - 1, word_function) || a_.token(i - 1).is(token_punctuation))) {
      --i;
    }
    if (i == at) {
      return false;
    }
    for (auto t = at; t < i; ++t) {
      named_complement_ |= a_.capital(t);
    }
    event.range.last = i;
    return true;
  }

  [[nodiscard]] bool is_clause_word(std::uint32_t i) const {
    const auto word = a_.token(i).word;
    return word == w_.in || word == w_.at || word == w_.by || word == w_.with || word == w_.who ||
           word == w_.which || word == w_.that || word == w_.is || word == w_.was ||
           word == w_.as || word == w_.will || word == w_.hosted || word == w_.from ||
           word == w_.during || word == w_.before;
  }

  std::uint32_t by_verb(std::uint32_t i, const Hit& hit) {
    const auto& frame = a_.knowledge.verbs[hit.entry];
    if (frame.frame != Frame::meet && frame.frame != Frame::speak && frame.frame != Frame::visit) {
      return i;
    }
    EventMention event;
    event.event_class = frame.event_class;
    event.from_verb = true;
    event.range = {i, hit.last};
    auto at = skip_circumstances(hit.last);
    const bool led = at < end_ &&
                     std::ranges::find(frame.with, a_.token(at).word) != frame.with.end() &&
                     a_.token(at).word != 0;
    at += led ? 1U : 0U;
    if (frame.frame == Frame::speak && !led) {
      return i;
    }
    const bool found = frame.frame == Frame::visit ? places(event, at)
                       : (led || whom_met(at)) && parties(event, at)
                           ? true
                           : among_subjects(event, frame, i, led) ||
                                 unnamed_party(event, i, at, led) || body_met(event, frame, i, led);
    if (!found ||
        (ends_in_ing(i) && frame.frame == Frame::meet && !is_auxiliary(i > 0 ? i - 1 : i))) {
      return i;
    }
    date_of(event);
    a_.events.push_back(event);
    if (led && frame.frame == Frame::meet) {
      and_with(event);
    }
    return a_.events.back().range.last;
  }

  // "met with A, and with B": two meetings by one verb.
  void and_with(const EventMention& first) {
    auto at = first.range.last;
    at += a_.punctuation(at, ',') ? 1U : 0U;
    if (at + 2 >= end_ || !a_.is_word(at, w_.and_) || !a_.is_word(at + 1, w_.with)) {
      return;
    }
    EventMention second = first;
    second.parties.clear();
    if (parties(second, at + 2) || unnamed_parties(second, at + 2)) {
      second.again = true;
      second.words = at + 2;
      a_.events.push_back(second);
    }
  }

  // "met the President": not "met Tuesday", "met in Rome".
  [[nodiscard]] bool whom_met(std::uint32_t at) const {
    const auto first = a_.is_word(at, w_.the) ? at + 1 : at;
    const int mention = index_.covering(first);
    return mention != none && index_.begin(mention) <= first &&
           a_.names[static_cast<std::size_t>(mention)].type == NodeType::official;
  }

  // "met with private sector executives": a meeting all the same where an official is its subject.
  [[nodiscard]] bool unnamed_party(EventMention& event, std::uint32_t verb, std::uint32_t at,
                                   bool led) const {
    const bool official = official_before(verb);
    const auto last = end_of_common(at);
    if (!led || !official || last < at + 2) {
      return false;
    }
    event.range.last = last;
    event.words = at;
    event.shared = true;
    return true;
  }

  // "The Council met today at the level of ministers": the body holds the meeting.
  [[nodiscard]] bool body_met(EventMention& event, const VerbFrame& frame, std::uint32_t verb,
                              bool led) const {
    if (frame.frame != Frame::meet || led || ends_in_ing(verb)) {
      return false;
    }
    const auto subjects = subjects_.of(verb).who;
    const bool alone = a_.token(verb + 1 < end_ ? verb + 1 : verb).is(token_punctuation) ||
                       skip_circumstances(verb + 1) > verb + 1 || a_.is_word(verb + 1, w_.to) ||
                       a_.is_word(verb + 1, w_.under);
    const bool body =
        alone && subjects.size() == 1 && subjects.front().mention != none &&
        a_.nodes[static_cast<std::size_t>(subjects.front().node)].type == NodeType::agency;
    event.hosted = body;
    if (body) {
      event.owner = subjects.front().mention;
    }
    return body;
  }

  // Whether an official, "he" or "she" stands before the verb in its sentence.
  [[nodiscard]] bool official_before(std::uint32_t verb) const {
    for (auto i = verb; i > sentence_.first && verb - i < verb_window;) {
      --i;
      const int mention = index_.covering(i);
      if (a_.is_word(i, w_.he) || a_.is_word(i, w_.she) ||
          (mention != none &&
           a_.names[static_cast<std::size_t>(mention)].type == NodeType::official)) {
        return true;
      }
    }
    return false;
  }

  // "A, B and C met": the parties are the subjects.
  [[nodiscard]] bool among_subjects(EventMention& event, const VerbFrame& frame, std::uint32_t verb,
                                    bool led) const {
    if (frame.frame != Frame::meet || led || ends_in_ing(verb)) {
      return false;
    }
    const auto subjects = subjects_.of(verb).who;
    for (const auto& subject : subjects) {
      if (subject.mention != none) {
        event.parties.push_back(subject.mention);
      }
    }
    std::ranges::sort(event.parties);
    return event.parties.size() >= 2;
  }

  // Over when, how and where: "today", "last night", "by phone", "in Geneva", "on the margins of
  // the Assembly".
  [[nodiscard]] std::uint32_t skip_circumstances(std::uint32_t at) const {
    const auto bound = std::min(end_, at + longest_circumstance);
    while (at < bound) {
      const auto next = circumstance(at);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  [[nodiscard]] std::uint32_t circumstance(std::uint32_t at) const {
    const bool adverb = a_.taken[at] != 0 || a_.has(at, word_circumstance | word_weekday) ||
                        a_.punctuation(at, ',') ||
                        (a_.has(at, word_common) && a_.document.text(at).ends_with("ly"));
    if (adverb) {
      return at + 1;
    }
    const bool leads = a_.is_word(at, w_.in) || a_.is_word(at, w_.at) || a_.is_word(at, w_.on) ||
                       a_.is_word(at, w_.by);
    if (!leads) {
      return at;
    }
    auto next = a_.is_word(at + 1, w_.the) ? at + 2 : at + 1;
    if (next + 2 < end_ && (a_.is_word(next, w_.margins) || a_.is_word(next, w_.sidelines)) &&
        a_.is_word(next + 1, w_.of)) {
      next += a_.is_word(next + 2, w_.the) ? 3U : 2U;
    }
    const int mention = index_.covering(next);
    if (mention != none && a_.names[static_cast<std::size_t>(mention)].type != NodeType::official) {
      int last = mention;
      while (index_.after(last) != none &&
             a_.names[static_cast<std::size_t>(index_.after(last))].type == NodeType::place) {
        last = index_.after(last);  // "in Berlin, Germany"
      }
      return index_.end_of_item(last);
    }
    const bool date = next < end_ && (a_.taken[next] != 0 || a_.has(next, word_weekday));
    return date || a_.longest_hit(next, set_of(Kind::event_head), end_) != nullptr ? next + 1 : at;
  }

  // The date nearest to the phrase in its sentence, after it rather than before.
  void date_of(EventMention& event) {
    const auto first = std::ranges::lower_bound(a_.dates, sentence_.first, {},
                                                [](const DateMention& d) { return d.range.first; });
    const DateMention* best = nullptr;
    std::uint32_t best_distance = 30;
    for (auto date = first; date != a_.dates.end() && date->range.first < end_; ++date) {
      const bool after = date->range.first >= event.range.last;
      const auto distance =
          after ? date->range.first - event.range.last
                : event.range.first - std::min(event.range.first, date->range.last) + 8;
      if (distance < best_distance) {
        best = &*date;
        best_distance = distance;
      }
    }
    if (best != nullptr) {
      event.start = best->start;
      event.end = best->end;
    }
  }

  Analysis& a_;
  const KnownWords& w_;
  MentionIndex index_;
  Subjects subjects_;
  Range sentence_;
  std::uint32_t end_ = 0;
  int owner_ = none;
  bool named_complement_ = false;
  bool has_place_ = false;
  bool quoted_ = false;
};

}  // namespace

void find_events(Analysis& analysis) {
  EventFinder(analysis).run();
}

}  // namespace pressgraph
