// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pressgraph {

/// What a file is, told from its first bytes alone.
enum class FileKind : std::uint8_t {
  turtle,  ///< Turtle or TriG
  lines,   ///< N-Triples or N-Quads
  rdfxml,
  void_description,
  jsonld,
  graphml,
  gexf,
  cytoscape,
  jsonl,
  dot
};

/// `head`: the first bytes, 64 KB suffice. None where it looks like nothing that `export` writes.
std::optional<FileKind> file_kind_of(std::string_view head);

/// "GraphML", as messages have it.
std::string_view name(FileKind kind);

}  // namespace pressgraph
