// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_match.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "importers/extraction/citation_text.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t worth_of(char letter) {
  constexpr std::string_view letters = "IVXLCDM";
  constexpr std::array<std::uint32_t, 7> worth{1, 5, 10, 50, 100, 500, 1000};
  const auto at = letters.find(letter);
  return at == std::string_view::npos ? 0 : worth[at];
}

/// What upper-case letters add up to, a smaller one before a larger one counted against it; 0 where
/// another letter is among them.
std::uint32_t sum_of(std::string_view letters) {
  std::uint32_t total = 0;
  std::uint32_t last = 0;
  for (std::size_t i = letters.size(); i-- > 0;) {
    const auto worth = worth_of(letters[i]);
    if (worth == 0) {
      return 0;
    }
    total = worth < last ? total - std::min(total, worth) : total + worth;
    last = worth;
  }
  return total;
}

/// "ES-l" and "S-VI" keep what stands before the hyphen; what is no numeral stays as it is.
std::string canonical_numeral(std::string_view value) {
  const auto hyphen = value.find('-');
  const auto from = hyphen == std::string_view::npos ? 0 : hyphen + 1;
  const auto number = roman_value(value.substr(from));
  std::string result(value.substr(0, from));
  std::ranges::transform(result, result.begin(), upper_letter);
  return number == 0 || number > 3999 ? std::string(value) : result + roman_numeral(number);
}

/// Document symbols are upper case but for their tails.
void restore_tails(std::string& symbol) {
  for (const std::string_view tail :
       {"/Add.", "/Corr.", "/Rev.", "/Amend.", "/Circ.", "/CONF.", "/Sub.", "/Agenda"}) {
    for (std::size_t at = 0; at + tail.size() <= symbol.size(); ++at) {
      const auto here = std::string_view(symbol).substr(at, tail.size());
      if (std::ranges::equal(here, tail, {}, folded_letter, folded_letter)) {
        symbol.replace(at, tail.size(), tail);
      }
    }
  }
}

std::string filtered(std::string_view value, std::string_view filter) {
  std::string result(value);
  if (filter == "roman") {
    const auto number = roman_value(value);
    return number != 0 ? std::to_string(number) : result;
  }
  if (filter == "numeral") {
    return canonical_numeral(value);
  }
  if (filter == "tight" || filter == "symbol") {
    std::erase(result, ' ');
  }
  if (filter == "upper" || filter == "symbol") {
    std::ranges::transform(result, result.begin(), upper_letter);
  }
  if (filter == "symbol") {
    restore_tails(result);
  }
  return result;
}

/// Fills up to `end`; false where a name was empty.
bool fill_part(std::string_view text, const CitationMatch& match, std::string& out) {
  bool whole = true;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '{') {
      out.push_back(text[i++]);
      continue;
    }
    const auto close = text.find('}', i);
    const auto inner = text.substr(i + 1, close - i - 1);
    const auto colon = inner.find(':');
    const auto value = match.value(inner.substr(0, colon));
    whole = whole && !value.empty();
    out += filtered(value, colon == std::string_view::npos ? "" : inner.substr(colon + 1));
    i = close == std::string_view::npos ? text.size() : close + 1;
  }
  return whole;
}

}  // namespace

std::string_view CitationMatch::value(std::string_view name) const {
  for (const auto& [key, value] : values) {
    if (key == name) {
      return value;
    }
  }
  return {};
}

void CitationMatch::set(std::string_view name, std::string value) {
  for (auto& [key, old] : values) {
    if (key == name) {
      old = std::move(value);
      return;
    }
  }
}

std::optional<CitationMatch> match_form(const CitationSchema& schema, std::size_t index,
                                        std::string_view text) {
  const auto& form = schema.forms[index];
  std::array<re2::StringPiece, 12> found;
  const auto& pattern = form.pattern->get();
  const int count = pattern.NumberOfCapturingGroups() + 1;
  const auto anchor = form.kind == CitationFormKind::suffix ? RE2::UNANCHORED : RE2::ANCHOR_START;
  const re2::StringPiece here(text.data(), text.size());
  // Four of five forms do not match, and the automaton alone tells so without looking for groups.
  if (!pattern.Match(here, 0, text.size(), anchor, nullptr, 0) ||
      !pattern.Match(here, 0, text.size(), anchor, found.data(), count)) {
    return std::nullopt;
  }
  CitationMatch match{index, found[1].size(), {}};
  match.values.reserve(form.pattern->groups().size() + 1);
  match.values.emplace_back("all", std::string(found[1]));
  for (const auto& [name, number] : form.pattern->groups()) {
    const auto& piece = found[static_cast<std::size_t>(number)];
    match.values.emplace_back(name, std::string(piece.data() == nullptr ? "" : piece));
  }
  return match;
}

std::optional<CitationMatch> match_whole(const CitationSchema& schema, std::size_t form,
                                         std::string_view text) {
  auto match = match_form(schema, form, text);
  if (!match || match->length == 0) {
    return std::nullopt;
  }
  const char last = text[match->length - 1];
  const auto rest = text.substr(match->length);
  const bool glued = !rest.empty() && is_word_byte(rest[0]) && is_word_byte(last);
  const bool more = rest.size() > 1 && (rest[0] == '/' || rest[0] == '.' || rest[0] == ',') &&
                    rest[1] >= '0' && rest[1] <= '9' && last != ')';
  const bool percent = rest.starts_with("%") || rest.starts_with(" per cent");
  return glued || more || percent ? std::nullopt : std::move(match);
}

std::string fill_template(std::string_view text, const CitationMatch& match) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('[');
    fill_part(text.substr(0, open), match, out);
    if (open == std::string_view::npos) {
      break;
    }
    const auto close = text.find(']', open);
    std::string part;
    if (fill_part(text.substr(open + 1, close - open - 1), match, part)) {
      out += part;
    }
    text = close == std::string_view::npos ? std::string_view{} : text.substr(close + 1);
  }
  return out;
}

std::string roman_numeral(std::uint32_t number) {
  struct Step {
    std::uint32_t worth;
    std::string_view letters;
  };
  constexpr std::array<Step, 13> steps{{{1000, "M"},
                                        {900, "CM"},
                                        {500, "D"},
                                        {400, "CD"},
                                        {100, "C"},
                                        {90, "XC"},
                                        {50, "L"},
                                        {40, "XL"},
                                        {10, "X"},
                                        {9, "IX"},
                                        {5, "V"},
                                        {4, "IV"},
                                        {1, "I"}}};
  std::string result;
  for (const auto& step : steps) {
    for (; number >= step.worth; number -= step.worth) {
      result += step.letters;
    }
  }
  return result;
}

std::uint32_t roman_value(std::string_view text) {
  std::string letters(text);
  const bool capitals = std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  // A small l among capitals is an I that was misread.
  std::ranges::transform(letters, letters.begin(), [capitals](char c) {
    return (capitals && c == 'l') || c == '1' || c == '|' ? 'I' : upper_letter(c);
  });
  const auto value = sum_of(letters);
  if (value == 0 || value > 3999 || std::ranges::is_sorted(letters, std::greater{}, worth_of) ||
      roman_numeral(value) == letters) {
    return value;
  }
  // Official texts print CCXLVIX and CCXLIXX for 249: one letter too many.
  std::uint32_t best = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    auto fewer = letters;
    fewer.erase(i, 1);
    const auto number = sum_of(fewer);
    best = roman_numeral(number) == fewer ? std::max(best, number) : best;
  }
  return best == 0 ? value : best;
}

std::string letters_of(std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool alone = (i == 0 || !is_word_byte(text[i - 1])) &&
                       (i + 1 == text.size() || !is_word_byte(text[i + 1]));
    if (alone && text[i] >= 'A' && text[i] <= 'Z') {
      all.push_back(text[i]);
    }
  }
  const bool range = holds(text, " to ") || text.find('-') != std::string_view::npos;
  if (range && all.size() >= 2) {
    const char last = all.back();
    for (all.resize(1); all.back() < last;) {
      all.push_back(static_cast<char>(all.back() + 1));
    }
  }
  return all;
}

std::uint32_t number_of(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace pressgraph
