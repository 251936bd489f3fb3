// SPDX-License-Identifier: Apache-2.0
#include "graph/one_thread.hpp"

#include <csignal>
#include <utility>

namespace pressgraph {
namespace {

constexpr std::size_t most_bytes = 8ULL << 20U;

// Another thread is asked to stop; this one ends with it.
void leave_signals_to_others() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

OneThread::OneThread(bool beside) : beside_(beside) {
  if (beside) {
    thread_ = std::thread([this] {
      leave_signals_to_others();
      work_off();
    });
  }
}

OneThread::~OneThread() {
  if (!beside_) {
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    tasks_.clear();
    changed_.notify_all();
  }
  thread_.join();
}

void OneThread::run(std::size_t bytes, std::function<void()> task) {
  if (!beside_) {
    task();
    return;
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock,
                [&] { return error_ != nullptr || bytes_ == 0 || bytes_ + bytes <= most_bytes; });
  throw_if_failed();
  bytes_ += bytes;
  tasks_.push_back({bytes, std::move(task)});
  changed_.notify_all();
}

void OneThread::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return error_ != nullptr || (tasks_.empty() && !busy_); });
  throw_if_failed();
}

void OneThread::throw_if_failed() {
  if (error_ != nullptr) {
    std::rethrow_exception(error_);
  }
}

void OneThread::work_off() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
    if (closed_) {
      return;
    }
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    busy_ = true;
    lock.unlock();
    std::exception_ptr error;
    try {
      task.work();
    } catch (...) {
      error = std::current_exception();
    }
    lock.lock();
    busy_ = false;
    bytes_ -= task.bytes;
    error_ = error;
    changed_.notify_all();
    if (error != nullptr) {
      return;
    }
  }
}

}  // namespace pressgraph
