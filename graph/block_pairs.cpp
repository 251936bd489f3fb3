// SPDX-License-Identifier: Apache-2.0
#include "graph/block_pairs.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/calendar_days.hpp"
#include "graph/shown_ids.hpp"

namespace pressgraph {
namespace {

class EventPairs {
 public:
  using Compare = std::function<void(std::size_t, std::size_t)>;

  EventPairs(const std::vector<const Bearer*>& bearers, const Compare& compare)
      : compare_(compare) {
    events_.reserve(bearers.size());
    for (const auto* bearer : bearers) {
      const auto index = events_.size();
      const auto& told = bearer->attributes;
      events_.push_back(
          {attribute(told, "scope"), days_of(attribute(told, "start"), attribute(told, "end"))});
      (events_.back().scope.empty() ? unscoped_ : scoped_[events_.back().scope]).push_back(index);
      slugs_[slug_id(*bearer)].push_back(index);
    }
  }

  void run() {
    compare_dated();
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (!events_[i].days) {
        compare_undated(i);
      }
    }
    // Two that only the hash of their scopes makes one need to be told apart.
    for (const auto& [slug, indices] : slugs_) {
      for (std::size_t i = 1; i < indices.size(); ++i) {
        compare(indices[0], indices[i]);
      }
    }
  }

 private:
  struct Event {
    std::string_view scope;
    std::optional<Days> days;
  };

  void compare(std::size_t a, std::size_t b) { compare_(std::min(a, b), std::max(a, b)); }

  void compare_dated() {
    std::vector<std::size_t> dated;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (events_[i].days) {
        dated.push_back(i);
      }
    }
    std::ranges::stable_sort(dated, {}, [this](std::size_t i) { return events_[i].days->first; });
    for (auto a = dated.begin(); a != dated.end(); ++a) {
      const auto& event = events_[*a];
      for (auto b = a + 1; b != dated.end(); ++b) {
        const auto& other = events_[*b];
        if (other.days->first - event.days->last > days_of_one_event) {
          break;
        }
        if (event.scope.empty() || other.scope.empty() || event.scope == other.scope) {
          compare(*a, *b);
        }
      }
    }
  }

  // With what has no scope, and what has the same.
  void compare_undated(std::size_t i) {
    const auto with = [this, i](std::size_t other) {
      if (events_[other].days || i < other) {  // two without a date once
        compare(i, other);
      }
    };
    const auto scope = events_[i].scope;
    if (scope.empty()) {
      for (std::size_t other = 0; other < events_.size(); ++other) {
        with(other);
      }
      return;
    }
    std::ranges::for_each(unscoped_, with);
    std::ranges::for_each(scoped_[scope], with);
  }

  const Compare& compare_;
  std::vector<Event> events_;
  std::vector<std::size_t> unscoped_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> scoped_;
  std::unordered_map<std::string, std::vector<std::size_t>> slugs_;
};

}  // namespace

void each_pair(const std::vector<const Bearer*>& bearers,
               const std::function<void(std::size_t, std::size_t)>& compare) {
  // A block is of one type but for two keys of one hash.
  const auto is_event = [](const Bearer* bearer) { return bearer->type == NodeType::event; };
  if (std::ranges::all_of(bearers, is_event)) {
    EventPairs(bearers, compare).run();
    return;
  }
  // Of two that are their releases' alone nothing is known, and there may be thousands.
  std::vector<std::size_t> known;
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < bearers.size(); ++i) {
    (is_of_a_release(*bearers[i]) ? unknown : known).push_back(i);
  }
  for (auto i = known.begin(); i != known.end(); ++i) {
    std::for_each(i + 1, known.end(), [&](std::size_t j) { compare(*i, j); });
    std::ranges::for_each(unknown,
                          [&](std::size_t j) { compare(std::min(*i, j), std::max(*i, j)); });
  }
}

}  // namespace pressgraph
