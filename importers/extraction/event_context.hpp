// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "importers/extraction/event_parts.hpp"

namespace pressgraph {

constexpr std::uint32_t none_leads = UINT32_MAX;  ///< no preposition makes the event an occasion

/// What the words around an event's name say of it: what leads to it, what happens to it, and
/// whether it is only where something else happens. Positions are tokens.
class EventContext {
 public:
  /// Keeps references to `scope` and `event`, whose name may still grow; `head` is where its head
  /// begins.
  EventContext(const EventScope& scope, const EventMention& event, std::uint32_t head)
      : s_(scope),
        a_(scope.a),
        w_(scope.a.knowledge.words),
        first_(scope.sentence.first),
        end_(scope.sentence.last),
        head_(head),
        event_(event) {}

  /// Over adjectives no list has: "an open briefing", "held important discussions".
  [[nodiscard]] std::uint32_t before_adjectives() const;

  /// "during a special session of the Council": whose it is tells it from others.
  [[nodiscard]] bool is_of_body() const;

  /// "hosted the Minister to lunch": a guest stands before "to".
  [[nodiscard]] bool is_hosted_to() const;

  /// "a high-level mission to Geneva" that somebody makes. `placed`: the phrase says where it goes.
  [[nodiscard]] bool is_mission(bool placed) const;

  /// "The discussions were attended by", "The conference took place": what happens to it comes
  /// right after it.
  [[nodiscard]] bool is_followed() const;

  /// "A press briefing on 4 May in Oslo by Minister X".
  [[nodiscard]] bool is_given() const;

  /// "attended a special session", "hosted two training courses": a verb of events leads to it.
  [[nodiscard]] bool is_led() const;

  /// Whether an article, a number or a measure stands before it.
  [[nodiscard]] bool has_article() const;

  /// The preposition that makes it the occasion of something else: "arrived for talks with X",
  /// "after his meeting with Y"; none_leads where there is none.
  [[nodiscard]] std::uint32_t lead() const;

  /// "held talks", "conducted consultations": no article is wanted.
  [[nodiscard]] bool is_held() const;

  /// "a roundtable", "a three-day workshop": an event where somebody hosts, holds or attends it in
  /// this sentence.
  [[nodiscard]] bool happens_here(bool weak) const;

  /// "on the margins of the", "ahead of the", "in the lead-up to the".
  [[nodiscard]] bool is_aside() const;

  /// "a meeting with X in Oslo will be held", "is scheduled to take place".
  [[nodiscard]] bool is_to_come() const;

 private:
  [[nodiscard]] bool modified() const { return event_.range.first < head_; }
  [[nodiscard]] bool is_adjective(std::uint32_t i) const;
  [[nodiscard]] bool begins_or_ends(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t past_when(std::uint32_t i) const;
  [[nodiscard]] bool opens_sentence() const;
  [[nodiscard]] std::uint32_t past_place(std::uint32_t i) const;
  [[nodiscard]] bool is_near(const Hit& hit, std::uint32_t verb, std::uint32_t at) const;
  [[nodiscard]] bool is_addressed(const Hit& hit, std::uint32_t verb, std::uint32_t at) const;
  [[nodiscard]] bool takes_place_by(const VerbFrame& verb, std::uint32_t i) const;
  [[nodiscard]] bool is_where() const;

  const EventScope& s_;
  const Analysis& a_;
  const KnownWords& w_;
  std::uint32_t first_;
  std::uint32_t end_;
  std::uint32_t head_;
  const EventMention& event_;
};

}  // namespace pressgraph
