// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <fmt/format.h>

#include "graph/error.hpp"
#include "importers/readers/formats.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::array<InputFormatInfo, 5> formats{{
    {InputFormat::text, "text", "plain text, UTF-8: the first line is the title"},
    {InputFormat::json, "json", "a JSON object, or an array of them, each a release"},
    {InputFormat::jsonl, "jsonl", "a JSON object a line, each a release"},
    {InputFormat::html, "html", "a saved web page"},
    {InputFormat::extraction, "extraction", "what `pressgraph extract` wrote, a release a line"},
}};

constexpr std::size_t head_size = 1U << 16U;

// A stream of the head that was read to tell the format, then of the rest.
class HeadBuffer : public std::streambuf {
 public:
  HeadBuffer(std::string head, std::istream& rest) : buffer_(std::move(head)), rest_(rest) {
    setg(buffer_.data(), buffer_.data(), buffer_.data() + buffer_.size());
  }

 protected:
  int_type underflow() override {
    buffer_.resize(head_size);
    rest_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto count = rest_.gcount();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(buffer_.front());
  }

 private:
  std::string buffer_;
  std::istream& rest_;
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

bool is_html(std::string_view head) {
  const auto start = lower(head.substr(0, 4096));
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         (start.starts_with("<") &&
          (start.find("<html") != std::string::npos || start.find("<body") != std::string::npos ||
           start.find("<head") != std::string::npos ||
           start.find("<article") != std::string::npos));
}

// Whether the braces of `line` close at its end, strings aside.
bool is_whole_object(std::string_view line) {
  int depth = 0;
  bool text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (text) {
      i += c == '\\' ? 1U : 0U;
      text = c != '"';
      continue;
    }
    text = c == '"';
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
  }
  return depth == 0 && !text;
}

InputFormat json_format(std::string_view head) {
  const auto end = head.find('\n');
  const auto line = head.substr(0, end);
  if (head.front() == '[' || (end != std::string_view::npos && !is_whole_object(line))) {
    return InputFormat::json;
  }
  const bool extraction = line.find("\"release\"") != std::string_view::npos &&
                          line.substr(0, 20).find("\"release\"") != std::string_view::npos;
  return extraction ? InputFormat::extraction : InputFormat::jsonl;
}

bool read_as(InputFormat format, const Input& input) {
  switch (format) {
    case InputFormat::text:
      return read_text(input);
    case InputFormat::json:
      return read_json(input);
    case InputFormat::jsonl:
      return read_json_lines(input);
    case InputFormat::html:
      return read_html(input);
    case InputFormat::extraction:
      return read_extractions(input);
  }
  return true;
}

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> paths;
  for (auto entry = fs::recursive_directory_iterator(folder);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->path().filename().string().starts_with(".")) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      paths.push_back(entry->path().string());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

bool read_file(const std::string& path, std::optional<InputFormat> format, const ReadLimits& limits,
               const RecordSink& sink) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return sink(BadRecord{path, 0, "a file that cannot be opened", "one that can be read"});
  }
  return read_stream(in, path, format, limits, sink);
}

}  // namespace

std::string BadRecord::text() const {
  const auto place = line == 0 ? path : path + ":" + std::to_string(line);
  return place + ": " + found + ", expected " + expected;
}

std::string fmt_bytes(std::uint64_t count) {
  if (count < 1024) {
    return fmt::format("{} bytes", count);
  }
  return count < (1U << 20U) ? fmt::format("{:.4g} KiB", static_cast<double>(count) / 1024.0)
                             : fmt::format("{:.4g} MiB", static_cast<double>(count) / 1048576.0);
}

bool next_line(std::istream& in, std::string& line, std::uint64_t limit, bool& too_long) {
  line.clear();
  too_long = false;
  bool any = false;
  auto* buffer = in.rdbuf();
  for (auto c = buffer->sbumpc(); c != std::char_traits<char>::eof(); c = buffer->sbumpc()) {
    any = true;
    if (c == '\n') {
      return true;
    }
    if (line.size() < limit) {
      line += static_cast<char>(c);
    } else {
      too_long = true;
    }
  }
  return any;
}

std::span<const InputFormatInfo> input_formats() {
  return formats;
}

std::optional<InputFormat> input_format_named(std::string_view name) {
  const auto* found = std::ranges::find(formats, name, &InputFormatInfo::name);
  return found == formats.end() ? std::nullopt : std::optional(found->format);
}

InputFormat detect_format(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) {
    head.remove_prefix(3);
  }
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    return InputFormat::text;
  }
  head.remove_prefix(first);
  const auto second = head.find_first_not_of(" \t\r\n", 1);
  const char next = second == std::string_view::npos ? '\0' : head[second];
  const bool object = head.front() == '{' && (next == '"' || next == '}');
  const bool array = head.front() == '[' && (next == '{' || next == ']');
  if (object || array) {
    return json_format(head);
  }
  return is_html(head) ? InputFormat::html : InputFormat::text;
}

bool read_stream(std::istream& in, const std::string& path, std::optional<InputFormat> format,
                 const ReadLimits& limits, const RecordSink& sink) {
  std::string head(head_size, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  const auto chosen = format.value_or(detect_format(head));
  HeadBuffer buffer(std::move(head), in);
  std::istream whole(&buffer);
  return read_as(chosen, {whole, path, limits, sink});
}

bool read_path(const std::string& path, std::optional<InputFormat> format, const ReadLimits& limits,
               const RecordSink& sink) {
  if (path == "-") {
    return read_stream(std::cin, path, format, limits, sink);
  }
  if (!fs::exists(path)) {
    throw Error(path + ": no such file or folder, expected a release, a folder of them, or \"-\"");
  }
  if (!fs::is_directory(path)) {
    return read_file(path, format, limits, sink);
  }
  for (const auto& file : files_below(path)) {
    if (!read_file(file, format, limits, sink)) {
      return false;
    }
  }
  return true;
}

}  // namespace pressgraph
