// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/text_parts.hpp"

#include <algorithm>
#include <charconv>

namespace pressgraph {
namespace {

constexpr std::size_t most_aliases = 64;  // as within a part

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

void add_aliases(Node& known, std::vector<std::string> aliases) {
  for (auto& alias : aliases) {
    const auto at = std::ranges::lower_bound(known.aliases, alias);
    const bool there = at != known.aliases.end() && *at == alias;
    if (!there && known.aliases.size() < most_aliases) {
      known.aliases.insert(at, std::move(alias));
    }
  }
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

TextParts::Identity TextParts::identity_of(const Node& node) {
  const std::string type(info(node.type).prefix);
  const auto authority = attribute(node.attributes, "authority");
  return authority.empty() ? Identity(type + "/" + node.name, node.attributes)
                           : Identity(type + "=" + std::string(authority), {});
}

// The id that `node` has in the whole.
std::string TextParts::add_node(Node node, bool is_release) {
  const auto made = whole_.nodes.size();
  auto index = made;
  if (is_release) {
    index = 0;
  } else if (node.type != NodeType::statement) {
    index = known_.try_emplace(identity_of(node), made).first->second;
  }
  auto id = "n" + std::to_string(index);
  if (index == made) {
    node.id = id;
    whole_.nodes.push_back(std::move(node));
    return id;
  }
  auto& known = whole_.nodes[index];
  add_aliases(known, std::move(node.aliases));
  known.mentions.insert(known.mentions.end(), node.mentions.begin(), node.mentions.end());
  return id;
}

void TextParts::add(Extraction part, std::uint32_t begin) {
  std::vector<std::string> ids;
  for (auto& node : part.nodes) {
    for (auto& mention : node.mentions) {
      move(mention, begin);
    }
    ids.push_back(add_node(std::move(node), ids.empty()));
  }
  for (auto& edge : part.edges) {
    edge.subject = ids[index_of(edge.subject)];
    edge.object = ids[index_of(edge.object)];
    edge.claimed_by = edge.claimed_by.empty() ? std::string() : ids[index_of(edge.claimed_by)];
    move(edge.evidence, begin);
    edges_.add(edge);
  }
  for (const auto& sentence : part.sentences) {
    whole_.sentences.push_back(moved(sentence, begin));
  }
  for (auto& marked : part.boilerplate) {
    whole_.boilerplate.push_back({moved(marked.span, begin), std::move(marked.rule)});
  }
}

PackedExtraction TextParts::joined() && {
  return {std::move(whole_), std::move(edges_)};
}

}  // namespace pressgraph
