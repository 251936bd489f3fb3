// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace pressgraph {

/// Does tasks one after another beside the caller, or in its place where no thread is wanted.
class OneThread {
 public:
  explicit OneThread(bool beside);
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;
  OneThread(OneThread&&) = delete;
  OneThread& operator=(OneThread&&) = delete;
  /// Forgets what has not begun.
  ~OneThread();

  /// Does `task`, which holds so many bytes, after all before it; waits while too many bytes do.
  /// Throws what a task before it has thrown; then nothing more is done.
  void run(std::size_t bytes, std::function<void()> task);

  /// Until all is done. Throws likewise.
  void wait();

 private:
  struct Task {
    std::size_t bytes = 0;
    std::function<void()> work;
  };

  void work_off();
  void throw_if_failed();

  bool beside_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  std::size_t bytes_ = 0;  ///< of those waiting and of that which is being done
  bool busy_ = false;
  bool closed_ = false;
  std::exception_ptr error_;
  std::thread thread_;
};

}  // namespace pressgraph
