// SPDX-License-Identifier: Apache-2.0
#include "cli/ordered_pool.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

BadRecord numbered(std::uint64_t line) {
  return {.path = "in", .line = line, .found = "", .expected = ""};
}

std::vector<Outcome> pass_on(std::vector<Record> records) {
  std::vector<Outcome> outcomes(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    outcomes[i].bad = std::get<BadRecord>(std::move(records[i]));
    // Later records are done sooner, so that order is not given by chance.
    if (outcomes[i].bad->line % 7 == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  return outcomes;
}

TEST(OrderedPool, HandsOnResultsInTheOrderOfTheRecords) {
  std::vector<std::uint64_t> lines;
  OrderedPool pool(4, pass_on, [&](const Outcome& outcome) { lines.push_back(outcome.bad->line); });
  std::vector<std::uint64_t> expected;
  for (std::uint64_t line = 1; line <= 500; ++line) {
    EXPECT_TRUE(pool.push(numbered(line)));
    expected.push_back(line);
  }
  pool.finish();
  EXPECT_EQ(lines, expected);
}

TEST(OrderedPool, TakesARecordThatIsLargerThanItsBound) {
  std::uint64_t size = 0;
  const auto work = [](const std::vector<Record>& records) {
    std::vector<Outcome> outcomes(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      outcomes[i].bytes = text_size(records[i]);
    }
    return outcomes;
  };
  OrderedPool pool(2, work, [&](const Outcome& outcome) { size += outcome.bytes; });
  Release release;
  release.text.assign(std::size_t{6} << 20U, 'x');
  EXPECT_TRUE(pool.push(release));
  EXPECT_TRUE(pool.push(release));
  pool.finish();
  EXPECT_EQ(size, 2 * release.text.size());
}

void push_until_refused(OrderedPool& pool) {
  while (pool.push(numbered(1))) {
  }
}

TEST(OrderedPool, ThrowsWhatAWorkerThrew) {
  OrderedPool pool(
      2, [](const std::vector<Record>&) -> std::vector<Outcome> { throw Error("work failed"); },
      [](const Outcome&) {});
  push_until_refused(pool);
  EXPECT_THROW(pool.finish(), Error);
}

TEST(OrderedPool, ThrowsWhatTheTakerThrew) {
  OrderedPool pool(2, pass_on, [](const Outcome&) { throw Error("take failed"); });
  push_until_refused(pool);
  EXPECT_THROW(pool.finish(), Error);
}

TEST(OrderedPool, EndsWithoutFinishWhenReadingFails) {
  std::uint64_t taken = 0;
  {
    OrderedPool pool(3, pass_on, [&](const Outcome&) { ++taken; });
    EXPECT_TRUE(pool.push(numbered(1)));
  }
  EXPECT_LE(taken, 1U);
}

}  // namespace
}  // namespace pressgraph
