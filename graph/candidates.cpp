// SPDX-License-Identifier: Apache-2.0
#include "graph/candidates.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "graph/bearer_rows.hpp"
#include "graph/statement.hpp"

namespace pressgraph {
namespace {

// The words of one edge from or to a bearer: of the edge with the smallest hash, whatever the order
// in which releases came.
class Sentences {
 public:
  explicit Sentences(const Store& store)
      : store_(store),
        edge_(store.handle(),
              "SELECT id FROM (SELECT e.id, e.hash FROM edge e JOIN release r ON r.id = e.release "
              "WHERE e.subject = ?1 AND r.live AND e.field = 0 UNION SELECT e.id, e.hash FROM edge "
              "e JOIN release r ON r.id = e.release WHERE e.object = ?1 AND r.live AND e.field = "
              "0) ORDER BY hash LIMIT 1") {}

  std::string of(std::int64_t node) {
    edge_.bind(node);
    const auto edge = edge_.step() ? store_.edge(store_.edge_id(edge_.integer(0))) : std::nullopt;
    return edge ? edge->sentence : std::string();
  }

 private:
  const Store& store_;
  Statement edge_;
};

}  // namespace

std::vector<Candidate> candidates(const Store& store, std::size_t limit) {
  std::vector<Candidate> found;
  std::set<std::pair<std::string, std::string>> seen;
  Sentences sentences(store);
  Statement links(
      store.handle(),
      "SELECT a.gid, b.gid, l.reason, l.first, l.second FROM link l JOIN node x ON x.id "
      "= l.first JOIN node y ON y.id = l.second JOIN node a ON a.id = x.canonical JOIN "
      "node b ON b.id = y.canonical WHERE l.open ORDER BY min(a.named, b.named) DESC, "
      "min(a.gid, b.gid), max(a.gid, b.gid), l.reason");
  while (links.step() && found.size() < limit) {
    const bool turned = links.text(1) < links.text(0);
    const auto first = links.text(turned ? 1 : 0);
    const auto second = links.text(turned ? 0 : 1);
    if (!seen.emplace(first, second).second) {
      continue;
    }
    found.push_back({*store.node(first), *store.node(second), links.text(2),
                     sentences.of(links.integer(turned ? 4 : 3)),
                     sentences.of(links.integer(turned ? 3 : 4))});
  }
  return found;
}

std::vector<Member> members(const Store& store, std::string_view node) {
  std::vector<Member> found;
  Sentences sentences(store);
  Statement rows(
      store.handle(),
      "SELECT m.key, m.releases, m.reason, m.id FROM node n JOIN node m ON m.canonical = "
      "n.id WHERE n.gid = ? AND n.canonical = n.id AND m.releases > 0 ORDER BY m.key");
  rows.bind(node);
  while (rows.step()) {
    found.push_back({rows.text(0), static_cast<std::uint64_t>(rows.integer(1)), rows.text(2),
                     sentences.of(rows.integer(3))});
  }
  return found;
}

std::string judged_id(const Store& store, std::string_view text) {
  Statement node(store.handle(),
                 "SELECT key FROM node WHERE gid = ? AND canonical = id AND named > 0");
  node.bind(text);
  if (node.step()) {
    return node.text(0);
  }
  return BearerRows(store.handle()).meant_by(text).empty() ? std::string() : std::string(text);
}

}  // namespace pressgraph
