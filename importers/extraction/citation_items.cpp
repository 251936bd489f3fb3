// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_items.hpp"

#include <algorithm>
#include <tuple>

#include "importers/extraction/citation_tail.hpp"
#include "importers/extraction/citation_text.hpp"

namespace pressgraph {
namespace {

// A range of numbers is written out up to this many.
constexpr std::uint32_t longest_range = 60;
constexpr std::size_t near_bytes = 110;

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "31 delegates": a noun after the number, and not what leads on from a citation.
bool is_counted(std::string_view rest) {
  return rest.size() > 1 && rest[0] == ' ' && folded_letter(rest[1]) >= 'a' &&
         folded_letter(rest[1]) <= 'z' && !starts_as(rest, " and") && !starts_as(rest, " or ") &&
         !starts_as(rest, " on ") && !starts_as(rest, " of ") && !starts_as(rest, " as ");
}

/// " (LIII)", " (2016)" at the start of `rest`, which make a bare number another family's.
std::size_t session_length(std::string_view rest) {
  const auto close = rest.substr(0, std::min<std::size_t>(rest.size(), 14)).find(')');
  const bool session =
      rest.starts_with(" (") && close != std::string_view::npos && close > 2 &&
      rest.substr(2, close - 2).find_first_not_of("0123456789IVXLCSEl-/") == std::string_view::npos;
  return session ? close + 1 : 0;
}

/// Whether an item of a list that `text` begins with may be of `form`, told without its pattern.
bool may_begin(const CitationForm& form, std::string_view text) {
  constexpr std::size_t early = 12;  // bytes
  if (form.kind == CitationFormKind::item) {
    return holds(text.substr(0, early), form.holds);
  }
  return form.kind == CitationFormKind::symbol && starts_like_one(text, form.starts);
}

/// A number that reads as a year: "Resolution 2024" is a motto, a show, a plan.
bool is_year_like(std::uint32_t number) {
  return number >= 1990 && number <= 2035;
}

}  // namespace

CitationItems::CitationItems(const CitationSchema& schema, std::string_view text,
                             const CitationContext& context, std::vector<Citation>& found)
    : schema_(schema), text_(text), context_(context), found_(found) {
  for (const auto& [id, names] : schema.publishers) {
    if (std::ranges::any_of(names, [&](const auto& n) { return holds(context.publisher, n); })) {
      publishers_.push_back(id);
    }
  }
}

void CitationItems::sentence(Span range) {
  sentence_ = range;
  inherited_.clear();
}

bool CitationItems::publishes(const std::string& body) const {
  return std::ranges::find(publishers_, body) != publishers_.end();
}

bool CitationItems::stands(const CitationMatch& match, const CitationWindow& window,
                           std::size_t at) const {
  const auto& form = schema_.forms[match.form];
  const auto& issuer = schema_.families[form.family].issuer;
  if ((!form.needs_body && form.near.empty()) || publishes(issuer)) {
    return true;
  }
  const std::size_t begin = window.at[at];
  CitationWindow around;
  around.fill(text_, begin - std::min<std::size_t>(begin - sentence_.begin, near_bytes),
              std::min<std::size_t>(sentence_.end, begin + match.length + near_bytes),
              3 * near_bytes);
  const auto here = [&](const std::string& words) { return holds(around.text, words); };
  return std::ranges::any_of(form.near, here) ||
         (form.needs_body && std::ranges::any_of(schema_.bodies, [&](const auto& body) {
            return body.id == issuer && here(body.name);
          }));
}

std::size_t CitationItems::symbol(const CitationMatch& match, const CitationWindow& window,
                                  std::size_t i) {
  const auto end = window.at[match.length - 1] + 1;
  const auto left = read_left(schema_, text_, span(sentence_.begin, i), left_);
  const auto from = found_.size();
  add(match, span(i, end), left, "symbol");
  window_ = window;
  tail(from, match.length);
  for (auto c = from; c < found_.size(); ++c) {
    found_[c].group = found_[c].item;
    found_[c].body_words = {};
  }
  return end;
}

void CitationItems::name(const CitationMatch& match, Span words) {
  auto numbers = match.value("numbers");
  auto one = match;
  do {
    const auto slash = std::min(numbers.find('/'), numbers.size());
    if (slash > 0) {
      one.set("n", std::string(numbers.substr(0, slash)));
    }
    numbers.remove_prefix(std::min(slash + 1, numbers.size()));
    add(one, words, CitationLeft{}, "name");
    found_.back().via_name = true;
  } while (!numbers.empty());
}

std::size_t CitationItems::list(std::size_t start, const CitationLeft& left,
                                const CitationKey& key) {
  const auto from = found_.size();
  auto used = left;
  std::size_t end = 0;
  if (used.bodies.empty() && !inherited_.empty()) {
    used.bodies = inherited_;
    end = items(start, used, key);
  }
  if (end == 0) {
    used = left;
    end = items(start, used, key);
  }
  if (left.bodies.empty()) {
    end = name_body(span(start, end), used, key, from);
  }
  if (!used.bodies.empty() && end != 0) {
    inherited_ = used.bodies;
  }
  const auto group_end =
      found_.size() > from ? std::max<std::size_t>(end, found_.back().item.end) : end;
  for (auto c = from; c < found_.size(); ++c) {
    found_[c].group = span(left.begin, group_end);
  }
  return end;
}

/// A body that `rest` begins with after "of the", and where its name begins.
std::pair<const CitationBody*, std::size_t> CitationItems::body_after(std::string_view rest) const {
  for (const std::string_view link : {" of the ", " of ", " by the ", " ("}) {
    if (!starts_as(rest, link)) {
      continue;
    }
    const auto words = rest.substr(link.size());
    const auto body = std::ranges::find_if(schema_.bodies, [&](const auto& b) {
      return b.words && starts_as(words, b.name) &&
             (words.size() == b.name.size() || !is_word_byte(words[b.name.size()]));
    });
    if (body != schema_.bodies.end()) {
      return {&*body, link.size()};
    }
  }
  return {nullptr, 0};
}

// "... of the Security Council" right after the list gives it its body. What was found without the
// body, from index `from` on, gives way.
std::size_t CitationItems::name_body(Span items_at, CitationLeft& left, const CitationKey& key,
                                     std::size_t from) {
  const std::size_t start = items_at.begin;
  const std::size_t end = items_at.end;
  CitationWindow after;
  after.fill(text_, end == 0 ? start : end, sentence_.end, citation_window_bytes);
  auto rest = std::string_view(after.text);
  if (end == 0) {
    // A number that is nothing without its body: "2003/68 of the Commission on Human Rights".
    rest.remove_prefix(std::min(rest.find(' '), rest.size()));
  }
  rest.remove_prefix(session_length(rest));
  rest.remove_prefix(read_tail(rest).date_end);
  const auto [body, offset] = body_after(rest);
  if (body == nullptr) {
    return end;
  }
  auto named = left;
  for (const auto& other : schema_.bodies) {
    if (other.name == body->name) {
      named.bodies.emplace_back(other.id);
    }
  }
  const auto at = after.text.size() - rest.size() + offset;
  named.words = span(after.at[at], after.at[at + body->name.size() - 1] + 1);
  const auto without = found_.size();
  const auto again = items(start, named, key);
  if (again == 0) {
    return end;
  }
  found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(from),
               found_.begin() + static_cast<std::ptrdiff_t>(without));
  left = named;
  return std::max(again, end);
}

std::size_t CitationItems::items(std::size_t start, const CitationLeft& left,
                                 const CitationKey& key) {
  window_.fill(text_, start, sentence_.end, citation_window_bytes);
  std::size_t end = 0;
  std::size_t at = 0;
  for (bool first = true;; first = false) {
    if (at > citation_window_bytes / 2) {
      window_.fill(text_, window_.at[at], sentence_.end, citation_window_bytes);
      at = 0;
    }
    if (const auto match = best_item(left, key, first, at)) {
      std::tie(end, at) = take(*match, left, key, first ? "long" : "list", at);
    } else {
      at = first ? 0 : after_unreadable(at);
    }
    if (at == 0) {
      return end;
    }
  }
}

/// Adds an item at `at` in the window, and the rest of a range that it begins. Returns the byte
/// where it ends, and where in the window the next item begins.
std::pair<std::size_t, std::size_t> CitationItems::take(const CitationMatch& match,
                                                        const CitationLeft& left,
                                                        const CitationKey& key,
                                                        std::string_view how, std::size_t at) {
  const auto from = found_.size();
  auto last = at + match.length;
  add(match, span(window_.at[at], window_.at[last - 1] + 1), left, how);
  last = key.plural ? range(match, left, last, at) : last;
  const auto end = window_.at[last - 1] + 1;
  return {end, next(last, from, key.plural)};
}

/// Where the next item of the list begins after one that ends at `at`; 0 for none. Gives the
/// citations from index `from` on their date, place and subject.
std::size_t CitationItems::next(std::size_t at, std::size_t from, bool plural) {
  const auto after = tail(from, at);
  const auto rest = std::string_view(window_.text).substr(after);
  const auto title = read_title(rest);
  for (auto c = from; c < found_.size() && !title.words.empty(); ++c) {
    found_[c].title = std::string(title.words);
  }
  if (title.end == 0) {
    if (const auto step = read_separator(rest); step != 0) {
      return after + step;
    }
  }
  if (!plural && title.end == 0) {
    return 0;
  }
  const auto step = read_over_subject(rest.substr(title.end));
  const auto between = rest.substr(title.end, step);
  const bool other = holds(between, "resolution") || holds(between, "decision");
  return step == 0 || other ? 0 : after + title.end + step;
}

/// Where the list goes on after an item at `at` that cannot be read; 0 where it does not.
std::size_t CitationItems::after_unreadable(std::size_t at) const {
  const auto rest = std::string_view(window_.text).substr(at);
  const auto length = read_unreadable(rest);
  const auto step = length == 0 ? 0 : read_separator(rest.substr(length));
  return step == 0 ? 0 : at + length + step;
}

std::size_t CitationItems::tail(std::size_t from, std::size_t at) {
  const auto rest = std::string_view(window_.text).substr(at);
  const auto tail = read_tail(rest);
  for (auto c = from; c < found_.size(); ++c) {
    if (tail.date_end != 0) {
      found_[c].date = span(window_.at[at], window_.at[at + tail.date_end - 1] + 1);
    }
    if (!tail.locator.empty()) {
      found_[c].locator = std::string(tail.locator);
    }
  }
  return at + tail.end;
}

std::optional<CitationMatch> CitationItems::best_item(const CitationLeft& left,
                                                      const CitationKey& key, bool first,
                                                      std::size_t at) const {
  std::optional<CitationMatch> best;
  bool best_publishes = false;
  const auto text = std::string_view(window_.text).substr(at);
  for (const auto index : key.families) {
    const auto& family = schema_.families[index];
    if (text.empty() || !admits(family, left)) {
      continue;
    }
    const bool own = publishes(family.issuer);
    for (const auto form : family.forms) {
      if (!may_begin(schema_.forms[form], text)) {
        continue;
      }
      auto match = match_whole(schema_, form, text);
      if (match && plausible(*match, left, key, first, at) &&
          (!best || match->length > best->length ||
           (match->length == best->length && own && !best_publishes))) {
        best = std::move(match);
        best_publishes = own;
        break;
      }
    }
  }
  return best;
}

bool CitationItems::admits(const CitationFamily& family, const CitationLeft& left) const {
  if (!left.bodies.empty()) {
    return std::ranges::find(left.bodies, family.issuer) != left.bodies.end();
  }
  return family.need == CitationNeed::none ||
         (family.need == CitationNeed::publisher && publishes(family.issuer));
}

// A bare number needs more: a plural keyword or the first place, and nothing counted after it.
bool CitationItems::plausible(const CitationMatch& match, const CitationLeft& left,
                              const CitationKey& key, bool first, std::size_t at) const {
  const auto& form = schema_.forms[match.form];
  const auto& family = schema_.families[form.family];
  if (form.kind == CitationFormKind::item && left.bodies.empty() &&
      (form.needs_body || left.noun)) {
    return false;
  }
  if (!form.near.empty() && !stands(match, window_, at)) {
    return false;
  }
  const auto year = match.value("y");
  if (year.size() == 4 && (number_of(year) < family.from || number_of(year) > family.to)) {
    return false;
  }
  const auto all = match.value("all");
  if (!is_number(all)) {
    return true;
  }
  const auto number = number_of(all);
  if (left.bodies.empty() && (number < family.bare_from || is_year_like(number))) {
    return false;
  }
  const auto rest = std::string_view(window_.text).substr(at + match.length);
  if (session_length(rest) != 0) {
    return false;
  }
  return first || (key.plural && !is_counted(rest));
}

/// The other end of a range that begins with `first`: a later number of the same family, session
/// and year; none where `text` begins with no such number.
std::optional<CitationMatch> CitationItems::range_end(const CitationMatch& first,
                                                      std::string_view text) const {
  const auto& form = schema_.forms[first.form];
  const auto& family = schema_.families[form.family];
  for (const auto other : family.forms) {
    if (schema_.forms[other].kind != form.kind) {
      continue;
    }
    auto last = match_whole(schema_, other, text);
    if (last && first.value("s") == last->value("s") &&
        (!family.years.empty() || first.value("y") == last->value("y")) &&
        number_of(last->value("n")) > number_of(first.value("n"))) {
      return last;
    }
  }
  return std::nullopt;
}

/// "1267 to 1271": the numbers between, where the range is short. The first number stands at
/// `start` and ends at `at`; returns where the range ends.
std::size_t CitationItems::range(const CitationMatch& first, const CitationLeft& left,
                                 std::size_t at, std::size_t start) {
  const auto rest = std::string_view(window_.text).substr(at);
  std::size_t skipped = 0;
  for (const std::string_view to : {" to ", " through ", "-", " - "}) {
    skipped = skipped == 0 && starts_as(rest, to) ? to.size() : skipped;
  }
  if (skipped == 0 || first.value("n").empty() || !first.value("letters").empty()) {
    return at;
  }
  const auto last = range_end(first, rest.substr(skipped));
  if (!last) {
    return at;
  }
  const auto end = at + skipped + last->length;
  const auto words = span(window_.at[start], window_.at[end - 1] + 1);
  const auto from = number_of(first.value("n"));
  const auto to = number_of(last->value("n"));
  const bool years = !schema_.families[schema_.forms[first.form].family].years.empty();
  for (auto n = from + 1; n < to && to - from <= longest_range; ++n) {
    auto between = first;
    between.set("n", std::to_string(n));
    between.set("y", years ? std::string() : std::string(first.value("y")));
    add(between, words, left, "range");
  }
  add(*last, words, left, "range");
  return end;
}

void CitationItems::add(const CitationMatch& match, Span item, const CitationLeft& left,
                        std::string_view how) {
  const auto& form = schema_.forms[match.form];
  const auto& family = schema_.families[form.family];
  Citation c;
  c.family = family.id;
  c.type = left.draft && family.type == NodeType::resolution ? NodeType::instrument : family.type;
  c.body = family.issuer;
  c.item = c.group = item;
  c.body_words = left.words;
  c.locator = left.locator;
  c.rule = family.id + "/" + std::string(how);
  c.draft = left.draft || family.draft;
  c.via_name = left.via_name;
  c.node = family.node;
  identify(c, match, left);
  const auto letters = letters_of(match.value("letters"));
  if (letters.empty()) {
    found_.push_back(std::move(c));
    return;
  }
  for (const char letter : letters) {
    auto one = match;
    one.set("letters", std::string(1, letter));
    auto lettered = c;
    lettered.normal_form = fill_template(form.normal, one);
    lettered.link = fill_template(family.link, one);
    found_.push_back(std::move(lettered));
  }
}

// Normal form, link and status.
void CitationItems::identify(Citation& c, CitationMatch match, const CitationLeft& left) const {
  const auto& form = schema_.forms[match.form];
  const auto& family = schema_.families[form.family];
  const bool sure = !left.bodies.empty() || form.kind == CitationFormKind::symbol;
  c.year = number_of(match.value("y").size() == 4 ? match.value("y") : std::string_view{});
  if (!family.years.empty()) {
    settle_year(c, match, sure);
  }
  const auto released = number_of(context_.date);
  // The first Congress met in 1789; each sits for two years.
  if (family.congress && released > 1789) {
    c.congress = (released - 1787) / 2;
  }
  const bool session = family.session_zero != 0 && is_number(match.value("s"));
  const auto begun = session ? family.session_zero + number_of(match.value("s")) : c.year;
  if (released != 0 && begun > released) {
    c.status = CitationStatus::unresolved;
  }
  c.normal_form = fill_template(form.normal, match);
  c.link = fill_template(family.link, match);
}

// The year by the number-to-year table, and what it says about a printed one.
void CitationItems::settle_year(Citation& c, CitationMatch& match, bool sure) const {
  const auto& family = schema_.families[schema_.forms[match.form].family];
  const auto known = schema_.year_of(family.years, number_of(match.value("n")));
  if (!known) {
    c.status = c.year == 0 ? CitationStatus::unresolved : c.status;
    return;
  }
  if (c.year == 0) {
    match.set("y", std::to_string(*known));
    c.status = CitationStatus::inferred_year;
    c.rule += "/inferred-year";
    c.year = *known;
  } else if (c.year != *known) {
    c.status = sure ? CitationStatus::resolved : CitationStatus::ambiguous;
    c.rule += "/year-conflict";
  }
}

}  // namespace pressgraph
