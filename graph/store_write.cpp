// SPDX-License-Identifier: Apache-2.0
// Store::add: each extraction's nodes under their ids across releases, its edges with their
// evidence.
#include <algorithm>
#include <map>
#include <optional>

#include <sqlite3.h>

#include "graph/bearer_id.hpp"
#include "graph/bearer_rows.hpp"
#include "graph/code_points.hpp"
#include "graph/copies.hpp"
#include "graph/edge_days.hpp"
#include "graph/error.hpp"
#include "graph/identity.hpp"
#include "graph/name_numbers.hpp"
#include "graph/packed.hpp"
#include "graph/store_state.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t bytes_of_text_hash = 16;

class ExtractionWriter {
 public:
  ExtractionWriter(sqlite3* database, WriteStatements& write, const ReadyExtraction& ready)
      : database_(database),
        write_(write),
        ready_(ready),
        x_(ready.extraction),
        ids_(x_),
        text_points_(x_.release.text) {}

  /// The row of the release; none for the very same release again.
  std::optional<std::int64_t> run() {
    if (!add_release()) {
      return std::nullopt;
    }
    for (const auto& node : x_.nodes) {
      add_node(node);
    }
    add_traits();
    first_edge_ = next(write_.last_edge);
    for (const auto& edge : x_.edges) {
      add_edge(edge);
    }
    add_text();
    return release_;
  }

 private:
  bool add_release() {
    const auto& r = x_.release;
    gid_ = "release/" + slug(r.id, true);
    const auto sha256 = bytes_of_hex(r.source.sha256);
    const auto text_hash = bytes_of_hex(ready_.text_hash).substr(0, bytes_of_text_hash);
    write_.release
        .bind(gid_, r.id, r.title, r.published, r.modified, r.publisher, r.url, r.language,
              r.source.path, r.source.record, Blob{sha256}, Blob{text_hash}, ready_.fingerprint)
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
    write_.text
        .bind(release_, next(write_.last_sentence), static_cast<std::uint64_t>(x_.sentences.size()),
              first_edge_, edges_, Blob{spans}, static_cast<std::uint64_t>(x_.release.text.size()),
              Blob{ready_.packed})
        .run();
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

  void add_node(const Node& node) {
    const auto id = ids_.of(node);
    const auto row = node_row(id, node.type);
    rows_.emplace(node.id, Local{row, node.type, id.key});
    add_trait(row, {}, node.name, true);
    for (const auto& alias : node.aliases) {
      if (may_be_called(node, alias)) {
        add_trait(row, {}, alias, false);
      }
    }
    for (const auto& attribute : node.attributes) {
      add_trait(row, attribute.name, attribute.value, false);
    }
  }

  // "Third Summit", said where the Ninth is spoken of, is no name of it.
  static bool may_be_called(const Node& node, const std::string& alias) {
    const auto name = numbers_in({node.name});
    const auto other = numbers_in({alias});
    const bool all_told = std::ranges::includes(name.others, other.others);
    if (node.type == NodeType::instrument) {
      // "Third Geneva Convention" is one of several, "Executive Orders 14008 and 14057" are two.
      return all_told && !numbers_differ(name, other);
    }
    const bool numbered = node.type == NodeType::event || node.type == NodeType::agency;
    return !numbered || ((name.others.empty() || all_told) && !numbers_differ(name, other));
  }

  // Two nodes of a release may be one across releases: each counts once.
  std::int64_t node_row(const BearerId& id, NodeType type) {
    const auto [known, added] = node_rows_.try_emplace(id.key, 0);
    if (!added) {
      return known->second;
    }
    if (const auto row = write_.nodes.row_of(id.key)) {
      return known->second = *row;
    }
    if (const auto row = write_.node_row.row_of(id)) {
      known->second = *row;
    } else {
      write_.node.bind(static_cast<int>(type), id.slug, scope_of(id.key)).run();
      known->second = sqlite3_last_insert_rowid(database_);
    }
    write_.nodes.add(id.key, known->second);
    return known->second;
  }

  void add_trait(std::int64_t node, const std::string& name, const std::string& value, bool main) {
    auto& is_main = traits_[trait_row(node, name, value)];
    is_main = is_main || main;
  }

  std::int64_t trait_row(std::int64_t node, const std::string& name, const std::string& value) {
    const auto key = std::to_string(node) + '\x1f' + name + '\x1f' + value;
    if (const auto row = write_.traits.row_of(key)) {
      return *row;
    }
    const auto hash = trait_hash(name, value);
    write_.trait_id.bind(node, hash, name, value);
    std::int64_t row = 0;
    if (write_.trait_id.step()) {
      row = write_.trait_id.integer(0);
    } else {
      write_.trait.bind(node, hash, name, value).run();
      row = sqlite3_last_insert_rowid(database_);
    }
    write_.traits.add(key, row);
    return row;
  }

  struct Local {
    std::int64_t row = 0;
    NodeType type = NodeType::agency;
    std::string key;
  };

  const Local& local(const std::string& id) const {
    const auto found = rows_.find(id);
    if (found == rows_.end()) {
      throw Error(x_.release.id + ": an edge names the node \"" + id +
                  "\", expected one of the extraction's nodes");
    }
    return found->second;
  }

  void add_edge(const Edge& edge) {
    const auto& subject = local(edge.subject);
    const auto& object = local(edge.object);
    if (!may_join(edge.relation, subject.type, object.type)) {
      throw Error(x_.release.id + ": " + std::string(name(edge.relation)) + " joins " +
                  std::string(name(subject.type)) + " to " + std::string(name(object.type)) +
                  ", which the schema does not allow");
    }
    if (subject.row == object.row) {
      return;
    }
    const auto& e = edge.evidence;
    const auto size =
        e.field == Field::text ? x_.release.text.size() : field_text(x_.release, e.field).size();
    if (e.span.end > size || e.span.begin > e.span.end || e.trigger.begin > e.trigger.end) {
      throw Error(x_.release.id + ": evidence at " + std::to_string(e.span.begin) + "-" +
                  std::to_string(e.span.end) + " of the " + std::string(name(e.field)) +
                  ", expected a span inside it");
    }
    const auto points = code_points(e);
    write_.edge
        .bind(first_edge_ + edges_, hash_of(edge, subject.key, object.key), release_, subject.row,
              static_cast<int>(edge.relation), object.row, static_cast<int>(edge.status),
              edge.claimed_by.empty() ? std::int64_t{0} : local(edge.claimed_by).row,
              edge.confidence, static_cast<int>(e.field), e.span.begin, length(e.span),
              static_cast<std::int64_t>(e.trigger.begin) - e.span.begin, length(e.trigger),
              e.span.begin - points.begin, length(e.span) - length(points), rule_row(e.rule),
              day_of_release(edge.relation, x_.release.published))
        .run();
    add_details(edge, first_edge_ + edges_);
    ++edges_;
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

  // Edges come nearly in text order, so that counting goes on from the last one.
  Span code_points(const Evidence& evidence) {
    if (evidence.field == Field::text) {
      return text_points_.of(evidence.span);
    }
    const auto text = field_text(x_.release, evidence.field);
    return CodePoints(text).of(evidence.span);
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

  // What it says and where: the same whatever was merged before. Its bits as SQLite's signed
  // number.
  std::int64_t hash_of(const Edge& edge, const std::string& subject,
                       const std::string& object) const {
    const auto& e = edge.evidence;
    std::string key = gid_;
    for (const auto& part :
         {subject, std::string(name(edge.relation)), object, std::string(name(edge.status)),
          std::string(name(e.field)), std::to_string(e.span.begin), std::to_string(e.span.end),
          std::to_string(e.trigger.begin), std::to_string(e.trigger.end), e.rule, ready_.text_hash,
          x_.release.modified, x_.release.published}) {
      key += '\x1f' + part;
    }
    return static_cast<std::int64_t>(hash64(key));
  }

  sqlite3* database_;
  WriteStatements& write_;
  const ReadyExtraction& ready_;
  const Extraction& x_;
  BearerIds ids_;
  CodePoints text_points_;
  std::string gid_;
  std::int64_t release_ = 0;
  std::int64_t first_edge_ = 0;
  std::int64_t edges_ = 0;
  std::unordered_map<std::string, Local> rows_;
  std::unordered_map<std::string, std::int64_t> node_rows_;
  std::map<std::int64_t, bool> traits_;  // whether it is a name's main form
};

}  // namespace

WriteStatements::WriteStatements(sqlite3* database)
    : release(database,
              "INSERT OR IGNORE INTO release(gid, name, title, published, modified, publisher, "
              "url, language, path, record, sha256, text_hash, fingerprint) "
              "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      odd_sha256(database, "UPDATE release SET sha256 = ? WHERE id = ?"),
      text(database, "INSERT INTO text VALUES(?,?,?,?,?,?,?,?)"),
      last_sentence(database,
                    "SELECT first_sentence + sentences - 1 FROM text ORDER BY first_sentence DESC, "
                    "release DESC LIMIT 1"),
      last_edge(database, "SELECT max(id) FROM edge"),
      copy(database, copy_insert),
      topic(database, "INSERT OR IGNORE INTO topic VALUES(?,?,?)"),
      node_row(database),
      node(database, "INSERT INTO node(type, slug, scope) VALUES(?,?,?)"),
      trait(database, "INSERT INTO trait(node, hash, name, value) VALUES(?,?,?,?)"),
      trait_id(database,
               "SELECT id FROM trait WHERE node = ? AND hash = ? AND name = ? AND value = ?"),
      release_trait(database, "INSERT INTO release_trait VALUES(?,?)"),
      edge(database,
           "INSERT INTO edge(id, hash, release, subject, relation, object, status, claimed_by, "
           "confidence, field, first, size, trigger, trigger_size, before, within, rule, day) "
           "VALUES(?,?,?,?,?,?,?,nullif(?,0),?,?,?,?,?,?,?,?,?,?)"),
      edge_attribute(database, "INSERT OR IGNORE INTO edge_attribute VALUES(?,?,?)"),
      reference(database, "INSERT INTO reference VALUES(?,?,?,?,?,?)"),
      rule(database, "INSERT INTO rule(name) VALUES(?)"),
      rule_id(database, "SELECT id FROM rule WHERE name = ?") {}

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
    state_->write = std::make_unique<WriteStatements>(database);
  }
  // A store that grows is changed in one transaction, which `finish` ends.
  execute(database, state_->grows ? "SAVEPOINT batch" : "BEGIN IMMEDIATE");
  try {
    for (const auto& extraction : batch) {
      const auto row = ExtractionWriter(database, *state_->write, extraction).run();
      if (row && state_->grows) {
        state_->added.push_back(*row);
      }
    }
    reset_statements(database);
    execute(database, state_->grows ? "RELEASE batch" : "COMMIT");
  } catch (...) {
    state_->write.reset();
    sqlite3_exec(database, state_->grows ? "ROLLBACK TO batch; RELEASE batch" : "ROLLBACK", nullptr,
                 nullptr, nullptr);
    throw;
  }
}

}  // namespace pressgraph
