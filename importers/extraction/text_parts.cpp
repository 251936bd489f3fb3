// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/text_parts.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

namespace pressgraph {
namespace {

// Where the part that begins `rest`, which is longer than it may be, ends.
std::size_t end_of_part(std::string_view rest, std::size_t longest) {
  const auto part = rest.substr(0, longest);
  for (const std::string_view boundary : {"\n\n", "\n", ". ", " "}) {
    const auto at = part.rfind(boundary);
    if (at != std::string_view::npos && at >= longest / 2) {
      return at + boundary.size();
    }
  }
  auto end = longest;
  while (end > longest - 3 && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return end;
}

Span moved(Span span, std::uint32_t by) {
  return {span.begin + by, span.end + by};
}

void move(Mention& mention, std::uint32_t by) {
  mention.span = mention.field == Field::text ? moved(mention.span, by) : mention.span;
}

void move(Evidence& evidence, std::uint32_t by) {
  if (evidence.field == Field::text) {
    evidence.span = moved(evidence.span, by);
    evidence.trigger = moved(evidence.trigger, by);
  }
  for (auto& step : evidence.chain) {
    move(step.mention, by);
  }
}

std::size_t index_of(std::string_view id) {
  std::size_t index = 0;
  std::from_chars(id.data() + 1, id.data() + id.size(), index);
  return index;
}

std::string_view authority_of(const Node& node) {
  return attribute(node.attributes, "authority");
}

bool are_one(const Node& a, const Node& b) {
  const auto authority = authority_of(a);
  return a.type == b.type && authority == authority_of(b) &&
         (!authority.empty() || (a.name == b.name && a.attributes == b.attributes));
}

// Equal for those that are one.
std::uint32_t hash_of(const Node& node) {
  const std::hash<std::string_view> hash;
  const auto authority = authority_of(node);
  std::size_t value = hash(authority.empty() ? std::string_view(node.name) : authority);
  for (const auto& [name, said] : node.attributes) {
    value = authority.empty() ? value * 31 + hash(said) : value;
  }
  return static_cast<std::uint32_t>(value ^ value >> 32U);
}

}  // namespace

std::vector<Span> parts_of(std::string_view text, std::size_t longest) {
  std::vector<Span> parts;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const auto rest = text.substr(begin);
    const auto end = begin + (rest.size() <= longest ? rest.size() : end_of_part(rest, longest));
    parts.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  }
  return parts;
}

Release release_without_text(const Release& release) {
  Release copy;
  copy.id = release.id;
  copy.title = release.title;
  copy.published = release.published;
  copy.modified = release.modified;
  copy.publisher = release.publisher;
  copy.url = release.url;
  copy.topics = release.topics;
  copy.language = release.language;
  copy.source = release.source;
  return copy;
}

std::optional<std::size_t> KnownNodes::find(const Node& node, const PackedNodes& nodes) const {
  if (slots_.empty()) {
    return std::nullopt;
  }
  const auto hash = hash_of(node);
  const auto last = slots_.size() - 1;
  for (auto at = hash & last; slots_[at].number != 0; at = (at + 1) & last) {
    const std::size_t number = slots_[at].number - 1;
    if (slots_[at].hash == hash && are_one(node, nodes.identity_of(number))) {
      return number;
    }
  }
  return std::nullopt;
}

void KnownNodes::add(const Node& node, std::size_t number) {
  if (3 * taken_ >= 2 * slots_.size()) {
    grow();
  }
  ++taken_;
  put({hash_of(node), static_cast<std::uint32_t>(number + 1)});
}

void KnownNodes::put(Slot slot) {
  const auto last = slots_.size() - 1;
  auto at = slot.hash & last;
  while (slots_[at].number != 0) {
    at = (at + 1) & last;
  }
  slots_[at] = slot;
}

void KnownNodes::grow() {
  constexpr std::size_t fewest = 64;
  const auto slots = std::exchange(slots_, std::vector<Slot>(std::max(fewest, 2 * slots_.size())));
  for (const auto& slot : slots) {
    if (slot.number != 0) {
      put(slot);
    }
  }
}

// The number that `node` has in the whole.
std::size_t TextParts::number_of(const Node& node, bool is_release) {
  auto& nodes = whole_.before.nodes;
  if (node.type == NodeType::statement || nodes.size() == 0) {
    return nodes.add(node);
  }
  const auto known = is_release ? std::optional<std::size_t>(0) : known_.find(node, nodes);
  if (known) {
    nodes.add_to(*known, node);
    return *known;
  }
  known_.add(node, nodes.size());
  return nodes.add(node);
}

void TextParts::add(Extraction part, std::uint32_t begin) {
  std::vector<std::string> ids;
  for (auto& node : part.nodes) {
    for (auto& mention : node.mentions) {
      move(mention, begin);
    }
    ids.push_back("n" + std::to_string(number_of(node, ids.empty())));
    node = {};
  }
  for (auto& edge : part.edges) {
    edge.subject = ids[index_of(edge.subject)];
    edge.object = ids[index_of(edge.object)];
    edge.claimed_by = edge.claimed_by.empty() ? std::string() : ids[index_of(edge.claimed_by)];
    move(edge.evidence, begin);
    whole_.before.edges.add(edge);
  }
  for (const auto& sentence : part.sentences) {
    whole_.before.sentences.add(moved(sentence, begin));
  }
  for (auto& marked : part.boilerplate) {
    whole_.extraction.boilerplate.push_back({moved(marked.span, begin), std::move(marked.rule)});
  }
}

PackedExtraction TextParts::joined() && {
  return std::move(whole_);
}

}  // namespace pressgraph
