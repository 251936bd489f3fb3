// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "graph/packed_extraction.hpp"

/// A text that is longer than any release is read in parts, and what is found in them is joined, so
/// that memory does not grow with what the stages keep for each word.
namespace pressgraph {

/// Bytes. The longest release of the corpus has 15 thousand; a report of 70 pages fits.
constexpr std::size_t longest_part = 1U << 18U;

/// Cuts `text` into parts of no more than `longest` bytes, one after the other: between paragraphs,
/// else lines, else words, else characters. REQUIRES: `text` is UTF-8, `longest` is four or more.
std::vector<Span> parts_of(std::string_view text, std::size_t longest = longest_part);

/// `release` but for its text.
Release release_without_text(const Release& release);

/// Finds the numbers of packed nodes again by what makes two nodes one: the entry of an authority
/// list, else type, name and attributes. Eight bytes a slot and no more: there may be a million.
class KnownNodes {
 public:
  [[nodiscard]] std::optional<std::size_t> find(const Node& node, const PackedNodes& nodes) const;

  /// REQUIRES: `node` is not known yet, and `number` is below 2^32 - 1.
  void add(const Node& node, std::size_t number);

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // one more than it; nought where the slot is free
  };

  void put(Slot slot);
  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at most two thirds taken
  std::size_t taken_ = 0;
};

/// Joins the extractions of parts: the release's node is one, and so are nodes of one entry of an
/// authority list, and those that agree in type, name and attributes.
class TextParts {
 public:
  /// Adds what was found in the part that begins at byte `begin` of the text. REQUIRES: parts come
  /// in order; ids are "n" and the index of the node; the first node is the release's.
  void add(Extraction part, std::uint32_t begin);

  /// All of them; without release and versions.
  PackedExtraction joined() &&;

 private:
  std::size_t number_of(const Node& node, bool is_release);

  PackedExtraction whole_;
  KnownNodes known_;
};

}  // namespace pressgraph
