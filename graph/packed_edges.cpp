// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_edges.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <string>

namespace pressgraph {
namespace {

using ConfidenceBytes = std::array<char, sizeof(double)>;

std::uint64_t number_of(std::string_view id) {
  std::uint64_t number = 0;
  std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

}  // namespace

// Nought where there is none.
void PackedEdges::node(std::string_view id) {
  bytes_.number(id.empty() ? 0 : number_of(id) + 1);
}

void PackedEdges::evidence(const Evidence& evidence) {
  bytes_.number(static_cast<std::uint64_t>(evidence.field));
  bytes_.span(last_, evidence.span);
  last_ = evidence.span.begin;
  bytes_.span(evidence.span.begin, evidence.trigger);
  bytes_.word(evidence.rule);
  bytes_.number(evidence.chain.size());
  for (const auto& [mention, rule] : evidence.chain) {
    bytes_.number(static_cast<std::uint64_t>(mention.field));
    bytes_.span(evidence.span.begin, mention.span);
    bytes_.word(rule);
  }
}

// Few numbers come again and again: each is a word of its bytes.
void PackedEdges::confidence(double value) {
  ConfidenceBytes bytes{};
  std::memcpy(bytes.data(), &value, bytes.size());
  bytes_.word({bytes.data(), bytes.size()});
}

void PackedEdges::add(const Edge& edge) {
  node(edge.subject);
  bytes_.number(static_cast<std::uint64_t>(edge.relation));
  node(edge.object);
  bytes_.number(edge.attributes.size());
  for (const auto& [name, value] : edge.attributes) {
    bytes_.word(name);
    bytes_.word(value);
  }
  bytes_.number(static_cast<std::uint64_t>(edge.status));
  node(edge.claimed_by);
  confidence(edge.confidence);
  evidence(edge.evidence);
  ++size_;
}

class PackedEdges::Reader {
 public:
  explicit Reader(const PackedBytes& bytes) : bytes_(bytes) {}

  Edge edge() {
    Edge edge;
    edge.subject = node();
    edge.relation = static_cast<Relation>(bytes_.number());
    edge.object = node();
    edge.attributes.resize(bytes_.number());
    for (auto& [name, value] : edge.attributes) {
      name = bytes_.word();
      value = bytes_.word();
    }
    edge.status = static_cast<Status>(bytes_.number());
    edge.claimed_by = node();
    edge.confidence = confidence();
    read(edge.evidence);
    return edge;
  }

 private:
  std::string node() {
    const auto packed = bytes_.number();
    return packed == 0 ? std::string() : "n" + std::to_string(packed - 1);
  }

  double confidence() {
    const auto bytes = bytes_.word();
    double value = 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }

  void read(Evidence& evidence) {
    evidence.field = static_cast<Field>(bytes_.number());
    evidence.span = bytes_.span(last_);
    last_ = evidence.span.begin;
    evidence.trigger = bytes_.span(evidence.span.begin);
    evidence.rule = bytes_.word();
    evidence.chain.resize(bytes_.number());
    for (auto& [mention, rule] : evidence.chain) {
      mention.field = static_cast<Field>(bytes_.number());
      mention.span = bytes_.span(evidence.span.begin);
      rule = bytes_.word();
    }
  }

  PackedBytes::Reader bytes_;
  std::uint32_t last_ = 0;
};

void PackedEdges::each(const std::function<void(Edge)>& take) const {
  Reader reader(bytes_);
  for (std::size_t i = 0; i < size_; ++i) {
    take(reader.edge());
  }
}

}  // namespace pressgraph
