// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "cli/interrupt.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

[[noreturn]] void fail(const std::string& name, const char* what) {
  throw Error(fmt::format("{}: {}: {}", name, what, std::generic_category().message(errno)));
}

/// True for standard output, and for a device or pipe: what a file must not take the place of.
bool is_written_directly(const std::string& path) {
  return path == "-" || (std::filesystem::exists(path) && !std::filesystem::is_regular_file(path) &&
                         !std::filesystem::is_directory(path));
}

int open_output(const std::string& path, const std::filesystem::path& temporary) {
  if (path == "-") {
    return STDOUT_FILENO;
  }
  const int descriptor =
      temporary.empty() ? ::open(path.c_str(), O_WRONLY | O_CLOEXEC)
                        : ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    fail(path, "cannot be written");
  }
  return descriptor;
}

}  // namespace

std::filesystem::path temporary_beside(const std::filesystem::path& path) {
  auto beside = path;
  beside += fmt::format(".part-{}", ::getpid());
  return beside;
}

DescriptorBuffer::DescriptorBuffer(int descriptor, std::string name)
    : descriptor_(descriptor), name_(std::move(name)) {
  setp(bytes_.data(), bytes_.data() + bytes_.size());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type character) {
  write_out();
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
  }
  return traits_type::not_eof(character);
}

int DescriptorBuffer::sync() {
  write_out();
  return 0;
}

// What does not fit is written from where it is.
std::streamsize DescriptorBuffer::xsputn(const char* bytes, std::streamsize count) {
  if (count <= epptr() - pptr()) {
    std::copy_n(bytes, count, pptr());
    pbump(static_cast<int>(count));
    return count;
  }
  write_out();
  write_out(bytes, bytes + count);
  return count;
}

void DescriptorBuffer::write_out() {
  const char* const begin = pbase();
  const char* const end = pptr();
  // Emptied first: after a failure the same bytes must not be tried again.
  setp(bytes_.data(), bytes_.data() + bytes_.size());
  write_out(begin, end);
}

void DescriptorBuffer::write_out(const char* next, const char* end) {
  while (next != end) {
    stop_if_interrupted();
    const ssize_t written = ::write(descriptor_, next, static_cast<std::size_t>(end - next));
    if (written >= 0) {
      next += written;
    } else if (errno != EINTR) {
      fail(name_, "cannot be written");
    }
  }
}

Output::Output(const std::string& path)
    : path_(path == "-" ? "standard output" : path),
      temporary_(is_written_directly(path) ? std::filesystem::path() : temporary_beside(path)),
      descriptor_(open_output(path, temporary_)),
      buffer_(descriptor_, path_),
      stream_(&buffer_) {
  // A stream swallows what its buffer throws unless it is told not to.
  stream_.exceptions(std::ios::badbit);
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) {
    ::close(descriptor_);
  }
  if (!temporary_.empty()) {
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
  }
}

void Output::commit() {
  stream_.flush();
  if (temporary_.empty()) {
    return;
  }
  if (::fsync(descriptor_) != 0) {
    fail(path_, "cannot be written");
  }
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
    fail(path_, "cannot take the place of an older file");
  }
  ::close(descriptor_);
  descriptor_ = -1;
  temporary_.clear();
}

}  // namespace pressgraph
