// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_bytes.hpp"

namespace pressgraph {
namespace {

constexpr unsigned bits = 7;
constexpr std::uint64_t low = (1U << bits) - 1;
constexpr std::uint64_t more = 1U << bits;
constexpr std::size_t most_words = 4096;  // what comes beyond them stands where it is used
constexpr std::uint64_t spelled = 0;      // in place of the number of a word

}  // namespace

void PackedBytes::number(std::uint64_t value) {
  for (; value >= more; value >>= bits) {
    bytes_.push_back(static_cast<unsigned char>((value & low) | more));
  }
  bytes_.push_back(static_cast<unsigned char>(value));
}

// The lowest bit tells a step back.
void PackedBytes::distance(std::uint64_t from, std::uint64_t to) {
  number(to >= from ? (to - from) * 2 : (from - to) * 2 + 1);
}

void PackedBytes::span(std::uint64_t from, Span span) {
  distance(from, span.begin);
  distance(span.begin, span.end);
}

void PackedBytes::text(std::string_view text) {
  number(text.size());
  bytes_.insert(bytes_.end(), text.begin(), text.end());
}

void PackedBytes::word(std::string_view word) {
  if (const auto found = known_.find(word); found != known_.end()) {
    number(found->second + 1);
  } else if (words_.size() < most_words) {
    known_.emplace(word, words_.size());
    words_.emplace_back(word);
    number(words_.size());
  } else {
    number(spelled);
    text(word);
  }
}

std::uint64_t PackedBytes::Reader::number() {
  std::uint64_t value = 0;
  unsigned shift = 0;
  for (; (*at_ & more) != 0; ++at_, shift += bits) {
    value |= (*at_ & low) << shift;
  }
  return value | std::uint64_t{*at_++} << shift;
}

std::uint32_t PackedBytes::Reader::place(std::uint64_t from) {
  const auto packed = number();
  return static_cast<std::uint32_t>(packed % 2 == 0 ? from + packed / 2 : from - packed / 2);
}

Span PackedBytes::Reader::span(std::uint64_t from) {
  const auto begin = place(from);
  return {begin, place(begin)};
}

std::string PackedBytes::Reader::text() {
  std::string text(number(), '\0');
  for (auto& c : text) {
    c = static_cast<char>(*at_++);
  }
  return text;
}

std::string PackedBytes::Reader::word() {
  const auto known = number();
  return known == spelled ? text() : words_[known - 1];
}

}  // namespace pressgraph
