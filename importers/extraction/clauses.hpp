// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "importers/extraction/lists.hpp"

/// Who does what in a sentence, found by position: the subject left of a verb, or what it shares
/// with the verb before it.
namespace pressgraph {

/// The subjects of a verb.
struct Subject {
  std::vector<Participant> who;
  bool collective = false;  ///< those who took part, as a group: "the participants", "they"
};

/// Keeps the speaker and the last subjects while a release is read from its start to its end.
class Subjects {
 public:
  Subjects(const Analysis& analysis, const MentionIndex& index);

  /// The subjects of the verb at `verb`: names, or what a pronoun stands for. Shares those of the
  /// last clause in Analysis::clauses where only "and" or a comma stands between.
  [[nodiscard]] Subject of(std::uint32_t verb) const;

  /// What the words before the verb make of it, and the clause that it goes on.
  [[nodiscard]] Status status_of(std::uint32_t verb) const;

  /// Says who spoke or acted last, for "he", "she" and "they".
  void note(const Subject& subject);

  /// Says whose turn to speak begins here: "he said" in the same segment is said by them.
  void turn(int mention);

  /// The same for whoever the sentence begins with: for one that no verb of the lexicons leads.
  void turn_to_opening(Range sentence);

 private:
  // How a verb goes on the clause before it in its sentence, sharing its subject.
  enum class Link : std::uint8_t { apart, conjunction, participle, infinitive };

  [[nodiscard]] bool is_unmarked_quotation(std::uint32_t verb, Range sentence) const;
  [[nodiscard]] std::vector<Participant> after_quotation(std::uint32_t verb, Range sentence) const;
  [[nodiscard]] int holder_at(int mention) const;
  [[nodiscard]] bool is_sent_to(std::uint32_t verb) const;
  [[nodiscard]] int thanked_for(std::uint32_t verb) const;
  [[nodiscard]] Subject left_of(std::uint32_t verb, std::uint32_t floor) const;
  [[nodiscard]] bool is_company(std::uint32_t i, std::uint32_t floor) const;
  [[nodiscard]] int listed_before(std::uint32_t i, std::uint32_t floor) const;
  [[nodiscard]] Subject named_or_sent(int mention, std::uint32_t floor) const;
  [[nodiscard]] bool is_sent(std::uint32_t start) const;
  [[nodiscard]] bool is_pronoun(std::uint32_t i) const;
  [[nodiscard]] bool in_post(std::uint32_t i) const;
  [[nodiscard]] Subject pronoun(std::uint32_t i, std::uint32_t verb) const;
  [[nodiscard]] Subject person_meant(std::uint32_t i, Gender wanted) const;
  [[nodiscard]] Subject body_before(std::uint32_t it, std::uint32_t verb) const;
  [[nodiscard]] int speaker_before(std::uint32_t i) const;
  [[nodiscard]] int body_said_last(std::uint32_t it) const;
  [[nodiscard]] int body_opening(Range sentence) const;
  [[nodiscard]] bool names_act(Range sentence) const;
  [[nodiscard]] bool is_deliberative(const NameMention& body) const;
  [[nodiscard]] bool acts_next(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] Subject those_who_met(const Participant& one, std::uint32_t i) const;
  [[nodiscard]] Subject with_parties(const Clause& clause, const EventMention& event) const;
  [[nodiscard]] Link link(std::uint32_t verb) const;
  [[nodiscard]] bool goes_on_list(std::uint32_t verb, std::uint32_t comma) const;
  [[nodiscard]] int before_who(std::uint32_t verb, std::uint32_t floor) const;
  [[nodiscard]] bool is_object_at(std::uint32_t start) const;
  [[nodiscard]] bool governed(int mention, Range sentence) const;
  [[nodiscard]] bool is_seat(int mention, Range sentence) const;
  [[nodiscard]] Subject named(int mention) const;

  const Analysis& a_;
  const MentionIndex& index_;
  Subject last_;
  std::vector<int> recent_persons_;
  std::vector<Range> post_starts_;  // of posts after names, in text order
};

/// Whether the form at `verb` is a noun there: "U.S. support", "the reports". Looks at `last`, the
/// clause before it in the sentence, or nullptr.
bool is_noun_here(const Analysis& analysis, const MentionIndex& index, std::uint32_t verb,
                  const Clause* last);

/// What the words before the verb at `verb` make of it.
Status status_at(const Analysis& analysis, std::uint32_t verb);

}  // namespace pressgraph
