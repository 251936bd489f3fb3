// SPDX-License-Identifier: Apache-2.0
// usage: steps BYTES [KIND]
// Reads, extracts and writes texts that are made to be slow, each kind in three sizes: BYTES, twice
// and four times as many. tests/hostile/linear runs this under callgrind, which counts the
// instructions of each.
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include <valgrind/callgrind.h>

#include "exporters/exporter.hpp"
#include "importers/extraction/extract.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {
namespace {

struct Kind {
  const char* name;
  std::string before;  ///< once
  std::string again;   ///< until the size is reached
};

const Kind kinds[] = {
    {"brackets", "", "("},
    {"quotation marks", "", "\""},
    {"resolution", "", "resolution "},
    {"numbers in a list", "resolutions ", "1, 2, "},
    {"commas", "", ", "},
    {"one word", "", "a"},
    {"one capital word", "", "Aa"},
    {"capital words", "", "Minister of Foreign Affairs "},
    {"names in a list", "The meeting was attended by ", "Ann Ode, "},
    {"verbs", "", "said "},
    {"meetings", "", "the meeting "},
    {"signings", "", "He signed. They attended the ceremony. "},
    {"presidents", "One. Two. ", "President Ada Nwosu spoke. The President left. "},
    {"programmes", "", "His programme will include talks with Minister Ada Nwosu. "},
    {"councils", "The Harrow Trade Council met. ", "The Chair of the Council spoke. "},
    {"denials", "", "He did not attend the Harrow Water Conference in Rome. "},
    {"lists in lists", "A title\n", "- Ann Ode attended the Harrow Forum:\n"},
    {"tied names", "", "EU-Norway Council "},
    {"his visits", "He met with Minister Ada Nwosu ", "during his visit to Rome "},
    {"bodies in a list", "The meeting was attended by ", "the Harrow Bank, Nordlicht, "},
    {"transcripts", "Meeting on ports\n",
     "President of Malta Ada Nwosu: I met Ann Ode. My visit went well. "},
    {"advisories", "A title\n",
     "WHAT: Press Conference\n\nWHO: Minister Ada Nwosu\n\nWHERE: Rome\n\n"},
    {"states' organs", "", "The Security Council met. The Security Council of Malta met. "},
    {"invalid UTF-8", "A title\n", "\xFF\xC3("},
    {"NUL", "A title\n", std::string("\0", 1)},
    {"line ends", "A title\n", "\n"},
    {"open elements", "<html><body><article>", "<div><p>word "},
    {"entities", "<html><body><article><p>", "&amp;&lt;&#x110000;"},
    {"open arrays", "[{\"text\":", "["},
    {"JSON escapes", "{\"title\":\"A title\",\"text\":\"", "\\u0000\\ud800"},
};

std::string made(const Kind& kind, std::size_t size) {
  auto bytes = kind.before;
  while (bytes.size() < size) {
    bytes += kind.again;
  }
  return bytes;
}

void read_and_extract(const Extractor& extractor, const std::string& bytes) {
  std::istringstream in(bytes);
  std::ostringstream out;
  read_stream(in, "hostile", std::nullopt, ReadLimits{}, [&](Record record) {
    if (auto* release = std::get_if<Release>(&record)) {
      write_extraction(extractor.extract(std::move(*release)), out);
    }
    return true;
  });
}

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  using namespace pressgraph;
  const std::size_t size = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
  const Extractor extractor;
  CALLGRIND_START_INSTRUMENTATION;
  for (const auto& kind : kinds) {
    if (argc > 2 && std::string_view(argv[2]) != kind.name) {
      continue;
    }
    // What is set up at its first use, as patterns are, must not count as work on the first text.
    read_and_extract(extractor, made(kind, size / 10));
    for (const auto bytes : {size, 2 * size, 4 * size}) {
      const auto text = made(kind, bytes);
      // The request keeps a pointer only.
      const auto label = std::string(kind.name) + "|" + std::to_string(bytes);
      CALLGRIND_ZERO_STATS;
      read_and_extract(extractor, text);
      CALLGRIND_DUMP_STATS_AT(label.c_str());
    }
  }
  return 0;
}
