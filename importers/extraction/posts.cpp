// SPDX-License-Identifier: Apache-2.0
// Positions that stand after a name: "X, Director of the Y", "X (Japan)", "X serves as Chair of Y".
#include <algorithm>
#include <unordered_map>

#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

class PostFinder {
 public:
  explicit PostFinder(Analysis& analysis) : a_(analysis), w_(analysis.knowledge.words) {
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      by_first_.try_emplace(a_.names[i].range.first, static_cast<int>(i));
    }
  }

  void run() {
    const auto count = a_.names.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (a_.names[i].type == NodeType::official) {
        after_name(static_cast<int>(i));
      }
    }
  }

 private:
  void after_name(int holder) {
    auto at = a_.names[static_cast<std::size_t>(holder)].range.last;
    const auto end = at < a_.document.tokens.size()
                         ? a_.sentence(a_.names[static_cast<std::size_t>(holder)].range.first).last
                         : at;
    if (at >= end) {
      return;
    }
    if (a_.punctuation(at, '(')) {
      bracketed_country(holder, at + 1, end);
      return;
    }
    if (a_.punctuation(at, ',')) {
      at = skip_age(at + 1, end);
      apposed(holder, at, end, "appositive");
      return;
    }
    by_verb(holder, at, end);
  }

  // ", 56, of Schererville," stands between some names and their posts.
  [[nodiscard]] std::uint32_t skip_age(std::uint32_t at, std::uint32_t end) const {
    return at + 1 < end && a_.token(at).is(token_digit) && a_.punctuation(at + 1, ',') ? at + 2
                                                                                       : at;
  }

  void bracketed_country(int holder, std::uint32_t at, std::uint32_t end) {
    const auto* hit = a_.longest_hit(at, set_of(Kind::country), end);
    if (hit != nullptr && a_.punctuation(hit->last, ')')) {
      a_.posts.push_back({{at, hit->last},
                          holder,
                          {mention_at({at, hit->last})},
                          false,
                          false,
                          "country-in-brackets"});
    }
  }

  bool apposed(int holder, std::uint32_t at, std::uint32_t end, std::string_view rule) {
    const auto begin =
        at < end && (a_.is_word(at, w_.the) || a_.is_word(at, w_.a) || a_.is_word(at, w_.an))
            ? at + 1
            : at;
    if (begin >= end || a_.taken[begin] != 0) {
      return false;
    }
    const auto title = read_title(a_, begin, end);
    if (title.last == begin || !title.post) {
      return false;
    }
    // The title of the next person in a list is not an appositive.
    if (end_of_person(a_, title.last, end, true) != title.last) {
      return false;
    }
    PostMention post{{begin, title.last}, holder, {}, title.former, title.future, rule};
    for (const auto& body : title.bodies) {
      post.bodies.push_back(mention_at(body));
    }
    if (post.bodies.empty() && a_.punctuation(title.last, ',')) {
      body_after_comma(post, title.last + 1, end);
    }
    a_.posts.push_back(post);
    more_posts(holder, title.last, end);
    return true;
  }

  // "Founder, Harrow House": the body ends the line or the item.
  void body_after_comma(PostMention& post, std::uint32_t at, std::uint32_t end) {
    const auto found = by_first_.find(at);
    if (found == by_first_.end()) {
      return;
    }
    const auto& body = a_.names[static_cast<std::size_t>(found->second)];
    const bool closed = body.range.last >= end || a_.punctuation(body.range.last, ';') ||
                        a_.punctuation(body.range.last, ',') ||
                        a_.punctuation(body.range.last, '.');
    if (body.type == NodeType::agency && closed) {
      post.bodies.push_back(found->second);
    }
  }

  // "Chair of A and Permanent Representative of B".
  void more_posts(int holder, std::uint32_t at, std::uint32_t end) {
    if (at + 1 < end && (a_.is_word(at, w_.and_) || a_.punctuation(at, ',')) &&
        (a_.capital(at + 1) || a_.has(at + 1, word_post))) {
      apposed(holder, at + 1, end, "list-of-posts");
    }
  }

  void by_verb(int holder, std::uint32_t at, std::uint32_t end) {
    for (auto i = at; i < std::min(end, at + 4); ++i) {
      const auto* hit = a_.longest_hit(i, set_of(Kind::verb), end);
      if (hit != nullptr && a_.knowledge.verbs[hit->entry].frame == Frame::post) {
        apposed(holder, hit->last, end, "verb-of-post");
        return;
      }
    }
  }

  int mention_at(Range range) {
    const auto found = by_first_.find(range.first);
    if (found != by_first_.end() &&
        a_.names[static_cast<std::size_t>(found->second)].range == range) {
      return found->second;
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

  Analysis& a_;
  const KnownWords& w_;
  std::unordered_map<std::uint32_t, int> by_first_;
};

}  // namespace

void find_posts(Analysis& analysis) {
  PostFinder(analysis).run();
}

}  // namespace pressgraph
