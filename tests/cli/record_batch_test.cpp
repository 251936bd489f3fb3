// SPDX-License-Identifier: Apache-2.0
#include "cli/record_batch.hpp"

#include <gtest/gtest.h>

namespace pressgraph {
namespace {

Record of_size(std::size_t bytes) {
  Release release;
  release.text.assign(bytes, 'x');
  return release;
}

std::size_t taken(const std::vector<Record>& records) {
  RecordBatch batch;
  for (const auto& record : records) {
    if (!batch.has_room_for(record)) {
      break;
    }
    batch.add(record);
  }
  return batch.take().size();
}

TEST(RecordBatch, TakesSomeShortTextsAtOnce) {
  EXPECT_EQ(taken({100, of_size(1)}), 32U);
  EXPECT_EQ(taken({100, of_size(5000)}), 9U);
}

TEST(RecordBatch, TakesALongTextAlone) {
  EXPECT_EQ(taken({3, of_size(1000000)}), 1U);
}

TEST(RecordBatch, TakesALongTitleAlone) {
  Release release;
  release.title.assign(1000000, 'x');
  EXPECT_EQ(taken({3, Record(release)}), 1U);
}

TEST(RecordBatch, IsEmptyOnceTaken) {
  RecordBatch batch;
  batch.add(of_size(1000000));
  EXPECT_FALSE(batch.empty());
  EXPECT_EQ(batch.take().size(), 1U);
  EXPECT_TRUE(batch.empty());
  EXPECT_TRUE(batch.has_room_for(of_size(1000000)));
}

}  // namespace
}  // namespace pressgraph
