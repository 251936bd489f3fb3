// SPDX-License-Identifier: Apache-2.0
// Which mentions are one person, body or place: full names first, then surnames, acronyms and short
// forms, each only where one candidate remains.
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "graph/country_names.hpp"
#include "graph/even_names.hpp"
#include "graph/former_names.hpp"
#include "importers/extraction/end_letters.hpp"
#include "importers/extraction/fold.hpp"
#include "importers/extraction/lists.hpp"
#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"
#include "importers/extraction/person_key.hpp"
#include "importers/extraction/positions.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t opening_sentences = 3;  // title and lead

// By word, or by post_key: where it stands and which node it tells of.
using HeadIndex = std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint32_t, int>>>;

class NameResolver {
 public:
  explicit NameResolver(Analysis& analysis) : a_(analysis), w_(analysis.knowledge.words) {}

  void run() {
    tidy_names(a_);
    forget_foreign_letters();
    note_ends();
    note_longer_acts();
    note_states_organs();
    note_listed_organs();
    bind_acronyms();
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      if (a_.names[i].type != NodeType::official && a_.names[i].rule != names_nothing) {
        resolve_named(i);
      }
    }
    resolve_short_forms();
    resolve_officials();
    resolve_unnamed_posts(a_);
    find_later_mentions();
    sort_mentions();
  }

 private:
  using AcronymIndex = std::unordered_map<std::string_view, std::size_t>;

  [[nodiscard]] std::string_view text(Range range) const { return a_.document.text(range); }

  int new_node(NodeType type, int thing, std::string_view name) {
    NodeDraft draft;
    draft.type = type;
    draft.thing = thing;
    draft.name = name;
    a_.nodes.push_back(std::move(draft));
    return static_cast<int>(a_.nodes.size()) - 1;
  }

  NodeDraft& node(int index) { return a_.nodes[static_cast<std::size_t>(index)]; }

  // The bracket after a name: "Long Form (ABC)". An alias of the whole name, whatever its letters.
  void bind_acronyms() {
    const auto count = a_.names.size();
    for (std::size_t i = 0; i < count; ++i) {
      auto& name = a_.names[i];
      if (name.type == NodeType::official || name.inside != none) {
        continue;
      }
      const auto at = name.range.last;
      const bool quoted = a_.punctuation(at + 1, '<') || a_.punctuation(at + 1, '"');
      const auto word = quoted ? at + 2 : at + 1;
      if (!a_.punctuation(at, '(') || word + 1 >= a_.document.tokens.size() ||
          !is_acronym(word, name.range) || is_numbered(word, name.range) ||
          (name.type == NodeType::place && !are_initials(word, name.range))) {
        continue;
      }
      const auto acronym = text({word, word + 1});
      if (name.thing != none && !are_initials(word, name.range) &&
          !initials_before(name.range.first, acronym).empty()) {
        continue;  // "the Safety Officer in the Harrow Office (SO)"
      }
      const auto* hit = a_.longest_hit(word, set_of(Kind::body), word + 1);
      const auto whose = whose_initials(i, acronym, hit == nullptr ? none : int(hit->entry));
      acronyms_.emplace(acronym, whose);
      if (whose == i && hit != nullptr && name.thing == none &&
          shares_words(name.range, static_cast<int>(hit->entry))) {
        name.thing = static_cast<int>(hit->entry);
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      forget_if_explained(a_.names[i]);
    }
    forget_plurals();
  }

  // "Harbour Safety Inspectorates (HSIs)": initials of several, and no listed body's.
  void forget_plurals() {
    std::set<std::string_view> plurals;
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    const auto end = count - std::min(count, 2U);
    for (auto open = a_.next_punctuation(0, end, '('); open < end;
         open = a_.next_punctuation(open + 1, end, '(')) {
      const auto i = open + 1;
      const auto shown = text({i, i + 1});
      const bool apart = text({i + 1, i + 2}) == "s" && a_.punctuation(i + 2, ')');
      if (apart || (a_.punctuation(i + 1, ')') && shown.size() > 2 && shown.ends_with('s'))) {
        plurals.insert(apart ? shown : shown.substr(0, shown.size() - 1));
      }
    }
    for (auto& name : a_.names) {
      const bool listed = name.thing != none && name.type == NodeType::agency;
      if (listed && name.range.size() == 1 && plurals.contains(text(name.range)) &&
          a_.token(name.range.first).is(token_all_caps)) {
        name.rule = names_nothing;
      }
    }
  }

  // "the MCC" of a release of Latvia's that speaks of nothing else of the state whose body bears
  // these letters, and never of the body by its name: two or three letters are anybody's.
  void forget_foreign_letters() {
    const auto is_letters = [&](const NameMention& name) {
      return is_states_letters(name) && !told_by_bracket(name.range.first);
    };
    if (std::ranges::none_of(a_.names, is_letters)) {
      return;
    }
    const auto states = states_spoken_of();
    for (auto& name : a_.names) {
      if (is_letters(name) &&
          !states.contains(a_.knowledge.things[static_cast<std::size_t>(name.thing)].country)) {
        if (own_country().empty()) {
          name.thing = none;  // a body of many states names anybody's: an agency, but whose?
        } else {
          name.rule = names_nothing;
        }
      }
    }
  }

  // Two or three letters of a state's body, a party or a bank, which has a name besides.
  [[nodiscard]] bool is_states_letters(const NameMention& name) const {
    constexpr std::size_t most = 3;
    if (name.thing == none || name.type != NodeType::agency || name.range.size() != 1 ||
        name.rule == names_nothing || !a_.token(name.range.first).is(token_all_caps) ||
        text(name.range).size() > most) {
      return false;
    }
    const auto thing = a_.knowledge.things[static_cast<std::size_t>(name.thing)];
    return !thing.country.empty() && thing.kind != "company" && thing.kind != "media" &&
           thing.kind != "ngo" && thing.kind != "university" && thing.kind != "armed-group" &&
           thing.name != text(name.range);
  }

  // "(MCC)" behind what it is short for.
  [[nodiscard]] bool told_by_bracket(std::uint32_t i) const {
    return i > 0 && a_.punctuation(i - 1, '(') && a_.punctuation(i + 1, ')');
  }

  // The states that the release names, by themselves, their people, a town or a body of theirs, and
  // its publisher's.
  [[nodiscard]] std::unordered_set<std::string_view> states_spoken_of() {
    std::unordered_set<std::string_view> states{own_country()};
    for (const auto& name : a_.names) {
      if (name.thing != none && !is_states_letters(name)) {
        states.insert(a_.knowledge.things[static_cast<std::size_t>(name.thing)].country);
      }
    }
    for (const auto& hit : a_.hits) {
      if (hit.kind == Kind::demonym || hit.kind == Kind::country) {
        states.insert(a_.knowledge.things[hit.entry].country);
      }
    }
    return states;
  }

  // "Sheriffs of Harrow (SOH)": a listed body's initials, which the words before the bracket, no
  // name of any list, have as well and share no other word with: some other body.
  void forget_if_explained(NameMention& name) {
    const auto first = name.range.first;
    if (name.thing == none || name.type != NodeType::agency || name.range.size() != 1 ||
        first < 3 || !a_.punctuation(first - 1, '(') || !a_.punctuation(first + 1, ')') ||
        acronyms_.contains(text(name.range))) {
      return;
    }
    const auto words = initials_before(first - 1, text(name.range));
    if (!words.empty() && !shares_words(words, name.thing)) {
      name.thing = none;
    }
  }

  // The words before `end` whose capitals are `letters`, small ones among them; empty where they
  // are others, or punctuation stands between.
  [[nodiscard]] Range initials_before(std::uint32_t end, std::string_view letters) const {
    auto begin = end;
    auto left = letters.size();
    while (begin > 0 && left > 0 && a_.token(begin - 1).punctuation == 0) {
      const bool small = !a_.capital(begin - 1);
      if (!small && text({begin - 1, begin}).front() != letters[left - 1]) {
        return {};
      }
      left -= small ? 0U : 1U;
      --begin;
    }
    return left == 0 ? Range{begin, end} : Range{};
  }

  // "Harms Office of the Harrow Police Force (HPF)": the name inside name `i` that ends with it and
  // has these initials or is the listed `thing` that bears them; else `i`.
  [[nodiscard]] std::size_t whose_initials(std::size_t i, std::string_view acronym,
                                           int thing) const {
    const auto& outer = a_.names[i];
    if (are_initials_of(a_, outer.range, acronym)) {
      return i;
    }
    for (auto inner = i + 1; inner < a_.names.size(); ++inner) {
      const auto& name = a_.names[inner];
      if (name.range.first >= outer.range.last) {
        break;
      }
      const bool own =
          name.range.first > 0 &&
          a_.token(name.range.first - 1).is(token_possessive);  // "President's Council"
      if (name.type == NodeType::agency && name.inside != none && !own &&
          name.range.last == outer.range.last &&
          (are_initials_of(a_, name.range, acronym) || (thing != none && name.thing == thing))) {
        return inner;
      }
    }
    return i;
  }

  // "the Convention on Tides (COP12)": a meeting of that number; "Countertide Group Two (CTG2)" has
  // the number itself.
  [[nodiscard]] bool is_numbered(std::uint32_t acronym, Range name) const {
    const auto shown = text({acronym, acronym + 1});
    const bool own =
        cardinal_at(a_, name.last - 1) != 0 && is_initial_of(a_, name.last - 1, shown.back());
    return shown.find_first_of("0123456789") != std::string_view::npos && !own &&
           !are_initials(acronym, name);
  }

  [[nodiscard]] bool is_acronym(std::uint32_t i, Range name) const {
    const auto& t = a_.token(i);
    if (!t.is(token_capital) || (!a_.punctuation(i + 1, ')') && !a_.punctuation(i + 1, '>') &&
                                 !a_.punctuation(i + 1, '"'))) {
      return false;
    }
    const auto shown = text({i, i + 1});
    const auto uppers = std::ranges::count_if(shown, [](char c) { return c >= 'A' && c <= 'Z'; });
    return uppers >= 2 && shown.size() <= 14 && name.size() >= 2;
  }

  // "(NPP)" after "Arkell Nuclear Power Plant": the initials of its last words.
  [[nodiscard]] bool are_initials(std::uint32_t acronym, Range name) const {
    auto letters = text({acronym, acronym + 1});
    for (auto t = name.last; t > name.first && !letters.empty(); --t) {
      if (a_.capital(t - 1) && !is_initial_of(a_, t - 1, letters.back())) {
        return false;
      }
      letters.remove_suffix(a_.capital(t - 1) ? 1 : 0);
    }
    return letters.empty();
  }

  // Half of the thing's words, and another than a head: "Senior Executive Service" is no "State
  // Emergency Service", nor is "National Sheriffs Association" the "National Security Agency".
  [[nodiscard]] bool shares_words(Range name, int thing) const {
    constexpr std::size_t shortest = 4;  // letters of a word that tells
    const auto known = words_of(a_.knowledge.things[static_cast<std::size_t>(thing)].name);
    std::size_t shared = 0;
    bool told = false;
    for (auto t = name.first; t < name.last; ++t) {
      const auto word = folded(text({t, t + 1}));
      if (word.size() >= shortest && std::ranges::find(known, word) != known.end()) {
        ++shared;
        told |= !a_.has(t, word_agency_head) || name.size() < 3;
      }
    }
    const auto telling = std::ranges::count_if(
        known, [](const std::string& word) { return word.size() >= shortest; });
    return told && shared * 2 >= static_cast<std::size_t>(telling);
  }

  // "Federal Foreign Office (Auswärtiges Amt)": a bracket that holds nothing but a body's name in
  // another language, or the English one behind such a name. The mention before it, or none.
  [[nodiscard]] int translated_by(std::size_t i) const {
    const auto& name = a_.names[i];
    if (i == 0 || name.type != NodeType::agency || !a_.punctuation(name.range.last, ')')) {
      return none;
    }
    const auto& before = a_.names[i - 1];
    const bool bracket =
        before.range.last + 1 == name.range.first && a_.punctuation(before.range.last, '(');
    if (!bracket || before.type != NodeType::agency || before.node == none ||
        (before.thing != none && name.thing != none)) {
      return none;
    }
    return is_translated_name(text(name.range)) != is_translated_name(text(before.range))
               ? static_cast<int>(i) - 1
               : none;
  }

  // Whether the word may stand in a name in another language: "Bundesministerium", "der".
  [[nodiscard]] bool is_of_foreign_name(std::uint32_t i) const {
    constexpr std::size_t longest_particle = 3;  // "der", "de"
    return i < a_.document.tokens.size() && !a_.is_word(i, w_.and_) && !a_.is_word(i, w_.the) &&
           !a_.is_word(i, w_.of) &&
           (a_.capital(i) || (a_.token(i).punctuation == 0 && !a_.token(i).is(token_digit) &&
                              text({i, i + 1}).size() <= longest_particle));
  }

  // "Public Prosecutor's Office (Ministerio Público)" and the other way round: the words of another
  // language, which are no mention themselves; empty where there are none.
  [[nodiscard]] Range gloss_of(const NameMention& name) const {
    constexpr std::uint32_t longest = 8;
    Range gloss{name.range.last + 1, name.range.last + 1};
    if (a_.punctuation(name.range.last, '(')) {
      while (gloss.size() < longest && is_of_foreign_name(gloss.last)) {
        ++gloss.last;
      }
      if (!a_.punctuation(gloss.last, ')')) {
        return {};
      }
    } else if (name.range.first > 1 && a_.punctuation(name.range.first - 1, '(') &&
               a_.punctuation(name.range.last, ')')) {
      gloss = {name.range.first - 1, name.range.first - 1};
      const auto begin = a_.sentence(name.range.first).first;
      while (gloss.first > begin && gloss.size() < longest && is_of_foreign_name(gloss.first - 1)) {
        --gloss.first;
      }
      while (!gloss.empty() && (!a_.capital(gloss.first) || a_.is_word(gloss.first, w_.the))) {
        ++gloss.first;
      }
    }
    return !gloss.empty() && is_translated_name(text(gloss)) &&
                   !is_translated_name(text(name.range))
               ? gloss
               : Range{};
  }

  // "President's Office" as "Office of the President"; empty where no owner has one head.
  static std::string without_owner(std::string_view name) {
    for (const std::string_view ending : {"'s ", "\xE2\x80\x99s "}) {
      const auto at = name.find(ending);
      if (at == std::string_view::npos || name.find(' ', at + ending.size()) != std::string::npos) {
        continue;
      }
      return std::string(name.substr(at + ending.size())) + " of the " +
             std::string(name.substr(0, at));
    }
    return {};
  }

  static std::string key_of(std::string_view name) {
    const auto owned = without_owner(name);
    auto key = joined_words(owned.empty() ? name : owned);
    std::size_t articles = 0;
    while (std::string_view(key).substr(articles).starts_with("the ")) {
      articles += 4;
    }
    key.erase(0, articles);
    if (key == "the") {
      key.clear();
    }
    return key;
  }

  void resolve_named(std::size_t i) {
    auto& name = a_.names[i];
    if (name.node != none) {
      return;
    }
    if (name.range.size() == 1 && name.thing == none && name.rule == "head-noun" &&
        name.type == NodeType::agency && a_.has(name.range.first, word_agency_short) &&
        !a_.has(name.range.first, word_alone)) {
      short_forms_.push_back(i);  // "Chair of the Committee": of one named in full
      return;
    }
    if (const int other = translated_by(i); other != none) {
      name.node = a_.names[static_cast<std::size_t>(other)].node;
      auto& draft = node(name.node);
      if (draft.thing == none && name.thing != none) {
        draft.thing = name.thing;
        by_thing_.try_emplace(name.thing, name.node);
      }
      note(name.node, name.range, text(name.range));
      return;
    }
    if (const int local = by_local_acronym(name); local != none) {
      name.thing = none;
      name.node = local;
      note(local, name.range, text(name.range));
      return;
    }
    if (name.type == NodeType::instrument && !longer_acts_.empty()) {
      const auto found = longer_acts_.find(key_of(text(name.range)));
      if (found != longer_acts_.end() && found->second != i) {
        resolve_named(found->second);
        auto& short_form = a_.names[i];
        short_form.node = a_.names[found->second].node;
        note(short_form.node, short_form.range, text(short_form.range));
        return;
      }
    }
    const auto shown = text(name.range);
    const auto owner = other_owner(name);
    const auto called = name.rule == "area-of-list"  // "Sumy and Odesa regions", beside Odesa
                            ? a_.knowledge.things[static_cast<std::size_t>(name.thing)].name
                            : shown;
    auto key = std::string(info(name.type).prefix);
    key += ':';
    key += owner.empty() ? key_of(called) : key_of(std::string(owner) + " " + std::string(called));
    if (!owner.empty()) {
      name.thing = none;
    } else if (const int organ = organ_named_before(name); organ != none) {
      name.thing = none;
      name.node = organ;
      by_key_.try_emplace(key,
                          organ);  // "the President's Office" after "the Office of the President"
      note(organ, name.range, shown);
      return;
    } else if (const int organ_later = listed_organ(name); organ_later != none) {
      a_.names[i].node = organ_later;
      note(organ_later, a_.names[i].range, text(a_.names[i].range));
      return;
    } else if (const int state = states_organ(i); state != none) {
      a_.names[i].node = state;
      note(state, a_.names[i].range, text(a_.names[i].range));
      return;
    }
    if (name.thing != none) {
      const auto [found, added] = by_thing_.try_emplace(name.thing, 0);
      if (added) {
        const auto known = by_key_.find(key);
        const auto listed = a_.knowledge.things[static_cast<std::size_t>(name.thing)].name;
        found->second = known != by_key_.end() && !is_namesake(known->second, name.thing)
                            ? known->second
                            : new_node(name.type, name.thing,
                                       is_own_name(name) ? shown : std::string_view(listed));
      }
      name.node = found->second;
      by_key_.try_emplace(key, name.node);
    } else {
      name.node = unlisted(name, key, shown);
      if (!owner.empty()) {
        note_parent(name);
      }
    }
    note_organ(name, owner.empty());
    if (name.type == NodeType::agency && name.inside == none) {
      if (const auto gloss = gloss_of(name); !gloss.empty()) {
        add_alias(node(name.node), text(gloss));
      }
    }
    if (name.rule == "government") {
      auto& draft = node(name.node);
      draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(name.range)));
      add_alias(draft, shown);
      return;
    }
    const bool demonym = name.rule == "demonym-in-post";
    note(name.node, name.range, demonym ? name_then(name.thing) : shown);
    if (!demonym) {
      written_out_.insert(name.node);
    } else if (!written_out_.contains(name.node)) {
      node(name.node).name = name_then(name.thing);
    }
  }

  // New York beside the state of New York, by one name in one release.
  [[nodiscard]] bool is_namesake(int known, int thing) {
    const auto& draft = node(known);
    return draft.type == NodeType::place && draft.thing != none && draft.thing != thing;
  }

  // What the country was called when the release was published.
  [[nodiscard]] std::string_view name_then(int thing) const {
    const auto number = static_cast<std::uint32_t>(thing);
    const auto& names = a_.knowledge.former_names;
    for (auto at = std::ranges::lower_bound(names, number, {}, &SaidFormerName::thing);
         at != names.end() && at->thing == number; ++at) {
      const auto former = former_name(at->name);
      if (former && !a_.release.published.empty() && a_.release.published <= former->until) {
        return former->name;
      }
    }
    return a_.knowledge.things[static_cast<std::size_t>(thing)].name;
  }

  // Bare heads in posts: the body of that head named nearest before, else first after.
  void resolve_short_forms() {
    if (short_forms_.empty()) {
      return;
    }
    for (const auto& name : a_.names) {
      if (name.type == NodeType::agency && name.node != none && name.inside == none) {
        index_head(name);
      }
    }
    for (auto& [word, places] : heads_) {
      std::ranges::sort(places);
    }
    for (const auto i : short_forms_) {
      auto& name = a_.names[i];
      const int known = own_or_nearest(name.range.first);
      if (known == none) {
        name.rule = names_nothing;
        continue;
      }
      name.node = known;
      name.rule = "short-form";
      auto& draft = node(known);
      draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(name.range)));
      add_alias(draft, text(name.range));
    }
    heads_.clear();
  }

  // "Department Spokesperson", given out by a Department: the publisher, where it is named. Before
  // another post only the one body of that head: "Council President".
  [[nodiscard]] int own_or_nearest(std::uint32_t i) {
    const auto word = a_.token(i).word;
    const auto [found, added] = short_owners_.try_emplace(word);
    if (added) {
      found->second = short_owner(word, text({i, i + 1}));
    }
    const auto& owner = found->second;
    if (owner.published) {
      return owner.own;
    }
    const bool post = i + 1 < a_.document.tokens.size() && a_.has(i + 1, word_post);
    return owner.only || !post ? nearest(word, i) : none;
  }

  // Whom a short form may stand for, whatever stands near it.
  struct ShortOwner {
    bool published = false;  // the publisher's name has the word
    int own = none;          // the body of that head that is the publisher
    bool only = true;        // there is one body of that head
  };

  [[nodiscard]] ShortOwner short_owner(std::uint32_t word, std::string_view shown) const {
    const auto& publisher = a_.release.publisher;
    ShortOwner owner;
    owner.published = publisher.find(shown) != std::string::npos;
    const auto places = heads_.find(word);
    if (places == heads_.end()) {
      return owner;
    }
    for (const auto& place : places->second) {
      owner.only &= place.second == places->second.front().second;
      if (owner.published && owner.own == none && is_publisher(place.second, shown)) {
        owner.own = place.second;
      }
    }
    return owner;
  }

  // Whether the publisher is the body, which has the head `shown`: from there on its name stands in
  // the publisher's, whatever is said of its country.
  [[nodiscard]] bool is_publisher(int body, std::string_view shown) const {
    const auto& draft = a_.nodes[static_cast<std::size_t>(body)];
    // "United States Department of State", but of "World Bank" the head alone is any bank's.
    const auto is_in_publisher = [&](std::string_view name) {
      const auto head = name.find(shown);
      const bool goes_on = head != std::string_view::npos && head + shown.size() < name.size();
      return a_.release.publisher.find(goes_on ? name.substr(head) : name) != std::string::npos;
    };
    // "UN Security Council" gives out what calls it the "Security Council" and by its whole name.
    const auto is_called_so = [&](std::string_view alias) {
      return alias.size() > shown.size() && alias.ends_with(shown) && is_in_publisher(alias);
    };
    return is_in_publisher(draft.name) || std::ranges::any_of(draft.aliases, is_called_so) ||
           (draft.thing != none &&
            is_in_publisher(a_.knowledge.things[static_cast<std::size_t>(draft.thing)].name));
  }

  // What a bracket of this release explains otherwise than the lists: "the Harbour Safety Plan
  // (HSP)" where "HSP" is listed as a party. `none` where none does.
  int by_local_acronym(const NameMention& name) {
    if (name.thing == none || name.range.size() != 1) {
      return none;
    }
    const auto found =
        acronyms_.contains(text(name.range)) ? acronyms_.find(text(name.range)) : by_initials(name);
    if (found == acronyms_.end() || a_.names[found->second].thing == name.thing ||
        a_.names[found->second].rule == names_nothing) {
      return none;
    }
    const auto mention = found->second;  // resolving it may add to the index
    resolve_named(mention);
    return a_.names[mention].node;
  }

  // "ECA" in a release that tells of the Bureau of Educational and Cultural Affairs, and nowhere of
  // the listed body by its name: the Bureau, if its name's initials, the class of body aside, are
  // these. The end where there is none.
  [[nodiscard]] AcronymIndex::const_iterator by_initials(const NameMention& name) {
    if (name.type != NodeType::agency || name.inside != none ||
        !a_.token(name.range.first).is(token_all_caps)) {
      return acronyms_.end();
    }
    if (!initials_noted_) {
      note_initials();
    }
    return in_full_.contains(name.thing) ? acronyms_.end() : as_acronym(text(name.range));
  }

  void note_initials() {
    initials_noted_ = true;
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      const auto& name = a_.names[i];
      if (name.type != NodeType::agency || name.thing == none || name.range.size() < 2) {
        continue;
      }
      in_full_.insert(name.thing);
      const auto first = name.range.first;
      if (name.inside == none && name.range.size() > 3 && a_.has(first, word_agency_head) &&
          a_.is_word(first + 1, w_.of)) {
        units_.try_emplace(initials_of({first + 2, name.range.last}), i);
      }
    }
  }

  [[nodiscard]] std::string initials_of(Range words) const {
    std::string letters;
    for (auto t = words.first; t < words.last; ++t) {
      if (a_.capital(t)) {
        letters += text({t, t + 1}).front();
      }
    }
    return letters;
  }

  [[nodiscard]] AcronymIndex::const_iterator as_acronym(std::string_view letters) {
    constexpr std::size_t fewest = 3;  // letters that are no accident
    const auto unit = letters.size() < fewest ? units_.end() : units_.find(std::string(letters));
    return unit == units_.end() ? acronyms_.end() : acronyms_.emplace(letters, unit->second).first;
  }

  // An organ's name that says of itself nobody's: "General Assembly", "Department of Justice".
  [[nodiscard]] bool is_bare_organ(const NameMention& name) const {
    if (name.thing == none || name.type != NodeType::agency || name.range.size() < 2) {
      return false;
    }
    const auto thing = a_.knowledge.things[static_cast<std::size_t>(name.thing)];
    for (auto t = name.range.first; t < name.range.last; ++t) {
      if (!a_.has(t, word_common | word_function)) {
        return false;
      }
    }
    return !thing.parent.empty() || !thing.country.empty();
  }

  // "INTERPOL's General Assembly", "the Criminal Division at the Harrow Police": the owner of an
  // organ that the lists know as another's; empty where there is none.
  [[nodiscard]] std::string_view other_owner(const NameMention& name) const {
    if (const auto* before = owner_before_comma(name); before != nullptr) {
      return text(before->range);
    }
    const auto* owner = owner_beside(name.range);
    if (owner == nullptr || !is_bare_organ(name)) {
      return {};
    }
    const auto organ = a_.knowledge.things[static_cast<std::size_t>(name.thing)];
    return owner->thing != none &&
                   may_own(a_.knowledge.things[static_cast<std::size_t>(owner->thing)], organ)
               ? std::string_view{}
               : text(owner->range);
  }

  // That the organ of this name is not the one that the lists have.
  void note_parent(const NameMention& name) {
    auto& attributes = node(name.node).attributes;
    const auto* before = owner_before_comma(name);
    const auto* owner = before != nullptr ? before : owner_beside(name.range);
    if (name.type != NodeType::agency || !attribute(attributes, "parent").empty()) {
      return;
    }
    const bool listed = owner->thing != none;
    attributes.push_back(
        {"parent",
         std::string(listed ? a_.knowledge.things[static_cast<std::size_t>(owner->thing)].name
                            : text(owner->range))});
  }

  // "Harrow Police, Office of Audits;": an office that no list has, in a list of semicolons.
  [[nodiscard]] const NameMention* owner_before_comma(const NameMention& office) const {
    const auto range = office.range;
    if (office.thing != none || range.first < 2 || !a_.punctuation(range.first - 1, ',') ||
        !a_.punctuation(range.last, ';') || !a_.has(range.first, word_organ_head) ||
        !a_.is_word(range.first + 1, w_.of) || !is_bare_body(office)) {
      return nullptr;
    }
    const auto* owner = ending_at(range.first - 1);
    return owner != nullptr && owner->type == NodeType::agency ? owner : nullptr;
  }

  // A body that the lists have as a part of another: a division, no ministry.
  [[nodiscard]] bool is_unit(Range organ) const {
    const auto* hit = a_.longest_hit(organ.first, set_of(Kind::body), organ.last);
    if (hit == nullptr || hit->last != organ.last) {
      return false;
    }
    const auto thing = a_.knowledge.things[hit->entry];
    return thing.kind == "agency" && !thing.parent.empty();
  }

  [[nodiscard]] const NameMention* owner_beside(Range organ) const {
    if (organ.first > 1 && a_.token(organ.first - 1).is(token_possessive)) {
      const auto* owner = ending_at(organ.first - 1);
      const bool owns =
          owner != nullptr && (owner->type == NodeType::agency || owner->type == NodeType::place);
      return owns ? owner : nullptr;
    }
    const auto at = organ.last;
    if (at + 2 >= a_.document.tokens.size() || !a_.is_word(at, w_.at) ||
        !a_.is_word(at + 1, w_.the)) {
      return nullptr;
    }
    const int found = beginning_.find(at + 2);
    return found == none || !is_unit(organ) ? nullptr : &a_.names[static_cast<std::size_t>(found)];
  }

  static bool may_own(const NamedThing& owner, const NamedThing& organ) {
    const bool beside = !owner.parent.empty() && owner.parent == organ.parent;  // has its own
    return owner.id == organ.parent ||
           (!beside && !organ.country.empty() && owner.country == organ.country);
  }

  // The outermost name that ends before token `last`.
  [[nodiscard]] const NameMention* ending_at(std::uint32_t last) const {
    const NameMention* outermost = nullptr;
    for (const auto& [token, number] : ending_.at(last)) {
      const auto& name = a_.names[static_cast<std::size_t>(number)];
      outermost =
          outermost == nullptr || name.range.size() > outermost->range.size() ? &name : outermost;
    }
    return outermost;
  }

  // "Convention against Piracy" is the "United Nations Convention against Piracy" named elsewhere:
  // the one instrument whose name ends so.
  void note_longer_acts() {
    constexpr std::size_t most = 64;
    std::unordered_map<std::string, std::size_t> acts;  // by key: a mention
    for (std::size_t i = 0; i < a_.names.size() && acts.size() < most; ++i) {
      if (a_.names[i].type == NodeType::instrument && a_.names[i].rule != names_nothing) {
        acts.try_emplace(key_of(text(a_.names[i].range)), i);
      }
    }
    for (const auto& [key, mention] : acts) {
      std::size_t longer = 0;
      for (const auto& [other, at] : acts) {
        const bool ends = other.size() > key.size() && other.ends_with(" " + key);
        longer += ends ? 1U : 0U;
        if (ends) {
          longer_acts_[key] = at;
        }
      }
      if (longer != 1 || std::ranges::count(key, ' ') < 2) {
        longer_acts_.erase(key);
      }
    }
  }

  // "Security Council of Malta" somewhere in the release, and nowhere the organ that the lists call
  // so by its owner: the bare name is Malta's.
  void note_states_organs() {
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      const auto& name = a_.names[i];
      if (name.type != NodeType::agency || name.inside != none || name.rule == names_nothing) {
        continue;
      }
      if (name.thing != none && !is_bare_organ(name)) {
        with_owner_.insert(name.thing);
      }
      const auto* bare = a_.longest_hit(name.range.first, set_of(Kind::body), name.range.last - 1);
      if (bare != nullptr && a_.is_word(bare->last, w_.of) &&
          static_cast<int>(bare->entry) != name.thing) {
        states_organs_.try_emplace(static_cast<int>(bare->entry), i);
      }
    }
    for (const int thing : with_owner_) {
      states_organs_.erase(thing);
    }
  }

  // "the Military Committee" in a release that goes on to name the "Harrow Military Committee",
  // which the lists have as an organ, and no other of that name.
  void note_listed_organs() {
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      const auto& name = a_.names[i];
      if (name.thing == none || name.type != NodeType::agency || name.inside != none ||
          name.rule == names_nothing ||
          a_.knowledge.things[static_cast<std::size_t>(name.thing)].parent.empty()) {
        continue;
      }
      const auto rest = behind_owner(name.range);
      if (rest + 1 >= name.range.last) {
        continue;
      }
      const auto [found, added] =
          listed_organs_.try_emplace(key_of(text({rest, name.range.last})), i);
      const bool one =
          added || (found->second < a_.names.size() && a_.names[found->second].thing == name.thing);
      found->second = one ? found->second : a_.names.size();
    }
  }

  // The node of the listed organ that `name`, a bare body, is the bare name of, or none.
  int listed_organ(const NameMention& name) {
    const auto found = listed_organs_.empty() || name.inside != none || !is_bare_body(name)
                           ? listed_organs_.end()
                           : listed_organs_.find(key_of(text(name.range)));
    if (found == listed_organs_.end() || found->second >= a_.names.size()) {
      return none;
    }
    const auto mention = found->second;
    resolve_named(mention);
    return a_.names[mention].node;
  }

  // The node of the state's organ that mention `i` names by its bare name, or none.
  int states_organ(std::size_t i) {
    const auto& name = a_.names[i];
    if (name.inside != none || !is_bare_organ(name)) {
      return none;
    }
    if (const int own = organ_of_publisher(name); own != none) {
      a_.names[i].thing = own;
      return none;
    }
    const auto found = states_organs_.find(name.thing);
    if (found == states_organs_.end() || found->second == i) {
      return none;
    }
    const auto mention = found->second;  // resolving it may add to the index
    resolve_named(mention);
    return a_.names[mention].node;
  }

  // Of a state's own release that names no other owner of it: "Security Council of the Republic of
  // Malta", as the lists have it, for Malta's "Security Council".
  [[nodiscard]] int organ_of_publisher(const NameMention& name) {
    const auto [known, added] = publishers_organs_.try_emplace(name.thing, none);
    if (added) {
      known->second = find_organ_of_publisher(name);
    }
    return known->second;
  }

  // The publisher's.
  [[nodiscard]] const std::string& own_country() {
    if (!own_country_) {
      own_country_ = country_of_publisher(a_.release.publisher);
    }
    return *own_country_;
  }

  [[nodiscard]] int find_organ_of_publisher(const NameMention& name) {
    const auto& things = a_.knowledge.things;
    const auto organ = things[static_cast<std::size_t>(name.thing)];
    if (!organ.country.empty() || organ.parent.empty() || states_organs_.contains(name.thing) ||
        with_owner_.contains(name.thing)) {
      return none;
    }
    const auto& country = own_country();
    if (country.empty()) {
      return organ_under(a_.release.publisher, text(name.range));
    }
    const auto begin = std::string(text(name.range)) + " of ";
    const auto country_of = [&](std::uint32_t index) { return things[index].country; };
    const auto& bodies = a_.knowledge.states_bodies;
    const std::string_view of = country;
    const auto own =
        std::find_if(std::ranges::lower_bound(bodies, of, {}, country_of),
                     std::ranges::upper_bound(bodies, of, {}, country_of),
                     [&](std::uint32_t index) { return things[index].name.starts_with(begin); });
    return own != bodies.end() && things[*own].country == of && things[*own].name.starts_with(begin)
               ? static_cast<int>(*own)
               : none;
  }

  // The listed body that is called by `owner` and `organ`: "INTERPOL General Assembly".
  [[nodiscard]] int organ_under(std::string_view owner, std::string_view organ) const {
    std::vector<std::uint32_t> words;
    for (const auto& word : words_of(std::string(owner) + ' ' + std::string(organ))) {
      words.push_back(a_.knowledge.vocabulary.find(word));
    }
    const auto entry = a_.knowledge.phrases.entry_of(words, Kind::body);
    return entry ? static_cast<int>(*entry) : none;
  }

  void note_ends() {
    ending_.reserve(a_.names.size());
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      if (a_.names[i].type == NodeType::agency && a_.names[i].inside == none &&
          a_.names[i].rule != "name-in-event" && a_.names[i].rule != names_nothing) {
        beginning_.add(a_.names[i].range.first, static_cast<int>(i));
      }
      ending_.add(a_.names[i].range.last, static_cast<int>(i));
    }
    beginning_.sort();
    ending_.sort();
  }

  // "INTERPOL General Assembly", and later "the General Assembly": the one named last.
  int organ_named_before(const NameMention& name) {
    if (name.inside != none || (!is_bare_organ(name) && !is_bare_body(name))) {
      return none;
    }
    const auto key = key_of(text(name.range));
    if (const auto found = organs_.find(key); found != organs_.end()) {
      return found->second;
    }
    constexpr std::uint32_t farthest = 2;  // sentences
    const auto near = others_organs_.find(key);
    const bool spoken_of =
        near != others_organs_.end() &&
        a_.document.sentence_of[name.range.first] <= near->second.second + farthest;
    return spoken_of ? near->second.first : none;
  }

  // "Board of Governors", of common words alone.
  [[nodiscard]] bool is_bare_body(const NameMention& name) const {
    if (name.thing != none || name.type != NodeType::agency || name.range.size() < 2) {
      return false;
    }
    for (auto t = name.range.first; t < name.range.last; ++t) {
      if (!a_.has(t, word_common | word_function) && !a_.punctuation(t, '-') &&
          a_.document.text(t).find('-') == std::string_view::npos) {
        return false;
      }
    }
    return true;
  }

  // "National Police of Latvia" of a release of Latvia: the "National Police" that it goes on with,
  // as any release does in its next sentences.
  void note_own_organ(const NameMention& name) {
    for (auto t = name.range.first + 2; t + 1 < name.range.last; ++t) {
      const auto* state = a_.is_word(t, w_.of)
                              ? a_.longest_hit(t + 1, set_of(Kind::country), name.range.last)
                              : nullptr;
      if (state == nullptr || state->last != name.range.last) {
        continue;
      }
      const auto key = key_of(text({name.range.first, t}));
      if (a_.knowledge.things[state->entry].country == own_country()) {
        organs_[key] = name.node;
      } else {
        others_organs_[key] = {name.node, a_.document.sentence_of[name.range.first]};
      }
    }
  }

  // Remembers whose organ was named in full, by the organ's bare name.
  void note_organ(const NameMention& name, bool full) {
    if (name.type != NodeType::agency || name.inside != none || name.node == none) {
      return;
    }
    if (!full) {
      organs_[key_of(text(name.range))] = name.node;
      return;
    }
    const auto first = name.range.first;
    if (const auto rest = behind_owner(name.range); rest + 1 < name.range.last) {
      organs_[key_of(text({rest, name.range.last}))] = name.node;  // "IAEA Board of Governors"
      return;
    }
    for (auto t = first + 1; t + 1 < name.range.last; ++t) {
      const auto* hit = a_.longest_hit(t, set_of(Kind::body), name.range.last);
      if (hit != nullptr && hit->last == name.range.last) {
        organs_[key_of(text(before_owner({first, t}).value_or(Range{t, name.range.last})))] =
            name.node;
        return;
      }
      if (t == first + 1) {
        note_own_organ(name);
      }
    }
  }

  // Where the organ's own name begins behind its owner's: at "Board" of "IAEA Board of Governors",
  // whether or not the lists have the whole; its end where no owner stands there.
  [[nodiscard]] std::uint32_t behind_owner(Range name) const {
    constexpr auto owners = set_of(Kind::body) | set_of(Kind::country) | set_of(Kind::demonym);
    const auto first = name.first;
    const auto* owner = a_.longest_hit(first, owners, name.last);
    while (owner != nullptr && (owner->last == name.last || a_.is_word(owner->last, w_.of))) {
      owner = a_.longest_hit(first, owners, owner->last - 1);  // not "IAEA Board" of it
    }
    return owner != nullptr ? owner->last : a_.token(first).is(token_digit) ? first + 1 : name.last;
  }

  // "Office of Audits" of "Office of Audits of the" before its owner's name, which is not the
  // office's; nothing where no "of" closes the words.
  [[nodiscard]] std::optional<Range> before_owner(Range words) const {
    const auto last = words.last - (a_.is_word(words.last - 1, w_.the) ? 1U : 0U);
    return last > words.first + 1 && a_.is_word(last - 1, w_.of)
               ? std::optional(Range{words.first, last - 1})
               : std::nullopt;
  }

  // Whether the words are the thing's name: no demonym, no "government of".
  static bool is_own_name(const NameMention& name) {
    return name.rule != "demonym-in-post" && name.rule != "government" &&
           name.rule != "area-of-list";
  }

  int unlisted(const NameMention& name, const std::string& key, std::string_view shown) {
    if (const auto known = by_key_.find(key); known != by_key_.end()) {
      return known->second;
    }
    // "Water Department" is the "Department of Water".
    if (const auto turned = by_key_.find(turned_key(key)); turned != by_key_.end()) {
      return turned->second;
    }
    // "Ministry of Defence" before or after "Ministry of Defence of Lithuania".
    const auto of = key.rfind(" of ");
    if (of != std::string::npos) {
      if (const auto shorter = by_key_.find(key.substr(0, of));
          shorter != by_key_.end() && key.find(" of ") != of) {
        by_key_.emplace(key, shorter->second);
        return shorter->second;
      }
    }
    const int made = new_node(name.type, none, shown);
    by_key_.emplace(key, made);
    return made;
  }

  // "agency:water department" for "agency:department of water", and back; empty where neither.
  static std::string turned_key(const std::string& key) {
    constexpr std::string_view of = " of ";
    const auto colon = key.find(':') + 1;
    const auto name = std::string_view(key).substr(colon);
    for (const std::string_view head : {"department", "ministry", "university", "embassy"}) {
      if (name.starts_with(head) && name.substr(head.size()).starts_with(of)) {
        return key.substr(0, colon) + key.substr(colon + head.size() + of.size()) + ' ' +
               std::string(head);
      }
      if (name.ends_with(head) && name.substr(0, name.size() - head.size()).ends_with(' ')) {
        return key.substr(0, colon) + std::string(head) + std::string(of) +
               key.substr(colon, name.size() - head.size() - 1);
      }
    }
    return {};
  }

  // The fullest form is the name; a post alone ("the Foreign Minister") is an alias of its holder.
  void note(int index, Range range, std::string_view form, bool names = true) {
    auto& draft = node(index);
    draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(range)));
    add_alias(draft, form);
    if (names && form.size() > draft.name.size() && draft.type != NodeType::event) {
      draft.name = form;
    }
  }

  static void add_alias(NodeDraft& draft, std::string_view form) {
    if (std::ranges::find(draft.aliases, form) == draft.aliases.end() &&
        draft.aliases.size() < 64) {
      draft.aliases.emplace_back(form);
    }
  }

  void resolve_officials() {
    // The fullest names first: "Claudia Soto Pardo" before "Claudia Soto" before "Soto".
    const auto keys = keys_of_officials();
    for (const std::size_t words : {3U, 2U, 1U}) {
      resolve_officials_of(words, keys);
    }
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      const auto& name = a_.names[i];
      if (name.type == NodeType::official && name.node != none) {
        note(name.node, name.range, text(name.range));
        if (!name.title.empty()) {
          add_alias(node(name.node), text(form_with_title(a_, i)));
        }
      }
    }
  }

  // By name; empty for what is no official.
  [[nodiscard]] std::vector<PersonKey> keys_of_officials() const {
    std::vector<PersonKey> keys(a_.names.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (a_.names[i].type == NodeType::official) {
        keys[i] = person_key(text(a_.names[i].range));
      }
    }
    return keys;
  }

  void resolve_officials_of(std::size_t words, const std::vector<PersonKey>& keys) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      auto& name = a_.names[i];
      const bool fits = std::min<std::size_t>(keys[i].words.size(), 3) == words;
      if (name.type == NodeType::official && name.node == none && fits) {
        name.node = official(name, keys[i]);
      }
    }
  }

  // Those known by the surname who may be the one named.
  [[nodiscard]] std::vector<int> fitting(const NameMention& name, const PersonKey& key) {
    const auto& known = persons_[key.surname()];
    std::vector<int> fit;
    for (const int one : std::span(known).first(std::min<std::size_t>(known.size(), 64))) {
      const bool new_one = std::ranges::find(fit, one) == fit.end();
      if (new_one && same_person(key, keys_.at(one)) && agree(name.gender, node(one).gender) &&
          !(key.words.size() == 1 && consorts_.contains(one) && holds_post(name))) {
        fit.push_back(one);
      }
    }
    return fit;
  }

  // "President Biden" is not the First Lady Jill Biden.
  [[nodiscard]] bool holds_post(const NameMention& name) const {
    return !name.title.empty() && a_.has(name.title.last - 1, word_post) && !is_consort(name.title);
  }

  [[nodiscard]] bool is_consort(Range title) const {
    return !title.empty() &&
           (a_.is_word(title.last - 1, w_.lady) || a_.is_word(title.last - 1, w_.gentleman));
  }

  int official(const NameMention& name, const PersonKey& key) {
    const auto fit = fitting(name, key);
    if (fit.size() > 1) {
      return key.words.size() > 1 ? fit.front()
                                  : none;  // a bare surname of two people names neither
    }
    auto& same_surname = persons_[key.surname()];
    int found = fit.empty() ? none : fit.front();
    if (found == none) {
      found = longer_form(key);
    }
    if (found == none) {
      found = new_node(NodeType::official, none, text(name.range));
      same_surname.push_back(found);
      keys_.emplace(found, key);
      other_words(key, found);
    } else if (key.words.size() > keys_.at(found).words.size()) {
      keys_.at(found) = key;
      persons_[key.surname()].push_back(found);
    }
    if (node(found).gender == Gender::unknown) {
      node(found).gender = name.gender;
    }
    if (is_consort(name.title)) {
      consorts_.insert(found);
    }
    return found;
  }

  // "Ahmed Abdullah" and "Ahmed Abdullah Al Ahmad Al Sabah": one begins with all of the other.
  [[nodiscard]] int longer_form(const PersonKey& key) const {
    const auto candidates = persons_.find(key.words.front());
    if (key.words.size() < 2 || candidates == persons_.end() || candidates->second.size() > 64) {
      return none;
    }
    int found = none;
    for (const int person : candidates->second) {
      const auto& words = keys_.at(person).words;
      const auto shared = static_cast<std::ptrdiff_t>(std::min(words.size(), key.words.size()));
      const bool begins =
          shared >= 2 && std::equal(words.begin(), words.begin() + shared, key.words.begin());
      if (begins && found != none && found != person) {
        return none;
      }
      found = begins ? person : found;
    }
    return found;
  }

  // "Mohammed Shia al-Sudani" is "Prime Minister Sudani" later; "Xi Jinping" is "President Xi".
  void other_words(const PersonKey& key, int person) {
    if (key.words.size() < 2) {
      return;
    }
    const auto& first = key.words.front();
    if (first.size() > 1) {
      persons_[first].push_back(person);
    }
    const auto& last = key.surname();
    if (const auto dash = last.find('-'); dash != std::string::npos) {
      persons_[last.substr(dash + 1)].push_back(person);
    }
    if (key.words.size() > 2) {
      persons_[key.words[key.words.size() - 2]].push_back(person);
    }
  }

  static bool agree(Gender a, Gender b) {
    return a == Gender::unknown || b == Gender::unknown || a == b;
  }

  // Surnames, acronyms and heads that stand alone, by one pass over what no name claims.
  void find_later_mentions() {
    std::vector<std::uint8_t> claimed(a_.document.tokens.size());
    for (const auto& name : a_.names) {
      std::fill(claimed.begin() + name.title.first,
                claimed.begin() + std::max(name.title.last, name.title.first), std::uint8_t{1});
      std::fill(claimed.begin() + name.range.first, claimed.begin() + name.range.last,
                std::uint8_t{1});
    }
    index_heads();
    short_owners_.clear();  // of the heads that were there before
    for (const auto& [word, persons] : persons_) {
      person_letters_.add(word);
    }
    std::vector<NameMention> found;
    for (auto i = next_later(0); i < claimed.size(); i = next_later(i + 1)) {
      if (claimed[i] != 0 || a_.taken[i] != 0 || a_.token(i).is(token_punctuation)) {
        continue;
      }
      if (a_.capital(i)) {
        later_capital(i, found);
      } else if (follows_article(i)) {
        definite_post(i, found);
      }
    }
    for (auto& mention : found) {
      auto& draft = node(mention.node);
      draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(mention.range)));
      add_alias(draft, text(mention.range));  // a title or short form, never the name
      a_.names.push_back(mention);
    }
  }

  // From token `i` on, where one stands that may be a later mention; else how many there are.
  [[nodiscard]] std::uint32_t next_later(std::uint32_t i) const {
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    while (i < count && !a_.token(i).is(token_capital) && !follows_article(i)) {
      ++i;
    }
    return i;
  }

  void later_capital(std::uint32_t i, std::vector<NameMention>& found) {
    const auto shown = text({i, i + 1});
    if (const auto acronym = acronyms_.find(shown);
        acronym != acronyms_.end() && a_.names[acronym->second].node != none) {
      found.push_back(mention(a_.names[acronym->second].type, {i, i + 1},
                              a_.names[acronym->second].node, "acronym"));
      return;
    }
    if (const auto place = later_places_.find(shown); place != later_places_.end()) {
      found.push_back(mention(NodeType::place, {i, i + 1}, place->second, "place-again"));
      return;
    }
    // "the 15-member Council"
    const bool counted = i > 1 && a_.is_word(i - 2, w_.the) && a_.token(i - 1).is(token_digit);
    if (a_.has(i, word_agency_short) && i > 0 && (counted || a_.is_word(i - 1, w_.the))) {
      definite_agency(i, found);
      return;
    }
    if (a_.has(i, word_instrument_head) && i > 0 && a_.is_word(i - 1, w_.the)) {
      definite_instrument(i, found);
      return;
    }
    if (follows_article(i) && definite_post(i, found)) {
      return;
    }
    surname(i, shown, found);
  }

  void surname(std::uint32_t i, std::string_view shown, std::vector<NameMention>& found) {
    const bool opener = a_.token(i).is(token_sentence) && a_.has(i, word_common);
    if (shown.size() < 3 || persons_.empty() || (opener && !speaks(i + 1))) {
      return;
    }
    const bool plain = std::ranges::all_of(
        shown, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (plain && !(person_letters_.may_have(shown) && persons_.contains(folded(shown)))) {
      return;  // nearly every word: no need to cut it
    }
    const auto words = words_of(shown);  // "O'Neal", "Jean-Paul"
    const auto persons = words.empty() ? persons_.end() : persons_.find(words.back());
    if (persons == persons_.end()) {
      return;
    }
    int unique = none;
    for (const int person : persons->second) {
      if (ends_with(keys_.at(person).words, words)) {
        if (unique != none) {
          return;
        }
        unique = person;
      }
    }
    if (unique != none) {
      found.push_back(mention(NodeType::official, {i, i + 1}, unique, "surname"));
    }
  }

  static bool ends_with(const std::vector<std::string>& name,
                        const std::vector<std::string>& words) {
    return words.size() <= name.size() && std::equal(words.rbegin(), words.rend(), name.rbegin());
  }

  // "Rice said": a common word that opens a sentence is a surname before a verb of saying.
  [[nodiscard]] bool speaks(std::uint32_t i) const {
    const auto* verb = i < a_.document.tokens.size()
                           ? a_.longest_hit(i, set_of(Kind::verb), a_.sentence(i - 1).last)
                           : nullptr;
    return verb != nullptr && a_.knowledge.verbs[verb->entry].frame == Frame::say;
  }

  static NameMention mention(NodeType type, Range range, int node, std::string_view rule) {
    NameMention made;
    made.type = type;
    made.range = range;
    made.node = node;
    made.rule = rule;
    return made;
  }

  // Which agencies end in which head, and which officials hold which post, by word.
  void index_heads() {
    for (const auto& name : a_.names) {
      if (name.node != none) {
        index_name(name);
      }
    }
    for (const auto& post : a_.posts) {
      const auto& holder = a_.names[static_cast<std::size_t>(post.holder)];
      if (holder.node != none) {
        index_posts(post.range, post.range.first, holder.node);
        note_state(post, holder.node);
      }
    }
    for (auto* index : {&heads_, &whole_posts_}) {
      for (auto& [word, places] : *index) {
        std::ranges::sort(places);
      }
    }
  }

  // "the Latvian President", where the publisher is not of Latvia: who is called so is not just
  // "the President".
  void note_state(const PostMention& post, int person) {
    for (const int body : post.bodies) {
      if (a_.names[static_cast<std::size_t>(body)].type == NodeType::agency) {
        of_body_.insert(person);
      }
      const auto& state = a_.names[static_cast<std::size_t>(body)];
      if (state.type == NodeType::place && state.thing != none &&
          a_.release.publisher.find(
              a_.knowledge.things[static_cast<std::size_t>(state.thing)].name) ==
              std::string::npos) {
        of_named_state_.insert(person);
      }
    }
  }

  void index_name(const NameMention& name) {
    if (name.type == NodeType::official) {
      index_posts(name.title, name.range.first, name.node);
    } else if (name.type == NodeType::instrument) {
      index_words(name, word_instrument_head);
    } else if (name.type == NodeType::agency) {
      index_head(name);
    } else if (name.rule.starts_with("place-") && name.range.size() == 1) {
      later_places_.try_emplace(text(name.range), name.node);
    }
  }

  // A listed one that neither governs nor publishes the release.
  [[nodiscard]] bool is_agency_of_state(const NameMention& name) const {
    return name.thing != none && !is_publishers(name.range) &&
           a_.knowledge.things[static_cast<std::size_t>(name.thing)].kind != "government";
  }

  // "the Committee" is the "Drought Committee of the Harrow Council", "the Council" is not, nor the
  // "Harrow Council Chamber": the last such word before what the body is of.
  void index_head(const NameMention& name) {
    auto end = name.range.first + 1;
    while (end < name.range.last && !is_preposition(a_, end) && !a_.punctuation(end, '(')) {
      ++end;
    }
    for (auto t = end; t-- > name.range.first;) {
      if (a_.is_word(t, w_.administration) && is_agency_of_state(name)) {
        return;  // "the Administration" is the government's, named or not
      }
      if (a_.has(t, word_agency_short)) {
        heads_[a_.token(t).word].push_back({name.range.first, name.node});
        return;
      }
      if (a_.has(t, word_agency_head | word_place_head)) {
        return;
      }
    }
  }

  void index_words(const NameMention& name, WordSet kind) {
    for (auto t = name.range.first; t < name.range.last; ++t) {
      if (a_.has(t, kind)) {
        heads_[a_.token(t).word].push_back({name.range.first, name.node});
      }
    }
  }

  // A post is found again by the last word of its head: "First Lady", "Senior Advisor".
  void index_posts(Range range, std::uint32_t place, int person) {
    for (auto t = range.first; t < range.last; ++t) {
      const auto last = end_of_post(t, range.last);
      if (last > t && (t == range.first || !is_served(t))) {
        index_post({t, last}, range.last, {place, person});
      }
      t = std::max(t + 1, last) - 1;
    }
  }

  void index_post(Range post, std::uint32_t end, const std::pair<std::uint32_t, int>& holder) {
    const auto first = post.first;
    heads_[a_.token(post.last - 1).word].push_back(holder);
    whole_posts_[post_key(post)].push_back(holder);
    const auto* whole = a_.longest_hit(first, set_of(Kind::post), end);
    const auto* bare = a_.longest_hit(first, set_of(Kind::post), first + 1);
    const bool of = whole != nullptr && whole->last > first + 2 && is_preposition(a_, first + 1);
    if (of && bare != nullptr) {
      heads_[a_.token(first).word].push_back(holder);  // "Minister of Foreign Affairs"
    }
  }

  // "Adviser to the President", "Chief of Staff of the President": another's post.
  [[nodiscard]] bool is_served(std::uint32_t post) const {
    const auto at = post > 0 && a_.is_word(post - 1, w_.the) ? post - 1 : post;
    return at > 0 && (a_.is_word(at - 1, w_.to) || (at < post && a_.is_word(at - 1, w_.of)));
  }

  // The post as written: "the President" is no Vice President.
  [[nodiscard]] std::uint32_t post_key(Range post) const {
    std::uint32_t key = 0;
    for (auto i = post.first; i < post.last; ++i) {
      key = key * 1000003U + a_.token(i).word;
    }
    return key;
  }

  // One past the post at `i`, or `i`: of "Deputy Secretary General" past all three, though "Deputy
  // Secretary" is a post as well.
  [[nodiscard]] std::uint32_t end_of_post(std::uint32_t i, std::uint32_t end) const {
    const auto* hit = a_.longest_hit(i, set_of(Kind::post), end);
    auto last = hit == nullptr ? i : hit->last;
    for (auto t = i + 1; t < last; ++t) {
      const auto* longer = a_.longest_hit(t, set_of(Kind::post), end);
      last = longer == nullptr ? last : std::max(last, longer->last);
    }
    return last;
  }

  // The one named last before `i`; the first one after it where the title or lead comes before its
  // name.
  [[nodiscard]] int nearest(std::uint32_t word, std::uint32_t i) const {
    const auto places = heads_.find(word);
    const bool much_later = places != heads_.end() && places->second.front().first > i &&
                            a_.document.sentence_of[i] >= opening_sentences;
    return much_later ? none : nearest(heads_, word, i);
  }

  [[nodiscard]] static int nearest(const HeadIndex& index, std::uint32_t word, std::uint32_t i) {
    const auto places = index.find(word);
    if (places == index.end()) {
      return none;
    }
    const auto after = std::ranges::upper_bound(places->second, std::pair{i, none});
    if (after != places->second.begin()) {
      return std::prev(after)->second;
    }
    const int first = places->second.front().second;
    return places->second.back().second == first && places->second.size() < 64 &&
                   std::ranges::all_of(places->second,
                                       [&](const auto& place) { return place.second == first; })
               ? first
               : none;
  }

  // Of several who hold such a post the one that the release opens with: its own house's, who is
  // called the President without a country.
  [[nodiscard]] int holder(Range post, std::uint32_t i) {
    const auto key = post_key(post);
    const bool whole = whole_posts_.contains(key);
    const auto& index = whole ? whole_posts_ : heads_;
    const auto word = whole ? key : a_.token(post.last - 1).word;
    const int last = nearest(index, word, i);
    const auto places = index.find(word);
    if (last == none && is_publishers(post)) {
      return named_in_title();
    }
    if (last == none || places == index.end()) {
      return last;
    }
    const auto opens = [&](const std::pair<std::uint32_t, int>& place) {
      return a_.document.sentence_of[place.first] < opening_sentences && place.first < i &&
             place.second != none &&
             a_.nodes[static_cast<std::size_t>(place.second)].type == NodeType::official;
    };
    for (const auto& place : places->second) {
      if (!opens(place)) {
        break;  // they stand in text order
      }
      if (!of_named_state_.contains(place.second)) {
        return place.second;
      }
    }
    return opens(places->second.front()) ? places->second.front().second : last;
  }

  // Whether a body of that head is named in the sentence of `i`, before it, or in the one before.
  [[nodiscard]] bool is_spoken_of(std::uint32_t word, std::uint32_t i) const {
    const auto places = heads_.find(word);
    if (places == heads_.end()) {
      return false;
    }
    const auto after = std::ranges::upper_bound(places->second, std::pair{i, none});
    return after != places->second.begin() &&
           a_.document.sentence_of[std::prev(after)->first] + 1 >= a_.document.sentence_of[i];
  }

  // "the Department" of a Department's own release is itself, unless another was just named.
  void definite_agency(std::uint32_t i, std::vector<NameMention>& found) {
    const auto word = a_.token(i).word;
    if (i > 3 && a_.document.text(i) == "Union" && a_.is_word(i - 2, w_.of) &&
        a_.is_word(i - 3, w_.state) && !a_.is_word(i - 4, w_.of)) {
      return;  // "the State of the Union", not "the Heads of State of the Union"
    }
    int agency = nearest(word, i);
    if (agency != none && is_publishers({i, i + 1}) && !is_spoken_of(word, i)) {
      const auto [owner, added] = short_owners_.try_emplace(word);
      if (added) {
        owner->second = short_owner(word, text({i, i + 1}));
      }
      agency = owner->second.own;
    }
    if (agency != none && node(agency).type == NodeType::agency) {
      found.push_back(mention(NodeType::agency, {i, i + 1}, agency, "short-form"));
    }
  }

  // "the Convention": the one of that head named before, where nothing makes it longer.
  void definite_instrument(std::uint32_t i, std::vector<NameMention>& found) {
    const auto next = i + 1 < a_.document.tokens.size() ? i + 1 : i;
    const bool longer = next > i && (a_.capital(next) || a_.is_word(next, w_.on));
    const int act = longer ? none : nearest(a_.token(i).word, i);
    if (act != none && node(act).type == NodeType::instrument) {
      found.push_back(mention(NodeType::instrument, {i, i + 1}, act, "short-form"));
    }
  }

  // "the President", of a release of the "President of Latvia".
  [[nodiscard]] bool is_publishers(Range post) const {
    return a_.release.publisher.find(text(post)) != std::string::npos;
  }

  [[nodiscard]] bool is_head_of_state(std::uint32_t i, std::uint32_t last) const {
    return last == i + 3 && a_.is_word(i, w_.head) && a_.is_word(i + 2, w_.state);
  }

  // "the Head of State": the one whom the title names without a post, else whoever is called the
  // President, and neither by another state's name nor as a body's.
  [[nodiscard]] int head_of_state(std::uint32_t i) {
    const int titled = named_in_title();
    if (titled != none) {
      return titled;
    }
    if (!presidents_) {
      presidents_ = own_presidents();
    }
    const bool own = a_.release.publisher.find("President") != std::string::npos;
    if (!presidents_->empty() && presidents_->front().first < i &&
        (own || a_.document.sentence_of[presidents_->front().first] < opening_sentences)) {
      return presidents_->front().second;  // its own house's, whoever is called so later
    }
    const auto after = std::ranges::upper_bound(*presidents_, std::pair{i, none});
    return after != presidents_->begin() ? std::prev(after)->second
           : presidents_->empty()        ? none
                                         : presidents_->front().second;
  }

  // Where somebody is called the President, in text order.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, int>> own_presidents() const {
    std::vector<std::pair<std::uint32_t, int>> own;
    if (const auto places = whole_posts_.find(w_.president); places != whole_posts_.end()) {
      std::ranges::copy_if(places->second, std::back_inserter(own), [&](const auto& place) {
        return !of_named_state_.contains(place.second) && !of_body_.contains(place.second);
      });
    }
    return own;
  }

  // "Talks in Riga - Ilse Kalnins": the one official of the title, where no post is told of that
  // one; else none.
  [[nodiscard]] int named_in_title() {
    if (!titled_) {
      titled_ = find_in_title();
    }
    return *titled_;
  }

  [[nodiscard]] int find_in_title() const {
    int only = none;
    for (const auto& name : a_.names) {
      if (!a_.is_headline(name.range.first) || name.type != NodeType::official ||
          name.node == none || name.node == only) {
        continue;
      }
      if (only != none) {
        return none;
      }
      only = name.node;
    }
    const bool posted = std::ranges::any_of(a_.posts, [&](const PostMention& post) {
      return a_.names[static_cast<std::size_t>(post.holder)].node == only;
    });
    return posted ? none : only;
  }

  [[nodiscard]] bool follows_article(std::uint32_t i) const {
    return i > 0 && a_.token(i - 1).word == w_.the;
  }

  // "the Secretary", "the Deputy Secretary of State", "the foreign minister": what stands at `i`,
  // behind the article.
  bool definite_post(std::uint32_t i, std::vector<NameMention>& found) {
    const auto end = a_.sentence(i).last;
    auto at = i;
    bool former = false;
    while (at < end && at < i + 3 && a_.has(at, word_modifier | word_former) &&
           a_.longest_hit(at, set_of(Kind::post), end) == nullptr) {
      former |= a_.has(at, word_former);
      ++at;
    }
    const auto* hit = a_.longest_hit(at, set_of(Kind::post), end);
    if (hit == nullptr) {
      return false;
    }
    const auto last = end_of_post(at, end);
    const int person = former                       ? nearest(a_.token(last - 1).word, i)
                       : is_head_of_state(at, last) ? head_of_state(i)
                                                    : holder({at, last}, i);
    const bool goes_on = last < end && (a_.is_word(last, w_.of) ||
                                        (a_.capital(last) && !a_.token(last).is(token_possessive)));
    if (person == none || node(person).type != NodeType::official || goes_on) {
      return false;
    }
    found.push_back(mention(NodeType::official, {i, last}, person, "definite-post"));
    return true;
  }

  // Mentions stand in text order for whoever looks for the nearest; posts keep their holders.
  void sort_mentions() {
    std::vector<std::size_t> order(a_.names.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::ranges::stable_sort(order, [&](std::size_t x, std::size_t y) {
      const auto& a = a_.names[x].range;
      const auto& b = a_.names[y].range;
      return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    std::vector<int> place(order.size());
    std::vector<NameMention> sorted;
    sorted.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = static_cast<int>(i);
      sorted.push_back(a_.names[order[i]]);
    }
    for (auto& name : sorted) {
      name.inside = name.inside == none ? none : place[static_cast<std::size_t>(name.inside)];
    }
    for (auto& post : a_.posts) {
      post.holder = place[static_cast<std::size_t>(post.holder)];
      for (auto& body : post.bodies) {
        body = place[static_cast<std::size_t>(body)];
      }
    }
    a_.names = std::move(sorted);
  }

  Analysis& a_;
  const KnownWords& w_;
  std::unordered_map<int, int> by_thing_;
  std::unordered_map<std::string, int> by_key_;
  std::unordered_set<int> written_out_;  // nodes that the text names, not a demonym alone
  std::unordered_set<int> consorts_;     // told of as "First Lady" and the like
  AcronymIndex acronyms_;
  bool initials_noted_ = false;
  std::unordered_set<int> in_full_;  // things that the release calls by more than an acronym
  std::unordered_map<std::string, std::size_t>
      units_;  // by initials: the first mention of a "Bureau of ..." and the like
  std::vector<std::size_t> short_forms_;
  std::unordered_map<int, int> publishers_organs_;      // thing by the thing of its bare name
  std::unordered_set<int> with_owner_;                  // things named by more than a bare name
  std::unordered_map<int, std::size_t> states_organs_;  // mention by the thing of its bare name
  std::unordered_map<std::string, std::size_t>
      listed_organs_;  // mention by the organ's bare name; past the last where several have it
  std::unordered_map<std::string, std::size_t> longer_acts_;  // mention by a shorter name's key
  Positions ending_;
  Positions beginning_;                          // agencies alone
  std::unordered_map<std::string, int> organs_;  // by the bare name of an organ: the one named last
  std::unordered_map<std::string, std::pair<int, std::uint32_t>>
      others_organs_;  // and the sentence
  std::unordered_map<std::string, std::vector<int>> persons_;
  EndLetters person_letters_;
  std::unordered_map<int, PersonKey> keys_;
  HeadIndex heads_;
  std::unordered_map<std::uint32_t, ShortOwner> short_owners_;  // by word
  HeadIndex whole_posts_;                                       // by post_key
  std::unordered_set<int> of_named_state_;  // officials called by a post with its country
  std::unordered_set<int> of_body_;         // officials who hold a post of a body
  std::optional<std::vector<std::pair<std::uint32_t, int>>> presidents_;  // of own_presidents()
  std::optional<std::string> own_country_;                                // of own_country()
  std::optional<int> titled_;                                             // of find_in_title()
  std::unordered_map<std::string_view, int> later_places_;
};

}  // namespace

void resolve_names(Analysis& analysis) {
  NameResolver(analysis).run();
}

}  // namespace pressgraph
