// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace pressgraph {

/// The lines of a stream, one at a time, in bounded memory.
class Lines {
 public:
  /// A line longer than `limit` bytes is passed over: `too_long`, and empty.
  Lines(std::istream& in, std::uint64_t limit) : in_(in), limit_(limit) {}

  /// False at the end of the stream.
  bool next();

  /// Without its "\n"; valid until the next call of `next` or `drop`.
  [[nodiscard]] std::string_view line() const { return line_; }
  /// Gives back the memory of a long line, which is not needed while what was made of it is used.
  void drop();

  [[nodiscard]] bool too_long() const { return too_long_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< 1-based

 private:
  bool fill();
  bool skip_rest();

  std::istream& in_;
  std::uint64_t limit_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not yet handed on
  std::size_t end_ = 0;    // of what was read
  std::string_view line_;
  std::uint64_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace pressgraph
