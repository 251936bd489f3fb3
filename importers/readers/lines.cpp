// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/lines.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

constexpr std::size_t piece = 1U << 18U;
constexpr std::size_t most_kept = 1U << 22U;

}  // namespace

// Reads more behind what is there; moves what is left to the front first. False at the end.
bool Lines::fill() {
  if (begin_ > 0) {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + piece) {
    buffer_.resize(end_ + piece);  // room for as much again is made, not written
  }
  const auto count = in_.rdbuf()->sgetn(buffer_.data() + end_, static_cast<std::streamsize>(piece));
  end_ += static_cast<std::size_t>(count);
  return count > 0;
}

// Passes over what is left of a line that is too long.
bool Lines::skip_rest() {
  auto* rest = in_.rdbuf();
  const auto line_end = buffer_.find('\n', begin_);
  if (line_end != std::string::npos && line_end < end_) {
    begin_ = line_end + 1;
    return true;
  }
  begin_ = end_ = 0;
  for (auto c = rest->sbumpc(); c != std::char_traits<char>::eof(); c = rest->sbumpc()) {
    if (c == '\n') {
      return true;
    }
  }
  return true;
}

void Lines::drop() {
  line_ = {};
  if (buffer_.size() > most_kept) {
    buffer_ = buffer_.substr(begin_, end_ - begin_);
    end_ = buffer_.size();
    begin_ = 0;
  }
}

bool Lines::next() {
  ++number_;
  too_long_ = false;
  std::size_t searched = 0;
  while (true) {
    const std::string_view left = std::string_view(buffer_).substr(begin_, end_ - begin_);
    const auto line_end = left.find('\n', searched);
    const auto length = std::min(line_end, left.size());
    if (length > limit_) {
      too_long_ = true;
      line_ = {};
      return skip_rest();
    }
    if (line_end != std::string_view::npos) {
      line_ = left.substr(0, line_end);
      begin_ += line_end + 1;
      return true;
    }
    searched = left.size();
    if (!fill()) {
      line_ = std::string_view(buffer_).substr(begin_, end_ - begin_);
      begin_ = end_;
      return !line_.empty();
    }
  }
}

}  // namespace pressgraph
