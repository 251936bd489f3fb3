// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/terminal.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

constexpr auto between_bars = std::chrono::milliseconds(100);
constexpr auto between_lines = std::chrono::seconds(5);
constexpr std::size_t bar_width = 24;

void add_folder(const fs::path& folder, std::map<std::string, std::uint64_t>& sizes) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  while (!error && entry != fs::recursive_directory_iterator()) {
    std::error_code unreadable;
    if (entry->is_regular_file(unreadable)) {
      const auto size = entry->file_size(unreadable);
      sizes[entry->path().string()] = unreadable ? 0 : size;
    }
    entry.increment(error);
  }
}

/// The sizes of the files behind `inputs`; none where one of them has no known size.
std::optional<std::map<std::string, std::uint64_t>> sizes_of(
    const std::vector<std::string>& inputs) {
  std::map<std::string, std::uint64_t> sizes;
  for (const auto& input : inputs) {
    std::error_code error;
    if (fs::is_directory(input, error)) {
      add_folder(input, sizes);
    } else if (fs::is_regular_file(input, error)) {
      sizes[input] = fs::file_size(input, error);
    } else {
      return std::nullopt;
    }
  }
  return sizes;
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(const std::vector<std::string>& inputs, bool quiet)
    : quiet_(quiet), terminal_(is_terminal(STDERR_FILENO)) {
  if (quiet_) {
    return;
  }
  if (auto sizes = sizes_of(inputs)) {
    sizes_ = std::move(*sizes);
    for (const auto& [path, size] : sizes_) {
      total_ += size;
    }
  }
}

void Progress::add(const std::string& path, std::uint64_t bytes) {
  ++records_;
  text_ += bytes;
  if (quiet_) {
    return;
  }
  if (path != path_) {
    const auto size = sizes_.find(path_);
    finished_ += size == sizes_.end() ? in_path_ : size->second;
    path_ = path;
    in_path_ = 0;
  }
  in_path_ += bytes;
  const auto now = Clock::now();
  if (now - last_ >= (terminal_ ? Clock::duration(between_bars) : Clock::duration(between_lines))) {
    last_ = now;
    show();
  }
}

void Progress::warn(std::string_view message) {
  clear();
  print_warning(message);
}

void Progress::finish(std::uint64_t unread) {
  clear();
  if (!quiet_ && unread != 0) {
    fmt::print(stderr, "{} not in English: stored as they are, nothing extracted\n", unread);
  }
  if (!quiet_) {
    print_repairs(repaired_characters());
    const auto time = std::max(seconds(), 1e-6);
    fmt::print(stderr, "{} record{}, {:.1f} MB of text in {:.1f} s ({:.1f} MB/s)\n", records_,
               records_ == 1 ? "" : "s", static_cast<double>(text_) / 1e6, time,
               static_cast<double>(text_) / 1e6 / time);
  }
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - start_).count();
}

std::uint64_t Progress::position() const {
  const auto size = sizes_.find(path_);
  return finished_ + (size == sizes_.end() ? in_path_ : std::min(in_path_, size->second));
}

std::string Progress::state() const {
  const auto time = seconds();
  const auto rate = static_cast<double>(text_) / 1e6 / std::max(time, 1e-6);
  auto line = fmt::format("{} records, {:.1f} MB, {:.1f} MB/s", records_,
                          static_cast<double>(text_) / 1e6, rate);
  if (total_ != 0 && position() != 0) {
    const auto part = std::min(1.0, static_cast<double>(position()) / static_cast<double>(total_));
    line =
        fmt::format("{:3.0f} %, {}, {} left", part * 100, line, duration(time * (1 - part) / part));
    if (terminal_) {
      const auto full = static_cast<std::size_t>(part * static_cast<double>(bar_width));
      line = fmt::format("[{:<{}}] {}", std::string(full, '='), bar_width, line);
    }
  }
  return line;
}

void Progress::show() {
  if (!terminal_) {
    fmt::print(stderr, "{}\n", state());
    return;
  }
  const auto width = terminal_width(STDERR_FILENO).value_or(80);
  fmt::print(stderr, "\r\x1b[K{}", cut_to(state(), width - 1));
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (shown_) {
    fmt::print(stderr, "\r\x1b[K");
    shown_ = false;
  }
}

}  // namespace pressgraph
