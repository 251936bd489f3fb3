// SPDX-License-Identifier: Apache-2.0
#include "exporters/decimal.hpp"

#include <algorithm>
#include <cmath>

namespace pressgraph {

std::string confidence_text(double confidence) {
  const double bounded = std::isnan(confidence) ? 0.0 : std::clamp(confidence, 0.0, 1.0);
  const auto thousandths = std::lround(bounded * 1000);
  if (thousandths == 1000) {
    return "1.0";
  }
  auto digits = std::to_string(1000 + thousandths);
  digits[0] = '.';
  while (digits.size() > 2 && digits.back() == '0') {
    digits.pop_back();
  }
  return "0" + digits;
}

std::string fixed_text(double value) {
  const auto hundredths = std::llround(value * 100);
  const auto whole = std::abs(hundredths);
  const auto rest = std::to_string(100 + whole % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(whole / 100) + "." + rest.substr(1);
}

}  // namespace pressgraph
