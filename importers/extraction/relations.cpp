// SPDX-License-Identifier: Apache-2.0
// Edges: all finders in their order; here those from posts and from names inside names. Each edge
// has the sentence, the words that fired and the rule.
#include <algorithm>
#include <array>
#include <deque>
#include <string_view>
#include <unordered_map>

#include "importers/extraction/clauses.hpp"
#include "importers/extraction/first_person.hpp"
#include "importers/extraction/noun_phrases.hpp"
#include "importers/extraction/position_text.hpp"
#include "importers/extraction/positions.hpp"

namespace pressgraph {
namespace {

class PostEdges {
 public:
  explicit PostEdges(Edges& edges)
      : e_(edges), a_(edges.a), w_(edges.a.knowledge.words), index_(edges.index) {}

  void run() {
    intended_from_ = end_of_intention();
    for (const auto& post : a_.posts) {
      post_edges(post);
    }
    parts();
    predecessors();
    succeeded();
  }

 private:
  [[nodiscard]] const NameMention& name(int mention) const { return e_.name(mention); }
  void add(int subject, Relation relation, int object, const Ground& ground) {
    e_.add(subject, relation, object, ground);
  }

  void post_edges(const PostMention& post) {
    units_of(post);
    if (post.future || (post.range.first > intended_from_ && is_entry(post))) {
      return;
    }
    for (const int body : post.bodies) {
      const auto position = position_in(post, name(body).range);
      add(name(post.holder).node, Relation::holds, name(body).node,
          {position, post.rule, Status::asserted, 0.9});
      note_position(position, position_text(a_, post, position));
    }
  }

  // "her intent to appoint the following persons:": where the list begins; the end where none does.
  [[nodiscard]] std::uint32_t end_of_intention() const {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    for (auto i = a_.next_word(0, count, w_.following); i < count;
         i = a_.next_word(i + 1, count, w_.following)) {
      const auto last = a_.sentence(i).last;
      const bool appoints =
          i > 1 && (a_.is_word(i - 2, w_.appoint) || a_.is_word(i - 2, w_.nominate));
      if (appoints && a_.punctuation(last - 1, ':') && status_at(a_, i - 2) == Status::planned) {
        return last;
      }
    }
    return count;
  }

  // A line of such a list and nothing else: "- Ada Roe, Member, Harbour Board".
  [[nodiscard]] bool is_entry(const PostMention& post) const {
    constexpr std::uint32_t bullet = 2;  // tokens
    const auto line = a_.sentence(post.range.first);
    const auto& holder = name(post.holder);
    const auto first = holder.title.empty() ? holder.range.first : holder.title.first;
    const bool begins = first >= line.first && first <= line.first + bullet;
    auto last = post.range.last;
    for (const int body : post.bodies) {
      last = std::max(last, name(body).range.last);
    }
    return begins && a_.punctuation(holder.range.last, ',') &&
           holder.range.last < post.range.first && last + bullet >= line.last;
  }

  // Of the edge just added, if it was.
  void note_position(Range trigger, std::string position) {
    if (!position.empty() && !a_.edges.empty() && a_.edges.back().relation == Relation::holds &&
        a_.edges.back().trigger == trigger) {
      a_.edges.back().attributes = {{"position", std::move(position)}};
    }
  }

  // "Chair of the Board and Deputy Head of the Service": of two posts in two bodies the one in
  // `body`.
  [[nodiscard]] Range position_in(const PostMention& post, Range body) const {
    auto posts = post.range;
    for (auto i = posts.first + 1; post.bodies.size() > 1 && i + 1 < posts.last; ++i) {
      const Range before{posts.first, a_.punctuation(i - 1, ',') ? i - 1 : i};
      const Range after{i + 1, posts.last};
      if (!a_.is_word(i, w_.and_) || !names_body(post, before) || !names_body(post, after) ||
          !read_title(a_, i + 1, posts.last).post) {
        continue;
      }
      if (body.first < i) {
        return before;
      }
      posts = after;
    }
    return posts;
  }

  [[nodiscard]] bool names_body(const PostMention& post, Range posts) const {
    return std::ranges::any_of(post.bodies, [&](int body) {
      const auto& range = name(body).range;
      return posts.first <= range.first && range.last <= posts.last;
    });
  }

  // "Adviser at the Ministry of Trade of Latvia and Head of the Legal Department": the department,
  // which says of itself nobody's, is the ministry's.
  void unit_of_ministry(const PostMention& post) {
    if (post.bodies.size() != 2) {
      return;
    }
    const auto& ministry = name(post.bodies.front());
    const auto& unit = name(post.bodies.back());
    const auto head = unit.range.last - 1;
    const bool ends = a_.document.text(head) == "Department" ||
                      a_.document.text(head) == "Division" ||
                      a_.document.text(head) == "Directorate";
    if (!ends || unit.thing != none || ministry.type != NodeType::agency ||
        a_.document.text(ministry.range).find("Ministry") == std::string_view::npos ||
        unit.range.first < ministry.range.last || !a_.is_word(unit.range.first - 1, w_.the)) {
      return;
    }
    for (auto t = unit.range.first; t < head; ++t) {
      if (!a_.has(t, word_common)) {
        return;
      }
    }
    add(unit.node, Relation::part_of, ministry.node,
        {{ministry.range.first, unit.range.last}, "unit-in-post", Status::asserted, 0.75});
  }

  // "Chief of the Petitions Section, Treaties Division, Office of the Commissioner": each of the
  // next, where no "and" makes a list of them.
  void units_of(const PostMention& post) {
    constexpr int most = 6;
    unit_of_ministry(post);
    if (post.bodies.size() != 1) {
      return;
    }
    int unit = post.bodies.front();
    for (int steps = 0; steps < most; ++steps) {
      const auto at = name(unit).range.last;
      const int next = a_.punctuation(at, ',') && at + 1 < a_.document.tokens.size()
                           ? index_.covering(a_.is_word(at + 1, w_.the) ? at + 2 : at + 1)
                           : none;
      const bool chain = next != none && name(unit).thing == none &&
                         name(unit).type == NodeType::agency &&
                         name(next).type == NodeType::agency && name(next).range.first <= at + 2 &&
                         (index_.after(next) == none || !index_.is_joined(index_.after(next)));
      if (!chain) {
        return;
      }
      add(name(unit).node, Relation::part_of, name(next).node,
          {{name(unit).range.first, name(next).range.last},
           "unit-by-comma",
           Status::asserted,
           0.75});
      unit = next;
    }
  }

  // Names inside names, and "X's Y".
  void parts() {
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      if (a_.names[i].type == NodeType::agency && a_.names[i].inside == none) {
        agencies_.add(a_.names[i].range.first, static_cast<int>(i));
      }
      if (a_.names[i].type == NodeType::place && a_.names[i].thing != none) {
        countries_.try_emplace(a_.names[i].thing, a_.names[i].node);
      }
    }
    agencies_.sort();
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      const auto& inner = a_.names[i];
      if (inner.inside == none) {
        possessed_by(inner);
        part_at(inner);
        part_by_words(inner);
        part_by_description(inner);
        part_of_bracketed(inner);
        part_of_owned(inner);
        part_by_demonym(inner);
        continue;
      }
      const auto& outer = name(inner.inside);
      if (!is_tied(inner) && !held_by_other(i) && is_part(inner, outer)) {
        add(outer.node, Relation::part_of, inner.node,
            {outer.range, "name-in-name", Status::asserted, 0.85});
      }
    }
  }

  // Peru in "Chile-Peru Council", which is no organ of Peru; the Union in "Chile-EU Council".
  [[nodiscard]] bool is_tied(const NameMention& inner) const {
    const auto first = inner.range.first;
    const bool before = first > 1 && ties_names(a_, first - 1);
    const bool after = ties_names(a_, inner.range.last);
    if (inner.type == NodeType::place) {
      return before || after;
    }
    constexpr auto states = set_of(Kind::country) | set_of(Kind::demonym);
    const auto outer = name(inner.inside).range;
    bool beside = after && a_.longest_hit(inner.range.last + 1, states, outer.last) != nullptr;
    for (auto i = outer.first; before && !beside && i + 1 < first; ++i) {
      const auto* state = a_.longest_hit(i, states, first - 1);
      beside = state != nullptr && state->last == first - 1;
    }
    return beside;
  }

  // "Kenya's Ministry of Health", "the Agency (ABC)'s Bureau".
  void possessed_by(const NameMention& owner) {
    auto at = owner.range.last;
    if (a_.punctuation(at, '(') && a_.punctuation(at + 2, ')')) {
      at += 3;
    }
    const bool owns = owner.type == NodeType::agency || owner.type == NodeType::place;
    if (!owns || at + 1 >= a_.document.tokens.size() || !a_.token(at).is(token_possessive)) {
      return;
    }
    at += a_.punctuation(at + 1, '(') && a_.punctuation(at + 3, ')') ? 3U : 0U;  // "X's (ABC)"
    const int owned = agencies_.find(past_adjectives(at + 1));
    if (owned != none && may_own(owner, name(owned))) {
      const auto& unit = name(owned);
      add(unit.node, Relation::part_of, owner.node,
          {{owner.range.first, unit.range.last}, "possessive", Status::asserted, 0.8});
    }
  }

  // "Harrow's newly modernised Emergency Centre".
  [[nodiscard]] std::uint32_t past_adjectives(std::uint32_t at) const {
    constexpr std::uint32_t most = 2;
    auto i = at;
    while (i < at + most && i + 1 < a_.document.tokens.size() && !a_.capital(i) &&
           a_.has(i, word_common) && !a_.has(i, word_function)) {
      ++i;
    }
    return i;
  }

  // "the Fraud Section of the Ministry's Criminal Division": of what the owner owns.
  void part_of_owned(const NameMention& unit) {
    auto at = unit.range.last;
    if (unit.type != NodeType::agency || at + 4 >= a_.document.tokens.size() ||
        !a_.is_word(at, w_.of)) {
      return;
    }
    at += a_.is_word(at + 1, w_.the) ? 2U : 1U;
    const int owner = index_.covering(at);
    if (owner == none || name(owner).type != NodeType::agency || name(owner).range.first != at ||
        !a_.is_possessive(name(owner).range.last)) {
      return;
    }
    const int owned = agencies_.find(name(owner).range.last + 1);
    if (owned != none) {
      add(unit.node, Relation::part_of, name(owned).node,
          {{unit.range.first, name(owned).range.last}, "possessive", Status::asserted, 0.8});
    }
  }

  // "North Macedonia's OSCE Chairmanship" makes no organ of North Macedonia.
  [[nodiscard]] bool may_own(const NameMention& owner, const NameMention& owned) const {
    if (owner.type != NodeType::place || owned.thing == none) {
      return true;
    }
    const auto country = a_.knowledge.things[static_cast<std::size_t>(owned.thing)].country;
    return owner.thing != none && !country.empty() &&
           a_.knowledge.things[static_cast<std::size_t>(owner.thing)].country == country;
  }

  // "Arkell Institute at Harrow University".
  void part_at(const NameMention& unit) {
    auto at = unit.range.last;
    if (unit.type != NodeType::agency || at + 2 >= a_.document.tokens.size() ||
        !a_.is_word(at, w_.at)) {
      return;
    }
    ++at;
    const int parent = index_.covering(at);
    if (parent != none && name(parent).type == NodeType::agency && name(parent).range.first == at) {
      add(unit.node, Relation::part_of, name(parent).node,
          {{unit.range.first, name(parent).range.last}, "unit-at", Status::asserted, 0.8});
    }
  }

  // "Turkish National Police", "Royal Canadian Mounted Police": an organ of the country, where the
  // release names it.
  void part_by_demonym(const NameMention& unit) {
    if (unit.type != NodeType::agency) {
      return;
    }
    auto head = unit.range.first;
    while (head + 1 < unit.range.last && !is_preposition(a_, head + 1)) {
      ++head;
    }
    const bool organ = is_state_body(unit) || a_.has(head, word_organ_head);
    for (auto i = unit.range.first; i < std::min(unit.range.last, unit.range.first + 2); ++i) {
      const auto* hit = a_.longest_hit(i, set_of(Kind::demonym), unit.range.last);
      if (!organ &&
          (hit == nullptr || hit->last >= unit.range.last || !a_.has(hit->last, word_organ_head))) {
        continue;  // "Kenyan Meteorological Institute"
      }
      const auto country =
          hit == nullptr ? countries_.end() : countries_.find(static_cast<int>(hit->entry));
      if (country != countries_.end()) {
        add(unit.node, Relation::part_of, country->second,
            {unit.range, "demonym-in-name", Status::asserted, 0.8});
        return;
      }
    }
  }

  // "the Committee against Piracy (CAP) of the League", "the Arkell Council, the League's highest
  // body": whose organ it is stands after the bracket or the comma.
  void part_by_words(const NameMention& unit) {
    auto at = unit.range.last;
    if (unit.type != NodeType::agency || at + 3 >= a_.document.tokens.size()) {
      return;
    }
    const bool bracket = a_.punctuation(at, '(') && a_.punctuation(at + 2, ')');
    at += bracket ? 3U : 0U;
    const bool of = bracket && a_.is_word(at, w_.of);
    const int unit_of = bracket ? agencies_.find(at) : none;
    if (unit_of != none && unit.thing != none && name(unit_of).thing == none) {
      add(name(unit_of).node, Relation::part_of, unit.node,
          {{unit.range.first, name(unit_of).range.last},
           "unit-after-bracket",
           Status::asserted,
           0.8});
      return;  // "the Arkell Agency (AA) Harbour Office"
    }
    if (!of && !a_.punctuation(at, ',')) {
      return;
    }
    at += a_.is_word(at + 1, w_.the) ? 2U : 1U;
    const int owner = index_.covering(at);
    if (owner == none || name(owner).type != NodeType::agency || name(owner).range.first != at ||
        (!of && !is_organ_of(name(owner).range.last))) {
      return;
    }
    add(unit.node, Relation::part_of, name(owner).node,
        {{unit.range.first, name(owner).range.last}, "organ-by-words", Status::asserted, 0.8});
  }

  // "Ministry of Foreign Affairs (Kenya)".
  void part_of_bracketed(const NameMention& unit) {
    const auto at = unit.range.last;
    if (unit.type != NodeType::agency || unit.thing != none || !a_.punctuation(at, '(') ||
        !a_.has(unit.range.first, word_organ_head)) {
      return;
    }
    const int state = index_.covering(at + 1);
    if (state != none && name(state).type == NodeType::place && name(state).thing != none &&
        name(state).range.first == at + 1 && a_.punctuation(name(state).range.last, ')')) {
      add(unit.node, Relation::part_of, name(state).node,
          {{unit.range.first, name(state).range.last}, "state-in-bracket", Status::asserted, 0.8});
    }
  }

  // "X is a health agency of the League", "X, a specialised agency of the League,".
  void part_by_description(const NameMention& unit) {
    auto at = unit.range.last;
    if (unit.type != NodeType::agency || at + 5 >= a_.document.tokens.size()) {
      return;
    }
    at += a_.punctuation(at, '(') && a_.punctuation(at + 2, ')') ? 3U : 0U;
    const auto end = a_.sentence(unit.range.first).last;
    const bool tells =
        at + 4 < end && (a_.is_word(at, w_.is) || a_.punctuation(at, ',')) &&
        (a_.is_word(at + 1, w_.a) || a_.is_word(at + 1, w_.an) || a_.is_word(at + 1, w_.the));
    auto of = tells ? past_description(at + 2, end) : end;
    if (of + 1 >= end) {
      return;
    }
    of += a_.is_word(of + 1, w_.the) ? 2U : 1U;
    const int owner = index_.covering(of);
    if (owner != none && name(owner).type == NodeType::agency && name(owner).range.first == of &&
        !a_.is_possessive(name(owner).range.last)) {
      add(unit.node, Relation::part_of, name(owner).node,
          {{unit.range.first, name(owner).range.last}, "organ-by-words", Status::asserted, 0.8});
    }
  }

  // Where "of" stands behind words written small of which the last is a body's head; `end` where
  // other words stand there.
  [[nodiscard]] std::uint32_t past_description(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t longest = 7;  // tokens
    // "a partner agency of the League" is beside it, no part of it
    constexpr std::array<std::string_view, 5> beside{"member", "partner", "sister", "rival",
                                                     "host"};
    auto i = at;
    while (i < std::min(end, at + longest) && !a_.capital(i) && a_.has(i, word_common) &&
           (!a_.has(i, word_function) || a_.is_word(i, w_.and_))) {
      if (std::ranges::find(beside, a_.document.text(i)) != beside.end()) {
        return end;
      }
      ++i;
    }
    const bool body =
        i > at && i < end && a_.is_word(i, w_.of) &&
        (a_.has(i - 1, word_agency_short | word_agency_head | word_agency_weak | word_organ_head) ||
         a_.document.text(i - 1) == "body" || a_.document.text(i - 1) == "arm");
    return body ? i : end;
  }

  // "'s top decision-making body": an owner's ending and, small, a body's head.
  [[nodiscard]] bool is_organ_of(std::uint32_t possessive) const {
    constexpr std::uint32_t longest = 6;  // tokens
    if (!a_.is_possessive(possessive)) {
      return false;
    }
    const auto end = std::min(a_.sentence(possessive).last, possessive + longest);
    for (auto i = possessive + 1; i < end && !a_.capital(i); ++i) {
      if (a_.has(i, word_agency_short | word_agency_head | word_agency_weak) ||
          a_.document.text(i) == "body" || a_.document.text(i) == "arm") {
        return true;
      }
      if (a_.has(i, word_function) || a_.punctuation(i, ',')) {
        return false;
      }
    }
    return false;
  }

  // "Lithuanian"-like prefixes make an organ only of some heads: the Sri Lanka Navy, not the Ceylon
  // Tea Association.
  [[nodiscard]] bool is_part(const NameMention& inner, const NameMention& outer) const {
    const auto rest = inner.range.last;
    if (is_company(inner) && is_company(outer)) {
      return false;  // "Harrow Energy", which is called after Harrow
    }
    if (inner.range.first == outer.range.first && a_.has(rest - 1, word_company) &&
        a_.is_word(rest, w_.of) && !a_.punctuation(rest - 2, ',')) {
      return false;  // "Harrow Tides LLC of Oslo", which is the same; "Youth, Inc. of Oslo" is none
    }
    const auto first = inner.range.first;
    if (inner.type == NodeType::place && first > outer.range.first + 2 &&
        a_.is_word(first - 1, w_.of) && a_.is_word(first - 2, w_.district)) {
      return false;  // "Attorney's Office for the Middle District of Georgia", the Union's
    }
    if (inner.type != NodeType::place || inner.range.first != outer.range.first ||
        is_state_body(outer)) {
      return true;
    }
    const auto* called = a_.longest_hit(inner.range.last, set_of(Kind::body), outer.range.last);
    if (called != nullptr && called->last == outer.range.last) {
      return true;  // "Latvia National Security Council"
    }
    for (auto i = inner.range.last; i < outer.range.last; ++i) {
      if (a_.has(i, word_organ_head)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_company(const NameMention& body) const {
    return body.type == NodeType::agency && body.thing != none &&
           a_.knowledge.things[static_cast<std::size_t>(body.thing)].kind == "company";
  }

  // A listed body that is no party, company or the like: its country is whose organ it is.
  [[nodiscard]] bool is_state_body(const NameMention& body) const {
    if (body.thing == none) {
      return false;
    }
    const auto kind = a_.knowledge.things[static_cast<std::size_t>(body.thing)].kind;
    return kind != "party" && kind != "ngo" && kind != "company" && kind != "media" &&
           kind != "university" && kind != "armed-group";
  }

  // A name inside a name inside a name belongs to the nearer one.
  [[nodiscard]] bool held_by_other(std::size_t inner) const {
    const auto& range = a_.names[inner].range;
    const int outer = a_.names[inner].inside;
    for (std::size_t j = static_cast<std::size_t>(outer) + 1;
         j < a_.names.size() && a_.names[j].range.first < name(outer).range.last; ++j) {
      if (j != inner && a_.names[j].inside == outer && a_.names[j].range.covers(range) &&
          a_.names[j].range != range) {
        return true;
      }
    }
    return false;
  }

  // "to be Director of the Y, vice X": X had the post.
  void predecessors() {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    const auto end = count - std::min(count, 1U);
    for (auto i = a_.next_word(1, end, w_.vice); i < end; i = a_.next_word(i + 1, end, w_.vice)) {
      if (a_.capital(i) || !a_.punctuation(i - 1, ',')) {
        continue;
      }
      const int holder = index_.covering(i + 1);
      const int body = holder == none ? none : body_of_next(i);
      if (body != none) {
        add(name(holder).node, Relation::holds, name(body).node,
            {{i, i + 1}, "predecessor", Status::asserted, 0.8});
        note_position({i, i + 1}, post_of_next(name(body).range.first));
      }
    }
  }

  // "was named as Director of the Harbour Office. She succeeds X": X had the post.
  void succeeded() {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    const auto end = count - std::min(count, 1U);
    for (auto i = a_.next_word(1, end, w_.succeeds); i < end;
         i = a_.next_word(i + 1, end, w_.succeeds)) {
      const int holder = a_.capital(i) ? none : index_.covering(i + 1);
      if (holder == none || name(holder).type != NodeType::official) {
        continue;
      }
      const auto post = post_given_before(i);
      for (const auto& range : post.bodies) {
        if (const int body = index_.covering(range.first); body != none) {
          add(name(holder).node, Relation::holds, name(body).node,
              {{i, i + 1}, "predecessor", Status::asserted, 0.8});
          note_position({i, i + 1},
                        std::string(a_.document.text({post.post_range.first, post.last})));
        }
      }
    }
  }

  // "after serving as", "who has served as": a post of before.
  [[nodiscard]] bool is_past_service(std::uint32_t as) const {
    return as > 0 &&
           (a_.document.text(as - 1) == "serving" || a_.document.text(as - 1) == "served");
  }

  // The post that "as" or "to be" leads to nearest before token `i`, in its sentence or the one
  // before.
  [[nodiscard]] Title post_given_before(std::uint32_t i) const {
    const auto sentence = a_.sentence(i).first;
    const auto first = sentence == 0 ? 0 : a_.sentence(sentence - 1).first;
    const auto floor = std::max(first, i > context_window ? i - context_window : 0U);
    for (auto t = i; t > floor;) {
      --t;
      if ((!a_.is_word(t, w_.as) && !a_.is_word(t, w_.be)) || is_past_service(t)) {
        continue;
      }
      auto at = t + 1;
      at += a_.is_word(at, w_.the) || a_.is_word(at, w_.a) || a_.is_word(at, w_.an) ? 1U : 0U;
      at += at < i && a_.token(at).is(token_digit) ? 1U : 0U;  // "the 48th Chief Justice"
      return read_title(a_, at, std::min(i, a_.sentence(t).last));
    }
    return {};
  }

  // "to be a Member of the Board of Ports, vice X": the post in the body that begins at `i`.
  [[nodiscard]] std::string post_of_next(std::uint32_t i) const {
    const auto first = a_.sentence(i).first;
    while (i > first && !a_.is_word(i, w_.be)) {
      --i;
    }
    return title_after(a_, i, w_.be);
  }

  // The body named last before token `i` in its sentence, as that of the post that is given there:
  // "of the Service, to be Secretary of Ports, vice X" makes X no secretary of the Service.
  [[nodiscard]] int body_of_next(std::uint32_t i) const {
    const auto first = a_.sentence(i).first;
    const auto floor = std::max(first, i > context_window ? i - context_window : 0U);
    for (auto t = i; t > floor;) {
      --t;
      if (a_.is_word(t, w_.be) && t > first && a_.is_word(t - 1, w_.to)) {
        return none;
      }
      const int body = index_.covering(t);
      if (body != none && name(body).type == NodeType::agency) {
        return body;
      }
    }
    return none;
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  const MentionIndex& index_;
  std::uint32_t intended_from_ = 0;
  std::unordered_map<int, int> countries_;  // node by index in Knowledge::things
  Positions agencies_;                      // the outermost, by their first tokens
};

// The edges of one text while they are found.
struct Relations {
  explicit Relations(Analysis& analysis) : edges(analysis), speaker(edges) {}

  Edges edges;
  ReleaseSpeaker speaker;
};

using RelationStage = void (*)(Relations&);

constexpr std::array<RelationStage, 10> relation_stages{
    [](Relations& r) { give_first_person(r.edges, r.speaker); },
    [](Relations& r) { find_statement_edges(r.edges); },
    [](Relations& r) { find_event_edges(r.edges); },
    [](Relations& r) { find_place_edges(r.edges); },
    [](Relations& r) { find_address_edges(r.edges); },
    [](Relations& r) { find_speech_edges(r.edges); },
    [](Relations& r) { find_first_person_edges(r.edges, r.speaker); },
    [](Relations& r) { find_citation_edges(r.edges, r.speaker); },
    [](Relations& r) { find_post_edges(r.edges); },
    [](Relations& r) { settle_event_status(r.edges.a); }};

}  // namespace

void find_post_edges(Edges& edges) {
  PostEdges(edges).run();
}

void find_relations(std::span<Analysis> analyses) {
  std::deque<Relations> texts;  // stay where they are
  for (auto& analysis : analyses) {
    texts.emplace_back(analysis);
  }
  for (const auto stage : relation_stages) {
    std::ranges::for_each(texts, stage);
  }
}

}  // namespace pressgraph
