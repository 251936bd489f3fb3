// SPDX-License-Identifier: Apache-2.0
#include "exporters/selection.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/error.hpp"
#include "graph/identity.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_publishers_named = 10;
constexpr std::size_t first_tidying = 1U << 16U;

std::uint64_t hashed(std::string_view id) {
  return std::hash<std::string_view>{}(id);
}

template <typename Value>
bool has_bit(Value set, std::size_t index) {
  return (set >> index & 1U) != 0;
}

bool holds(const std::vector<std::uint64_t>& ids, std::string_view id) {
  return std::ranges::binary_search(ids, hashed(id));
}

void sort_and_drop_twins(std::vector<std::uint64_t>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

/// The other ends of the edges at `node` that `filter` and `passes` let through.
std::vector<std::string> beside(const Store& store, const std::string& node, EdgeFilter filter,
                                const std::function<bool(const StoredEdge&)>& passes) {
  std::vector<std::string> found;
  const auto take = [&](std::string StoredEdge::*end) {
    store.each_edge(filter, [&, end](const StoredEdge& edge) {
      if (passes(edge)) {
        found.push_back(edge.*end);
      }
    });
  };
  filter.subject = node;
  take(&StoredEdge::object);
  filter.subject.clear();
  filter.object = node;
  take(&StoredEdge::subject);
  return found;
}

}  // namespace

std::optional<NodeType> type_of_id(std::string_view id) {
  const auto prefix = id.substr(0, id.find('/'));
  const auto* const found = std::ranges::find(node_types, prefix, &NodeTypeInfo::prefix);
  return found == node_types.end() ? std::nullopt : std::optional(found->type);
}

SelectedGraph::SelectedGraph(const Store& store, Selection selection, Sources sources)
    : store_(store), selection_(std::move(selection)), sources_(sources) {
  if (!selection_.publisher.empty()) {
    find_publisher();
  }
  if (!selection_.around.empty()) {
    find_neighbours();
  }
  // Of some types alone, the sources of their edges are found out all the same: they are releases.
  if (restricts_edges() || (selection_.types != any_node && sources_ == Sources::kept)) {
    find_nodes();
  }
}

void SelectedGraph::find_publisher() {
  const auto wanted = lower_case(selection_.publisher);
  Ids found;
  std::set<std::string> publishers;
  store_.each_release([&](const Release& release) {
    if (lower_case(release.publisher) == wanted) {
      found.push_back(hashed("release/" + slug(release.id, true)));
    } else if (publishers.size() < most_publishers_named && !release.publisher.empty()) {
      publishers.insert(release.publisher);
    }
  });
  if (found.empty()) {
    std::string message = "no release is published by '" + selection_.publisher + "'";
    for (const auto& publisher : publishers) {
      message += (publisher == *publishers.begin() ? "; publishers here: " : ", ") + publisher;
    }
    throw Error(message);
  }
  sort_and_drop_twins(found);
  by_publisher_ = std::move(found);
}

/// Outwards from `around`, step by step. A release names much that has nothing to do with each
/// other, so it is reached but not stepped from.
void SelectedGraph::find_neighbours() {
  if (!store_.node(selection_.around)) {
    throw Error("'" + selection_.around + "' is no node of the store");
  }
  const auto passes = [this](const StoredEdge& each) { return lets(each); };
  std::set<std::string> reached{selection_.around};
  std::vector<std::string> edge{selection_.around};
  for (unsigned step = 0; step < selection_.hops; ++step) {
    std::vector<std::string> next;
    for (const auto& from : edge) {
      for (auto& node : beside(store_, from, filter(), passes)) {
        if (reached.insert(node).second && type_of_id(node) != NodeType::release) {
          next.push_back(std::move(node));
        }
      }
    }
    edge = std::move(next);
  }
  Ids found(reached.size());
  std::ranges::transform(reached, found.begin(), hashed);
  sort_and_drop_twins(found);
  near_ = std::move(found);
}

void SelectedGraph::find_nodes() {
  Ids found;
  if (!selection_.around.empty()) {
    found.push_back(hashed(selection_.around));
  }
  std::size_t tidy_at = first_tidying;
  each_edge([&](const StoredEdge& edge) {
    found.push_back(hashed(edge.subject));
    found.push_back(hashed(edge.object));
    if (sources_ == Sources::kept) {
      found.push_back(hashed(edge.release));
      found.push_back(hashed(edge.claimed_by));
    }
    if (found.size() >= tidy_at) {
      sort_and_drop_twins(found);
      tidy_at = std::max(first_tidying, 2 * found.size());
    }
  });
  sort_and_drop_twins(found);
  kept_ = std::move(found);
}

/// What the store itself can tell.
EdgeFilter SelectedGraph::filter() const {
  EdgeFilter filter;
  for (const auto& row : relations) {
    if (selection_.relations == 1U << static_cast<unsigned>(row.relation)) {
      filter.relation = row.relation;
    }
  }
  filter.since = selection_.since;
  filter.until = selection_.until;
  filter.min_confidence = selection_.min_confidence;
  filter.shown_only = (selection_.statuses & ~shown_statuses) == 0;
  return filter;
}

bool SelectedGraph::lets(const StoredEdge& edge) const {
  const auto of_type = [this](const std::string& id) {
    const auto type = type_of_id(id);
    return type && has_bit(selection_.types, static_cast<std::size_t>(*type));
  };
  return has_bit(selection_.relations, static_cast<std::size_t>(edge.relation)) &&
         has_bit(selection_.statuses, static_cast<std::size_t>(edge.status)) &&
         (selection_.types == any_node || (of_type(edge.subject) && of_type(edge.object))) &&
         (!by_publisher_ || holds(*by_publisher_, edge.release)) &&
         (!near_ || (holds(*near_, edge.subject) && holds(*near_, edge.object)));
}

bool SelectedGraph::lets(const StoredNode& node) const {
  if (kept_ && holds(*kept_, node.id)) {
    return true;
  }
  return !restricts_edges() && has_bit(selection_.types, static_cast<std::size_t>(node.type));
}

/// By more than the types of their ends: then a node is there for its edges alone. To ask for more
/// statuses than those that are shown is no restriction.
bool SelectedGraph::restricts_edges() const {
  return (selection_.statuses & shown_statuses) != shown_statuses ||
         selection_.relations != any_relation || !selection_.since.empty() ||
         !selection_.until.empty() || selection_.min_confidence > 0 || by_publisher_ || near_;
}

void SelectedGraph::each_node(const std::function<void(const StoredNode&)>& visit) const {
  store_.each_node([&](const StoredNode& node) {
    if (lets(node)) {
      visit(node);
    }
  });
}

void SelectedGraph::each_edge(const std::function<void(const StoredEdge&)>& visit) const {
  store_.each_edge(filter(), [&](const StoredEdge& edge) {
    if (lets(edge)) {
      visit(edge);
    }
  });
}

void SelectedGraph::each_node_with_edges(
    const std::function<void(const StoredNode&)>& visit_node,
    const std::function<void(const StoredEdge&)>& visit_edge) const {
  store_.each_node_with_edges(
      filter(),
      [&](const StoredNode& node) {
        if (lets(node)) {
          visit_node(node);
        }
      },
      [&](const StoredEdge& edge) {
        if (lets(edge)) {
          visit_edge(edge);
        }
      });
}

}  // namespace pressgraph
