// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "importers/extraction/posts.hpp"

namespace pressgraph {
namespace {

constexpr int longest_list = 24;  // posts, or bodies of one post

}  // namespace

PostReader::PostReader(Analysis& analysis) : a_(analysis), w_(analysis.knowledge.words) {
  by_first_.reserve(a_.names.size());
  for (std::size_t i = 0; i < a_.names.size(); ++i) {
    if (!a_.names[i].title.empty()) {
      titles_.add(a_.names[i].title.first, static_cast<int>(i));
    }
    if (a_.names[i].inside == none) {
      by_first_.add(a_.names[i].range.first, static_cast<int>(i));
    }
  }
  titles_.sort();
  by_first_.sort();
}

bool PostReader::read(int holder, std::uint32_t at, std::uint32_t end, std::string_view rule) {
  if (!read_one(holder, at, end, rule)) {
    return false;
  }
  for (int count = 0; count < longest_list; ++count) {
    const auto next = next_post(last_, end);
    if (next == last_ || !read_one(holder, next, end, "list-of-posts")) {
      break;
    }
  }
  return true;
}

bool PostReader::read_one(int holder, std::uint32_t at, std::uint32_t end, std::string_view rule) {
  const auto begin = skip_article(at, end);
  if (begin >= end || a_.taken[begin] != 0) {
    return false;
  }
  auto title = read_title(a_, begin, end);
  for (auto t = begin + 1; t < title.last; ++t) {
    if (titles_.contains(t)) {  // "A, Chair of the Board, and Governor B"
      title = read_title(a_, begin, t);
    }
  }
  if (title.last == begin) {
    const auto head = after_modifiers(begin, end);
    title = head > begin ? read_title(a_, head, end) : title;
    title.last = title.post && title.last > head ? title.last : begin;
  }
  // The title of the next person in a list is not an appositive, nor "member of the Chilean
  // delegation" a post in Chile.
  if (title.last == begin || !title.post || title.plural || a_.is_possessive(title.last) ||
      titles_.contains(begin) || a_.is_word(title.last, a_.knowledge.words.delegation) ||
      (title.last < end && end_of_person(a_, title.last, end, true) != title.last)) {
    return false;
  }
  PostMention post{{begin, title.last}, holder, {}, title.former, title.future, rule};
  for (const auto& body : title.bodies) {
    post.bodies.push_back(mention_at(body));
  }
  last_ = title.last;
  if (!post.bodies.empty()) {
    more_bodies(post, end);
  }
  body_after_comma(post, end);
  a_.posts.push_back(post);
  return true;
}

// "anti-corruption advisor at X", "human rights expert of Y": past small words, to a post.
std::uint32_t PostReader::after_modifiers(std::uint32_t at, std::uint32_t end) const {
  constexpr std::uint32_t longest = 4;  // words
  auto i = at;
  while (i < std::min(end, at + longest) && !a_.capital(i) && !a_.token(i).is(token_punctuation) &&
         !a_.has(i, word_function) &&
         a_.longest_hit(i, set_of(Kind::post) | set_of(Kind::verb), end) == nullptr) {
    ++i;
  }
  return i > at && i < end && a_.longest_hit(i, set_of(Kind::post), end) != nullptr ? i : at;
}

// "a member of A, B and the C": what stands joined to the last body, and closes its list.
void PostReader::more_bodies(PostMention& post, std::uint32_t end) {
  std::vector<int> more;
  auto at = last_;
  for (int count = 0; count < longest_list && at + 1 < end; ++count) {
    const bool comma = a_.punctuation(at, ',');
    auto next = comma ? at + 1 : at;
    const bool closing = a_.is_word(next, w_.and_) || a_.punctuation(next, '&');
    next = closing ? next + 1 : next;
    const int body = comma || closing ? agency_at(next, end) : none;
    if (body == none) {
      return;
    }
    more.push_back(body);
    at = a_.names[static_cast<std::size_t>(body)].range.last;
    if (closing) {
      close_bodies(post, more, end);
      return;
    }
  }
}

// Not where what closes the list is the subject of a verb: "Director of A, and B said".
void PostReader::close_bodies(PostMention& post, const std::vector<int>& more, std::uint32_t end) {
  const auto at = a_.names[static_cast<std::size_t>(more.back())].range.last;
  const bool speaks = at < end && a_.longest_hit(at, set_of(Kind::verb), end) != nullptr;
  if (!speaks) {
    post.bodies.insert(post.bodies.end(), more.begin(), more.end());
    last_ = at;
  }
}

// "Founder, Harrow House", "Minister of Trade, on behalf of the Maldives": the body ends the item.
void PostReader::body_after_comma(PostMention& post, std::uint32_t end) {
  if (!a_.punctuation(last_, ',') || last_ + 1 >= end) {
    return;
  }
  auto at = last_ + 1;
  const bool behalf = at + 4 < end && a_.is_word(at, w_.on) && a_.is_word(at + 1, w_.behalf);
  at += behalf ? 3U : 0U;
  at = skip_article(at, end);
  if (behalf) {
    const auto* hit = a_.longest_hit(at, set_of(Kind::country), end);
    if (hit != nullptr && post.bodies.empty()) {
      post.bodies.push_back(mention_at({at, hit->last}));
      last_ = hit->last;
    }
    return;
  }
  const int body = post.bodies.empty() ? item_body(at, end) : agency_at(at, end);
  if (body == none) {
    return;
  }
  auto last = a_.names[static_cast<std::size_t>(body)].range.last;
  if (last + 2 < end && a_.punctuation(last, '(') && a_.punctuation(last + 2, ')')) {
    last += 3;  // "World Health Organization (WHO)"
  }
  const bool ends =
      last >= end || a_.punctuation(last, ';') || a_.punctuation(last, '.') ||
      (post.bodies.empty() && last > a_.names[static_cast<std::size_t>(body)].range.last);
  if (ends || (post.bodies.empty() && a_.punctuation(last, ','))) {
    post.bodies.push_back(body);
    last_ = last;
  }
}

// "- Ruby Arkell, Founder, Casa Ruby": what ends an item after a post is its body, whatever the
// words look like.
int PostReader::item_body(std::uint32_t at, std::uint32_t end) {
  const int body = agency_at(at, end);
  const auto first = a_.sentence(last_).first;
  if (const auto* country = a_.longest_hit(at, set_of(Kind::country), end);
      body == none && country != nullptr && a_.token(first).is(token_line) &&
      (country->last == end || a_.punctuation(country->last, ';') ||
       (a_.punctuation(country->last, '.') && country->last + 1 == end))) {
    return mention_at({at, country->last});  // "• Ada Nwosu, Minister of Health, Ghana"
  }
  if (body != none || at >= end || !a_.token(first).is(token_line)) {
    return body;
  }
  const auto last = end_of_item_name(at, end);
  const auto after = last + 2 < end && a_.punctuation(last, '(') && a_.punctuation(last + 2, ')')
                         ? last + 3
                         : last;  // "Girls for Harbours (GFH)"
  const bool ends = last > at && (after == end || a_.punctuation(after, ';'));
  if (!ends) {
    return none;
  }
  const int found = by_first_.find(at);
  if (found == none) {
    NameMention made;
    made.type = NodeType::agency;
    made.range = {at, last};
    made.rule = "list-item-body";
    a_.names.push_back(made);
    return static_cast<int>(a_.names.size()) - 1;
  }
  auto& name = a_.names[static_cast<std::size_t>(found)];
  const bool whole = name.type == NodeType::official && name.range.last == last;
  const bool place =  // "Mary's House"
      name.type == NodeType::place && a_.is_possessive(name.range.last) && name.range.last < last;
  if (!name.title.empty() || !(whole || place)) {
    return none;
  }
  name.range.last = last;
  name.thing = none;
  name.type = NodeType::agency;
  name.rule = "list-item-body";
  return found;
}

// One past "Mary's House for Older Adults": capitals, with small words and endings between them.
std::uint32_t PostReader::end_of_item_name(std::uint32_t at, std::uint32_t end) const {
  auto last = end_of_capitals(a_, at, end);
  while (last > at && last + 1 < end && a_.capital(last + 1) &&
         (a_.token(last).is(token_possessive) || a_.is_word(last, w_.for_) ||
          a_.is_word(last, w_.of) || a_.is_word(last, w_.and_))) {
    last = end_of_capitals(a_, last + 1, end);
  }
  return last;
}

// Of "the Department's Harbour Division" the division.
int PostReader::agency_at(std::uint32_t at, std::uint32_t end) const {
  int agency = none;
  for (at = skip_article(at, end); at < end;) {
    const int found = by_first_.find(at);
    if (found == none || a_.names[static_cast<std::size_t>(found)].type != NodeType::agency) {
      break;
    }
    agency = found;
    const auto last = a_.names[static_cast<std::size_t>(agency)].range.last;
    if (last + 1 >= end || !a_.token(last).is(token_possessive)) {
      break;
    }
    at = last + 1;
  }
  return agency;
}

// Past the comma, semicolon or "and" that leads to one more post; `at` where none does.
std::uint32_t PostReader::next_post(std::uint32_t at, std::uint32_t end) const {
  auto next = at < end && (a_.punctuation(at, ',') || a_.punctuation(at, ';')) ? at + 1 : at;
  next = next < end && (a_.is_word(next, w_.and_) || a_.punctuation(next, '&')) ? next + 1 : next;
  next = next > at && next < end && a_.is_word(next, w_.as) ? next + 1 : next;
  return next < end ? next : at;
}

std::uint32_t PostReader::skip_article(std::uint32_t at, std::uint32_t end) const {
  const bool article =
      at < end && (a_.is_word(at, w_.the) || a_.is_word(at, w_.a) || a_.is_word(at, w_.an) ||
                   a_.is_word(at, w_.his) || a_.is_word(at, w_.her));
  return article ? at + 1 : at;
}

int PostReader::mention_at(Range range) {
  const int found = by_first_.find(range.first);
  if (found != none && a_.names[static_cast<std::size_t>(found)].range == range) {
    auto& named = a_.names[static_cast<std::size_t>(found)];
    // A programme that somebody holds a post in acts.
    named.type = named.type == NodeType::instrument ? NodeType::agency : named.type;
    return found;
  }
  const auto* hit = a_.longest_hit(range.first, name_kinds | set_of(Kind::demonym), range.last);
  NameMention made;
  made.range = range;
  made.type = NodeType::agency;
  made.rule = "head-noun";
  if (hit != nullptr && hit->last == range.last) {
    made.thing = static_cast<int>(hit->entry);
    made.type = a_.knowledge.things[hit->entry].type;
    made.rule = hit->kind == Kind::demonym ? "demonym-in-post" : "lexicon";
  }
  a_.names.push_back(made);
  return static_cast<int>(a_.names.size()) - 1;
}

}  // namespace pressgraph
