// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/phrases.hpp"

#include <utility>

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

// Where the edge is, or would be.
std::size_t PhraseTrie::slot(std::uint32_t node, std::uint32_t word) const {
  const auto key = key_of(node, word);
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = spread(key) & mask;
  while (edges_[at].key != 0 && edges_[at].key != key) {
    at = (at + 1) & mask;
  }
  return at;
}

void PhraseTrie::grow() {
  const auto old = std::move(edges_);
  edges_.assign(old.size() * 2, Edge{});
  const std::size_t mask = edges_.size() - 1;
  for (const auto& edge : old) {
    if (edge.key == 0) {
      continue;
    }
    std::size_t at = spread(edge.key) & mask;
    while (edges_[at].key != 0) {
      at = (at + 1) & mask;
    }
    edges_[at] = edge;
  }
}

PhraseTrie::Start& PhraseTrie::start_or_new(std::uint32_t word) {
  if (word >= starts_.size()) {
    starts_.resize(word + 1 + word / 2);
  }
  auto& start = starts_.at_own(word);
  if (start.step.node == 0) {
    start.step.node = node_count_++;
  }
  return start;
}

PhraseTrie::Step& PhraseTrie::next_or_new(std::uint32_t node, std::uint32_t word) {
  auto at = slot(node, word);
  if (edges_[at].key == 0) {
    if (++edge_count_ * 2 > edges_.size()) {
      grow();
      at = slot(node, word);
    }
    edges_[at] = {key_of(node, word), {node_count_++, 0}};
  }
  return edges_[at].step;
}

void PhraseTrie::add(std::span<const std::uint32_t> words, const Phrase& phrase) {
  auto& start = start_or_new(words[0]);
  auto* step = &start.step;
  if (words.size() > 1) {
    start.seconds |= Start::bit_of(words[1]);
  }
  for (const auto word : words.subspan(1)) {
    step = &next_or_new(step->node, word);
  }
  Kept kept{phrase.entry, step->phrase, 0, phrase.kind, phrase.rule, phrase.last_capital};
  if (phrase.rule == CaseRule::exact) {
    kept.written = written_.add(phrase.written);
  }
  phrases_.push_back(kept);
  step->phrase = static_cast<std::uint32_t>(phrases_.size());
}

void PhraseTrie::prefetch(const Document& document, std::uint32_t at) const {
  if (at + 1 >= document.tokens.size()) {
    return;
  }
  const auto begun = start(document.tokens[at].word);
  const auto second = document.tokens[at + 1].word;
  if (begun.may_go_on(second)) {
    __builtin_prefetch(&edges_[spread(key_of(begun.step.node, second)) & (edges_.size() - 1)]);
  }
  if (begun.step.phrase != 0) {
    __builtin_prefetch(&phrases_[begun.step.phrase - 1]);
  }
}

void PhraseTrie::find(const Document& document, std::uint32_t at, std::uint32_t end,
                      std::vector<Hit>& hits) const {
  if (at >= end) {
    return;
  }
  const auto begun = start(document.tokens[at].word);
  add_hits(document, {at, at + 1}, begun.step, hits);
  if (at + 1 >= end || !begun.may_go_on(document.tokens[at + 1].word)) {
    return;
  }
  auto step = begun.step;
  for (auto last = at + 1; last < end; ++last) {
    step = next(step, document.tokens[last].word);
    if (step.node == 0) {
      return;
    }
    add_hits(document, {at, last + 1}, step, hits);
  }
}

std::optional<std::uint32_t> PhraseTrie::entry_of(std::span<const std::uint32_t> words,
                                                  Kind kind) const {
  auto step = words.empty() ? Step{} : start(words[0]).step;
  for (std::size_t i = 1; i < words.size() && step.node != 0; ++i) {
    step = next(step, words[i]);
  }
  for (auto p = step.phrase; p != 0; p = phrases_[p - 1].next) {
    if (phrases_[p - 1].kind == kind) {
      return phrases_[p - 1].entry;
    }
  }
  return std::nullopt;
}

// Those that end where `step` leads, the words being `range`.
void PhraseTrie::add_hits(const Document& document, Range range, Step step,
                          std::vector<Hit>& hits) const {
  for (auto p = step.phrase; p != 0; p = phrases_[p - 1].next) {
    const auto& phrase = phrases_[p - 1];
    if (written_as(document, range, phrase)) {
      hits.push_back({range.last, phrase.kind, phrase.entry});
    }
  }
}

}  // namespace pressgraph
