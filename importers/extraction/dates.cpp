// SPDX-License-Identifier: Apache-2.0
// Dates and intervals of days: "4 and 5 October 2017", "October 4-5", "from 30 September to 2
// October", "today (10)", "on Monday". Without a year the one nearest to the release's own date is
// meant.
#include <algorithm>
#include <charconv>

#include "importers/extraction/analysis.hpp"
#include "importers/extraction/calendar.hpp"

namespace pressgraph {
namespace {

using Day = std::chrono::sys_days;

struct DayMonth {
  unsigned first_day = 0;  // 0 for a whole month
  unsigned last_day = 0;
  unsigned month = 0;
  int year = 0;  // 0 where the text gives none
  std::uint32_t last = 0;
};

class DateFinder {
 public:
  explicit DateFinder(Analysis& analysis)
      : a_(analysis), anchor_(day_of(analysis.release.published)) {}

  void run() {
    for (const auto sentence : a_.document.sentences) {
      end_ = sentence.last;
      for (auto i = next_beginning(sentence.first); i < end_; i = next_beginning(i)) {
        const auto next = read(i);
        if (next > i) {
          take(i, next);
        }
        i = std::max(i + 1, next);
      }
    }
  }

 private:
  // From token `i` on, where one stands that may begin a date, which few do; else the sentence's
  // end.
  [[nodiscard]] std::uint32_t next_beginning(std::uint32_t i) const {
    const auto& w = a_.knowledge.words;
    for (; i < end_; ++i) {
      const auto word = a_.token(i).word;
      if (a_.token(i).is(token_digit) || a_.has(i, word_month | word_weekday) || word == w.today ||
          word == w.yesterday || word == w.tomorrow) {
        break;
      }
    }
    return i;
  }

  void take(std::uint32_t first, std::uint32_t last) {
    std::fill(a_.taken.begin() + first, a_.taken.begin() + last, std::uint8_t{1});
  }

  std::uint32_t read(std::uint32_t i) {
    if (a_.taken[i] != 0) {
      return i;
    }
    if (a_.token(i).is(token_digit)) {
      return day_first(i);
    }
    if (a_.token(i).word == 0) {
      return i;
    }
    if (a_.has(i, word_month) && a_.capital(i)) {
      return month_first(i);
    }
    return relative(i);
  }

  [[nodiscard]] unsigned month(std::uint32_t i) const {
    return i < end_ ? a_.knowledge.months[a_.token(i).word] : 0U;
  }

  // A day of the month: "4", "4th"; 0 where the token is none.
  [[nodiscard]] unsigned day(std::uint32_t i) const {
    if (i >= end_ || !a_.token(i).is(token_digit)) {
      return 0;
    }
    const auto text = a_.document.text(i);
    unsigned value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view rest(result.ptr,
                                static_cast<std::size_t>(text.data() + text.size() - result.ptr));
    const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return result.ec == std::errc() && value >= 1 && value <= 31 && (rest.empty() || ordinal)
               ? value
               : 0;
  }

  [[nodiscard]] int year(std::uint32_t i) const {
    if (i >= end_ || !a_.token(i).is(token_digit)) {
      return 0;
    }
    const auto text = a_.document.text(i);
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ptr == text.data() + text.size() && value >= 1900 && value < 2100 ? value : 0;
  }

  [[nodiscard]] bool joins(std::uint32_t i) const {
    const auto& w = a_.knowledge.words;
    return i < end_ && (a_.punctuation(i, '-') || a_.punctuation(i, '/') || a_.is_word(i, w.and_) ||
                        a_.is_word(i, w.to));
  }

  // "4-5" is one token: digits, a hyphen, digits.
  [[nodiscard]] bool day_range(std::uint32_t i, DayMonth& out) const {
    if (i >= end_ || !a_.token(i).is(token_digit)) {
      return false;
    }
    const auto text = a_.document.text(i);
    const auto dash = text.find('-');
    if (dash > 2) {  // none, or no day before it
      return false;
    }
    const auto whole = [](std::string_view digits) {
      unsigned value = 0;
      const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return result.ptr == digits.data() + digits.size() && value <= 31 ? value : 0U;
    };
    out.first_day = whole(text.substr(0, dash));
    out.last_day = whole(text.substr(dash + 1));
    return out.first_day != 0 && out.last_day > out.first_day;
  }

  // Days before or after a month: "4", "4-5", "4 and 5", "4 to 6". Returns one past them, or `i`.
  [[nodiscard]] std::uint32_t days(std::uint32_t i, DayMonth& out) const {
    if (day_range(i, out)) {
      return i + 1;
    }
    out.first_day = day(i);
    out.last_day = out.first_day;
    if (out.first_day == 0) {
      return i;
    }
    const auto second = joins(i + 1) ? day(i + 2) : 0U;
    if (second > out.first_day && (month(i + 3) != 0 || month(i > 0 ? i - 1 : i) != 0)) {
      out.last_day = second;
      return i + 3;
    }
    return i + 1;
  }

  [[nodiscard]] std::uint32_t with_year(std::uint32_t at, int& value) const {
    const auto after_comma = a_.punctuation(at, ',') ? at + 1 : at;
    value = year(after_comma);
    return value != 0 ? after_comma + 1 : at;
  }

  std::uint32_t day_first(std::uint32_t i) {
    DayMonth date;
    auto at = days(i, date);
    if (at == i) {
      return iso(i);
    }
    if (at < end_ && a_.is_word(at, a_.knowledge.words.of)) {
      ++at;
    }
    date.month = month(at);
    if (date.month == 0) {
      return cross_month(i);
    }
    date.last = with_year(at + 1, date.year);
    return add(i, date);
  }

  // "30 September to 2 October 2017" is found as two dates that a joiner joins; see add().
  std::uint32_t cross_month(std::uint32_t i) { return iso(i); }

  std::uint32_t iso(std::uint32_t i) {
    const auto text = a_.document.text(i);
    const auto found = text.size() >= 10 && text[4] == '-' ? day_of(text) : std::nullopt;
    if (!found) {
      return i;
    }
    a_.dates.push_back({{i, i + 1}, iso_date(*found), iso_date(*found)});
    return i + 1;
  }

  std::uint32_t month_first(std::uint32_t i) {
    DayMonth date;
    date.month = month(i);
    const auto after_days = days(i + 1, date);
    if (after_days > i + 1 && year(i + 1) == 0) {
      date.last = with_year(after_days, date.year);
      return add(i, date);
    }
    date.first_day = 0;
    date.last = i + 1;
    date.year = year(i + 1);
    if (date.year != 0) {
      date.last = i + 2;
      return add(i, date);
    }
    const bool in = i > 0 && (a_.is_word(i - 1, a_.knowledge.words.in) ||
                              a_.is_word(i - 1, a_.knowledge.words.this_));
    return in && anchor_ ? add(i, date) : i;
  }

  std::uint32_t add(std::uint32_t i, DayMonth date) {
    if (date.year == 0) {
      if (!anchor_) {
        return date.last;
      }
      const auto near =
          nearest_year(date.month, date.first_day == 0 ? 15 : date.first_day, *anchor_);
      date.year = static_cast<int>(std::chrono::year_month_day(near).year());
    }
    const auto text = [&](unsigned day) {
      const auto first = iso_date(std::chrono::sys_days(
          std::chrono::year_month_day(std::chrono::year(date.year), std::chrono::month(date.month),
                                      std::chrono::day(day == 0 ? 1 : day))));
      return day == 0 ? first.substr(0, 7) : first;
    };
    DateMention mention{{i, date.last}, text(date.first_day), text(date.last_day)};
    explain_last(mention);
    if (!join_with_last(mention)) {
      a_.dates.push_back(mention);
    }
    return date.last;
  }

  // "on Tuesday (20 June 2017)", "today (25 May)": the bracket says which day the words mean,
  // whatever the release's own date.
  void explain_last(const DateMention& mention) {
    const auto first = mention.range.first;
    if (first == 0 || !a_.punctuation(first - 1, '(')) {
      return;
    }
    for (auto last = a_.dates.rbegin();
         last != a_.dates.rend() && last->relative && last->range.last + 5 > first &&
         a_.sentence(first).first <= last->range.first;
         ++last) {
      last->start = mention.start;
      last->end = mention.end;
    }
  }

  // "from 30 September to 2 October": the date before, a joiner, this date.
  bool join_with_last(const DateMention& mention) {
    if (a_.dates.empty() || mention.range.first == 0 || !joins(mention.range.first - 1)) {
      return false;
    }
    auto& last = a_.dates.back();
    if (last.range.last + 1 != mention.range.first || last.end > mention.start) {
      return false;
    }
    last.end = mention.end;
    last.range.last = mention.range.last;
    return true;
  }

  std::uint32_t relative(std::uint32_t i) {
    if (!anchor_) {
      return i;
    }
    const auto& w = a_.knowledge.words;
    const auto word = a_.token(i).word;
    if (word == w.today || word == w.yesterday || word == w.tomorrow) {
      const int offset = word == w.today ? 0 : word == w.yesterday ? -1 : 1;
      return add_day(i, *anchor_ + std::chrono::days(offset));
    }
    if (a_.has(i, word_weekday) && a_.capital(i)) {
      return weekday(i);
    }
    return i;
  }

  std::uint32_t add_day(std::uint32_t i, Day day) {
    a_.dates.push_back({{i, i + 1}, iso_date(day), iso_date(day), true});
    return i + 1;
  }

  // "on Monday" is the last one before the release, or its own day.
  std::uint32_t weekday(std::uint32_t i) {
    if (month(i + 1) != 0 ||
        (a_.punctuation(i + 1, ',') && (month(i + 2) != 0 || day(i + 2) != 0)) || day(i + 1) != 0) {
      return i;  // a date follows that says the same
    }
    static constexpr std::string_view names = "sunmontuewedthufrisat";
    const auto word = a_.knowledge.vocabulary.word(a_.token(i).word);
    const auto index = static_cast<unsigned>(names.find(word.substr(0, 3)) / 3);
    const auto today = std::chrono::weekday(*anchor_).c_encoding();
    return add_day(i, *anchor_ - std::chrono::days((today + 7 - index) % 7));
  }

  Analysis& a_;
  std::optional<Day> anchor_;
  std::uint32_t end_ = 0;
};

}  // namespace

void find_dates(Analysis& analysis) {
  DateFinder(analysis).run();
}

}  // namespace pressgraph
