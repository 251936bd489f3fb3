// SPDX-License-Identifier: Apache-2.0
// Store::add: each extraction's nodes under their ids across releases, its edges with their
// evidence. What needs no store is made before (graph/ready_extraction.hpp).
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <sqlite3.h>

#include "graph/bearer_id.hpp"
#include "graph/bearer_rows.hpp"
#include "graph/copies.hpp"
#include "graph/edge_days.hpp"
#include "graph/error.hpp"
#include "graph/given_rows.hpp"
#include "graph/packed.hpp"
#include "graph/store_state.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t bytes_of_text_hash = 16;

// Of a new store, releases: a page that many batches change is written once.
constexpr std::size_t most_in_transaction = 2048;

/// Edges as they are written.
class EdgeRows final : public GivenRows {
 public:
  static constexpr int claimed_by = 7;
  static constexpr int confidence = 8;
  using Numbers = std::array<std::int64_t, most_given_columns>;  ///< in the order of the columns

  void add(const Numbers& numbers, double sure) { rows_.emplace_back(numbers, sure); }

  bool next() noexcept override { return at_++ < rows_.size(); }

  void give(int column, GivenValue& value) const noexcept override {
    const auto& [numbers, sure] = rows_[at_ - 1];
    const auto number = numbers[static_cast<std::size_t>(column)];
    if (column == confidence) {
      value.set_real(sure);
    } else if (column != claimed_by || number != 0) {
      value.set(number);
    }
  }

 private:
  std::vector<std::pair<Numbers, double>> rows_;
  std::size_t at_ = 0;  // behind the row that is given
};

class ExtractionWriter {
 public:
  /// What is found by words is put into `side` too, where there is one.
  ExtractionWriter(sqlite3* database, WriteStatements& write, SideIndex* side,
                   const ReadyExtraction& ready)
      : database_(database), write_(write), side_(side), ready_(ready), x_(ready.extraction) {}

  /// The row of the release; none for the very same release again.
  std::optional<std::int64_t> run() {
    if (!add_release()) {
      return std::nullopt;
    }
    for (std::size_t i = 0; i < x_.nodes.size(); ++i) {
      add_node(ready_.nodes[i], x_.nodes[i].type);
    }
    add_traits();
    first_edge_ = next(write_.last_edge);
    for (std::size_t i = 0; i < x_.edges.size(); ++i) {
      add_edge(x_.edges[i], ready_.edges[i]);
    }
    write_edges();
    add_text();
    return release_;
  }

 private:
  bool add_release() {
    const auto& r = x_.release;
    const auto sha256 = bytes_of_hex(r.source.sha256);
    const auto text_hash = bytes_of_hex(ready_.text_hash).substr(0, bytes_of_text_hash);
    write_.release
        .bind(ready_.gid, r.id, r.title, r.published, r.modified, r.publisher, r.url, r.language,
              r.source.path, r.source.record, Blob{sha256}, Blob{text_hash}, ready_.fingerprint,
              write_.told ? 1 : 0)
        .run();
    // What is no hash is kept as it is.
    if (hex_of_bytes(sha256) != r.source.sha256 && sqlite3_changes(database_) > 0) {
      write_.odd_sha256.bind(r.source.sha256, std::int64_t{sqlite3_last_insert_rowid(database_)})
          .run();
    }
    if (sqlite3_changes(database_) == 0) {
      return false;
    }
    release_ = sqlite3_last_insert_rowid(database_);
    add_copy(write_.copy, release_, r, ready_.text_sha);
    for (std::size_t i = 0; i < r.topics.size(); ++i) {
      write_.topic.bind(release_, static_cast<std::uint64_t>(i), r.topics[i]).run();
    }
    return true;
  }

  static std::int64_t next(Statement& last) {
    last.bind();
    return last.step() ? last.integer(0) + 1 : 1;
  }

  void add_text() {
    const auto spans = packed_spans(x_.sentences);
    const auto first = next(write_.last_sentence);
    write_.text
        .bind(release_, first, static_cast<std::uint64_t>(x_.sentences.size()), first_edge_,
              static_cast<std::uint64_t>(written_.size()), Blob{spans},
              static_cast<std::uint64_t>(x_.release.text.size()), Blob{ready_.packed})
        .run();
    if (side_ != nullptr) {
      if (!found_names_.empty()) {
        side_->add_names(std::move(found_names_));
      }
      side_->add_release(release_, {first, ready_.packed, x_.release.text.size(), spans});
    }
  }

  void add_traits() {
    std::vector<ToldTrait> traits;
    traits.reserve(traits_.size());
    for (const auto& [row, main] : traits_) {
      traits.push_back({row, main});
    }
    const auto packed = packed_traits(traits);
    write_.release_trait.bind(release_, Blob{packed}).run();
  }

  // Two nodes of a release may be one across releases: each counts once.
  void add_node(const ReadyNode& node, NodeType type) {
    const auto row = node_row(node, type);
    rows_.push_back(row);
    for (const auto& trait : node.traits) {
      auto& is_main = traits_[trait_row(row, type, trait)];
      is_main = is_main || trait.main;
    }
  }

  std::int64_t node_row(const ReadyNode& node, NodeType type) {
    if (const auto row = write_.nodes.row_of(node.hash)) {
      return *row;
    }
    const bool is_new = write_.began_empty && write_.nodes.knows_all();
    auto row = is_new ? 0 : write_.node_row.row_of(node.id).value_or(0);
    if (row == 0) {
      row = ++write_.last_node;
      // The first of its traits, which are new too, is its name.
      write_.node
          .bind(row, static_cast<int>(type), node.id.slug, scope_of(node.id.key),
                write_.told ? write_.last_trait + 1 : 0, write_.told ? 1 : 0)
          .run();
    }
    write_.nodes.add(node.hash, row);
    return row;
  }

  std::int64_t trait_row(std::int64_t node, NodeType type, const ReadyTrait& trait) {
    if (const auto row = write_.traits.row_of(trait.hash)) {
      return *row;
    }
    const auto hash = trait_hash(trait.name, trait.value);
    const bool is_new = write_.began_empty && write_.traits.knows_all();
    std::int64_t row = 0;
    if (!is_new && write_.trait_id.bind(node, hash, trait.name, trait.value).step()) {
      row = write_.trait_id.integer(0);
    } else {
      row = ++write_.last_trait;
      write_.trait
          .bind(row, node, hash, trait.name, trait.value, write_.told ? 1 : 0,
                write_.told && trait.main ? 1 : 0)
          .run();
      if (side_ != nullptr && is_found_by(type, trait.name)) {
        found_names_.push_back({row, std::string(name_in_trait(trait.name, trait.value))});
      }
    }
    write_.traits.add(trait.hash, row);
    return row;
  }

  void check_ends(const Edge& edge, const ReadyEdge& ready) const {
    for (const auto& [id, index] :
         {std::pair(&edge.subject, ready.subject), std::pair(&edge.object, ready.object)}) {
      if (index == ReadyEdge::nowhere) {
        throw_unknown(*id);
      }
    }
    const auto subject = x_.nodes[ready.subject].type;
    const auto object = x_.nodes[ready.object].type;
    if (!may_join(edge.relation, subject, object)) {
      throw Error(x_.release.id + ": " + std::string(name(edge.relation)) + " joins " +
                  std::string(name(subject)) + " to " + std::string(name(object)) +
                  ", which the schema does not allow");
    }
  }

  [[noreturn]] void throw_unknown(const std::string& id) const {
    throw Error(x_.release.id + ": an edge names the node \"" + id +
                "\", expected one of the extraction's nodes");
  }

  void add_edge(const Edge& edge, const ReadyEdge& ready) {
    check_ends(edge, ready);
    const auto subject = rows_[ready.subject];
    const auto object = rows_[ready.object];
    if (subject == object) {
      return;
    }
    const auto& e = edge.evidence;
    if (!lies_in_its_field(e, x_.release)) {
      throw Error(x_.release.id + ": evidence at " + std::to_string(e.span.begin) + "-" +
                  std::to_string(e.span.end) + " of the " + std::string(name(e.field)) +
                  ", expected a span inside it");
    }
    if (!edge.claimed_by.empty() && ready.claimant == ReadyEdge::nowhere) {
      throw_unknown(edge.claimed_by);
    }
    const auto points = ready.code_points;
    const auto row = first_edge_ + static_cast<std::int64_t>(written_.size());
    edge_rows_.add({row, ready.hash, release_, subject, static_cast<int>(edge.relation), object,
                    static_cast<int>(edge.status),
                    edge.claimed_by.empty() ? std::int64_t{0} : rows_[ready.claimant], 0,
                    static_cast<int>(e.field), e.span.begin, length(e.span),
                    static_cast<std::int64_t>(e.trigger.begin) - e.span.begin, length(e.trigger),
                    e.span.begin - points.begin, length(e.span) - length(points), rule_row(e.rule),
                    day_of_release(edge.relation, x_.release.published)},
                   edge.confidence);
    written_.push_back(&edge);
  }

  void write_edges() {
    write_.edge.bind_rows(edge_rows_).run();
    for (std::size_t i = 0; i < written_.size(); ++i) {
      add_details(*written_[i], first_edge_ + static_cast<std::int64_t>(i));
    }
  }

  static std::uint32_t length(Span span) { return span.end - span.begin; }

  std::int64_t rule_row(const std::string& rule) {
    auto& row = write_.rules[rule];
    if (row == 0) {
      write_.rule_id.bind(rule);
      if (write_.rule_id.step()) {
        row = write_.rule_id.integer(0);
      } else {
        write_.rule.bind(rule).run();
        row = sqlite3_last_insert_rowid(database_);
      }
    }
    return row;
  }

  void add_details(const Edge& edge, std::int64_t row) {
    for (const auto& attribute : edge.attributes) {
      write_.edge_attribute.bind(row, attribute.name, attribute.value).run();
    }
    int step = 0;
    for (const auto& reference : edge.evidence.chain) {
      write_.reference
          .bind(row, step++, static_cast<int>(reference.mention.field),
                reference.mention.span.begin, reference.mention.span.end, rule_row(reference.rule))
          .run();
    }
  }

  sqlite3* database_;
  WriteStatements& write_;
  SideIndex* side_;
  const ReadyExtraction& ready_;
  const Extraction& x_;
  std::int64_t release_ = 0;
  std::int64_t first_edge_ = 0;
  std::vector<const Edge*> written_;  // one a row
  EdgeRows edge_rows_;
  std::vector<std::int64_t> rows_;       // of the nodes
  std::vector<FoundName> found_names_;   // of new traits
  std::map<std::int64_t, bool> traits_;  // whether it is a name's main form
};

}  // namespace

WriteStatements::WriteStatements(sqlite3* database, bool is_told)
    : release(database,
              "INSERT OR IGNORE INTO release(gid, name, title, published, modified, publisher, "
              "url, language, path, record, sha256, text_hash, fingerprint, live) "
              "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      odd_sha256(database, "UPDATE release SET sha256 = ? WHERE id = ?"),
      text(database, "INSERT INTO text VALUES(?,?,?,?,?,?,?,?)"),
      last_sentence(database,
                    "SELECT first_sentence + sentences - 1 FROM text ORDER BY first_sentence DESC, "
                    "release DESC LIMIT 1"),
      last_edge(database, "SELECT max(id) FROM edge"),
      copy(database, copy_insert),
      topic(database, "INSERT OR IGNORE INTO topic VALUES(?,?,?)"),
      node_row(database),
      node(database,
           "INSERT INTO node(id, type, slug, scope, canonical, name, releases, named) VALUES(?1, "
           "?2, ?3, ?4, ?1, ?5, ?6, ?6)"),
      trait(database,
            "INSERT INTO trait(id, node, hash, name, value, live, main) VALUES(?,?,?,?,?,?,?)"),
      trait_id(database,
               "SELECT id FROM trait WHERE node = ? AND hash = ? AND name = ? AND value = ?"),
      release_trait(database, "INSERT INTO release_trait VALUES(?,?)"),
      edge(database,
           "INSERT INTO edge(id, hash, release, subject, relation, object, status, claimed_by, "
           "confidence, field, first, size, trigger, trigger_size, before, within, rule, day) "
           "SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17 "
           "FROM given_rows(?)"),
      edge_attribute(database, "INSERT OR IGNORE INTO edge_attribute VALUES(?,?,?)"),
      reference(database, "INSERT INTO reference VALUES(?,?,?,?,?,?)"),
      rule(database, "INSERT INTO rule(name) VALUES(?)"),
      rule_id(database, "SELECT id FROM rule WHERE name = ?"),
      told(is_told) {
  Statement last(database,
                 "SELECT (SELECT coalesce(max(id), 0) FROM node), (SELECT coalesce(max(id), 0) "
                 "FROM trait)");
  last.step();
  last_node = last.integer(0);
  last_trait = last.integer(1);
  began_empty = last_node == 0 && last_trait == 0;
}

void Store::add(const std::vector<Extraction>& batch) {
  std::vector<ReadyExtraction> ready;
  ready.reserve(batch.size());
  for (const auto& extraction : batch) {
    ready.push_back(ready_extraction(extraction));
  }
  add_ready(ready);
}

void Store::add_ready(const std::vector<ReadyExtraction>& batch) {
  auto* database = handle();
  if (state_->write == nullptr) {
    state_->write = std::make_unique<WriteStatements>(database, !state_->grows);
  }
  // A store that grows is changed in one transaction, which `finish` ends.
  if (sqlite3_get_autocommit(database) != 0) {
    execute(database, "BEGIN IMMEDIATE");
  }
  execute(database, "SAVEPOINT batch");
  try {
    for (const auto& extraction : batch) {
      const auto row =
          ExtractionWriter(database, *state_->write, state_->side.get(), extraction).run();
      if (row && state_->grows) {
        state_->added.push_back(*row);
      }
    }
    execute(database, "RELEASE batch");
    state_->in_transaction += batch.size();
    if (!state_->grows && state_->in_transaction >= most_in_transaction) {
      reset_statements(database);
      execute(database, "COMMIT");
      state_->in_transaction = 0;
    }
  } catch (...) {
    state_->write.reset();
    if (state_->side != nullptr) {  // it has what the store takes back
      state_->side = std::make_unique<SideIndex>(false);
    }
    sqlite3_exec(database, "ROLLBACK TO batch; RELEASE batch", nullptr, nullptr, nullptr);
    throw;
  }
}

}  // namespace pressgraph
