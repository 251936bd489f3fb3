// SPDX-License-Identifier: Apache-2.0
#include "graph/packed_edges.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <iterator>
#include <utility>

namespace pressgraph {
namespace {

constexpr unsigned bits = 7;
constexpr std::uint64_t low = (1U << bits) - 1;
constexpr std::uint64_t more = 1U << bits;
constexpr std::size_t most_words = 4096;  // what comes beyond them stands where it is used
constexpr std::uint64_t spelled = 0;      // in place of the number of a word

using ConfidenceBytes = std::array<char, sizeof(double)>;

std::uint64_t number_of(std::string_view id) {
  std::uint64_t number = 0;
  std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

}  // namespace

// Numbers are of seven bits a byte, the lowest first, all but the last with the high bit set.
void PackedEdges::number(std::uint64_t value) {
  for (; value >= more; value >>= bits) {
    bytes_.push_back(static_cast<unsigned char>((value & low) | more));
  }
  bytes_.push_back(static_cast<unsigned char>(value));
}

// Either way: the lowest bit tells a step back.
void PackedEdges::distance(std::uint64_t from, std::uint64_t to) {
  number(to >= from ? (to - from) * 2 : (from - to) * 2 + 1);
}

void PackedEdges::word(std::string_view word) {
  if (const auto found = known_.find(word); found != known_.end()) {
    number(found->second + 1);
    return;
  }
  if (words_.size() < most_words) {
    known_.emplace(word, words_.size());
    words_.emplace_back(word);
    number(words_.size());
    return;
  }
  number(spelled);
  number(word.size());
  bytes_.insert(bytes_.end(), word.begin(), word.end());
}

// Nought where there is none.
void PackedEdges::node(std::string_view id) {
  number(id.empty() ? 0 : number_of(id) + 1);
}

void PackedEdges::evidence(const Evidence& evidence) {
  number(static_cast<std::uint64_t>(evidence.field));
  distance(last_, evidence.span.begin);
  last_ = evidence.span.begin;
  distance(evidence.span.begin, evidence.span.end);
  distance(evidence.span.begin, evidence.trigger.begin);
  distance(evidence.trigger.begin, evidence.trigger.end);
  word(evidence.rule);
  number(evidence.chain.size());
  for (const auto& [mention, rule] : evidence.chain) {
    number(static_cast<std::uint64_t>(mention.field));
    distance(evidence.span.begin, mention.span.begin);
    distance(mention.span.begin, mention.span.end);
    word(rule);
  }
}

// Few numbers come again and again: each is a word of its bytes.
void PackedEdges::confidence(double value) {
  ConfidenceBytes bytes{};
  std::memcpy(bytes.data(), &value, bytes.size());
  word({bytes.data(), bytes.size()});
}

void PackedEdges::add(const Edge& edge) {
  node(edge.subject);
  number(static_cast<std::uint64_t>(edge.relation));
  node(edge.object);
  number(edge.attributes.size());
  for (const auto& [name, value] : edge.attributes) {
    word(name);
    word(value);
  }
  number(static_cast<std::uint64_t>(edge.status));
  node(edge.claimed_by);
  confidence(edge.confidence);
  evidence(edge.evidence);
  ++size_;
}

class PackedEdges::Reader {
 public:
  explicit Reader(const PackedEdges& edges) : words_(edges.words_), at_(edges.bytes_.begin()) {}

  Edge edge() {
    Edge edge;
    edge.subject = node();
    edge.relation = static_cast<Relation>(number());
    edge.object = node();
    edge.attributes.resize(number());
    for (auto& [name, value] : edge.attributes) {
      name = word();
      value = word();
    }
    edge.status = static_cast<Status>(number());
    edge.claimed_by = node();
    edge.confidence = confidence();
    read(edge.evidence);
    return edge;
  }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (; (*at_ & more) != 0; ++at_, shift += bits) {
      value |= (*at_ & low) << shift;
    }
    return value | std::uint64_t{*at_++} << shift;
  }

  std::uint32_t place(std::uint64_t from) {
    const auto packed = number();
    return static_cast<std::uint32_t>(packed % 2 == 0 ? from + packed / 2 : from - packed / 2);
  }

  Span span(std::uint64_t from) {
    const auto begin = place(from);
    return {begin, place(begin)};
  }

  std::string word() {
    if (const auto known = number(); known != spelled) {
      return words_[known - 1];
    }
    std::string word(number(), '\0');
    for (auto& c : word) {
      c = static_cast<char>(*at_++);
    }
    return word;
  }

  std::string node() {
    const auto packed = number();
    return packed == 0 ? std::string() : "n" + std::to_string(packed - 1);
  }

  double confidence() {
    const auto bytes = word();
    double value = 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }

  void read(Evidence& evidence) {
    evidence.field = static_cast<Field>(number());
    evidence.span = span(last_);
    last_ = evidence.span.begin;
    evidence.trigger = span(evidence.span.begin);
    evidence.rule = word();
    evidence.chain.resize(number());
    for (auto& [mention, rule] : evidence.chain) {
      mention.field = static_cast<Field>(number());
      mention.span = span(evidence.span.begin);
      rule = word();
    }
  }

  const std::vector<std::string>& words_;
  std::deque<unsigned char>::const_iterator at_;
  std::uint32_t last_ = 0;
};

void PackedEdges::each(const std::function<void(Edge)>& take) const {
  Reader reader(*this);
  for (std::size_t i = 0; i < size_; ++i) {
    take(reader.edge());
  }
}

Extraction unpacked(PackedExtraction&& packed) {
  auto extraction = std::move(packed.extraction);
  if (packed.before.size() > 0) {
    std::vector<Edge> edges;
    edges.reserve(packed.before.size() + extraction.edges.size());
    packed.before.each([&edges](Edge edge) { edges.push_back(std::move(edge)); });
    std::ranges::move(extraction.edges, std::back_inserter(edges));
    extraction.edges = std::move(edges);
  }
  return extraction;
}

}  // namespace pressgraph
