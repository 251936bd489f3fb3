// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "graph/bearer_id.hpp"
#include "graph/identity.hpp"
#include "graph/model.hpp"

namespace pressgraph {

/// A form of a node's name (then `name` is empty) or an attribute of it.
struct ReadyTrait {
  std::string name;
  std::string value;
  bool main = false;  ///< the name by which the release calls it first
  Hash128 hash;       ///< of the bearer's key, name and value
};

struct ReadyNode {
  BearerId id;
  Hash128 hash;  ///< of the key
  std::vector<ReadyTrait> traits;
};

struct ReadyEdge {
  static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
  std::size_t subject = nowhere;  ///< index of the node; nowhere where it is not there
  std::size_t object = nowhere;
  std::size_t claimant = nowhere;  ///< also where the narrator claims it
  std::int64_t hash = 0;           ///< what it says and where, as SQLite's signed number
  Span code_points;  ///< of its evidence; of no meaning where that lies outside its field
};

/// An extraction with all that a store writes of it and that needs no store to be made, so that
/// many threads can make it.
struct ReadyExtraction {
  Extraction extraction;
  std::string gid;               ///< id of the release, "release/..."
  std::string packed;            ///< the text, see graph/packed.hpp
  std::string text_hash;         ///< of title and text, white space aside: SHA-256 in hex
  std::string text_sha;          ///< SHA-256 of the text as it is, in bytes
  std::int64_t fingerprint = 0;  ///< of all that the extraction says
  std::vector<ReadyNode> nodes;  ///< as those of the extraction
  std::vector<ReadyEdge> edges;  ///< the same
};

ReadyExtraction ready_extraction(Extraction extraction);

/// Whether the span lies in the field of the release, as every place of evidence should.
bool lies_in_its_field(const Evidence& evidence, const Release& release);

/// Fills in `nodes` and `edges`, once all else is there.
void add_ready_graph(ReadyExtraction& ready);

}  // namespace pressgraph
