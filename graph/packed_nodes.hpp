// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include <boost/container/deque.hpp>

#include "graph/packed_bytes.hpp"

namespace pressgraph {

/// The nodes of a long text in some 25 bytes and their names each: a `Node` takes 170 and what its
/// words take.
class PackedNodes {
 public:
  /// Adds a node and gives its number. Its own id is not kept: it is "n" and the number. Throws
  /// std::length_error beyond 16 GiB of packed nodes.
  std::size_t add(const Node& node);

  /// Adds name and aliases (as many as a node may have) and mentions to node `number`, behind those
  /// it has.
  /// Throws as `add` does.
  void add_to(std::size_t number, const Node& more);

  /// Node `number` as it is by now. Linear in what it holds.
  [[nodiscard]] Node at(std::size_t number) const;

  /// Type, name and attributes of node `number`, in constant time for what was added to it.
  [[nodiscard]] Node identity_of(std::size_t number) const;

  /// Calls `take` with each, in the order in which they were added.
  void each(const std::function<void(Node)>& take) const;

  [[nodiscard]] std::size_t size() const { return places_.size(); }

 private:
  // Where entries of a node begin, in units of four bytes.
  struct Places {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  std::uint32_t next_place();
  void forms(const Node& node);

  PackedBytes bytes_;
  boost::container::deque<Places> places_;  // of each node
};

}  // namespace pressgraph
