// SPDX-License-Identifier: Apache-2.0
// Pairs of names made by hand, the easy and the hard, each judged by a reader: how many the rules
// merge that are one, and how many that are not.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "graph/bearer_id.hpp"
#include "graph/clusters.hpp"

namespace pressgraph {
namespace {

struct Pair {
  std::string type;
  std::string first;
  std::string first_told;
  std::string second;
  std::string second_told;
  bool same = false;
};

std::vector<Pair> read_pairs() {
  std::vector<Pair> pairs;
  std::ifstream file(PRESSGRAPH_SOURCE_DIR "/tests/graph/data/name_pairs.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    std::istringstream cells(line);
    Pair pair;
    std::string verdict;
    for (auto* cell :
         {&pair.type, &pair.first, &pair.first_told, &pair.second, &pair.second_told, &verdict}) {
      std::getline(cells, *cell, '\t');
    }
    EXPECT_TRUE(verdict == "same" || verdict == "different") << line;
    pair.same = verdict == "same";
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

// What a release of this publisher tells of a body by its name alone.
std::vector<Attribute> told_by(const std::string& name, const std::string& publisher,
                               const std::string& release) {
  Extraction x;
  x.release.id = release;
  x.release.publisher = publisher;
  x.nodes.push_back({"n1", NodeType::agency, name, {}, {}, {}});
  const std::string scope(scope_of(BearerIds(x).of(x.nodes[0]).key));
  return {{scope.size() == 3 ? "country" : "scope", scope}};
}

Bearer bearer(const std::string& type, const std::string& name, const std::string& told,
              const std::string& key) {
  Bearer made;
  made.key = key;
  made.names = {name};
  if (type == "official") {
    made.type = NodeType::official;
    made.context = context_of("~" + told);  // "USA+1995": in those five years
    made.year = year_of("~" + told);
    made.last_year = made.context.empty() ? made.year : made.year + years_of_a_key - 1;
  } else if (told.starts_with("publisher=")) {
    made.type = NodeType::agency;
    made.attributes = told_by(name, told.substr(told.find('=') + 1), key);
  } else {
    made.type = type == "event" ? NodeType::event : NodeType::agency;
    const auto equals = told.find('=');
    if (equals != std::string::npos) {
      made.attributes = {{told.substr(0, equals), told.substr(equals + 1)}};
    } else if (!told.empty()) {
      made.attributes = {{"start", told}};
    }
  }
  prepare(made);
  return made;
}

bool merged(const Pair& pair) {
  Group group;
  group.bearers = {bearer(pair.type, pair.first, pair.first_told, "a"),
                   bearer(pair.type, pair.second, pair.second_told, "b")};
  if (const auto found = link(group.bearers[0], group.bearers[1])) {
    group.links.push_back({0, 1, *found});
  }
  const auto clusters = cluster(group);
  return clusters.root[0] == clusters.root[1];
}

bool share_a_key(const Pair& pair) {
  const auto first = blocking_keys(bearer(pair.type, pair.first, pair.first_told, "a"));
  const auto second = blocking_keys(bearer(pair.type, pair.second, pair.second_told, "b"));
  return std::ranges::any_of(first, [&](const std::string& key) {
    return std::ranges::find(second, key) != second.end();
  });
}

struct Tally {
  int right = 0;
  int wrong = 0;
  int missed = 0;

  [[nodiscard]] double precision() const { return right / static_cast<double>(right + wrong); }
  [[nodiscard]] double recall() const { return right / static_cast<double>(right + missed); }
};

TEST(NamePairs, AreMergedWhereTheyAreOneAndAlmostNeverElse) {
  std::map<std::string, Tally> tallies;
  const auto pairs = read_pairs();
  ASSERT_GE(pairs.size(), 300U);
  for (const auto& pair : pairs) {
    const bool one = merged(pair);
    EXPECT_TRUE(!one || share_a_key(pair)) << pair.first << " | " << pair.second;
    for (auto* tally : {&tallies["all"], &tallies[pair.type]}) {
      tally->right += one && pair.same ? 1 : 0;
      tally->wrong += one && !pair.same ? 1 : 0;
      tally->missed += !one && pair.same ? 1 : 0;
    }
    if (one != pair.same) {
      std::cout << (one ? "wrong:  " : "missed: ") << pair.type << "  " << pair.first << " ("
                << pair.first_told << ") | " << pair.second << " (" << pair.second_told << ")\n";
    }
  }
  for (const auto& [type, tally] : tallies) {
    std::cout << type << ": precision " << tally.precision() << ", recall " << tally.recall()
              << '\n';
    EXPECT_GE(tally.precision(), 0.98) << type;
    EXPECT_GE(tally.recall(), 0.90) << type;
  }
}

}  // namespace
}  // namespace pressgraph
