// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/confidence.hpp"

#include <algorithm>
#include <array>

namespace pressgraph {
namespace {

/// What the ends rest on: both named in the sentence, both named and the release itself the
/// subject, or found by this rule of reference.
constexpr std::string_view named = "named";
constexpr std::string_view release = "release";

struct Measured {
  std::string_view rule;
  std::string_view rests_on;
  double confidence;
};

// From tests/gold/calibration (docs/measuring.md): groups of nine edges or more (those of posts
// taken together) whose share of right ones lies outside the band that their rule gives them; a
// little below what was measured.
constexpr std::array<Measured, 18> measured{{
    {"appositive", named, 0.95},
    {"attended-by", named, 0.92},
    {"instrument", release, 0.65},
    {"joined-by", named, 0.9},
    {"list-of-posts", named, 0.95},
    {"name-in-name", named, 0.92},
    {"passive-by", named, 0.9},
    {"post-of-body", named, 0.95},
    {"role-as", named, 0.95},
    {"staff-including", named, 0.95},
    {"title-before-name", named, 0.95},
    {"verb-of-event", "lexicon", 0.65},
    {"verb-of-event", "title-name", 0.9},
    {"verb-of-meeting", "lexicon", 0.93},
    {"verb-of-meeting", "title-name", 0.93},
    {"verb-of-post", named, 0.95},
    {"verb-of-service", named, 0.85},
    {"visit-to", named, 0.92},
}};

bool rests_on(const EdgeDraft& edge, std::string_view what) {
  if (edge.chain.empty()) {
    return what == named || (what == release && edge.subject == 0);
  }
  return std::ranges::all_of(edge.chain, [&](const auto& step) { return step.second == what; });
}

}  // namespace

double confidence_of(const EdgeDraft& edge) {
  const auto* const row = std::ranges::find_if(measured, [&](const Measured& one) {
    return one.rule == edge.rule && rests_on(edge, one.rests_on);
  });
  return row == measured.end() ? edge.confidence : row->confidence;
}

}  // namespace pressgraph
