// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <ostream>
#include <streambuf>
#include <string>

namespace pressgraph {

/// Bytes to a file descriptor. A write that fails throws Error with the name and the system's
/// reason; a signal throws Interrupted.
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer(int descriptor, std::string name);

 protected:
  int_type overflow(int_type character) override;
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;
  int sync() override;

 private:
  void write_out();
  void write_out(const char* next, const char* end);

  int descriptor_;
  std::string name_;
  std::array<char, std::size_t{1} << 16U> bytes_{};
};

/// Where a command writes. A named file gets its name only by `commit`: until then the bytes go to
/// a temporary file beside it, which the destructor removes. "-" is standard output; it, a device
/// and a pipe are written as they are.
class Output {
 public:
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  Output(Output&&) = delete;
  Output& operator=(Output&&) = delete;

  std::ostream& stream() { return stream_; }

  /// Makes what was written last: flushed, and under its name. Throws Error where that fails.
  void commit();

 private:
  std::string path_;
  std::filesystem::path temporary_;  ///< empty where written directly, and after `commit`
  int descriptor_;
  DescriptorBuffer buffer_;
  std::ostream stream_;
};

/// A name beside `path` that nothing has, for a file that is renamed to `path` when it is whole.
std::filesystem::path temporary_beside(const std::filesystem::path& path);

}  // namespace pressgraph
