// SPDX-License-Identifier: Apache-2.0
// Dates as feeds, pages, mails and crawls write them, with their usual mistakes.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>

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
    return year > 999 && month >= 0 && month <= 12 && day >= 0 &&
           (day == 0 || (month > 0 && day <= last_day()));
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

 private:
  [[nodiscard]] int last_day() const {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month) - 1);
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

  /// Up to five letters, in small ones.
  std::string word() {
    std::string word;
    while (at_letter() && word.size() < 5) {
      word += lower(text_.front());
      text_.remove_prefix(1);
    }
    return word;
  }

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] bool at_digit() const { return !text_.empty() && is_digit(text_.front()); }
  [[nodiscard]] bool at_letter() const { return !text_.empty() && is_letter(text_.front()); }
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

// "+0200", "-05:00", "+2"; nothing, and nothing taken, where no offset is told.
std::string offset_in(Cursor& text) {
  auto ahead = text;
  const char sign = ahead.rest().empty() ? '\0' : ahead.rest().front();
  if (!ahead.take("+-")) {
    return {};
  }
  const auto hours = ahead.short_number();
  ahead.take(":");
  const auto minutes = ahead.number(2);
  if (hours < 0 || hours > 14 || minutes > 59 || ahead.at_digit()) {
    return {};
  }
  text = ahead;
  return fmt::format("{}{:02}:{:02}", sign, hours, std::max(minutes, 0));
}

// "+0200", "GMT", "GMT+0200", "Z"; nothing, and nothing taken, where no zone is told.
std::string zone_in(Cursor& text) {
  auto ahead = text;
  ahead.skip_blanks();
  if (auto offset = offset_in(ahead); !offset.empty()) {
    text = ahead;
    return offset;
  }
  const auto name = ahead.word();
  const auto* found = std::ranges::find(zones, std::string_view(name), &Zone::name);
  if (found == zones.end()) {
    return {};
  }
  text = ahead;
  const auto offset = found->offset == "Z" && name != "z" ? offset_in(text) : std::string();
  return offset.empty() ? std::string(found->offset) : offset;
}

enum class Half : std::uint8_t { none, morning, afternoon };

// "pm", "P.M." and the like; nothing is taken where none of them stands there.
Half half_in(Cursor& text) {
  auto ahead = text;
  ahead.skip_blanks();
  const bool afternoon = ahead.rest().starts_with("p") || ahead.rest().starts_with("P");
  if (!ahead.take("apAP")) {
    return Half::none;
  }
  ahead.take(".");
  if (!ahead.take("mM") || ahead.at_letter()) {
    return Half::none;
  }
  ahead.take(".");
  text = ahead;
  return afternoon ? Half::afternoon : Half::morning;
}

// The hour of 24 that `hour` is; -1 where there is none. "15:15 PM" is written too.
int hour_of(int hour, Half half) {
  if (half == Half::none || (half == Half::afternoon && hour > 12)) {
    return hour;
  }
  return hour > 12 ? -1 : hour % 12 + (half == Half::afternoon ? 12 : 0);
}

// "10:00", "10:00:00.123 +0200", "101500Z", "3 pm EST": "T10:00:00+02:00". Nothing where it is no
// time.
std::string time_in(Cursor& text) {
  const auto told = text.short_number();
  const bool colon = text.take(":");
  const bool full = colon || text.at_digit();
  const auto minute = full ? text.number(2) : 0;
  int second = 0;
  if (full && (colon ? text.take(":") : text.at_digit())) {
    second = text.number(2);
  }
  while (full && text.take(".,0123456789")) {
  }
  const auto half = half_in(text);
  const auto hour = hour_of(told, half);
  const auto zone = zone_in(text);
  const bool whole = full || half != Half::none;
  if (!whole || hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60) {
    return {};
  }
  return fmt::format("T{:02}:{:02}:{:02}", hour, minute, second) + zone;
}

// "2017", "2017-10", "2017-10-16 10:00:00Z", "2017/10/16", "20171016T101500Z", "20171016101500".
// False where the text is something else.
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
  if (moment.day < 1 || (cursor.at_digit() && !(compact && cursor.rest().size() >= 6))) {
    return false;
  }
  cursor.take("Tt ");
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

// Whether a time of day begins at `text`: "10:00", "3 pm".
bool begins_time(std::string_view text) {
  Cursor cursor(text);
  return cursor.short_number() >= 0 &&
         (cursor.rest().starts_with(":") || half_in(cursor) != Half::none);
}

// `text` from where the first letter or digit stands.
std::string_view from_word(std::string_view text) {
  const auto* const first =
      std::find_if(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c); });
  text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
  return text;
}

// "16 October 2017", "Mon, 16 Oct 2017 10:00:00 +0200", "October 16th, 2017", "Mon Oct 16 10:15:00
// 2017".
std::string spelled(std::string_view text) {
  text = text.substr(0, 100);
  Moment moment;
  for (text = from_word(text); !text.empty(); text = from_word(text)) {
    if (begins_time(text)) {
      Cursor cursor(text);
      moment.time = time_in(cursor);
      text = cursor.rest();
      if (moment.year != 0) {
        break;
      }
      continue;
    }
    const auto* const end = std::find_if_not(text.begin(), text.end(),
                                             [](char c) { return is_digit(c) || is_letter(c); });
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (!take_word(text.substr(0, length), moment)) {
      break;
    }
    text.remove_prefix(length);
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

// Seconds or milliseconds since 1970, as machines count, where they come to 1990 up to 2030: what
// is less may be any number, what is more a year, month, day and hour.
std::string moment_of_count(std::string_view text) {
  constexpr std::int64_t earliest = 631'152'000;
  constexpr std::int64_t latest = 1'893'456'000;
  constexpr std::int64_t day = 86'400;
  constexpr std::size_t fewest = 9;  // digits
  constexpr std::size_t most = 13;
  if (text.size() < fewest || text.size() > most) {
    return {};
  }
  std::int64_t count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return {};
  }
  const auto seconds = text.size() > 10 ? count / 1000 : count;
  if (seconds < earliest || seconds >= latest) {
    return {};
  }
  const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::days(seconds / day)));
  const auto rest = seconds % day;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     rest / 3600, rest / 60 % 60, rest % 60);
}

}  // namespace

std::string iso_date_in(std::string_view text) {
  text = trimmed(text);
  if (auto moment = moment_of_count(text); !moment.empty()) {
    return moment;
  }
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
