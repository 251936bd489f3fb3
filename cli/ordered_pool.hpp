// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/record_batch.hpp"
#include "exporters/line_text.hpp"
#include "graph/packed_extraction.hpp"
#include "graph/ready_extraction.hpp"

namespace pressgraph {

/// What became of a record.
struct Outcome {
  std::string path;         ///< the input it came from
  std::uint64_t bytes = 0;  ///< of its text
  std::optional<Extraction> extraction;
  PackedParts before;  ///< what stands before the extraction's own, where it stays packed
  std::optional<ReadyExtraction> ready;  ///< in its place, on the way into a store
  LineText line;  ///< the extraction as it is written, where the work says so
  std::optional<BadRecord> bad;
  bool unread = false;  ///< in a language that extraction does not read
};

/// Worker threads over a bounded queue whose results are taken on one thread in the order in which
/// the records came.
class OrderedPool {
 public:
  /// Called on any of the workers: an outcome for each record, in their order.
  using Work = std::function<std::vector<Outcome>(std::vector<Record>)>;
  using Take = std::function<void(Outcome)>;  ///< called on one thread, in order

  OrderedPool(unsigned workers, const Work& work, Take take);
  ~OrderedPool();
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;
  OrderedPool(OrderedPool&&) = delete;
  OrderedPool& operator=(OrderedPool&&) = delete;

  /// Waits until there is room, however large `record` is. False where a thread failed: push no
  /// more and call `finish`.
  bool push(Record record);

  /// Waits until all is taken; throws what a thread threw.
  void finish();

 private:
  struct Job {
    std::uint64_t index;
    Record record;
  };

  [[nodiscard]] bool has_room(std::uint64_t size) const;
  std::uint64_t next_batch(RecordBatch& batch);  // the index of its first
  std::optional<Outcome> next_outcome();
  void work_on(const Work& work);
  void take_all(const Take& take);
  void fail(std::exception_ptr error);
  void join();

  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable jobs_;
  std::condition_variable outcomes_;
  std::deque<Job> waiting_;
  std::map<std::uint64_t, Outcome> done_;
  std::map<std::uint64_t, std::uint64_t> sizes_;  ///< of the records between push and take
  std::uint64_t pushed_ = 0;
  std::uint64_t taken_ = 0;
  std::uint64_t size_in_flight_ = 0;
  std::size_t workers_;
  std::size_t most_in_flight_;
  bool closed_ = false;
  std::exception_ptr error_;
  std::vector<std::thread> threads_;
};

}  // namespace pressgraph
