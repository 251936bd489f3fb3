// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <streambuf>
#include <string>

#include "importers/readers/reader.hpp"

struct archive;
struct archive_entry;

/// Compressed files and archives through libarchive. Nothing is written to disk, so that no path
/// leaves an archive.
namespace pressgraph {

struct FreeArchive {
  void operator()(archive* opened) const;
};

/// An archive, or one compressed file, read as a stream.
class ArchiveStream {
 public:
  enum class Kind : std::uint8_t { compressed, archive };

  ArchiveStream(std::istream& in, Kind kind, const ReadLimits& limits);

  /// The path of the next entry that is a file; none at the end or where the rest cannot be read.
  std::optional<std::string> next_entry();

  /// Up to `size` bytes of the entry; 0 at its end or where the rest cannot be read.
  std::size_t read(char* to, std::size_t size);

  /// What was wrong, if anything, and where: "broken after 120 bytes (truncated gzip input)".
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  static long fill(archive* opened, void* self, const void** bytes);
  void fail();

  std::istream& in_;
  std::uint64_t max_ratio_;
  std::array<char, 1U << 16U> compressed_{};
  std::uint64_t bytes_in_ = 0;
  std::uint64_t bytes_out_ = 0;
  std::string failure_;
  std::unique_ptr<archive, FreeArchive> archive_;
};

/// The bytes of the current entry.
class EntryBuffer : public std::streambuf {
 public:
  explicit EntryBuffer(ArchiveStream& archive) : archive_(archive), buffer_(1U << 17U, '\0') {}

 protected:
  int_type underflow() override;

 private:
  ArchiveStream& archive_;
  std::string buffer_;
};

}  // namespace pressgraph
