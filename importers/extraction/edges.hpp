// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/extraction/lists.hpp"

/// What the finders of relations share: edges are made here, events and clauses looked up.
namespace pressgraph {

// Windows in tokens. No rule looks farther, so that time stays linear in a sentence of any length.
constexpr std::uint32_t reach = 30;           ///< from a verb to its event
constexpr std::uint32_t context_window = 80;  ///< to what governs a clause
constexpr std::uint32_t list_window = 600;    ///< a list of those who took part
constexpr std::uint32_t early_sentences = 5;  ///< sentences that may tell of the title's event

/// What an edge rests on.
struct Ground {
  Range trigger;
  std::string_view rule;
  Status status = Status::asserted;
  double confidence = 0.85;
  bool verbless = false;  ///< no verb told the status: a title's phrase, a place beside an event
};

class Edges {
 public:
  explicit Edges(Analysis& analysis);

  Analysis& a;
  const MentionIndex& index;

  [[nodiscard]] const NameMention& name(int mention) const {
    return a.names[static_cast<std::size_t>(mention)];
  }
  [[nodiscard]] NodeType type_of(int node) const {
    return a.nodes[static_cast<std::size_t>(node)].type;
  }

  /// Adds an edge with the sentence of its trigger as the evidence; none where the relation cannot
  /// join the two.
  void add(int subject, Relation relation, int object, const Ground& ground);

  /// Adds an edge for each subject, with how its words were resolved; the confidence is that of how
  /// each was found.
  void add_for(const std::vector<Participant>& subjects, Relation relation, int object,
               Ground ground);

  /// The class of an event's head: "meeting", "visit" (schemas/lexicons/events.toml).
  [[nodiscard]] std::string_view class_of(const EventMention& event) const {
    return a.knowledge.event_classes[event.event_class];
  }

  /// Says that an event is the actor's own meeting, call or visit.
  void note_party(int actor, int event) {
    parties_.emplace(actor, event);
    if (type_of(actor) == NodeType::official) {
      between_persons_.insert(event);
    }
  }
  [[nodiscard]] bool is_party(int actor, int event) const {
    return parties_.contains({actor, event});
  }

  /// Whether an official is a party of the event: who speaks there takes part in a conversation,
  /// and addresses nobody.
  [[nodiscard]] bool is_between_persons(int event) const {
    return between_persons_.contains(event);
  }

  /// The clause whose verb begins at `verb`, or nullptr.
  [[nodiscard]] const Clause* clause_at(std::uint32_t verb) const;

  /// The first event phrase that begins in [i, end), or nullptr; not one that a verb makes.
  [[nodiscard]] const EventMention* event_after(std::uint32_t i, std::uint32_t end) const;

  /// The event that "and" joins to `event` in its sentence, or nullptr: "at A and at B".
  [[nodiscard]] const EventMention* joined_event(const EventMention& event) const;

  /// The last event phrase before `i` that begins at `first` or later, not far away.
  [[nodiscard]] const EventMention* event_before(std::uint32_t i, std::uint32_t first) const;

  /// The event that a phrase without a name of its own tells of: the last one before `i`, however
  /// far, but none of months before the release; else the title's. `none` where there is none.
  [[nodiscard]] int event_told_of(std::uint32_t i) const;

  /// The visit told of last before `i`, not far away; else event_told_of(i).
  [[nodiscard]] int trip_told_of(std::uint32_t i) const;

  /// The first event of the release, or `none`.
  [[nodiscard]] int main_event() const;

  /// Whether token `i` stands in a post after a name: "X, Director of the Y".
  [[nodiscard]] bool in_post(std::uint32_t i) const { return post_[i] != 0; }

  /// Whether the title tells of the event.
  [[nodiscard]] bool in_title(int event) const;

 private:
  // Whether it ended some months before the release, and the title does not tell of it.
  [[nodiscard]] bool is_long_past(const EventMention& event) const;
  [[nodiscard]] bool is_mere_place(int subject, Relation relation) const;
  [[nodiscard]] int claimant(Range trigger) const;

  std::vector<std::uint8_t> post_;  // by token
  std::set<std::pair<int, int>> parties_;
  std::set<int> between_persons_;  // events
  std::set<int> in_title_;         // the same
};

/// Adds to those who took part in `event` everybody who is named in [i, sentence.last), also whom
/// they represent: a list of those who attended. Ends at a verb of another clause.
void add_everyone_named(Edges& edges, std::uint32_t i, Range sentence, int event,
                        const Clause& clause);

/// Adds who else is named beside the host of `event`: "in cooperation with B" holds it too, "with
/// the support of C" takes part. Looks around the verb of `clause` in its sentence.
void add_partners(Edges& edges, const Clause& clause, int event, Range sentence);

/// Adds `relation` for the bodies and countries listed in `words` after their first, "with" or
/// "of"; the trigger of `ground` is set to them and the word before.
void add_bodies_listed(Edges& edges, Range words, Relation relation, int event, Ground ground);

/// "with the financial support of", "with funds provided by": a noun of help before token `i`.
bool helps_before(const Edges& edges, std::uint32_t i);

/// Adds who hosted or attended an event by a clause in the passive, of frame "event".
void add_passive_event_edges(Edges& edges, const Clause& clause);

// The finders, one file each.
void find_statement_edges(Edges& edges);
void find_event_edges(Edges& edges);
void find_event_phrase_edges(Edges& edges);
void find_presence_edges(Edges& edges);
void find_attendance_edges(Edges& edges);
void find_advisory_edges(Edges& edges);
void find_signing_edges(Edges& edges);
void find_place_edges(Edges& edges);
void find_address_edges(Edges& edges);
void find_speech_edges(Edges& edges);
void find_post_edges(Edges& edges);

/// Gives the edges of an event that no verb tells the status that the verbs give the others: "will
/// travel to Berlin for the conference" makes the conference's place, too, one of a scheduled
/// event. An event that begins after the release is scheduled at the most. Linear in the edges.
void settle_event_status(Analysis& analysis);

}  // namespace pressgraph
