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
  unsigned jobs = 1;
  bool quiet = false;
  std::string schemas;  ///< empty: those embedded in the program
  std::optional<InputFormat> input_format;

  // build, extract, read
  ReadLimits limits;
  bool strict = false;
  std::string report;
  bool explain = false;

  // build, extract, read, export, verify-export
  std::vector<std::string> inputs;
  std::string output = "-";
  bool replace = false;
  bool resume = false;
  std::string judgements;  ///< empty: beside the store, where there are any

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
  unsigned hops = 1;
  std::string profile = "universal";
  std::string rdf_star;  ///< empty: none
  bool aggregate = false;
  std::string since;
  std::string until;
  double min_confidence = 0.0;
  std::size_t limit = 0;
  bool sources = false;
};

}  // namespace pressgraph
