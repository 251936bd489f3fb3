// SPDX-License-Identifier: Apache-2.0
#include "graph/instant.hpp"

#include <gtest/gtest.h>

namespace pressgraph {
namespace {

TEST(Instant, IsTheSameInEveryZone) {
  EXPECT_EQ(instant_of("2017-10-16T23:00:00-05:00"), "2017-10-17T04:00:00");
  EXPECT_EQ(instant_of("2017-10-17T04:00:00Z"), "2017-10-17T04:00:00");
  EXPECT_EQ(instant_of("2017-01-01T01:30:00+05:30"), "2016-12-31T20:00:00");
  EXPECT_EQ(instant_of("2016-02-29T24:00:00"), "2016-03-01T00:00:00");
}

TEST(Instant, LeavesADayAndWhatIsNoTime) {
  for (const auto* text : {"", "2017", "2017-10", "2017-10-16", "soon", "2017-10-16T1x:00:00Z"}) {
    EXPECT_EQ(instant_of(text), text);
  }
  EXPECT_LT(instant_of("2017-10-16"), instant_of("2017-10-16T00:00:00Z"));
}

}  // namespace
}  // namespace pressgraph
