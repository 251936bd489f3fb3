// SPDX-License-Identifier: Apache-2.0
// Packed bytes, in the coding that the first byte tells: any cut of the input gives the same bytes
// and the same failure. And bytes that are packed here come back, all of them or, where the packed
// ones are cut short, what stands before the cut.
#include "importers/readers/decompression.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <zlib.h>
#include <zstd.h>

#include "tests/fuzz/invariants.hpp"

namespace pressgraph {
namespace {

struct Unpacking {
  std::string bytes;
  std::string failure;

  bool operator==(const Unpacking&) const = default;
};

Unpacking unpacked(std::string_view bytes, Coding coding, std::size_t piece) {
  Pieces pieces(std::string(bytes), piece);
  std::istream in(&pieces);
  DecompressedBytes out(in, coding, small_limits);
  std::string all{std::istreambuf_iterator<char>(&out), {}};
  return {std::move(all), out.failure()};
}

std::string in_gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip = 15 + 16;
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  std::string from(bytes);
  stream.next_in = static_cast<Bytef*>(static_cast<void*>(from.data()));
  stream.avail_in = static_cast<uInt>(from.size());
  stream.next_out = static_cast<Bytef*>(static_cast<void*>(packed.data()));
  stream.avail_out = static_cast<uInt>(packed.size());
  require(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib packs what it is given");
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string in_zstd(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 1));
  return packed;
}

void check_comes_back(std::string_view bytes, const std::string& packed, Coding coding) {
  require(unpacked(packed, coding, 7) == Unpacking{std::string(bytes), ""}, "all comes back");
  const auto cut = unpacked(std::string_view(packed).substr(0, packed.size() / 2), coding, 1000);
  require(!cut.failure.empty(), "a cut is told");
  require(bytes.starts_with(cut.bytes), "what stands before a cut comes back");
}

void check(std::string_view bytes) {
  const auto coding = static_cast<Coding>(static_cast<unsigned char>(bytes.front()) % 4U);
  bytes.remove_prefix(1);
  const auto whole = unpacked(bytes, coding, bytes.size() + 1);
  require(whole == unpacked(bytes, coding, 1), "reading byte by byte changes nothing");
  require(whole == unpacked(bytes, coding, 7), "reading in pieces of 7 changes nothing");
  check_comes_back(bytes, in_gzip(bytes), Coding::gzip);
  check_comes_back(bytes, in_zstd(bytes), Coding::zstd);
}

}  // namespace
}  // namespace pressgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0) {
    pressgraph::check(std::string(data, data + size));
  }
  return 0;
}
