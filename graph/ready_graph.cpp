// SPDX-License-Identifier: Apache-2.0
// What a store writes of an extraction's nodes and edges.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "graph/code_points.hpp"
#include "graph/name_numbers.hpp"
#include "graph/person_names.hpp"
#include "graph/ready_extraction.hpp"

namespace pressgraph {
namespace {

// "Third Summit", said where the Ninth is spoken of, is no name of it.
bool may_be_called(const Node& node, const NameNumbers& name, const std::string& alias) {
  const auto other = numbers_in({alias});
  const bool all_told = std::ranges::includes(name.others, other.others);
  if (node.type == NodeType::instrument) {
    // "Third Geneva Convention" is one of several, "Executive Orders 14008 and 14057" are two.
    return all_told && !numbers_differ(name, other);
  }
  return (name.others.empty() || all_told) && !numbers_differ(name, other);
}

// "President of Russia", by which a release goes on to call someone, is a post and no name of him.
bool is_name_of(const std::string& name, const std::string& alias) {
  constexpr std::size_t long_enough = 4;
  const auto last = std::string_view(name).substr(name.rfind(' ') + 1);
  if (last.size() >= long_enough && alias.find(last) != std::string::npos) {
    return true;  // as nearly always, and much faster
  }
  const auto person = person_name(name).words;
  const auto words = person_name(alias).words;
  return person.empty() || std::ranges::any_of(words, [&person](const std::string& word) {
           return std::ranges::any_of(person, [&word](const std::string& part) {
             return part == word || sound(part) == sound(word);
           });
         });
}

bool has_numbers(NodeType type) {
  return type == NodeType::event || type == NodeType::agency || type == NodeType::instrument;
}

// The aliases that are names of the node.
std::vector<const std::string*> forms_of(const Node& node) {
  const bool numbered = has_numbers(node.type) && !node.aliases.empty();
  const auto numbers = numbered ? numbers_in({node.name}) : NameNumbers{};
  const bool official = node.type == NodeType::official;
  std::vector<const std::string*> forms;
  for (const auto& alias : node.aliases) {
    const bool may_be = !numbered || may_be_called(node, numbers, alias);
    if (may_be && (!official || is_name_of(node.name, alias))) {
      forms.push_back(&alias);
    }
  }
  return forms;
}

ReadyNode ready_node(const BearerIds& ids, const Node& node) {
  ReadyNode ready{ids.of(node), {}, {}};
  ready.hash = hash128(ready.id.key);
  const auto add = [&ready](std::string_view name, std::string_view value, bool main) {
    const auto hash = hash128(value, hash128("\x1f", hash128(name, hash128("\x1f", ready.hash))));
    ready.traits.push_back({std::string(name), std::string(value), main, hash});
  };
  add({}, node.name, true);
  for (const auto& alias : forms_of(node)) {
    add({}, *alias, false);
  }
  for (const auto& attribute : node.attributes) {
    add(attribute.name, attribute.value, false);
  }
  return ready;
}

class ReadyEdges {
 public:
  explicit ReadyEdges(const Extraction& extraction)
      : x_(extraction), text_points_(x_.release.text) {
    for (std::size_t i = 0; i < x_.nodes.size(); ++i) {
      indices_.emplace(x_.nodes[i].id, i);
    }
  }

  ReadyEdge of(const Edge& edge) {
    ReadyEdge made{index_of(edge.subject), index_of(edge.object), index_of(edge.claimed_by), 0, {}};
    if (lies_in_its_field(edge.evidence, x_.release)) {
      made.code_points = code_points(edge.evidence);
    }
    return made;
  }

 private:
  [[nodiscard]] std::size_t index_of(const std::string& id) const {
    const auto found = indices_.find(id);
    return found == indices_.end() ? ReadyEdge::nowhere : found->second;
  }

  // Edges come nearly in text order, so that counting goes on from the last one.
  Span code_points(const Evidence& evidence) {
    if (evidence.field == Field::text) {
      return text_points_.of(evidence.span);
    }
    const auto text = field_text(x_.release, evidence.field);
    return CodePoints(text).of(evidence.span);
  }

  const Extraction& x_;
  CodePoints text_points_;
  std::unordered_map<std::string_view, std::size_t> indices_;
};

/// What each edge says and where, as a number: the same whatever was merged before.
class EdgeHashes {
 public:
  explicit EdgeHashes(ReadyExtraction& ready) : ready_(ready) {
    const auto& release = ready.extraction.release;
    for (const auto& part : {std::string_view(ready.text_hash), std::string_view(release.modified),
                             std::string_view(release.published)}) {
      (end_ += '\x1f') += part;
    }
  }

  void run() {
    std::array<std::size_t, at_once> waiting{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < ready_.edges.size(); ++i) {
      const auto& edge = ready_.edges[i];
      if (edge.subject == ReadyEdge::nowhere || edge.object == ReadyEdge::nowhere) {
        continue;
      }
      waiting.at(count) = i;
      say(ready_.extraction.edges[i], edge, said_.at(count));
      if (++count == at_once) {
        hash(waiting, count);
        count = 0;
      }
    }
    hash(waiting, count);
  }

 private:
  static constexpr std::size_t at_once = 4;

  void hash(const std::array<std::size_t, at_once>& edges, std::size_t count) {
    const auto hashes = hash64_of_each(
        std::array<std::string_view, at_once>{said_[0], said_[1], said_[2], said_[3]});
    for (std::size_t i = 0; i < count; ++i) {
      ready_.edges[edges.at(i)].hash = static_cast<std::int64_t>(hashes.at(i));
    }
  }

  void say(const Edge& edge, const ReadyEdge& ends, std::string& key) const {
    const auto& e = edge.evidence;
    key = ready_.gid;
    const auto add = [&key](std::string_view part) { (key += '\x1f') += part; };
    add(ready_.nodes[ends.subject].id.key);
    add(name(edge.relation));
    add(ready_.nodes[ends.object].id.key);
    add(name(edge.status));
    add(name(e.field));
    for (const auto offset : {e.span.begin, e.span.end, e.trigger.begin, e.trigger.end}) {
      const fmt::format_int number(offset);
      add(std::string_view(number.data(), number.size()));
    }
    add(e.rule);
    key += end_;
  }

  ReadyExtraction& ready_;
  std::string end_;  // of what is said of each edge
  std::array<std::string, at_once> said_;
};

}  // namespace

bool lies_in_its_field(const Evidence& evidence, const Release& release) {
  const auto size = evidence.field == Field::text ? release.text.size()
                                                  : field_text(release, evidence.field).size();
  return evidence.span.end <= size && evidence.span.begin <= evidence.span.end &&
         evidence.trigger.begin <= evidence.trigger.end;
}

void add_ready_graph(ReadyExtraction& ready) {
  const BearerIds ids(ready.extraction);
  ready.nodes.reserve(ready.extraction.nodes.size());
  for (const auto& node : ready.extraction.nodes) {
    ready.nodes.push_back(ready_node(ids, node));
  }
  ReadyEdges edges(ready.extraction);
  ready.edges.reserve(ready.extraction.edges.size());
  for (const auto& edge : ready.extraction.edges) {
    ready.edges.push_back(edges.of(edge));
  }
  EdgeHashes(ready).run();
}

}  // namespace pressgraph
