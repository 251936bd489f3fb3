// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <ostream>
#include <streambuf>

namespace pressgraph {

/// Bytes into a gzip member on another stream, the same bytes on every run: no time, no name. A
/// failure of the stream below comes through as it is.
class GzipBuffer final : public std::streambuf {
 public:
  /// Keeps `out`, which must outlive it.
  explicit GzipBuffer(std::ostream& out);
  GzipBuffer(const GzipBuffer&) = delete;
  GzipBuffer& operator=(const GzipBuffer&) = delete;
  GzipBuffer(GzipBuffer&&) = delete;
  GzipBuffer& operator=(GzipBuffer&&) = delete;
  ~GzipBuffer() override;

  /// Ends the member. Nothing may follow.
  void finish();

 protected:
  int_type overflow(int_type character) override;

 private:
  void compress(bool is_last);

  struct State;
  std::unique_ptr<State> state_;
  std::ostream& out_;
  std::array<char, std::size_t{1} << 16U> plain_{};
  std::array<char, std::size_t{1} << 16U> packed_{};
};

}  // namespace pressgraph
