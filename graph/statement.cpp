// SPDX-License-Identifier: Apache-2.0
#include "graph/statement.hpp"

#include <utility>

#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/given_rows.hpp"

namespace pressgraph {

void CloseDatabase::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

void throw_sqlite(sqlite3* database, std::string_view what) {
  const char* file = sqlite3_db_filename(database, "main");
  const bool named = file != nullptr && *file != '\0';
  throw Error((named ? std::string(file) : std::string("a temporary file (see TMPDIR)")) + ": " +
              std::string(what) + ": " + sqlite3_errmsg(database));
}

void execute(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw_sqlite(database, "the store cannot be used");
  }
}

void reset_statements(sqlite3* database) {
  for (auto* each = sqlite3_next_stmt(database, nullptr); each != nullptr;
       each = sqlite3_next_stmt(database, each)) {
    if (sqlite3_stmt_busy(each) != 0) {
      sqlite3_reset(each);
    }
  }
}

Statement::Statement(sqlite3* database, std::string_view sql) {
  if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_,
                         nullptr) != SQLITE_OK) {
    throw_sqlite(database, "the store cannot be read");
  }
}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(statement_, other.statement_);
  return *this;
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

void Statement::reset(int bound) {
  sqlite3_reset(statement_);
  if (bound < sqlite3_bind_parameter_count(statement_)) {
    sqlite3_clear_bindings(statement_);
  }
}

Statement& Statement::bind_rows(GivenRows& rows) {
  reset(1);
  sqlite3_bind_pointer(statement_, 1, &rows, given_rows_type, nullptr);
  return *this;
}

void Statement::give(int column, GivenValue& value) const {
  value.set_as_in(statement_, column);
}

bool Statement::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) {
    return true;
  }
  if (result != SQLITE_DONE) {
    throw_sqlite(sqlite3_db_handle(statement_), "the store cannot be read or written");
  }
  return false;
}

void Statement::bind_one(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_, index, value);
}
void Statement::bind_one(int index, double value) {
  sqlite3_bind_double(statement_, index, value);
}
void Statement::bind_one(int index, std::string_view value) {
  // Without an address it would be NULL.
  const auto* text = value.empty() ? "" : value.data();
  sqlite3_bind_text64(statement_, index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Statement::bind_one(int index, const Blob& value) {
  const auto* bytes = value.bytes.empty() ? "" : value.bytes.data();
  sqlite3_bind_blob64(statement_, index, bytes, value.bytes.size(), SQLITE_TRANSIENT);
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_, column);
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
bool Statement::is_blob(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_BLOB;
}

std::string_view Statement::view(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

std::string Statement::text(int column) const {
  return std::string(view(column));
}

}  // namespace pressgraph
