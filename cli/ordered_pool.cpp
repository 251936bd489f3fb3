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

struct TextSize {
  std::uint64_t operator()(const Release& release) const { return release.text.size(); }
  std::uint64_t operator()(const Extraction& extraction) const {
    return extraction.release.text.size();
  }
  std::uint64_t operator()(const BadRecord& /*bad*/) const { return 0; }
};

}  // namespace

std::uint64_t text_size(const Record& record) {
  return std::visit(TextSize{}, record);
}

OrderedPool::OrderedPool(unsigned workers, const Work& work, Take take)
    : most_in_flight_(std::size_t{workers} * most_records_in_flight) {
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

std::optional<OrderedPool::Job> OrderedPool::next_job() {
  std::unique_lock lock(mutex_);
  jobs_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
  if (waiting_.empty()) {
    return std::nullopt;
  }
  auto job = std::move(waiting_.front());
  waiting_.pop_front();
  return job;
}

void OrderedPool::work_on(const Work& work) {
  leave_signals_to_others();
  try {
    while (auto job = next_job()) {
      auto outcome = work(std::move(job->record));
      const std::lock_guard lock(mutex_);
      done_.emplace(job->index, std::move(outcome));
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
