// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include "importers/extraction/analysis.hpp"

/// Names looked up by position, and which of them stand in one list: "A, B of X (C), and D".
namespace pressgraph {

/// Looks mentions up by position.
class MentionIndex {
 public:
  explicit MentionIndex(const Analysis& analysis);

  /// The outermost mention whose title or name covers token `i`, or `none`; also past the end.
  [[nodiscard]] int covering(std::uint32_t i) const {
    return i < covering_.size() ? covering_[i] : none;
  }

  /// Where `mention` begins, its title included.
  [[nodiscard]] std::uint32_t begin(int mention) const;

  /// One past `mention` and what belongs to it in a list: a bracket, "of France" after a titled
  /// person, the post after the name.
  [[nodiscard]] std::uint32_t end_of_item(int mention) const {
    return item_end_[static_cast<std::size_t>(mention)];
  }

  /// The same without the post after the name.
  [[nodiscard]] std::uint32_t end_of_name(int mention) const {
    return name_end_[static_cast<std::size_t>(mention)];
  }

  /// The mention that token `i` belongs to: the one that covers it, or whose item it stands in
  /// ("France" in "President Macron of France"); `none` where there is none.
  [[nodiscard]] int item_at(std::uint32_t i) const {
    return i < item_at_.size() && item_at_[i] != none ? item_at_[i] : covering(i);
  }

  /// The mention that a comma or "and" ties to `mention` on its left or right, or `none`.
  [[nodiscard]] int before(int mention) const { return before_[static_cast<std::size_t>(mention)]; }
  [[nodiscard]] int after(int mention) const { return after_[static_cast<std::size_t>(mention)]; }

  /// Whether "and" or a semicolon stands before `mention` in its list.
  [[nodiscard]] bool is_joined(int mention) const {
    return joined_[static_cast<std::size_t>(mention)] != 0;
  }

  /// The person whose post names `mention`, a body that begins at token `at`: X of "the ABC
  /// President X"; else `mention`, or `none` where it does not begin there.
  [[nodiscard]] int whose_post(int mention, std::uint32_t at) const;

  /// Whether people without names close the list that `mention` is the last name of: "A, B and
  /// other members of the Cabinet", "A, B, along with a group of officials".
  [[nodiscard]] bool is_closed_by_others(int mention) const;

  /// The mentions that stand with `mention` as the subject of one verb, in text order: itself, and
  /// those before it if "and" joins them somewhere, or others without names after it.
  [[nodiscard]] std::vector<int> conjuncts(int mention) const;

  /// The first of them.
  [[nodiscard]] int first_conjunct(int mention) const;

 private:
  [[nodiscard]] std::unordered_map<int, std::uint32_t> ends_of_posts() const;
  [[nodiscard]] bool is_people(std::uint32_t at) const;
  [[nodiscard]] bool leads_to_people(std::uint32_t at) const;
  void measure_items();
  [[nodiscard]] bool lists_states(int left, int right) const;
  void link();
  [[nodiscard]] std::uint32_t after_bracket(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t after_country(int mention, std::uint32_t i) const;
  [[nodiscard]] std::uint32_t after_town(int mention, std::uint32_t i) const;
  [[nodiscard]] bool may_link(int left, int right, bool joined) const;

  const Analysis& a_;
  std::vector<int> covering_;
  std::vector<int> item_at_;  // by token: whose item's rest it is
  std::vector<std::uint32_t> item_end_;
  std::vector<std::uint32_t> name_end_;
  std::vector<int> before_;
  std::vector<int> after_;
  std::vector<std::uint8_t> joined_;  // by mention: "and" stands before it
};

/// The one of `analysis`, whose names are resolved: made by whoever asks first.
const MentionIndex& mention_index(Analysis& analysis);

/// The names listed from token `i` on: "A, B (b), and C", also "representatives of A and B". Stops
/// at the first thing that is no list. Sets `last` to one past it.
std::vector<int> read_list(const Analysis& analysis, const MentionIndex& index, std::uint32_t i,
                           std::uint32_t end, std::uint32_t& last);

/// One past "as well as", "along with" or "together with" at token `i`; `i` where none stands
/// there.
std::uint32_t past_together(const Analysis& analysis, std::uint32_t i);

/// Whether a node of this type acts: takes part, speaks, hosts.
bool is_actor(NodeType type);

/// Whether token `i` is a preposition that governs what follows it.
bool is_preposition(const Analysis& analysis, std::uint32_t i);

}  // namespace pressgraph
