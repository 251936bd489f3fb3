// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container/deque.hpp>

#include "graph/model.hpp"

namespace pressgraph {

/// Numbers and words in few bytes, one after the other: a number takes a byte for each seven bits,
/// the lowest first, all but the last with the high bit set; a word that came before takes its
/// number. What was written must be read in the same order.
class PackedBytes {
 public:
  class Reader;

  void number(std::uint64_t value);

  /// A place, told from another before or after it.
  void distance(std::uint64_t from, std::uint64_t to);

  void span(std::uint64_t from, Span span);

  /// Text that seldom comes twice.
  void text(std::string_view text);

  /// Text of a few that come again and again.
  void word(std::string_view word);

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }

 private:
  boost::container::deque<unsigned char>
      bytes_;  // grows without being copied; empty, takes nothing
  std::vector<std::string> words_;
  std::map<std::string, std::uint64_t, std::less<>> known_;  // in words_
};

/// Reads what was written from byte `at` on. The bytes must outlive it, and grow no more meanwhile.
class PackedBytes::Reader {
 public:
  explicit Reader(const PackedBytes& bytes, std::size_t at = 0)
      : words_(bytes.words_), at_(bytes.bytes_.begin() + static_cast<std::ptrdiff_t>(at)) {}

  std::uint64_t number();
  std::uint32_t place(std::uint64_t from);
  Span span(std::uint64_t from);
  std::string text();
  std::string word();

 private:
  const std::vector<std::string>& words_;
  boost::container::deque<unsigned char>::const_iterator at_;
};

}  // namespace pressgraph
