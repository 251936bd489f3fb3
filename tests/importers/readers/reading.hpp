// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
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

/// Limits with the layouts of schemas/.
inline ReadLimits known_layouts(ReadLimits limits = {}) {
  static const auto layouts = [] {
    std::ifstream in(PRESSGRAPH_SOURCE_DIR "/schemas/layouts.toml", std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return read_layouts(text.str(), "layouts.toml");
  }();
  limits.layouts = layouts.get();
  return limits;
}

inline ReadResult read_bytes(const std::string& bytes, const std::string& path = "in",
                             std::optional<InputFormat> format = std::nullopt,
                             const ReadLimits& limits = {}) {
  ReadResult result;
  std::istringstream in(bytes);
  read_stream(in, path, format, known_layouts(limits), collect(result));
  return result;
}

inline ReadResult read_from(const std::string& path) {
  ReadResult result;
  read_path(path, std::nullopt, known_layouts(), collect(result));
  return result;
}

}  // namespace pressgraph
