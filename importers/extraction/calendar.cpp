// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/calendar.hpp"

#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

namespace pressgraph {
namespace {

std::optional<unsigned> number_in(std::string_view text, std::size_t at, std::size_t length) {
  if (at + length > text.size()) {
    return std::nullopt;
  }
  unsigned value = 0;
  const auto* end = text.data() + at + length;
  const auto result = std::from_chars(text.data() + at, end, value);
  return result.ptr == end && result.ec == std::errc() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<std::chrono::sys_days> day_of(std::string_view iso) {
  const auto year = number_in(iso, 0, 4);
  const auto month = number_in(iso, 5, 2);
  const auto day = number_in(iso, 8, 2);
  if (!year || !month || !day) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

std::string iso_date(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::chrono::sys_days nearest_year(unsigned month, unsigned day, std::chrono::sys_days anchor) {
  const auto year = std::chrono::year_month_day(anchor).year();
  std::optional<std::chrono::sys_days> best;
  for (int offset = -1; offset <= 1; ++offset) {
    const std::chrono::year_month_day date{year + std::chrono::years(offset),
                                           std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok()) {
      continue;
    }
    const std::chrono::sys_days candidate(date);
    if (!best || std::abs((candidate - anchor).count()) < std::abs((*best - anchor).count())) {
      best = candidate;
    }
  }
  return best.value_or(anchor);
}

}  // namespace pressgraph
