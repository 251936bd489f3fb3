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

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

Vocabulary::Vocabulary() : slots_(1U << 17U) {
  words_.reserve(1U << 16U);
  words_.emplace_back();
}

std::size_t Vocabulary::slot(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  const auto tag = tag_of(hash);
  std::size_t at = hash & mask;
  while (slots_[at].number != 0 && (slots_[at].tag != tag || words_[slots_[at].number] != word)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t Vocabulary::add(std::string_view word) {
  const auto hash = hash_of(word);
  const std::size_t at = slot(word, hash);
  if (slots_[at].number != 0) {
    return slots_[at].number;
  }
  words_.emplace_back(word);
  const std::uint32_t number = size() - 1;
  slots_[at] = {number, tag_of(hash)};
  if (words_.size() * 2 > slots_.size()) {
    grow();
  }
  return number;
}

std::uint32_t Vocabulary::find(std::string_view word) const {
  return slots_[slot(word, hash_of(word))].number;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{});
  for (std::uint32_t number = 1; number < size(); ++number) {
    const auto hash = hash_of(words_[number]);
    slots_[slot(words_[number], hash)] = {number, tag_of(hash)};
  }
}

}  // namespace pressgraph
