// SPDX-License-Identifier: Apache-2.0
// A store that grew, shrank and was merged of parts says what one built anew of the same releases
// says.
#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/candidates.hpp"
#include "graph/check.hpp"
#include "graph/error.hpp"
#include "graph/statement.hpp"
#include "graph/store.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/sample.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A release in which someone of a country, or of none, says something; two of one number are
// revisions of one release or, by their text or URL, copies of another.
Extraction random_extraction(std::mt19937& random) {
  const auto pick = [&random](std::initializer_list<const char*> of) {
    return std::string(*(of.begin() + random() % of.size()));
  };
  auto x =
      sample_extraction("talk-" + std::to_string(random() % 9),
                        pick({"Ilse Berg", "Ilse Bergh", "I. Berg", "Berg", "Jon Holm", "John Holm",
                              "Jon R. Holm", "HOLM Jon", "Oleksandr Marko", "Aleksandr Marko"}));
  x.release.url = pick({"", "https://example.org/a", "https://example.org/b"});
  if (x.release.url.empty()) {
    x.release.url = "https://example.org/" + x.release.id;
  }
  x.release.modified = pick({"", "2021-03-05", "2021-04-01"});
  x.release.published = pick({"", "1998", "2016-03-04", "2021-03-04"});
  x.nodes[3].name = pick({"Tórshavn Harbour Forum", "Torshavn Harbor Forum", "meeting"});
  x.nodes[3].attributes.clear();
  if (const auto start = pick({"", "2021-03-03", "2021-03-04", "2021-09-01", "2021-03"});
      !start.empty()) {
    x.nodes[3].attributes.push_back({"start", start});
  }
  const auto country = pick({"", "NOR", "DNK", "FRO"});
  const auto name = pick({"Ministry of Defence", "Harbour Office", "Defense Ministry"});
  x.nodes.push_back({"n4", NodeType::agency, name, {}, {}, {}});
  if (!country.empty()) {
    x.nodes.push_back({"n5", NodeType::place, country, {}, {{"authority", country}}, {}});
    auto holds = x.edges[0];
    holds.relation = Relation::holds;
    holds.object = "n5";
    x.edges.push_back(holds);
    x.nodes[4].attributes = {{"country", country}};
  }
  if (random() % 2 == 0) {
    x.nodes[4].attributes.push_back({"former_name", "Quay Board until 2018"});
  }
  return x;
}

// The releases of `kept` whose id is not `id`.
void take_out(std::vector<Extraction>& kept, const std::string& id) {
  std::erase_if(kept, [&](const Extraction& x) { return x.release.id == id; });
}

TEST(Growth, EndsWhereBuildingAnewEnds) {
  for (unsigned seed = 0; seed < 5; ++seed) {
    std::mt19937 random(seed);
    const ScratchFolder folder;
    std::vector<Extraction> kept{random_extraction(random)};
    built(folder / "grown.db", kept);
    for (int step = 0; step < 6; ++step) {
      auto store = Store::change(folder / "grown.db");
      if (random() % 3 == 0 && !kept.empty()) {
        const auto id = kept[random() % kept.size()].release.id;
        EXPECT_TRUE(store.remove("release/" + id));
        take_out(kept, id);
      } else {
        std::vector<Extraction> more;
        for (auto left = 1 + random() % 4; left > 0; --left) {
          more.push_back(random_extraction(random));
        }
        store.add(more);
        kept.insert(kept.end(), more.begin(), more.end());
      }
      store.finish();
      const auto anew = folder / ("anew-" + std::to_string(step) + ".db");
      ASSERT_EQ(dump(Store::open(folder / "grown.db")), dump(built(anew, kept)))
          << "seed " << seed << ", step " << step;
      ASSERT_THAT(check(folder / "grown.db"), IsEmpty()) << "seed " << seed << ", step " << step;
      ASSERT_EQ(Store::open(folder / "grown.db").search("forum", 99).size(),
                Store::open(anew).search("forum", 99).size());
    }
  }
}

TEST(Growth, KnowsByTheUsersListWhateverCameFirst) {
  const ScratchFolder folder;
  const std::vector<AuthorityEntry> list{{"https://example.org/berg",
                                          NodeType::official,
                                          "",
                                          {"Ilse Berg", "I. Bergersen"},
                                          {"http://www.wikidata.org/entity/Q1"},
                                          {}}};
  const auto first = sample_extraction("talk-1", "Ilse Berg");
  const auto second = sample_extraction("talk-2", "I. Bergersen");
  built(folder / "grown.db", {first});
  {
    auto store = Store::change(folder / "grown.db");
    store.authorize(list);
    store.finish();
    store = Store::change(folder / "grown.db");
    store.add({second});
    store.finish();
  }
  {
    auto store = Store::create(folder / "anew.db");
    store.authorize(list);
    store.add({second, first});
    store.finish();
  }
  const auto anew = Store::open(folder / "anew.db");
  EXPECT_EQ(dump(Store::open(folder / "grown.db")), dump(anew));
  EXPECT_THAT(check(folder / "grown.db"), IsEmpty());
  const auto node = anew.node("official/ilse-berg");
  ASSERT_TRUE(node);
  EXPECT_EQ(node->releases, 2U);
  EXPECT_EQ(attribute(node->attributes, "same_as"), "http://www.wikidata.org/entity/Q1");
  EXPECT_FALSE(anew.node("official/i.-bergersen"));
}

TEST(Growth, MergesPartsInAnyGroupingToOneGraph) {
  std::mt19937 random(11);
  std::vector<Extraction> all;
  for (int i = 0; i < 24; ++i) {
    all.push_back(random_extraction(random));
  }
  const ScratchFolder folder;
  const auto expected = dump(built(folder / "whole.db", all));
  const auto part = [&](const std::string& name, std::size_t from, std::size_t to) {
    built(folder / name, {all.begin() + static_cast<std::ptrdiff_t>(from),
                          all.begin() + static_cast<std::ptrdiff_t>(to)});
  };
  const auto merged = [&](const std::string& name, const std::vector<std::string>& parts) {
    auto store = Store::create(folder / name);
    for (const auto& each : parts) {
      store.add_store(folder / each);
    }
    store.finish();
  };
  part("a.db", 0, 7);
  part("b.db", 5, 15);  // some twice
  part("c.db", 15, 24);
  merged("ab.db", {"a.db", "b.db"});
  merged("bc.db", {"c.db", "b.db"});
  merged("ab-c.db", {"ab.db", "c.db"});
  merged("a-bc.db", {"a.db", "bc.db"});
  merged("c-b-a.db", {"c.db", "b.db", "a.db"});
  for (const auto* name : {"ab-c.db", "a-bc.db", "c-b-a.db"}) {
    EXPECT_EQ(dump(Store::open(folder / name)), expected) << name;
    EXPECT_THAT(check(folder / name), IsEmpty()) << name;
  }
}

TEST(Growth, TakesAChangeBackThatDoesNotFinish) {
  const ScratchFolder folder;
  const auto before = dump(built(folder / "g.db", {sample_extraction()}));
  {
    auto store = Store::change(folder / "g.db");
    store.add({sample_extraction("harbour-2", "Jon Holm")});
    store.remove("release/harbour-1");
    EXPECT_EQ(dump(Store::open(folder / "g.db")), before) << "a reader during writing";
  }
  EXPECT_EQ(dump(Store::open(folder / "g.db")), before);
}

// Sixteen segments of one level would be made one at once, and the large one of all words with
// them.
TEST(Growth, LeavesTheFullTextIndexAsItIsWhereLittleIsAdded) {
  const ScratchFolder folder;
  built(folder / "g.db", {sample_extraction()});
  for (int i = 0; i < 24; ++i) {
    auto store = Store::change(folder / "g.db");
    store.add(
        {sample_extraction("harbour-" + std::to_string(i + 2), "Jon Holm " + std::to_string(i))});
    store.finish();
  }
  const auto store = Store::open(folder / "g.db");
  Statement segments(store.handle(),
                     "SELECT count(DISTINCT id >> 37) FROM words_data WHERE id > 10");
  ASSERT_TRUE(segments.step());
  EXPECT_EQ(segments.integer(0), 25);
}

TEST(Growth, LetsOneWriterInAndTellsTheOther) {
  const ScratchFolder folder;
  built(folder / "g.db", {sample_extraction()});
  const auto first = Store::change(folder / "g.db");
  std::string message;
  try {
    Store::change(folder / "g.db", std::chrono::milliseconds(20));
  } catch (const Error& error) {
    message = error.what();
  }
  EXPECT_EQ(message, (folder / "g.db").string() +
                         ": another process is changing it, waited 20 ms; try again when it is "
                         "done");
}

TEST(Growth, FollowsJudgementsAndTakesThemBack) {
  const ScratchFolder folder;
  const auto before = dump(
      built(folder / "g.db", {sample_extraction(), sample_extraction("harbour-2", "I. Berg")}));
  const auto judge = [&](const std::vector<Judgement>& judgements) {
    auto store = Store::change(folder / "g.db");
    store.judge(judgements);
    store.finish();
  };
  const auto open = candidates(Store::open(folder / "g.db"), 9);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].first.id, "official/i.-berg");
  EXPECT_EQ(open[0].second.id, "official/ilse-berg");
  EXPECT_EQ(open[0].reason, "initials; no post is told of one of them");
  judge({{true, "official/i.-berg", "official/ilse-berg"}});
  const auto store = Store::open(folder / "g.db");
  EXPECT_FALSE(store.node("official/i.-berg").has_value());
  const auto one = members(store, "official/ilse-berg");
  ASSERT_EQ(one.size(), 2U);
  EXPECT_EQ(one[0].reason, "judged the same (official/ilse-berg~2021)");
  EXPECT_THAT(check(folder / "g.db"), IsEmpty());
  judge({});
  EXPECT_EQ(dump(Store::open(folder / "g.db")), before);
}

TEST(Growth, GoesOnWithAStoreThatWasNotFinished) {
  const ScratchFolder folder;
  const auto expected =
      dump(built(folder / "whole.db", {sample_extraction(), sample_extraction("b", "Jon Holm")}));
  { Store::create(folder / "g.db").add({sample_extraction()}); }
  {
    auto store = Store::resume(folder / "g.db");
    EXPECT_TRUE(store.holds(sample_extraction().release.source));
    auto other = sample_extraction("b", "Jon Holm");
    other.release.source.path = "elsewhere";
    EXPECT_FALSE(store.holds(other.release.source));
    other.release.source.path.clear();
    store.add({other});
    store.finish();
  }
  EXPECT_EQ(dump(Store::open(folder / "g.db")), expected);
}

// As a hand that went into the file would.
void damage(const std::filesystem::path& path, const char* sql) {
  auto store = Store::change(path);
  execute(store.handle(), sql);
  store.finish();
}

TEST(Check, FindsWhatIsNotAsItsReleasesSay) {
  const ScratchFolder folder;
  const auto path = folder / "g.db";
  built(path, {sample_extraction()});
  damage(path,
         "INSERT INTO trait(id, node, hash, name, value) SELECT 99, id, 0, '', 'Someone else' FROM "
         "node "
         "WHERE key = 'official/ilse-berg~2021'; UPDATE node SET name = 99 WHERE key = "
         "'official/ilse-berg~2021'");
  EXPECT_THAT(
      check(path),
      ElementsAre(
          "should not be: official/ilse-berg~2021 is official/ilse-berg~2021 (), "
          "official/ilse-berg, Someone else, in 1 and 1 releases",
          "is missing: official/ilse-berg~2021 is official/ilse-berg~2021 (), official/ilse-berg, "
          "Ilse Berg, in 1 and 1 releases"));
}

TEST(Check, FindsASentenceThatCannotBeSearched) {
  const ScratchFolder folder;
  const auto path = folder / "g.db";
  built(path, {sample_extraction()});
  damage(path, "INSERT INTO words(words, rowid, text) VALUES('delete', 1, '')");
  EXPECT_THAT(check(path), ElementsAre("full-text index: expected 1 sentences, found 0"));
}

TEST(Check, FindsATextThatCannotBeReadAndEdgesThatAreLost) {
  const ScratchFolder folder;
  const auto path = folder / "g.db";
  built(path, {sample_extraction()});
  damage(path, "UPDATE text SET packed = zeroblob(length(packed)); DELETE FROM edge WHERE id = 1");
  EXPECT_THAT(
      check(path),
      ElementsAre("a release without its text or its edges: release row 1",
                  "release/harbour-1: the text of a release is damaged; `pressgraph check` tells "
                  "what else is"));
}

TEST(Check, RefusesAStoreOfAnotherVersion) {
  const ScratchFolder folder;
  const auto path = folder / "g.db";
  built(path, {sample_extraction()});
  damage(path, "PRAGMA user_version = 2");
  std::string message;
  try {
    Store::open(path);
  } catch (const Error& error) {
    message = error.what();
  }
  EXPECT_EQ(message, path.string() +
                         ": a store of version 2, expected version 8; build it again with this "
                         "pressgraph, from the releases or from extractions kept as lines");
}

TEST(Check, RefusesAFileCutShort) {
  const ScratchFolder folder;
  const auto path = folder / "g.db";
  built(path, {sample_extraction()});
  const auto size = std::filesystem::file_size(path);
  std::filesystem::resize_file(path, size / 2);
  std::string message;
  try {
    Store::open(path);
  } catch (const Error& error) {
    message = error.what();
  }
  EXPECT_EQ(message, path.string() + ": cut short, " + std::to_string(size / 2) + " bytes of " +
                         std::to_string(size) + "; build it again or take a copy that is whole");
}

}  // namespace
}  // namespace pressgraph
