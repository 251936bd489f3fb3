// SPDX-License-Identifier: Apache-2.0
// Store::add: each extraction's nodes under their ids across releases, its edges with their
// evidence.
#include <algorithm>

#include <sqlite3.h>

#include "graph/code_points.hpp"
#include "graph/error.hpp"
#include "graph/identity.hpp"
#include "graph/store_state.hpp"

namespace pressgraph {
namespace {

// White space and case aside, so that a copy with other line breaks is the same text.
std::string normal_text(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ') {
      space = !out.empty();
      continue;
    }
    if (space) {
      out += ' ';
      space = false;
    }
    out += c;
  }
  return out;
}

class ExtractionWriter {
 public:
  ExtractionWriter(sqlite3* database, WriteStatements& write, const Extraction& extraction)
      : database_(database), write_(write), x_(extraction), text_points_(extraction.release.text) {}

  void run() {
    if (!add_release()) {
      return;  // the very same release again
    }
    for (const auto& node : x_.nodes) {
      add_node(node);
    }
    for (const auto& edge : x_.edges) {
      add_edge(edge);
    }
  }

 private:
  bool add_release() {
    const auto& r = x_.release;
    gid_ = "release/" + slug(r.id, true);
    write_.release
        .bind(gid_, r.id, r.title, r.published, r.modified, r.publisher, r.url, r.language, r.text,
              r.source.path, r.source.record, r.source.sha256,
              sha256_hex(normal_text(r.title + "\n" + r.text)))
        .run();
    if (sqlite3_changes(database_) == 0) {
      return false;
    }
    release_ = sqlite3_last_insert_rowid(database_);
    for (std::size_t i = 0; i < r.topics.size(); ++i) {
      write_.topic.bind(release_, static_cast<std::uint64_t>(i), r.topics[i]).run();
    }
    for (const auto& sentence : x_.sentences) {
      write_.sentence.bind(release_, sentence.begin, sentence.end).run();
    }
    return true;
  }

  std::string id_of(const Node& node) const {
    return node.type == NodeType::release ? gid_ : global_id(node);
  }

  void add_node(const Node& node) {
    const auto gid = id_of(node);
    const auto row = node_row(gid, node.type);
    rows_.emplace(node.id, Local{row, node.type, gid});
    write_.form.bind(row, release_, node.name, 1).run();
    for (const auto& alias : node.aliases) {
      write_.form.bind(row, release_, alias, 0).run();
    }
    for (const auto& attribute : node.attributes) {
      write_.attribute.bind(row, release_, attribute.name, attribute.value).run();
    }
  }

  std::int64_t node_row(const std::string& gid, NodeType type) {
    const auto known = write_.node_rows.find(gid);
    if (known != write_.node_rows.end()) {
      return known->second;
    }
    write_.node.bind(gid, static_cast<int>(type)).run();
    write_.node_id.bind(gid);
    write_.node_id.step();
    const auto row = write_.node_id.integer(0);
    write_.node_rows.emplace(gid, row);
    return row;
  }

  struct Local {
    std::int64_t row = 0;
    NodeType type = NodeType::agency;
    std::string gid;
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
        .bind(edge_id(edge, subject.gid, object.gid), release_, subject.row,
              static_cast<int>(edge.relation), object.row, static_cast<int>(edge.status),
              edge.claimed_by.empty() ? std::int64_t{0} : local(edge.claimed_by).row,
              edge.confidence, static_cast<int>(e.field), e.span.begin, e.span.end, e.trigger.begin,
              e.trigger.end, points.begin, points.end, e.rule)
        .run();
    add_details(edge, sqlite3_last_insert_rowid(database_));
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
                reference.mention.span.begin, reference.mention.span.end, reference.rule)
          .run();
    }
  }

  // What it says and where: the same whatever was merged before.
  std::string edge_id(const Edge& edge, const std::string& subject,
                      const std::string& object) const {
    const auto& e = edge.evidence;
    std::string key = gid_;
    for (const auto& part :
         {subject, std::string(name(edge.relation)), object, std::string(name(edge.status)),
          std::string(name(e.field)), std::to_string(e.span.begin), std::to_string(e.span.end),
          std::to_string(e.trigger.begin), std::to_string(e.trigger.end), e.rule,
          x_.release.modified, x_.release.published}) {
      key += '\x1f' + part;
    }
    return "e" + hash16(key);
  }

  sqlite3* database_;
  WriteStatements& write_;
  const Extraction& x_;
  CodePoints text_points_;
  std::string gid_;
  std::int64_t release_ = 0;
  std::unordered_map<std::string, Local> rows_;
};

}  // namespace

WriteStatements::WriteStatements(sqlite3* database)
    : release(database,
              "INSERT OR IGNORE INTO release(gid, name, title, published, modified, publisher, "
              "url, language, text, path, "
              "record, sha256, text_hash) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      topic(database, "INSERT OR IGNORE INTO topic VALUES(?,?,?)"),
      sentence(database, "INSERT INTO sentence(release, first, last) VALUES(?,?,?)"),
      node(database, "INSERT OR IGNORE INTO node(gid, type) VALUES(?,?)"),
      node_id(database, "SELECT id FROM node WHERE gid = ?"),
      form(database,
           "INSERT INTO form VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET main = max(main, "
           "excluded.main)"),
      attribute(database, "INSERT OR IGNORE INTO attribute VALUES(?,?,?,?)"),
      edge(database,
           "INSERT INTO edge(gid, release, subject, relation, object, status, claimed_by, "
           "confidence, field, first, last, "
           "trigger_first, trigger_last, point_first, point_last, rule) "
           "VALUES(?,?,?,?,?,?,nullif(?,0),?,?,?,?,?,?,?,?,?)"),
      edge_attribute(database, "INSERT OR IGNORE INTO edge_attribute VALUES(?,?,?)"),
      reference(database, "INSERT INTO reference VALUES(?,?,?,?,?,?)") {}

void Store::add(const std::vector<Extraction>& batch) {
  auto* database = handle();
  if (state_->write == nullptr) {
    state_->write = std::make_unique<WriteStatements>(database);
  }
  execute(database, "BEGIN IMMEDIATE");
  try {
    for (const auto& extraction : batch) {
      ExtractionWriter(database, *state_->write, extraction).run();
    }
    execute(database, "COMMIT");
  } catch (...) {
    state_->write.reset();
    sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

}  // namespace pressgraph
