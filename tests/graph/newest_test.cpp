// SPDX-License-Identifier: Apache-2.0
// What a question with a limit reads by the days of edges is the head of what it reads without.
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/calendar_days.hpp"
#include "graph/check.hpp"
#include "graph/queries.hpp"
#include "graph/statement.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/sample.hpp"

namespace pressgraph {
namespace {

using testing::IsEmpty;

// On one of a few days, of an event that may have a date of its own.
Extraction extraction(std::mt19937& random, int number) {
  const auto pick = [&random](std::initializer_list<const char*> of) {
    return std::string(*(of.begin() + random() % of.size()));
  };
  auto x = sample_extraction("talk-" + std::to_string(number), pick({"Ilse Berg", "Jon Holm"}));
  x.release.text += " No. " + std::to_string(number);
  x.release.published = pick({"", "2021", "2021-03", "2021-03-04", "2021-03-05", "1999-12-31"});
  x.nodes[3].name = pick({"Tórshavn Harbour Forum", "Vágar Talks", "meeting"});
  x.nodes[3].attributes.clear();
  if (const auto start = pick({"", "2021-03-03", "2022-01", "2019-09-01"}); !start.empty()) {
    x.nodes[3].attributes.push_back({"start", start});
  }
  return x;
}

std::vector<std::string> edges_of(const std::vector<AnswerRow>& rows) {
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (const auto& row : rows) {
    ids.push_back(row.edge + " " + row.date + " " + row.sentence + " " + row.release);
  }
  return ids;
}

void expect_heads(const Store& store, unsigned seed) {
  store.each_node([&](const StoredNode& node) {
    for (const auto* until : {"", "2021-03"}) {
      QueryOptions options;
      options.until = until;
      const auto all = edges_of(about(store, node.id, options));
      for (std::size_t limit = 1; limit <= all.size() + 1; limit += limit) {
        options.limit = limit;
        auto head = all;
        head.resize(std::min(limit, all.size()));
        ASSERT_EQ(edges_of(about(store, node.id, options)), head)
            << "seed " << seed << ", " << node.id << ", limit " << limit;
      }
    }
  });
}

TEST(Newest, AreTheHeadOfAllHoweverTheStoreGrew) {
  for (unsigned seed = 0; seed < 4; ++seed) {
    std::mt19937 random(seed);
    const ScratchFolder folder;
    const auto path = folder / "g.db";
    built(path, {extraction(random, 0), extraction(random, 1), extraction(random, 2)});
    for (int step = 0; step < 5; ++step) {
      auto store = Store::change(path);
      store.add({extraction(random, 3 + step * 2), extraction(random, 4 + step * 2)});
      store.remove("release/talk-" + std::to_string(random() % 9));
      store.finish();
      store = Store::open(path);
      expect_heads(store, seed);
      ASSERT_THAT(check(path), IsEmpty()) << "seed " << seed << ", step " << step;
    }
  }
}

TEST(Newest, GoByDaysThatKeepTheOrderOfAnyText) {
  EXPECT_EQ(day_number("2022-06-09T10:00"), 20220609);
  EXPECT_EQ(day_number("2022-06"), 20220600);
  EXPECT_EQ(day_number(""), 0);
  std::vector<std::string> texts{
      "",         "0",        "2",          "2022",      "2022-",      "2022.06",
      "2022-06",  "2022-06-", "2022-06-09", "2022-06-9", "2022-0x-01", "2022/06",
      "20220609", "9 June",   "June",       "x",         "\xC3\xA9",   "2022-06-10T00"};
  std::ranges::sort(texts);
  for (std::size_t i = 1; i < texts.size(); ++i) {
    EXPECT_LE(day_number(texts[i - 1]), day_number(texts[i])) << texts[i - 1] << " " << texts[i];
  }
}

// Meetings of as many days and publishers are compared with few others: their links are as many as
// what is to be judged or told apart, not as their pairs.
TEST(Links, AreFewOfManyEventsOfOneName) {
  std::vector<Extraction> many;
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    many.push_back(extraction(random, i));
    many.back().nodes[3].name = "meeting";
    many.back().nodes[3].attributes.clear();
    if (i % 2 == 0) {
      const auto number = std::to_string(100 + i % 28);
      many.back().nodes[3].attributes.push_back({"start", "2021-03-" + number.substr(1)});
    }
  }
  const ScratchFolder folder;
  const auto store = built(folder / "g.db", many);
  Statement links(store.handle(), "SELECT count(*) FROM link");
  ASSERT_TRUE(links.step());
  EXPECT_LT(links.integer(0), 300);
}

}  // namespace
}  // namespace pressgraph
