// SPDX-License-Identifier: Apache-2.0
#include "exporters/line_text.hpp"

#include <utility>

#include "exporters/json.hpp"

namespace pressgraph {

void LineText::json(std::string_view text) {
  room(text.size() + 2);  // most strings need no more
  put('"');
  json_inside(text);
  put('"');
}

void LineText::json_inside(std::string_view text) {
  while (true) {
    const auto plain = copy_plain_json(text, room(text.size()));
    size_ += plain;
    if (plain == text.size()) {
      return;
    }
    auto* const at = room(longest_json_escape);
    size_ += static_cast<std::size_t>(write_json_escape(at, text[plain]) - at);
    text.remove_prefix(plain + 1);
  }
}

void LineText::grow(std::size_t bytes) {
  const auto capacity = std::max(size_ + bytes, 2 * capacity_);
  auto longer = std::make_unique_for_overwrite<char[]>(capacity);  // NOLINT: as text_ is
  std::copy_n(text_.get(), size_, longer.get());
  text_ = std::move(longer);
  capacity_ = capacity;
}

}  // namespace pressgraph
