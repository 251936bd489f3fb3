// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
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
  std::string_view done = "skipped";  ///< with it

  [[nodiscard]] std::string text() const;
};

/// What is done with a record that is read as far as it goes.
constexpr std::string_view read_in_part = "read in part";

/// What a reader hands on, in input order. An Extraction comes from files that `extract` wrote.
using Record = std::variant<Release, Extraction, BadRecord>;

/// Called for each record; return false to stop reading.
using RecordSink = std::function<bool(Record)>;

/// A value that an input gives for a field of its release, and where it stands there.
struct FoundValue {
  std::string_view field;
  std::string_view value;
  std::string_view from;
  bool believed = false;  ///< false where a value that is trusted more was found before
};
using Explain = std::function<void(const FoundValue&)>;

class HtmlLayouts;

/// The layouts of pages that `toml` (schemas/layouts.toml), which messages call `path`, tells of.
/// Throws Error that names layout and what is wrong.
std::shared_ptr<const HtmlLayouts> read_layouts(std::string_view toml, std::string_view path);

struct ReadLimits {
  std::uint64_t max_record = 16ULL << 20U;  ///< bytes
  int max_depth = 64;                       ///< of JSON, and of the parts of a mail
  int max_containers = 8;         ///< around one another: a gzip'd tar of ZIP files has three
  std::uint64_t max_ratio = 250;  ///< of what is unpacked to the file, from 64 MiB on
  Explain explain = {};           ///< told what was found; may be empty
  const HtmlLayouts* layouts = nullptr;  ///< of pages; null: none is known
  /// Whether a file of a folder is not read, and nothing said of it; may be empty.
  std::function<bool(const std::string& path)> passes_over = {};
  /// Called where a signal ended a wait for standard input or a pipe: reading goes on unless it
  /// throws, which ends the input there; may be empty.
  std::function<void()> interrupted = {};
};

enum class InputFormat : std::uint8_t {
  archive,
  arc,
  csv,
  extraction,
  feed,
  html,
  json,
  jsonl,
  mail,
  markdown,
  mbox,
  pdf,
  text,
  warc
};

struct InputFormatInfo {
  InputFormat format;
  std::string_view name;         ///< for --input-format and `pressgraph formats`
  std::string_view description;  ///< one line
};

/// Every input format, in the order in which content is looked at.
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
/// ones left out, links not followed out of it), for an entry of an archive ("a.zip/b.html"), or
/// for standard input where `path` is "-".
bool read_path(const std::string& path, std::optional<InputFormat> format, const ReadLimits& limits,
               const RecordSink& sink);

}  // namespace pressgraph
