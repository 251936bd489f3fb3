// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_nodes.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace pressgraph {
namespace {

constexpr std::size_t unit = 4;           // bytes
constexpr std::size_t most_aliases = 64;  // as within one part of a text

void add_alias(Node& node, std::string alias) {
  const auto at = std::ranges::lower_bound(node.aliases, alias);
  const bool there = (at != node.aliases.end() && *at == alias) || alias == node.name;
  if (!there && node.aliases.size() < most_aliases) {
    node.aliases.insert(at, std::move(alias));
  }
}

void read_identity(PackedBytes::Reader& reader, Node& node) {
  node.type = static_cast<NodeType>(reader.number());
  node.name = reader.text();
  node.attributes.resize(reader.number());
  for (auto& [name, value] : node.attributes) {
    name = reader.word();
    value = reader.word();
  }
}

void read_forms(PackedBytes::Reader& reader, Node& node) {
  for (auto count = reader.number(); count > 0; --count) {
    add_alias(node, reader.text());
  }
  std::uint32_t last = 0;
  for (auto count = reader.number(); count > 0; --count) {
    const auto field = static_cast<Field>(reader.number());
    node.mentions.push_back({field, reader.span(last)});
    last = node.mentions.back().span.end;
  }
}

}  // namespace

// An entry begins with how many units before it the node's entry before it does, nought for the
// first.
std::uint32_t PackedNodes::next_place() {
  while (bytes_.size() % unit != 0) {
    bytes_.number(0);
  }
  if (bytes_.size() / unit > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("packed nodes take more than 16 GiB");
  }
  return static_cast<std::uint32_t>(bytes_.size() / unit);
}

void PackedNodes::forms(const Node& node) {
  bytes_.number(node.aliases.size());
  for (const auto& alias : node.aliases) {
    bytes_.text(alias);
  }
  bytes_.number(node.mentions.size());
  std::uint32_t last = 0;
  for (const auto& [field, span] : node.mentions) {
    bytes_.number(static_cast<std::uint64_t>(field));
    bytes_.span(last, span);
    last = span.end;
  }
}

std::size_t PackedNodes::add(const Node& node) {
  const auto place = next_place();
  bytes_.number(0);
  bytes_.number(static_cast<std::uint64_t>(node.type));
  bytes_.text(node.name);
  bytes_.number(node.attributes.size());
  for (const auto& [name, value] : node.attributes) {
    bytes_.word(name);
    bytes_.word(value);
  }
  forms(node);
  places_.push_back({place, place});
  return places_.size() - 1;
}

void PackedNodes::add_to(std::size_t number, const Node& more) {
  const auto place = next_place();
  auto& last = places_[number].last;
  bytes_.number(place - last);
  auto told = more;
  told.aliases.push_back(told.name);
  forms(told);
  last = place;
}

Node PackedNodes::identity_of(std::size_t number) const {
  Node node;
  PackedBytes::Reader reader(bytes_, places_[number].first * unit);
  reader.number();
  read_identity(reader, node);
  return node;
}

Node PackedNodes::at(std::size_t number) const {
  std::vector<std::size_t> entries{places_[number].last};
  while (const auto back = PackedBytes::Reader(bytes_, entries.back() * unit).number()) {
    entries.push_back(entries.back() - back);
  }
  Node node;
  node.id = "n" + std::to_string(number);
  std::ranges::reverse(entries);
  for (const auto entry : entries) {
    PackedBytes::Reader reader(bytes_, entry * unit);
    if (reader.number() == 0) {
      read_identity(reader, node);
    }
    read_forms(reader, node);
  }
  return node;
}

void PackedNodes::each(const std::function<void(Node)>& take) const {
  for (std::size_t number = 0; number < places_.size(); ++number) {
    take(at(number));
  }
}

}  // namespace pressgraph
