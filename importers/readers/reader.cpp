// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "graph/error.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/cut_short.hpp"
#include "importers/readers/decompression.hpp"
#include "importers/readers/formats.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/stream_input.hpp"
#include "importers/readers/wide_text.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_size = 1U << 16U;
constexpr int most_codings = 25;  // around one another

// Whether a link leads to a file inside `folder`.
bool stays_inside(const fs::path& link, const fs::path& folder) {
  std::error_code error;
  const auto target = fs::canonical(link, error);
  if (error || !fs::is_regular_file(target, error)) {
    return false;
  }
  const auto root = fs::canonical(folder, error);
  return !error &&
         std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first == root.end();
}

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> paths;
  const auto end = fs::recursive_directory_iterator();
  for (auto entry =
           fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied);
       entry != end; ++entry) {
    if (entry->path().filename().string().starts_with(".")) {
      entry.disable_recursion_pending();
    } else if (entry->is_symlink() ? stays_inside(entry->path(), folder)
                                   : entry->is_regular_file()) {
      paths.push_back(entry->path().string());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

// Of what may have to be waited for.
bool read_waiting(const std::string& path, const Surroundings& around, const ReadLimits& limits,
                  const RecordSink& sink) {
  StreamInput in(path, limits.interrupted);
  if (!in) {
    return sink(BadRecord{path, 0, "a file that cannot be opened", "one that can be read"});
  }
  if (!read_any({in, path, limits, sink, around})) {
    return false;
  }
  return in.failure().empty() ||
         sink(BadRecord{path, 0, "an input that ends in a failure: " + in.failure(),
                        "one that can be read to its end"});
}

bool read_file(const std::string& path, const Surroundings& around, const ReadLimits& limits,
               const RecordSink& sink) {
  std::error_code error;
  if (path == "-" || !fs::is_regular_file(path, error)) {
    return read_waiting(path, around, limits, sink);
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return sink(BadRecord{path, 0, "a file that cannot be opened", "one that can be read"});
  }
  return read_any({in, path, limits, sink, around});
}

// The file that `path` goes through, where it names an entry of an archive.
std::optional<std::string> archive_of(const fs::path& path) {
  std::error_code error;
  for (auto above = path.parent_path(); !above.empty(); above = above.parent_path()) {
    if (fs::is_regular_file(above, error)) {
      return above.string();
    }
    if (fs::exists(above, error) || above == above.root_path()) {
      break;
    }
  }
  return std::nullopt;
}

// Reads what `bytes` give up to their end or a break, which is told; a crawl is read on behind it.
// `around` counts the records.
bool read_up_to_break(DecompressedBytes& bytes, const Input& input, const Surroundings& around,
                      bool& broken) {
  std::istream in(&bytes);
  CutShortSink cut(input.sink, bytes.failure());
  const RecordSink sink = [&cut](Record record) { return cut.take(std::move(record)); };
  if (!read_any({in, input.path, input.limits, sink, around})) {
    return false;
  }
  const std::string failure = bytes.failure();
  if (failure.empty()) {
    return cut.finish(std::nullopt);
  }
  broken = bytes.resume("WARC/");
  return cut.finish(BadRecord{input.path, 0, failure,
                              broken ? "the whole of it; what stands before and behind is read"
                                     : "the whole of it; what stands before that is read",
                              read_in_part});
}

bool read_compressed(const Input& input, Coding coding) {
  DecompressedBytes bytes(input.in, coding, input.limits);
  auto around = input.around;
  if (++around.codings > most_codings) {
    return input.sink(BadRecord{input.path, 0,
                                fmt::format("a file compressed more than {} times", most_codings),
                                "once or twice"});
  }
  std::uint64_t records = 0;
  around.records = &records;
  bool go_on = true;
  for (bool broken = true; go_on && broken; around.records_before = records) {
    broken = false;
    go_on = read_up_to_break(bytes, input, around, broken);
  }
  return go_on;
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

std::string read_whole(std::istream& in, std::uint64_t limit) {
  constexpr std::size_t piece = 1U << 16U;
  std::string bytes;
  while (bytes.size() <= limit) {
    const auto size = bytes.size();
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(piece, limit + 1 - size));
    bytes.resize(size + wanted);
    const auto count = in.rdbuf()->sgetn(bytes.data() + size, static_cast<std::streamsize>(wanted));
    bytes.resize(size + static_cast<std::size_t>(count));
    if (count == 0) {
      break;
    }
  }
  return bytes;
}

BadRecord too_large(const Input& input, std::string_view kind, std::uint64_t line) {
  return {input.path, line,
          std::string(kind) + " of more than " + fmt_bytes(input.limits.max_record),
          "at most that (--max-record)"};
}

HeadBuffer::HeadBuffer(std::string head, std::istream& rest)
    : buffer_(std::move(head)), rest_(rest) {
  setg(buffer_.data(), buffer_.data(), buffer_.data() + buffer_.size());
}

HeadBuffer::int_type HeadBuffer::underflow() {
  buffer_.resize(head_size);
  const auto count =
      rest_.rdbuf()->sgetn(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
  return count == 0 ? traits_type::eof() : traits_type::to_int_type(buffer_.front());
}

std::string read_head(std::istream& in) {
  std::string head(head_size, '\0');
  const auto count = in.rdbuf()->sgetn(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(count));
  return head;
}

ViewBuffer::ViewBuffer(std::string_view bytes) {
  // Nothing is ever written to the get area.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  char* begin = const_cast<char*>(bytes.data());
  setg(begin, begin, begin + bytes.size());
}

bool read_any(const Input& input) {
  if (input.around.depth > input.limits.max_containers) {
    return input.sink(
        BadRecord{input.path, 0,
                  fmt::format("containers nested more than {} deep", input.limits.max_containers),
                  "fewer of them"});
  }
  auto head = read_head(input.in);
  const auto coding = coding_of(head);
  const auto told = coding ? InputFormat::text : detect_format(head);
  const std::string wide(coding ? "" : marked_charset(head));
  HeadBuffer buffer(std::move(head), input.in);
  std::istream whole(&buffer);
  const Input all{whole, input.path, input.limits, input.sink, input.around};
  if (coding) {
    return read_compressed(all, *coding);
  }
  if (input.limits.explain) {
    input.limits.explain({"format", reader_of(told).info.name, "the content",
                          told == InputFormat::archive || !input.around.format});
  }
  const auto format = told == InputFormat::archive ? told : input.around.format.value_or(told);
  if ((wide.starts_with("UTF-16") || wide.starts_with("UTF-32")) && reader_of(format).by_bytes) {
    WideText text(whole, wide);
    std::istream lines(&text);
    return reader_of(format).read({lines, input.path, input.limits, input.sink, input.around});
  }
  return reader_of(format).read(all);
}

bool read_part(std::string_view bytes, const Input& container, const Surroundings& around) {
  ViewBuffer buffer(bytes);
  std::istream in(&buffer);
  const RecordSink with_surroundings = [&](Record record) {
    if (auto* release = std::get_if<Release>(&record)) {
      release->source.record = around.record;
      release->source.captured = around.captured;
    } else if (auto* bad = std::get_if<BadRecord>(&record)) {
      const auto place = bad->line == 0 ? std::string() : fmt::format(", line {}", bad->line);
      bad->found =
          fmt::format("in record {}{}{}: {}", around.record,
                      around.url.empty() ? "" : " (" + around.url + ")", place, bad->found);
      bad->line = 0;
    }
    return container.sink(std::move(record));
  };
  auto inside = around;
  inside.depth = container.around.depth + 1;
  return read_any({in, container.path, container.limits, with_surroundings, inside});
}

bool read_stream(std::istream& in, const std::string& path, std::optional<InputFormat> format,
                 const ReadLimits& limits, const RecordSink& sink) {
  Surroundings around;
  around.format = format;
  return read_any({in, path, limits, sink, around});
}

bool read_path(const std::string& path, std::optional<InputFormat> format, const ReadLimits& limits,
               const RecordSink& sink) {
  Surroundings around;
  around.format = format;
  if (path == "-") {
    return read_file(path, around, limits, sink);
  }
  if (!fs::exists(path)) {
    const auto archive = archive_of(path);
    if (!archive) {
      throw Error(path +
                  ": no such file or folder, expected a release, a folder of them, or \"-\"");
    }
    around.only = path;
    return read_file(*archive, around, limits, sink);
  }
  if (!fs::is_directory(path)) {
    return read_file(path, around, limits, sink);
  }
  for (const auto& file : files_below(path)) {
    const bool passed_over = limits.passes_over && limits.passes_over(file);
    if (!passed_over && !read_file(file, around, limits, sink)) {
      return false;
    }
  }
  return true;
}

}  // namespace pressgraph
