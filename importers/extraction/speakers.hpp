// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "importers/extraction/edges.hpp"

/// What the finders of speeches share.
namespace pressgraph {

/// Makes `addressed` edges. Keeps a reference to the Edges it is made of, and knows the meetings
/// that bodies were said to hold until then.
class Speakers {
 public:
  explicit Speakers(Edges& edges);

  /// Whether the node is one of the event's own parties: speaking at one's own meeting, call or
  /// visit is taking part in it.
  [[nodiscard]] bool is_party(const EventMention& event, int node) const;

  /// The subjects who are no party of it speak at the event.
  void add(const std::vector<Participant>& subjects, const EventMention& event, Range trigger,
           std::string_view rule, Status status);

  /// Officials who are no party of it speak at `event`, if it is not `none`.
  void add_officials(const std::vector<Participant>& subjects, int event, const Ground& ground);

  /// Who tells a body something speaks at its meeting, if the release tells of one; else to it.
  [[nodiscard]] int meeting_of(int body) const;

  /// "the Agency's Board": what the last of a chain of possessives names; `none` of `none`.
  [[nodiscard]] int last_owned(int mention) const;

 private:
  Edges& e_;
  std::unordered_map<int, int> meetings_;  // by the body; `none` where it hosts several
};

}  // namespace pressgraph
