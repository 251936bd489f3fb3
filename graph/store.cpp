// SPDX-License-Identifier: Apache-2.0
// Making, opening and finishing a store. Writing is in store_write.cpp, reading in store_read.cpp.
#include "graph/store.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/statement.hpp"
#include "graph/store_schema.hpp"
#include "graph/store_state.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

sqlite3* open_file(const std::string& name, int flags) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(name.c_str(), &database, flags, nullptr) != SQLITE_OK) {
    const std::string reason = database == nullptr ? "no memory" : sqlite3_errmsg(database);
    sqlite3_close(database);
    throw Error(name + ": cannot be opened: " + reason);
  }
  return database;
}

std::int64_t pragma(sqlite3* database, const char* sql) {
  Statement statement(database, sql);
  return statement.step() ? statement.integer(0) : 0;
}

// A URI that opens the file itself, so that a folder without write permission will do.
std::string immutable_uri(const fs::path& path) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      static constexpr std::string_view digits = "0123456789ABCDEF";
      uri += '%';
      uri += digits[static_cast<unsigned char>(c) >> 4U];
      uri += digits[static_cast<unsigned char>(c) & 15U];
    } else {
      uri += c;
    }
  }
  return uri + "?mode=ro&immutable=1";
}

void check_header(sqlite3* database, const std::string& name) {
  std::int64_t application = 0;
  try {
    application = pragma(database, "PRAGMA application_id");
  } catch (const Error&) {
    throw Error(name + ": not a pressgraph store, expected a file that `pressgraph build` wrote");
  }
  if (application != store_application_id) {
    throw Error(name + ": not a pressgraph store, expected a file that `pressgraph build` wrote");
  }
  const auto version = pragma(database, "PRAGMA user_version");
  if (version != store_version) {
    throw Error(name + ": a store of version " + std::to_string(version) + ", expected version " +
                std::to_string(store_version) + "; build it again with this pressgraph");
  }
  Statement finished(database, "SELECT 1 FROM meta WHERE key = 'finished'");
  if (!finished.step()) {
    throw Error(name +
                ": an unfinished store, its build was interrupted; delete it and build again");
  }
}

// ---- which copy of a release speaks ----

struct Copy {
  std::int64_t id = 0;
  std::string gid;
  std::string url;
  std::string text_hash;
  std::string modified;
  std::string published;
};

std::size_t root(std::vector<std::size_t>& parents, std::size_t i) {
  while (parents[i] != i) {
    parents[i] = parents[parents[i]];
    i = parents[i];
  }
  return i;
}

std::vector<Copy> read_copies(sqlite3* database) {
  std::vector<Copy> copies;
  Statement rows(database, "SELECT id, gid, url, text_hash, modified, published FROM release");
  while (rows.step()) {
    copies.push_back(
        {rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)});
  }
  return copies;
}

// Copies of one release share id, URL or text; the one modified, then published last speaks, the
// highest hash of those that are left.
std::vector<std::int64_t> superseded(const std::vector<Copy>& copies) {
  std::vector<std::size_t> parents(copies.size());
  std::iota(parents.begin(), parents.end(), 0);
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const auto join = [&](const std::string& key) {
      const auto [found, added] = seen.try_emplace(key, i);
      parents[root(parents, i)] = root(parents, found->second);
    };
    join("i" + copies[i].gid);
    join("t" + copies[i].text_hash);
    if (!copies[i].url.empty()) {
      join("u" + copies[i].url);
    }
  }
  const auto rank = [&](std::size_t i) {
    return std::tie(copies[i].modified, copies[i].published, copies[i].text_hash, copies[i].gid);
  };
  std::map<std::size_t, std::size_t> best;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const auto [found, added] = best.try_emplace(root(parents, i), i);
    if (!added && rank(found->second) < rank(i)) {
      found->second = i;
    }
  }
  std::vector<std::int64_t> others;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (best.at(root(parents, i)) != i) {
      others.push_back(copies[i].id);
    }
  }
  return others;
}

void mark_live(sqlite3* database) {
  execute(database, "UPDATE release SET live = 1 WHERE live = 0");
  Statement mark(database, "UPDATE release SET live = 0 WHERE id = ?");
  for (const auto id : superseded(read_copies(database))) {
    mark.bind(id).run();
  }
}

// ---- names ----

// The authority's name, else the form that most releases use as the node's name; the longest, then
// the smallest in bytes of those.
void name_nodes(sqlite3* database) {
  execute(database, R"sql(
    UPDATE node SET releases = (SELECT count(DISTINCT f.release) FROM form f JOIN release r ON r.id = f.release
                                WHERE f.node = node.id AND r.live))sql");
  execute(database, R"sql(
    UPDATE node SET name = coalesce(
      (SELECT min(a.value) FROM attribute a WHERE a.node = node.id AND a.name = 'authority_name'),
      (SELECT f.text FROM form f JOIN release r ON r.id = f.release WHERE f.node = node.id AND f.main AND r.live
       GROUP BY f.text ORDER BY count(*) DESC, length(f.text) DESC, f.text LIMIT 1), gid))sql");
}

void index_sentences(sqlite3* database) {
  execute(database,
          "DROP TABLE IF EXISTS words; CREATE VIRTUAL TABLE words USING fts5(text, content='', "
          "tokenize='unicode61 remove_diacritics 2')");
  Statement insert(database, "INSERT INTO words(rowid, text) VALUES(?, ?)");
  Statement releases(database, "SELECT id, text FROM release WHERE live");
  Statement sentences(database,
                      "SELECT id, first, last FROM sentence WHERE release = ? ORDER BY id");
  while (releases.step()) {
    const auto text = releases.text(1);
    sentences.bind(releases.integer(0));
    while (sentences.step()) {
      const auto first = static_cast<std::size_t>(sentences.integer(1));
      const auto last = static_cast<std::size_t>(sentences.integer(2));
      insert.bind(sentences.integer(0), std::string_view(text).substr(first, last - first)).run();
    }
  }
  execute(database, "INSERT INTO words(words) VALUES('optimize')");
}

}  // namespace

Store::State::~State() {
  sqlite3_close_v2(database);
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

sqlite3* Store::handle() const {
  return state_->database;
}

Store Store::create(const fs::path& path) {
  if (fs::exists(path)) {
    throw Error(path.string() +
                ": exists already, expected a new name; delete it or choose another");
  }
  auto state = std::make_unique<State>();
  state->database = open_file(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  auto* database = state->database;
  execute(database,
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; "
          "PRAGMA temp_store = MEMORY;");
  execute(database, ("PRAGMA application_id = " + std::to_string(store_application_id)).c_str());
  execute(database, ("PRAGMA user_version = " + std::to_string(store_version)).c_str());
  execute(database, store_tables);
  return Store(std::move(state));
}

Store Store::open(const fs::path& path) {
  if (!fs::is_regular_file(path)) {
    throw Error(path.string() + ": no such store, expected a file that `pressgraph build` wrote");
  }
  auto state = std::make_unique<State>();
  state->database = open_file(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  check_header(state->database, path.string());
  return Store(std::move(state));
}

void Store::finish() {
  auto* database = handle();
  state_->write.reset();
  execute(database, "BEGIN IMMEDIATE");
  execute(database, store_indexes);
  mark_live(database);
  name_nodes(database);
  index_sentences(database);
  execute(database, "INSERT OR REPLACE INTO meta VALUES('finished', '1')");
  execute(
      database,
      "COMMIT; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
}

}  // namespace pressgraph
