// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/stream_input.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace pressgraph {

StreamInput::StreamInput(const std::string& path, std::function<void()> interrupted)
    : std::istream(nullptr), buffer_(path, std::move(interrupted)) {
  rdbuf(&buffer_);
  if (!buffer_.is_open()) {
    setstate(std::ios::failbit);
  }
}

StreamInput::Buffer::Buffer(const std::string& path, std::function<void()> interrupted)
    : interrupted_(std::move(interrupted)),
      descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

StreamInput::Buffer::~Buffer() {
  if (descriptor_ > STDIN_FILENO) {
    ::close(descriptor_);
  }
}

StreamInput::Buffer::int_type StreamInput::Buffer::underflow() {
  auto count = ::read(descriptor_, bytes_.data(), bytes_.size());
  while (count < 0 && errno == EINTR) {
    if (interrupted_) {
      interrupted_();
    }
    count = ::read(descriptor_, bytes_.data(), bytes_.size());
  }
  if (count < 0) {
    failure_ = std::generic_category().message(errno);
    return traits_type::eof();
  }
  setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
  return count == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
}

}  // namespace pressgraph
