// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "graph/statement.hpp"

/// How a store writes what would take much room as it stands.
namespace pressgraph {

/// `text` as a zlib stream (RFC 1950).
std::string packed_text(std::string_view text);

/// The `size` bytes that `packed` was made of. Throws Error where it was made of something else.
std::string unpacked_text(std::string_view packed, std::size_t size);

/// Spans in order, as the distance of each from the end of the one before, and its length: numbers
/// of seven bits a byte, the lowest first, all but the last of each with the high bit set.
std::string packed_spans(const std::vector<Span>& spans);

/// Throws Error where `packed` is no such list.
std::vector<Span> unpacked_spans(std::string_view packed);

/// A trait that a release tells of.
struct ToldTrait {
  std::int64_t row = 0;
  bool main = false;  ///< whether it is a name by which the release calls the node first

  auto operator<=>(const ToldTrait&) const = default;
};

/// Traits by ascending rows, as numbers like those of `packed_spans`: twice the distance from the
/// row before, and one more for a main one.
std::string packed_traits(const std::vector<ToldTrait>& traits);

/// Throws Error where `packed` is no such list.
std::vector<ToldTrait> unpacked_traits(std::string_view packed);

/// By which a trait of one node is found: 23 bits, which SQLite writes in three bytes.
std::int64_t trait_hash(std::string_view name, std::string_view value);

/// The bytes that `hex` stands for.
std::string bytes_of_hex(std::string_view hex);

/// `bytes` in lower-case hex.
std::string hex_of_bytes(std::string_view bytes);

/// The hash in a column that has it as bytes, or as the text that is no hash.
std::string sha256_at(const Statement& row, int column);

}  // namespace pressgraph
