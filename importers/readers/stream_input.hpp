// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <istream>
#include <string>

namespace pressgraph {

/// Bytes that may be waited for: standard input, a pipe. The library's own streams wait on after a
/// signal, so that nobody could end the program.
class StreamInput final : public std::istream {
 public:
  /// Standard input for "-", else the file at `path`; in the state of failure where it cannot be
  /// opened. `interrupted` is called, where it is not empty, when a signal ended a wait, which goes
  /// on unless it throws: that ends the stream.
  StreamInput(const std::string& path, std::function<void()> interrupted);

  /// Why the system could not read on, which ends the stream too; empty where it could.
  [[nodiscard]] const std::string& failure() const { return buffer_.failure(); }

 private:
  class Buffer final : public std::streambuf {
   public:
    Buffer(const std::string& path, std::function<void()> interrupted);
    ~Buffer() override;
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    Buffer(Buffer&&) = delete;
    Buffer& operator=(Buffer&&) = delete;

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] const std::string& failure() const { return failure_; }

   protected:
    int_type underflow() override;

   private:
    std::function<void()> interrupted_;
    int descriptor_;
    std::string failure_;
    std::array<char, std::size_t{1} << 16U> bytes_{};
  };

  Buffer buffer_;
};

}  // namespace pressgraph
