// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/model.hpp"
#include "graph/packed_edges.hpp"

/// A text that is longer than any release is read in parts, and what is found in them is joined, so
/// that memory does not grow with what the stages keep for each word.
namespace pressgraph {

/// Bytes. The longest release of the corpus has 15 thousand; a report of 150 pages fits.
constexpr std::size_t longest_part = 1U << 19U;

/// Cuts `text` into parts of no more than `longest` bytes, one after the other: between paragraphs,
/// else lines, else words, else characters. REQUIRES: `text` is UTF-8, `longest` is four or more.
std::vector<Span> parts_of(std::string_view text, std::size_t longest = longest_part);

/// `release` but for its text.
Release release_without_text(const Release& release);

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
  using Identity = std::pair<std::string, std::vector<Attribute>>;

  static Identity identity_of(const Node& node);
  std::string add_node(Node node, bool is_release);

  Extraction whole_;
  PackedEdges edges_;
  std::map<Identity, std::size_t> known_;  // in whole_.nodes
};

}  // namespace pressgraph
