// SPDX-License-Identifier: Apache-2.0
// Positions that stand after a name or away from it: "X, Director of the Y", "X (Japan)", "She
// serves as Chair of Y", "Y officials, including X".
#include "importers/extraction/posts.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "importers/extraction/end_letters.hpp"
#include "importers/extraction/fold.hpp"
#include "importers/extraction/lists.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t description = 7;  // words between commas that describe a person
constexpr std::uint32_t adverbs = 5;      // tokens between a subject and its verb

class PostFinder {
 public:
  explicit PostFinder(Analysis& analysis)
      : a_(analysis), w_(analysis.knowledge.words), reader_(analysis) {}

  void run() {
    const auto count = a_.names.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (a_.names[i].type == NodeType::official) {
        after_name(static_cast<int>(i));
        note_surname(static_cast<int>(i));
        by_last_.add(a_.names[i].range.last, static_cast<int>(i));
      } else if (a_.names[i].type == NodeType::agency) {
        officials_of(static_cast<int>(i));
      }
    }
    by_last_.sort();
    after_surnames();
    share_countries();
    own_countries();
    biographies();
  }

 private:
  [[nodiscard]] const NameMention& name(int i) const {
    return a_.names[static_cast<std::size_t>(i)];
  }

  void after_name(int holder) {
    auto at = name(holder).range.last;
    if (at >= a_.document.tokens.size()) {
      return;
    }
    if (a_.token(at).is(token_line)) {
      signature(holder, at);
      return;
    }
    const auto end = a_.sentence(name(holder).range.first).last;
    at = past_letters(a_, at, end);
    if (at + 1 >= end) {
      return;
    }
    if (a_.punctuation(at, '(')) {
      at = bracketed_country(holder, at + 1, end);
      if (at + 1 >= end) {
        return;
      }
    }
    if (presiding(holder, at, end)) {
      return;
    }
    if (a_.is_word(at, w_.of) ||
        ((a_.is_word(at, w_.from) || is_for(holder, at)) && a_.is_word(at + 1, w_.the))) {
      affiliated(holder, at, end);
      return;
    }
    if (a_.punctuation(at, ',') && affiliated(holder, at + 1, end)) {
      return;
    }
    if (a_.punctuation(at, ',')) {
      at = skip_adverb(skip_origin(skip_age(at + 1, end), end), end);
      if (at < end && !apposed(holder, at, end)) {
        described(holder, at, end);
      }
    }
  }

  // "read out by Ada Roe of Malta, which holds the Council Presidency": for the country that has
  // the chair.
  bool presiding(int holder, std::uint32_t at, std::uint32_t end) {
    constexpr std::uint32_t farthest = 6;  // tokens: "which holds the Harbour Council Presidency"
    const auto* state = a_.is_word(at, w_.of) && name(holder).title.empty()
                            ? a_.longest_hit(at + 1, set_of(Kind::country), end)
                            : nullptr;
    if (state == nullptr || state->last + 3 >= end || !a_.punctuation(state->last, ',') ||
        !a_.is_word(state->last + 1, w_.which)) {
      return false;
    }
    const auto verb = a_.document.text(state->last + 2);
    const auto first = state->last + 3;
    const bool held = (verb == "holds" || verb == "held") && a_.is_word(first, w_.the);
    const auto last = held ? std::min(end, first + farthest) : first;
    for (auto i = first; i < last; ++i) {
      const auto word = folded(a_.document.text(i));
      if (word == "presidency" || word == "chairmanship" || word == "chair") {
        const int mention = reader_.mention_at({at + 1, state->last});
        a_.posts.push_back(
            {{at + 1, state->last}, holder, {mention}, false, false, "country-in-the-chair"});
        return true;
      }
    }
    return false;
  }

  // "the President of Malta and the country's Minister of Trade, Ada Roe": of the one country that
  // the sentence names before, or else the sentence before it.
  void own_countries() {
    const auto count = a_.posts.size();
    for (std::size_t p = 0; p < count; ++p) {
      auto& post = a_.posts[p];
      const auto first = name(post.holder).title.first;
      if (!post.bodies.empty() || post.rule != "title-before-name" || first < 3 ||
          !a_.is_possessive(first - 1) || a_.document.text(first - 2) != "country") {
        continue;
      }
      if (const int state = state_before(post.holder); state != none) {
        post.bodies.push_back(state);
      }
    }
  }

  // The last mention of the only country among those named before `holder` in its sentence, or in
  // the one before; `none` where there are several.
  [[nodiscard]] int state_before(int holder) const {
    constexpr int farthest = 32;  // names
    const auto sentence = a_.document.sentence_of[name(holder).range.first];
    int found = none;
    for (int i = holder - 1; i >= 0 && i + farthest > holder; --i) {
      if (a_.document.sentence_of[name(i).range.first] != sentence) {
        break;
      }
      const bool country =
          name(i).type == NodeType::place && name(i).thing != none &&
          a_.knowledge.things[static_cast<std::size_t>(name(i).thing)].kind == "country";
      if (country && found != none && name(found).thing != name(i).thing) {
        return none;
      }
      found = country && found == none ? i : found;
    }
    return found;
  }

  // A name, a post and a country or body, a line each, as under a message.
  void signature(int holder, std::uint32_t at) {
    constexpr std::uint32_t longest = 16;  // tokens
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    const auto end = std::min(count, at + longest);
    const auto title = read_title(a_, at, end);
    const auto body = title.last;
    const auto first = name(holder).range.first;
    const auto& honorific = name(holder).title;
    const bool lines = a_.token(honorific.empty() ? first : honorific.first).is(token_line) &&
                       body > at && body < end && a_.token(body).is(token_line);
    if (!lines || !title.post || !title.bodies.empty()) {
      return;
    }
    const auto* hit = a_.longest_hit(body, set_of(Kind::country) | set_of(Kind::body), end);
    if (hit != nullptr && (hit->last == count || a_.token(hit->last).is(token_line))) {
      const int mention = reader_.mention_at({body, hit->last});
      // All three lines, which are the evidence.
      a_.posts.push_back(
          {{first, hit->last}, holder, {mention}, title.former, title.future, "signature"});
    }
  }

  // Whether posts stand there, of the holder or of whom the sentence goes on about.
  bool apposed(int holder, std::uint32_t at, std::uint32_t end) {
    const auto before = a_.posts.size();
    if (!reader_.read(holder, at, end, "appositive")) {
      return false;
    }
    if (a_.posts.size() > before && is_subject(holder, at, a_.posts.back().range.last, end)) {
      a_.posts.resize(before);
    }
    return true;
  }

  // "In a call with X, the President of Y said": no comma behind, and the name is an object.
  [[nodiscard]] bool is_subject(int holder, std::uint32_t at, std::uint32_t last,
                                std::uint32_t end) const {
    const auto& title = name(holder).title;
    const auto first = title.empty() ? name(holder).range.first : title.first;
    return a_.is_word(at, w_.the) && first > a_.sentence(at).first &&
           is_preposition(a_, first - 1) &&
           a_.longest_hit(last, set_of(Kind::verb), end) != nullptr;
  }

  // "Roe, the Director of the Service, said": a surname stands for whoever was named in full.
  void after_surnames() {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    if (surnames_.empty() || count < 3) {
      return;
    }
    std::vector<bool> ends(count + 1);
    for (const auto& one : a_.names) {
      ends[one.range.last] = true;
    }
    for (auto comma = a_.next_punctuation(1, count - 1, ','); comma < count - 1;
         comma = a_.next_punctuation(comma + 1, count - 1, ',')) {
      const auto i = comma - 1;
      if (!a_.capital(i) || a_.taken[i] != 0 || ends[comma]) {
        continue;
      }
      const int person = by_surname(i);
      if (person == none) {
        continue;
      }
      const auto before = a_.posts.size();
      reader_.read(person, i + 2, a_.sentence(i).last, "appositive");
      for (auto p = before; p < a_.posts.size(); ++p) {
        a_.posts[p].after = i + 1;
      }
    }
  }

  [[nodiscard]] bool has_post(int holder) const {
    return std::ranges::any_of(a_.posts, [&](const PostMention& post) {
      return post.holder == holder && !post.bodies.empty();
    });
  }

  // A post of a country, and none of a body.
  [[nodiscard]] bool has_post_of_country(int holder) const {
    return std::ranges::all_of(a_.posts, [&](const PostMention& post) {
      return post.holder != holder || std::ranges::all_of(post.bodies, [&](int body) {
               return name(body).type == NodeType::place;
             });
    });
  }

  // "Assistant Attorney General Roe for the Harbour Division"; not "thanked Minister Roe for the
  // ...".
  [[nodiscard]] bool is_for(int holder, std::uint32_t at) const {
    const auto& title = name(holder).title;
    if (!a_.is_word(at, w_.for_) || title.empty()) {
      return false;
    }
    const auto first = title.first;
    return first == a_.sentence(first).first || a_.punctuation(first - 1, ',') ||
           a_.is_word(first - 1, w_.by) || a_.is_word(first - 1, w_.and_);
  }

  // To belong to one is no position.
  [[nodiscard]] bool is_party(int body) const {
    const int thing = name(body).thing;
    return thing != none && a_.knowledge.things[static_cast<std::size_t>(thing)].kind == "party";
  }

  // The unit that stands right behind `body`; else `body`.
  [[nodiscard]] int unit_of(int body, std::uint32_t end) const {
    const int unit = body == none ? none : reader_.agency_at(name(body).range.last, end);
    return unit == none ? body : unit;
  }

  // "Minister Roe, from the National Secretariat (ABC)," and "Dr. Roe of the Institute", "Dr. Roe
  // from the Institute" belong there.
  bool affiliated(int holder, std::uint32_t at, std::uint32_t end) {
    const bool of =
        at + 2 < end && (a_.is_word(at, w_.of) || is_for(holder, at)) && a_.is_word(at + 1, w_.the);
    if (at + 1 >= end || !(of || a_.is_word(at, w_.from))) {
      return false;
    }
    const bool article = at + 2 < end && a_.is_word(at + 1, w_.the);
    const bool apart = a_.punctuation(at - 1, ',');
    const int body = unit_of(reader_.agency_at(article ? at + 2 : at + 1, end), end);
    const bool held = has_post(holder) && !(of && has_post_of_country(holder));
    if (body == none || ((of || !apart) && (held || is_party(body)))) {
      return false;
    }
    a_.posts.push_back({{at, name(body).range.last}, holder, {body}, false, false, "affiliation"});
    return true;
  }

  // ", 56, of Schererville," stands between some names and their posts.
  [[nodiscard]] std::uint32_t skip_age(std::uint32_t at, std::uint32_t end) const {
    return at + 1 < end && a_.token(at).is(token_digit) && a_.punctuation(at + 1, ',') ? at + 2
                                                                                       : at;
  }

  // ", of Illinois," the same.
  [[nodiscard]] std::uint32_t skip_origin(std::uint32_t at, std::uint32_t end) const {
    if (at + 2 >= end || !a_.is_word(at, w_.of)) {
      return at;
    }
    const auto* place = a_.longest_hit(at + 1, set_of(Kind::place) | set_of(Kind::country), end);
    return place != nullptr && a_.punctuation(place->last, ',') ? place->last + 1 : at;
  }

  [[nodiscard]] std::uint32_t skip_adverb(std::uint32_t at, std::uint32_t end) const {
    return at + 1 < end && a_.has(at, word_adverb) && !a_.capital(at) ? at + 1 : at;
  }

  // Returns one past the bracket; `end` where it holds no country.
  std::uint32_t bracketed_country(int holder, std::uint32_t at, std::uint32_t end) {
    at += a_.is_word(at, w_.the) ? 1U : 0U;
    const auto* hit = a_.longest_hit(at, set_of(Kind::country), end);
    if (hit != nullptr && a_.punctuation(hit->last, ')')) {
      a_.posts.push_back({{at, hit->last},
                          holder,
                          {reader_.mention_at({at, hit->last})},
                          false,
                          false,
                          "country-in-brackets"});
      return hit->last + 1;
    }
    return end;
  }

  // "Sage Arkell, youth advocate, Harrow Justice Institute": in an item of a list, the words
  // between are the post.
  void described(int holder, std::uint32_t at, std::uint32_t end) {
    const auto first = a_.sentence(at).first;
    if (name(holder).range.first > first + 1 || !a_.token(first).is(token_line)) {
      return;
    }
    auto last = at;
    while (last < end && last < at + description && !a_.token(last).is(token_punctuation)) {
      ++last;
    }
    const bool words = last > at && a_.punctuation(last, ',');
    const int body = words ? reader_.agency_at(last + 1, end) : reader_.agency_at(at, end);
    if (body == none) {
      return;
    }
    const auto closed = name(body).range.last;
    if (closed >= end || a_.punctuation(closed, '.') || a_.punctuation(closed, ';')) {
      const bool future = a_.has(at, word_future);  // "Nominee for Chair, Harrow Board"
      a_.posts.push_back({{at, name(body).range.last}, holder, {body}, false, future, "list-item"});
    }
  }

  // "Harrow Administration officials – including A and B": each holds something there.
  void officials_of(int body) {
    auto at = name(body).range.last;
    const auto count = a_.document.tokens.size();
    if (at + 3 >= count || !a_.has(at, word_staff)) {
      return;
    }
    const auto end = a_.sentence(at).last;
    const auto staff = at++;
    at += at < end && a_.token(at).is(token_punctuation) ? 1U : 0U;
    if (at >= end || !a_.is_word(at, w_.including)) {
      return;
    }
    auto listed = at + 1;
    for (int i = body + 1; i < static_cast<int>(a_.names.size()); ++i) {
      if (name(i).type != NodeType::official) {
        continue;
      }
      const auto begin = name(i).title.empty() ? name(i).range.first : name(i).title.first;
      if (begin < listed || begin >= end || !is_list(listed, begin)) {
        break;
      }
      a_.posts.push_back({{staff, staff + 1}, i, {body}, false, false, "staff-including"});
      listed = name(i).range.last;
    }
  }

  // Whether only commas, "and" and articles stand between.
  [[nodiscard]] bool is_list(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i) {
      if (!a_.punctuation(i, ',') && !a_.punctuation(i, ';') && !a_.is_word(i, w_.and_) &&
          !a_.is_word(i, w_.the)) {
        return false;
      }
    }
    return true;
  }

  // "US Secretary of State A and Secretary of Defense B", "Prime Minister of Canada A, Minister of
  // Transport B": members of one government in one list.
  void share_countries() {
    std::unordered_map<int, std::size_t> titled;
    for (std::size_t p = 0; p < a_.posts.size(); ++p) {
      if (a_.posts[p].rule == "title-before-name") {
        titled.try_emplace(a_.posts[p].holder, p);
      }
    }
    int before = none;
    for (int i = 0; i < static_cast<int>(a_.names.size()); ++i) {
      if (name(i).type != NodeType::official) {
        continue;
      }
      const auto own = titled.find(i);
      const auto other = before == none ? titled.end() : titled.find(before);
      if (own != titled.end() && other != titled.end() &&
          end_of_posts(other->second) < name(i).title.first &&
          a_.document.sentence_of[name(before).range.first] ==
              a_.document.sentence_of[name(i).range.first] &&
          is_list(end_of_posts(other->second), name(i).title.first)) {
        share_country(a_.posts[other->second], a_.posts[own->second]);
      }
      before = i;
    }
  }

  [[nodiscard]] std::uint32_t end_of_posts(std::size_t post) const {
    auto last = name(a_.posts[post].holder).range.last;
    for (const int body : a_.posts[post].bodies) {
      last = std::max(last, name(body).range.last);
    }
    return last;
  }

  void share_country(const PostMention& from, PostMention& to) const {
    if (!to.bodies.empty() || from.bodies.empty() || !is_state_post(from.range) ||
        !is_state_post(to.range) || is_same_office(from.range, to.range)) {
      return;
    }
    const int body = from.bodies.front();
    const bool country =
        name(body).type == NodeType::place && name(body).thing != none &&
        a_.knowledge.things[static_cast<std::size_t>(name(body).thing)].kind == "country";
    if (country) {
      to.bodies.push_back(body);
    }
  }

  // "US President A, President B": a state has one, and as many ministers as it likes.
  [[nodiscard]] bool is_same_office(Range one, Range other) const {
    const auto word = [&](Range post, std::uint32_t i) { return a_.token(post.first + i).word; };
    if (other.size() == 1) {
      const auto last = one.last - 1;
      return word(other, 0) == w_.president && a_.token(last).word == w_.president &&
             !(last > one.first && a_.has(last - 1, word_modifier));
    }
    bool same = one.size() == other.size();
    for (std::uint32_t i = 0; same && i < one.size(); ++i) {
      same = word(one, i) == word(other, i);
    }
    return same;
  }

  [[nodiscard]] bool is_state_post(Range post) const {
    for (auto i = post.first; i < post.last; ++i) {
      const bool general = i + 1 < post.last && a_.document.text(i + 1) == "General";
      if (a_.has(i, word_state_post) && !general) {
        return true;
      }
    }
    return false;
  }

  // ---- posts told of somebody named before ----

  // A surname stands for whoever alone bears it here.
  void note_surname(int holder) {
    const auto range = name(holder).range;
    const auto surname = folded(a_.document.text(range.last - 1));
    surname_letters_.add(surname);
    const auto [found, added] = surnames_.try_emplace(surname, holder);
    if (added || found->second == none || range.size() < 2) {
      return;
    }
    auto& known = found->second;
    if (name(known).range.size() < 2) {
      known = holder;
    } else if (folded(a_.document.text(name(known).range.first)) !=
               folded(a_.document.text(range.first))) {
      known = none;
    }
  }

  // Whose surname the word at `i` is; `none` where it is of nobody or of several.
  [[nodiscard]] int by_surname(std::uint32_t i) const {
    const auto word = a_.document.text(i);
    const auto found =
        surname_letters_.may_have(word) ? surnames_.find(folded(word)) : surnames_.end();
    return found == surnames_.end() ? none : found->second;
  }

  void biographies() {
    if (std::ranges::find(a_.names, NodeType::official, &NameMention::type) == a_.names.end()) {
      return;
    }
    names_ = a_.names.size();
    for (const auto& post : a_.posts) {
      if (post.rule == "appositive" || post.rule == "list-of-posts") {
        post_ends_.add(post.range.last, post.holder);
      }
    }
    post_ends_.sort();
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if ((a_.kinds_at[i] & set_of(Kind::verb)) != 0 || a_.token(i).word == w_.as) {
        told_at(i);
      }
    }
  }

  // Notes who is named up to token `i`: when somebody asks, as few verbs tell of posts.
  void note_people_until(std::uint32_t i) {
    for (; noted_ <= i; ++noted_) {
      if (a_.is_heading(noted_) || a_.token(noted_).is(token_paragraph)) {
        before_ = of_paragraph_.empty() ? before_ : of_paragraph_;
        of_paragraph_.clear();
      }
      while (next_name_ < names_ && a_.names[next_name_].range.first <= noted_) {
        note_person(static_cast<int>(next_name_++));
      }
      note_person_by_surname(noted_);
    }
  }

  void note_person(int mention) {
    if (name(mention).type == NodeType::official) {
      note_subject(named_fully(mention));
    }
  }

  void note_person_by_surname(std::uint32_t i) {
    if (!a_.capital(i) || surnames_.empty() || a_.taken[i] != 0) {
      return;
    }
    if (const int person = by_surname(i); person != none) {
      note_subject(person);
    }
  }

  [[nodiscard]] int named_fully(int mention) const {
    const auto found = surnames_.find(folded(a_.document.text(name(mention).range.last - 1)));
    return found == surnames_.end() || found->second == none ? mention : found->second;
  }

  void note_subject(int person) {
    if (of_paragraph_.size() < 4 &&
        std::ranges::find(of_paragraph_, person) == of_paragraph_.end()) {
      of_paragraph_.push_back(person);
    }
  }

  // "serves as ...", "was the ...", "in her role as ...", "serving as ...".
  void told_at(std::uint32_t i) {
    const auto end = a_.sentence(i).last;
    const auto* hit = a_.longest_hit(i, set_of(Kind::verb), end);
    if (hit != nullptr && a_.knowledge.verbs[hit->entry].frame == Frame::post) {
      const int holder = subject_of(i);
      if (holder != none) {
        told_of_ = holder;
        told_in_ = a_.document.sentence_of[i];
        const auto& leads = a_.knowledge.verbs[hit->entry].with;
        if (leads.empty()) {
          reader_.read(holder, skip_adverb(hit->last, end), end, "verb-of-post");
        } else {
          service(holder, {i, hit->last}, leads, end);
        }
      }
      return;
    }
    if (a_.is_word(i, w_.as) && i + 1 < end) {
      const int holder = role_of(i);
      if (holder != none && !is_nominated(i)) {
        reader_.read(holder, i + 1, end, "role-as");
      }
    }
  }

  // "served in a variety of roles at the Ministry of Trade, the Treasury, and in the Senate": what
  // was done there is not told.
  void service(int holder, Range verb, const std::vector<std::uint32_t>& leads, std::uint32_t end) {
    constexpr std::uint32_t farthest = 8;  // tokens: "in a variety of senior roles"
    PostMention post{verb, holder, {}, false, false, "verb-of-service"};
    for (auto i = verb.last; i < std::min(end, verb.last + farthest) && post.bodies.empty(); ++i) {
      const bool plain = !a_.capital(i) && !a_.token(i).is(token_punctuation) && a_.taken[i] == 0;
      if (!plain) {
        return;
      }
      if (leads_to(i, leads)) {
        add_body(post, i + 1, end);
      }
    }
    while (!post.bodies.empty()) {
      auto at = post.range.last;
      at += at < end && a_.punctuation(at, ',') ? 1U : 0U;
      at += at < end && a_.is_word(at, w_.and_) ? 1U : 0U;
      if (at == post.range.last || at >= end) {
        break;
      }
      if (!add_body(post, leads_to(at, leads) ? at + 1 : at, end)) {
        break;
      }
    }
    if (!post.bodies.empty()) {
      a_.posts.push_back(std::move(post));
    }
  }

  [[nodiscard]] bool leads_to(std::uint32_t i, const std::vector<std::uint32_t>& leads) const {
    return a_.token(i).word != 0 && std::ranges::find(leads, a_.token(i).word) != leads.end();
  }

  // The body that begins at `at`, over "the".
  bool add_body(PostMention& post, std::uint32_t at, std::uint32_t end) {
    at += at < end && a_.is_word(at, w_.the) ? 1U : 0U;
    const int body = at < end ? reader_.agency_at(at, end) : none;
    if (body != none) {
      post.bodies.push_back(body);
      post.range.last = name(body).range.last;
    }
    return body != none;
  }

  // "the nomination of X as Director": not held yet.
  [[nodiscard]] bool is_nominated(std::uint32_t as) const {
    constexpr std::uint32_t farthest = 8;  // tokens
    const auto first = a_.sentence(as).first;
    for (auto i = as; i > first && as - i < farthest;) {
      --i;
      if (folded(a_.document.text(i)).starts_with("nominat")) {
        return true;
      }
    }
    return false;
  }

  // Who stands before the verb at `verb`: a name, a surname, "who" after a name, "he" or "she".
  [[nodiscard]] int subject_of(std::uint32_t verb) {
    const auto sentence = a_.sentence(verb);
    const auto floor = std::max(sentence.first, verb > adverbs ? verb - adverbs : 0U);
    for (auto i = verb; i > floor;) {
      --i;
      if (const auto who = subject_at(i, verb)) {
        return *who;
      }
      const bool passes = a_.has(i, word_adverb) || a_.is_word(i, w_.who) || a_.punctuation(i, ',');
      if (!passes) {
        break;
      }
    }
    // "Other assignments include serving as ...".
    return a_.document.text(verb).ends_with("ing") ? antecedent(Gender::unknown, verb) : none;
  }

  // Whom token `i` names or stands for, before the verb at `verb`: `none` where it names nobody
  // known, nothing where it is no name at all.
  [[nodiscard]] std::optional<int> subject_at(std::uint32_t i, std::uint32_t verb) {
    if (const int found = by_last_.find(i + 1); found != none) {
      return found;
    }
    if (a_.capital(i) && a_.taken[i] == 0 && !a_.has(i, word_function)) {
      return by_surname(i);
    }
    if (a_.is_word(i, w_.who) && i > 0 && a_.punctuation(i - 1, ',')) {
      if (const int posted = post_ends_.find(i - 1); posted != none) {
        return posted;  // "Ada Roe, Head of the Audit Office, who will continue to serve as ..."
      }
    }
    if (a_.is_word(i, w_.he) || a_.is_word(i, w_.she)) {
      return antecedent(a_.is_word(i, w_.he) ? Gender::male : Gender::female, verb);
    }
    if (a_.is_word(i, w_.and_) && told_in_ == a_.document.sentence_of[i]) {
      return told_of_;  // "is a member of X and currently is the Chair of Y"
    }
    return std::nullopt;
  }

  // "serving in several capacities - including as Director of X".
  [[nodiscard]] bool lists_roles(std::uint32_t as) const {
    constexpr std::uint32_t farthest = 2;  // tokens: a comma or dash
    if (as < 2 || !a_.is_word(as - 1, w_.including)) {
      return false;
    }
    auto i = as - 1;
    while (i > 1 && as - i <= farthest && a_.token(i - 1).is(token_punctuation)) {
      --i;
    }
    return a_.has(i - 1, word_role);
  }

  // "in her role as", "his service as"; else the one person named before "as".
  [[nodiscard]] int role_of(std::uint32_t as) {
    const auto sentence = a_.sentence(as);
    const auto floor = std::max(sentence.first, as > adverbs ? as - adverbs : 0U);
    for (auto i = as; i > floor;) {
      --i;
      const bool his = a_.is_word(i, w_.his);
      if (his || a_.is_word(i, w_.her)) {
        // "President X appointed her in 2017 to serve as": she is not X
        const bool object = i + 1 < as && a_.has(i + 1, word_function);
        return antecedent(his ? Gender::male : Gender::female, as,
                          object ? sentence.first : std::numeric_limits<std::uint32_t>::max());
      }
    }
    if (as > 0 && (a_.has(as - 1, word_role) || lists_roles(as))) {
      return antecedent(Gender::unknown, as);
    }
    const int found = by_last_.find(as);
    return found == none || is_appointer(found) ? none : found;
  }

  // "was appointed by Governor X as Director": X is none.
  [[nodiscard]] bool is_appointer(int person) const {
    const auto& title = name(person).title;
    const auto first = title.empty() ? name(person).range.first : title.first;
    return first > 0 && a_.is_word(first - 1, w_.by);
  }

  // The one person that the paragraph tells of up to token `i`, before token `end`, else the
  // paragraph before.
  [[nodiscard]] int antecedent(Gender gender, std::uint32_t i,
                               std::uint32_t end = std::numeric_limits<std::uint32_t>::max()) {
    note_people_until(i);
    const auto& people = of_paragraph_.empty() ? before_ : of_paragraph_;
    int found = none;
    for (const int person : people) {
      const auto known = name(person).gender;
      const bool other = gender != Gender::unknown && known != Gender::unknown && known != gender;
      if (other || name(person).range.first >= end) {
        continue;
      }
      if (found != none) {
        return none;
      }
      found = person;
    }
    return people.size() < 4 ? found : none;
  }

  Analysis& a_;
  const KnownWords& w_;
  PostReader reader_;
  Positions by_last_;    // officials by where they end
  Positions post_ends_;  // whose post behind the name ends there
  std::unordered_map<std::string, int> surnames_;
  EndLetters surname_letters_;
  std::size_t names_ = 0;          // how many there were before posts were told
  std::size_t next_name_ = 0;      // the first one that is not noted
  std::uint32_t noted_ = 0;        // the same of tokens
  std::vector<int> of_paragraph_;  // named in this paragraph so far; four are enough to be many
  int told_of_ = none;             // whose post was told last, and in which sentence
  std::uint32_t told_in_ = 0;
  std::vector<int> before_;  // the same of the last one that named anybody
};

}  // namespace

std::uint32_t past_letters(const Analysis& analysis, std::uint32_t at, std::uint32_t end) {
  const auto letters = [&](std::uint32_t i) {
    return i < end && analysis.has(i, word_suffix) && analysis.token(i).is(token_all_caps);
  };
  while (letters(at) || (at + 1 < end && analysis.punctuation(at, ',') && letters(at + 1))) {
    at += letters(at) ? 1U : 2U;
  }
  return at;
}

void find_posts(Analysis& analysis) {
  PostFinder(analysis).run();
}

}  // namespace pressgraph
