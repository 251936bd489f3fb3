// SPDX-License-Identifier: Apache-2.0
#include "graph/packed.hpp"

#include <memory>

#include <libdeflate.h>

#include "graph/error.hpp"
#include "graph/identity.hpp"

namespace pressgraph {
namespace {

// What a byte of deflate's stands for is never more (https://zlib.net/zlib_tech.html, maximum
// compression).
constexpr std::size_t most_of_one_byte = 1032;
constexpr unsigned bits = 7;
constexpr std::uint64_t low = (1U << bits) - 1;
constexpr std::uint64_t more = 1U << bits;
constexpr unsigned most_shift = 28;  // five bytes, more than 32 bits

[[noreturn]] void throw_damaged() {
  throw Error("the text of a release is damaged; `pressgraph check` tells what else is");
}

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};
struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const {
    libdeflate_free_decompressor(decompressor);
  }
};

// Each is made once a thread, for its tables are large.
libdeflate_compressor* compressor() {
  constexpr int level = 1;  // twice as fast as 6, and a hundredth of the text larger
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> made(
      libdeflate_alloc_compressor(level));
  return made.get();
}

libdeflate_decompressor* decompressor() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> made(
      libdeflate_alloc_decompressor());
  return made.get();
}

void append_number(std::uint64_t number, std::string& out) {
  for (; number >= more; number >>= bits) {
    out += static_cast<char>((number & low) | more);
  }
  out += static_cast<char>(number);
}

std::uint64_t take_number(std::string_view& packed) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift <= most_shift && !packed.empty(); shift += bits) {
    const std::uint64_t byte = static_cast<unsigned char>(packed.front());
    packed.remove_prefix(1);
    number |= (byte & low) << shift;
    if (byte < more) {
      return number;
    }
  }
  throw_damaged();
}

unsigned value_of(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

}  // namespace

std::string packed_text(std::string_view text) {
  if (compressor() == nullptr) {
    throw Error("no memory to pack a text of " + std::to_string(text.size()) + " bytes");
  }
  std::string packed(libdeflate_zlib_compress_bound(compressor(), text.size()), '\0');
  // As large as the bound says: it always fits.
  packed.resize(libdeflate_zlib_compress(compressor(), text.data(), text.size(), packed.data(),
                                         packed.size()));
  return packed;
}

std::string unpacked_text(std::string_view packed, std::size_t size) {
  if (size > packed.size() * most_of_one_byte) {
    throw_damaged();
  }
  if (decompressor() == nullptr) {
    throw Error("no memory to unpack a text of " + std::to_string(size) + " bytes");
  }
  std::string text(size, '\0');
  std::size_t found = 0;
  if (libdeflate_zlib_decompress(decompressor(), packed.data(), packed.size(), text.data(), size,
                                 &found) != LIBDEFLATE_SUCCESS ||
      found != size) {
    throw_damaged();
  }
  return text;
}

std::string packed_spans(const std::vector<Span>& spans) {
  std::string packed;
  std::uint32_t end = 0;
  for (const auto& span : spans) {
    if (span.begin < end || span.end < span.begin) {
      throw Error("sentences at " + std::to_string(span.begin) + "-" + std::to_string(span.end) +
                  " after one that ends at " + std::to_string(end) + ", expected them in order");
    }
    append_number(span.begin - end, packed);
    append_number(span.end - span.begin, packed);
    end = span.end;
  }
  return packed;
}

std::vector<Span> unpacked_spans(std::string_view packed) {
  std::vector<Span> spans;
  std::uint64_t end = 0;
  while (!packed.empty()) {
    const auto begin = end + take_number(packed);
    end = begin + take_number(packed);
    if (end > UINT32_MAX) {
      throw_damaged();
    }
    spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return spans;
}

std::string packed_traits(const std::vector<ToldTrait>& traits) {
  std::string packed;
  std::int64_t before = 0;
  for (const auto& trait : traits) {
    append_number(static_cast<std::uint64_t>(trait.row - before) * 2 + (trait.main ? 1U : 0U),
                  packed);
    before = trait.row;
  }
  return packed;
}

std::vector<ToldTrait> unpacked_traits(std::string_view packed) {
  std::vector<ToldTrait> traits;
  std::int64_t row = 0;
  while (!packed.empty()) {
    const auto number = take_number(packed);
    row += static_cast<std::int64_t>(number / 2);
    traits.push_back({row, number % 2 != 0});
  }
  return traits;
}

std::int64_t trait_hash(std::string_view name, std::string_view value) {
  constexpr std::uint64_t values = 1U << 23U;
  return static_cast<std::int64_t>(hash64((std::string(name) += '\x1f') += value) % values);
}

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(value_of(hex[i]) * 16 + value_of(hex[i + 1]));
  }
  return bytes;
}

std::string hex_of_bytes(std::string_view bytes) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += digits[byte / 16U];
    hex += digits[byte % 16U];
  }
  return hex;
}

std::string sha256_at(const Statement& row, int column) {
  return row.is_blob(column) ? hex_of_bytes(row.text(column)) : row.text(column);
}

}  // namespace pressgraph
