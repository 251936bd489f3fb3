// SPDX-License-Identifier: Apache-2.0
#include "graph/side_index.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <sqlite3.h>

#include "graph/names.hpp"
#include "graph/statement.hpp"
#include "graph/texts.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t of_a_name = 64;  // bytes beside its letters

// Nothing of it needs to be there after a crash. Most of the full-text index is made in memory, so
// that little has to be merged when all is there.
constexpr const char* tables = R"sql(
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA secure_delete = OFF;
PRAGMA page_size = 8192; PRAGMA cache_size = -16384;
CREATE TABLE found(word TEXT NOT NULL, trait INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');
INSERT INTO words(words, rank) VALUES('automerge', 0), ('hashsize', 67108864);
BEGIN;
)sql";

class Database {
 public:
  Database() {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2("", &handle_, flags, nullptr);  // "": a temporary file
    if (result != SQLITE_OK) {
      throw_sqlite(handle_, "no temporary file for the index of words");
    }
    execute(handle_, tables);
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;
  ~Database() { sqlite3_close_v2(handle_); }

  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

bool has(const std::vector<bool>& rows, std::int64_t row) {
  const auto index = static_cast<std::size_t>(row);
  return index < rows.size() && rows[index];
}

void mark(std::vector<bool>& rows, std::int64_t row) {
  const auto index = static_cast<std::size_t>(row);
  rows.resize(std::max(rows.size(), index + 1));
  rows[index] = true;
}

void copy_rows(sqlite3* from, sqlite3* to, const std::string& table, const std::string& columns,
               int count) {
  std::string places = "?";
  for (int i = 1; i < count; ++i) {
    places += ", ?";
  }
  execute(to, ("DELETE FROM " + table).c_str());
  Statement read(from, "SELECT " + columns + " FROM " + table + " ORDER BY 1, 2");
  Statement write(to, "INSERT INTO " + table + "(" + columns + ") VALUES(" + places + ")");
  while (read.step()) {
    if (count == 2) {
      write.bind(read.integer(0), Blob{read.text(1)}).run();
    } else {
      write.bind(read.integer(0), Blob{read.text(1)}, read.integer(2)).run();
    }
  }
}

}  // namespace

// What the thread works on, and nobody else while it does.
class SideIndex::Work {
 public:
  void change(bool speaks, std::int64_t number, std::string_view text,
              const std::vector<Span>& sentences) {
    auto& statement = speaks ? put_ : take_;
    for (const auto& span : sentences) {
      const auto begin = std::min<std::size_t>(span.begin, text.size());
      statement.bind(number++, text.substr(begin, span.end - span.begin)).run();
    }
  }

  void add_name(std::int64_t trait, const std::string& name) {
    for (const auto& word : name_keys(name)) {
      found_.bind(word, trait).run();
    }
  }

  void order_names() { execute(handle(), "CREATE INDEX found_word ON found(word, trait)"); }
  void order_sentences() { execute(handle(), "INSERT INTO words(words) VALUES('optimize')"); }

  [[nodiscard]] sqlite3* handle() const { return database_.handle(); }

 private:
  Database database_;
  Statement put_{handle(), "INSERT INTO words(rowid, text) VALUES(?, ?)"};
  Statement take_{handle(), "INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)"};
  Statement found_{handle(), "INSERT INTO found VALUES(?, ?)"};
};

SideIndex::SideIndex(bool own_thread) : work_(std::make_shared<Work>()), thread_(own_thread) {}

SideIndex::~SideIndex() = default;

void SideIndex::add_release(std::int64_t row, std::int64_t first, std::string text,
                            std::vector<Span> sentences) {
  mark(releases_, row);
  change(true, first, std::move(text), std::move(sentences));
}

void SideIndex::change(bool speaks, std::int64_t first, std::string text,
                       std::vector<Span> sentences) {
  const auto bytes = text.size() + sentences.size() * sizeof(Span);
  thread_.run(bytes,
              [work = work_, speaks, first, text = std::move(text),
               sentences = std::move(sentences)] { work->change(speaks, first, text, sentences); });
}

void SideIndex::add_name(std::int64_t trait, std::string name) {
  mark(names_, trait);
  thread_.run(name.size() + of_a_name,
              [work = work_, trait, name = std::move(name)] { work->add_name(trait, name); });
}

void SideIndex::complete_releases(sqlite3* database) {
  Texts texts(database);
  Sentences sentences(database);
  Statement releases(database, "SELECT id, live FROM release");
  while (releases.step()) {
    const auto row = releases.integer(0);
    const bool speaks = releases.integer(1) != 0;
    if (speaks != has(releases_, row)) {
      auto [first, spans] = sentences.of(row);
      change(speaks, first, texts.of(row), std::move(spans));
    }
  }
  thread_.run(0, [work = work_] { work->order_sentences(); });
}

void SideIndex::complete_names(sqlite3* database) {
  Statement names(database,
                  "SELECT t.id, t.value, n.type, t.name FROM trait t JOIN node n ON n.id = t.node");
  while (names.step()) {
    const auto type = static_cast<NodeType>(names.integer(2));
    if (is_found_by(type, names.text(3)) && !has(names_, names.integer(0))) {
      add_name(names.integer(0), names.text(1));
    }
  }
  thread_.run(0, [work = work_] { work->order_names(); });
}

void SideIndex::each_word(
    const std::function<void(const std::string& word, const std::vector<std::int64_t>& traits)>&
        visit) {
  thread_.wait();
  Statement rows(work_->handle(), "SELECT word, trait FROM found ORDER BY word, trait");
  std::string word;
  std::vector<std::int64_t> traits;
  while (rows.step()) {
    if (auto next = rows.text(0); next != word) {
      if (!traits.empty()) {
        visit(word, traits);
      }
      traits.clear();
      word = std::move(next);
    }
    traits.push_back(rows.integer(1));
  }
  if (!traits.empty()) {
    visit(word, traits);
  }
}

void SideIndex::write_sentences(sqlite3* database) {
  thread_.wait();
  execute(work_->handle(), "COMMIT");
  // The tables that FTS5 keeps its index in (https://www.sqlite.org/fts5.html, section 9).
  copy_rows(work_->handle(), database, "words_data", "id, block", 2);
  copy_rows(work_->handle(), database, "words_idx", "segid, term, pgno", 3);
  copy_rows(work_->handle(), database, "words_docsize", "id, sz", 2);
}

}  // namespace pressgraph
