// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/vocabulary.hpp"

#include <cstring>

namespace pressgraph {
namespace {

constexpr std::size_t head_bytes = 8;

template <typename Number>
std::uint64_t load(const char* bytes) {
  Number value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

// The first bytes of a word, zeros behind a shorter one. Two loads that overlap: a copy of a length
// that is only known at run time is a call.
std::uint64_t head_of(std::string_view word) {
  const auto* const bytes = word.data();
  const auto size = word.size();
  if (size >= head_bytes) {
    return load<std::uint64_t>(bytes);
  }
  if (size >= 4) {
    const auto last = load<std::uint32_t>(bytes + size - 4);
    return load<std::uint32_t>(bytes) | (last >> (8 * (head_bytes - size))) << 32U;
  }
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < size; ++i) {
    head |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return head;
}

}  // namespace

Vocabulary::Key Vocabulary::key_of(std::string_view word) {
  auto key = short_key(head_of(word));
  for (auto rest = word; rest.size() > head_bytes;) {
    rest.remove_prefix(head_bytes);
    key = longer_key(key, head_of(rest));
  }
  return key;
}

std::size_t Vocabulary::slot(std::string_view word, const Key& key) const {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = tag_of(key);
  std::size_t at = key.hash & mask;
  while (slots_[at].number != 0 &&
         !(holds(at, tag, key) && (key.whole() || this->word(slots_[at].number) == word))) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t Vocabulary::add(std::string_view word, const Key& key) {
  if (std::size_t{size()} * 2 >= slots_.size()) {
    grow();
  }
  const std::size_t at = slot(word, key);
  if (slots_[at].number != 0) {
    return slots_[at].number;
  }
  const auto number = texts_.add(word);
  if (word.size() == 1) {
    of_bytes_[static_cast<unsigned char>(word.front())] = number;
  }
  fill(at, number, key);
  return number;
}

void Vocabulary::fill(std::size_t at, std::uint32_t number, const Key& key) {
  slots_[at] = {key.head, number, tag_of(key)};
  tails_.at_own(at) = key.tail;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  tails_.resize(slots_.size());
  for (std::uint32_t number = 1; number < size(); ++number) {
    const auto key = key_of(word(number));
    fill(slot(word(number), key), number, key);
  }
}

}  // namespace pressgraph
