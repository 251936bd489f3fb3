// SPDX-License-Identifier: Apache-2.0
// One pass over each sentence that finds what is named: at each word the longest of a titled
// person, a known name, a phrase read by its head noun, a person. Names inside a longer name are
// kept too.
#include <algorithm>

#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

class NameFinder {
 public:
  explicit NameFinder(Analysis& analysis) : a_(analysis), w_(analysis.knowledge.words) {}

  void run() {
    for (const auto sentence : a_.document.sentences) {
      end_ = sentence.last;
      for (auto i = sentence.first; i < end_;) {
        i = std::max(i + 1, read(i));
      }
    }
  }

 private:
  // Reads what begins at `i`; returns one past it, or `i`.
  std::uint32_t read(std::uint32_t i) {
    if (a_.taken[i] != 0 ||
        (!a_.capital(i) && !a_.has(i, word_post | word_modifier | word_former | word_honorific) &&
         !a_.token(i).is(token_digit))) {
      return i;
    }
    if (const auto next = titled_person(i); next != i) {
      return next;
    }
    if (!a_.capital(i) && !a_.token(i).is(token_digit)) {
      return i;
    }
    return named(i);
  }

  std::uint32_t titled_person(std::uint32_t i) {
    if (a_.token(i).is(token_digit)) {
      return i;
    }
    const auto title = read_title(a_, i, end_);
    if (title.last == i) {
      return i;
    }
    auto at = title.last;
    // "the Director of the Service, Tomas Lindqvist, said"
    const bool follows_name = i > 0 && a_.punctuation(i - 1, ',') && !a_.names.empty() &&
                              a_.names.back().type == NodeType::official &&
                              a_.names.back().range.last + 1 == i;
    const bool apposed = a_.punctuation(at, ',') && title.post && !follows_name;
    at += apposed ? 1U : 0U;
    const auto last = end_of_person(a_, at, end_, !apposed);
    if (last == at || at >= end_ || (apposed && !has_given(at, last))) {
      return i;
    }
    if (!apposed && a_.has(i, word_common) && !title.post && !a_.capital(i)) {
      return i;
    }
    return take_official(i, title, {at, last});
  }

  [[nodiscard]] bool has_given(std::uint32_t first, std::uint32_t last) const {
    return last - first >= 2 && a_.has(first, word_given);
  }

  std::uint32_t take_official(std::uint32_t i, const Title& title, Range name) {
    std::vector<int> bodies;
    for (const auto& body : title.bodies) {
      bodies.push_back(take_body(body));
    }
    NameMention mention;
    mention.type = NodeType::official;
    mention.range = name;
    mention.title = {i, name.first};
    mention.gender = title.gender != Gender::unknown ? title.gender : gender_of(name);
    mention.rule = "title-name";
    const auto holder = add(mention);
    if (title.post && bodies.empty()) {
      country_after(name.last, bodies);
    }
    if (title.post) {
      a_.posts.push_back(
          {title.post_range, holder, bodies, title.former, title.future, "title-before-name"});
    }
    return name.last;
  }

  // "President Macron of France".
  void country_after(std::uint32_t at, std::vector<int>& bodies) {
    if (at + 1 >= end_ || !a_.is_word(at, w_.of)) {
      return;
    }
    const auto begin = a_.is_word(at + 1, w_.the) ? at + 2 : at + 1;
    const auto* hit = a_.longest_hit(begin, set_of(Kind::country), end_);
    if (hit != nullptr) {
      bodies.push_back(add(mention_of(*hit, {begin, hit->last}, "lexicon")));
    }
  }

  int take_body(Range range) {
    const auto* hit = a_.longest_hit(range.first, name_kinds | set_of(Kind::demonym), range.last);
    if (hit != nullptr && hit->last == range.last) {
      return add(
          mention_of(*hit, range, hit->kind == Kind::demonym ? "demonym-in-post" : "lexicon"));
    }
    NameMention mention;
    mention.type = NodeType::agency;
    mention.range = range;
    mention.rule = "head-noun";
    const int body = add(mention);
    nested(body);
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
    const auto* hit = a_.longest_hit(i, name_kinds, end_);
    auto phrase = read_noun_phrase(a_, i, end_);
    if (phrase && a_.token(i).is(token_digit) && phrase->type != NodeType::event) {
      phrase.reset();
    }
    const auto person = a_.token(i).is(token_digit) ? i : end_of_person(a_, i, end_, false);
    const auto known = hit == nullptr ? i : hit->last;
    if (phrase && phrase->range.last > known && phrase->range.last >= person) {
      return take_phrase(*phrase);
    }
    if (hit != nullptr && known >= person) {
      return take_hit(i, *hit);
    }
    if (person > i && !(phrase && phrase->range.last == person)) {
      return take_person({i, person});
    }
    return unknown_place(i);
  }

  std::uint32_t take_hit(std::uint32_t i, const Hit& hit) {
    const auto& thing = a_.knowledge.things[hit.entry];
    if (thing.ambiguous && thing.type == NodeType::place && hit.last == i + 1 &&
        !place_context(i, hit.last)) {
      return i + 1;
    }
    add(mention_of(hit, {i, hit.last}, "lexicon"));
    nested(static_cast<int>(a_.names.size()) - 1);
    return hit.last;
  }

  // An ambiguous name is a place after "in", "to", before a comma and a known place, or not beside
  // another capital.
  [[nodiscard]] bool place_context(std::uint32_t first, std::uint32_t last) const {
    const bool capital_before = first > 0 && a_.capital(first - 1) &&
                                !a_.has(first - 1, word_function | word_post) &&
                                !a_.token(first).is(token_sentence);
    const bool capital_after = last < end_ && a_.capital(last);
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
    add(mention);
    nested(static_cast<int>(a_.names.size()) - 1);
    return phrase.range.last;
  }

  // "NATO Summit" names NATO; a city or country in an event's name is no mention of it.
  void bodies_in(Range core) {
    for (auto i = core.first; i < core.last; ++i) {
      const auto* hit = a_.longest_hit(i, set_of(Kind::body), core.last);
      if (hit != nullptr) {
        add(mention_of(*hit, {i, hit->last}, "name-in-event"));
        i = hit->last - 1;
      }
    }
  }

  // The names of agencies and countries inside the one just added.
  void nested(int outer) {
    const auto range = a_.names[static_cast<std::size_t>(outer)].range;
    const auto type = a_.names[static_cast<std::size_t>(outer)].type;
    if (type != NodeType::agency) {
      return;
    }
    const int thing = a_.names[static_cast<std::size_t>(outer)].thing;
    bool may_begin = true;
    for (auto i = range.first; i < range.last;) {
      const auto bound = i == range.first ? range.last - 1 : range.last;
      const auto* hit = may_begin
                            ? a_.longest_hit(i, set_of(Kind::country) | set_of(Kind::body), bound)
                            : nullptr;
      if (hit == nullptr || static_cast<int>(hit->entry) == thing) {
        may_begin = !a_.capital(i);
        i = hit == nullptr ? i + 1 : hit->last;
        continue;
      }
      auto inner = mention_of(*hit, {i, hit->last}, "name-in-name");
      inner.inside = outer;
      add(inner);
      i = hit->last;
    }
    nested_phrases(outer, range);
  }

  // "Institute for the Study of Diplomacy of the Harrow University": the part after "of" with a
  // head of its own.
  void nested_phrases(int outer, Range range) {
    for (auto i = range.first + 1; i < range.last; ++i) {
      const auto word = a_.token(i - 1).word;
      if ((word != w_.of && word != w_.the && word != w_.at) || !a_.capital(i) ||
          covered(outer, i)) {
        continue;
      }
      const auto phrase = read_noun_phrase(a_, i, range.last);
      if (phrase && phrase->type == NodeType::agency && phrase->range.size() >= 2) {
        NameMention inner;
        inner.type = NodeType::agency;
        inner.range = phrase->range;
        inner.inside = outer;
        inner.rule = "name-in-name";
        add(inner);
        return;
      }
    }
  }

  [[nodiscard]] bool covered(int outer, std::uint32_t i) const {
    return std::any_of(a_.names.begin() + outer + 1, a_.names.end(), [&](const NameMention& name) {
      return name.inside == outer && name.range.first <= i && i < name.range.last;
    });
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

  // "in Borodyanka": a capital after a preposition of place that nothing else claims.
  std::uint32_t unknown_place(std::uint32_t i) {
    if (a_.token(i).is(token_digit) || a_.token(i).is(token_all_caps) ||
        a_.has(i, word_common | word_month | word_weekday | word_given | word_post |
                      word_agency_head | word_instrument_head | word_event_head)) {
      return i;
    }
    const auto last = end_of_capitals(a_, i, end_);
    const auto* next =
        a_.punctuation(last, ',') && last + 1 < end_
            ? a_.longest_hit(last + 1, set_of(Kind::place) | set_of(Kind::country), end_)
            : nullptr;
    const bool located = i > 0 && (a_.is_word(i - 1, w_.in) || a_.is_word(i - 1, w_.near)) &&
                         !a_.token(i).is(token_sentence);
    if (last > i + 3 || (next == nullptr && !located) || any_common({i, last})) {
      return i;
    }
    NameMention mention;
    mention.type = NodeType::place;
    mention.range = {i, last};
    mention.rule = next != nullptr ? "place-before-place" : "place-after-preposition";
    add(mention);
    return last;
  }

  [[nodiscard]] bool any_common(Range range) const {
    for (auto i = range.first; i < range.last; ++i) {
      if (a_.has(i, word_common) || !a_.capital(i)) {
        return true;
      }
    }
    return false;
  }

  int add(const NameMention& mention) {
    a_.names.push_back(mention);
    return static_cast<int>(a_.names.size()) - 1;
  }

  Analysis& a_;
  const KnownWords& w_;
  std::uint32_t end_ = 0;
};

}  // namespace

const Hit* Analysis::longest_hit(std::uint32_t i, KindSet kinds, std::uint32_t end) const {
  if (i >= document.tokens.size()) {
    return nullptr;
  }
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

void find_phrases(Analysis& analysis) {
  auto& a = analysis;
  const auto count = static_cast<std::uint32_t>(a.document.tokens.size());
  a.hits_from.reserve(count + 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    a.hits_from.push_back(static_cast<std::uint32_t>(a.hits.size()));
    a.knowledge.phrases.find(a.document, i, a.sentence(i).last, a.hits);
  }
  a.hits_from.push_back(static_cast<std::uint32_t>(a.hits.size()));
  a.taken.assign(count, 0);
}

void find_names(Analysis& analysis) {
  NameFinder(analysis).run();
}

}  // namespace pressgraph
