// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/lists.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "importers/extraction/noun_phrases.hpp"
#include "importers/extraction/posts.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_list = 600;    // tokens
constexpr std::uint32_t longest_bracket = 12;  // tokens in brackets after a name
constexpr std::uint32_t longest_glue = 8;      // tokens between two names of a list
constexpr std::uint32_t longest_filler = 14;   // tokens before the first name of a list
constexpr int longest_conjunction = 64;        // names that share a verb

// What stands between two names of a list.
class Glue {
 public:
  Glue(const Analysis& analysis, const std::vector<int>& covering)
      : a_(analysis), w_(analysis.knowledge.words), covering_(covering) {}

  // One past the glue that begins at `i`, or `i` where none does; `joined` where it says "and".
  [[nodiscard]] std::uint32_t read(std::uint32_t i, std::uint32_t end, bool& joined) const {
    const auto first = i;
    const auto bound = std::min(end, i + longest_glue);
    bool tied = false;
    while (i < bound) {
      const auto next = step(i, bound, joined);
      if (next == i) {
        break;
      }
      tied |= joined || a_.punctuation(i, ',') || a_.punctuation(i, ';') ||
              a_.punctuation(i, '-') || a_.punctuation(i, '*');
      i = next;
    }
    return tied ? i : first;
  }

 private:
  [[nodiscard]] std::uint32_t step(std::uint32_t i, std::uint32_t end, bool& joined) const {
    if (a_.punctuation(i, ',') || a_.punctuation(i, ';') || a_.punctuation(i, '*') ||
        a_.punctuation(i, '-') || a_.is_word(i, w_.the) || a_.is_word(i, w_.also)) {
      joined |= a_.punctuation(i, ';') || a_.punctuation(i, '*');
      return i + 1;
    }
    if (a_.is_word(i, w_.and_) || a_.punctuation(i, '&') || a_.is_word(i, w_.plus)) {
      joined = true;
      return i + 1;
    }
    if (const auto next = past_together(a_, i); next > i && next <= end) {
      joined = true;
      return next;
    }
    if (const auto next = past_counterpart(i, end); next > i) {
      return next;
    }
    return a_.is_word(i, w_.including) ? i + 1 : group(i, end);
  }

  // "his counterpart National Security Advisor X"
  [[nodiscard]] std::uint32_t past_counterpart(std::uint32_t i, std::uint32_t end) const {
    const bool his = a_.is_word(i, w_.his) || a_.is_word(i, w_.her) || a_.is_word(i, w_.their);
    if (!his || i + 2 >= end || !a_.document.text(i + 1).starts_with("counterpart")) {
      return i;
    }
    return covering_[i + 1] != none ? i + 1 : covering_[i + 2] != none ? i + 2 : i;
  }

  // "representatives of", "foreign ministers of", "delegations from": those who stand for names.
  [[nodiscard]] std::uint32_t group(std::uint32_t i, std::uint32_t end) const {
    auto at = i;
    if (covering_[i] != none) {
      return i;  // "the Government of Norway" is a name itself
    }
    while (at < end && a_.has(at, word_common) && !a_.has(at, word_function) &&
           !a_.has(at, word_group)) {
      ++at;
    }
    if (at + 1 >= end || !a_.has(at, word_group)) {
      return i;
    }
    const bool leads = a_.is_word(at + 1, w_.of) || a_.is_word(at + 1, w_.from);
    return leads ? at + 2 : i;
  }

  const Analysis& a_;
  const KnownWords& w_;
  const std::vector<int>& covering_;  // by token: the mention that covers it
};

}  // namespace

std::uint32_t past_together(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  if (a.is_word(i, w.as) && a.is_word(i + 1, w.well) && a.is_word(i + 2, w.as)) {
    return i + 3;
  }
  const bool with = (a.is_word(i, w.along) || a.is_word(i, w.together)) && a.is_word(i + 1, w.with);
  return with ? i + 2 : i;
}

bool is_actor(NodeType type) {
  return type == NodeType::official || type == NodeType::agency || type == NodeType::place;
}

bool is_preposition(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  const auto word = a.token(i).word;
  return word != 0 &&
         (word == w.of || word == w.in || word == w.at || word == w.with || word == w.on ||
          word == w.to || word == w.from || word == w.by || word == w.for_ || word == w.into ||
          word == w.against || word == w.between || word == w.near || word == w.as ||
          word == w.including || word == w.during || word == w.before || word == w.alongside);
}

MentionIndex::MentionIndex(const Analysis& analysis)
    : a_(analysis), covering_(analysis.document.tokens.size(), none) {
  for (std::size_t i = 0; i < a_.names.size(); ++i) {
    const auto& name = a_.names[i];
    const auto first = name.title.empty() ? name.range.first : name.title.first;
    for (auto t = first; t < name.range.last; ++t) {
      const int other = covering_[t];
      if (other == none ||
          a_.names[static_cast<std::size_t>(other)].range.size() < name.range.last - first) {
        covering_[t] = static_cast<int>(i);
      }
    }
  }
  measure_items();
  link();
}

const MentionIndex& mention_index(Analysis& analysis) {
  if (!analysis.mentions) {
    analysis.mentions = std::make_shared<const MentionIndex>(analysis);
  }
  return *analysis.mentions;
}

std::uint32_t MentionIndex::begin(int mention) const {
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  return name.title.empty() ? name.range.first : name.title.first;
}

std::uint32_t MentionIndex::after_bracket(std::uint32_t i) const {
  if (!a_.punctuation(i, '(')) {
    return i;
  }
  const auto bound = std::min(static_cast<std::uint32_t>(covering_.size()), i + longest_bracket);
  for (auto j = i + 1; j < bound; ++j) {
    if (a_.punctuation(j, ')')) {
      return j + 1;
    }
  }
  return i;
}

// "President Macron of France", "MP Perera representing the United Front".
std::uint32_t MentionIndex::after_country(int mention, std::uint32_t i) const {
  const auto& w = a_.knowledge.words;
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  const bool leads = a_.is_word(i, w.of) || a_.is_word(i, w.from) || a_.is_word(i, w.representing);
  if (name.type != NodeType::official || !leads) {
    return i;
  }
  const auto at = a_.is_word(i + 1, w.the) ? i + 2 : i + 1;
  const int other = covering(at);
  if (other == none || begin(other) != at) {
    return i;
  }
  const auto& of = a_.names[static_cast<std::size_t>(other)];
  return of.type == NodeType::place || of.type == NodeType::agency ? of.range.last : i;
}

// "Harrow College, Ashdown, and ...": the town that an unlisted body is in.
std::uint32_t MentionIndex::after_town(int mention, std::uint32_t i) const {
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  if (name.type != NodeType::agency || name.thing != none || !a_.punctuation(i, ',')) {
    return i;
  }
  const int town = covering(i + 1);
  if (town == none || begin(town) != i + 1) {
    return i;
  }
  const auto& place = a_.names[static_cast<std::size_t>(town)];
  const bool closed = place.type == NodeType::place && a_.punctuation(place.range.last, ',');
  return closed ? place.range.last : i;
}

// "the European Union, Norway and ...": a body of no country, and a country that the list goes on
// after.
bool MentionIndex::lists_states(int left, int right) const {
  const auto& body = a_.names[static_cast<std::size_t>(left)];
  const auto& state = a_.names[static_cast<std::size_t>(right)];
  if (body.type != NodeType::agency || body.thing == none || state.thing == none ||
      !a_.knowledge.things[static_cast<std::size_t>(body.thing)].country.empty() ||
      a_.knowledge.things[static_cast<std::size_t>(state.thing)].kind != "country") {
    return false;
  }
  const auto at = state.range.last;
  return at + 1 < covering_.size() && (a_.is_word(at, a_.knowledge.words.and_) ||
                                       (a_.punctuation(at, ',') && covering(at + 1) != none));
}

// By mention: one past the posts told after it in its sentence, with their bodies.
std::unordered_map<int, std::uint32_t> MentionIndex::ends_of_posts() const {
  std::unordered_map<int, std::uint32_t> ends;
  for (const auto& post : a_.posts) {
    const int named = post.after == 0 ? post.holder : covering(post.after - 1);
    if (named == none) {
      continue;
    }
    const auto& holder = a_.names[static_cast<std::size_t>(named)];
    const bool follows =
        post.range.first >= holder.range.last &&
        a_.document.sentence_of[post.range.first] == a_.document.sentence_of[holder.range.first] &&
        post.range.first < holder.range.last + longest_glue + 32;
    if (follows) {
      auto& end = ends[named];
      end = std::max(end, post.range.last);
      for (const int body : post.bodies) {
        end = std::max(end, a_.names[static_cast<std::size_t>(body)].range.last);
      }
    }
  }
  return ends;
}

void MentionIndex::measure_items() {
  const auto posts = ends_of_posts();
  item_end_.resize(a_.names.size());
  name_end_.resize(a_.names.size());
  item_at_.assign(covering_.size(), none);
  for (std::size_t i = 0; i < a_.names.size(); ++i) {
    const int mention = static_cast<int>(i);
    auto end = a_.names[i].range.last;
    if (a_.names[i].type == NodeType::official) {
      end = past_letters(a_, end, a_.sentence(a_.names[i].range.first).last);
    }
    end = after_country(mention, after_bracket(end));
    end = after_town(mention, after_bracket(end));
    name_end_[i] = end;
    if (const auto post = posts.find(mention); post != posts.end() && post->second > end) {
      end = after_bracket(post->second);
    }
    item_end_[i] = end;
    if (covering(a_.names[i].range.first) == mention) {
      std::fill(item_at_.begin() + a_.names[i].range.last,
                item_at_.begin() + std::max(end, a_.names[i].range.last), mention);
    }
  }
}

// A place before a comma says where, not who, unless "and" or another place follows.
bool MentionIndex::may_link(int left, int right, bool joined) const {
  const auto a = a_.names[static_cast<std::size_t>(left)].type;
  const auto b = a_.names[static_cast<std::size_t>(right)].type;
  if (!is_actor(a) || !is_actor(b)) {
    return a == b;
  }
  return joined || a == b || (a != NodeType::place && b != NodeType::place) ||
         lists_states(left, right);
}

// "and the ABC President X", "and the Harbour Bureau (HB) Director X": X, where the body begins at
// token `at`; else the mention itself.
int MentionIndex::whose_post(int mention, std::uint32_t at) const {
  if (mention == none || begin(mention) != at) {
    return none;
  }
  const auto& name = a_.names[static_cast<std::size_t>(mention)];
  const auto last = after_bracket(name.range.last);
  const bool more = name.type == NodeType::agency && last < covering_.size() &&
                    !a_.token(last).is(token_sentence);
  const int next = more ? covering(last) : none;
  const bool post = next != none && next != mention && begin(next) == last &&
                    a_.names[static_cast<std::size_t>(next)].type == NodeType::official;
  return post ? next : mention;
}

void MentionIndex::link() {
  before_.assign(a_.names.size(), none);
  after_.assign(a_.names.size(), none);
  joined_.assign(a_.names.size(), 0);
  const Glue glue(a_, covering_);
  for (std::size_t i = 0; i < a_.names.size(); ++i) {
    const int left = static_cast<int>(i);
    const auto& name = a_.names[i];
    if (covering(name.range.first) != left || name.node == none) {
      continue;
    }
    const auto end = a_.sentence(name.range.first).last;
    bool joined = false;
    const auto at = glue.read(item_end_[i], end, joined);
    const int right = at < end && at > item_end_[i] ? whose_post(covering(at), at) : none;
    if (right == none || begin(right) < at || before_[static_cast<std::size_t>(right)] != none ||
        a_.names[static_cast<std::size_t>(right)].node == none || !may_link(left, right, joined)) {
      continue;
    }
    after_[i] = right;
    before_[static_cast<std::size_t>(right)] = left;
    joined_[static_cast<std::size_t>(right)] = joined ? 1 : 0;
  }
}

bool MentionIndex::is_people(std::uint32_t at) const {
  return a_.has(at, word_group | word_collective | word_staff | word_post) ||
         a_.document.text(at) == "members" || a_.document.text(at) == "others";
}

bool MentionIndex::leads_to_people(std::uint32_t at) const {
  const auto& w = a_.knowledge.words;
  const bool plain = a_.has(at, word_common) && !a_.capital(at) && !a_.has(at, word_function);
  const bool determiner = a_.document.text(at) == "other" || a_.is_word(at, w.the) ||
                          a_.is_word(at, w.a) || a_.is_word(at, w.of);
  const int name = covering(at);  // "and other US officials"
  return plain || determiner ||
         (name != none && a_.names[static_cast<std::size_t>(name)].type != NodeType::official);
}

bool MentionIndex::is_closed_by_others(int mention) const {
  constexpr std::uint32_t longest = 6;  // tokens
  auto at = end_of_item(mention);
  const auto sentence = a_.sentence(begin(mention)).last;
  at += at < sentence && a_.punctuation(at, ',') ? 1U : 0U;
  const bool tied = at < sentence && a_.is_word(at, a_.knowledge.words.and_);
  const auto first = tied ? at + 1 : at < sentence ? past_together(a_, at) : at;
  if (first == at) {
    return false;
  }
  const auto end = std::min(sentence, first + longest);
  auto i = first;
  while (i < end && !is_people(i) && leads_to_people(i)) {
    ++i;
  }
  return i < end && is_people(i);
}

int MentionIndex::first_conjunct(int mention) const {
  int first = mention;
  bool conjunction = before(mention) != none && is_closed_by_others(mention);
  std::size_t length = 1;
  for (int i = mention; before(i) != none && length < longest_conjunction; i = before(i)) {
    conjunction |= joined_[static_cast<std::size_t>(i)] != 0;
    first = conjunction ? before(i) : first;
    ++length;
  }
  return first;
}

std::vector<int> MentionIndex::conjuncts(int mention) const {
  std::vector<int> chain{mention};
  for (const int first = first_conjunct(mention); chain.back() != first;) {
    chain.push_back(before(chain.back()));
  }
  std::ranges::reverse(chain);
  return chain;
}

namespace {

class ListReader {
 public:
  ListReader(const Analysis& analysis, const MentionIndex& index, std::uint32_t end)
      : a_(analysis), index_(index), end_(end) {}

  [[nodiscard]] std::vector<int> read(std::uint32_t i, std::uint32_t& last) const {
    std::vector<int> items;
    std::size_t closed =
        1;  // how many of them "and" or ";" closes: "with A and B, Minister C said"
    for (int mention = officer_of(first_item(i)); mention != none;
         mention = index_.after(mention)) {
      if (!items.empty()) {
        mention = owned(mention);  // "of the Council, NATO's highest body"
      }
      if (mention == none || a_.names[static_cast<std::size_t>(mention)].range.first >= end_) {
        break;
      }
      items.push_back(mention);
      const bool place =
          a_.names[static_cast<std::size_t>(mention)].type == NodeType::place;  // "Lyon, France"
      closed = place || index_.is_joined(mention) ? items.size() : closed;
    }
    const bool goes_on = !items.empty() && (index_.is_closed_by_others(items.back()) ||
                                            is_closed_by_with(i, items.back()));
    closed = goes_on ? items.size() : closed;
    items.resize(std::min(items.size(), closed));
    last = items.empty() ? i : index_.end_of_item(items.back());
    return items;
  }

 private:
  // "with A, Mr. B, who runs the ports, and with C": "with" again closes what "with" began at `i`.
  [[nodiscard]] bool is_closed_by_with(std::uint32_t i, int mention) const {
    constexpr std::uint32_t longest = 10;  // tokens of what is told of the last one
    const auto& w = a_.knowledge.words;
    const auto first = index_.end_of_item(mention);
    const auto bound = std::min(end_, first + longest);
    if (i == 0 || !a_.is_word(i - 1, w.with)) {
      return false;
    }
    for (auto at = first; at + 1 < bound; ++at) {
      if (a_.is_word(at, w.and_) && a_.is_word(at + 1, w.with)) {
        return true;
      }
      const auto* verb = a_.longest_hit(at, set_of(Kind::verb), end_);
      if (verb != nullptr || index_.covering(at) != none || a_.punctuation(at, ';')) {
        return false;
      }
    }
    return false;
  }

  // "by Harbour Bureau (HB) Director X": X.
  [[nodiscard]] int officer_of(int mention) const {
    return mention == none ? none : index_.whose_post(mention, index_.begin(mention));
  }

  // "with a group of more than 20 U.S. senators, among them ...": over what is no name.
  [[nodiscard]] int first_item(std::uint32_t i) const {
    bool filler = false;
    for (const auto bound = std::min(end_, i + longest_filler); i < bound;) {
      const int mention = index_.covering(i);
      if (mention == none || a_.names[static_cast<std::size_t>(mention)].node == none) {
        const bool glue = is_glue(i) && !(filler && closes(i, bound));
        if (!glue && !is_filler(i)) {
          return none;
        }
        filler |= !glue;
        ++i;
        continue;
      }
      if (!qualifies(mention)) {
        return mention;
      }
      i = index_.end_of_item(mention);
      i += i < end_ && a_.token(i).is(token_possessive) ? 1U : 0U;
    }
    return none;
  }

  // "In his meeting with the press, Mr. Roe said": a name right after a comma is another's.
  [[nodiscard]] bool closes(std::uint32_t i, std::uint32_t bound) const {
    return a_.punctuation(i, ',') && i + 1 < bound && index_.covering(i + 1) != none;
  }

  // The mention itself; of "Singapore's Ministry of Trade" the ministry, of "NATO's highest body"
  // none.
  [[nodiscard]] int owned(int mention) const {
    const auto last = a_.names[static_cast<std::size_t>(mention)].range.last;
    if (last >= end_ || !a_.token(last).is(token_possessive)) {
      return mention;
    }
    const int next = index_.covering(last + 1);
    const bool named = next != none && next != mention && index_.begin(next) == last + 1;
    return named ? next : none;
  }

  [[nodiscard]] bool is_glue(std::uint32_t i) const {
    const auto& w = a_.knowledge.words;
    return a_.punctuation(i, ',') || a_.is_word(i, w.and_) || a_.is_word(i, w.the) ||
           a_.punctuation(i, '-') || a_.punctuation(i, '*') || a_.punctuation(i, ':');
  }

  [[nodiscard]] bool is_filler(std::uint32_t i) const {
    const auto& w = a_.knowledge.words;
    if (a_.is_word(i, w.of) || a_.is_word(i, w.a) || a_.is_word(i, w.from) ||
        a_.is_word(i, w.including) || a_.is_word(i, w.both)) {
      return true;
    }
    const bool plain =
        a_.has(i, word_common | word_modifier | word_collective) || a_.token(i).is(token_digit);
    return plain && !a_.has(i, word_function | word_event_head) && a_.taken[i] == 0 &&
           !a_.is_word(i, w.following) && a_.longest_hit(i, set_of(Kind::verb), end_) == nullptr;
  }

  // "U.S. senators", "NATO partners": the name only says whose they are.
  [[nodiscard]] bool qualifies(int mention) const {
    const auto& name = a_.names[static_cast<std::size_t>(mention)];
    const auto at = name.range.last;
    if (at < end_ && (a_.token(at).is(token_possessive) || ties_names(a_, at))) {
      return true;
    }
    return name.type != NodeType::official && at < end_ &&
           (!a_.capital(at) || (a_.is_headline(at) && a_.has(at, word_group))) &&
           a_.has(at, word_common) && !a_.has(at, word_function | word_circumstance) &&
           a_.taken[at] == 0 && a_.longest_hit(at, set_of(Kind::verb), end_) == nullptr;
  }

  const Analysis& a_;
  const MentionIndex& index_;
  std::uint32_t end_;
};

}  // namespace

std::vector<int> read_list(const Analysis& analysis, const MentionIndex& index, std::uint32_t i,
                           std::uint32_t end, std::uint32_t& last) {
  return ListReader(analysis, index, std::min(end, i + longest_list)).read(i, last);
}

}  // namespace pressgraph
