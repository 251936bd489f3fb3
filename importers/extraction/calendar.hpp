// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace pressgraph {

/// The day at the start of an ISO date or date-time, or none.
std::optional<std::chrono::sys_days> day_of(std::string_view iso);

/// "2017-10-04" (ISO 8601).
std::string iso_date(std::chrono::sys_days day);

/// Of the years in which `month` and `day` exist, the one that brings the date nearest to `anchor`.
std::chrono::sys_days nearest_year(unsigned month, unsigned day, std::chrono::sys_days anchor);

}  // namespace pressgraph
