// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// How far a run is, on standard error: a bar with rate and time left on a terminal, a line every
/// few seconds elsewhere, nothing where it is told to be quiet.
class Progress {
 public:
  /// `inputs` as on the command line: their files are sized, to know how much is left.
  Progress(const std::vector<std::string>& inputs, bool quiet);

  /// One record more, of the input `path`, with `bytes` of text.
  void add(const std::string& path, std::uint64_t bytes);

  /// Prints `message` as a warning, above the bar. Never silenced.
  void warn(std::string_view message);

  /// Takes the bar away and says what was done, how long it took and how fast it went, and how many
  /// releases are in a language that is not read.
  void finish(std::uint64_t unread);

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] double seconds() const;
  [[nodiscard]] std::uint64_t position() const;
  [[nodiscard]] std::string state() const;
  void show();
  void clear();

  bool quiet_;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
  std::map<std::string, std::uint64_t> sizes_;  ///< of the files, where known
  std::uint64_t total_ = 0;                     ///< 0 where an input has no known size
  std::uint64_t finished_ = 0;                  ///< bytes of the files before `path_`
  std::string path_;                            ///< the file being read
  std::uint64_t in_path_ = 0;                   ///< bytes of text seen of it
  std::uint64_t records_ = 0;
  std::uint64_t text_ = 0;
};

}  // namespace pressgraph
