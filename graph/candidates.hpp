// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

namespace pressgraph {

/// Two nodes that may be one, and why that is left to a reader.
struct Candidate {
  StoredNode first;
  StoredNode second;
  std::string reason;
  std::string first_sentence;  ///< where a release names it
  std::string second_sentence;
};

/// The pairs that the rules leave open, those most named first.
std::vector<Candidate> candidates(const Store& store, std::size_t limit);

/// One of those whom a node stands for.
struct Member {
  std::string key;  ///< for a judgement
  std::uint64_t releases = 0;
  std::string reason;    ///< why it is one with the others; empty for the one that stands for all
  std::string sentence;  ///< where a release names it
};

/// All whom `node` stands for, by key.
std::vector<Member> members(const Store& store, std::string_view node);

/// The id by which a judgement means `text`: the key of the node of that id, or `text` where it is
/// a key, or a name's id, itself; empty where there is none.
std::string judged_id(const Store& store, std::string_view text);

}  // namespace pressgraph
