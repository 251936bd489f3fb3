// SPDX-License-Identifier: Apache-2.0
// One pass over each sentence that finds what is named: at each word the longest of a titled
// person, a known name, a phrase read by its head noun, a person. Names inside a longer name are
// kept too; see inner_names.cpp and places.cpp.
#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "graph/country_names.hpp"
#include "importers/extraction/lists.hpp"
#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

// Words that begin a title though they are written small.
constexpr WordSet before_name = word_post | word_modifier | word_former | word_honorific;

constexpr std::string_view called = "called-company";  // the rule of such a name

class NameFinder {
 public:
  explicit NameFinder(Analysis& analysis) : a_(analysis), w_(analysis.knowledge.words) {}

  void run() {
    for (const auto sentence : a_.document.sentences) {
      end_ = sentence.last;
      title_from_ = a_.next_begin(sentence.first, end_, title_kinds);
      for (auto i = next_beginning(sentence.first); i < end_;) {
        i = next_beginning(std::max(i + 1, read(i)));
      }
    }
  }

 private:
  // From `i` on, where something may begin by a look at the word alone: at most nothing does.
  [[nodiscard]] std::uint32_t next_beginning(std::uint32_t i) const {
    while (i < end_ && !may_begin(i)) {
      ++i;
    }
    return i;
  }

  [[nodiscard]] bool may_begin(std::uint32_t i) const {
    const auto& t = a_.token(i);
    return (t.flags & (token_capital | token_digit)) != 0 || t.punctuation != 0 ||
           a_.has(i, before_name) || t.word == w_.the || t.word == w_.a || t.word == w_.an;
  }

  // Reads what begins at `i`; returns one past it, or `i`.
  std::uint32_t read(std::uint32_t i) {
    if (const auto last = unmarked_instrument(i); last != i) {
      return last;
    }
    if (a_.taken[i] != 0 ||
        (!a_.capital(i) && !a_.has(i, before_name) && !a_.token(i).is(token_digit))) {
      return i;
    }
    if (const auto ship = past_ship(i); ship != i) {
      return ship;
    }
    if (const auto next = leads_to_title(i) ? titled_person(i) : i; next != i) {
      return next;
    }
    if (const auto next = act_of_states(i); next != i) {
      return next;
    }
    if (!a_.capital(i) && !a_.token(i).is(token_digit)) {
      return i;
    }
    return named(i);
  }

  // "the Iran, North Korea, and Syria Nonproliferation Act": named after all of them.
  std::uint32_t act_of_states(std::uint32_t i) {
    constexpr int most = 6;
    const auto* state = i > 0 && a_.is_word(i - 1, w_.the)
                            ? a_.longest_hit(i, set_of(Kind::country), end_)
                            : nullptr;
    for (int listed = 0; state != nullptr && listed < most; ++listed) {
      const bool comma = a_.punctuation(state->last, ',');
      const auto at = comma ? state->last + 1 : state->last;
      const bool last = at < end_ && a_.is_word(at, w_.and_);
      const auto next = last ? at + 1 : at;
      state = (comma || last) && next < end_ ? a_.longest_hit(next, set_of(Kind::country), end_)
                                             : nullptr;
      const auto act = last && state != nullptr ? read_noun_phrase(a_, next, end_) : std::nullopt;
      if (act && act->type == NodeType::instrument && act->range.last > state->last) {
        return take_phrase({act->type, {i, act->range.last}, act->head});
      }
      state = last ? nullptr : state;
    }
    return i;
  }

  // What no capital tells. Most words begin neither, so that they are not asked.
  std::uint32_t unmarked_instrument(std::uint32_t i) {
    if (a_.token(i).punctuation != 0) {
      if (const auto quoted = read_quoted_instrument(a_, i, end_); !quoted.range.empty()) {
        add(quoted);
        return quoted.range.last + 1;
      }
    }
    if (a_.is_word(i, w_.the) || a_.is_word(i, w_.a) || a_.is_word(i, w_.an)) {
      if (const auto act = read_signed_instrument(a_, i, end_); !act.range.empty()) {
        add(act);
        return act.range.last;
      }
    }
    return i;
  }

  // Whether what makes a title stands in the sentence from `i` on: in most nothing does.
  bool leads_to_title(std::uint32_t i) {
    if (a_.token(i).is(token_digit)) {
      return false;
    }
    if (title_from_ < i) {
      title_from_ = a_.next_begin(i, end_, title_kinds);
    }
    return title_from_ < std::min(end_, i + longest_title);
  }

  std::uint32_t titled_person(std::uint32_t i) {
    const auto title = read_title(a_, i, end_);
    if (title.last == i) {
      return i;
    }
    auto at = title.last;
    // "the Director of the Service, Tomas Lindqvist, said"
    const bool dash = a_.punctuation(at, '-') && a_.token(at).is(token_space) && at + 1 < end_ &&
                      a_.has(at + 1, word_honorific);  // "the Ambassador - H.E. A"
    const bool beside = (a_.punctuation(at, ',') || dash) && title.post;
    const bool apposed = beside && i >= of_name_until_ && !follows_name(i, at + 1);
    if (beside && !apposed) {
      of_name_until_ = at;  // "A, Secretary to the President, B": B is no President either
    }
    at += apposed ? 1U : 0U;
    const auto honoured = apposed ? read_title(a_, at, end_) : title;
    const bool with_rank =
        apposed && honoured.last > at && (!honoured.post || is_rank(i, title, honoured));
    at = with_rank ? honoured.last : at;
    auto last = end_of_person(a_, at, end_, !apposed || with_rank);
    const bool definite = title.post && !title.plural && i > 0 && a_.is_word(i - 1, w_.the);
    if (last == at && apposed && (!title.bodies.empty() || definite)) {
      last = closed_by_comma(at);
    }
    if (last == at || at >= end_) {
      note_unnamed(i, title);
      return i;
    }
    if (!apposed && a_.has(i, word_common) && !title.post && !a_.capital(i)) {
      return i;
    }
    if (last == at + 1 && a_.has(at, word_common) && last < end_ && a_.capital(last) &&
        a_.has(last, word_agency_head)) {
      return i;  // "Criminal Justice Working Group"
    }
    if (last == at + 1 && !apposed &&
        (is_where_one_works(title, at) || is_no_surname(a_, title, at))) {
      return i;  // "professor at MIT Sloan"
    }
    if (joins_other_title({i, at}) || (last == at + 1 && begins_matter(at))) {
      return i;
    }
    if (apposed && is_post_in_list(i, last)) {
      of_name_until_ = title.last;
      return i;
    }
    if (const auto* place = a_.longest_hit(i, set_of(Kind::place), end_);
        !title.post && place != nullptr && place->last >= last) {
      return i;  // "Prince George's County"
    }
    return take_official(i, title, {at, last});
  }

  // "A, Secretary to the Council, B, Secretary to the Board": each post is the one's before it,
  // though no list has A.
  [[nodiscard]] bool is_post_in_list(std::uint32_t i, std::uint32_t last) const {
    if (i < 2 || !a_.punctuation(i - 1, ',') || !a_.punctuation(last, ',') || last + 1 >= end_ ||
        (!a_.names.empty() && a_.names.back().range.last == i - 1)) {
      return false;
    }
    const bool named = a_.capital(i - 2) && !a_.token(i - 2).is(token_all_caps) &&
                       !a_.has(i - 2, word_common | word_post | word_agency_head) &&
                       a_.longest_hit(i - 2, name_kinds, i - 1) == nullptr;
    const auto next = read_title(a_, a_.is_word(last + 1, w_.the) ? last + 2 : last + 1, end_);
    return named && next.post && (!next.bodies.empty() || !next.others.empty());
  }

  // ", H.E. Ada Nwosu", ", Ambassador Ada Nwosu" behind the title at `i`; not "On behalf of the
  // President, Minister of Health Ada Nwosu".
  [[nodiscard]] bool is_rank(std::uint32_t i, const Title& title, const Title& next) const {
    const bool stands_in = i > 0 && a_.is_word(i - 1, w_.the) && title.bodies.empty() &&
                           a_.has(next.post_range.first, word_state_post);
    return next.bodies.empty() && next.others.empty() && !stands_in;
  }

  // Whether the title ends, before `at`, in a body that its post is "at": one word more is the
  // body's.
  [[nodiscard]] bool is_where_one_works(const Title& title, std::uint32_t at) const {
    const auto is_workplace = [&](Range body) {
      return body.last == at && body.first > 0 && a_.is_word(body.first - 1, w_.at);
    };
    return std::ranges::any_of(title.bodies, is_workplace) ||
           std::ranges::any_of(title.others, is_workplace);
  }

  [[nodiscard]] int last_name() const { return static_cast<int>(a_.names.size()) - 1; }

  // "A, Director of the Service, B": the post is the one's before, but not in a list where each
  // post stands before its name: "Director of the Service, A, Head of the Office, B".
  [[nodiscard]] bool follows_name(std::uint32_t i, std::uint32_t next) const {
    const auto at = i > 0 && a_.is_word(i - 1, w_.the) ? i - 1 : i;
    if (at == 0 || !a_.punctuation(at - 1, ',') || a_.names.empty()) {
      return false;
    }
    if (of_name_until_ + 1 == at && closes_list({i, next})) {
      return true;  // "A, Adviser to the Council, Secretary, and Director of the Board, B"
    }
    const auto& before = a_.names.back();
    bool apposed = false;  // "Chair of the Council, Dr. A"
    for (auto t = before.title.first; t < before.title.last; ++t) {
      apposed |= a_.punctuation(t, ',');
    }
    if (before.type != NodeType::official || before.range.last + 1 != at || apposed) {
      return false;
    }
    // "Minister A, the Chair of the Service, B": one who has a post, and one who has none.
    const bool posted = !a_.posts.empty() && a_.posts.back().holder == last_name();
    return !posted || read_title(a_, next, end_).post;
  }

  // ", and" before the last of several posts.
  [[nodiscard]] bool closes_list(Range posts) const {
    for (auto t = posts.first; t < posts.last; ++t) {
      if (a_.punctuation(t, ',') && a_.is_word(t + 1, w_.and_)) {
        return true;
      }
    }
    return false;
  }

  // "The Director of the Service, Reed Ki-lund, said": a name of common words between commas.
  [[nodiscard]] std::uint32_t closed_by_comma(std::uint32_t at) const {
    const auto last = end_of_person(a_, at, end_, true);
    const bool name = last >= at + 2 && last < end_ && a_.punctuation(last, ',') &&
                      !a_.has(last - 1, word_common) &&
                      a_.longest_hit(at, name_kinds, end_) == nullptr;
    return name ? last : at;
  }

  // "The President of Latvia said": whoever it is, is known when all names are.
  void note_unnamed(std::uint32_t i, const Title& title) {
    if (!title.post || title.bodies.empty() || i < unnamed_until_) {
      return;
    }
    unnamed_until_ = title.last;
    if (is_what_one_becomes(i)) {
      return;
    }
    if (!title.former && !title.future && !a_.is_possessive(title.last)) {
      a_.unnamed_posts.push_back({{i, title.last}, title.bodies});
    }
  }

  // "was sworn in as the Chief Justice of Malta", "the 48th Chief Justice of Malta": who, the
  // sentence says by name.
  [[nodiscard]] bool is_what_one_becomes(std::uint32_t i) const {
    constexpr std::uint32_t longest_verb = 6;  // tokens, "as" among them
    const auto first = a_.sentence(i).first;
    // "the 48th President"; "the First President" is a court's.
    if (a_.token(i).is(token_digit) || (i > first && a_.token(i - 1).is(token_digit))) {
      return true;
    }
    const bool article = i > first && (a_.is_word(i - 1, w_.the) || a_.is_word(i - 1, w_.a) ||
                                       a_.is_word(i - 1, w_.an));
    const auto at = article ? i - 1 : i;
    for (auto t = at; t > first && t + longest_verb > at; --t) {
      const auto* verb = a_.longest_hit(t - 1, set_of(Kind::verb), end_);
      if (verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::post) {
        return verb->last == at || (verb->last + 1 == at && a_.is_word(at - 1, w_.as));
      }
    }
    return false;
  }

  // "Secretary to the President and Her Excellency X": the post is somebody's before.
  [[nodiscard]] bool joins_other_title(Range title) const {
    for (auto t = title.first + 1; t + 1 < title.last; ++t) {
      if (a_.is_word(t, w_.and_) &&
          a_.longest_hit(t + 1, set_of(Kind::honorific), title.last) != nullptr) {
        return true;
      }
    }
    return false;
  }

  // "Chief Diversity and Inclusion Officer": what the post is for.
  [[nodiscard]] bool begins_matter(std::uint32_t i) const {
    return i + 3 < end_ && a_.has(i, word_common) && !a_.has(i, word_given) &&
           a_.is_word(i + 1, w_.and_) && a_.capital(i + 2) && a_.has(i + 2, word_common) &&
           a_.capital(i + 3) && a_.has(i + 3, word_post);
  }

  std::uint32_t take_official(std::uint32_t i, const Title& title, Range name) {
    std::vector<int> bodies;
    for (const auto& body : title.bodies) {
      bodies.push_back(take_body(body));
    }
    for (const auto& other : title.others) {
      take_other(other);
    }
    NameMention mention;
    mention.type = NodeType::official;
    mention.range = name;
    mention.title = {i, name.first};
    mention.gender = title.gender != Gender::unknown ? title.gender : gender_of(name);
    mention.rule = "title-name";
    const auto holder = add(mention);
    if (title.post && (bodies.empty() || is_ambassador({i, name.first})) &&
        !comes_from(i, title, name)) {
      body_after(name.last, bodies);  // "Chair of the Committee, Ambassador Roe of Ghana"
    }
    if (title.post && !is_of_relative(a_, i)) {
      a_.posts.push_back(
          {title.post_range, holder, bodies, title.former, title.future, "title-before-name"});
    }
    return title.post ? more_holders(title, bodies, name.last) : name.last;
  }

  // "the Director General, Ada Roe of Latvia": the head of an organisation, and the country that
  // she comes from.
  [[nodiscard]] bool comes_from(std::uint32_t i, const Title& title, Range name) const {
    const auto last = title.post_range.last;
    const auto post = a_.document.text({title.post_range.first, last});
    const bool heads = post.ends_with("Director General") || post.ends_with("Director-General") ||
                       post.ends_with("Secretary General") || post.ends_with("Secretary-General");
    return heads && i > 0 && !a_.capital(i - 1) && a_.punctuation(last, ',') &&
           last + 1 == name.first && a_.is_word(name.last, w_.of) &&
           a_.longest_hit(name.last + 1, set_of(Kind::country), end_) != nullptr;
  }

  [[nodiscard]] bool is_ambassador(Range title) const {
    for (auto t = title.first; t < title.last; ++t) {
      if (a_.document.text(t) == "Ambassador") {
        const auto at = title.last + 1;
        return at < end_;
      }
    }
    return false;
  }

  // What a title names besides the bodies of its posts.
  void take_other(Range range) {
    const auto* hit = a_.longest_hit(range.first, name_kinds, range.last);
    const auto phrase = read_noun_phrase(a_, range.first, range.last);
    if (hit != nullptr && hit->last == range.last) {
      add(mention_of(*hit, range, "lexicon"));
    } else if (phrase && phrase->type != NodeType::event) {
      NameMention mention;
      mention.type = phrase->type;
      mention.range = phrase->range;
      mention.rule = "head-noun";
      add(mention);
    }
  }

  // "President Macron of France", "Attorney John Reed of the Harrow Trade Commission".
  void body_after(std::uint32_t at, std::vector<int>& bodies) {
    const auto body = body_range(at);
    if (!body.empty()) {
      bodies.push_back(take_body(body));
    }
  }

  // "Director-General Roe, Ministry of Trade, and ...": the form of a state's body.
  [[nodiscard]] Range ministry_after_comma(std::uint32_t at) const {
    const auto phrase = a_.punctuation(at, ',') ? read_noun_phrase(a_, at + 1, end_) : std::nullopt;
    const bool ministry =
        phrase && phrase->type == NodeType::agency && phrase->head == at + 1 &&
        a_.has(at + 1, word_seat) && a_.has(at + 1, word_parent_head) &&
        (phrase->range.last >= end_ || a_.token(phrase->range.last).is(token_punctuation) ||
         a_.is_word(phrase->range.last, w_.and_));
    return ministry ? phrase->range : Range{};
  }

  [[nodiscard]] Range body_range(std::uint32_t at) const {
    if (at + 1 >= end_) {
      return {};
    }
    if (!a_.is_word(at, w_.of)) {
      return ministry_after_comma(at);
    }
    const auto begin = a_.is_word(at + 1, w_.the) ? at + 2 : at + 1;
    if (begin >= end_ || !a_.capital(begin)) {
      return {};
    }
    const auto* hit = a_.longest_hit(begin, set_of(Kind::country) | set_of(Kind::body), end_);
    const auto phrase = read_noun_phrase(a_, begin, end_);
    if (phrase && phrase->type == NodeType::agency &&
        (hit == nullptr || phrase->range.last > hit->last)) {
      return owned_unit(a_, phrase->range, end_);
    }
    if (hit == nullptr) {
      return {};
    }
    const auto unit = read_unit(hit->last);
    const bool cut = unit.empty() && hit->kind == Kind::country && hit->last < end_ &&
                     a_.capital(hit->last);  // "of the U.S. Harbour and Tide Wardens"
    return !unit.empty() ? unit : cut ? Range{} : owned_unit(a_, {begin, hit->last}, end_);
  }

  // "the U.S. Department of Trade Office of Inspector General": the unit after its body.
  [[nodiscard]] Range read_unit(std::uint32_t at) const {
    const auto unit = at < end_ && a_.capital(at) ? read_noun_phrase(a_, at, end_) : std::nullopt;
    return unit && unit->type == NodeType::agency ? unit->range : Range{};
  }

  // "MPs Mano Ganesan and Palani Digambaram from the Harrow Alliance": each holds the post.
  std::uint32_t more_holders(const Title& title, const std::vector<int>& known,
                             std::uint32_t last) {
    if (!title.plural) {
      return last;
    }
    const auto first_post = a_.posts.size() - 1;
    auto end_of_names = last;  // the body of the last one may have an owner, who is a name as well
    for (auto next = next_holder(last); next != last; next = next_holder(last)) {
      const Range name{next, end_of_person(a_, next, end_, true)};
      NameMention mention;
      mention.range = name;
      mention.title = {name.first, name.first};
      mention.gender = gender_of(name);
      mention.rule = "list-of-holders";
      const auto holder = add(mention);
      last = end_of_names = name.last;
      auto bodies = known;
      body_after(last, bodies);
      last = bodies.size() > known.size() ? a_.names[as_index(bodies.back())].range.last : last;
      a_.posts.push_back(
          {title.post_range, holder, bodies, title.former, title.future, "list-of-holders"});
    }
    share_last_body(first_post);
    return end_of_names;
  }

  // Where a list goes on with one more name: one past the comma or "and"; `at` where it does not.
  [[nodiscard]] std::uint32_t next_holder(std::uint32_t at) const {
    auto next = a_.punctuation(at, ',') && at + 1 < end_ ? at + 1 : at;
    next =
        next < end_ && (a_.is_word(next, w_.and_) || a_.punctuation(next, '&')) ? next + 1 : next;
    const bool goes_on = next > at && next < end_ && !a_.has(next, word_honorific | word_post) &&
                         end_of_person(a_, next, end_, true) > next &&
                         (a_.has(next, word_given) || !a_.has(next, word_common));
    return goes_on ? next : at;
  }

  // "Senators A and B of the Arkell Union": the body after the last is that of all.
  void share_last_body(std::size_t first_post) {
    const auto& shared = a_.posts.back().bodies;
    for (auto p = first_post; p + 1 < a_.posts.size() && !shared.empty(); ++p) {
      if (!a_.posts[p].bodies.empty()) {
        return;
      }
    }
    for (auto p = first_post; p + 1 < a_.posts.size(); ++p) {
      a_.posts[p].bodies = shared;
    }
  }

  int take_body(Range range) {
    const auto* hit = a_.longest_hit(range.first, name_kinds | set_of(Kind::demonym), range.last);
    NameMention mention;
    mention.type = NodeType::agency;
    mention.range = range;
    mention.rule = "head-noun";
    if (hit != nullptr && hit->last == range.last) {
      mention = mention_of(*hit, range, hit->kind == Kind::demonym ? "demonym-in-post" : "lexicon");
    }
    const int body = add(mention);
    add_inner_names(a_, body);
    return body;
  }

  [[nodiscard]] Gender gender_of(Range name) const {
    if (name.size() < 2) {
      return Gender::unknown;  // a surname alone, whatever given name it looks like
    }
    for (auto i = name.first; i + 1 < name.last || i == name.first; ++i) {
      const auto flags = a_.knowledge.flags(a_.token(i));
      const bool male = (flags & word_male) != 0;
      const bool female = (flags & word_female) != 0;
      if (male != female) {
        return male ? Gender::male : Gender::female;
      }
    }
    return Gender::unknown;
  }

  [[nodiscard]] NameMention mention_of(const Hit& hit, Range range, std::string_view rule) const {
    NameMention mention;
    mention.type = a_.knowledge.things[hit.entry].type;
    mention.range = range;
    mention.thing = static_cast<int>(hit.entry);
    mention.rule = rule;
    return mention;
  }

  std::uint32_t named(std::uint32_t i) {
    if (const auto order = read_order(a_, i, end_); !order.range.empty()) {
      add(order);
      return order.range.last;
    }
    if (const auto act = read_small_instrument(a_, i, end_); !act.range.empty()) {
      add(act);
      return act.range.last;
    }
    if (const auto act = dated_instrument(i); act != i) {
      return act;
    }
    const auto read = readings(i);
    if (const auto last = by_owner(i, read)) {
      return *last;
    }
    if (const auto last = by_extent(i, read)) {
      return *last;
    }
    return is_called_company(i) ? take_company(i) : by_signs(i);
  }

  // "the manufacturers Harrow and Lind": small words say that names of bodies follow.
  [[nodiscard]] bool is_called_company(std::uint32_t i) const {
    if (i < 2 || !a_.capital(i) || a_.taken[i] != 0 ||
        a_.has(i, word_function | word_post | word_honorific | word_modifier | word_given |
                      word_month | word_weekday | word_event_head)) {
      return false;
    }
    const bool next = !a_.names.empty() && a_.is_word(i - 1, w_.and_) &&
                      a_.names.back().rule == called && a_.names.back().range.last + 1 == i;
    return next ||
           (!a_.capital(i - 1) && a_.longest_hit(i - 1, set_of(Kind::company), i) != nullptr);
  }

  std::uint32_t take_company(std::uint32_t i) {
    NameMention mention;
    mention.type = NodeType::agency;
    mention.range = {i, end_of_capitals(a_, i, end_)};
    mention.rule = called;
    add(mention);
    return mention.range.last;
  }

  // "the 1972 Convention": a year tells which.
  std::uint32_t dated_instrument(std::uint32_t i) {
    const auto& t = a_.token(i);
    const bool year = t.is(token_digit) && t.end - t.begin == 4 && i > 0 &&
                      a_.is_word(i - 1, w_.the) && a_.taken[i] == 0;
    if (!year || i + 1 >= end_ || !a_.capital(i + 1) || !a_.has(i + 1, word_instrument_head) ||
        a_.has(i + 1, word_instrument_weak) || (i + 2 < end_ && a_.capital(i + 2))) {
      return i;
    }
    NameMention mention;
    mention.type = NodeType::instrument;
    mention.range = {i, i + 2};
    mention.rule = "dated-instrument";
    add(mention);
    return i + 2;
  }

  // What may begin at one word: a known name, a phrase read by its head, a person.
  struct Readings {
    const Hit* hit = nullptr;
    std::optional<NounPhrase> phrase;
    std::uint32_t known = 0;   // one past the known name
    std::uint32_t person = 0;  // one past the person
  };

  [[nodiscard]] Readings readings(std::uint32_t i) const {
    const bool digit = a_.token(i).is(token_digit);
    Readings read;
    read.hit = a_.longest_hit(i, name_kinds, end_);
    read.phrase = read_noun_phrase(a_, i, end_);
    if (digit && read.phrase && read.phrase->type != NodeType::event &&
        !is_dated_act(*read.phrase)) {
      read.phrase.reset();
    }
    if (read.phrase && is_known_behind(i, *read.phrase, read.hit)) {
      read.phrase.reset();
    }
    read.person = digit ? i : end_of_person(a_, i, end_, false);
    read.known = read.hit == nullptr ? i : read.hit->last;
    return read;
  }

  // "Recalling General Assembly resolution 1514", "Former State Department official", "the Russian
  // Federation against Ukraine": a known name, and what stands beside it.
  [[nodiscard]] bool is_known_behind(std::uint32_t i, const NounPhrase& phrase,
                                     const Hit* hit) const {
    if (hit != nullptr && hit->kind == Kind::country && phrase.head < hit->last) {
      return phrase.range.last > hit->last;
    }
    const bool beside = (a_.token(i).is(token_sentence) && a_.document.text(i).ends_with("ing")) ||
                        a_.has(i, word_former);
    const auto* known = beside && hit == nullptr
                            ? a_.longest_hit(i + 1, set_of(Kind::body), phrase.range.last)
                            : nullptr;
    return known != nullptr && known->last == phrase.range.last;
  }

  // "the 2021 Harbour Report": the year tells it from those of other years; not that of a listed
  // act.
  [[nodiscard]] bool is_dated_act(const NounPhrase& phrase) const {
    const auto i = phrase.range.first;
    const auto& t = a_.token(i);
    return phrase.type == NodeType::instrument && t.end - t.begin == 4 && i > 0 &&
           a_.is_word(i - 1, w_.the) && phrase.range.size() > 2 &&
           a_.longest_hit(i + 1, set_of(Kind::instrument), end_) == nullptr;
  }

  // Names that belong to the state or body that they begin with.
  std::optional<std::uint32_t> by_owner(std::uint32_t i, const Readings& read) {
    if (read.phrase && owns_instrument(*read.phrase, read.hit)) {
      return take_hit(i, *read.hit);
    }
    if (read.phrase && modifies_body(i, *read.phrase)) {
      return i;
    }
    if (const auto state = government(i); state != i) {
      return state;
    }
    if (read.hit == nullptr) {
      return std::nullopt;
    }
    const auto reach = read.phrase ? std::max(read.phrase->range.last, read.known) : read.known;
    const auto organ = organ_of(i, *read.hit, reach);
    return organ == i ? std::nullopt : std::optional(organ);
  }

  // "U.S.-Norway Strategic Dialogue": the second party, as the first is named before the dash.
  [[nodiscard]] bool is_tied_party(std::uint32_t i, const Readings& read) const {
    return read.hit != nullptr && read.phrase && read.phrase->type == NodeType::event && i > 1 &&
           a_.punctuation(i - 1, '-') && !a_.names.empty() && a_.names.back().range.last == i - 1 &&
           is_actor(a_.names.back().type);
  }

  // The longest of the three.
  std::optional<std::uint32_t> by_extent(std::uint32_t i, const Readings& read) {
    const bool named = read.phrase && !is_of_post(*read.phrase);
    const auto phrase = named ? read.phrase->range.last : i;
    if (is_tied_party(i, read)) {
      return take_hit(i, *read.hit);
    }
    if (phrase > read.known && phrase >= read.person) {
      return take_phrase(*read.phrase);
    }
    if (read.hit != nullptr && read.known >= read.person) {
      return take_hit(i, *read.hit);
    }
    if (read.person == i || phrase == read.person) {
      return std::nullopt;
    }
    if (is_aboard(i) || is_code_name(i)) {
      return read.person;
    }
    const bool listed = !a_.names.empty() && is_next_person(a_, i);
    const bool taken = listed || is_person(a_, {i, read.person}, end_);
    return taken ? take_person({i, read.person}) : read.person;
  }

  std::uint32_t by_signs(std::uint32_t i) {
    if (a_.has(i, word_alone) && (!a_.is_heading(i) || (i > 0 && a_.is_word(i - 1, w_.the)))) {
      return take_alone(i);
    }
    if (const auto place = read_unlisted_place(a_, i, end_); !place.range.empty()) {
      add(place);
      return place.range.last;
    }
    // "Chief of Mission": the words of a post's head begin no name of their own.
    return end_of_posts(i);
  }

  // "to be United States District Judge"
  [[nodiscard]] bool is_of_post(const NounPhrase& phrase) const {
    const auto last = phrase.range.last;
    return phrase.type == NodeType::place && phrase.head + 1 == last && last < end_ &&
           a_.is_word(phrase.head, w_.district) && a_.capital(last) && a_.has(last, word_post);
  }

  [[nodiscard]] std::uint32_t end_of_posts(std::uint32_t i) const {
    auto last = i;
    for (auto t = i; t == i || t < last; ++t) {
      const auto* post = a_.longest_hit(t, set_of(Kind::post), end_);
      last = post != nullptr ? std::max(last, post->last) : last;
    }
    return last;
  }

  // "Senior State Department Fellow": the rank is no part of the body's name.
  [[nodiscard]] bool modifies_body(std::uint32_t i, const NounPhrase& phrase) const {
    const auto last = phrase.range.last;
    if (!a_.has(i, word_modifier) || !a_.has(i, word_common) || phrase.type != NodeType::agency ||
        last >= end_) {
      return false;
    }
    const bool ranks = a_.has(i, word_former) || a_.is_word(i, w_.deputy) ||
                       a_.is_word(i, w_.senior) || a_.is_word(i, w_.acting);
    const bool officer = a_.has(last, word_post | word_rank | word_modifier) ||
                         a_.longest_hit(last, set_of(Kind::person), end_) != nullptr;
    if (ranks && phrase.range.size() == 2 && a_.capital(last) && officer) {
      return true;  // "Deputy Office Director", "Former Army Sergeant"
    }
    // also "Deputy White House Communications Director": nor is what the post is for
    const auto* body = a_.longest_hit(i + 1, set_of(Kind::body), last);
    return body != nullptr && a_.has(last, word_post) && (body->last == last || ranks);
  }

  // "U.S. National Security Council", "HHS Office of Arkell": a country or body before one that
  // the lists have as its organ, and that no phrase from `i` reaches past.
  std::uint32_t organ_of(std::uint32_t i, const Hit& owner, std::uint32_t known) {
    const auto* body = a_.longest_hit(owner.last, set_of(Kind::body), end_);
    if (body == nullptr || body->last < known || owner.kind == Kind::place ||
        owner.kind == Kind::instrument) {
      return i;
    }
    const auto organ = a_.knowledge.things[body->entry];
    const auto whose = a_.knowledge.things[owner.entry];
    const bool of_country = owner.kind == Kind::country && organ.country == whose.country;
    const bool of_body = owner.kind == Kind::body && !organ.parent.empty() &&
                         (organ.parent == whose.id || organ.country == whose.country);
    if (whose.id.empty() || (!of_country && !of_body)) {
      return i;
    }
    const auto outer = add(mention_of(*body, {i, body->last}, "lexicon"));
    auto inner = mention_of(owner, {i, owner.last}, "name-in-name");
    inner.inside = outer;
    add_inner_names(a_, add(inner));
    return body->last;
  }

  // "the Government of Canada", "the Canadian government": the country by another name.
  std::uint32_t government(std::uint32_t i) {
    const auto* demonym = a_.longest_hit(i, set_of(Kind::demonym), end_);
    if (demonym != nullptr &&
        (a_.is_word(demonym->last, w_.government) || a_.is_word(demonym->last, w_.authorities))) {
      add(mention_of(*demonym, {i, demonym->last + 1}, "government"));
      return demonym->last + 1;
    }
    if (!a_.is_word(i, w_.government) || i + 2 >= end_ || !a_.is_word(i + 1, w_.of)) {
      return i;
    }
    const auto at = a_.is_word(i + 2, w_.the) ? i + 3 : i + 2;
    const auto* country = a_.longest_hit(at, set_of(Kind::country), end_);
    if (country == nullptr || a_.is_word(country->last, w_.of)) {
      return i;
    }
    add(mention_of(*country, {i, country->last}, "government"));
    return country->last;
  }

  // "White House American Rescue Plan": a known instrument after the name of its owner.
  [[nodiscard]] bool owns_instrument(const NounPhrase& phrase, const Hit* owner) const {
    if (phrase.type != NodeType::instrument || owner == nullptr || owner->kind != Kind::body ||
        owner->last >= phrase.range.last) {
      return false;
    }
    const auto* act = a_.longest_hit(owner->last, set_of(Kind::instrument), end_);
    return act != nullptr && act->last >= phrase.range.last;
  }

  // "the Senate": which country's is told by no more than the release.
  std::uint32_t take_alone(std::uint32_t i) {
    NameMention mention;
    mention.type = NodeType::agency;
    mention.range = {i, i + 1};
    mention.rule = "head-alone";
    add(mention);
    return i + 1;
  }

  std::uint32_t take_hit(std::uint32_t i, const Hit& hit) {
    const auto thing = a_.knowledge.things[hit.entry];
    if (a_.has(i, word_function) && a_.token(i).is(token_line) && a_.punctuation(hit.last, ':')) {
      return hit.last;  // "WHO: Minister X": of an advisory's lines
    }
    if (const auto* country = country_in_capitals(i, hit); country != nullptr) {
      return take_hit(i, *country);
    }
    if (hit.kind == Kind::body && hit.last > i + 1 &&
        a_.document.text({i, hit.last}) != thing.name && is_in_portfolio(i)) {
      return hit.last;
    }
    if (hit.kind == Kind::body && hit.last == i + 1 &&
        (is_title_in_letters(i) || is_occasion(i, thing))) {
      return hit.last;
    }
    if (hit.kind == Kind::place && hit.last == i + 1 && is_persons_initials(i)) {
      return i + 1;
    }
    if (thing.ambiguous && thing.type == NodeType::place && hit.last == i + 1 &&
        !place_context(i, hit.last)) {
      return i + 1;
    }
    if (hit.kind == Kind::place && hit.last == i + 1 && goes_on_to(hit.last, thing.country)) {
      NameMention longer;
      longer.type = NodeType::place;
      longer.range = {i, hit.last + 1};
      longer.rule = "place-before-place";
      add(longer);
      return hit.last + 1;
    }
    if (const auto end = end_of(Kind::facility, hit); end != hit.last) {
      return end;
    }
    if (const auto end = end_of(Kind::plant, hit); end != hit.last) {
      NameMention plant;
      plant.type = NodeType::place;
      plant.range = {i, end};
      plant.rule = "plant";
      add(plant);
      return end;
    }
    if (is_called_after(i, hit)) {
      return hit.last;
    }
    if (is_carrier(i, hit)) {
      NameMention carrier;
      carrier.type = NodeType::agency;
      carrier.range = {i - 1, hit.last};
      carrier.rule = "carrier";
      add(carrier);
      return hit.last;
    }
    if (hit.kind == Kind::place && leads_to_government(hit.last)) {
      NameMention government;
      government.type = NodeType::agency;
      government.range = {i, hit.last + 2};
      government.rule = "regional-government";
      add(government);
      return hit.last + 2;
    }
    auto mention = mention_of(hit, {i, hit.last}, "lexicon");
    if (hit.kind == Kind::place && is_region(hit.last)) {
      mention.range.last = hit.last + 1;  // the region of a city's name is another place
      mention.thing = none;
    }
    if (const auto area = hit.kind == Kind::place ? area_of_list(i, hit.last) : none;
        area != none) {
      mention.thing = area;
      mention.rule = "area-of-list";
    }
    if (mention.type == NodeType::agency && is_venue(a_, mention.range)) {
      make_venue(mention);
    }
    add(mention);
    add_inner_names(a_, static_cast<int>(a_.names.size()) - 1);
    return hit.last;
  }

  // "S.C. Perera": of a person, where the state stands behind a comma.
  [[nodiscard]] bool is_persons_initials(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    const bool letters = text.size() == 4 && text[1] == '.' && text[3] == '.';
    bool in_town = false;  // "Columbia, S.C.", "Rock Hill, S.C."
    for (std::uint32_t t = i < 3 ? i : i - 3; t + 1 < i && a_.punctuation(i - 1, ','); ++t) {
      const auto* town = a_.longest_hit(t, set_of(Kind::place), i - 1);
      in_town |= town != nullptr && town->last == i - 1;
    }
    const bool ends = i + 1 < end_ && a_.token(i + 1).is(token_sentence);
    return letters && i + 1 < end_ && a_.capital(i + 1) && !a_.has(i + 1, word_common) &&
           !in_town && !ends;
  }

  // "Minister of Patriots and Veterans Affairs": the second of what a post is for.
  [[nodiscard]] bool is_in_portfolio(std::uint32_t i) const {
    constexpr std::uint32_t longest = 8;  // tokens
    if (i < 3 || !a_.is_word(i - 1, w_.and_) || !a_.capital(i - 2)) {
      return false;
    }
    for (auto t = i - 2; t > 0 && i - t < longest; --t) {
      if (a_.is_word(t, w_.of) || a_.is_word(t, w_.for_)) {
        return a_.has(t - 1, word_post);
      }
      const bool word = a_.capital(t) && a_.has(t, word_common) &&
                        a_.longest_hit(t, name_kinds, t + 1) == nullptr;
      if (!word && !a_.punctuation(t, ',')) {
        return false;  // "the President of Latvia and NATO"
      }
    }
    return false;
  }

  // An ambiguous name is a place after "in", "to", before a comma and a known place, or not beside
  // another capital.
  [[nodiscard]] bool place_context(std::uint32_t first, std::uint32_t last) const {
    const bool capital_before = first > 0 && a_.capital(first - 1) &&
                                !a_.has(first - 1, word_function | word_post) &&
                                !a_.token(first).is(token_sentence);
    const bool capital_after =
        last < end_ && a_.capital(last) && a_.longest_hit(last, name_kinds, end_) == nullptr;
    return !capital_before && !capital_after;
  }

  std::uint32_t take_phrase(const NounPhrase& phrase) {
    if (phrase.type == NodeType::event) {
      bodies_in({phrase.range.first, phrase.head});  // events are found when the names are known
      return phrase.head + 1;
    }
    NameMention mention;
    mention.type = phrase.type;
    mention.range = phrase.range;
    mention.rule = "head-noun";
    const bool chamber = phrase.range.last == phrase.head + 1 && a_.has(phrase.head, word_chamber);
    if (mention.type == NodeType::agency && (chamber || is_venue(a_, mention.range))) {
      make_venue(mention);
    }
    if (const auto* hit = a_.longest_hit(phrase.range.first, set_of(Kind::body), phrase.range.last);
        hit != nullptr && phrase.head < hit->last && hit->last < phrase.range.last &&
        mention.type == NodeType::agency && is_same_body(*hit)) {
      mention.thing = static_cast<int>(hit->entry);  // "Harrow Bank" of "Harrow Bank in Malta"
    }
    if (mention.type == NodeType::place && is_regional_body(phrase)) {
      mention.type = NodeType::agency;
    }
    mention.range.first -= mention.type == NodeType::instrument && is_of_matter(phrase) ? 2U : 0U;
    add(mention);
    add_inner_names(a_, static_cast<int>(a_.names.size()) - 1);
    return phrase.range.last;
  }

  // "Status of Forces Agreement", "Cruelty to Animals Act": what its matter is "of", of an act also
  // "in" or "to", belongs to the name.
  [[nodiscard]] bool is_of_matter(const NounPhrase& phrase) const {
    const auto first = phrase.range.first;
    const bool act = a_.document.text(phrase.head) == "Act";
    const bool tied =
        first >= 2 && (a_.is_word(first - 1, w_.of) ||
                       (act && !a_.is_heading(first - 2) &&
                        (a_.is_word(first - 1, w_.in) || a_.is_word(first - 1, w_.to))));
    if (!tied || !a_.capital(first - 2) || !(act || a_.has(first, word_common)) ||
        first == phrase.head) {
      return false;
    }
    constexpr WordSet other = word_event_head | word_instrument_head | word_function;
    return a_.has(first - 2, word_common) && !a_.has(first - 2, other) &&
           (act || !a_.has(first - 2,
                           word_post | word_agency_head | word_agency_short | word_place_head)) &&
           !a_.token(first - 2).is(token_sentence) &&
           (a_.names.empty() || a_.names.back().range.last <= first - 2);
  }

  // "Bavaria Regional Government": a body, where that of a country is the country.
  [[nodiscard]] bool leads_to_government(std::uint32_t i) const {
    return i + 1 < end_ && a_.capital(i) && a_.has(i, word_generic | word_modifier) &&
           a_.capital(i + 1) && a_.is_word(i + 1, w_.government);
  }

  // "HAGATNA, GUAM": initials that are a country's name too, unless they stand in a list behind a
  // body: "the OSCE, GUAM and others". Null where they are the body.
  [[nodiscard]] const Hit* country_in_capitals(std::uint32_t i, const Hit& hit) const {
    if (hit.kind != Kind::body || hit.last != i + 1 || !a_.begins(i, set_of(Kind::country))) {
      return nullptr;
    }
    const bool listed = !a_.names.empty() && a_.names.back().type == NodeType::agency &&
                        a_.names.back().range.last + 1 == i;
    return listed ? nullptr : a_.longest_hit(i, set_of(Kind::country), i + 1);
  }

  // "during the Congress" of a publisher of another country than the body that is called so, which
  // goes without an article; where nothing of that country is among the names before.
  [[nodiscard]] bool is_occasion(std::uint32_t i, const NamedThing& body) const {
    if (!a_.has(i, word_event_head) || body.country.empty() || i == 0 ||
        !(a_.is_word(i - 1, w_.the) || a_.token(i - 1).is(token_digit))) {
      return false;
    }
    const auto own = country_of_publisher(a_.release.publisher);
    return !own.empty() && own != body.country &&
           std::ranges::none_of(last_names(), [&](const NameMention& name) {
             return name.thing != none &&
                    a_.knowledge.things[static_cast<std::size_t>(name.thing)].country ==
                        body.country;
           });
  }

  // "NSA Lindqvist", after "National Security Adviser Tomas Lindqvist": the initials of the title
  // of one who was named, before the surname.
  [[nodiscard]] bool is_title_in_letters(std::uint32_t i) const {
    if (!a_.token(i).is(token_all_caps) || i + 1 >= end_ || !a_.capital(i + 1) ||
        a_.has(i + 1, word_common | word_post) || a_.is_headline(i)) {
      return false;
    }
    return std::ranges::any_of(last_names(), [&](const NameMention& name) {
      return name.type == NodeType::official && name.range.size() > 1 &&
             a_.document.text(name.range.last - 1) == a_.document.text(i + 1) &&
             capitals_of(name.title).find(a_.document.text(i)) != std::string::npos;
    });
  }

  [[nodiscard]] std::string capitals_of(Range words) const {
    std::string all;
    for (auto t = words.first; t < words.last; ++t) {
      if (a_.capital(t)) {
        all += a_.document.text(t).front();
      }
    }
    return all;
  }

  [[nodiscard]] std::span<const NameMention> last_names() const {
    constexpr std::size_t remembered = 128;
    const std::span<const NameMention> all(a_.names);
    return all.last(std::min(all.size(), remembered));
  }

  // Something else has the place's name, and the place is not spoken of.
  [[nodiscard]] bool is_called_after(std::uint32_t i, const Hit& hit) const {
    const bool place = hit.kind == Kind::place;
    return ((place || hit.kind == Kind::country) && is_of_company(i, hit)) ||
           (place && (names_process(hit.last) || is_ship(i, hit.last) || is_portfolio(hit.last)));
  }

  // "Air Latvia": a firm.
  [[nodiscard]] bool is_carrier(std::uint32_t i, const Hit& hit) const {
    if (hit.kind != Kind::country || i == 0 || !a_.capital(i - 1) || a_.is_possessive(i - 1) ||
        (i > a_.sentence(i).first + 1 && a_.capital(i - 2)) ||
        (!a_.names.empty() && a_.names.back().range.last >= i)) {
      return false;
    }
    return a_.longest_hit(i - 1, set_of(Kind::carrier), i) != nullptr;
  }

  // "12 Arkell Ave.", "the Arkell HPP": one past the street or the plant; else where the place
  // ends. "US LNG" and "the Latvia TPP" are no names.
  [[nodiscard]] std::uint32_t end_of(Kind kind, const Hit& place) const {
    const bool may = place.kind == Kind::place && place.last < end_ && a_.capital(place.last);
    const auto* hit = may ? a_.longest_hit(place.last, set_of(kind), end_) : nullptr;
    return hit == nullptr ? place.last : hit->last;
  }

  // "Minsk agreements", "Doha process": no mention of the place.
  [[nodiscard]] bool names_process(std::uint32_t i) const {
    return i < end_ && !a_.capital(i) && a_.has(i, word_process);
  }

  // "Western Hemisphere Affairs", "East Asian and Pacific Affairs": what a bureau is for.
  [[nodiscard]] bool is_portfolio(std::uint32_t i) const {
    return i < end_ && a_.is_word(i, w_.affairs) && a_.capital(i);
  }

  // "Rio Rancho, New Mexico": a word that nothing else claims, before a comma and a state of
  // another country than the listed place is of.
  [[nodiscard]] bool goes_on_to(std::uint32_t i, std::string_view country) const {
    constexpr WordSet others = word_common | word_given | word_post | word_honorific |
                               word_agency_head | word_event_head | word_function | word_month |
                               word_weekday;
    if (i + 2 >= end_ || !a_.capital(i) || a_.token(i).is(token_all_caps) || a_.has(i, others) ||
        !a_.punctuation(i + 1, ',') ||
        a_.longest_hit(i, name_kinds | set_of(Kind::demonym), end_) != nullptr) {
      return false;
    }
    const auto* hit = a_.longest_hit(i + 2, set_of(Kind::place), end_);
    const auto state = hit == nullptr ? NamedThing{} : a_.knowledge.things[hit->entry];
    return state.kind == "state" && state.country != country && !a_.is_possessive(hit->last);
  }

  // "exercise | Harrow Lind": what it is called.
  [[nodiscard]] bool is_code_name(std::uint32_t i) const {
    const auto* hit = i > 0 ? a_.longest_hit(i - 1, set_of(Kind::event_head), i) : nullptr;
    return hit != nullptr && (a_.knowledge.event_classes[hit->entry] == "exercise" ||
                              a_.knowledge.event_classes[hit->entry] == "operation");
  }

  // One past what a ship is called behind the letters that tell it: "HMS | Queen Anna Roe"; `i`
  // where nothing like a person's name follows.
  [[nodiscard]] std::uint32_t past_ship(std::uint32_t i) const {
    if (i == 0 || !a_.token(i - 1).is(token_all_caps) || !a_.capital(i) || !is_aboard(i)) {
      return i;
    }
    const auto title = read_title(a_, i, end_).last;
    const auto last = end_of_person(a_, title, end_, true);
    return last > title ? last : i;
  }

  // "HMS | Anna Roe", "the frigate | Jan Ode": a ship's name, and nobody's.
  [[nodiscard]] bool is_aboard(std::uint32_t i) const {
    constexpr std::uint32_t longest = 3;  // tokens: "M/V"
    for (auto first = i > longest ? i - longest : 0U; first < i; ++first) {
      const auto* hit = a_.longest_hit(first, set_of(Kind::vessel), i);
      if (hit != nullptr && hit->last == i) {
        return true;
      }
    }
    return false;
  }

  // "the USS Kentucky", "the M/V Cosco Busan", "the Karelia nuclear-powered submarine".
  [[nodiscard]] bool is_ship(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t farthest = 3;  // tokens
    const auto is_vessel = [&](std::uint32_t i, std::uint32_t end) {
      const auto* hit = a_.longest_hit(i, set_of(Kind::vessel), end);
      return hit != nullptr && hit->last == end;
    };
    for (auto i = first; i > 0 && i + farthest > first; --i) {
      if (is_vessel(i - 1, i) || (i > 2 && is_vessel(i - 3, i))) {  // "M/V" is three tokens
        return true;
      }
      if (!a_.capital(i - 1)) {
        break;
      }
    }
    for (auto i = last; i < std::min(end_, last + farthest); ++i) {
      if (a_.capital(i) || a_.token(i).is(token_punctuation) || a_.has(i, word_function)) {
        return false;
      }
      // "the Odesa submarine base" is a place's
      const bool closed = i + 1 >= end_ || a_.token(i + 1).is(token_punctuation) ||
                          a_.has(i + 1, word_function) || is_vessel(i + 1, i + 2) ||
                          a_.longest_hit(i + 1, set_of(Kind::verb), end_) != nullptr;
      if (is_vessel(i, i + 1) && closed) {
        return true;
      }
    }
    return false;
  }

  // "Harrow Energy (Asia Pacific) Limited", "Harrow E&P USA Inc.": where a company is, in its name.
  [[nodiscard]] bool is_of_company(std::uint32_t first, const Hit& hit) const {
    const bool bracket =
        first > 0 && a_.punctuation(first - 1, '(') && a_.punctuation(hit.last, ')');
    const auto form = bracket ? hit.last + 1 : hit.last;
    return form < end_ && a_.capital(form) && a_.has(form, word_company);
  }

  // "Arkell region": what the small word after a place's name makes of it.
  [[nodiscard]] bool is_region(std::uint32_t i) const {
    return i < end_ && !a_.capital(i) && a_.has(i, word_area) && !a_.is_word(i, w_.city);
  }

  // "the Sumy, Kharkiv and Donetsk regions": the listed region of the name at [first, last); `none`
  // where no such word stands behind a list of capitals.
  [[nodiscard]] int area_of_list(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 40;  // tokens
    auto i = last;
    while (i < std::min(end_, last + longest) &&
           (a_.capital(i) || a_.punctuation(i, ',') || a_.is_word(i, w_.and_))) {
      ++i;
    }
    const auto areas = i < end_ ? a_.document.text(i) : std::string_view();
    if (!areas.ends_with('s')) {
      return none;
    }
    const auto area = a_.knowledge.vocabulary.find(areas.substr(0, areas.size() - 1));
    if ((a_.knowledge.word_flags[area] & word_area) == 0) {
      return none;
    }
    std::vector<std::uint32_t> words;
    for (auto t = first; t < last; ++t) {
      words.push_back(a_.token(t).word);
    }
    words.push_back(area);
    const auto entry = a_.knowledge.phrases.entry_of(words, Kind::place);
    return entry ? static_cast<int>(*entry) : none;
  }

  // Whether a longer name is the listed body's: where it sits ("Harrow Bank in Malta"), or the
  // country that it is of.
  [[nodiscard]] bool is_same_body(const Hit& body) const {
    const auto at = body.last;
    if (a_.is_word(at, w_.in) || a_.is_word(at, w_.to) || a_.is_word(at, w_.at)) {
      return true;
    }
    if (!a_.is_word(at, w_.of) || at + 1 >= end_) {
      return false;
    }
    const auto first = a_.is_word(at + 1, w_.the) ? at + 2 : at + 1;
    const auto* parent = a_.longest_hit(first, set_of(Kind::body), end_);
    if (parent != nullptr &&
        a_.knowledge.things[parent->entry].id == a_.knowledge.things[body.entry].parent) {
      return true;  // "Counter-Terrorism Committee of the Security Council"
    }
    const auto* country = a_.longest_hit(first, set_of(Kind::country), end_);
    return country != nullptr &&
           a_.knowledge.things[country->entry].country == a_.knowledge.things[body.entry].country;
  }

  // A building, where it would act under the same name: a place of its own.
  static void make_venue(NameMention& mention) {
    mention.type = NodeType::place;
    mention.thing = none;
    mention.rule = "venue";
  }

  // "Harrow League Southwest Region": part of a body, no region of a country.
  [[nodiscard]] bool is_regional_body(const NounPhrase& phrase) const {
    const auto* hit = a_.longest_hit(phrase.range.first, set_of(Kind::body), phrase.head);
    const auto at = phrase.range.last;
    if (hit != nullptr && at + 2 < end_ && a_.punctuation(at, '(') &&
        a_.token(at + 1).is(token_all_caps) && a_.punctuation(at + 2, ')')) {
      return true;  // "Harrow League Training Complex (HLTC)"
    }
    return hit != nullptr && phrase.range.last == phrase.head + 1 && a_.has(phrase.head, word_area);
  }

  // "NATO Summit" names NATO; a city or country in an event's name is no mention of it.
  void bodies_in(Range core) {
    for (auto i = core.first; i < core.last; ++i) {
      const auto* hit = a_.longest_hit(i, set_of(Kind::body), core.last);
      if (hit != nullptr) {
        hit = without_matter(i, *hit);
        add(mention_of(*hit, {i, hit->last}, "name-in-event"));
        i = hit->last - 1;
      }
    }
  }

  // "UN Climate Change Conference": of the UN, whatever body is called "UN Climate Change" besides
  // its own name.
  [[nodiscard]] const Hit* without_matter(std::uint32_t i, const Hit& hit) const {
    if (hit.last == i + 1 ||
        a_.knowledge.things[hit.entry].name == a_.document.text({i, hit.last})) {
      return &hit;
    }
    for (auto t = i; t < hit.last; ++t) {
      if (a_.has(t, word_agency_head)) {
        return &hit;
      }
    }
    const auto* shorter = a_.longest_hit(i, set_of(Kind::body), hit.last - 1);
    return shorter == nullptr ? &hit : shorter;
  }

  std::uint32_t take_person(Range name) {
    NameMention mention;
    mention.type = NodeType::official;
    mention.range = name;
    mention.gender = gender_of(name);
    mention.rule = "full-name";
    add(mention);
    return name.last;
  }

  static std::size_t as_index(int i) { return static_cast<std::size_t>(i); }

  int add(const NameMention& mention) {
    a_.names.push_back(mention);
    auto& range = a_.names.back().range;
    if (range.size() > 1 && a_.punctuation(range.last - 1, '&')) {
      --range.last;  // "the Council of Advisors & Ms. Roe"
    }
    return static_cast<int>(a_.names.size()) - 1;
  }

  Analysis& a_;
  const KnownWords& w_;
  std::uint32_t end_ = 0;
  std::uint32_t title_from_ = 0;     // the first token, not passed yet, that may make a title
  std::uint32_t unnamed_until_ = 0;  // one past the last title without a name
  std::uint32_t of_name_until_ = 0;  // one past the last title that is the name's before it
};

}  // namespace

const Hit* Analysis::longest_of_hits(std::uint32_t i, KindSet kinds, std::uint32_t end) const {
  const Hit* best = nullptr;
  for (auto h = hits_from[i]; h < hits_from[i + 1]; ++h) {
    const auto& hit = hits[h];
    if ((set_of(hit.kind) & kinds) != 0 && hit.last <= end &&
        (best == nullptr || hit.last > best->last)) {
      best = &hit;
    }
  }
  return best;
}

namespace {

// The phrases of a text, some tokens at a time: first where one may begin, which most words do not,
// then what begins there.
class PhraseFinder {
 public:
  explicit PhraseFinder(Analysis& analysis) : a_(analysis), phrases_(analysis.knowledge.phrases) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    a_.hits_from.resize(count + 1);
    a_.kinds_at.resize(count);
    a_.hits.reserve(count / 2);
    for (const auto sentence : a_.document.sentences) {
      for (auto first = sentence.first; first < sentence.last; first += piece) {
        find({first, std::min(first + piece, sentence.last)}, sentence.last);
      }
    }
    fill_to(count + 1);
  }

 private:
  static constexpr std::uint32_t piece = 256;  // tokens
  static constexpr std::uint32_t ahead = 2;    // beginnings: how long memory takes to come

  void find(Range tokens, std::uint32_t end) {
    const auto count = note_beginnings(tokens);
    for (std::uint32_t k = 0; k < count; ++k) {
      if (k + ahead < count) {
        phrases_.prefetch(a_.document, beginnings_[k + ahead]);
      }
      const auto i = beginnings_[k];
      fill_to(i + 1);
      const auto first = a_.hits.size();
      phrases_.find(a_.document, i, end, a_.hits);
      for (auto h = first; h < a_.hits.size(); ++h) {
        a_.kinds_at[i] |= set_of(a_.hits[h].kind);
      }
    }
  }

  // How many of `tokens` begin phrases; without a branch that nobody can foresee.
  std::uint32_t note_beginnings(Range tokens) {
    std::uint32_t count = 0;
    for (auto i = tokens.first; i < tokens.last; ++i) {
      beginnings_[count] = i;
      count += phrases_.begin_with(a_.token(i).word) ? 1U : 0U;
    }
    return count;
  }

  // No more hits begin before token `end`.
  void fill_to(std::uint32_t end) {
    const auto first = a_.hits_from.begin();
    std::fill(first + filled_, first + end, static_cast<std::uint32_t>(a_.hits.size()));
    filled_ = end;
  }

  Analysis& a_;
  const PhraseTrie& phrases_;
  std::array<std::uint32_t, piece> beginnings_{};
  std::uint32_t filled_ = 0;  // one past the last token whose first hit is noted
};

}  // namespace

void find_phrases(Analysis& a) {
  PhraseFinder(a).run();
  a.taken.assign(a.document.tokens.size(), 0);
}

namespace {

// "Security Council Committee pursuant to resolutions 1267 (1999) and 1989 (2011) concerning ...":
// the act is part of the body's name.
class ActCommittees {
 public:
  explicit ActCommittees(Analysis& analysis)
      : a_(analysis), concerning_(analysis.knowledge.vocabulary.find("concerning")) {}

  void run() {
    if (std::ranges::none_of(a_.citations, &Citation::via_name)) {
      return;
    }
    const auto count = a_.names.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (a_.names[i].type == NodeType::agency && a_.names[i].inside == none) {
        by_last_[a_.names[i].range.last] = i;
      }
    }
    for (std::size_t c = 0; c < a_.citations.size(); ++c) {
      const auto& citation = a_.citations[c];
      const bool first = c == 0 || a_.citations[c - 1].group != citation.group;
      if (citation.via_name && first && citation.rule.find("/name") == std::string::npos) {
        name(a_.citation_items[c].first, end_of_group(c));
      }
    }
  }

 private:
  [[nodiscard]] std::uint32_t end_of_group(std::size_t c) const {
    auto last = a_.citation_items[c].last;
    while (c + 1 < a_.citations.size() && a_.citations[c + 1].group == a_.citations[c].group) {
      ++c;
      last = a_.citation_items[c].last;
    }
    return last;
  }

  void name(std::uint32_t item, std::uint32_t last) {
    constexpr std::uint32_t farthest = 9;  // tokens from the head to the act
    const auto sentence = a_.sentence(item);
    const auto floor = std::max(sentence.first, item > farthest ? item - farthest : 0U);
    for (auto head = item; head-- > floor;) {
      if (!a_.capital(head) || !a_.has(head, word_agency_short | word_agency_head)) {
        continue;
      }
      const Range range{head, with_subject(last, sentence.last)};
      if (const auto known = by_last_.find(head + 1); known != by_last_.end()) {
        a_.names[known->second].range.last = range.last;
        a_.names[known->second].thing = none;
      } else {
        NameMention made;
        made.type = NodeType::agency;
        made.range = range;
        made.rule = "body-by-act";
        a_.names.push_back(made);
      }
      return;
    }
  }

  // "concerning ISIL (Da'esh), Al-Qaida and associated individuals": up to the next stop or verb.
  [[nodiscard]] std::uint32_t with_subject(std::uint32_t last, std::uint32_t end) const {
    constexpr std::uint32_t longest = 32;  // tokens
    if (!a_.is_word(last, concerning_)) {
      return last;
    }
    auto i = last + 1;
    while (i < std::min(end, last + longest) && !a_.punctuation(i, ';') &&
           !a_.punctuation(i, '.') && !a_.punctuation(i, ':') &&
           a_.longest_hit(i, set_of(Kind::verb), end) == nullptr) {
      ++i;
    }
    while (i > last + 1 &&
           (a_.token(i - 1).is(token_punctuation) || a_.has(i - 1, word_function))) {
      --i;
    }
    return i;
  }

  Analysis& a_;
  std::uint32_t concerning_;
  std::unordered_map<std::uint32_t, std::size_t> by_last_;  // the outermost agencies
};

// A country by its own name, a continent or a part of one.
bool is_sure_place(const Analysis& a, const NameMention& name) {
  if (name.thing == none) {
    return false;
  }
  const auto thing = a.knowledge.things[static_cast<std::size_t>(name.thing)];
  return (thing.kind == "country" && thing.name == a.document.text(name.range)) ||
         thing.kind == "continent" || thing.kind == "region";
}

// "Deputy Director Jordan": no country's post, as "of Jordan" would be.
bool is_behind_post(const Analysis& a, std::uint32_t i) {
  return i > 0 && a.capital(i - 1) && a.has(i - 1, word_post | word_honorific | word_rank);
}

// "in Montgomery": no person, whoever has that name.
bool is_there(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  return a.punctuation(i, '-') || a.is_word(i, w.in) || a.is_word(i, w.at) || a.is_word(i, w.near);
}

// "payments from Montgomery": where perhaps a place is meant.
bool leads_to_place(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  return is_there(a, i) || a.is_word(i, w.of) || a.is_word(i, w.from) || a.is_word(i, w.to) ||
         a.is_word(i, w.and_) || a.punctuation(i, ',');
}

}  // namespace

void find_names(Analysis& analysis) {
  NameFinder(analysis).run();
}

// "William Montgomery, 51, was sentenced. Montgomery owned ...": the person's, where nothing leads
// to a place; then also where something might. A country is meant by its own name all the same.
void tell_surnames_from_places(Analysis& a) {
  std::unordered_set<std::string_view> surnames;
  for (const auto& name : a.names) {
    if (name.type == NodeType::official && name.range.size() >= 2) {
      surnames.insert(a.document.text(name.range.last - 1));
    }
  }
  if (surnames.empty()) {
    return;
  }
  std::vector<NameMention*> bare;
  std::unordered_set<std::string_view> told;  // what somewhere is a surname
  for (auto& name : a.names) {
    const auto first = name.range.first;
    const auto text = a.document.text(first);
    if (name.type != NodeType::place || name.range.size() != 1 || name.inside != none ||
        !surnames.contains(text) || (is_sure_place(a, name) && !is_behind_post(a, first))) {
      continue;
    }
    bare.push_back(&name);
    if (!a.punctuation(name.range.last, ',') && (first == 0 || !leads_to_place(a, first - 1))) {
      told.insert(text);
    }
  }
  for (auto* name : bare) {
    const auto first = name->range.first;
    if (told.contains(a.document.text(first)) && (first == 0 || !is_there(a, first - 1))) {
      name->type = NodeType::official;
      name->thing = none;
      name->rule = "surname";
    }
  }
}

void find_act_committees(Analysis& analysis) {
  ActCommittees(analysis).run();
}

}  // namespace pressgraph
