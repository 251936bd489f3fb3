// SPDX-License-Identifier: Apache-2.0
// What follows a head and belongs to the name: "of X", "for Y and Z", "in Quito, Ecuador".
#include <algorithm>

#include "importers/extraction/noun_phrases.hpp"
#include "importers/extraction/phrase_parts.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_phrase = 40;  // tokens

bool is_connector(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  const auto word = a.token(i).word;
  return word != 0 && (word == w.of || word == w.for_ || word == w.on || word == w.against ||
                       word == w.du || word == w.de);
}

std::uint32_t skip_article(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const auto& w = a.knowledge.words;
  return i < end && (a.is_word(i, w.the) || a.is_word(i, w.a) || a.is_word(i, w.an)) ? i + 1 : i;
}

// One past a run of capitals, a list of them included, or `i` where none begins.
class Complement {
 public:
  Complement(const Analysis& analysis, std::uint32_t end, NodeType type)
      : a_(analysis), end_(end), of_instrument_(type == NodeType::instrument) {}

  [[nodiscard]] std::uint32_t read(std::uint32_t i) const {
    const auto begin = skip_article(a_, i, end_);
    bool known = false;
    const auto last = piece(begin, known);
    if (last == begin || is_adjective(last) || is_of_post(begin, last) ||
        (known && owns_unit(begin, last))) {
      return i;
    }
    if ((last == begin + 1 && leads_to_object(begin)) || (known && owns_matter(last))) {
      return read(known ? last + 1 : last);
    }
    if (const auto whole = tied_name(begin, last); begin > i && whole > last) {
      return whole;
    }
    return known ? last : rest_of_list(last);
  }

 private:
  // "Order on Improving the Harbours", "Plan to Support the Fisheries": a verb with a capital, and
  // what it is done to.
  [[nodiscard]] bool leads_to_object(std::uint32_t i) const {
    const auto object = skip_article(a_, i + 1, end_);
    return object > i + 1 && object < end_ && a_.capital(object) && !a_.is_heading(i) &&
           (a_.document.text(i).ends_with("ing") || a_.is_word(i - 1, a_.knowledge.words.to));
  }

  // "Principles on Ensuring the Safety of Latvia's Harbours", of an instrument.
  [[nodiscard]] bool owns_matter(std::uint32_t last) const {
    return of_instrument_ && last + 1 < end_ && a_.token(last).is(token_possessive) &&
           a_.capital(last + 1) && a_.has(last + 1, word_common);
  }

  // "Board of the Trade and Export Promotion Agency": "and" stands inside the name of what it is
  // of.
  [[nodiscard]] std::uint32_t tied_name(std::uint32_t begin, std::uint32_t last) const {
    const auto whole =
        last < end_ && is_and(a_, last) ? read_noun_phrase(a_, begin, end_) : std::nullopt;
    return whole && whole->type == NodeType::agency ? whole->range.last : last;
  }

  // "Office of U.S. Representative Ada Roe": the country of the post.
  [[nodiscard]] bool is_of_post(std::uint32_t begin, std::uint32_t last) const {
    const auto* state = a_.longest_hit(begin, set_of(Kind::country) | set_of(Kind::demonym), last);
    return state != nullptr && state->last == last && a_.token(begin).is(token_all_caps) &&
           last + 1 < end_ && a_.capital(last) && a_.has(last, word_post) && a_.capital(last + 1) &&
           !a_.token(last).is(token_line);
  }

  // "University of Tennessee" before "'s Center for Sport": the place belongs to what owns the
  // unit.
  [[nodiscard]] bool is_seat(std::uint32_t begin, std::uint32_t last) const {
    const auto* place = a_.longest_hit(begin, set_of(Kind::place), last);
    return place != nullptr && place->last == last && begin > 1 &&
           a_.is_word(begin - 1, a_.knowledge.words.of) && a_.has(begin - 2, word_parent_head);
  }

  // "Fraud Section of the Justice Department's Criminal Division": the owner of what it is of.
  [[nodiscard]] bool owns_unit(std::uint32_t begin, std::uint32_t last) const {
    if (last + 1 >= end_ || !a_.token(last).is(token_possessive) || !a_.capital(last + 1) ||
        is_seat(begin, last)) {
      return false;
    }
    const auto unit = read_noun_phrase(a_, last + 1, end_);
    return unit && unit->type == NodeType::agency;
  }

  // "Declaration on the European choice": a demonym before a small word is no complement.
  [[nodiscard]] bool is_adjective(std::uint32_t last) const {
    const bool goes_on = last < end_ && !a_.capital(last) &&
                         !a_.token(last).is(token_punctuation) && !a_.has(last, word_function);
    const auto* hit = a_.longest_hit(last - 1, set_of(Kind::demonym), last);
    return goes_on && hit != nullptr && !is_and(a_, last);
  }

  // One capitalised run; a known name ends it, so that nothing more is taken in, nor the number of
  // a footnote.
  [[nodiscard]] std::uint32_t piece(std::uint32_t i, bool& known) const {
    known = false;
    if (i >= end_ || !in_core(a_, i) || !a_.capital(i) ||
        a_.has(i, word_honorific | word_weekday)) {
      return i;
    }
    const auto run = end_of_capitals(a_, i, end_);
    const auto* hit = a_.longest_hit(i, name_kinds, end_);
    const bool footnote =
        hit != nullptr && hit->last + 1 == run && a_.token(run - 1).is(token_digit);
    if (hit != nullptr && (hit->last >= run || footnote)) {
      known = true;
      return hit->last;
    }
    return before_person(i, run);
  }

  // "Foreign Affairs and Trade Chris Seed": a given name begins a person, not more of the phrase.
  [[nodiscard]] std::uint32_t before_person(std::uint32_t i, std::uint32_t run) const {
    for (auto j = i + 1; j < run; ++j) {
      if (begins_person(j, run)) {
        return j;
      }
      const bool given = a_.has(j, word_given) && !a_.has(j, word_common | word_agency_head);
      const bool followed = j + 1 < run || (run < end_ && a_.token(run).is(token_inner_capital));
      if (given && followed && !head_of(a_, {j, run})) {
        return j;  // also "the Committee of the League Hussein al-Roe"
      }
      const bool special = j + 1 == run && a_.has(j - 1, word_modifier);  // "Special Counsel"
      const bool several = a_.document.text(j).ends_with('s');  // "Council of Traditional Chiefs"
      if (a_.has(j, word_honorific | word_post) && !special && !several && !head_of(a_, {j, run})) {
        return j;
      }
    }
    return before_unknown(i, run);
  }

  // "of Defence Air Vice Marshal", "of Housing U.G. Nimal", "of Ports Senior Professor".
  [[nodiscard]] bool begins_person(std::uint32_t j, std::uint32_t run) const {
    const auto* rank = a_.longest_hit(j, set_of(Kind::rank) | set_of(Kind::honorific), end_);
    const auto text = a_.document.text(j);
    const bool initials = text.size() >= 2 && text[1] == '.' && text.back() == '.' &&
                          !a_.has(j, word_function) &&
                          a_.longest_hit(j, name_kinds, j + 1) == nullptr;
    return (initials && a_.has(j - 1, word_common)) ||
           (rank != nullptr && rank->last > j + 1 && rank->last <= run && rank->last < end_ &&
            a_.capital(rank->last));
  }

  // "Economy Sharsheev Aydin": after common words alone, two that no list has are a person.
  [[nodiscard]] std::uint32_t before_unknown(std::uint32_t i, std::uint32_t run) const {
    auto known = i;
    while (known < run && a_.has(known, word_common) && !a_.has(known, word_given)) {
      ++known;
    }
    for (auto j = known; j < run; ++j) {
      if (a_.token(j).word != 0 || a_.token(j).is(token_all_caps) || a_.token(j).is(token_digit) ||
          a_.document.text(j).find('-') != std::string_view::npos) {
        return run;
      }
    }
    return known > i && run == known + 2 ? known : run;
  }

  [[nodiscard]] bool joins_list(std::uint32_t i, std::uint32_t last) const {
    const bool company =
        last + 1 < end_ && a_.punctuation(last, ',') && a_.has(last + 1, word_company);
    const auto* title = last > i ? a_.longest_hit(i, set_of(Kind::post), end_) : nullptr;
    if (last == i || company || (title != nullptr && title->last > last)) {
      return false;  // "of Columbia and Trial Attorney X"
    }
    if (a_.has(i, word_given | word_honorific | word_post | word_modifier)) {
      const bool minister = last < end_ && a_.capital(last) && a_.has(last, word_post);
      const bool alone =
          last == i + 1 && a_.has(i, word_common) && !a_.has(i, word_post) && !minister;
      // "and Chief Secretary", not "and Justice"
      const bool goes_on = last < end_ && a_.capital(last) && !a_.token(last).is(token_line);
      const bool post = a_.has(last - 1, word_post) && (last > i + 1 || goes_on);
      return a_.has(i, word_modifier) && !post && (alone || !is_body(i, last));
    }
    const auto body = read_noun_phrase(a_, i, last);
    const bool own = body && body->type == NodeType::agency && !is_field(i, last, body->head);
    return a_.longest_hit(i, name_kinds, end_) == nullptr && !own &&
           (a_.has(i, word_common) || is_plural(i) || ends_common(i, last));
  }

  // Whether [i, last) has a head: "Labour Policy" is a field of work, and has none.
  [[nodiscard]] bool is_body(std::uint32_t i, std::uint32_t last) const {
    const auto head = head_of(a_, {i, last});
    const bool two = head && last == i + 2 && *head == i + 1;
    const bool field = two && head_at(a_, *head)->type == NodeType::instrument;
    const bool affairs = two && a_.has(i, word_common) && a_.has(*head, word_agency_weak) &&
                         a_.document.text(*head).ends_with('s');  // "International Affairs"
    return head && !field && !affairs;
  }

  // "Department of Probation and Child Care Services": common words and a weak head beside another
  // field of work are one more, no body.
  [[nodiscard]] bool is_field(std::uint32_t i, std::uint32_t last, std::uint32_t head) const {
    const bool beside =
        i >= 2 && a_.has(i - 2, word_common) && a_.longest_hit(i - 2, name_kinds, i - 1) == nullptr;
    if (!beside || head + 1 != last || !a_.has(head, word_agency_weak)) {
      return false;
    }
    while (i < head && a_.has(i, word_common) && !a_.has(i, word_generic)) {
      ++i;
    }
    return i == head;
  }

  // "Eurasian Affairs", "Irrigation Policy": an adjective or abstract noun that no list has, and a
  // common word.
  [[nodiscard]] bool ends_common(std::uint32_t i, std::uint32_t last) const {
    const auto text = a_.document.text(i);
    const bool adjective = text.ends_with("an") || text.ends_with("ese") || text.ends_with("ish") ||
                           text.ends_with("ic") || text.ends_with("al");
    const bool abstract = text.ends_with("tion") || text.ends_with("ment") ||
                          text.ends_with("ity") || text.ends_with("ics");
    return (adjective || abstract) && last - i >= 2 && a_.has(last - 1, word_common);
  }

  // "Composers": a plural that the list of common words does not hold.
  [[nodiscard]] bool is_plural(std::uint32_t i) const {
    const auto text = a_.document.text(i);
    return text.size() > 4 && text.ends_with('s') && a_.token(i).word == 0;
  }

  // "Veterans, Canals, and Wool": a last word that no list has, where two are of one kind before
  // it.
  [[nodiscard]] bool is_one_unknown(std::uint32_t i, std::uint32_t last) const {
    return last == i + 1 && !a_.token(i).is(token_all_caps) &&
           !a_.has(i, word_given | word_honorific | word_post | word_agency_head) &&
           a_.longest_hit(i, name_kinds | set_of(Kind::demonym), end_) == nullptr &&
           (last >= end_ || !a_.capital(last));
  }

  // "Wool, Canals & Tides": the last two of a list.
  [[nodiscard]] bool holds_ampersand(std::uint32_t i, std::uint32_t last) const {
    return last == i + 3 && a_.punctuation(i + 1, '&') && a_.has(i, word_common) &&
           a_.has(i + 2, word_common);
  }

  [[nodiscard]] std::uint32_t rest_of_list(std::uint32_t last) const {
    auto at = last;
    bool closed = false;
    int items = 1;
    while (at < end_ && at < last + longest_phrase) {
      const bool comma = a_.punctuation(at, ',');
      if (closed && comma) {
        return at;
      }
      auto next = comma ? at + 1 : at;
      const bool closing = next < end_ && is_and(a_, next);
      next = closing ? next + 1 : next;
      if (!comma && !closing) {
        break;
      }
      bool known = false;
      const auto item = piece(next, known);
      const bool last_two = holds_ampersand(next, item);
      if (closing && items >= 2 && is_one_unknown(next, item)) {
        return item;
      }
      ++items;
      // "for Nuclear and Rail Safety and Control": one more word of a closed list.
      const bool one = item == next + 1 && a_.has(next, word_common) && !a_.has(next, word_post);
      if (known || !joins_list(next, item) || (closed && !one)) {
        break;
      }
      at = item;
      closed |= closing || last_two;
    }
    return closed ? at : last;
  }

  const Analysis& a_;
  std::uint32_t end_;
  bool of_instrument_;
};

// "Embassy Havana, Cuba", "Office in Pristina", "Embassy of Peru in Quito", "Mission to Haiti":
// where the agency headed at `head` sits.
std::uint32_t with_seat(const Analysis& a, std::uint32_t head, std::uint32_t last,
                        std::uint32_t end) {
  if (!a.has(head, word_seated) || last >= end) {
    return last;
  }
  const auto& w = a.knowledge.words;
  const bool to = a.is_word(last, w.to);
  const bool leads = to || a.is_word(last, w.in) || a.is_word(last, w.at);
  const bool bare = last == head + 1 && a.has(head, word_agency_head) &&
                    !a.has(head, word_agency_weak) && !a.has(head, word_agency_of);
  if (!leads && !bare) {
    return last;
  }
  const auto at = leads ? skip_article(a, last + 1, end) : last;
  const auto kinds = set_of(Kind::place) | set_of(Kind::country) | (to ? set_of(Kind::body) : 0U);
  const auto* place = a.longest_hit(at, kinds, end);
  if (place == nullptr) {
    return last;
  }
  const auto* country = place->kind == Kind::place && a.punctuation(place->last, ',')
                            ? a.longest_hit(place->last + 1, set_of(Kind::country), end)
                            : nullptr;
  return country != nullptr ? country->last : place->last;
}

// "Task Force to Address Online Harassment": what a body is for, said by a verb with a capital. A
// heading's capitals tell nothing.
bool leads_to_purpose(const Analysis& a, std::uint32_t i) {
  return a.is_word(i, a.knowledge.words.to) && i + 2 < a.document.tokens.size() &&
         a.capital(i + 1) && !a.is_heading(i) && a.has(i + 1, word_base_verb) &&
         !a.has(i + 1, word_post | word_given) &&
         a.capital(i + 2);  // its object: not "National Programme to Launch on 4 July"
}

// "Roundtable on Protecting Americans from Harmful Practices": what a gerund goes on with.
bool goes_on_from(const Analysis& a, std::uint32_t first, std::uint32_t i) {
  return a.is_word(i, a.knowledge.words.from) && first < i &&
         a.document.text(first).ends_with("ing");
}

// "Center for Women in Law", "Society of People with Disabilities": after a first complement, one
// more of common words.
bool leads_to_field(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  return (a.is_word(i, a.knowledge.words.in) || a.is_word(i, a.knowledge.words.with)) &&
         i + 1 < end && a.capital(i + 1) && a.has(i + 1, word_common) &&
         !a.has(i + 1, word_month) && a.longest_hit(i + 1, name_kinds, end) == nullptr;
}

}  // namespace

std::uint32_t with_complements(const Analysis& a, std::uint32_t last, std::uint32_t end,
                               NodeType type) {
  const std::uint32_t bound = std::min(end, last + longest_phrase);
  const Complement complement(a, bound, type);
  const auto head = last - 1;
  const bool agency = type == NodeType::agency;
  last = agency ? with_seat(a, head, last, bound) : last;
  while (last + 1 < bound) {
    // "the Immunities Act to ASEAN": to whom it is extended
    const bool extended = last > 1 && a.document.text(last - 1) == "Act" && a.capital(last - 2) &&
                          a.longest_hit(skip_article(a, last + 1, bound),
                                        set_of(Kind::country) | set_of(Kind::body), bound);
    const bool to =
        type == NodeType::instrument && a.is_word(last, a.knowledge.words.to) && !extended;
    const bool named = to || (is_connector(a, last) &&
                              (type != NodeType::place || a.is_word(last, a.knowledge.words.of)));
    const bool field = last > head + 1 && leads_to_field(a, last, bound);
    const bool purpose = (agency && leads_to_purpose(a, last)) || goes_on_from(a, head + 2, last);
    if (!named && !field && !purpose) {
      break;
    }
    const auto next = complement.read(last + 1);
    // "Enters into Agreement to Reform the Court": what is agreed, in a headline's capitals
    const bool told =
        to && a.is_heading(last) && next < bound &&
        (a.is_word(next, a.knowledge.words.the) || a.is_word(next, a.knowledge.words.a));
    if (next == last + 1 || told) {
      break;
    }
    const bool of_country =
        agency && a.longest_hit(skip_article(a, last + 1, bound), set_of(Kind::country), next);
    last = of_country ? with_seat(a, head, next, bound) : next;
  }
  return last;
}

}  // namespace pressgraph
