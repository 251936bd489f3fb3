// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/extraction/release_speaker.hpp"

/// What the one whose words a release is does himself.
namespace pressgraph {

/// Makes the speaker the subject of "I met", "I will attend" in the clauses of `edges.a`.
/// REQUIRES: no edges are found yet.
void give_first_person(Edges& edges, const ReleaseSpeaker& speaker);

/// Adds that the speaker took part in "my visit", and that who has a turn in a transcript spoke at
/// the title's event. Linear in events and turns.
void find_first_person_edges(Edges& edges, const ReleaseSpeaker& speaker);

}  // namespace pressgraph
