// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <vector>

struct sqlite3;

/// What a store derives of its releases: which copy speaks, who is one with whom, names, the words
/// to search. Each is a function of the releases and the judgements alone; done for all, or for
/// what a change touches, the result is the same.
namespace pressgraph {

/// Rows of nodes.
using TouchedNodes = std::set<std::int64_t>;

/// The nodes that a change of the store has a part in.
struct Touched {
  TouchedNodes rows;  ///< of which more or fewer releases tell
  /// Of these: of which something is told for the first time, or by no release any more, or is
  /// judged. Of the others links and words stay as they are.
  TouchedNodes retold;
};

class SideIndex;

/// For all releases of a new store, in several transactions, of which the last one is open; `side`
/// has been given those that were added to it.
void derive_all(sqlite3* database, SideIndex& side);

/// The same without the full-text index; also for a store that has all of it already.
void derive_all_but_words(sqlite3* database);

/// Lets the right copies speak among those that share id, URL or text with the releases in `rows`.
void derive_speakers(sqlite3* database, const std::vector<std::int64_t>& rows, Touched& touched);

/// Makes the release in `row` silent, and forgets its words. Nothing where it is.
void silence(sqlite3* database, std::int64_t row, Touched& touched);

/// Who is one with whom, and under what name, where `touched` nodes have a part in it; and the days
/// of what changes by that and of the edges of the releases in the rows `added`.
void derive_nodes(sqlite3* database, const Touched& touched,
                  const std::vector<std::int64_t>& added);

/// What linking and merging has a part in.
struct Resolved {
  TouchedNodes placed;   ///< all of the groups that were looked at, and what was touched
  TouchedNodes renamed;  ///< of these, the few rows that stand for another set of nodes than
                         ///< before, or for one that was touched: their names may change
};

/// The part of `derive_nodes` that links and merges. Without `touched`, for all.
Resolved resolve_identity(sqlite3* database, const Touched* touched);

}  // namespace pressgraph
