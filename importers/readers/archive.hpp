// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>

#include "importers/readers/decompression.hpp"
#include "importers/readers/reader.hpp"

struct archive;
struct archive_entry;

/// Archives through libarchive. Nothing is written to disk, so that no path leaves an archive.
namespace pressgraph {

struct FreeArchive {
  void operator()(archive* opened) const;
};

/// A ZIP or tar archive, read as a stream.
class ArchiveStream {
 public:
  ArchiveStream(std::istream& in, const ReadLimits& limits);

  /// The path of the next entry that is a file; none at the end or where the rest cannot be read.
  std::optional<std::string> next_entry();

  /// The next bytes of the entry, valid until the next call; none at its end or where the rest
  /// cannot be read. What comes before a break is given.
  std::string_view next_bytes();

  /// What was wrong, if anything, and where: "cut short at byte 120, in a/b.txt".
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  static long fill(archive* opened, void* self, const void** bytes);
  void fail();
  void look_at_end();
  std::string_view hole(std::uint64_t size);

  std::istream& in_;
  std::uint64_t max_ratio_;
  std::array<char, 1U << 16U> file_bytes_{};
  bool ends_in_zeros_ = false;  // what was read of the file so far
  Unpacked unpacked_;
  std::string entry_;               // its path; empty between entries
  std::uint64_t offset_ = 0;        // in the entry
  std::string_view block_;          // not yet given
  std::uint64_t block_begins_ = 0;  // in the entry
  std::string failure_;
  std::unique_ptr<archive, FreeArchive> archive_;
};

/// The bytes of the current entry.
class EntryBuffer : public std::streambuf {
 public:
  explicit EntryBuffer(ArchiveStream& archive) : archive_(archive) {}

 protected:
  int_type underflow() override;

 private:
  ArchiveStream& archive_;
};

}  // namespace pressgraph
