// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>

#include "importers/readers/reader.hpp"

/// Files that were compressed as a whole, up to where they can be read.
namespace pressgraph {

enum class Coding : std::uint8_t { gzip, bzip2, xz, zstd };

/// Told by the magic bytes at the start of `head`; none where there are none of these.
std::optional<Coding> coding_of(std::string_view head);

/// How much came out of how much, against bombs.
struct Unpacked {
  std::uint64_t in = 0;   ///< bytes
  std::uint64_t out = 0;  ///< bytes

  /// What is wrong with the ratio ("more than 250 times as large as its file after 64 MiB"); empty
  /// where nothing is: a small file may be compressed as well as it likes.
  [[nodiscard]] std::string excess(std::uint64_t max_ratio) const;
};

class Decoder;

/// The bytes that compressed ones stand for, members in a row as one stream. Gives all that comes
/// before a break, then ends, and `failure` tells.
class DecompressedBytes : public std::streambuf {
 public:
  /// `in` must outlive it.
  DecompressedBytes(std::istream& in, Coding coding, const ReadLimits& limits);
  DecompressedBytes(const DecompressedBytes&) = delete;
  DecompressedBytes& operator=(const DecompressedBytes&) = delete;
  DecompressedBytes(DecompressedBytes&&) = delete;
  DecompressedBytes& operator=(DecompressedBytes&&) = delete;
  ~DecompressedBytes() override;

  /// Why the stream ended before its end: "gzip data that is cut short at byte 120". Empty while
  /// all that was asked for could be given.
  [[nodiscard]] const std::string& failure() const { return failure_; }

  /// After a failure inside a member of gzip: goes on with the next member whose content begins
  /// with `beginning`, as if nothing had failed; false where there is none.
  bool resume(std::string_view beginning);

 protected:
  int_type underflow() override;

 private:
  std::size_t fill();
  void more_input(std::size_t wanted);
  bool next_member();
  bool seek_member();
  void fail_at(std::uint64_t offset, std::string_view what);

  std::istream& in_;
  Coding coding_;
  std::uint64_t max_ratio_;
  std::unique_ptr<Decoder> decoder_;
  std::string input_;
  std::string_view left_;    // of input_: not yet decoded
  std::uint64_t taken_ = 0;  // bytes of the file that are in input_ or before it
  Unpacked unpacked_;
  bool member_ended_ = false;
  std::string output_;
  std::string failure_;
  std::string pending_failure_;  // told when all before it was given
};

}  // namespace pressgraph
