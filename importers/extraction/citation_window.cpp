// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_window.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

#include "importers/extraction/eight_bytes.hpp"

namespace pressgraph {
namespace {

/// What stands for the bytes at the start of `text`, and how many they are; '\0' for nothing.
std::pair<char, std::size_t> plain(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
    return {' ', 1};
  }
  if (text.starts_with("\xC2\xA0")) {
    return {' ', 2};
  }
  if (text.starts_with("\xC2\xAD")) {
    return {'\0', 2};
  }
  if (!text.starts_with("\xE2\x80") || text.size() < 3) {
    return {text[0], 1};
  }
  const auto third = static_cast<unsigned char>(text[2]);
  if (third <= 0x8A || third == 0xAF) {
    return {' ', 3};
  }
  if (third >= 0x90 && third <= 0x95) {
    return {'-', 3};
  }
  return third == 0x98 || third == 0x99 ? std::pair{'\'', std::size_t{3}}
                                        : std::pair{text[0], std::size_t{1}};
}

}  // namespace

// Takes the printable ASCII that `source` begins with, most of any text, to `size` on, where
// `begin` is its place: what stands for itself, and is no second space. How many bytes that were.
std::size_t CitationWindow::take_plain(std::string_view source, std::size_t size,
                                       std::size_t begin) {
  std::size_t taken = 0;
  auto before = size > 0 && text[size - 1] == ' ' ? highs_of_bytes : std::uint64_t{0};
  for (; little_endian && taken + sizeof before <= source.size(); taken += sizeof before) {
    const auto bytes = eight_bytes(source.data() + taken);
    const auto spaces = bytes_between(bytes, ' ', ' ');
    if (not_between(bytes, ' ', '~') != 0 || (spaces & (spaces << 8U | before >> 56U)) != 0) {
      break;
    }
    std::memcpy(text.data() + size + taken, &bytes, sizeof bytes);
    before = spaces;
    std::iota(at.begin() + static_cast<std::ptrdiff_t>(size + taken),
              at.begin() + static_cast<std::ptrdiff_t>(size + taken + sizeof bytes), begin + taken);
  }
  for (; taken < source.size() && source[taken] > ' '; ++taken) {
    text[size + taken] = source[taken];
    at[size + taken] = begin + taken;
  }
  return taken;
}

void CitationWindow::fill(std::string_view source, std::size_t begin, std::size_t end,
                          std::size_t limit) {
  end = std::min({end, begin + limit, source.size()});
  const auto most = end > begin ? end - begin : 0;
  text.resize(most);
  at.resize(most + 1);
  std::size_t size = 0;
  while (begin < end) {
    if (const auto taken = take_plain(source.substr(begin, end - begin), size, begin); taken > 0) {
      size += taken;
      begin += taken;
      continue;
    }
    const auto [c, length] = plain(source.substr(begin, end - begin));
    if (c != '\0' && (c != ' ' || size == 0 || text[size - 1] != ' ')) {
      text[size] = c;
      at[size++] = begin;
    }
    begin += length;
  }
  text.resize(size);
  at.resize(size);
  at.push_back(end);
}

}  // namespace pressgraph
