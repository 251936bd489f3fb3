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
  const auto digit = [&](long unit) { return static_cast<char>('0' + thousandths / unit % 10); };
  std::string text{'0', '.', digit(100), digit(10), digit(1)};
  while (text.size() > 3 && text.back() == '0') {
    text.pop_back();
  }
  return text;
}

std::string fixed_text(double value) {
  const auto hundredths = std::llround(value * 100);
  const auto whole = std::abs(hundredths);
  const auto rest = std::to_string(100 + whole % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(whole / 100) + "." + rest.substr(1);
}

}  // namespace pressgraph
