// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string_view>

namespace pressgraph {

/// A line of JSON that grows by many short pieces: each is copied to where it stands, without the
/// calls that a string's own `append` takes. Only to be moved.
class LineText {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {text_.get(), size_}; }
  void clear() { size_ = 0; }

  /// Makes room for so many bytes more.
  void reserve(std::size_t bytes) { room(bytes); }

  void put(char c) {
    *room(1) = c;
    ++size_;
  }

  /// A literal, whose length the compiler knows: so that copying it takes no call.
  template <std::size_t Size>
  void put(const char (&literal)[Size]) {  // NOLINT(modernize-avoid-c-arrays): what a literal is
    std::memcpy(room(Size - 1), literal, Size - 1);
    size_ += Size - 1;
  }

  void put(std::string_view text) {
    std::copy_n(text.data(), text.size(), room(text.size()));
    size_ += text.size();
  }

  void number(std::uint64_t value) {
    constexpr std::size_t longest = std::numeric_limits<std::uint64_t>::digits10 + 1;
    auto* const begin = room(longest);
    size_ += static_cast<std::size_t>(std::to_chars(begin, begin + longest, value).ptr - begin);
  }

  /// `text` as a JSON string, with its quotes.
  void json(std::string_view text);

  /// The same without the quotes.
  void json_inside(std::string_view text);

 private:
  char* room(std::size_t bytes) {
    if (capacity_ - size_ < bytes) [[unlikely]] {
      grow(bytes);
    }
    return text_.get() + size_;
  }

  void grow(std::size_t bytes);

  std::unique_ptr<char[]> text_;  // NOLINT(modernize-avoid-c-arrays): room that nothing fills first
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace pressgraph
