// SPDX-License-Identifier: Apache-2.0
#include "graph/identity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include <fmt/format.h>
#include <nettle/sha2.h>

namespace pressgraph {
namespace {

constexpr std::size_t longest_slug = 80;

// The ASCII letters of U+00C0..U+017F; '?' is no letter.
constexpr std::string_view latin_bases =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// Those of U+1E00..U+1EFF, where Vietnamese has most of its letters; '.' is no letter.
constexpr std::string_view more_latin_bases =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

// Decodes one code point at `at` and moves past it; an invalid byte is U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80    ? 1
                             : first >= 0xF0 ? 4
                             : first >= 0xE0 ? 3
                             : first >= 0xC2 ? 2
                                             : 0;
  if (length == 0 || at + length > text.size()) {
    ++at;
    return 0xFFFD;
  }
  char32_t value = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  at += length;
  return value;
}

bool is_kept(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
}

bool is_silent(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || c == 0xAD || c == '\'' || c == 0x2018 || c == 0x2019 ||
         c == 0x2BC;
}

void append_character(std::string& out, char32_t c, bool keep_case) {
  if (is_kept(c)) {
    const bool upper = c >= 'A' && c <= 'Z' && !keep_case;
    out += static_cast<char>(upper ? c + 32 : c);
  } else if (c >= 0xC0 && c <= 0x17F && latin_bases[static_cast<std::size_t>(c - 0xC0)] != '?') {
    out += latin_bases[static_cast<std::size_t>(c - 0xC0)];
  } else if (c >= 0x1E00 && c <= 0x1EFF &&
             more_latin_bases[static_cast<std::size_t>(c - 0x1E00)] != '.') {
    out += more_latin_bases[static_cast<std::size_t>(c - 0x1E00)];
  } else if (c >= 0x180 && !(c >= 0x2000 && c <= 0x2BFF) && c != 0xFFFD) {
    out += fmt::format("{:x}", static_cast<std::uint32_t>(c));
  } else if (!is_silent(c) && !out.empty() && out.back() != '-') {
    out += '-';
  }
}

// "S/RES/2322 (2016)" without " (2016)": a session in brackets stays.
std::string without_year(std::string_view symbol) {
  const auto open = symbol.rfind('(');
  const bool year = open != std::string_view::npos && symbol.size() == open + 6 &&
                    symbol.back() == ')' &&
                    (symbol.substr(open + 1, 2) == "19" || symbol.substr(open + 1, 2) == "20");
  auto bare = year ? symbol.substr(0, open) : symbol;
  while (!bare.empty() && bare.back() == ' ') {
    bare.remove_suffix(1);
  }
  return std::string(bare);
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const auto part : parts) {
    if (!part.empty()) {
      all += all.empty() ? std::string(part) : " " + std::string(part);
    }
  }
  return all;
}

std::string named(const Node& node) {
  const auto value = [&](std::string_view key) { return attribute(node.attributes, key); };
  switch (node.type) {
    case NodeType::resolution:
      return slug(without_year(node.name), true);
    case NodeType::release:
      return slug(node.name, true);
    case NodeType::agency:
    case NodeType::place:
    case NodeType::instrument:
      return value("authority").empty() ? slug(joined({node.name, value("parent")}))
                                        : slug(value("authority"), true);
    case NodeType::official:
      return value("homonym").empty() ? slug(node.name)
                                      : slug(joined({node.name, value("homonym")}));
    case NodeType::event:
      return slug(joined({node.name, value("ordinal"), value("place"), value("start")}));
    case NodeType::topic:
    case NodeType::statement:
      return slug(node.name);
  }
  return slug(node.name);
}

std::uint64_t with_byte(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
}

constexpr std::size_t bytes_at_once = 8;

// As a number, what is missing being zeros.
std::uint64_t first_bytes(std::string_view bytes) {
  std::uint64_t word = 0;
  if (!bytes.empty()) {
    std::memcpy(&word, bytes.data(), bytes.size());
  }
  return word;
}

// Two multipliers, and what a multiplication moves up is turned back down.
Hash128 with_word(Hash128 hash, std::uint64_t word) {
  constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;
  constexpr std::uint64_t other = 0xbf58476d1ce4e5b9ULL;
  constexpr int turn = 29;
  constexpr int other_turn = 32;
  return {std::rotl((hash.first ^ word) * golden, other_turn) ^ hash.second,
          std::rotl((hash.second ^ word) * other, turn)};
}

}  // namespace

std::string slug(std::string_view text, bool keep_case) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    append_character(out, next_code_point(text, at), keep_case);
  }
  while (!out.empty() && (out.back() == '-' || out.back() == '.')) {
    out.pop_back();
  }
  if (out.empty()) {
    return hash16(text).substr(0, 8);
  }
  if (out.size() > longest_slug) {
    out.resize(longest_slug);
    out += "-" + hash16(text).substr(0, 8);
  }
  return out;
}

std::string global_id(const Node& node) {
  return std::string(info(node.type).prefix) + "/" + named(node);
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t hash) {
  for (const char c : bytes) {
    hash = with_byte(hash, c);
  }
  return hash;
}

std::array<std::uint64_t, 4> hash64_of_each(const std::array<std::string_view, 4>& all) {
  const auto [a, b, c, d] = all;
  const auto common = std::min({a.size(), b.size(), c.size(), d.size()});
  auto hash_a = hash64(std::string_view());
  auto hash_b = hash_a;
  auto hash_c = hash_a;
  auto hash_d = hash_a;
  for (std::size_t i = 0; i < common; ++i) {
    hash_a = with_byte(hash_a, a[i]);
    hash_b = with_byte(hash_b, b[i]);
    hash_c = with_byte(hash_c, c[i]);
    hash_d = with_byte(hash_d, d[i]);
  }
  return {hash64(a.substr(common), hash_a), hash64(b.substr(common), hash_b),
          hash64(c.substr(common), hash_c), hash64(d.substr(common), hash_d)};
}

Hash128 hash128(std::string_view bytes, Hash128 hash) {
  while (bytes.size() > bytes_at_once) {
    hash = with_word(hash, first_bytes(bytes.substr(0, bytes_at_once)));
    bytes.remove_prefix(bytes_at_once);
  }
  // So that no bytes are taken for others with zeros behind them.
  return with_word(with_word(hash, first_bytes(bytes)), bytes.size());
}

std::string hash16(std::string_view bytes) {
  return hex16(hash64(bytes));
}

std::string hex16(std::uint64_t number) {
  return fmt::format("{:016x}", number);
}

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  // nettle takes bytes as uint8_t; the cast is between character types.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const auto byte : digest) {
    hex += digits[byte / 16U];
    hex += digits[byte % 16U];
  }
  return hex;
}

}  // namespace pressgraph
