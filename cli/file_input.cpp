// SPDX-License-Identifier: Apache-2.0
#include "cli/file_input.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <streambuf>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "cli/interrupt.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr int gzip_window = 15 + 16;  ///< the largest window, and gzip's own frame
constexpr std::size_t piece = std::size_t{1} << 16U;

/// Bytes of a file descriptor.
class File {
 public:
  explicit File(const std::string& path) : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) {
      throw Error("cannot be opened: " + std::generic_category().message(errno));
    }
  }
  ~File() { close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  File(File&&) = delete;
  File& operator=(File&&) = delete;

  /// As many as there are, at most `most`; 0 at the end.
  std::size_t read(char* into, std::size_t most) const {
    stop_if_interrupted();
    const auto count = ::read(descriptor_, into, most);
    if (count < 0) {
      const int reason = errno;
      stop_if_interrupted();
      throw Error("cannot be read: " + std::generic_category().message(reason));
    }
    return static_cast<std::size_t>(count);
  }

 private:
  int descriptor_;
};

Bytef* bytes(char* text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): zlib takes unsigned bytes
  return reinterpret_cast<Bytef*>(text);
}

/// The file as it is, or what is packed in it: one gzip member after the other (RFC 1952).
class FileBuffer final : public std::streambuf {
 public:
  explicit FileBuffer(const std::string& path) : file_(path) {
    fill();
    is_packed_ = unread_ >= 2 && read_[0] == '\x1f' && read_[1] == '\x8b';
    if (is_packed_ && inflateInit2(&stream_, gzip_window) != Z_OK) {
      throw Error("cannot begin to unpack: out of memory");
    }
  }
  ~FileBuffer() override { inflateEnd(&stream_); }
  FileBuffer(const FileBuffer&) = delete;
  FileBuffer& operator=(const FileBuffer&) = delete;
  FileBuffer(FileBuffer&&) = delete;
  FileBuffer& operator=(FileBuffer&&) = delete;

 protected:
  int_type underflow() override {
    const auto count = is_packed_ ? unpack() : take();
    setg(out_.data(), out_.data(), out_.data() + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(out_[0]);
  }

 private:
  void fill() {
    start_ = 0;
    unread_ = file_.read(read_.data(), read_.size());
  }

  std::size_t take() {
    if (unread_ == 0) {
      fill();
    }
    const auto count = unread_;
    std::memcpy(out_.data(), read_.data() + start_, count);
    unread_ = 0;
    return count;
  }

  std::size_t unpack() {
    stream_.next_out = bytes(out_.data());
    stream_.avail_out = static_cast<uInt>(out_.size());
    while (stream_.avail_out == out_.size()) {
      if (unread_ == 0) {
        fill();
      }
      if (unread_ == 0) {
        if (in_member_) {
          throw Error("the compressed data end early; was the file cut?");
        }
        return 0;
      }
      inflate_some();
    }
    return out_.size() - stream_.avail_out;
  }

  void inflate_some() {
    in_member_ = true;
    stream_.next_in = bytes(read_.data() + start_);
    stream_.avail_in = static_cast<uInt>(unread_);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    start_ += unread_ - stream_.avail_in;
    unread_ = stream_.avail_in;
    if (status == Z_STREAM_END) {
      in_member_ = false;
      inflateReset(&stream_);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      throw Error("the compressed data are damaged");
    }
  }

  File file_;
  z_stream stream_{};
  bool is_packed_ = false;
  bool in_member_ = false;  ///< of gzip, whose end did not come yet
  std::size_t start_ = 0;   ///< of what is read and not yet handed on
  std::size_t unread_ = 0;
  std::array<char, piece> read_{};
  std::array<char, piece> out_{};
};

/// A stream that owns its buffer, and throws what the buffer throws.
class FileStream final : public std::istream {
 public:
  explicit FileStream(const std::string& path) : std::istream(nullptr), buffer_(path) {
    rdbuf(&buffer_);
    exceptions(std::ios::badbit);
  }

 private:
  FileBuffer buffer_;
};

}  // namespace

std::unique_ptr<std::istream> open_file(const std::string& path) {
  return std::make_unique<FileStream>(path);
}

}  // namespace pressgraph
