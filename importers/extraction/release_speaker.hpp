// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "importers/extraction/edges.hpp"

namespace pressgraph {

/// Whose words a release is, as a whole or from a line "SECRETARY X:" on.
class ReleaseSpeaker {
 public:
  explicit ReleaseSpeaker(const Edges& edges);

  /// The node of the official who speaks at token `i` in the first person, or `none`.
  [[nodiscard]] int at(std::uint32_t i) const;

  /// Whether token `i` is of a turn of which no name is told: "QUESTION:".
  [[nodiscard]] bool is_anonymous(std::uint32_t i) const;

  /// Where each turn of a transcript begins, and who speaks from there, `none` for who has no name.
  [[nodiscard]] const std::vector<std::pair<std::uint32_t, int>>& turns() const { return turns_; }

 private:
  void find_turns();
  [[nodiscard]] std::uint32_t past_stars(Range sentence) const;
  void find_author();
  [[nodiscard]] bool first_person(bool strict) const;
  [[nodiscard]] bool is_spokesperson(std::uint32_t i) const;
  [[nodiscard]] int official_at(std::uint32_t i) const;
  [[nodiscard]] bool is_lead(Range sentence) const;
  [[nodiscard]] int signature() const;
  [[nodiscard]] bool is_joint(Range title) const;
  [[nodiscard]] int speech_of(Range sentence) const;
  [[nodiscard]] int statement_by(Range sentence) const;
  [[nodiscard]] int owner_of_speech(Range sentence) const;
  [[nodiscard]] int given_statement(Range sentence) const;
  [[nodiscard]] int subject_of_headline() const;
  [[nodiscard]] int byline(Range sentence) const;

  const Edges& e_;
  const Analysis& a_;
  std::vector<std::pair<std::uint32_t, int>> turns_;  // first token, node; in text order
  int author_ = none;
  std::uint32_t speech_begins_ = 0;  // after the sentence that says whose it is
};

/// Who cites what; `speaker` tells whose words the release is.
void find_citation_edges(Edges& edges, const ReleaseSpeaker& speaker);

}  // namespace pressgraph
