// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <string>

#include "importers/readers/reader.hpp"

/// One function a container format. Each hands every record of `in` to the sink and returns false
/// where the sink stopped it.
namespace pressgraph {

struct Input {
  std::istream& in;
  const std::string& path;
  const ReadLimits& limits;
  const RecordSink& sink;
};

bool read_text(const Input& input);
bool read_html(const Input& input);
/// A JSON object, or an array of them; each object is a release.
bool read_json(const Input& input);
/// A JSON object a line.
bool read_json_lines(const Input& input);
/// Lines that `pressgraph extract` wrote.
bool read_extractions(const Input& input);

/// "12 bytes", "3.5 MiB".
std::string fmt_bytes(std::uint64_t count);

/// Reads one line without its end into `line`. Of a line longer than `limit` only `limit` bytes are
/// kept and `too_long` is set. False at the end of the stream.
bool next_line(std::istream& in, std::string& line, std::uint64_t limit, bool& too_long);

}  // namespace pressgraph
