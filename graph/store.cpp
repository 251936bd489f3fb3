// SPDX-License-Identifier: Apache-2.0
// Making, opening, changing and finishing a store. Writing is in store_write.cpp, reading in
// store_read.cpp, what is derived in store_derive.cpp.
#include "graph/store.hpp"

#include <sqlite3.h>

#include "graph/bearer_rows.hpp"
#include "graph/copies.hpp"
#include "graph/error.hpp"
#include "graph/identity.hpp"
#include "graph/names.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"
#include "graph/store_derive.hpp"
#include "graph/store_file.hpp"
#include "graph/store_schema.hpp"
#include "graph/store_state.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

// Waits for another process as long as `patience` says, then tells.
void begin(sqlite3* database, const fs::path& path, std::chrono::milliseconds patience) {
  sqlite3_busy_timeout(database, static_cast<int>(patience.count()));
  const int result = sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  if (result == SQLITE_BUSY) {
    throw Error(path.string() + ": another process is changing it, waited " +
                std::to_string(patience.count()) + " ms; try again when it is done");
  }
  if (result != SQLITE_OK) {
    throw_sqlite(database, "the store cannot be changed");
  }
}

bool is_finished(sqlite3* database) {
  return Statement(database, "SELECT 1 FROM meta WHERE key = 'finished'").step();
}

void forbid_unfinished(sqlite3* database, const fs::path& path) {
  if (!is_finished(database)) {
    throw Error(path.string() +
                ": an unfinished store, its build was interrupted; delete it and build again");
  }
}

std::uint64_t source_hash(const std::string& path, std::uint64_t record,
                          const std::string& sha256) {
  return hash64(path + '\x1f' + std::to_string(record) + '\x1f' + sha256);
}

// For a store that nobody reads yet: fast, and no other process comes in between. The other ends of
// rows are not sought as they are written: `check` does that, and what is written has just been
// found or made. The log is brought into the file after each 64 MiB.
constexpr const char* building =
    "PRAGMA secure_delete = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
    "PRAGMA synchronous = NORMAL; "
    "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192;";

// For a change, all of it one transaction: what it changes stays in memory as far as 32 MiB, for
// what is written to the log before the end is read and written again; so does what a batch would
// be taken back by.
constexpr const char* changing =
    "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY";

// The words of one release make a segment of the full-text index. Sixteen of one level, as FTS5 has
// it by itself, would be made one at once, and with them the segment that holds nearly all: 5 s for
// the 466th release that is added to 200,000. So that is done piece by piece, as each is written.
constexpr const char* merging_words =
    "INSERT INTO words(words, rank) SELECT 'crisismerge', 1000 WHERE NOT EXISTS "
    "(SELECT 1 FROM words_config WHERE k = 'crisismerge')";

// For a reader: 4 MiB of pages. A question comes back to the same ones, and memory that is used
// again costs less than new one, of which the system clears each page.
constexpr const char* reading = "PRAGMA cache_size = -4096; BEGIN";

void delete_release(sqlite3* database, std::int64_t row) {
  Statement edges(database,
                  "SELECT first_edge, first_edge + edges - 1 FROM text WHERE release = ?");
  edges.bind(row);
  const bool found = edges.step();
  const auto first = found ? edges.integer(0) : std::int64_t{0};
  const auto last = found ? edges.integer(1) : std::int64_t{-1};
  for (const char* sql : {"DELETE FROM reference WHERE edge BETWEEN ? AND ?",
                          "DELETE FROM edge_attribute WHERE edge BETWEEN ? AND ?",
                          "DELETE FROM edge WHERE id BETWEEN ? AND ?"}) {
    Statement(database, sql).bind(first, last).run();
  }
  for (const char* sql :
       {"DELETE FROM release_trait WHERE release = ?", "DELETE FROM text WHERE release = ?",
        "DELETE FROM topic WHERE release = ?", "DELETE FROM copy WHERE release = ?",
        "DELETE FROM release WHERE id = ?"}) {
    Statement(database, sql).bind(row).run();
  }
}

}  // namespace

Store::State::~State() {
  write.reset();
  nodes.reset();
  edges.reset();
  if (side != nullptr && sqlite3_get_autocommit(database) == 0) {
    // Not finished: what was added is kept for `resume`.
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  }
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
  state->database = create_file(path);
  auto* database = state->database;
  execute(database, (std::string("PRAGMA page_size = 8192;") + building).c_str());
  execute(database,
          ("BEGIN EXCLUSIVE; PRAGMA application_id = " + std::to_string(store_application_id) +
           "; PRAGMA user_version = " + std::to_string(store_version) + ";" + store_tables +
           "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
              .c_str());
  state->side = std::make_unique<SideIndex>(false);
  return Store(std::move(state));
}

Store Store::resume(const fs::path& path) {
  check_header(path);
  auto state = std::make_unique<State>();
  state->database = open_to_write(path);
  auto* database = state->database;
  try {
    execute(database, building);
    execute(database, "BEGIN EXCLUSIVE; COMMIT");
  } catch (const Error&) {
    throw Error(path.string() + ": another process builds it, or it cannot be written");
  }
  if (is_finished(database)) {  // stopped between its last statement and its name
    state.reset();
    auto finished = change(path);
    finished.read_sources();
    return finished;
  }
  state->side = std::make_unique<SideIndex>(false);
  Store store(std::move(state));
  store.read_sources();
  return store;
}

void Store::index_beside() {
  if (state_->side != nullptr) {
    state_->side = std::make_unique<SideIndex>(true);
    execute(handle(), "PRAGMA threads = 1");  // one more to sort what indexes are made of
  }
}

void Store::read_sources() {
  Statement sources(handle(), "SELECT path, record, sha256 FROM release");
  while (sources.step()) {
    state_->sources.insert(source_hash(
        sources.text(0), static_cast<std::uint64_t>(sources.integer(1)), sha256_at(sources, 2)));
  }
}

Store Store::open(const fs::path& path) {
  check_header(path);
  auto state = std::make_unique<State>();
  state->database = open_to_read(path);
  state->reads = true;
  // One transaction: the file is locked once, not for each of many small questions.
  execute(state->database, reading);
  forbid_unfinished(state->database, path);
  return Store(std::move(state));
}

Store Store::change(const fs::path& path, std::chrono::milliseconds patience) {
  check_header(path);
  auto state = std::make_unique<State>();
  state->database = open_to_write(path);
  state->grows = true;
  forbid_unfinished(state->database, path);
  execute(state->database, changing);
  begin(state->database, path, patience);
  execute(state->database, merging_words);
  return Store(std::move(state));
}

bool Store::holds(const Source& source) const {
  return state_->sources.contains(source_hash(source.path, source.record, source.sha256));
}

bool Store::remove(std::string_view release) {
  auto* database = handle();
  const auto rows = [database](const char* sql, std::string_view value) {
    std::vector<std::int64_t> found;
    Statement statement(database, sql);
    for (statement.bind(value); statement.step();) {
      found.push_back(statement.integer(0));
    }
    return found;
  };
  const auto copies = rows("SELECT id FROM release WHERE gid = ?", release);
  for (const auto row : copies) {
    // Another that shares URL or text may speak again.
    for (const auto other : copies_of(database, row)) {
      state_->added.push_back(other);
    }
    silence(database, row, state_->touched);
    delete_release(database, row);
  }
  return !copies.empty();
}

void Store::judge(const std::vector<Judgement>& judgements) {
  auto* database = handle();
  BearerRows bearers(database);
  const auto touch = [&](const std::string& id) {
    const auto rows = bearers.meant_by(id);
    state_->touched.rows.insert(rows.begin(), rows.end());
    state_->touched.retold.insert(rows.begin(), rows.end());
  };
  Statement before(database, "SELECT first, second FROM judgement");
  while (before.step()) {
    touch(before.text(0));
    touch(before.text(1));
  }
  execute(database, "DELETE FROM judgement");
  Statement insert(database, "INSERT INTO judgement(same, first, second) VALUES(?, ?, ?)");
  for (const auto& judgement : judgements) {
    insert.bind(judgement.same ? 1 : 0, judgement.first, judgement.second).run();
    touch(judgement.first);
    touch(judgement.second);
  }
}

void Store::authorize(const std::vector<AuthorityEntry>& entries) {
  auto* database = handle();
  execute(database,
          "DELETE FROM authority_link; DELETE FROM authority_form; DELETE FROM authority");
  Statement insert(
      database,
      "INSERT INTO authority(iri, type, country) VALUES(?, ?, ?) ON CONFLICT DO UPDATE "
      "SET type = max(type, excluded.type), country = max(country, excluded.country)");
  Statement row(database, "SELECT id FROM authority WHERE iri = ?");
  Statement form(database, "INSERT OR IGNORE INTO authority_form VALUES(?, ?, ?)");
  Statement link(database, "INSERT OR IGNORE INTO authority_link VALUES(?, ?, ?)");
  for (const auto& entry : entries) {
    insert.bind(entry.iri, entry.type ? static_cast<int>(*entry.type) : -1, entry.country).run();
    row.bind(entry.iri).step();
    const auto id = row.integer(0);
    for (const auto& text : entry.forms) {
      form.bind(comparable_name(text), text, id).run();
    }
    for (const auto& iri : entry.same_as) {
      link.bind(id, "same_as", iri).run();
    }
    for (const auto& iri : entry.exact_match) {
      link.bind(id, "exact_match", iri).run();
    }
  }
  state_->authorized = true;
}

void Store::finish() {
  auto* database = handle();
  state_->write.reset();
  if (state_->grows) {
    derive_speakers(database, state_->added, state_->touched);
    if (state_->authorized) {
      derive_all_but_words(database);
    } else {
      derive_nodes(database, state_->touched, state_->added);
    }
    execute(database, "COMMIT");
    return;
  }
  if (sqlite3_get_autocommit(database) == 0) {
    execute(database, "COMMIT");
  }
  execute(database, "BEGIN IMMEDIATE");
  derive_all(database, *state_->side);
  state_->side.reset();
  execute(database, count_speakers);
  execute(database, "INSERT OR REPLACE INTO meta VALUES('finished', '1')");
  execute(database, "COMMIT; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace pressgraph
