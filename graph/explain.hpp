// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

/// Why an edge is there, and whether all of them hold.
namespace pressgraph {

/// One step of how a name was understood.
struct ExplainedReference {
  std::string words;
  std::string rule;
};

struct Explanation {
  StoredEdge edge;
  StoredNode subject;
  StoredNode object;
  std::string claimed_by;  ///< a name; empty for the narrator
  Release release;
  Span trigger;  ///< bytes in `edge.sentence`
  std::vector<ExplainedReference> chain;
};

/// Everything about the edge called `id`, or none.
std::optional<Explanation> why(const Store& store, std::string_view id);

struct VerifyResult {
  std::uint64_t edges = 0;            ///< how many were checked
  std::uint64_t releases = 0;         ///< how many sources were read again
  std::vector<std::string> failures;  ///< one line each, by release; at most 1,000
  std::uint64_t failed = 0;
};

/// Reads a release again from where it came from; none where that cannot be done.
using SourceReader = std::function<std::optional<Release>(const Release& stored)>;

/// Re-reads the evidence of every edge against the stored texts: spans inside the field and at
/// character boundaries, code points right, the trigger inside, every reference inside. With
/// `sources` also against the releases as they are read now.
VerifyResult verify(const Store& store, const SourceReader& sources = {});

}  // namespace pressgraph
