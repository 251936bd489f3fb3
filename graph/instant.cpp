// SPDX-License-Identifier: Apache-2.0
#include "graph/instant.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

namespace pressgraph {
namespace {

// The number that `count` digits at `at` are; none where they are not all digits.
std::optional<unsigned> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  unsigned value = 0;
  const auto part = text.substr(std::min(at, text.size()), count);
  const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
  const bool all =
      part.size() == count && read.ec == std::errc() && read.ptr == part.data() + part.size();
  return all ? std::optional(value) : std::nullopt;
}

// The minutes that "+02:00" is ahead of UTC; 0 for "Z" and where nothing is told.
int minutes_ahead(std::string_view zone) {
  const auto hours = digits_at(zone, 1, 2);
  const auto minutes = digits_at(zone, 4, 2);
  if (!hours || !minutes || (zone[0] != '+' && zone[0] != '-')) {
    return 0;
  }
  const auto count = static_cast<int>(*hours * 60 + *minutes);
  return zone[0] == '-' ? -count : count;
}

}  // namespace

std::string instant_of(std::string_view iso) {
  constexpr std::size_t whole = 19;  // "2017-10-16T23:00:00"
  const auto year = digits_at(iso, 0, 4);
  const auto month = digits_at(iso, 5, 2);
  const auto day = digits_at(iso, 8, 2);
  const auto hour = digits_at(iso, 11, 2);
  const auto minute = digits_at(iso, 14, 2);
  const auto second = digits_at(iso, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second || iso[10] != 'T') {
    return std::string(iso);
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  const std::chrono::seconds time =
      std::chrono::hours(*hour) +
      std::chrono::minutes(static_cast<int>(*minute) - minutes_ahead(iso.substr(whole))) +
      std::chrono::seconds(*second);
  const auto instant = std::chrono::sys_days(date) + time;
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day utc(midnight);
  const auto seconds = (instant - midnight).count();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(utc.year()),
                     static_cast<unsigned>(utc.month()), static_cast<unsigned>(utc.day()),
                     seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace pressgraph
