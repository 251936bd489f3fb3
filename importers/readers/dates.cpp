// SPDX-License-Identifier: Apache-2.0
// Dates as feeds, pages, mails and crawls write them, with their usual mistakes.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "importers/readers/fields.hpp"

namespace pressgraph {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// `number` in `count` digits or more.
void append_digits(std::string& text, int number, std::size_t count) {
  const auto digits = std::to_string(number);
  text.append(count - std::min(count, digits.size()), '0');
  text += digits;
}

struct Moment {
  int year = 0;
  int month = 0;
  int day = 0;
  std::string time;  // "T10:00:00+02:00", or nothing

  [[nodiscard]] bool is_valid() const {
    return year > 999 && month >= 0 && month <= 12 && day >= 0 && day <= 31 &&
           (day == 0 || month > 0);
  }
  [[nodiscard]] std::string iso() const {
    if (!is_valid()) {
      return {};
    }
    std::string text;
    append_digits(text, year, 4);
    if (month > 0) {
      text += '-';
      append_digits(text, month, 2);
    }
    if (day > 0) {
      text += '-';
      append_digits(text, day, 2);
      text += time;
    }
    return text;
  }
};

// Takes what it wants off the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  /// Exactly `count` digits with no digit behind them; -1 where there are none.
  int number(std::size_t count) {
    if (text_.size() < count ||
        !std::all_of(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(count), is_digit)) {
      return -1;
    }
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      value = value * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(count);
    return value;
  }

  /// One or two digits.
  int short_number() {
    const auto two = number(2);
    return two >= 0 ? two : number(1);
  }

  bool take(std::string_view any_of) {
    if (text_.empty() || any_of.find(text_.front()) == std::string_view::npos) {
      return false;
    }
    text_.remove_prefix(1);
    return true;
  }

  void skip_blanks() {
    while (take(" \t")) {
    }
  }

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] bool at_digit() const { return !text_.empty() && is_digit(text_.front()); }
  [[nodiscard]] std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

struct Zone {
  std::string_view name;
  std::string_view offset;
};

// RFC 822's, and those of other ministries.
constexpr std::array<Zone, 16> zones{{{"z", "Z"},
                                      {"ut", "Z"},
                                      {"utc", "Z"},
                                      {"gmt", "Z"},
                                      {"est", "-05:00"},
                                      {"edt", "-04:00"},
                                      {"cst", "-06:00"},
                                      {"cdt", "-05:00"},
                                      {"mst", "-07:00"},
                                      {"mdt", "-06:00"},
                                      {"pst", "-08:00"},
                                      {"pdt", "-07:00"},
                                      {"bst", "+01:00"},
                                      {"cet", "+01:00"},
                                      {"cest", "+02:00"},
                                      {"jst", "+09:00"}}};

// "+0200", "+02:00", "GMT", "Z"; nothing where no zone is told.
std::string zone_in(Cursor& text) {
  text.skip_blanks();
  const auto rest = text.rest();
  if (rest.starts_with("+") || rest.starts_with("-")) {
    const char sign = rest.front();
    text.take("+-");
    const auto hours = text.number(2);
    text.take(":");
    const auto minutes = text.number(2);
    if (hours < 0 || hours > 14 || minutes > 59) {
      return {};
    }
    return fmt::format("{}{:02}:{:02}", sign, hours, std::max(minutes, 0));
  }
  std::string name;
  for (const char c : rest.substr(0, 5)) {
    if (!is_letter(c)) {
      break;
    }
    name += lower(c);
  }
  const auto* found = std::ranges::find(zones, std::string_view(name), &Zone::name);
  return found == zones.end() ? std::string() : std::string(found->offset);
}

// "10:00", "10:00:00.123 +0200", "101500Z": "T10:00:00+02:00". Nothing where it is no time.
std::string time_in(Cursor text) {
  const auto hour = text.short_number();
  const bool colon = text.take(":");
  const auto minute = text.number(2);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) {
    return {};
  }
  int second = 0;
  if (colon ? text.take(":") : text.at_digit()) {
    second = text.number(2);
    if (second < 0 || second > 60) {
      return {};
    }
  }
  if (text.take(".,")) {
    while (text.at_digit()) {
      text.take("0123456789");
    }
  }
  return fmt::format("T{:02}:{:02}:{:02}", hour, minute, second) + zone_in(text);
}

// "2017", "2017-10", "2017-10-16 10:00:00Z", "2017/10/16", "20171016T101500Z". False where the
// text is something else.
bool year_first(std::string_view text, Moment& moment) {
  Cursor cursor(text);
  moment.year = cursor.number(4);
  if (moment.year < 0) {
    return false;
  }
  const bool compact = cursor.at_digit();
  if (cursor.at_end()) {
    return true;
  }
  if (!compact && !cursor.take("-/.")) {
    return false;
  }
  moment.month = cursor.number(2);
  if (moment.month < 1 || (compact && cursor.at_end())) {
    return false;
  }
  if (cursor.at_end()) {
    return true;
  }
  if (!compact && !cursor.take("-/.")) {
    return false;
  }
  moment.day = cursor.number(2);
  if (moment.day < 1 || cursor.at_digit()) {
    return false;
  }
  cursor.take("T ");
  cursor.skip_blanks();
  moment.time = time_in(cursor);
  return true;
}

// "16.10.2017", "25/12/2017 10:00". Which of two small numbers is the month, nobody can tell.
bool year_last(std::string_view text, Moment& moment) {
  Cursor cursor(text);
  const auto first = cursor.short_number();
  const bool dots = cursor.rest().starts_with(".");
  if (first < 1 || !cursor.take("./-")) {
    return false;
  }
  const auto second = cursor.short_number();
  if (second < 1 || !cursor.take("./-")) {
    return false;
  }
  moment.year = cursor.number(4);
  if (cursor.at_digit() || moment.year < 0) {
    return false;
  }
  cursor.skip_blanks();
  moment.time = time_in(cursor);
  const bool day_first = dots || first > 12 || first == second;
  moment.day = day_first ? first : second;
  moment.month = day_first ? second : first;
  const bool ambiguous = !dots && first <= 12 && second <= 12 && first != second;
  return !ambiguous && moment.month <= 12;
}

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

int month_of(std::string_view word) {
  if (word.size() < 3) {
    return 0;
  }
  const std::array<char, 3> key{lower(word[0]), lower(word[1]), lower(word[2])};
  const auto* found = std::ranges::find(months, std::string_view(key.data(), key.size()));
  return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

// Takes one word or number of a spelled date. False where the rest is not part of the date.
bool take_word(std::string_view word, Moment& moment) {
  if (!is_digit(word.front())) {
    moment.month = moment.month == 0 ? month_of(word) : moment.month;
    return true;
  }
  const auto digits =
      static_cast<std::size_t>(std::find_if_not(word.begin(), word.end(), is_digit) - word.begin());
  Cursor cursor(word);
  if (digits <= 2 && moment.day == 0) {
    moment.day = cursor.short_number();
  } else if (digits == 4 && moment.year == 0) {
    moment.year = cursor.number(4);
  } else if (digits == 2 && moment.year == 0 && moment.month != 0) {
    const auto year = cursor.number(2);  // RFC 822
    moment.year = year < 70 ? 2000 + year : 1900 + year;
  } else {
    return false;
  }
  return true;
}

// "16 October 2017", "Mon, 16 Oct 2017 10:00:00 +0200", "October 16th, 2017".
std::string spelled(std::string_view text) {
  text = text.substr(0, 100);
  Moment moment;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                    [](char c) { return is_digit(c) || is_letter(c); });
    const auto end =
        std::find_if_not(begin, text.end(), [](char c) { return is_digit(c) || is_letter(c); });
    if (begin == end) {
      break;
    }
    const auto start = static_cast<std::size_t>(begin - text.begin());
    at = static_cast<std::size_t>(end - text.begin());
    const bool is_time = is_digit(*begin) && at < text.size() && text[at] == ':';
    if (is_time) {
      moment.time = time_in(Cursor(text.substr(start)));
      if (moment.year != 0) {
        break;
      }
    } else if (!take_word(text.substr(start, at - start), moment)) {
      break;
    }
  }
  return moment.month == 0 || moment.day == 0 ? std::string() : moment.iso();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace

std::string iso_date_in(std::string_view text) {
  text = trimmed(text);
  Moment moment;
  if (year_first(text, moment)) {
    return moment.iso();
  }
  moment = {};
  if (year_last(text, moment)) {
    return moment.iso();
  }
  return spelled(text);
}

}  // namespace pressgraph
