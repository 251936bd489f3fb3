// SPDX-License-Identifier: Apache-2.0
#include "graph/store.hpp"

#include <algorithm>
#include <fstream>
#include <random>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/error.hpp"
#include "tests/graph/dump.hpp"
#include "tests/graph/sample.hpp"

namespace pressgraph {
namespace {

std::string message(const auto& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

std::vector<Extraction> several() {
  std::vector<Extraction> all;
  for (int i = 0; i < 12; ++i) {
    all.push_back(sample_extraction("harbour-" + std::to_string(i),
                                    i % 3 == 0 ? "Ilse Berg" : "Jon Holm " + std::to_string(i)));
  }
  all.push_back(sample_extraction("harbour-1", "Ilse Berg"));  // a revision of the second
  all.back().release.modified = "2021-03-09";
  return all;
}

TEST(Store, GivesBackWhatWasMergedWithItsEvidence) {
  const ScratchFolder folder;
  const auto store = built(folder / "g.db", {sample_extraction()});
  std::vector<StoredEdge> edges;
  EdgeFilter cited;
  cited.relation = Relation::cited;
  store.each_edge(cited, [&](const StoredEdge& edge) { edges.push_back(edge); });
  ASSERT_EQ(edges.size(), 1U);
  EXPECT_EQ(edges[0].subject, "official/ilse-berg");
  EXPECT_EQ(edges[0].object, "resolution/S-RES-2322");
  EXPECT_EQ(edges[0].sentence, "Ilse Berg cited resolution 2322 (2016) at the Tórshavn forum.");
  EXPECT_EQ(edges[0].code_points, (Span{0, 61}));
  EXPECT_EQ(edges[0].evidence.span, (Span{0, 62}));
  EXPECT_EQ(edges[0].release, "release/harbour-1");
}

TEST(Store, TakesAPostForNoNameOfWhoHoldsIt) {
  const ScratchFolder folder;
  auto told = sample_extraction();
  told.nodes[1].aliases = {"Minister of Ports of Norway", "Minister Berg", "I. Berg"};
  const auto berg = built(folder / "g.db", {told}).node("official/ilse-berg");
  ASSERT_TRUE(berg);
  EXPECT_THAT(berg->aliases, testing::UnorderedElementsAre("Minister Berg", "I. Berg"));
}

TEST(Store, KeepsInstrumentsOfACommonNameToTheirReleases) {
  const ScratchFolder folder;
  std::vector<Extraction> told{sample_extraction("harbour-1", "Ilse Berg"),
                               sample_extraction("harbour-2", "Jon Holm")};
  for (auto& extraction : told) {
    extraction.nodes[2] = {"n2", NodeType::instrument, "Memorandum of Understanding", {}, {}, {}};
    extraction.nodes.push_back(
        {"n4", NodeType::instrument, "Memorandum on the Tórshavn Harbour", {}, {}, {}});
    extraction.nodes.push_back(
        {"n5", NodeType::instrument, "harbour memorandum of understanding", {}, {}, {}});
    for (const char* object : {"n4", "n5"}) {
      auto edge = extraction.edges[0];
      edge.object = object;
      extraction.edges.push_back(edge);
    }
  }
  std::vector<std::uint64_t> releases;
  built(folder / "g.db", told).each_node([&](const StoredNode& node) {
    if (node.type == NodeType::instrument) {
      releases.push_back(node.releases);
    }
  });
  EXPECT_THAT(releases, testing::UnorderedElementsAre(1, 1, 1, 1, 2));
}

TEST(Store, HidesWhatIsNotAssertedUnlessAsked) {
  const ScratchFolder folder;
  const auto store = built(folder / "g.db", {sample_extraction()});
  const auto count = [&](bool shown_only) {
    EdgeFilter filter;
    filter.shown_only = shown_only;
    int edges = 0;
    store.each_edge(filter, [&](const StoredEdge&) { ++edges; });
    return edges;
  };
  EXPECT_EQ(count(true), 2);
  EXPECT_EQ(count(false), 3);
  EXPECT_EQ(store.counts().hidden_edges, 1U);
}

TEST(Store, IsTheSameForAnyOrderAndAnyBatches) {
  const ScratchFolder folder;
  auto all = several();
  const auto expected = dump(built(folder / "first.db", all));
  std::mt19937 random(7);
  for (int round = 0; round < 8; ++round) {
    std::ranges::shuffle(all, random);
    const auto path = folder / ("round" + std::to_string(round) + ".db");
    {
      auto store = Store::create(path);
      for (std::size_t at = 0; at < all.size();) {
        const auto size = std::min<std::size_t>(all.size() - at, 1 + random() % 4);
        store.add({all.begin() + static_cast<std::ptrdiff_t>(at),
                   all.begin() + static_cast<std::ptrdiff_t>(at + size)});
        at += size;
      }
      store.finish();
    }
    EXPECT_EQ(dump(Store::open(path)), expected);
  }
}

TEST(Store, LetsTheLatestCopyOfAReleaseSpeak) {
  const ScratchFolder folder;
  auto later = sample_extraction("harbour-1", "Jon Holm");
  later.release.modified = "2021-03-05";
  const auto store = built(folder / "g.db", {later, sample_extraction()});
  EXPECT_TRUE(store.node("official/jon-holm").has_value());
  EXPECT_FALSE(store.node("official/ilse-berg").has_value());
  EXPECT_EQ(store.counts().releases, 1U);
  EXPECT_EQ(store.counts().superseded, 1U);
}

// A copy of a release with another id, and what `change` makes of it.
Extraction copy_of(const std::string& id, const auto& change) {
  auto copy = sample_extraction("harbour-1");
  copy.release.id = id;
  change(copy.release);
  return copy;
}

std::string speaking_url(const std::vector<Extraction>& copies) {
  const ScratchFolder folder;
  const auto store = built(folder / "g.db", copies);
  EXPECT_EQ(store.counts().releases, 1U);
  EXPECT_EQ(store.counts().superseded, copies.size() - 1);
  EXPECT_EQ(store.counts().copied, 1U);
  std::string url;
  store.each_release([&](const Release& release) { url = release.url; });
  return url;
}

TEST(Store, TakesAPrintCopyAndTheSamePageUnderAnotherSchemeForOneRelease) {
  EXPECT_EQ(speaking_url({copy_of("a",
                                  [](Release& r) {
                                    r.url = "http://www.ports.example/quay/?print=1";
                                    r.published = "2021-03-05";
                                    r.text += " It rained.";
                                  }),
                          copy_of("b", [](Release& r) { r.url = "https://ports.example/quay"; })}),
            "http://www.ports.example/quay/?print=1");
}

TEST(Store, ComparesTheDatesOfCopiesAsInstants) {
  const auto published = [](const char* date, const char* url) {
    return copy_of("a", [=](Release& r) {
      r.published = date;
      r.url = url;
    });
  };
  EXPECT_EQ(speaking_url({published("2021-03-05T23:00:00-05:00", "https://a.example/"),
                          published("2021-03-06T01:00:00Z", "https://b.example/")}),
            "https://a.example/");
}

TEST(Store, LetsTheCopyCapturedLastSpeakWhereDatesAreTheSame) {
  const auto captured = [](const char* date, const char* url) {
    return copy_of("a", [=](Release& r) {
      r.source.captured = date;
      r.url = url;
    });
  };
  EXPECT_EQ(speaking_url({captured("2021-03-09T08:00:00Z", "https://a.example/"),
                          captured("2021-03-07T08:00:00Z", "https://b.example/")}),
            "https://a.example/");
}

TEST(Store, LetsNoVersionOfTheSchemasDecideWhichCopySpeaks) {
  std::vector<std::string> speaking;
  for (const auto* version : {"1", "2", "3", "4", "5", "6"}) {
    auto one = copy_of("a", [](Release& r) { r.url = "https://a.example/"; });
    auto other = copy_of("a", [](Release& r) { r.url = "https://b.example/"; });
    one.release.source.path = "one";
    other.release.source.path = "other";
    one.lexicon_version = version;
    speaking.push_back(speaking_url({one, other}));
  }
  EXPECT_THAT(speaking, testing::Each(speaking.front()));
}

TEST(Store, OpensFromAFolderThatCannotBeWritten) {
  const ScratchFolder folder;
  built(folder / "g.db", {sample_extraction()});
  std::filesystem::permissions(
      folder.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  EXPECT_EQ(Store::open(folder / "g.db").counts().releases, 1U);
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
  int files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    ++files;
  }
  EXPECT_EQ(files, 1);
}

TEST(Store, RefusesAnUnfinishedStoreAForeignFileAndAnExistingName) {
  const ScratchFolder folder;
  const auto unfinished = folder / "half.db";
  { Store::create(unfinished).add({sample_extraction()}); }
  EXPECT_EQ(message([&] { Store::open(unfinished); }),
            unfinished.string() +
                ": an unfinished store, its build was interrupted; delete it and build again");
  const auto foreign = folder / "notes.txt";
  std::ofstream(foreign)
      << "These are only notes, long enough to be read as a header of something else entirely.\n";
  EXPECT_EQ(
      message([&] { Store::open(foreign); }),
      foreign.string() + ": not a pressgraph store, expected a file that `pressgraph build` wrote");
  EXPECT_EQ(message([&] { Store::open(folder / "none.db"); }),
            (folder / "none.db").string() +
                ": no such store, expected a file that `pressgraph build` wrote");
  EXPECT_EQ(
      message([&] { Store::create(foreign); }),
      foreign.string() + ": exists already, expected a new name; delete it or choose another");
}

TEST(Store, RefusesAnExtractionWhoseEdgesDoNotFitAndKeepsTheRest) {
  const ScratchFolder folder;
  auto store = Store::create(folder / "g.db");
  auto wrong = sample_extraction("wrong");
  wrong.edges[0].object = "n9";
  EXPECT_EQ(message([&] { store.add({wrong}); }),
            "wrong: an edge names the node \"n9\", expected one of the extraction's nodes");
  wrong.edges[0].object = "n3";
  EXPECT_EQ(message([&] { store.add({wrong}); }),
            "wrong: cited joins Official to Event, which the schema does not allow");
  wrong = sample_extraction("wrong");
  wrong.edges[0].evidence.span.end = 900;
  EXPECT_EQ(message([&] { store.add({wrong}); }),
            "wrong: evidence at 0-900 of the text, expected a span inside it");
  store.add({sample_extraction()});
  store.finish();
  { const auto closed = std::move(store); }  // whoever writes a store lets nobody else in
  EXPECT_EQ(Store::open(folder / "g.db").counts().releases, 1U);
}

TEST(Store, FindsSentencesByWordsAndTakesNothingInThemForAnOperator) {
  const ScratchFolder folder;
  const auto store = built(folder / "g.db", {sample_extraction()});
  EXPECT_EQ(store.search("torshavn resolution", 10).size(), 1U);
  for (const char* hostile :
       {"\"", "a*", "NEAR(", ") OR (", "text:forum", "-", "NOT", "' ; DROP TABLE node; --"}) {
    EXPECT_TRUE(store.search(hostile, 10).size() <= 10U) << hostile;
  }
  EXPECT_TRUE(store.search("absent", 10).empty());
  EXPECT_TRUE(store.search("", 10).empty());
}

TEST(Store, RestrictsEdgesByDateAndConfidence) {
  const ScratchFolder folder;
  const auto store = built(folder / "g.db", {sample_extraction()});
  const auto count = [&](EdgeFilter filter) {
    int edges = 0;
    store.each_edge(filter, [&](const StoredEdge&) { ++edges; });
    return edges;
  };
  EdgeFilter filter;
  filter.since = "2021-03-05";
  EXPECT_EQ(count(filter), 0);
  filter.since = "2021-03";
  filter.until = "2021-03-04";
  EXPECT_EQ(count(filter), 2);
  filter.min_confidence = 0.85;
  EXPECT_EQ(count(filter), 1);
}

}  // namespace
}  // namespace pressgraph
