// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace pressgraph {

/// Without padding, so that equal values have equal bytes.
template <typename Value>
concept Plain = std::is_trivially_copyable_v<Value> &&
    (std::has_unique_object_representations_v<Value> || std::is_enum_v<Value>);

/// A vector whose values may lie in an image (image.hpp): of the tables of all lexicons, which are
/// megabytes, a release needs few pages, so that reading them in place starts the program sooner
/// than a copy would.
template <Plain Value>
class Table {
 public:
  using value_type = Value;  // NOLINT(readability-identifier-naming): what a range must have

  Table() = default;
  Table(std::initializer_list<Value> values) : own_(values), values_(own_) {}
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  Table(Table&& other) noexcept
      : own_(std::move(other.own_)), values_(std::exchange(other.values_, {})) {}
  Table& operator=(Table&& other) noexcept {
    own_ = std::move(other.own_);
    values_ = std::exchange(other.values_, {});
    return *this;
  }
  ~Table() = default;

  /// Lies at `values` from now on, which must stay.
  void view(std::span<const Value> values) {
    own_.clear();
    values_ = values;
  }

  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] const Value* data() const { return values_.data(); }
  [[nodiscard]] auto begin() const { return values_.begin(); }
  [[nodiscard]] auto end() const { return values_.end(); }
  const Value& operator[](std::size_t at) const { return values_[at]; }

  // What changes a table is for those who make one: REQUIRES that it does not lie in an image.
  void push_back(const Value& value) {
    own_.push_back(value);
    values_ = own_;
  }
  void append(std::span<const Value> values) {
    own_.insert(own_.end(), values.begin(), values.end());
    values_ = own_;
  }
  void resize(std::size_t size) {
    own_.resize(size);
    values_ = own_;
  }
  [[nodiscard]] Value& at_own(std::size_t at) { return own_[at]; }

 private:
  std::vector<Value> own_;
  std::span<const Value> values_;
};

/// Texts, one after another in one piece of memory, each with a number from 0.
class TextTable {
 public:
  /// The number of `text`, which is copied.
  std::uint32_t add(std::string_view text) {
    bytes_.append({text.data(), text.size()});
    begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    return size() - 1;
  }

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(begins_.size() - 1);
  }

  /// Valid until a text is added.
  std::string_view operator[](std::uint32_t number) const {
    return {bytes_.data() + begins_[number], begins_[number + 1] - begins_[number]};
  }

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.bytes_, self.begins_);
  }

 private:
  Table<char> bytes_;
  Table<std::uint32_t> begins_{0};
};

}  // namespace pressgraph
