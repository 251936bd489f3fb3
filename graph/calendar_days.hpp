// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pressgraph {

/// Days since 1970-01-01, the last one included.
struct Days {
  long first = 0;
  long last = 0;
};

/// The days from ISO date `start` to `end`, each as precise as told: "2022-06" alone is a month.
/// None where `start` is no date; an `end` that is none or before it is left out.
std::optional<Days> days_of(std::string_view start, std::string_view end);

/// `date` as a number, 20220609 for "2022-06-09T10:00", 20220600 for "2022-06", 0 for none.
/// Whatever the texts are, a lesser one (by its bytes) never has the greater number.
std::int64_t day_number(std::string_view date);

}  // namespace pressgraph
