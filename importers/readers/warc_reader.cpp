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
    for (int c = next(); c != end_of_stream; c = next()) {
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
    if (const auto given = std::min<std::uint64_t>(count, again_.size() - at_); given > 0) {
      bytes.assign(again_, at_, std::min(given, keep));
      at_ += given;
      offset_ += given;
      count -= given;
    }
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

  /// Gives the last `bytes`, which end here, once more.
  void give_back(std::string_view bytes) {
    again_ = std::string(bytes) + again_.substr(at_);
    at_ = 0;
    offset_ -= bytes.size();
  }

  /// Whether a record may end here, as its length says: a line ends, or the stream.
  [[nodiscard]] bool at_record_end() const {
    const int c = at_ < again_.size() ? again_[at_] : in_.sgetc();
    return c == '\r' || c == '\n' || c == end_of_stream;
  }

  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  [[nodiscard]] std::uint64_t missing() const { return missing_; }  ///< of the last `take`

 private:
  static constexpr int end_of_stream = std::char_traits<char>::eof();

  int next() {
    return at_ < again_.size() ? static_cast<unsigned char>(again_[at_++]) : in_.sbumpc();
  }

  std::streambuf& in_;
  std::string again_;  // given back, up to at_ taken once more
  std::size_t at_ = 0;
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

// When a page was fetched, of the words of an ARC's line: "20050607080910", in UTC.
std::string arc_date_in(const std::vector<std::string>& words) {
  constexpr std::size_t least = 8;          // digits of a day
  constexpr std::size_t without_zone = 19;  // "2005-06-07T08:09:10"
  for (const auto& word : words) {
    auto date = word.size() < least ? std::string() : iso_date_in(word);
    if (!date.empty()) {
      return date.size() == without_zone ? date + "Z" : date;
    }
  }
  return {};
}

class Crawl {
 public:
  explicit Crawl(const Input& input)
      : input_(input), bytes_(input.in), number_(input.around.records_before) {}
  Crawl(const Crawl&) = delete;
  Crawl& operator=(const Crawl&) = delete;
  Crawl(Crawl&&) = delete;
  Crawl& operator=(Crawl&&) = delete;
  ~Crawl() {
    if (input_.around.records != nullptr) {
      *input_.around.records = number_;
    }
  }

  bool read_warc();
  bool read_arc();

 private:
  bool take(const CrawlRecord& record);
  bool pass_on(std::string_view body, const std::string& type, std::string charset,
               const CrawlRecord& record);
  bool report(const CrawlRecord& record, const std::string& found, const std::string& expected,
              std::string_view done = "skipped");
  bool take_block(CrawlRecord& record);
  bool give_back_next(CrawlRecord& record);
  std::optional<std::string> next_version_line();
  std::optional<CrawlRecord> next_arc_record();

  const Input& input_;
  CrawlBytes bytes_;
  std::uint64_t number_;
  bool stopped_ = false;
  int overlong_ = 0;  // records whose length was too large
};

bool Crawl::report(const CrawlRecord& record, const std::string& found, const std::string& expected,
                   std::string_view done) {
  const auto url = record.url.empty() ? std::string() : " (" + record.url + ")";
  return input_.sink(
      BadRecord{input_.path, 0,
                fmt::format("in record {}{} at byte {}: {}", number_, url, record.offset, found),
                expected, done});
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
      !report(record, response.failure, "a whole body; what stands before that is read",
              read_in_part)) {
    return false;
  }
  if (wanted && response.headers.get("content-encoding") == "br" && !is_utf8(response.body)) {
    return report(record, "a body in Brotli's coding", "gzip, deflate or none");
  }
  return pass_on(response.body, media_type(type), parameter_of(type, "charset"), record);
}

// Where the length of `record` is too large, so that its block holds the next record too: gives
// that back. Each time the block is copied, so not often.
bool Crawl::give_back_next(CrawlRecord& record) {
  constexpr int most = 64;
  constexpr std::string_view beginning = "\r\n\r\nWARC/1.";
  const auto next = overlong_ < most ? record.block.find(beginning) : std::string::npos;
  if (next == std::string::npos) {
    return false;
  }
  ++overlong_;
  constexpr std::size_t line_ends = 4;
  bytes_.give_back(std::string_view(record.block).substr(next + line_ends));
  record.block.resize(next);
  record.missing = 0;
  return true;
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
  const bool whole = record.missing == 0 && bytes_.at_record_end();
  const bool overlong = !whole && record.length <= limit && give_back_next(record);
  if (!take(record)) {
    return false;
  }
  if (overlong) {
    return report(record,
                  fmt::format("a Content-Length of {} that goes beyond the next record",
                              fmt_bytes(record.length)),
                  "the length of its block; both are read", read_in_part);
  }
  return record.missing == 0 ||
         report(record,
                fmt::format("{} of {}", fmt_bytes(record.length - record.missing),
                            fmt_bytes(record.length)),
                "the whole record; what there is of it is read", read_in_part);
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
        stopped_ = true;
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
  return !stopped_;
}

// The record that a line of ARC begins: "URL IP-address date content-type length", in ARC 2.0 with
// more before the length. None where it begins none.
std::optional<CrawlRecord> arc_record_of(const std::string& line) {
  std::vector<std::string> words;
  std::istringstream in(line);
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  const auto length = words.size() < 5 ? std::nullopt : number_in(words.back());
  const bool names_url = length && (words.front().find("://") != std::string::npos ||
                                    words.front().starts_with("dns:"));
  if (!names_url) {
    return std::nullopt;
  }
  CrawlRecord record;
  record.url = clean_text(words.front());
  record.captured = arc_date_in({words.begin() + 1, words.end() - 1});
  record.length = *length;
  record.kind = record.url.starts_with("http") ? "response" : "";
  record.content_type = "application/http";
  return record;
}

// Lines that begin no record are reported once, and passed over.
std::optional<CrawlRecord> Crawl::next_arc_record() {
  bool reported = false;
  while (true) {
    const auto offset = bytes_.offset();
    const auto line = bytes_.line();
    if (!line) {
      return std::nullopt;
    }
    if (line->empty()) {
      continue;
    }
    if (auto record = arc_record_of(*line)) {
      ++number_;
      record->offset = offset;
      return record;
    }
    if (!reported) {
      reported = true;
      CrawlRecord here;
      here.offset = offset;
      ++number_;
      if (!report(here, "a line that begins no record",
                  "URL, address, date, type and length; what follows is passed over up to such a "
                  "line")) {
        stopped_ = true;
        return std::nullopt;
      }
      --number_;
    }
  }
}

bool Crawl::read_arc() {
  while (auto record = next_arc_record()) {
    if (!take_block(*record)) {
      return false;
    }
  }
  return !stopped_;
}

}  // namespace

bool read_warc(const Input& input) {
  return Crawl(input).read_warc();
}

bool read_arc(const Input& input) {
  return Crawl(input).read_arc();
}

}  // namespace pressgraph
