// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/authority.hpp"

#include <algorithm>
#include <array>

#include "graph/error.hpp"
#include "importers/authority/csv_authority.hpp"
#include "importers/authority/entries.hpp"
#include "importers/authority/rdf_authority.hpp"
#include "importers/readers/charset.hpp"

namespace pressgraph {
namespace {

struct Kind {
  std::string_view ending;
  const char* syntax;  ///< Raptor's name of it; nullptr for a table
};

constexpr std::array<Kind, 7> kinds{{{".ttl", "turtle"},
                                     {".nt", "ntriples"},
                                     {".rdf", "rdfxml"},
                                     {".xml", "rdfxml"},
                                     {".owl", "rdfxml"},
                                     {".csv", nullptr},
                                     {".tsv", nullptr}}};

}  // namespace

std::vector<AuthorityEntry> read_authority(std::string_view bytes, const std::string& path,
                                           const AuthorityLimits& limits) {
  const auto* kind =
      std::ranges::find_if(kinds, [&](const Kind& k) { return path.ends_with(k.ending); });
  if (kind == kinds.end()) {
    throw Error(path +
                ": not known by its name, expected .ttl, .nt, .rdf, .xml, .owl, .csv or .tsv");
  }
  if (bytes.size() > limits.bytes) {
    throw Error(path + ": more than " + std::to_string(limits.bytes) +
                " bytes, expected a list of names; leave out what is no label or link");
  }
  if (!is_utf8(bytes)) {
    throw Error(path + ": not UTF-8, expected UTF-8");
  }
  if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
    const auto lines = std::ranges::count(bytes.substr(0, nul), '\n');
    throw Error(path + ":" + std::to_string(lines + 1) + ": a NUL byte, expected text in UTF-8");
  }
  bytes.remove_prefix(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  if (kind->syntax == nullptr) {
    return read_csv_authority(bytes, path, limits);
  }
  AuthorityEntries entries;
  read_rdf_authority(bytes, path, kind->syntax, limits, entries);
  return entries.take();
}

}  // namespace pressgraph
