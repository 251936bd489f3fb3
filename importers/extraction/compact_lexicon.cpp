// SPDX-License-Identifier: Apache-2.0
// usage: compact_lexicon NAME IN OUT
// Run by the build: writes lexicon IN, which messages call NAME, in the form that is embedded.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "graph/error.hpp"
#include "importers/extraction/lexicon.hpp"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: compact_lexicon NAME IN OUT\n", stderr);
    return 2;
  }
  try {
    std::ifstream in(argv[2], std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    std::ofstream out(argv[3], std::ios::binary);
    out << pressgraph::compact({argv[1], text.str(), {}});
    out.close();
    if (!in || !out) {
      throw pressgraph::Error(std::string(argv[2]) + ": cannot be copied to " + argv[3]);
    }
    return 0;
  } catch (const pressgraph::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
