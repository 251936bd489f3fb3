// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "importers/extraction/analysis.hpp"

/// Who does what in a sentence, found by position: the subject left of a verb, lists to its right.
namespace pressgraph {

/// Looks mentions up by position. Made once a release, after names are resolved.
class MentionIndex {
 public:
  explicit MentionIndex(const Analysis& analysis);

  /// The outermost mention whose title or name covers token `i`, or `none`.
  [[nodiscard]] int covering(std::uint32_t i) const { return covering_[i]; }

  /// Where `mention` begins, its title included.
  [[nodiscard]] std::uint32_t begin(int mention) const;

 private:
  const Analysis& a_;
  std::vector<int> covering_;
};

/// Keeps the speaker and the last subjects while a release is read from its start to its end.
class Subjects {
 public:
  Subjects(const Analysis& analysis, const MentionIndex& index);

  /// The subjects of the verb at token `verb`: names, or what a pronoun stands for.
  [[nodiscard]] std::vector<Participant> of(std::uint32_t verb) const;

  /// Says who spoke or acted last, for "he", "she" and "they".
  void note(const std::vector<Participant>& subjects);

 private:
  [[nodiscard]] std::vector<Participant> after_quotation(std::uint32_t verb, Range sentence) const;
  [[nodiscard]] bool in_post(std::uint32_t i) const;
  [[nodiscard]] std::vector<Participant> pronoun(std::uint32_t i) const;
  void take_conjuncts(std::uint32_t begin, std::uint32_t floor,
                      std::vector<Participant>& out) const;

  const Analysis& a_;
  const MentionIndex& index_;
  std::vector<Participant> last_;
  std::vector<int> recent_persons_;
  std::vector<Range> post_starts_;  // of posts after names, in text order
};

/// The names listed from token `i` on: "A, B (b), and C". Stops at the first thing that is no list.
/// Sets `last` to one past it.
std::vector<int> read_list(const Analysis& analysis, const MentionIndex& index, std::uint32_t i,
                           std::uint32_t end, std::uint32_t& last);

/// What the words before the verb at `verb` make of it.
Status status_at(const Analysis& analysis, std::uint32_t verb);

}  // namespace pressgraph
