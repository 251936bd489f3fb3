// SPDX-License-Identifier: Apache-2.0
#include "graph/clusters.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace pressgraph {
namespace {

constexpr int fullest = 4;

class Clusterer {
 public:
  explicit Clusterer(const Group& group) : group_(group) {
    result_.root.resize(group.bearers.size());
    std::iota(result_.root.begin(), result_.root.end(), 0U);
    result_.reasons.resize(group.bearers.size());
    for (std::size_t i = 0; i < group.bearers.size(); ++i) {
      members_.push_back({i});
    }
    order_links();
  }

  Clustering run() {
    for (const auto* link : links_) {
      if (link->link.strength >= Strength::sure) {
        join(*link);
      }
    }
    for (const auto strength : {Strength::body, Strength::only_one}) {
      // The fuller first, so that what joins them can be led to by others.
      for (int level = fullest; level >= 0; --level) {
        join_where_one(strength, level);
      }
    }
    for (std::size_t i = 0; i < group_.links.size(); ++i) {
      const auto& link = group_.links[i];
      const bool apart = link.link.strength == Strength::apart;
      if (!apart && result_.root[link.first] != result_.root[link.second] &&
          !excluded(result_.root[link.first], result_.root[link.second])) {
        result_.open.push_back(i);
      }
    }
    return std::move(result_);
  }

 private:
  using Members = std::vector<std::size_t>;

  // By strength, then by how often both are named (what is told once may be told wrongly), then by
  // keys: whatever the order in which the links were found.
  void order_links() {
    for (const auto& link : group_.links) {
      links_.push_back(&link);
    }
    std::ranges::sort(links_, [this](const GroupLink* a, const GroupLink* b) {
      const auto often = [this](const GroupLink* link) {
        return group_.bearers[link->first].releases + group_.bearers[link->second].releases;
      };
      return std::make_tuple(b->link.strength, often(b), a->first, a->second) <
             std::make_tuple(a->link.strength, often(a), b->first, b->second);
    });
  }

  [[nodiscard]] bool judged_different(std::size_t a, std::size_t b) const {
    return std::ranges::find(group_.different, std::minmax(a, b), [](const auto& pair) {
             return std::minmax(pair.first, pair.second);
           }) != group_.different.end();
  }

  // Whether anyone of the cluster of `a` cannot be one with anyone of that of `b`.
  [[nodiscard]] bool excluded(std::size_t a, std::size_t b, bool judged = false) const {
    for (const auto i : members_[a]) {
      for (const auto j : members_[b]) {
        if (judged_different(i, j) ||
            (!judged && exclude_each_other(group_.bearers[i], group_.bearers[j]))) {
          return true;
        }
      }
    }
    return false;
  }

  // The fullest name stands for the rest; then the longer, then the smaller key.
  [[nodiscard]] bool stands_before(std::size_t a, std::size_t b) const {
    const auto& x = group_.bearers[a];
    const auto& y = group_.bearers[b];
    return std::make_tuple(-x.fullness, a) < std::make_tuple(-y.fullness, b);
  }

  void join(const GroupLink& link) {
    const auto a = result_.root[link.first];
    const auto b = result_.root[link.second];
    if (a == b || excluded(a, b, link.link.strength == Strength::judged)) {
      return;
    }
    const auto winner = stands_before(a, b) ? a : b;
    const auto loser = winner == a ? b : a;
    // The one of the two that comes in with this link says why.
    const auto newcomer = result_.root[link.first] == loser ? link.first : link.second;
    const auto& other = group_.bearers[newcomer == link.first ? link.second : link.first];
    auto& reason = result_.reasons[result_.reasons[newcomer].empty() ? newcomer : loser];
    reason = link.link.reason + " (" + other.key + ")";
    for (const auto member : members_[loser]) {
      result_.root[member] = winner;
      members_[winner].push_back(member);
    }
    members_[loser].clear();
  }

  [[nodiscard]] int fullness(std::size_t root) const { return group_.bearers[root].fullness; }

  // Whether a link of `strength` may bring the cluster of `from`, of this fullness, to that of
  // `to`.
  [[nodiscard]] bool may_follow(std::size_t from, std::size_t to, Strength strength,
                                int level) const {
    const bool fuller =
        fullness(to) > level || (fullness(to) == level && strength == Strength::body);
    return fullness(from) == level && fuller && !excluded(from, to);
  }

  using Targets = std::map<std::size_t, std::map<std::size_t, const GroupLink*>>;

  // By cluster, the clusters that links of `strength` lead it to.
  [[nodiscard]] Targets targets_by(Strength strength, int level) const {
    Targets targets;
    for (const auto* link : links_) {
      const auto a = result_.root[link->first];
      const auto b = result_.root[link->second];
      if (link->link.strength != strength || a == b) {
        continue;
      }
      if (may_follow(a, b, strength, level)) {
        targets[a].try_emplace(b, link);
      }
      if (may_follow(b, a, strength, level)) {
        targets[b].try_emplace(a, link);
      }
    }
    return targets;
  }

  // Joins where all links of `strength` from a cluster of this fullness lead to one.
  void join_where_one(Strength strength, int level) {
    for (const auto& [from, found] : targets_by(strength, level)) {
      if (found.size() == 1) {
        join(*found.begin()->second);
      }
    }
  }

  const Group& group_;
  std::vector<const GroupLink*> links_;
  std::vector<Members> members_;
  Clustering result_;
};

}  // namespace

Clustering cluster(const Group& group) {
  return Clusterer(group).run();
}

}  // namespace pressgraph
