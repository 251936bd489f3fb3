// SPDX-License-Identifier: Apache-2.0
#include "cli/ordered_pool.hpp"

#include <utility>

#include "cli/interrupt.hpp"

namespace pressgraph {
namespace {

// Text on its way at any time. What extraction makes of it takes some ten times as much.
constexpr std::uint64_t most_text_in_flight = 4ULL << 20U;

// Of each worker. As many as a batch takes, so that reading goes on while one is written.
constexpr std::size_t most_records_in_flight = 128;

}  // namespace

OrderedPool::OrderedPool(unsigned workers, const Work& work, Take take)
    : workers_(workers), most_in_flight_(std::size_t{workers} * most_records_in_flight) {
  for (unsigned i = 0; i < workers; ++i) {
    threads_.emplace_back([this, work] { work_on(work); });
  }
  threads_.emplace_back([this, take = std::move(take)] { take_all(take); });
}

OrderedPool::~OrderedPool() {
  if (!threads_.empty()) {
    fail(nullptr);
    join();
  }
}

bool OrderedPool::push(Record record) {
  const auto size = text_size(record);
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return closed_ || has_room(size); });
  if (closed_) {
    return false;
  }
  size_in_flight_ += size;
  sizes_[pushed_] = size;
  waiting_.push_back({pushed_++, std::move(record)});
  jobs_.notify_one();
  return true;
}

bool OrderedPool::has_room(std::uint64_t size) const {
  const auto count = pushed_ - taken_;
  return count == 0 || (count < most_in_flight_ && size_in_flight_ + size <= most_text_in_flight);
}

void OrderedPool::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    jobs_.notify_all();
    outcomes_.notify_all();
  }
  join();
  if (error_) {
    std::rethrow_exception(error_);
  }
}

std::uint64_t OrderedPool::next_batch(RecordBatch& batch) {
  std::unique_lock lock(mutex_);
  jobs_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
  const auto first = waiting_.empty() ? 0 : waiting_.front().index;
  // The other workers have their share of what waits.
  const auto share = (waiting_.size() + workers_ - 1) / workers_;
  for (std::size_t i = 0; i < share && batch.has_room_for(waiting_.front().record); ++i) {
    batch.add(std::move(waiting_.front().record));
    waiting_.pop_front();
  }
  return first;
}

void OrderedPool::work_on(const Work& work) {
  leave_signals_to_others();
  try {
    RecordBatch batch;
    for (auto index = next_batch(batch); !batch.empty(); index = next_batch(batch)) {
      auto outcomes = work(batch.take());
      const std::lock_guard lock(mutex_);
      for (auto& outcome : outcomes) {
        done_.emplace(index++, std::move(outcome));
      }
      outcomes_.notify_one();
    }
  } catch (...) {
    fail(std::current_exception());
  }
}

std::optional<Outcome> OrderedPool::next_outcome() {
  std::unique_lock lock(mutex_);
  outcomes_.wait(lock, [&] {
    return error_ != nullptr || done_.contains(taken_) || (closed_ && taken_ == pushed_);
  });
  const auto found = done_.find(taken_);
  if (error_ != nullptr || found == done_.end()) {
    return std::nullopt;
  }
  auto outcome = std::move(found->second);
  done_.erase(found);
  return outcome;
}

void OrderedPool::take_all(const Take& take) {
  leave_signals_to_others();
  try {
    while (auto outcome = next_outcome()) {
      take(std::move(*outcome));
      const std::lock_guard lock(mutex_);
      size_in_flight_ -= sizes_[taken_];
      sizes_.erase(taken_++);
      room_.notify_one();
    }
  } catch (...) {
    fail(std::current_exception());
  }
}

void OrderedPool::fail(std::exception_ptr error) {
  const std::lock_guard lock(mutex_);
  if (error_ == nullptr) {
    error_ = std::move(error);
  }
  closed_ = true;
  // Nothing of it will be taken.
  pushed_ -= waiting_.size();
  waiting_.clear();
  room_.notify_all();
  jobs_.notify_all();
  outcomes_.notify_all();
}

void OrderedPool::join() {
  for (auto& thread : threads_) {
    thread.join();
  }
  threads_.clear();
}

}  // namespace pressgraph
