// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store.hpp"

/// The questions that the graph answers, and how names are found for them.
namespace pressgraph {

/// What a name fits. One node: found. Several: `nodes` lists them all (at most 50) and nothing is
/// guessed. None: `nearest` has up to 5 names that are alike.
struct NameMatch {
  std::vector<StoredNode> nodes;
  std::vector<std::string> nearest;
};

/// The nodes of the types in `types` (bits) that `name` may mean: by id, by exact name or alias, by
/// the same without case, diacritics, punctuation, honorifics and articles, by surname or by all
/// its words; a resolution also by its number alone ("2322", "UNSCR 2322", "S/RES/2322(2016)"). The
/// first of these ways that finds any decides.
NameMatch find_nodes(const Store& store, std::string_view name, std::uint16_t types);

/// What restricts an answer. Empty members do not.
struct QueryOptions {
  std::string since;
  std::string until;
  double min_confidence = 0.0;
  std::size_t limit = 0;  ///< rows; 0 for all
};

/// One row of an answer.
struct AnswerRow {
  std::string edge;  ///< its id, for `why`
  std::string who;   ///< names to show
  std::string who_id;
  Relation relation = Relation::mentions;
  std::string what;
  std::string what_id;
  std::string date;   ///< of the event where it is known, else of the release
  std::string event;  ///< the event that is subject or object; empty where none is
  std::string sentence;
  std::string release;  ///< its title
  std::string release_id;
  std::string url;
  Status status = Status::asserted;
  double confidence = 1.0;
};

/// Who cited the act called `node`: newest first, then by name.
std::vector<AnswerRow> who_cited(const Store& store, std::string_view node,
                                 const QueryOptions& options);
/// What `node` cited.
std::vector<AnswerRow> cited_by(const Store& store, std::string_view node,
                                const QueryOptions& options);
/// Who addressed the event or agency `node`.
std::vector<AnswerRow> addressed(const Store& store, std::string_view node,
                                 const QueryOptions& options);
/// What `node` hosted, or who hosted it where it is an event.
std::vector<AnswerRow> hosted(const Store& store, std::string_view node,
                              const QueryOptions& options);
/// Every edge of `node`, mentions aside.
std::vector<AnswerRow> about(const Store& store, std::string_view node,
                             const QueryOptions& options);

/// The shortest path between two nodes, edges followed either way; releases and mentions are not
/// stepped on. Empty where none is. Ties are broken by ids.
std::vector<AnswerRow> path(const Store& store, std::string_view from, std::string_view to,
                            const QueryOptions& options);

}  // namespace pressgraph
