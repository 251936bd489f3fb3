// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/phrases.hpp"

namespace pressgraph {
namespace {

std::uint64_t key_of(std::uint32_t node, std::uint32_t word) {
  return (static_cast<std::uint64_t>(node + 1) << 32U) | word;
}

std::size_t spread(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15ULL;
  return static_cast<std::size_t>(key ^ (key >> 32U));
}

}  // namespace

bool PhraseTrie::written_as(const Document& document, Range range, const Kept& phrase) const {
  if (phrase.rule == CaseRule::any) {
    return true;
  }
  if (phrase.rule == CaseRule::exact) {
    return document.text(range) == written_[phrase.written];
  }
  const auto& first = document.tokens[range.first];
  const auto& last = document.tokens[range.last - 1];
  return (first.is(token_capital) || first.is(token_digit)) &&
         (!phrase.last_capital || last.is(token_capital) || last.is(token_digit));
}

std::uint32_t PhraseTrie::next(std::uint32_t node, std::uint32_t word) const {
  const auto key = key_of(node, word);
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = spread(key) & mask; edges_[at].key != 0; at = (at + 1) & mask) {
    if (edges_[at].key == key) {
      return edges_[at].node;
    }
  }
  return 0;
}

void PhraseTrie::insert(Edge edge) {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = spread(edge.key) & mask;
  while (edges_[at].key != 0) {
    at = (at + 1) & mask;
  }
  edges_[at] = edge;
}

std::uint32_t PhraseTrie::next_or_new(std::uint32_t node, std::uint32_t word) {
  if (const auto found = next(node, word); found != 0) {
    return found;
  }
  if (++edge_count_ * 2 > edges_.size()) {
    auto old = std::move(edges_);
    edges_.assign(old.size() * 2, Edge{});
    for (const auto& edge : old) {
      if (edge.key != 0) {
        insert(edge);
      }
    }
  }
  const auto made = new_node();
  insert({key_of(node, word), made});
  return made;
}

std::uint32_t PhraseTrie::new_node() {
  first_phrase_.push_back(0);
  return static_cast<std::uint32_t>(first_phrase_.size() - 1);
}

void PhraseTrie::add(std::span<const std::uint32_t> words, const Phrase& phrase) {
  if (words[0] >= starts_.size()) {
    starts_.resize(words[0] + 1 + words[0] / 2);
  }
  auto node = starts_[words[0]];
  if (node == 0) {
    node = starts_.at_own(words[0]) = new_node();
  }
  for (const auto word : words.subspan(1)) {
    node = next_or_new(node, word);
  }
  Kept kept{phrase.entry, first_phrase_[node], 0, phrase.kind, phrase.rule, phrase.last_capital};
  if (phrase.rule == CaseRule::exact) {
    kept.written = written_.add(phrase.written);
  }
  phrases_.push_back(kept);
  first_phrase_.at_own(node) = static_cast<std::uint32_t>(phrases_.size());
}

void PhraseTrie::prefetch(const Document& document, std::uint32_t at) const {
  if (at + 1 >= document.tokens.size()) {
    return;
  }
  const auto first = document.tokens[at].word;
  const auto second = document.tokens[at + 1].word;
  const auto node = first < starts_.size() && second != 0 ? starts_[first] : 0;
  if (node != 0) {
    __builtin_prefetch(&edges_[spread(key_of(node, second)) & (edges_.size() - 1)]);
    __builtin_prefetch(&first_phrase_[node]);
  }
}

void PhraseTrie::find(const Document& document, std::uint32_t at, std::uint32_t end,
                      std::vector<Hit>& hits) const {
  for (auto i = at, node = 0U; i < end; ++i) {
    const auto word = document.tokens[i].word;
    if (i > at) {
      node = word == 0 ? 0 : next(node, word);
    } else {
      node = word < starts_.size() ? starts_[word] : 0;
    }
    if (node == 0) {
      return;
    }
    add_hits(document, {at, i + 1}, node, hits);
  }
}

std::optional<std::uint32_t> PhraseTrie::entry_of(std::span<const std::uint32_t> words,
                                                  Kind kind) const {
  auto node = words.empty() || words[0] >= starts_.size() ? 0U : starts_[words[0]];
  for (std::size_t i = 1; i < words.size() && node != 0; ++i) {
    node = words[i] == 0 ? 0 : next(node, words[i]);
  }
  for (auto p = node == 0 ? 0 : first_phrase_[node]; p != 0; p = phrases_[p - 1].next) {
    if (phrases_[p - 1].kind == kind) {
      return phrases_[p - 1].entry;
    }
  }
  return std::nullopt;
}

// Those that end at `node`, the words being `range`.
void PhraseTrie::add_hits(const Document& document, Range range, std::uint32_t node,
                          std::vector<Hit>& hits) const {
  for (auto p = first_phrase_[node]; p != 0; p = phrases_[p - 1].next) {
    const auto& phrase = phrases_[p - 1];
    if (written_as(document, range, phrase)) {
      hits.push_back({range.last, phrase.kind, phrase.entry});
    }
  }
}

}  // namespace pressgraph
