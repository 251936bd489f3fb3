// SPDX-License-Identifier: Apache-2.0
#include "graph/code_points.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

std::uint32_t CodePoints::at(std::uint32_t byte) {
  if (byte < byte_) {
    const auto between = text_.substr(byte, byte_ - byte);
    point_ -= static_cast<std::uint32_t>(std::ranges::count_if(between, starts_character));
  } else {
    const auto between = text_.substr(byte_, byte - byte_);
    point_ += static_cast<std::uint32_t>(std::ranges::count_if(between, starts_character));
  }
  byte_ = byte;
  return point_;
}

std::uint32_t byte_of_code_point(std::string_view text, std::uint32_t point) {
  std::uint32_t byte = 0;
  for (const char c : text) {
    if (starts_character(c)) {
      if (point == 0) {
        return byte;
      }
      --point;
    }
    ++byte;
  }
  return byte;
}

}  // namespace pressgraph
