// SPDX-License-Identifier: Apache-2.0
#include "graph/calendar_days.hpp"

#include <charconv>
#include <chrono>

namespace pressgraph {
namespace {

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                  : std::nullopt;
}

long count(std::chrono::sys_days day) {
  return day.time_since_epoch().count();
}

std::optional<Days> one(std::string_view date) {
  using std::chrono::day;
  using std::chrono::last;
  using std::chrono::month;
  using std::chrono::sys_days;
  using std::chrono::year;
  const auto y = date.size() >= 4 ? number(date.substr(0, 4)) : std::nullopt;
  if (!y) {
    return std::nullopt;
  }
  const year which{static_cast<int>(*y)};
  const auto m = date.size() >= 7 ? number(date.substr(5, 2)) : std::nullopt;
  if (!m) {
    return Days{count(sys_days(which / 1 / 1)), count(sys_days(which / 12 / 31))};
  }
  const auto d = date.size() >= 10 ? number(date.substr(8, 2)) : std::nullopt;
  if (!d) {
    return Days{count(sys_days(which / month{*m} / 1)), count(sys_days(which / month{*m} / last))};
  }
  const auto exact = count(sys_days(which / month{*m} / day{*d}));
  return Days{exact, exact};
}

}  // namespace

std::int64_t day_number(std::string_view date) {
  constexpr std::string_view shape = "0000-00-00";
  std::int64_t number = 0;
  std::size_t i = 0;
  const auto at = [&date](std::size_t place) {
    return place < date.size() ? static_cast<unsigned char>(date[place]) : 0U;
  };
  for (; i < shape.size(); ++i) {
    const bool digit = shape[i] == '0';
    if (digit ? at(i) < '0' || at(i) > '9' : at(i) != '-') {
      break;
    }
    number = digit ? number * 10 + (at(i) - '0') : number;
  }
  // What is no date comes before or after all that begin as it does.
  const int rest = i < shape.size() && at(i) > static_cast<unsigned char>(shape[i]) ? 9 : 0;
  for (; i < shape.size(); ++i) {
    number = shape[i] == '0' ? number * 10 + rest : number;
  }
  return number;
}

std::optional<Days> days_of(std::string_view start, std::string_view end) {
  auto days = one(start);
  const auto until = one(end);
  if (days && until && until->last > days->last) {
    days->last = until->last;
  }
  return days;
}

}  // namespace pressgraph
