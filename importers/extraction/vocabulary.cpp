// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/vocabulary.hpp"

namespace pressgraph {
namespace {

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash ^ (hash >> 29U);
}

}  // namespace

Vocabulary::Vocabulary() : slots_(1U << 17U) {
  words_.reserve(1U << 16U);
  words_.emplace_back();
}

std::size_t Vocabulary::slot(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(word) & mask;
  while (slots_[at] != 0 && words_[slots_[at]] != word) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t Vocabulary::add(std::string_view word) {
  const std::size_t at = slot(word);
  if (slots_[at] != 0) {
    return slots_[at];
  }
  words_.emplace_back(word);
  slots_[at] = size() - 1;
  const std::uint32_t number = slots_[at];
  if (words_.size() * 2 > slots_.size()) {
    grow();
  }
  return number;
}

std::uint32_t Vocabulary::find(std::string_view word) const {
  return slots_[slot(word)];
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t number = 1; number < size(); ++number) {
    slots_[slot(words_[number])] = number;
  }
}

}  // namespace pressgraph
