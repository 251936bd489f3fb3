// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>

#include "importers/readers/reader.hpp"

/// What the readers of the container formats share.
namespace pressgraph {

/// What is known of an input from the container that it lies in.
struct Surroundings {
  std::uint64_t record = 0;  ///< its number in that container; 0 where it is a file
  std::string url;
  std::string captured;               ///< when a crawl fetched it, ISO 8601
  std::string charset;                ///< as HTTP or MIME declare it
  std::string language;               ///< BCP 47
  int codings = 0;                    ///< how often it was compressed
  int depth = 0;                      ///< how many containers are around it
  std::optional<InputFormat> format;  ///< as which it is to be read; none: as its content shows
  std::uint64_t records_before = 0;   ///< of a crawl, before a break in it
  std::uint64_t* records = nullptr;   ///< told how many there were up to the end, where not null
  std::string only;                   ///< the path of the one entry that is wanted; empty: all
};

struct Input {
  std::istream& in;
  const std::string& path;
  const ReadLimits& limits;
  const RecordSink& sink;
  const Surroundings& around;
};

// One function a container format (formats.cpp). Each hands every record of `in` to the sink and
// returns false where the sink stopped it.
bool read_archive(const Input& input);
bool read_arc(const Input& input);
bool read_csv(const Input& input);
bool read_extractions(const Input& input);
bool read_feed(const Input& input);
bool read_html(const Input& input);
bool read_json(const Input& input);
bool read_json_lines(const Input& input);
bool read_mail(const Input& input);
bool read_markdown(const Input& input);
bool read_mbox(const Input& input);
bool read_pdf(const Input& input);
bool read_text(const Input& input);
bool read_warc(const Input& input);

/// Reads `bytes`, a part of a container, with what the container tells of it.
bool read_part(std::string_view bytes, const Input& container, const Surroundings& around);

/// Reads any stream, compressed or not, in the format that its surroundings or its content tell.
bool read_any(const Input& input);

/// "12 bytes", "3.5 MiB".
std::string fmt_bytes(std::uint64_t count);

/// All that `in` holds, and no more than `limit` + 1 bytes of it.
std::string read_whole(std::istream& in, std::uint64_t limit);

/// `kind` ("a page", "a record") is larger than --max-record.
BadRecord too_large(const Input& input, std::string_view kind, std::uint64_t line = 0);

/// A stream of a head that was read to look at it, then of the rest.
class HeadBuffer : public std::streambuf {
 public:
  HeadBuffer(std::string head, std::istream& rest);

 protected:
  int_type underflow() override;

 private:
  std::string buffer_;
  std::istream& rest_;
};

/// Up to 64 KiB of `in`, to look at.
std::string read_head(std::istream& in);

/// A stream over bytes that outlive it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes);
};

}  // namespace pressgraph
