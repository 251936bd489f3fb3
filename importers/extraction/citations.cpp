// SPDX-License-Identifier: Apache-2.0
// Finds what may begin a citation in one pass (a set of three-letter beginnings), then matches
// forms in a bounded window. A list goes on item by item, so no trigger costs more than a window.
#include "importers/extraction/citations.hpp"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <unordered_map>

#include "importers/extraction/citation_family.hpp"
#include "importers/extraction/citation_window.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t window_bytes = 200;
constexpr std::size_t left_bytes = 110;

char folded(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (folded(c) >= 'a' && folded(c) <= 'z') || (c & '\x80') != 0;
}

/// Five or six bits a byte: letters apart, everything else in a few classes.
std::uint32_t class_of(char c) {
  c = folded(c);
  if (c >= 'a' && c <= 'z') {
    return static_cast<std::uint32_t>(c - 'a');
  }
  const auto at = std::string_view("0123456789/.(-").find(c);
  return at == std::string_view::npos ? 63U : 26U + static_cast<std::uint32_t>(at);
}

std::uint32_t head_of(std::string_view text) {
  return class_of(text[0]) << 12U | class_of(text[1]) << 6U | class_of(text[2]);
}

bool starts_as(std::string_view text, std::string_view phrase) {
  return text.size() >= phrase.size() && std::equal(phrase.begin(), phrase.end(), text.begin(),
                                                    [](char p, char t) { return p == folded(t); });
}

bool ends_as(std::string_view text, std::string_view phrase) {
  return text.size() >= phrase.size() &&
         starts_as(text.substr(text.size() - phrase.size()), phrase) &&
         (text.size() == phrase.size() || !is_word(text[text.size() - phrase.size() - 1]));
}

bool drop_end(std::string_view& text, std::string_view phrase) {
  if (!ends_as(text, phrase)) {
    return false;
  }
  text.remove_suffix(phrase.size());
  while (text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return true;
}

std::uint32_t number_of(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Beginnings to look for, and what they may begin: index into forms, or into keys from `keys_at`.
struct Triggers {
  std::bitset<1U << 18U> heads;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_head;
  std::size_t keys_at = 0;

  void add(std::string_view phrase, std::size_t what) {
    std::string three(phrase.substr(0, 3));
    if (three.size() < 3) {
      for (std::uint32_t last = 0; last < 64; ++last) {
        three.resize(3, ' ');
        put((head_of(three) & ~63U) | last, what);
      }
      return;
    }
    // A space in the data stands for any white space, whose bytes fall in the last class.
    put(head_of(three), what);
  }

 private:
  void put(std::uint32_t head, std::size_t what) {
    heads.set(head);
    auto& list = by_head[head];
    if (list.empty() || list.back() != what) {
      list.push_back(what);
    }
  }
};

/// What stands left of a keyword.
struct Left {
  std::vector<std::string_view> bodies;  ///< ids that the words before may name
  Span words;
  std::size_t begin = 0;
  bool draft = false;
  bool via_name = false;
  bool definite = false;
  bool plural_pair = false;
  std::string locator;
};

}  // namespace

struct CitationGrammar::State {
  CitationSchema schema;
  Triggers triggers;

  explicit State(std::span<const SchemaFile> files) : schema(load_citation_schema(files)) {
    triggers.keys_at = schema.forms.size();
    for (std::size_t i = 0; i < schema.forms.size(); ++i) {
      for (const auto& start : schema.forms[i].starts) {
        triggers.add(start, i);
      }
    }
    for (std::size_t i = 0; i < schema.keys.size(); ++i) {
      triggers.add(schema.keys[i].phrase, triggers.keys_at + i);
    }
  }
};

namespace {

class Finder {
 public:
  Finder(const CitationSchema& schema, const Triggers& triggers, std::string_view text,
         const CitationContext& context)
      : schema_(schema), triggers_(triggers), text_(text), context_(context) {
    for (const auto& [id, names] : schema.publishers) {
      for (const auto& name : names) {
        if (contains(context.publisher, name)) {
          publishers_.push_back(id);
          break;
        }
      }
    }
  }

  void sentence(Span range) {
    paragraph(range.begin);
    begin_ = range.begin;
    end_ = std::min<std::size_t>(range.end, text_.size());
    for (std::size_t i = begin_; i + 2 < end_;) {
      // A high byte may end a no-break space or a quotation mark.
      const char before = i == begin_ ? ' ' : text_[i - 1];
      const bool starts = (before & '\x80') != 0 || !is_word(before);
      if (starts && triggers_.heads.test(head_of(text_.substr(i, 3)))) {
        const auto next = trigger(i);
        if (next > i) {
          i = next;
          continue;
        }
      }
      ++i;
    }
  }

  std::vector<Citation> found;

 private:
  static bool contains(std::string_view text, std::string_view part) {
    // `part` is lower case.
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return folded(a) == b; }) != text.end();
  }

  /// A blank line since the last sentence ends the paragraph.
  void paragraph(std::size_t begin) {
    const auto gap = text_.substr(end_, begin > end_ ? begin - end_ : 0);
    const auto line = gap.find('\n');
    if (line != std::string_view::npos && gap.find('\n', line + 1) != std::string_view::npos) {
      previous_ = paragraph_;
      paragraph_ = found.size();
    }
  }

  std::size_t trigger(std::size_t i) {
    window_.fill(text_, i, end_, window_bytes);
    const auto& list = triggers_.by_head.at(head_of(text_.substr(i, 3)));
    if (const auto end = symbol(i, list); end > i) {
      return end;
    }
    for (const auto what : list) {
      if (what < triggers_.keys_at) {
        continue;
      }
      const auto& key = schema_.keys[what - triggers_.keys_at];
      const auto size = key.phrase.size();
      if (starts_as(window_.text, key.phrase) &&
          (size == window_.text.size() || !is_word(window_.text[size]) ||
           key.phrase.back() == '.')) {
        return keyed(i, key);
      }
    }
    return i;
  }

  /// A symbol or suffix form at `i`; `i` where there is none.
  std::size_t symbol(std::size_t i, const std::vector<std::size_t>& list) {
    if (i > begin_ && (text_[i - 1] == '/' || text_[i - 1] == '.')) {
      return i;
    }
    std::optional<CitationMatch> best;
    for (const auto what : list) {
      if (what >= triggers_.keys_at) {
        break;
      }
      const auto& form = schema_.forms[what];
      if (!std::ranges::any_of(form.starts,
                               [this](const auto& s) { return starts_as(window_.text, s); })) {
        continue;
      }
      if (form.kind == CitationFormKind::suffix) {
        if (const auto end = suffix(i, what); end > i) {
          return end;
        }
        continue;
      }
      auto match = whole_match(what, window_.text);
      if (match && (!best || match->length > best->length) &&
          (!form.needs_body || named_here(form))) {
        best = std::move(match);
      }
    }
    if (!best) {
      return i;
    }
    const auto end = window_.at[best->length - 1] + 1;
    add(*best, span(i, end), left_of(i), "symbol");
    found.back().group = found.back().item;
    return end;
  }

  std::size_t suffix(std::size_t i, std::size_t what) {
    const auto word = std::ranges::find_if(
        schema_.forms[what].starts, [this](const auto& s) { return starts_as(window_.text, s); });
    CitationWindow left;
    const auto from = i - std::min(i - begin_, std::size_t{40});
    left.fill(text_, from, i, 40);
    auto match = match_form(schema_, what, left.text);
    if (!match) {
      return i;
    }
    const auto end = window_.at[word->size() - 1] + 1;
    const auto start = left.at[left.text.size() - match->length];
    if (!found.empty() && found.back().group.end > start) {
      return i;
    }
    add(*match, span(start, end), Left{}, "name");
    found.back().via_name = true;
    return end;
  }

  bool named_here(const CitationForm& form) {
    const auto& issuer = schema_.families[form.family].issuer;
    if (std::ranges::find(publishers_, issuer) != publishers_.end()) {
      return true;
    }
    const auto from = window_.at[0] - std::min(window_.at[0] - begin_, left_bytes);
    CitationWindow left;
    left.fill(text_, from, window_.at[0], left_bytes);
    return std::ranges::any_of(schema_.bodies, [&](const auto& body) {
      return body.id == issuer && contains(left.text, body.name);
    });
  }

  /// A match that does not end inside a word or number.
  [[nodiscard]] std::optional<CitationMatch> whole_match(std::size_t form,
                                                         std::string_view text) const {
    auto match = match_form(schema_, form, text);
    if (!match || match->length == 0) {
      return std::nullopt;
    }
    const auto rest = text.substr(match->length);
    const bool glued = !rest.empty() && is_word(rest[0]) && is_word(text[match->length - 1]);
    const bool more = rest.size() > 1 && (rest[0] == '/' || rest[0] == '.' || rest[0] == ',') &&
                      rest[1] >= '0' && rest[1] <= '9' && text[match->length - 1] != ')';
    const bool percent = rest.starts_with("%") || rest.starts_with(" per cent");
    return glued || more || percent ? std::nullopt : std::move(match);
  }

  Left left_of(std::size_t i) {
    Left left;
    left.begin = i;
    const auto from = i - std::min(i - begin_, left_bytes);
    left_.fill(text_, from, i, left_bytes);
    std::string_view text = left_.text;
    while (text.ends_with(' ') || text.ends_with('(')) {
      text.remove_suffix(1);
    }
    left.draft = drop_end(text, "draft");
    const auto before = text;
    for (const auto& body : schema_.bodies) {
      auto rest = before;
      if (rest.ends_with("'s")) {
        rest.remove_suffix(2);
      } else if (rest.ends_with("'")) {
        rest.remove_suffix(1);
      }
      if (!drop_end(rest, body.name)) {
        continue;
      }
      if (left.bodies.empty()) {
        text = rest;
        left.begin =
            left_.at[std::string_view(left_.text).size() < rest.size() ? 0 : start_of(rest)];
        left.words = body.words
                         ? span(left.begin, left_.at[start_of(rest) + body.name.size() - 1] + 1)
                         : Span{};
        name_size_ = body.name.size();
      }
      if (body.name.size() == name_size_) {
        left.bodies.push_back(body.id);
      }
    }
    left.draft = drop_end(text, "draft") || left.draft;
    left.definite = ends_as(text, "the") || ends_as(text, "this") || ends_as(text, "that") ||
                    ends_as(text, "said");
    left.plural_pair =
        ends_as(text, "both") || ends_as(text, "these two") || ends_as(text, "the two");
    while (drop_end(text, "its") || drop_end(text, "the") || drop_end(text, "of")) {
    }
    for (const auto& phrase : schema_.via_names) {
      left.via_name = left.via_name || ends_as(text, phrase);
    }
    locator(left, text);
    return left;
  }

  [[nodiscard]] std::size_t start_of(std::string_view rest) const {
    auto at = rest.size();
    while (at < left_.text.size() && left_.text[at] == ' ') {
      ++at;
    }
    return at;
  }

  static void locator(Left& left, std::string_view text) {
    static const RE2 before(
        R"re((?i:\b((?:operative |preambular )?(?:paragraphs?|paras?\.?|annex|section|chapter|articles?) (?:[0-9]+|[IVX]+)(?: ?\([a-z]\))?(?:(?:, | and | to |-)[0-9]+)*))$)re");
    re2::StringPiece place;
    if (text.size() > 6 && is_word(text.back()) &&
        RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), before, &place)) {
      left.locator = std::string(place);
    }
  }

  /// After a keyword at `i`: a list of items, or a back reference.
  std::size_t keyed(std::size_t i, const CitationKey& key) {
    const auto key_end = window_.at[key.phrase.size() - 1] + 1;
    const auto first = item_start(key.phrase.size());
    if (first == std::string::npos) {
      return back(i, key_end, key);
    }
    auto left = left_of(i);
    if (!key.body.empty()) {
      left.bodies = {key.body};
    }
    const auto start = window_.at[first];
    const auto before = found.size();
    auto end = items(start, left, key);
    if (left.bodies.empty()) {
      end = body_after(start, end, left, key, before);
    }
    for (auto c = before; c < found.size(); ++c) {
      found[c].group = span(left.begin, std::max<std::size_t>(end, found[c].item.end));
    }
    return end > start ? end : back(i, key_end, key);
  }

  /// Where in the window an item may begin after a keyword of `size` bytes: over "No." and a
  /// bracketed short form; npos where none can.
  [[nodiscard]] std::size_t item_start(std::size_t size) const {
    std::string_view rest = std::string_view(window_.text).substr(size);
    std::size_t at = size;
    const auto skip = [&](std::size_t n) {
      at += n;
      rest.remove_prefix(n);
    };
    if (rest.starts_with(' ')) {
      skip(1);
    }
    const auto close = rest.substr(0, 9).find(") ");
    if (rest.starts_with('(') && close != std::string_view::npos && close > 1 &&
        folded(rest[1]) >= 'a') {
      skip(close + 2);
    }
    for (const std::string_view no : {"nos. ", "no. ", "no.", "no ", "number ", "# ", "#"}) {
      if (starts_as(rest, no)) {
        skip(no.size());
        break;
      }
    }
    const bool may = !rest.empty() && ((rest[0] >= '0' && rest[0] <= '9') || rest[0] == '(' ||
                                       (rest[0] >= 'A' && rest[0] <= 'Z'));
    return may ? at : std::string::npos;
  }

  /// "... of the Security Council" right after the list gives it its body.
  std::size_t body_after(std::size_t start, std::size_t end, Left& left, const CitationKey& key,
                         std::size_t before) {
    CitationWindow after;
    after.fill(text_, end, end_, 100);
    std::string_view rest = after.text;
    if (end == start) {
      // A number that is nothing without its body: "2003/68 of the Commission on Human Rights".
      rest.remove_prefix(std::min(rest.find(' '), rest.size()));
    }
    const auto skipped = after.text.size() - rest.size();
    for (const std::string_view link : {" of the ", " of "}) {
      for (const auto& body : schema_.bodies) {
        if (starts_as(rest, link) && starts_as(rest.substr(link.size()), body.name) && body.words) {
          left.bodies = {body.id};
          const auto from = after.at[skipped + link.size()];
          const auto to = after.at[skipped + link.size() + body.name.size() - 1] + 1;
          left.words = span(from, to);
          found.resize(before);
          return std::max(items(start, left, key), end);
        }
      }
    }
    return end;
  }

  /// Items from `start`; returns where the last ends, `start` where none is.
  std::size_t items(std::size_t start, const Left& left, const CitationKey& key) {
    auto end = start;
    for (bool first = true; start < end_; first = false) {
      window_.fill(text_, start, end_, window_bytes);
      const auto match = best_item(left, key, first);
      if (!match) {
        break;
      }
      end = window_.at[match->length - 1] + 1;
      add(*match, span(start, end), left, first ? "long" : "list");
      if (!schema_.families[schema_.forms[match->form].family].list) {
        break;
      }
      const auto next = next_item(match->length);
      if (next == 0) {
        break;
      }
      start = window_.at[next];
    }
    return end;
  }

  [[nodiscard]] std::optional<CitationMatch> best_item(const Left& left, const CitationKey& key,
                                                       bool first) const {
    std::optional<CitationMatch> best;
    for (const auto family : key.families) {
      if (!admits(schema_.families[family], left)) {
        continue;
      }
      for (const auto form : schema_.families[family].forms) {
        if (schema_.forms[form].kind == CitationFormKind::suffix) {
          continue;
        }
        auto match = whole_match(form, window_.text);
        if (match && plausible(*match, left, key, first) &&
            (!best || match->length > best->length)) {
          best = std::move(match);
        }
      }
    }
    return best;
  }

  [[nodiscard]] bool admits(const CitationFamily& family, const Left& left) const {
    if (!left.bodies.empty()) {
      return std::ranges::find(left.bodies, family.issuer) != left.bodies.end();
    }
    return family.need == CitationNeed::none ||
           (family.need == CitationNeed::publisher &&
            std::ranges::find(publishers_, family.issuer) != publishers_.end());
  }

  /// A bare number needs more: a plural keyword or the first place, and nothing counted after it.
  [[nodiscard]] bool plausible(const CitationMatch& match, const Left& left, const CitationKey& key,
                               bool first) const {
    const auto& family = schema_.families[schema_.forms[match.form].family];
    const auto all = match.value("all");
    if (all.find_first_not_of("0123456789") != std::string_view::npos) {
      return true;
    }
    if (number_of(all) < family.bare_from && left.bodies.empty()) {
      return false;
    }
    const auto rest = std::string_view(window_.text).substr(match.length);
    const bool counted = rest.starts_with(' ') && rest.size() > 1 && folded(rest[1]) >= 'a' &&
                         folded(rest[1]) <= 'z' && !starts_as(rest, " and") &&
                         !starts_as(rest, " or") && !starts_as(rest, " on") &&
                         !starts_as(rest, " of");
    return first || (key.plural && !counted);
  }

  /// Where the next item of the list begins in the window, after one of `length` bytes; 0 for none.
  /// Over an adoption date and a paragraph, which belong to the item.
  [[nodiscard]] std::size_t next_item(std::size_t length) const {
    static const RE2 tail(
        R"re((?i:(?:,? (?:adopted )?(?:of|on|in) (?:[0-9]{1,2}(?: and [0-9]{1,2})? [a-z]{3,9} )?[0-9]{4}(?: and [0-9]{1,2} [a-z]{3,9} [0-9]{4})?)?(?:, (?:annex(?: [ivx]+)?|paras?\. [0-9]+|paragraphs? [0-9]+))?))re");
    static const RE2 separator(
        R"re((?i:(?: ?[,;] (?:and |or |as well as )?| and | or | & | as well as | along with )(?:the )?)([0-9A-Z]))re");
    re2::StringPiece rest(window_.text.data() + length, window_.text.size() - length);
    RE2::Consume(&rest, tail);
    re2::StringPiece head;
    if (!RE2::Consume(&rest, separator, &head)) {
      return 0;
    }
    return static_cast<std::size_t>(head.data() - window_.text.data());
  }

  void add(const CitationMatch& match, Span item, const Left& left, std::string_view how) {
    const auto& form = schema_.forms[match.form];
    const auto& family = schema_.families[form.family];
    Citation c;
    c.family = family.id;
    c.type = family.type;
    c.body = family.issuer;
    c.item = c.group = item;
    c.body_words = left.words;
    c.locator = left.locator;
    c.rule = family.id + "/" + std::string(how);
    c.draft = left.draft || family.draft;
    c.via_name = left.via_name;
    name(c, match, left);
    letters(c, match);
  }

  /// Normal form, link and status, by the number-to-year table where there is one.
  void name(Citation& c, CitationMatch match, const Left& left) const {
    const auto& form = schema_.forms[match.form];
    const auto& family = schema_.families[form.family];
    if (!family.years.empty()) {
      const auto year = schema_.year_of(family.years, number_of(match.value("n")));
      const auto printed = std::string(match.value("y"));
      if (year && printed.empty()) {
        set(match, "y", std::to_string(*year));
        c.status = CitationStatus::inferred_year;
        c.rule += "/inferred-year";
      } else if (year && number_of(printed) != *year) {
        c.status = left.bodies.empty() ? CitationStatus::ambiguous : CitationStatus::resolved;
        c.rule += "/year-conflict";
      } else if (!year && printed.empty()) {
        c.status = CitationStatus::unresolved;
      }
      const auto cited = number_of(match.value("y"));
      if (context_.date.size() >= 4 && cited > number_of(context_.date.substr(0, 4))) {
        c.status = CitationStatus::unresolved;
      }
    }
    c.normal_form = fill_template(form.normal, match);
    c.link = fill_template(family.link, match);
  }

  static void set(CitationMatch& match, std::string_view key, std::string value) {
    for (auto& [name, old] : match.values) {
      if (name == key) {
        old = std::move(value);
        return;
      }
    }
  }

  /// "3411 A and B", "3419 A to D": one citation a letter; the pattern's group is `letters`.
  void letters(Citation& c, const CitationMatch& match) {
    const auto value = match.value("letters");
    if (value.empty()) {
      found.push_back(c);
      return;
    }
    std::string all;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const bool alone =
          (i == 0 || !is_word(value[i - 1])) && (i + 1 == value.size() || !is_word(value[i + 1]));
      if (alone && value[i] >= 'A' && value[i] <= 'Z') {
        all.push_back(value[i]);
      }
    }
    if (all.empty()) {
      found.push_back(c);
      return;
    }
    const bool range = contains(value, " to ") || value.find('-') != std::string_view::npos;
    if (range && all.size() >= 2) {
      const char last = all.back();
      for (all.resize(1); all.back() < last;) {
        all.push_back(static_cast<char>(all.back() + 1));
      }
    }
    for (const char letter : all) {
      auto one = match;
      set(one, "letters", std::string(1, letter));
      const auto& form = schema_.forms[match.form];
      c.normal_form = fill_template(form.normal, one);
      c.link = fill_template(schema_.families[form.family].link, one);
      found.push_back(c);
    }
  }

  /// "the resolution": what it stands for, where one act of this paragraph or the one before can.
  std::size_t back(std::size_t i, std::size_t end, const CitationKey& key) {
    if (found.empty() ||
        std::ranges::find(schema_.back_words, key.phrase) == schema_.back_words.end()) {
      return i;
    }
    const auto left = left_of(i);
    if (left.draft || !(key.plural ? left.plural_pair : left.definite && left.bodies.empty())) {
      return i;
    }
    const std::size_t wanted = key.plural ? 2 : 1;
    auto from = paragraph_;
    auto candidates = distinct(from);
    if (candidates.empty()) {
      candidates = distinct(previous_);
    }
    if (candidates.size() != wanted) {
      return i;
    }
    for (const auto at : candidates) {
      auto c = found[at];
      c.item = c.group = span(i, end);
      c.body_words = {};
      c.locator.clear();
      c.title.clear();
      c.rule = c.family + "/back-reference";
      c.draft = c.via_name = false;
      found.push_back(std::move(c));
    }
    return end;
  }

  /// The acts cited from index `from` on, each once; three at most, since more decide nothing.
  [[nodiscard]] std::vector<std::size_t> distinct(std::size_t from) const {
    std::vector<std::size_t> result;
    for (auto c = from; c < found.size() && result.size() < 3; ++c) {
      if (found[c].type == NodeType::resolution && !found[c].draft &&
          std::ranges::none_of(
              result, [&](auto at) { return found[at].normal_form == found[c].normal_form; })) {
        result.push_back(c);
      }
    }
    return result;
  }

  const CitationSchema& schema_;
  const Triggers& triggers_;
  std::string_view text_;
  CitationContext context_;
  std::vector<std::string> publishers_;
  CitationWindow window_;
  CitationWindow left_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t paragraph_ = 0;
  std::size_t previous_ = 0;
  std::size_t name_size_ = 0;
};

}  // namespace

CitationGrammar::CitationGrammar(std::span<const SchemaFile> files)
    : state_(std::make_unique<const State>(files)) {}
CitationGrammar::CitationGrammar(CitationGrammar&&) noexcept = default;
CitationGrammar& CitationGrammar::operator=(CitationGrammar&&) noexcept = default;
CitationGrammar::~CitationGrammar() = default;

std::vector<Citation> CitationGrammar::find(std::string_view text, std::span<const Span> sentences,
                                            const CitationContext& context) const {
  Finder finder(state_->schema, state_->triggers, text, context);
  for (const auto& sentence : sentences) {
    finder.sentence(sentence);
  }
  return std::move(finder.found);
}

}  // namespace pressgraph
