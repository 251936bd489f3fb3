// SPDX-License-Identifier: Apache-2.0
#include "graph/side_index.hpp"

#include <algorithm>
#include <exception>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <sqlite3.h>

#include "graph/given_rows.hpp"
#include "graph/names.hpp"
#include "graph/packed.hpp"
#include "graph/statement.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t names_at_once = 1000;

// Nothing of it needs to be there after a crash.
constexpr const char* settings =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA "
    "secure_delete = OFF; PRAGMA page_size = 8192; PRAGMA cache_size = -4096;";

// Nothing is merged before all is there.
constexpr const char* table_of_sentences =
    "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics "
    "2'); INSERT INTO words(words, rank) VALUES('automerge', 0), ('crisismerge', 1999), "
    "('hashsize', 8388608); "
    "BEGIN";

constexpr const char* table_of_waiting =
    "CREATE TABLE waiting(release INTEGER, first INTEGER, size INTEGER, text BLOB, spans BLOB); "
    "BEGIN";

OwnedDatabase open_temporary(const char* tables) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2("", &handle, flags, nullptr);  // "": a temporary file
  OwnedDatabase database(handle);
  if (result != SQLITE_OK) {
    throw_sqlite(handle, "no temporary file for the index of words");
  }
  execute(handle, settings);
  execute(handle, tables);
  return database;
}

bool has(const std::vector<bool>& rows, std::int64_t row) {
  const auto index = static_cast<std::size_t>(row);
  return index < rows.size() && rows[index];
}

void mark(std::vector<bool>& rows, std::int64_t row) {
  const auto index = static_cast<std::size_t>(row);
  rows.resize(std::max(rows.size(), index + 1));
  rows[index] = true;
}

// The rows of a statement of another file.
class RowsOf final : public GivenRows {
 public:
  explicit RowsOf(Statement& statement) : statement_(statement) {}

  bool next() noexcept override {
    try {
      return statement_.step();
    } catch (...) {
      error_ = std::current_exception();  // SQLite lets none through
      return false;
    }
  }

  void give(int column, GivenValue& value) const noexcept override {
    statement_.give(column, value);
  }

  void throw_if_failed() const {
    if (error_ != nullptr) {
      std::rethrow_exception(error_);
    }
  }

 private:
  Statement& statement_;
  std::exception_ptr error_;
};

void copy_rows(sqlite3* from, sqlite3* to, const std::string& table, const std::string& columns,
               const std::string& given) {
  execute(to, ("DELETE FROM " + table).c_str());
  Statement read(from, "SELECT " + columns + " FROM " + table + " ORDER BY 1, 2");
  RowsOf rows(read);
  Statement(to,
            "INSERT INTO " + table + "(" + columns + ") SELECT " + given + " FROM given_rows(?)")
      .bind_rows(rows)
      .run();
  rows.throw_if_failed();
}

}  // namespace

// What is worked on by a thread of its own when all is there, and by nobody else then.
class SideIndex::SentencesWork {
 public:
  void add(std::int64_t release, const PackedSentences& packed) {
    wait_
        .bind(release, packed.first, static_cast<std::uint64_t>(packed.size), Blob{packed.text},
              Blob{packed.spans})
        .run();
  }

  /// Makes the index of those that speak.
  void make(const std::vector<bool>& speaking) {
    Statement rows(waiting_.get(), "SELECT release, first, size, text, spans FROM waiting");
    while (rows.step()) {
      if (has(speaking, rows.integer(0))) {
        put({rows.integer(1), rows.text(3), static_cast<std::size_t>(rows.integer(2)),
             rows.text(4)});
      }
    }
    execute(handle(), "INSERT INTO words(words) VALUES('optimize'); COMMIT");
  }

  [[nodiscard]] sqlite3* handle() const { return database_.get(); }

 private:
  void put(const PackedSentences& packed) {
    const auto text = unpacked_text(packed.text, packed.size);
    auto number = packed.first;
    for (const auto& span : unpacked_spans(packed.spans)) {
      const auto begin = std::min<std::size_t>(span.begin, text.size());
      put_.bind(number++, std::string_view(text).substr(begin, span.end - span.begin)).run();
    }
  }

  OwnedDatabase waiting_ = open_temporary(table_of_waiting);
  Statement wait_{waiting_.get(), "INSERT INTO waiting VALUES(?, ?, ?, ?, ?)"};
  OwnedDatabase database_ = open_temporary(table_of_sentences);
  Statement put_{handle(), "INSERT INTO words(rowid, text) VALUES(?, ?)"};
};

// Kept in memory: a few numbers for each word of a name, and each word once.
class SideIndex::NamesWork {
 public:
  void add(const FoundName& found) {
    for (auto& key : name_keys(found.name)) {
      const auto next = static_cast<std::uint32_t>(words_.size());
      const auto number = words_.try_emplace(std::move(key), next).first->second;
      found_.told.push_back({number, static_cast<std::uint32_t>(found.trait)});
    }
  }

  // Gives words the numbers of their order.
  void order() {
    auto words = std::exchange(words_, {});
    std::vector<std::pair<std::string, std::uint32_t>> ordered;
    ordered.reserve(words.size());
    while (!words.empty()) {  // moved one by one, so that no memory holds them all twice
      auto word = words.extract(words.begin());
      ordered.emplace_back(std::move(word.key()), word.mapped());
    }
    std::ranges::sort(ordered);
    std::vector<std::uint32_t> places(ordered.size());
    found_.words.reserve(ordered.size());
    for (auto& [word, number] : ordered) {
      places[number] = static_cast<std::uint32_t>(found_.words.size());
      found_.words.push_back(std::move(word));
    }
    for (auto& each : found_.told) {
      each.word = places[each.word];
    }
    std::ranges::sort(found_.told, {}, &FoundWord::word);
  }

  FoundWords take() { return std::move(found_); }

 private:
  std::unordered_map<std::string, std::uint32_t> words_;  // in the order in which they came
  FoundWords found_;
};

SideIndex::SideIndex(bool own_thread)
    : sentences_(std::make_shared<SentencesWork>()),
      names_(std::make_shared<NamesWork>()),
      sentences_thread_(own_thread),
      names_thread_(own_thread) {}

SideIndex::~SideIndex() = default;

void SideIndex::add_release(std::int64_t row, const PackedSentences& sentences) {
  mark(has_releases_, row);
  sentences_->add(row, sentences);
}

void SideIndex::add_names(std::vector<FoundName> names) {
  for (auto& each : names) {
    mark(has_names_, each.trait);
    waiting_names_.push_back(std::move(each));
  }
  if (waiting_names_.size() >= names_at_once) {
    hand_names_on();
  }
}

// Many at once: to wake a thread takes longer than a name does.
void SideIndex::hand_names_on() {
  std::size_t bytes = 0;
  for (const auto& each : waiting_names_) {
    bytes += each.name.size() + sizeof(FoundName);
  }
  names_thread_.run(bytes, [work = names_, names = std::exchange(waiting_names_, {})] {
    for (const auto& each : names) {
      work->add(each);
    }
  });
}

void SideIndex::complete_releases(sqlite3* database) {
  Statement texts(database,
                  "SELECT first_sentence, packed, size, spans FROM text WHERE release = ?");
  Statement releases(database, "SELECT id FROM release WHERE live");
  std::vector<bool> speaking;
  while (releases.step()) {
    const auto row = releases.integer(0);
    mark(speaking, row);
    if (!has(has_releases_, row) && texts.bind(row).step()) {
      sentences_->add(row, {texts.integer(0), texts.text(1),
                            static_cast<std::size_t>(texts.integer(2)), texts.text(3)});
    }
  }
  sentences_thread_.run(
      0, [work = sentences_, speaking = std::move(speaking)] { work->make(speaking); });
}

void SideIndex::complete_names(sqlite3* database) {
  Statement names(database,
                  "SELECT t.id, t.value, n.type, t.name FROM trait t JOIN node n ON n.id = t.node");
  while (names.step()) {
    const auto type = static_cast<NodeType>(names.integer(2));
    if (is_found_by(type, names.view(3)) && !has(has_names_, names.integer(0))) {
      add_names({{names.integer(0), std::string(name_in_trait(names.view(3), names.view(1)))}});
    }
  }
  hand_names_on();
  names_thread_.run(0, [work = names_] { work->order(); });
}

FoundWords SideIndex::words() {
  names_thread_.wait();
  return names_->take();
}

void SideIndex::write_sentences(sqlite3* database) {
  sentences_thread_.wait();
  // The tables that FTS5 keeps its index in (https://www.sqlite.org/fts5.html, section 9).
  copy_rows(sentences_->handle(), database, "words_data", "id, block", "c0, c1");
  copy_rows(sentences_->handle(), database, "words_idx", "segid, term, pgno", "c0, c1, c2");
  copy_rows(sentences_->handle(), database, "words_docsize", "id, sz", "c0, c1");
}

}  // namespace pressgraph
