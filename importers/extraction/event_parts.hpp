// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "importers/extraction/clauses.hpp"

/// What a phrase that tells of an event is made of. Shared by the files that read such phrases.
namespace pressgraph {

/// Where events are looked for: one sentence of a release.
struct EventScope {
  const Analysis& a;
  const MentionIndex& index;
  const Subjects& subjects;
  Range sentence;

  [[nodiscard]] const NameMention& name(int mention) const {
    return a.names[static_cast<std::size_t>(mention)];
  }
  [[nodiscard]] bool is_visit(const EventMention& event) const {
    return a.knowledge.event_classes[event.event_class] == "visit";
  }
  /// "expert mission": one that goes somewhere, and that a body sends.
  [[nodiscard]] bool is_review(const EventMention& event) const {
    return a.knowledge.event_classes[event.event_class] == "review";
  }
  /// "meetings": told of only where it says with whom.
  [[nodiscard]] bool is_several(const EventMention& event) const {
    return a.knowledge.event_classes[event.event_class] == "meetings";
  }
};

constexpr std::uint32_t event_verb_window = 40;  ///< tokens between an event and what happens there

/// Takes into `event.range`, which is the head's, what belongs to the phrase before it, with its
/// owner, and a title in quotation marks before or after it; says whether there is such a title.
bool take_title(const EventScope& scope, EventMention& event);

/// What follows the head of an event's phrase.
struct EventComplements {
  bool described = false;  ///< says which event is meant
  bool named = false;      ///< holds a capital
  bool placed = false;     ///< says where a visit goes
};

/// Takes in what follows `event.range`: "with X", "on Libya", "to Rome", "hosted by Y". `capital`:
/// the head is written with one.
EventComplements take_complements(const EventScope& scope, EventMention& event, bool capital);

/// Takes in the names listed from token `at` on as parties; false where none is.
bool take_parties(const EventScope& scope, EventMention& event, std::uint32_t at);

/// Over when and where that tell which event was meant: "held today (17) in Oslo". One past them;
/// `at` where they do not follow.
std::uint32_t past_circumstances(const Analysis& analysis, std::uint32_t at);

/// "the Assistant to the President and Security Adviser, Ambassador X": where X is named after a
/// post that no list knows, or `at`.
std::uint32_t past_post(const EventScope& scope, std::uint32_t at);

/// Takes in, as parties, those who make the visit or hold the meeting of a phrase that does not
/// name them: the subject of its clause, who is named behind the opening "On her visit to Y,", or
/// those before "who are on a visit".
void add_travellers(const EventScope& scope, EventMention& event);

/// Takes in others without names: "media representatives".
bool take_unnamed_parties(const EventScope& scope, EventMention& event, std::uint32_t at);

/// Takes in the places listed from token `at` on.
bool take_places(const EventScope& scope, EventMention& event, std::uint32_t at);

/// One past the common nouns from `at` on.
std::uint32_t end_of_common(const EventScope& scope, std::uint32_t at);

/// "is", "were", "been".
bool is_be(const Analysis& analysis, std::uint32_t i);

/// The same before token `i` of the sentence that begins at `first`, over "not" or "also".
bool follows_be(const Analysis& a, std::uint32_t first, std::uint32_t i);

/// "a", "the", "its".
bool is_article(const Analysis& analysis, std::uint32_t i);

/// "91st", "XVI", "sixth".
bool is_ordinal(const Analysis& analysis, std::uint32_t i);

/// "two", "12".
bool is_number(const Analysis& analysis, std::uint32_t i);

/// "two days of talks", "a round of meetings": where the measure before token `at` begins, `first`
/// at the least; or `at`.
std::uint32_t before_measure(const Analysis& analysis, std::uint32_t first, std::uint32_t at);

bool is_country(const EventScope& scope, int mention);

/// Whether an official, "he" or "she" stands before token `i` in its sentence.
bool official_before(const EventScope& scope, std::uint32_t i);

/// Gives the event the date nearest to its phrase in the sentence, one after it before one before.
void date_event(const EventScope& scope, EventMention& event);

/// The event whose head, a noun, is at [i, head.last), if a particular one is told of.
std::optional<EventMention> read_event_phrase(const EventScope& scope, std::uint32_t i,
                                              const Hit& head);

/// The events that the verb at token `i` makes: "met with A, and with B".
std::vector<EventMention> read_event_verb(const EventScope& scope, std::uint32_t i, const Hit& hit);

/// The event that an address to a body on a day, or to people, makes at token `i`: "briefed the
/// Council on 4 May"; none where the verb leads to an event.
std::optional<EventMention> read_speech_verb(const EventScope& scope, std::uint32_t i,
                                             const Hit& hit);

}  // namespace pressgraph
