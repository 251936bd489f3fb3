// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_window.hpp"

#include <algorithm>
#include <utility>

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

void CitationWindow::fill(std::string_view source, std::size_t begin, std::size_t end,
                          std::size_t limit) {
  end = std::min({end, begin + limit, source.size()});
  const auto most = end > begin ? end - begin : 0;
  text.resize(most);
  at.resize(most + 1);
  std::size_t size = 0;
  while (begin < end) {
    if (source[begin] > ' ') {  // printable ASCII, most of any text
      text[size] = source[begin];
      at[size++] = begin++;
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
