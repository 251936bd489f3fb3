// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace pressgraph {

class GivenRows;
class GivenValue;

struct CloseDatabase {
  void operator()(sqlite3* database) const;
};

/// A connection that is closed with its owner. Statements of it must be gone before.
using OwnedDatabase = std::unique_ptr<sqlite3, CloseDatabase>;

/// Bytes to bind as a BLOB.
struct Blob {
  std::string_view bytes;
};

/// A prepared SQL statement. Values are bound, never written into the SQL. Throws Error with
/// SQLite's own message and the file's name where preparing, binding or stepping fails.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  /// Binds the parameters 1, 2, ... in order and returns the statement, ready to step. Text and
  /// bytes are copied.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    reset(static_cast<int>(sizeof...(values)));
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }

  /// Binds the one parameter of `given_rows`; ready to step. The rows are taken as it steps.
  Statement& bind_rows(GivenRows& rows);

  /// True while there is a row.
  bool step();

  /// Runs to the end.
  void run() {
    while (step()) {
    }
  }

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  /// Also the bytes of a BLOB.
  [[nodiscard]] std::string text(int column) const;
  /// The same where they are; until the next step.
  [[nodiscard]] std::string_view view(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] bool is_blob(int column) const;
  /// The value as it is.
  void give(int column, GivenValue& value) const;

 private:
  /// Back to its beginning, `bound` parameters being bound next and the others NULL.
  void reset(int bound);
  void bind_one(int index, std::int64_t value);
  void bind_one(int index, std::uint64_t value) {
    bind_one(index, static_cast<std::int64_t>(value));
  }
  void bind_one(int index, std::uint32_t value) {
    bind_one(index, static_cast<std::int64_t>(value));
  }
  void bind_one(int index, int value) { bind_one(index, static_cast<std::int64_t>(value)); }
  void bind_one(int index, double value);
  void bind_one(int index, std::string_view value);
  void bind_one(int index, const Blob& value);
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }

  sqlite3_stmt* statement_ = nullptr;
};

/// Ends what statements are still in the midst of their rows. Until then nothing that was committed
/// can be brought from the log into the file.
void reset_statements(sqlite3* database);

/// Runs SQL without parameters or rows.
void execute(sqlite3* database, const char* sql);

/// Throws Error with the file's name, `what` and SQLite's message.
[[noreturn]] void throw_sqlite(sqlite3* database, std::string_view what);

}  // namespace pressgraph
