// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/clauses.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

constexpr std::uint32_t farthest_subject = 60;  // tokens left of its verb
constexpr std::uint32_t shortest_unmarked = 5;  // tokens of a quotation that lost its marks
constexpr std::uint32_t longest_adverbs = 5;
constexpr std::uint32_t longest_apposition = 40;  // tokens between a name and "who"

std::uint32_t before_article(const Analysis& a, std::uint32_t begin) {
  return begin > 0 && a.is_word(begin - 1, a.knowledge.words.the) ? begin - 1 : begin;
}

bool is_auxiliary(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  const auto word = a.token(i).word;
  return word != 0 && (word == w.was || word == w.were || word == w.is || word == w.are ||
                       word == w.be || word == w.been || word == w.will || word == w.has ||
                       word == w.have || word == w.had || word == w.would);
}

// Over "also", "further", "will", "has" to the left.
std::uint32_t before_adverbs(const Analysis& a, std::uint32_t verb, std::uint32_t floor) {
  auto i = verb;
  while (i > floor && verb - i < longest_adverbs &&
         (a.is_word(i - 1, a.knowledge.words.also) || is_auxiliary(a, i - 1) ||
          (a.has(i - 1, word_circumstance | word_ordinal) && !a.capital(i - 1)) ||
          (a.has(i - 1, word_common) && !a.has(i - 1, word_function) &&
           a.document.text(i - 1).ends_with("ly")))) {
    --i;
  }
  return i;
}

}  // namespace

Subjects::Subjects(const Analysis& analysis, const MentionIndex& index)
    : a_(analysis), index_(index) {
  for (const auto& post : a_.posts) {
    if (post.rule != "title-before-name") {
      post_starts_.push_back(post.range);
    }
  }
  std::ranges::sort(post_starts_);
}

Subject Subjects::of(std::uint32_t verb) const {
  const auto sentence = a_.sentence(verb);
  const auto floor =
      std::max(sentence.first, verb > farthest_subject ? verb - farthest_subject : 0U);
  if (auto inverted = after_quotation(verb, sentence); !inverted.empty()) {
    return {std::move(inverted), false};
  }
  if (const int thanked = thanked_for(verb); thanked != none) {
    return named(thanked);
  }
  if (const auto how = link(verb); how != Link::apart) {
    return how == Link::infinitive && is_sent_to(verb)
               ? Subject{}
               : Subject{a_.clauses.back().subjects, a_.clauses.back().collective};
  }
  if (const int antecedent = before_who(verb, floor); antecedent != none) {
    return named(antecedent);
  }
  return left_of(verb, floor);
}

// "announces a delegation to attend the inauguration": who is sent does it; "discussed inviting
// Norway to take part": who is invited may.
bool Subjects::is_sent_to(std::uint32_t verb) const {
  for (auto i = a_.clauses.back().verb.last; i < verb; ++i) {
    if (a_.is_word(i, a_.knowledge.words.delegation) || a_.document.text(i).starts_with("invit")) {
      return true;
    }
  }
  return false;
}

// "thanked Norway for hosting the meeting", "welcomed Norway in hosting it", "gratitude to Norway
// for hosting it": who is thanked did it; `none` where nobody is.
int Subjects::thanked_for(std::uint32_t verb) const {
  const auto& w = a_.knowledge.words;
  const bool led = verb > a_.sentence(verb).first + 2 && a_.document.text(verb).ends_with("ing") &&
                   (a_.is_word(verb - 1, w.for_) || a_.is_word(verb - 1, w.in));
  const int mention = led ? index_.item_at(verb - 2) : none;
  if (mention == none || index_.end_of_item(mention) + 1 != verb ||
      !is_actor(a_.names[static_cast<std::size_t>(mention)].type)) {
    return none;
  }
  const auto begin = index_.begin(mention);
  const bool object = !a_.clauses.empty() && begin >= a_.clauses.back().verb.last &&
                      begin <= a_.clauses.back().verb.last + 1 &&
                      a_.knowledge.verbs[a_.clauses.back().entry].frame == Frame::say;
  const auto at = before_article(a_, begin);
  const bool given = a_.is_word(verb - 1, w.for_) && at > 0 && a_.is_word(at - 1, w.to);
  return object || given ? mention : none;
}

// "students of Harrow College, Ashdown visited X": the town after a comma, where the body is.
bool Subjects::is_seat(int mention, Range sentence) const {
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  const auto first = name.range.first;
  if (name.type != NodeType::place || first < sentence.first + 2 ||
      !a_.punctuation(first - 1, ',') ||
      (name.thing != none &&
       a_.knowledge.things[static_cast<std::size_t>(name.thing)].kind == "country")) {
    return false;
  }
  const int body = index_.item_at(first - 2);
  return body != none && a_.names[static_cast<std::size_t>(body)].type == NodeType::agency &&
         index_.end_of_item(body) == first - 1;
}

// The nearest name or pronoun to the left that no preposition governs.
Subject Subjects::left_of(std::uint32_t verb, std::uint32_t floor) const {
  const auto sentence = a_.sentence(verb);
  for (auto i = verb; i > floor;) {
    --i;
    const int mention = index_.item_at(i);
    if (mention == none) {
      if (is_pronoun(i)) {
        return pronoun(i, verb);
      }
      if (a_.has(i, word_collective) && !(i > 0 && is_preposition(a_, i - 1)) &&
          !is_company(i, floor) && listed_before(i, floor) == none) {
        return {{}, true};
      }
      continue;
    }
    const bool passed = governed(mention, sentence);
    const int leftmost = passed ? index_.first_conjunct(mention) : mention;
    i = std::min(i, index_.begin(leftmost));
    const auto& name = a_.names[static_cast<std::size_t>(mention)];
    if (!passed && is_actor(name.type) && name.node != none && !is_seat(mention, sentence)) {
      return named_or_sent(mention, floor);
    }
  }
  return {};
}

// "X, along with a delegation of senior officials, is ...": those beside the subject.
bool Subjects::is_company(std::uint32_t i, std::uint32_t floor) const {
  constexpr std::uint32_t farthest = 10;  // tokens
  const auto& w = a_.knowledge.words;
  for (auto t = i; t > floor + 1 && i - t < farthest; --t) {
    if (a_.is_word(t - 1, w.with) &&
        (a_.is_word(t - 2, w.along) || a_.is_word(t - 2, w.together))) {
      return true;
    }
    if (a_.punctuation(t - 1, ',')) {
      return false;
    }
  }
  return false;
}

// "A, B and other officials attended", "A, B and officials from C attended": B, the last name of a
// list that those without names at `i` close; `none` where they close none.
int Subjects::listed_before(std::uint32_t i, std::uint32_t floor) const {
  constexpr std::uint32_t farthest = 14;  // tokens
  for (auto t = i; t > floor && i - t < farthest; --t) {
    const int last = index_.item_at(t - 1);
    if (last != none && a_.names[static_cast<std::size_t>(last)].type == NodeType::official) {
      return index_.is_closed_by_others(last) ? last : none;
    }
  }
  return none;
}

Subject Subjects::named_or_sent(int mention, std::uint32_t floor) const {
  auto subject = named(mention);
  const int leftmost = index_.first_conjunct(mention);
  const bool body = a_.names[static_cast<std::size_t>(leftmost)].type != NodeType::official;
  if (const int last = body ? listed_before(index_.begin(leftmost), floor) : none; last != none) {
    const auto listed = named(last);
    subject.who.insert(subject.who.begin(), listed.who.begin(), listed.who.end());
  }
  subject.collective = subject.who.size() > 1 && is_sent(index_.begin(leftmost));
  return subject;
}

// "representatives from A, B and C": those who took part, not the bodies themselves.
bool Subjects::is_sent(std::uint32_t start) const {
  const auto& w = a_.knowledge.words;
  const auto at = before_article(a_, start);
  return at > 1 && (a_.is_word(at - 1, w.from) || a_.is_word(at - 1, w.of)) &&
         a_.has(at - 2, word_staff) && !a_.is_word(at - 2, w.leaders) &&
         (!a_.capital(at - 2) || a_.token(at - 2).is(token_sentence));
}

bool Subjects::is_pronoun(std::uint32_t i) const {
  const auto& w = a_.knowledge.words;
  return a_.is_word(i, w.he) || a_.is_word(i, w.she) || a_.is_word(i, w.they) ||
         (a_.is_word(i, w.it) && a_.sentence(i).first == i);
}

// "X opened the session and stressed ...", "X spoke, noting that ...", "X travels to attend ...".
Subjects::Link Subjects::link(std::uint32_t verb) const {
  const auto sentence = a_.sentence(verb);
  if (a_.clauses.empty() || a_.clauses.back().verb.first < sentence.first) {
    return Link::apart;
  }
  const auto& w = a_.knowledge.words;
  const auto& last = a_.clauses.back();
  const auto at = before_adverbs(a_, verb, last.verb.last);
  const bool participle = a_.document.text(verb).ends_with("ing");
  if (at <= last.verb.last) {
    return at == last.verb.last && participle ? Link::participle : Link::apart;
  }
  if (a_.is_word(at - 1, w.to)) {
    return Link::infinitive;
  }
  const bool joined = a_.is_word(at - 1, w.and_) || a_.is_word(at - 1, w.then) ||
                      a_.is_word(at - 1, w.or_) || a_.is_word(at - 1, w.but);
  if (joined) {
    return Link::conjunction;
  }
  if (!a_.punctuation(at - 1, ',')) {
    return Link::apart;
  }
  return participle                   ? Link::participle
         : goes_on_list(verb, at - 1) ? Link::conjunction
                                      : Link::apart;
}

// "condemned the attack, discussed the plan, and agreed", "will visit X, hold Y": like forms in a
// row; not the comma that closes "X, Director of Y, said".
bool Subjects::goes_on_list(std::uint32_t verb, std::uint32_t comma) const {
  const auto& last = a_.clauses.back();
  const bool past =
      a_.document.text(verb).ends_with("ed") && a_.document.text(last.verb.first).ends_with("ed");
  const bool base = a_.has(verb, word_base_verb) && a_.has(last.verb.first, word_base_verb);
  if (!(past || base) || comma == 0 || in_post(comma - 1) || a_.punctuation(comma - 1, ')')) {
    return false;
  }
  const int before = index_.covering(comma - 1);
  return before == none || a_.names[static_cast<std::size_t>(before)].type != NodeType::official;
}

bool Subjects::governed(int mention, Range sentence) const {
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  if (name.range.last < a_.document.tokens.size() &&
      a_.token(name.range.last).is(token_possessive)) {
    return true;
  }
  if (name.type == NodeType::place && index_.before(mention) != none &&
      !index_.is_joined(mention) &&
      a_.names[static_cast<std::size_t>(index_.before(mention))].type == NodeType::place) {
    return governed(index_.before(mention), sentence);  // "in Rome, Italy, the two signed"
  }
  const int head = index_.first_conjunct(mention);
  auto start = before_article(a_, index_.begin(head));
  if (start > sentence.first && a_.has(start - 1, word_ordinal | word_event_modifier)) {
    start = before_article(a_, start - 1);  // "at the opening of the 89th Assembly"
  }
  if (start > sentence.first + 1 && a_.has(start - 2, word_group) &&
      index_.covering(start - 2) == none) {
    return false;  // "the ministers of A and B", "students from C": they act for them
  }
  if (start > sentence.first && name.type != NodeType::official && is_object_at(start)) {
    return true;
  }
  return start > sentence.first &&
         (is_preposition(a_, start - 1) || a_.punctuation(start - 1, '(') || in_post(start));
}

// "by X and Y, who briefed ...": the name before "who", or `none`.
int Subjects::before_who(std::uint32_t verb, std::uint32_t floor) const {
  const auto& w = a_.knowledge.words;
  const auto at = before_adverbs(a_, verb, floor);
  if (at < floor + 3 || !(a_.is_word(at - 1, w.who) || a_.is_word(at - 1, w.which))) {
    return none;
  }
  const auto end = at - 1;
  for (auto i = end; i > floor && end - i < longest_apposition;) {
    --i;
    const int mention = index_.covering(i);
    // "Ada Roe, Secretary to the Ministry, who": it is she.
    const bool posts_body = mention != none && a_.is_word(end, w.who) && in_post(i) &&
                            a_.names[static_cast<std::size_t>(mention)].type != NodeType::official;
    const bool whole = mention != none && !posts_body && index_.end_of_item(mention) + 1 >= end;
    if (whole && is_actor(a_.names[static_cast<std::size_t>(mention)].type)) {
      return mention;
    }
    if (mention == none && !a_.punctuation(i, ',') && !a_.punctuation(i, ')') &&
        !a_.punctuation(i, '(') && !in_post(i)) {
      return none;
    }
  }
  return none;
}

// "provide Ukraine with": a plain word before a name leads to it; "yesterday NATO", "that NATO" do
// not.
bool Subjects::is_object_at(std::uint32_t start) const {
  const auto& before = a_.token(start - 1);
  return !before.is(token_capital) && !before.is(token_punctuation) && !before.is(token_digit) &&
         !before.is(token_possessive) && a_.taken[start - 1] == 0 &&
         !a_.has(start - 1, word_function | word_circumstance | word_adverb | word_event_head) &&
         !a_.document.text(start - 1).ends_with("ly");
}

Subject Subjects::named(int mention) const {
  Subject subject;
  for (const int one : index_.conjuncts(mention)) {
    const auto& name = a_.names[static_cast<std::size_t>(one)];
    if (is_actor(name.type) && name.node != none) {
      subject.who.push_back({name.node, one, name.range, name.rule});
    }
  }
  return subject;
}

// "..., said Attorney General X.": the marks of the quotation were lost, its form was not.
bool Subjects::is_unmarked_quotation(std::uint32_t verb, Range sentence) const {
  if (verb < sentence.first + shortest_unmarked || !a_.punctuation(verb - 1, ',') ||
      !a_.has(verb, word_quoting)) {
    return false;
  }
  const int speaker = index_.covering(verb + 1);
  if (speaker == none || index_.begin(speaker) != verb + 1 ||
      a_.names[static_cast<std::size_t>(speaker)].type != NodeType::official) {
    return false;
  }
  const auto end = index_.end_of_item(speaker);
  return end >= sentence.last || a_.punctuation(end, '.') || a_.punctuation(end, ',');
}

// "...", said the Minister: the subject stands after the verb.
std::vector<Participant> Subjects::after_quotation(std::uint32_t verb, Range sentence) const {
  const auto closes = [&](std::uint32_t i) {
    return a_.punctuation(i, '>') || a_.punctuation(i, '"');
  };
  const bool quoted = verb > 0 && (closes(verb - 1) ||
                                   (verb > 1 && a_.punctuation(verb - 1, ',') && closes(verb - 2)));
  if (!quoted && !is_unmarked_quotation(verb, sentence)) {
    return {};
  }
  for (auto i = verb + 1; i < std::min(sentence.last, verb + 4); ++i) {
    const int mention = index_.covering(i);
    if (mention != none && is_actor(a_.names[static_cast<std::size_t>(mention)].type)) {
      const int holder = holder_at(mention);
      const auto& name = a_.names[static_cast<std::size_t>(holder)];
      return name.node == none
                 ? std::vector<Participant>{}
                 : std::vector<Participant>{{name.node, holder, name.range, name.rule}};
    }
  }
  return {};
}

// "said U.S. Attorney for the Western District John Roe": of a name that begins a post, the person
// who holds it.
int Subjects::holder_at(int mention) const {
  constexpr std::uint32_t longest_post = 16;  // tokens
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  const auto first = name.range.last;
  if (name.type == NodeType::official || first >= a_.document.tokens.size() ||
      !a_.has(first, word_post)) {
    return mention;
  }
  for (auto i = first; i < std::min(a_.sentence(first).last, first + longest_post); ++i) {
    const int held = index_.covering(i);
    if (held != none && a_.names[static_cast<std::size_t>(held)].type == NodeType::official) {
      return held;
    }
  }
  return mention;
}

// Names inside "X, Director of Y," are no subjects.
bool Subjects::in_post(std::uint32_t i) const {
  const auto after = std::ranges::upper_bound(post_starts_, i, {}, &Range::first);
  return after != post_starts_.begin() && std::prev(after)->last > i;
}

bool is_noun_here(const Analysis& a, const MentionIndex& index, std::uint32_t verb,
                  const Clause* last) {
  const bool base = a.has(verb, word_base_verb);
  const auto sentence = a.sentence(verb);
  if ((!base && !a.has(verb, word_s_verb)) || verb == sentence.first) {
    return false;
  }
  const auto at = before_adverbs(a, verb, sentence.first);
  if (at < verb || at == sentence.first) {
    return false;  // "will support", "also notes"
  }
  const auto& w = a.knowledge.words;
  const auto word = a.token(at - 1).word;
  const bool determined =
      word != 0 &&
      (word == w.the || word == w.a || word == w.an || word == w.this_ || word == w.these ||
       word == w.those || word == w.his || word == w.her || word == w.their || word == w.its ||
       word == w.our || word == w.my || word == w.of || word == w.for_ || word == w.with);
  const bool plain =
      a.has(at - 1, word_common) && !a.capital(at - 1) &&
      !a.has(at - 1, word_function | word_circumstance | word_group | word_collective | word_post);
  if (determined || plain || a.token(at - 1).is(token_possessive)) {
    return true;
  }
  if (!base) {
    return false;
  }
  if (word == w.and_ || word == w.or_ || a.punctuation(at - 1, ',')) {
    return last == nullptr || last->verb.first < sentence.first ||
           !(a.has(last->verb.first, word_base_verb) || last->status != Status::asserted);
  }
  const int mention = index.covering(at - 1);
  return mention != none && index.first_conjunct(mention) == mention;
}

}  // namespace pressgraph
