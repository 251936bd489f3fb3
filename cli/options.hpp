// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "importers/readers/reader.hpp"

namespace pressgraph {

/// All that can be said on the command line. Each command reads the members that it declared.
struct Options {
  // every command
  std::string schemas;  ///< empty: those embedded in the program
  std::optional<InputFormat> input_format;

  // build, extract, read
  ReadLimits limits;
  std::string report;
  std::string topics;  ///< empty: topics are linked to no thesaurus

  // build, extract, read, export, verify-export
  std::vector<std::string> inputs;
  std::string output = "-";
  std::vector<std::string> authority;  ///< files of the user's own entries
  std::string judgements;              ///< empty: beside the store, where there are any

  // query, export, why, verify, verify-export
  std::string store;
  std::string question;
  std::vector<std::string> arguments;
  std::string format;
  std::string base;
  std::vector<std::string> types;
  std::vector<std::string> relations;
  std::vector<std::string> statuses;
  std::string publisher;
  std::string around;
  std::string profile;   // of --format graphml; empty: universal
  std::string rdf_star;  ///< empty: none
  std::string since;
  std::string until;
  double min_confidence = 0.0;
  std::size_t limit = 0;

  // Switches and counts, together so that no room is lost between them.
  unsigned jobs = 1;       // every command
  unsigned hops = 1;       // of --around
  bool quiet = false;      // every command
  bool strict = false;     // build, extract, read
  bool explain = false;    // read
  bool replace = false;    // build, merge
  bool resume = false;     // build
  bool aggregate = false;  // export, verify-export
  bool sources = false;    // verify
};

}  // namespace pressgraph
