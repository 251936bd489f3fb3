// SPDX-License-Identifier: Apache-2.0
// Titles that stand for their holders: "the President of Latvia said", where the release names the
// President once.
#include <algorithm>
#include <span>
#include <unordered_map>

#include "importers/extraction/fold.hpp"
#include "importers/extraction/name_parts.hpp"

namespace pressgraph {
namespace {

class UnnamedPosts {
 public:
  explicit UnnamedPosts(Analysis& analysis) : a_(analysis) {}

  // The one titled so in this release, who holds no post elsewhere.
  void run() {
    if (!a_.unnamed_posts.empty()) {
      by_posts();
    }
    chiefs();
  }

 private:
  void by_posts() {
    const auto holders = holders_by_head();
    std::vector<Given> given;
    for (const auto& post : a_.unnamed_posts) {
      const auto body = post.bodies.size() == 1 ? thing_of(post.bodies.front()) : none;
      const auto found = holders.find(head_of_post(post.range, post.bodies));
      if (body == none || found == holders.end()) {
        continue;
      }
      const int person =
          holder_of(found->second, body, is_elsewhere(post, body) || is_of_other_state(body));
      if (person != none) {
        given.push_back({&post, person, body});
      }
    }
    for (const auto& one : given) {
      if (!is_of_several(one, given)) {
        give(*one.post, one.person, one.body);
      }
    }
  }

  struct Given {
    const UnnamedPost* post = nullptr;
    int person = none;
    int body = none;
  };

  // "the Polish Foreign Minister", "the Italian Foreign Minister": not both are the one who is
  // called the Foreign Minister alone, so perhaps neither is.
  static bool is_of_several(const Given& one, const std::vector<Given>& given) {
    constexpr std::size_t most = 256;
    return std::ranges::any_of(
        std::span(given).first(std::min(most, given.size())),
        [&](const Given& other) { return other.person == one.person && other.body != one.body; });
  }

  // "the UNODC chief said": the one who is told to have a leading post of that body.
  void chiefs() {
    const auto count = a_.names.size();
    std::unordered_map<int, int> officers;  // by the body's node; `none` of several
    bool counted = false;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& body = a_.names[i];
      if (body.type != NodeType::agency || body.node == none || !is_before_chief(body.range)) {
        continue;
      }
      if (!counted) {
        officers = officers_by_body();
        counted = true;
      }
      const auto found = officers.find(body.node);
      if (found != officers.end() && found->second != none) {
        const Range words{body.range.first, body.range.last + 1};
        a_.names.push_back(mention(NodeType::official, words, found->second, "post-of-body"));
        note(found->second, words);
      }
    }
  }

  // Not "the UNODC chief executive", "the UNODC head of office", "the UNODC chief Reed Kilund".
  [[nodiscard]] bool is_before_chief(Range body) const {
    const auto i = body.last;
    const auto end = body.empty() ? i : a_.sentence(body.first).last;
    if (i + 1 >= end || body.first == 0 || !a_.is_word(body.first - 1, a_.knowledge.words.the)) {
      return false;
    }
    const auto* chief = a_.longest_hit(i, set_of(Kind::person), i + 1);
    const auto* post = a_.longest_hit(i, set_of(Kind::post), end);
    return chief != nullptr && chief->entry == person_chief && !a_.capital(i + 1) &&
           (post == nullptr || post->last == i + 1) && !a_.is_word(i + 1, a_.knowledge.words.of) &&
           (a_.longest_hit(i + 1, set_of(Kind::verb), end) != nullptr ||
            a_.has(i + 1, word_function | word_adverb) || a_.token(i + 1).is(token_punctuation));
  }

  // "Executive Director", no Deputy and no Spokesperson.
  [[nodiscard]] bool leads(const PostMention& post) const {
    for (auto t = post.range.first; t < post.range.last; ++t) {
      const auto* hit = a_.longest_hit(t, set_of(Kind::person), post.range.last);
      if (hit != nullptr && hit->entry == person_leading) {
        return t == post.range.first || !a_.has(t - 1, word_modifier);
      }
    }
    return false;
  }

  [[nodiscard]] std::unordered_map<int, int> officers_by_body() const {
    std::unordered_map<int, int> officers;
    for (const auto& post : a_.posts) {
      const int person = a_.names[static_cast<std::size_t>(post.holder)].node;
      for (const int mention : post.bodies) {
        const int body = a_.names[static_cast<std::size_t>(mention)].node;
        if (person != none && body != none && !post.former && !post.future && leads(post)) {
          const auto [found, added] = officers.try_emplace(body, person);
          found->second = added || found->second == person ? person : none;
        }
      }
    }
    return officers;
  }

  [[nodiscard]] std::string_view text(Range range) const { return a_.document.text(range); }

  // What the release says of whoever bears a post's head: the bodies it names with it.
  struct Holder {
    int person = none;
    int body = none;  // in Knowledge::things
  };
  using Holders = std::unordered_map<std::string, std::vector<Holder>>;

  [[nodiscard]] Holders holders_by_head() const {
    Holders holders;
    for (const auto& post : a_.posts) {
      const int person = a_.names[static_cast<std::size_t>(post.holder)].node;
      auto& list = holders[head_of_post(post.range, ranges_of(post))];
      if (person == none || post.former || post.future || list.size() > 64) {
        continue;
      }
      if (post.bodies.empty()) {
        list.push_back({person, none});
      }
      for (const int body : post.bodies) {
        list.push_back({person, a_.names[static_cast<std::size_t>(body)].thing});
      }
    }
    return holders;
  }

  // The words of a post without its bodies: "Prime Minister" of "the Latvian Prime Minister".
  [[nodiscard]] std::string head_of_post(Range range, const std::vector<Range>& bodies) const {
    std::string head;
    for (auto t = range.first; t < range.last; ++t) {
      const auto body = std::ranges::find_if(bodies, [&](Range b) { return b.first == t; });
      if (body != bodies.end()) {
        t = body->last - 1;
      } else if (!a_.has(t, word_function) && !a_.token(t).is(token_possessive)) {
        head += folded(text({t, t + 1})) + ' ';
      }
    }
    return head;
  }

  [[nodiscard]] std::vector<Range> ranges_of(const PostMention& post) const {
    std::vector<Range> ranges;
    for (const int body : post.bodies) {
      ranges.push_back(a_.names[static_cast<std::size_t>(body)].range);
    }
    return ranges;
  }

  [[nodiscard]] int thing_of(Range body) const {
    const auto* hit = a_.longest_hit(body.first, name_kinds | set_of(Kind::demonym), body.last);
    return hit != nullptr && hit->last == body.last ? static_cast<int>(hit->entry) : none;
  }

  // An organisation that is not the release's own: each has its own Secretary-General.
  [[nodiscard]] bool is_elsewhere(const UnnamedPost& post, int body) const {
    const auto thing = a_.knowledge.things[static_cast<std::size_t>(body)];
    return thing.type == NodeType::agency &&
           a_.release.publisher.find(text(post.bodies.front())) == std::string::npos &&
           a_.release.publisher.find(thing.name) == std::string::npos;
  }

  // A country, where the publisher is another's: its own "President" needs no country.
  [[nodiscard]] bool is_of_other_state(int body) const {
    const auto is_country = [&](int thing) {
      return thing != none &&
             a_.knowledge.things[static_cast<std::size_t>(thing)].kind == "country";
    };
    return is_country(body) && std::ranges::any_of(a_.nodes, [&](const NodeDraft& node) {
             return node.thing != body && is_country(node.thing) &&
                    a_.release.publisher.find(node.name) != std::string::npos;
           });
  }

  // The one who is said to hold the post in `body`; else the one whose post names no body at all.
  // `strict`: only the former.
  static int holder_of(const std::vector<Holder>& holders, int body, bool strict) {
    int exact = none;
    int bare = none;
    bool several = false;
    for (const auto& holder : holders) {
      if (holder.body == body) {
        several |= exact != none && exact != holder.person;
        exact = holder.person;
      }
    }
    if (exact != none || strict) {
      return several ? none : exact;
    }
    for (const auto& holder : holders) {
      const bool elsewhere = std::ranges::any_of(holders, [&](const Holder& other) {
        return other.person == holder.person && other.body != none;
      });
      if (!elsewhere) {
        several |= bare != none && bare != holder.person;
        bare = holder.person;
      }
    }
    return several ? none : bare;
  }

  void give(const UnnamedPost& post, int person, int body) {
    const auto words = post.bodies.front();
    const auto thing = a_.knowledge.things[static_cast<std::size_t>(body)];
    auto place = mention(thing.type, words, node_of(body), "demonym-in-post");
    place.thing = body;
    note(place.node, words);
    a_.names.push_back(place);
    a_.names.push_back(mention(NodeType::official, post.range, person, "post-of-body"));
    note(person, post.range);
    const auto count = static_cast<int>(a_.names.size());
    a_.posts.push_back({post.range, count - 1, {count - 2}, false, false, "post-of-body"});
  }

  // The node of a listed thing, made where no mention has it yet.
  int node_of(int thing) {
    const auto [found, added] = nodes_.try_emplace(thing, none);
    if (added) {
      const auto known = std::ranges::find(a_.nodes, thing, &NodeDraft::thing);
      found->second = static_cast<int>(known - a_.nodes.begin());
      if (known == a_.nodes.end()) {
        NodeDraft draft;
        draft.type = a_.knowledge.things[static_cast<std::size_t>(thing)].type;
        draft.thing = thing;
        draft.name = a_.knowledge.things[static_cast<std::size_t>(thing)].name;
        a_.nodes.push_back(std::move(draft));
      }
    }
    return found->second;
  }

  void note(int node, Range words) {
    auto& draft = a_.nodes[static_cast<std::size_t>(node)];
    draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(words)));
    const bool title = draft.type == NodeType::official;
    if (title && std::ranges::find(draft.aliases, text(words)) == draft.aliases.end() &&
        draft.aliases.size() < 64) {
      draft.aliases.emplace_back(text(words));
    }
  }

  static NameMention mention(NodeType type, Range range, int node, std::string_view rule) {
    NameMention made;
    made.type = type;
    made.range = range;
    made.node = node;
    made.rule = rule;
    return made;
  }

  Analysis& a_;
  std::unordered_map<int, int> nodes_;  // by index in Knowledge::things
};

}  // namespace

void resolve_unnamed_posts(Analysis& analysis) {
  UnnamedPosts(analysis).run();
}

}  // namespace pressgraph
