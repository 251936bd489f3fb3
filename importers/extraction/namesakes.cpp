// SPDX-License-Identifier: Apache-2.0
// A country, or the part of another country that has its name: Georgia. A city, or the state that
// has its name: New York.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "graph/country_names.hpp"
#include "importers/extraction/analysis.hpp"

namespace pressgraph {
namespace {

class Namesakes {
 public:
  explicit Namesakes(Analysis& analysis) : a_(analysis), w_(analysis.knowledge.words) {}

  void run() {
    for (std::size_t i = 0; i < a_.names.size(); ++i) {
      const auto& range = a_.names[i].range;
      const auto* part = hit_of(range, Kind::place);
      const auto* country =
          a_.names[i].type == NodeType::place ? hit_of(range, Kind::country) : nullptr;
      if (country != nullptr && part == nullptr && stands_before_abbreviation(range)) {
        a_.names[i].thing = none;  // "Lebanon, Pa.", "Malta, NY" are towns
      } else if (part != nullptr && country != nullptr) {
        a_.names[i].thing =
            static_cast<int>(is_country(i, *part, *country) ? country->entry : part->entry);
      } else if (part != nullptr && a_.names[i].thing == static_cast<int>(part->entry)) {
        tell_from_namesake(a_.names[i]);
        tell_from_state(a_.names[i], i);
      }
    }
  }

 private:
  enum class Beside : std::uint8_t { nothing, country, part };

  [[nodiscard]] const Hit* hit_of(Range range, Kind kind) const {
    if (!a_.begins(range.first, set_of(kind))) {
      return nullptr;
    }
    const auto* hit = a_.longest_hit(range.first, set_of(kind), range.last);
    return hit != nullptr && hit->last == range.last ? hit : nullptr;
  }

  // Before a comma and what a part of another country is called for short: "Pa."; in a release of
  // that country "PA", which may stand for much else.
  [[nodiscard]] bool stands_before_abbreviation(Range range) const {
    const auto next = range.last + 1;
    if (!a_.punctuation(range.last, ',') || next >= a_.document.tokens.size()) {
      return false;
    }
    if (const auto* code = a_.longest_hit(next, set_of(Kind::place_code), next + 1);
        code != nullptr) {
      const bool own =
          a_.knowledge.things[code->entry].country == country_of_publisher(a_.release.publisher);
      return own && !a_.token(range.first).is(token_all_caps);
    }
    return a_.token(next).is(token_dot) && !state_at(next, next + 1).empty();
  }

  // The country of the part of one that is named there, not as an owner, by a name that no country
  // has; empty where none is.
  [[nodiscard]] std::string_view state_at(std::uint32_t at, std::uint32_t end) const {
    const auto* hit = a_.longest_hit(at, set_of(Kind::place), end);
    const auto* country = a_.longest_hit(at, set_of(Kind::country), end);
    const bool is_state = hit != nullptr && country == nullptr &&
                          a_.knowledge.things[hit->entry].kind == "state" &&
                          !a_.is_possessive(hit->last);
    return is_state ? a_.knowledge.things[hit->entry].country : std::string_view();
  }

  // "San Jose, Calif."; else that of Costa Rica where the release names the country; else, in a
  // release of the other's country or where that is named, the other.
  void tell_from_namesake(NameMention& name) {
    const auto& all = a_.knowledge.namesakes;
    const auto pair =
        std::ranges::find(all, static_cast<std::uint32_t>(name.thing), &NamesakePlaces::found);
    if (pair == all.end() || a_.document.text(name.range).find(',') != std::string_view::npos) {
      return;
    }
    const auto own = a_.knowledge.things[pair->found].country;
    const auto country = a_.knowledge.things[pair->other].country;
    const auto state = state_behind(name.range);
    const bool told =
        state.empty() && !names_country(own) &&
        (country_of_publisher(a_.release.publisher) == country || names_country(country));
    if (state == country || told) {
      name.thing = static_cast<int>(pair->other);
    }
  }

  // The country of the part of one behind a comma; empty where none is.
  [[nodiscard]] std::string_view state_behind(Range town) const {
    const auto next = town.last + 1;
    const auto end = static_cast<std::uint32_t>(a_.document.tokens.size());
    return a_.punctuation(town.last, ',') && next < end ? state_at(next, end) : std::string_view();
  }

  // Asked once: it looks at all names.
  [[nodiscard]] bool names_country(std::string_view country) {
    const auto [known, added] = named_.try_emplace(country, false);
    for (std::size_t i = 0; added && !known->second && i < a_.names.size(); ++i) {
      const auto& name = a_.names[i];
      const auto thing = name.type == NodeType::place && name.thing != none
                             ? a_.knowledge.things[static_cast<std::size_t>(name.thing)]
                             : NamedThing{};
      known->second = thing.kind == "country" && thing.country == country;
    }
    return known->second;
  }

  // "Rexville, New York": the state, where the lists have one that is called "New York State".
  void tell_from_state(NameMention& name, std::size_t i) {
    const auto city = a_.knowledge.things[static_cast<std::size_t>(name.thing)];
    if (city.kind != "city" || !stands_for_state(i, city.country)) {
      return;
    }
    name.thing = state_of(name.thing);
  }

  // The state that has the city's name, as "New York State"; else the city. Asked once a city: it
  // looks at all that the lists have.
  [[nodiscard]] int state_of(int city) {
    const auto [known, added] = states_.try_emplace(city, city);
    if (added) {
      const auto thing = a_.knowledge.things[static_cast<std::size_t>(city)];
      known->second = state_called(std::string(thing.name) + " State", thing.country, city);
    }
    return known->second;
  }

  [[nodiscard]] int state_called(std::string_view name, std::string_view country, int city) const {
    const auto& all = a_.knowledge.states;
    const auto found = std::ranges::find_if(all, [&](std::uint32_t i) {
      const auto thing = a_.knowledge.things[i];
      return thing.country == country && thing.name == name;
    });
    return found == all.end() ? city : static_cast<int>(*found);
  }

  // Behind a town and a comma, and in no list; "X, of New York, to be"; "New York state law", "the
  // state of New York".
  [[nodiscard]] bool stands_for_state(std::size_t i, std::string_view whole) {
    const auto range = a_.names[i].range;
    if (a_.is_word(range.last, w_.state) || is_before_post(range.last) || is_among_states(i)) {
      return true;
    }
    if (range.first < 2) {
      return false;
    }
    if (a_.is_word(range.first - 1, w_.of) && a_.is_word(range.first - 2, w_.state)) {
      return true;
    }
    if (a_.is_word(range.first - 1, w_.of) && a_.punctuation(range.first - 2, ',')) {
      return a_.punctuation(range.last, ',') && a_.is_word(range.last + 1, w_.to) &&
             a_.is_word(range.last + 2, w_.be);
    }
    whole_ = whole;
    country_ = {};
    return a_.punctuation(range.first - 1, ',') && !is_in_list(i) && is_behind_town(i) &&
           before(i) == Beside::part;
  }

  // "New York Governor Ada Roe", "Washington State Senator Ada Roe".
  [[nodiscard]] bool is_before_post(std::uint32_t i) const {
    return i < a_.document.tokens.size() && a_.capital(i) &&
           a_.longest_hit(i, set_of(Kind::province_post), i + 3) != nullptr;
  }

  // Between commas, "and" and a part of the same country that stands behind no town: "New Jersey,
  // New York and Ohio".
  [[nodiscard]] bool is_among_states(std::size_t i) {
    if (i > 0 && is_state_beside(i, i - 1)) {
      return !is_before_city(i);  // not "Florida, New York and Geneva"
    }
    const bool behind_other = i > 0 && a_.names[i - 1].type == NodeType::place &&
                              are_listed(a_.names[i - 1].range.last, a_.names[i].range.first);
    return !behind_other && is_state_beside(i, i + 1);  // not "Washington, New York, and Texas"
  }

  [[nodiscard]] bool is_before_city(std::size_t i) {
    const bool listed = i + 1 < a_.names.size() && a_.names[i + 1].type == NodeType::place &&
                        a_.names[i + 1].thing != none &&
                        are_listed(a_.names[i].range.last, a_.names[i + 1].range.first);
    return listed && a_.names[i + 1].thing != a_.names[i].thing &&
           a_.knowledge.things[static_cast<std::size_t>(a_.names[i + 1].thing)].kind == "city" &&
           state_of(a_.names[i + 1].thing) == a_.names[i + 1].thing;
  }

  [[nodiscard]] bool is_state_beside(std::size_t i, std::size_t other) const {
    if (other >= a_.names.size()) {
      return false;
    }
    const auto& left = a_.names[std::min(i, other)].range;
    const auto& right = a_.names[std::max(i, other)].range;
    return is_state(a_.names[other], whole_of(i)) && are_listed(left.last, right.first) &&
           !is_behind_listed_town(other);
  }

  [[nodiscard]] bool is_state(const NameMention& name, std::string_view whole) const {
    if (name.type != NodeType::place || name.thing == none) {
      return false;
    }
    const auto thing = a_.knowledge.things[static_cast<std::size_t>(name.thing)];
    return thing.kind == "state" && thing.country == whole;
  }

  [[nodiscard]] std::string_view whole_of(std::size_t i) const {
    return a_.knowledge.things[static_cast<std::size_t>(a_.names[i].thing)].country;
  }

  // A comma, "and", or both lie between.
  [[nodiscard]] bool are_listed(std::uint32_t at, std::uint32_t end) const {
    const auto first = at;
    at += a_.punctuation(at, ',') ? 1U : 0U;
    at += a_.is_word(at, w_.and_) ? 1U : 0U;
    return at == end && at > first;
  }

  // "Newark, New Jersey, and New York": the state of a town, in a list of towns.
  [[nodiscard]] bool is_behind_listed_town(std::size_t i) const {
    const auto first = a_.names[i].range.first;
    return first > 1 && a_.punctuation(first - 1, ',') && a_.capital(first - 2) &&
           (i == 0 || !is_state(a_.names[i - 1], whole_of(i)) ||
            a_.names[i - 1].range.last != first - 1);
  }

  // "Dallas, Denver, New York", "Washington, New York and Texas".
  [[nodiscard]] bool is_in_list(std::size_t i) const {
    const auto range = a_.names[i].range;
    const bool more = i + 1 < a_.names.size() && a_.names[i + 1].type == NodeType::place &&
                      a_.names[i + 1].range.first <= range.last + 2 &&
                      a_.names[i + 1].thing != none;
    const bool before = i > 1 && a_.names[i - 1].range.last + 1 == range.first &&
                        a_.names[i - 2].type == NodeType::place &&
                        a_.names[i - 2].range.last + 1 == a_.names[i - 1].range.first;
    return more || before;
  }

  // A listed town; or one word that no list has, and the state's name ends there: not "told X, New
  // York did", not "Harrow Hall, New York".
  [[nodiscard]] bool is_behind_town(std::size_t i) const {
    const auto range = a_.names[i].range;
    const auto end = range.first - 1;
    const auto* town = i > 0 && a_.names[i - 1].range.last == end ? &a_.names[i - 1] : nullptr;
    if (town != nullptr && town->thing != none) {
      const auto kind = a_.knowledge.things[static_cast<std::size_t>(town->thing)].kind;
      return kind == "city" || kind == "district";
    }
    const bool closed =
        range.last >= a_.document.tokens.size() || a_.token(range.last).is(token_punctuation);
    const bool county = town != nullptr && town->range.size() > 1 && a_.has(end - 1, word_area);
    const bool one_word = end > 1 && !a_.capital(end - 2) &&
                          !a_.has(end - 1, word_place_head | word_agency_head | word_event_head);
    return (one_word && closed) || county;
  }

  // What stands in a list with it tells; else whose post is told; else what the release is about.
  [[nodiscard]] bool is_country(std::size_t i, const Hit& part, const Hit& country) {
    whole_ = a_.knowledge.things[part.entry].country;
    country_ = a_.knowledge.things[country.entry].country;
    for (const auto beside : {before(i), after(i)}) {
      if (beside != Beside::nothing) {
        return beside == Beside::country;
      }
    }
    const auto first = a_.names[i].range.first;
    if (first > 1 && a_.is_word(first - 1, w_.of) && a_.has(first - 2, word_state_post)) {
      return true;  // "President of Georgia"
    }
    return is_others_release(part, country);
  }

  // Asked once: it looks at all names.
  [[nodiscard]] bool is_others_release(const Hit& part, const Hit& country) {
    const auto [known, added] = told_.try_emplace(part.entry);
    if (added) {
      const auto publisher = country_of_publisher(a_.release.publisher);
      known->second = (!publisher.empty() && publisher != whole_) || tells_of_others(part, country);
    }
    return known->second;
  }

  // "Harrow, Georgia": a town of the part, whether or not a list has it.
  [[nodiscard]] Beside before(std::size_t i) const {
    const auto first = a_.names[i].range.first;
    const bool comma = first > 1 && a_.punctuation(first - 1, ',');
    if (!comma && (first < 2 || !a_.is_word(first - 1, w_.and_))) {
      return Beside::nothing;
    }
    const auto end = !comma && a_.punctuation(first - 2, ',') ? first - 2 : first - 1;
    if (i > 0 && a_.names[i - 1].range.last == end) {
      return kind_of(a_.names[i - 1], comma);
    }
    const bool town = comma && a_.capital(end - 1) &&
                      !a_.has(end - 1, word_common | word_function | word_month | word_weekday);
    return town ? Beside::part : Beside::nothing;
  }

  [[nodiscard]] Beside after(std::size_t i) const {
    auto next = a_.names[i].range.last;
    const bool comma = a_.punctuation(next, ',');
    next += comma ? 1U : 0U;
    const bool joined = a_.is_word(next, w_.and_);
    next += joined ? 1U : 0U;
    const bool listed =
        (comma || joined) && i + 1 < a_.names.size() && a_.names[i + 1].range.first == next;
    return listed ? kind_of(a_.names[i + 1], false) : Beside::nothing;
  }

  [[nodiscard]] Beside kind_of(const NameMention& name, bool town) const {
    if (name.type != NodeType::place) {
      return Beside::nothing;
    }
    if (name.thing == none) {
      return town ? Beside::part : Beside::nothing;
    }
    const auto thing = a_.knowledge.things[static_cast<std::size_t>(name.thing)];
    if (thing.kind == "country" || (town && thing.country == country_)) {
      return Beside::country;  // "Tbilisi, Georgia" as well
    }
    return thing.country == whole_ && (town || thing.kind == "state") ? Beside::part
                                                                      : Beside::nothing;
  }

  // Whether the release names more other countries, and places of the namesake, than other parts
  // and towns of the whole. Where the publisher is of no country, that it names none of the latter
  // is enough.
  [[nodiscard]] bool tells_of_others(const Hit& part, const Hit& country) const {
    std::set<int> others;
    std::set<int> own;
    for (const auto& name : a_.names) {
      if (name.type != NodeType::place || name.thing == none) {
        continue;
      }
      const auto thing = a_.knowledge.things[static_cast<std::size_t>(name.thing)];
      const bool is_state = thing.kind == "country";
      if (is_state ? thing.country != whole_ : thing.country == country_) {
        others.insert(name.thing);
      } else if (!is_state && thing.country == whole_) {
        own.insert(name.thing);
      }
    }
    own.erase(static_cast<int>(part.entry));
    others.erase(static_cast<int>(country.entry));
    const bool of_none = country_of_publisher(a_.release.publisher).empty();
    return others.size() > own.size() || (of_none && own.empty());
  }

  Analysis& a_;
  const KnownWords& w_;
  std::string_view whole_;    // the country that the part is of, of the name that is looked at
  std::string_view country_;  // the namesake
  std::map<std::string_view, bool> named_;  // by country, whether the release names it
  std::map<std::uint32_t, bool> told_;      // by the part's entry
  std::map<int, int> states_;               // by the city, which it is where no state has its name
};

}  // namespace

void tell_countries_from_parts(Analysis& analysis) {
  Namesakes(analysis).run();
}

}  // namespace pressgraph
