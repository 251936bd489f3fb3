// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/authority.hpp"
#include "graph/model.hpp"
#include "graph/ready_extraction.hpp"

struct sqlite3;

/// The graph on disk: one SQLite file that many extractions were merged into. Queries and exports
/// read it in sorted order, so that the same releases give the same answers and bytes however they
/// were built.
namespace pressgraph {

/// A node of the merged graph.
struct StoredNode {
  std::string id;  ///< `type/slug`, see graph/identity.hpp
  NodeType type = NodeType::agency;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<Attribute> attributes;
  std::uint64_t releases = 0;  ///< how many releases name it, once for each way in which they do
};

/// An edge of the merged graph: one claim at one place of one release.
struct StoredEdge {
  std::string id;  ///< "e" and 16 hex digits, a hash of what it says and where
  std::string subject;
  Relation relation = Relation::mentions;
  std::string object;
  std::vector<Attribute> attributes;
  Status status = Status::asserted;
  std::string claimed_by;  ///< a node id; empty for the narrator
  double confidence = 1.0;
  Evidence evidence;        ///< spans in bytes
  Span code_points;         ///< `evidence.span` in code points
  std::string sentence;     ///< the words of `evidence.span`
  std::string release;      ///< node id of the release, `release/...`
  std::string release_url;  ///< empty where unknown
  std::string date;         ///< of the release: its publication, as precise as known; may be empty
};

/// Which edges to read. Empty members do not restrict.
struct EdgeFilter {
  std::string subject;
  std::string object;
  std::string release;
  std::optional<Relation> relation;
  std::string since;  ///< ISO date, inclusive; edges of undated releases are left out
  std::string until;  ///< the same
  double min_confidence = 0.0;
  bool shown_only = true;  ///< asserted and scheduled alone; false for every status
  bool mentions = true;    ///< false leaves those out
};

struct StoreCounts {
  std::uint64_t releases = 0;
  std::uint64_t superseded = 0;  ///< copies and earlier versions, kept but silent
  std::uint64_t copied = 0;      ///< of the releases: how many have such
  std::uint64_t sentences = 0;
  std::vector<std::uint64_t> nodes;  ///< by NodeType
  std::vector<std::uint64_t> edges;  ///< by Relation, of shown status
  std::uint64_t hidden_edges = 0;    ///< of the other statuses
};

/// What a reader says of two ids: a node's own, or `type/name` for all that bear the name.
struct Judgement {
  bool same = false;
  std::string first;
  std::string second;

  auto operator<=>(const Judgement&) const = default;
};

/// A sentence found by words.
struct SentenceHit {
  std::string release;
  std::string title;
  std::string date;
  std::string url;
  std::string sentence;
};

/// Movable, not copyable; one thread at a time. Every member throws Error on a file that is not a
/// store, is of another schema version, or cannot be written.
class Store {
 public:
  /// A new store that replaces nothing: throws where `path` exists. Readers see nothing until
  /// `finish`.
  static Store create(const std::filesystem::path& path);

  /// For reading, all of it at the one state that is found now; also from a read-only folder.
  static Store open(const std::filesystem::path& path);

  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Goes on with a store that was created and not finished, or finished and not yet given its
  /// name. Throws where another process has it.
  static Store resume(const std::filesystem::path& path);

  /// A finished store, to be changed: all until `finish` is one transaction, which readers do not
  /// see before and which a store that ends without `finish` takes back. Waits for another process
  /// that changes it as long as `patience`, then throws.
  static Store change(const std::filesystem::path& path,
                      std::chrono::milliseconds patience = std::chrono::seconds(60));

  /// Lets a thread of its own make the index of words of a new store while releases are added. To
  /// be called before they are; does nothing for a store that is being changed.
  void index_beside();

  /// Merges the extractions: all of them, or none where it throws. A new store that is killed keeps
  /// them but for the last few thousand; one that ends keeps all. A release that is there
  /// already (same id, URL, or normalised text) is kept as a superseded or superseding revision, as
  /// docs/design.md says.
  void add(const std::vector<Extraction>& batch);

  /// The same, where other threads have made what needs no store.
  void add_ready(const std::vector<ReadyExtraction>& batch);

  /// Merges all releases of another finished store, with its judgements, into a new one; says how
  /// many. The same as adding their extractions.
  std::uint64_t add_store(const std::filesystem::path& part);

  /// Whether a resumed store has the release that was read there.
  [[nodiscard]] bool holds(const Source& source) const;

  /// Takes every revision of the release with this id ("release/...") out of a store that is being
  /// changed; false where there is none.
  bool remove(std::string_view release);

  /// Replaces all judgements of a store that is new or being changed.
  void judge(const std::vector<Judgement>& judgements);

  /// Replaces the user's own list of officials, bodies and places in a store that is new or being
  /// changed; what is said of one IRI twice is taken together.
  void authorize(const std::vector<AuthorityEntry>& entries);

  /// Derives what needs all releases: which copy of each speaks, who is one with whom, names,
  /// counts, the full-text index.
  void finish();

  /// Every node, by id.
  void each_node(const std::function<void(const StoredNode&)>& visit) const;

  /// The edges that `filter` lets through, by (subject, relation, object, id).
  void each_edge(const EdgeFilter& filter,
                 const std::function<void(const StoredEdge&)>& visit) const;

  /// Every node, by id, and after each the edges from it that `filter` lets through, in their
  /// order: one pass over both.
  void each_node_with_edges(const EdgeFilter& filter,
                            const std::function<void(const StoredNode&)>& visit_node,
                            const std::function<void(const StoredEdge&)>& visit_edge) const;

  /// Every release that speaks (no superseded revisions), by id, with its text.
  void each_release(const std::function<void(const Release&)>& visit) const;

  [[nodiscard]] std::optional<StoredNode> node(std::string_view id) const;
  [[nodiscard]] std::optional<StoredEdge> edge(std::string_view id) const;
  /// The id of the edge in this row.
  [[nodiscard]] std::string edge_id(std::int64_t row) const;
  [[nodiscard]] std::optional<Release> release(std::string_view id) const;
  [[nodiscard]] StoreCounts counts() const;
  [[nodiscard]] std::uint64_t release_count() const;  ///< of those that speak

  /// Sentences that hold all of `words` (FTS5, best first).
  [[nodiscard]] std::vector<SentenceHit> search(std::string_view words, std::size_t limit) const;

  /// The handle, for the files of graph/ that query it. Owned by the store.
  [[nodiscard]] sqlite3* handle() const;

 private:
  void read_sources();
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressgraph
