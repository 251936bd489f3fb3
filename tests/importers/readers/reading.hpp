// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "importers/readers/reader.hpp"

/// Reading from a string instead of a file, for the tests of readers.
namespace pressgraph {

struct ReadResult {
  std::vector<Release> releases;
  std::vector<Extraction> extractions;
  std::vector<std::string> messages;  ///< of the bad records
};

inline RecordSink collect(ReadResult& result) {
  return [&result](Record record) {
    if (auto* release = std::get_if<Release>(&record)) {
      result.releases.push_back(std::move(*release));
    } else if (auto* extraction = std::get_if<Extraction>(&record)) {
      result.extractions.push_back(std::move(*extraction));
    } else {
      result.messages.push_back(std::get<BadRecord>(record).text());
    }
    return true;
  };
}

inline ReadResult read_bytes(const std::string& bytes, const std::string& path = "in",
                             std::optional<InputFormat> format = std::nullopt,
                             const ReadLimits& limits = {}) {
  ReadResult result;
  std::istringstream in(bytes);
  read_stream(in, path, format, limits, collect(result));
  return result;
}

inline ReadResult read_from(const std::string& path) {
  ReadResult result;
  read_path(path, std::nullopt, {}, collect(result));
  return result;
}

}  // namespace pressgraph
