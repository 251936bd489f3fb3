// SPDX-License-Identifier: Apache-2.0
// Crawls: WARC 1.0 and 1.1 (with WET) and ARC. Each page that was fetched is read as what it is.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <sstream>
#include <vector>

#include <fmt/format.h>

#include "importers/readers/charset.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/http_message.hpp"
#include "importers/readers/input.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t longest_line = 1U << 16U;

// A crawl's records, whatever its format.
struct CrawlRecord {
  std::string kind;  // of WARC: response, resource, conversion, ...
  std::string url;
  std::string captured;  // ISO 8601
  std::string content_type;
  std::string language;
  std::uint64_t offset = 0;  // of its first byte in the crawl, unpacked
  std::uint64_t length = 0;  // of its block, as its header says
  std::string block;
  std::uint64_t missing = 0;  // bytes of the block that its header promises and the crawl lacks
};

// The bytes of a crawl, counted.
class CrawlBytes {
 public:
  explicit CrawlBytes(std::istream& in) : in_(*in.rdbuf()) {}

  /// One line without its end; none at the end of the stream.
  std::optional<std::string> line() {
    std::string line;
    for (int c = in_.sbumpc(); c != end_of_stream; c = in_.sbumpc()) {
      ++offset_;
      if (c == '\n') {
        if (line.ends_with('\r')) {
          line.pop_back();
        }
        return line;
      }
      if (line.size() < longest_line) {
        line += static_cast<char>(c);
      }
    }
    return line.empty() ? std::nullopt : std::optional(line);
  }

  /// Up to `count` bytes, of which `keep` are kept.
  std::string take(std::uint64_t count, std::uint64_t keep) {
    std::string bytes;
    std::array<char, 1U << 14U> piece{};
    while (count > 0) {
      const auto wanted = std::min<std::uint64_t>(count, piece.size());
      const auto got = in_.sgetn(piece.data(), static_cast<std::streamsize>(wanted));
      if (got <= 0) {
        break;
      }
      offset_ += static_cast<std::uint64_t>(got);
      count -= static_cast<std::uint64_t>(got);
      const auto room = keep - std::min<std::uint64_t>(keep, bytes.size());
      bytes.append(piece.data(), std::min<std::size_t>(static_cast<std::size_t>(got), room));
    }
    missing_ = count;
    return bytes;
  }

  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  [[nodiscard]] std::uint64_t missing() const { return missing_; }  ///< of the last `take`

 private:
  static constexpr int end_of_stream = std::char_traits<char>::eof();
  std::streambuf& in_;
  std::uint64_t offset_ = 0;
  std::uint64_t missing_ = 0;
};

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr != text.data() ? std::optional(number) : std::nullopt;
}

// Media types of what may be a release or hold some.
bool may_be_release(const std::string& type, std::string_view url) {
  constexpr std::array<std::string_view, 13> types{"",
                                                   "text/html",
                                                   "text/plain",
                                                   "text/xml",
                                                   "text/markdown",
                                                   "text/csv",
                                                   "application/xhtml+xml",
                                                   "application/xml",
                                                   "application/json",
                                                   "application/rss+xml",
                                                   "application/atom+xml",
                                                   "application/pdf",
                                                   "application/ld+json"};
  return std::ranges::find(types, std::string_view(type)) != types.end() &&
         !url.ends_with("/robots.txt");
}

class Crawl {
 public:
  explicit Crawl(const Input& input) : input_(input), bytes_(input.in) {}

  bool read_warc();
  bool read_arc();

 private:
  bool take(const CrawlRecord& record);
  bool pass_on(std::string_view body, const std::string& type, std::string charset,
               const CrawlRecord& record);
  bool report(const CrawlRecord& record, const std::string& found, const std::string& expected);
  bool take_block(CrawlRecord& record);
  std::optional<std::string> next_version_line();

  const Input& input_;
  CrawlBytes bytes_;
  std::uint64_t number_ = 0;
};

bool Crawl::report(const CrawlRecord& record, const std::string& found,
                   const std::string& expected) {
  const auto url = record.url.empty() ? std::string() : " (" + record.url + ")";
  return input_.sink(BadRecord{
      input_.path, 0,
      fmt::format("in record {}{} at byte {}: {}", number_, url, record.offset, found), expected});
}

bool Crawl::pass_on(std::string_view body, const std::string& type, std::string charset,
                    const CrawlRecord& record) {
  if (body.find_first_not_of(" \t\r\n") == std::string_view::npos ||
      !may_be_release(type, record.url)) {
    return true;
  }
  Surroundings around;
  around.record = number_;
  around.url = record.url;
  around.captured = record.captured;
  around.charset = std::move(charset);
  around.language = record.language;
  around.format = input_.around.format;
  if (type == "text/html" && !around.format) {
    around.format = InputFormat::html;
  }
  return read_part(body, input_, around);
}

bool Crawl::take(const CrawlRecord& record) {
  const bool whole =
      record.kind == "response" && media_type(record.content_type) == "application/http";
  if (record.kind != "response" && record.kind != "resource" && record.kind != "conversion") {
    return true;
  }
  if (!whole) {
    return pass_on(record.block, media_type(record.content_type),
                   parameter_of(record.content_type, "charset"), record);
  }
  const auto response = parse_http(record.block, input_.limits.max_record);
  if (response.status != 200) {
    return true;
  }
  const auto type = response.headers.get("content-type");
  const bool wanted = may_be_release(media_type(type), record.url);
  if (wanted && !response.failure.empty() && record.missing == 0 &&
      !report(record, response.failure, "a whole body; what stands before that is read")) {
    return false;
  }
  if (wanted && response.headers.get("content-encoding") == "br" && !is_utf8(response.body)) {
    return report(record, "a body in Brotli's coding", "gzip, deflate or none");
  }
  return pass_on(response.body, media_type(type), parameter_of(type, "charset"), record);
}

// Reads the block of `record` and takes what it holds; false where the sink stopped. A block that
// is too large is passed over, one that is cut short is read as far as it goes, then reported.
bool Crawl::take_block(CrawlRecord& record) {
  const auto limit = input_.limits.max_record;
  record.block = bytes_.take(record.length, limit);
  record.missing = bytes_.missing();
  if (record.missing == 0 && record.length > limit) {
    return report(record, "a record of more than " + fmt_bytes(limit),
                  "at most that (--max-record)");
  }
  if (!take(record)) {
    return false;
  }
  return record.missing == 0 ||
         report(record,
                fmt::format("{} of {}", fmt_bytes(record.length - record.missing),
                            fmt_bytes(record.length)),
                "the whole record; what there is of it is read");
}

// The next line "WARC/1.0". Lines that are anything else are reported once.
std::optional<std::string> Crawl::next_version_line() {
  bool reported = false;
  while (auto line = bytes_.line()) {
    if (line->starts_with("WARC/")) {
      return line;
    }
    if (!line->empty() && !reported) {
      reported = true;
      CrawlRecord here;
      here.offset = bytes_.offset();
      ++number_;
      if (!report(here, "a line that begins no record",
                  "\"WARC/1.0\"; what follows is passed over up to there")) {
        return std::nullopt;
      }
      --number_;
    }
  }
  return std::nullopt;
}

bool Crawl::read_warc() {
  while (next_version_line()) {
    CrawlRecord record;
    record.offset = bytes_.offset();
    ++number_;
    std::string block;
    for (auto line = bytes_.line(); line && !line->empty(); line = bytes_.line()) {
      if (block.size() < longest_line) {
        block += *line + "\n";
      }
    }
    const auto headers = Headers::parse(block);
    record.kind = lower_ascii(headers.get("warc-type"));
    record.url = clean_text(headers.get("warc-target-uri"));
    if (record.url.starts_with("<") && record.url.ends_with(">")) {
      record.url = record.url.substr(1, record.url.size() - 2);  // WARC 1.0's example had them
    }
    record.captured = iso_date_in(headers.get("warc-date"));
    record.content_type = headers.get("content-type");
    const auto language = clean_text(headers.get("warc-identified-content-language"));
    record.language = short_language_code(language.substr(0, language.find(',')));
    const auto length = number_in(headers.get("content-length"));
    if (!length) {
      if (!report(record, "no Content-Length", "one, as each WARC record has")) {
        return false;
      }
      continue;
    }
    record.length = *length;
    if (!take_block(record)) {
      return false;
    }
  }
  return true;
}

// "URL IP-address date content-type length", the URL first and the length last.
bool Crawl::read_arc() {
  while (const auto line = bytes_.line()) {
    if (line->empty()) {
      continue;
    }
    CrawlRecord record;
    record.offset = bytes_.offset();
    ++number_;
    std::vector<std::string> words;
    std::istringstream in(*line);
    for (std::string word; in >> word;) {
      words.push_back(word);
    }
    const auto length = words.size() < 5 ? std::nullopt : number_in(words.back());
    if (!length) {
      return report(record, "a line that begins no record",
                    "URL, address, date, type and length; the rest is not read");
    }
    record.url = clean_text(words.front());
    record.captured = iso_date_in(words[words.size() - 3]);
    record.length = *length;
    const bool http = record.url.starts_with("http");
    record.kind = http ? "response" : "";
    record.content_type = "application/http";
    if (!take_block(record)) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool read_warc(const Input& input) {
  return Crawl(input).read_warc();
}

bool read_arc(const Input& input) {
  return Crawl(input).read_arc();
}

}  // namespace pressgraph
