// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/table.hpp"

/// An image: values as bytes, from which they are had again in the time that copying takes; what is
/// a Table is not even copied. The build makes one of all lexicons and embeds it in the program. It
/// is read by the program that it was made for alone, so that it has neither version nor checks,
/// and numbers as the processor has them.
///
/// Numbers, texts and vectors are written as they are; a class that has more names its members in
///
///     template <typename Self, typename Image>
///     static void members(Self& self, Image& image) { image(self.first, self.second); }
namespace pressgraph {

constexpr std::size_t image_alignment = 16;

/// Writes an image.
class ImageWriter {
 public:
  template <typename... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }

  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  template <Plain Value>
  void put(const Value& value) {
    put_all(&value, 1);
  }

  void put(const std::string& text) {
    put(text.size());
    put_all(text.data(), text.size());
  }

  template <typename Value, typename Memory>
  void put(const std::vector<Value, Memory>& values) {
    put(values.size());
    if constexpr (Plain<Value>) {
      put_all(values.data(), values.size());
    } else {
      for (const auto& value : values) {
        put(value);
      }
    }
  }

  template <typename Value>
  requires(!Plain<Value>) void put(const Value& value) { Value::members(value, *this); }

  template <typename Value>
  void put(const Table<Value>& values) {
    put(values.size());
    put_all(values.data(), values.size());
  }

  template <Plain Value>
  void put_all(const Value* values, std::size_t count) {
    bytes_.resize((bytes_.size() + alignof(Value) - 1) / alignof(Value) * alignof(Value));
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): its bytes
    bytes_.append(reinterpret_cast<const char*>(values), count * sizeof(Value));
  }

  std::string bytes_;
};

/// Reads the image that ImageWriter wrote.
/// REQUIRES: `bytes` begin at a multiple of `image_alignment`, and stay as long as a Table that is
/// read from them.
class ImageReader {
 public:
  explicit ImageReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }

 private:
  template <Plain Value>
  void get(Value& value) {
    std::memcpy(&value, next<Value>(1), sizeof(Value));
  }

  void get(std::string& text) {
    const auto size = count();
    text.assign(next<char>(size), size);
  }

  template <typename Value, typename Memory>
  void get(std::vector<Value, Memory>& values) {
    const auto size = count();
    if constexpr (Plain<Value>) {
      // Not resized first: that would write large tables twice.
      const auto* const first = next<Value>(size);
      values.assign(first, first + size);
    } else {
      values.resize(size);
      for (auto& value : values) {
        get(value);
      }
    }
  }

  template <typename Value>
  void get(Table<Value>& values) {
    const auto size = count();
    values.view({next<Value>(size), size});
  }

  template <typename Value>
  requires(!Plain<Value>) void get(Value& value) { Value::members(value, *this); }

  std::size_t count() {
    std::size_t count = 0;
    get(count);
    return count;
  }

  template <Plain Value>
  const Value* next(std::size_t count) {
    at_ = (at_ + alignof(Value) - 1) / alignof(Value) * alignof(Value);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): written as such, and aligned
    const auto* const values = reinterpret_cast<const Value*>(bytes_.data() + at_);
    at_ += count * sizeof(Value);
    return values;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace pressgraph
