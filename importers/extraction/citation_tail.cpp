// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_tail.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <re2/re2.h>

#include "importers/extraction/citation_text.hpp"

namespace pressgraph {
namespace {

const std::string& day() {
  static const std::string pattern =
      R"re((?:[0-9]{1,2}(?:(?:,|,? and| to|-) ?[0-9]{1,2})*,? [a-z]{3,9}\.?(?:,? [0-9]{4})?|[a-z]{3,9}\.? [0-9]{1,2}(?:, | )[0-9]{4}))re";
  return pattern;
}

const std::string& place() {
  static const std::string pattern =
      R"re((?:operative |preambular |sub-?)?(?:paragraphs?|paras?\.?|annex(?:es)?|sections?|sects?\.|parts?|articles?|arts?\.|chapters?|chap\.|op|pp) ?(?:[0-9]{1,3}|[ivx]{1,5}\b|[a-h]\b)(?: ?\([a-z0-9]{1,3}\))*(?:(?:, and |, | and | to | or |-)(?:[0-9]{1,3}\b|[ivx]{1,5}\b|[a-h]\b|\([a-z0-9]{1,3}\))(?: ?\([a-z0-9]{1,3}\))*)*)re";
  return pattern;
}

// A longer one has most likely run into the sentence.
constexpr std::size_t longest_title = 180;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

std::string_view view(const re2::StringPiece& text) {
  return {text.data(), text.size()};
}

/// How much of `rest` fits `pattern` from its first byte on. Where no group is asked for RE2 needs
/// no more than its automaton: dates take a fifth of the instructions.
std::size_t fits(std::string_view rest, const RE2& pattern) {
  re2::StringPiece found;
  return pattern.Match(piece(rest), 0, rest.size(), RE2::ANCHOR_START, &found, 1) ? found.size()
                                                                                  : 0;
}

/// Whether `rest`, a comma before it aside, begins with one of `words`: patterns are tried only
/// behind one of theirs, since most of what follows a citation fits none.
template <std::size_t count>
bool leads_on(std::string_view rest, const std::array<std::string_view, count>& words) {
  rest.remove_prefix(rest.starts_with(',') ? 1 : 0);
  return std::ranges::any_of(words, [&](auto word) { return starts_as(rest, word); });
}

std::size_t date_length(std::string_view rest) {
  constexpr std::array<std::string_view, 7> leads{" of ", " adopted",      " in ",       " dated",
                                                  " as ", " unanimously ", " which was "};
  if (!leads_on(rest, leads)) {
    return 0;
  }
  static const RE2 date(
      "(?i:,? (?:(?:which was |as )?(?:unanimously )?(?:adopted|dated)"
      "(?: unanimously)?(?: by (?:the )?[a-z ]{3,40}?)? (?:on )?|of )(?:" +
      day() + "(?:(?:,|,? and) " + day() + ")*|the same (?:date|day)))");
  if (const auto length = fits(rest, date); length != 0) {
    return length;
  }
  static const RE2 year("(?i:,? (?:adopted )?(?:of|in) [0-9]{4})");
  const auto length = fits(rest, year);
  const bool longer = length < rest.size() && rest[length] >= '0' && rest[length] <= '9';
  return longer ? 0 : length;
}

std::string_view locator_after(std::string_view rest) {
  static const RE2 pattern("(?i:(?:,| \\(|,? in) ?(" + place() + "|annex\\b))");
  constexpr std::array<std::string_view, 2> leads{" (", " in"};
  const auto word = rest.find_first_not_of(' ', 1);
  const bool listed = rest.starts_with(',') && word <= 2 && is_word_byte(rest[word]) &&
                      !(rest[word] >= '0' && rest[word] <= '9');
  if (!listed && !leads_on(rest, leads)) {
    return {};
  }
  re2::StringPiece found;
  auto text = piece(rest);
  if (!RE2::Consume(&text, pattern, &found)) {
    return {};
  }
  // "..., paragraph 4 of resolution 1540 (2004)" is a place in the next act.
  const auto after = view(text);
  return starts_as(after, " of ") && !starts_as(after, " of which") ? std::string_view{}
                                                                    : view(found);
}

/// What "on" leads to is a day, a party or a ground, and no subject.
bool is_no_subject(std::string_view words) {
  constexpr std::array<std::string_view, 32> others{
      "january", "february", "march",    "april",    "may ",      "june",    "july",     "august",
      "septem",  "october",  "november", "december", "monday",    "tuesday", "wednes",   "thursday",
      "friday",  "saturday", "sunday",   "behalf",   "the basis", "that ",   "this ",    "these ",
      "all ",    "every",    "another",  "the same", "the sid",   "its ",    "a number", "the eve"};
  return words.empty() || !is_word_byte(words[0]) || (words[0] >= '0' && words[0] <= '9') ||
         std::ranges::any_of(others, [&](auto other) { return starts_as(words, other); });
}

/// Where the subject that `words` begin with ends; npos where the window ends first.
std::size_t subject_end(std::string_view words) {
  static const RE2 stop(
      R"re((?i:(?:,? and|,? as well as|,? together with|,|;)? (?:(?:the )?(?:[a-z]+ ){0,4}resolutions? (?:[0-9]|[as]/)|[0-9]{1,4} ?\(|[0-9]{1,2}/[0-9])|[;:"()]|\. |\.$|\xE2\x80[\x9C\x9D]| (?:was|were|is|are|has|have|had|will|would|should|shall|must|can|calls?|called|which|who|whom|that|when|where|while|remains?|provides?|requires?|said|says|adopted|in particular|as well as)\b))re",
      RE2::Latin1);
  re2::StringPiece found;
  std::size_t end = words.size();
  if (stop.Match(piece(words), 0, words.size(), RE2::UNANCHORED, &found, 1)) {
    end = static_cast<std::size_t>(found.data() - words.data());
  }
  // A comma ends it, but for those of a series: "women, peace and security".
  for (auto comma = words.find(','); comma < end; comma = words.find(',', comma + 1)) {
    static const RE2 series(R"re((?i:, [a-z-]+(?:, [a-z-]+)*,? and [a-z-]+))re");
    auto after = piece(words.substr(comma, end - comma));
    if (!RE2::Consume(&after, series)) {
      return comma;
    }
    comma = end - after.size() - 1;
  }
  return end;
}

/// What follows ", on " or ", entitled "; empty where `rest` begins with no such word.
std::string_view after_lead(std::string_view rest) {
  rest.remove_prefix(rest.starts_with(',') ? 1 : 0);
  for (const std::string_view lead : {" on the subject of ", " on ", " concerning ", " regarding ",
                                      " relating to ", " entitled ", " titled "}) {
    if (starts_as(rest, lead)) {
      return rest.substr(lead.size());
    }
  }
  return {};
}

}  // namespace

CitationTail read_tail(std::string_view rest) {
  static const RE2 day_of_action("(?i: on " + day() + ")");
  CitationTail tail;
  tail.date_end = tail.end = date_length(rest);
  // "The Council adopted resolution 2322 (2016) on 12 December" dates what it did.
  if (tail.end == 0 && starts_as(rest, " on ")) {
    tail.end = fits(rest, day_of_action);
  }
  tail.locator = locator_after(rest.substr(tail.end));
  if (!tail.locator.empty()) {
    tail.end = static_cast<std::size_t>(tail.locator.data() - rest.data()) + tail.locator.size();
    tail.end += rest.substr(tail.end).starts_with(')') ? 1U : 0U;
    tail.date_end = tail.date_end == 0 ? date_length(rest.substr(tail.end)) : tail.date_end;
    tail.end = std::max(tail.end, tail.date_end);
  }
  return tail;
}

std::size_t read_separator(std::string_view rest) {
  static const RE2 separator(
      R"re((?i:(?: ?[,;.] ?(?:and |or |as well as |also |then )?| and | or | & | as well as | along with | together with )(?:the |its |also |of |nos?\. ?)?)([0-9A-Z]))re");
  constexpr std::array<std::string_view, 9> leads{
      " ,", " ;", " .", " and ", " or ", " & ", " as well as ", " along with ", " together with "};
  if (rest.starts_with(' ') && !leads_on(rest, leads)) {
    return 0;
  }
  re2::StringPiece head;
  auto text = piece(rest);
  return RE2::Consume(&text, separator, &head) ? static_cast<std::size_t>(head.data() - rest.data())
                                               : 0;
}

CitationTitle read_title(std::string_view rest) {
  auto words = after_lead(rest);
  if (words.starts_with('"') || words.starts_with("\xE2\x80\x9C")) {
    words.remove_prefix(words[0] == '"' ? 1 : 3);
    const auto close = std::min(words.find('"'), words.find("\xE2\x80\x9D"));
    words = close == std::string_view::npos ? std::string_view{} : words.substr(0, close);
  } else {
    words.remove_prefix(starts_as(words, "the question of ") ? 16 : 0);
    words = is_no_subject(words) ? std::string_view{} : words.substr(0, subject_end(words));
  }
  while (words.ends_with(' ') || words.ends_with(',') || words.ends_with('.')) {
    words.remove_suffix(1);
  }
  if (words.size() < 4) {
    return {};
  }
  const auto end = static_cast<std::size_t>(words.data() - rest.data()) + words.size();
  return {words.size() > longest_title ? std::string_view{} : words, end};
}

std::size_t read_over_subject(std::string_view rest) {
  static const RE2 next(
      R"re((?i:(?:,|;|,? and|,? or|,? as well as) (?:the )?(?:([0-9]{1,4} ?\((?:(?:19|20)[0-9]{2}|[IVX]{1,6})\)|[0-9]{1,2}/[0-9]{1,3}\b)|no\. ?([0-9]{1,5}\b))))re");
  re2::StringPiece bearing;
  re2::StringPiece numbered;
  if (!RE2::PartialMatch(piece(rest), next, &bearing, &numbered)) {
    return 0;
  }
  const auto& head = bearing.data() != nullptr ? bearing : numbered;
  return static_cast<std::size_t>(head.data() - rest.data());
}

std::size_t read_unreadable(std::string_view rest) {
  static const RE2 item(R"re(([^ ,;()]{1,5}\.? ?\((?:19|20)[0-9]{2}\)))re", RE2::Latin1);
  re2::StringPiece found;
  auto text = piece(rest);
  return RE2::Consume(&text, item, &found) ? found.size() : 0;
}

std::string_view locator_before(std::string_view left) {
  static const RE2 pattern(
      "(?i:\\b((?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) )?(?:" +
      place() + "|(?:operative |preambular )paragraph|annex))$)");
  if (left.size() < 5 || !(is_word_byte(left.back()) || left.back() == ')')) {
    return {};
  }
  re2::StringPiece found;
  return RE2::PartialMatch(piece(left), pattern, &found) ? view(found) : std::string_view{};
}

}  // namespace pressgraph
