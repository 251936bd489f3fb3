// SPDX-License-Identifier: Apache-2.0
// usage: synthetic_store EDGES STORE
// A store of any size in the manner of a real one, for the exports' speed and memory.
#include <cstdlib>
#include <iostream>
#include <string>

#include "graph/store.hpp"

namespace pressgraph {
namespace {

constexpr std::uint64_t edges_a_release = 50;
constexpr std::uint64_t releases_a_batch = 500;

/// A word for a number, so that names differ as names do.
std::string word(std::uint64_t number) {
  constexpr std::string_view consonants = "bdfgklmnprstvz";
  constexpr std::string_view vowels = "aeiou";
  std::string text;
  for (int syllable = 0; syllable < 4; ++syllable) {
    text += consonants[number % consonants.size()];
    number /= consonants.size();
    text += vowels[number % vowels.size()];
    number /= vowels.size();
  }
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

Extraction synthetic_extraction(std::uint64_t number) {
  Extraction made;
  auto& release = made.release;
  release.id = "synthetic-" + std::to_string(number);
  release.title = "The " + word(number) + " meeting, day " + std::to_string(number % 9 + 1);
  release.published = "20" + std::to_string(10 + number % 15) + "-03-01";
  release.url = "https://press.example.org/" + std::to_string(number);
  release.language = "en";
  release.source = {"synthetic.jsonl", number, std::string(64, 'a')};
  made.nodes.push_back({"n0", NodeType::release, release.title, {}, {}, {}});
  const auto agency = word(number % 50000) + " Port Authority";
  made.nodes.push_back({"n1", NodeType::agency, agency, {}, {}, {}});
  for (std::uint64_t at = 0; at < edges_a_release; ++at) {
    const auto symbol = "S/RES/" + std::to_string((number * 7 + at) % 2700 + 1);
    const auto node = "r" + std::to_string(at);
    const auto begin = static_cast<std::uint32_t>(release.text.size());
    release.text += agency + " recalled that, in " + symbol +
                    ", the Council had reaffirmed what each member owes to the safety of harbours "
                    "and of those who work in them.\n";
    const Span span{begin, static_cast<std::uint32_t>(release.text.size()) - 1};
    const auto length = static_cast<std::uint32_t>(agency.size());
    const auto cited = static_cast<std::uint32_t>(release.text.find(symbol, begin));
    const Span words{cited, cited + static_cast<std::uint32_t>(symbol.size())};
    made.sentences.push_back(span);
    made.nodes[1].mentions.push_back({Field::text, {begin, begin + length}});
    made.nodes.push_back({node, NodeType::resolution, symbol, {}, {}, {{Field::text, words}}});
    made.edges.push_back({"n1",
                          Relation::cited,
                          node,
                          {},
                          Status::asserted,
                          "",
                          0.93,
                          {Field::text, span, words, "frame/cite", {}}});
  }
  made.schema_version = "1";
  made.lexicon_version = "0123456789abcdef";
  return made;
}

void write(std::uint64_t edges, const std::string& path) {
  auto store = Store::create(path);
  std::vector<Extraction> batch;
  for (std::uint64_t number = 0; number * edges_a_release < edges; ++number) {
    batch.push_back(synthetic_extraction(number));
    if (batch.size() == releases_a_batch) {
      store.add(batch);
      batch.clear();
    }
  }
  store.add(batch);
  store.finish();
}

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: synthetic_store EDGES STORE\n";
    return 2;
  }
  pressgraph::write(std::strtoull(argv[1], nullptr, 10), argv[2]);
  return 0;
}
