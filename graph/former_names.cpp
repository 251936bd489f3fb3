// SPDX-License-Identifier: Apache-2.0
#include "graph/former_names.hpp"

#include <charconv>
#include <chrono>

namespace pressgraph {
namespace {

constexpr std::string_view before_day = " until ";

// "2018-12-31", "2018-12", "2018" and nothing else.
bool is_shaped_as_date(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != shape.size()) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '-' ? text[i] != '-' : !digit) {
      return false;
    }
  }
  return true;
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_date(std::string_view text) {
  if (!is_shaped_as_date(text)) {
    return false;
  }
  const std::chrono::year year{static_cast<int>(number(text.substr(0, 4)))};
  const std::chrono::month month{text.size() > 4 ? number(text.substr(5, 2)) : 1};
  const std::chrono::day day{text.size() > 7 ? number(text.substr(8)) : 1};
  return (year / month / day).ok();
}

}  // namespace

std::optional<FormerName> former_name(std::string_view value) {
  const auto end = value.rfind(before_day);
  if (end == std::string_view::npos || end == 0) {
    return std::nullopt;
  }
  const auto until = value.substr(end + before_day.size());
  return is_date(until) ? std::optional(FormerName{value.substr(0, end), until}) : std::nullopt;
}

std::string_view name_in_trait(std::string_view trait, std::string_view value) {
  if (trait != former_name_attribute) {
    return value;
  }
  const auto former = former_name(value);
  return former ? former->name : value;
}

}  // namespace pressgraph
