// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "graph/model.hpp"

/// Bytes -> releases. One file a container format; readers.hpp lists them in one table.
namespace pressgraph {

/// A record that could not be read. `text()` is what users see: `path:line: what, expected what`.
struct BadRecord {
  std::string path;
  std::uint64_t line = 0;  ///< 1-based; 0 where the file as a whole is meant
  std::string found;
  std::string expected;

  [[nodiscard]] std::string text() const;
};

/// What a reader hands on, in input order. An Extraction comes from files that `extract` wrote.
using Record = std::variant<Release, Extraction, BadRecord>;

/// Called for each record; return false to stop reading.
using RecordSink = std::function<bool(Record)>;

struct ReadLimits {
  std::uint64_t max_record = 256ULL << 20U;  ///< bytes
  int max_depth = 64;                        ///< of JSON
};

enum class InputFormat : std::uint8_t { text, json, jsonl, html, extraction };

struct InputFormatInfo {
  InputFormat format;
  std::string_view name;         ///< for --input-format and `pressgraph formats`
  std::string_view description;  ///< one line
};

/// Every input format, in the order that help prints them.
std::span<const InputFormatInfo> input_formats();
std::optional<InputFormat> input_format_named(std::string_view name);

/// Told from the first bytes (up to 64 KiB are enough), never from a name. Text where nothing else
/// fits.
InputFormat detect_format(std::string_view head);

/// Reads all of `in` as `format` (or as told from its content) and hands each record to `sink`,
/// holding one record in memory at a time. `path` names the input in sources and messages. Bad
/// records go to the sink; only a stream that fails throws Error. Returns false where the sink
/// stopped it.
bool read_stream(std::istream& in, const std::string& path, std::optional<InputFormat> format,
                 const ReadLimits& limits, const RecordSink& sink);

/// The same for a file, for every regular file below a folder (in byte order of their paths, hidden
/// ones left out, links not followed out of it), or for standard input where `path` is "-".
bool read_path(const std::string& path, std::optional<InputFormat> format, const ReadLimits& limits,
               const RecordSink& sink);

}  // namespace pressgraph
